"""One test for many cases that are alike: all are tried, and those that fail are told by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def holds_for_each(names: Iterable[str], holds: Callable[[str], None]) -> None:
    """Calls `holds` with every name; ExceptionGroup that names all for which it raised, each with its own error."""
    failed: dict[str, Exception] = {}
    for name in names:
        try:
            holds(name)
        except Exception as error:
            error.add_note(f"of {name}")
            failed[name] = error
    if failed:
        raise ExceptionGroup(", ".join(failed), list(failed.values()))
