"""`python -m gesta` is `gesta`."""

from __future__ import annotations

from gesta.cli import main

if __name__ == "__main__":
    main()
