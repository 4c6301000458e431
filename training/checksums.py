"""Writes the list of the shipped model's files, by which `gesta doctor` knows whether they are whole: `python -m training.checksums`."""

from __future__ import annotations

from gesta.reading.checksums import write_checksums

if __name__ == "__main__":
    write_checksums()
