"""Odd, broken and hostile input for everything that reads what others wrote: `python -m fuzz --help`.

A target is one door of gesta. It is given bytes, and whatever it raises is a crash: the errors that are documented it takes itself.
"""
