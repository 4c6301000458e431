"""Reads news reports on armed conflict and writes who says what happened, to whom, where, when and at what cost."""
