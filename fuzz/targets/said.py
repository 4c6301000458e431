"""Short texts that others wrote: dates and web addresses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from fuzz.target import Attempt, Fault, Target
from gesta.errors import InputError
from gesta.intake.addresses import is_public, is_web_address, shown, target_of
from gesta.intake.dates import stamp

DAYS: Final = (
    b"2023-04-03",
    b"2023-04-03T10:00:00+02:00",
    b"Mon, 03 Apr 2023 10:00:00 GMT",
    b"April 3, 2023 10:05 p.m. EST",
    b"3 Apr 2023",
)
ADDRESSES: Final = (
    b"https://post.example/a?b=c#d", b"http://user:word@post.example:8080/", b"https://[::ffff:10.0.0.1]/", b"http://0x7f.1/",
    b"http://xn--bcher-kva.example/",
)  # fmt: skip


def of_text(read: Callable[[str], Any], *allowed: type[Exception]) -> Callable[[], Attempt]:
    """A reader of texts, which may raise no other errors than these."""

    def attempt(data: bytes) -> None:
        try:
            read(data.decode("utf-8", "surrogateescape"))
        except allowed:
            return

    return lambda: attempt


def day(text: str) -> None:
    """A day or a moment, or None."""
    found = stamp(text)
    if found is not None:
        found.isoformat()


def address(text: str) -> None:
    """Where an address leads to; one that is no address is refused."""
    shown(text)
    is_web_address(text)
    if is_public(text) and text.startswith(("10.", "127.", "192.168.")):
        raise Fault(f"{text!r} is public")
    target_of(text)


TARGETS: Final = (
    Target(
        name="dates",
        about="days and moments as outlets write them",
        seeds=lambda: DAYS,
        ready=of_text(day),
        words=(b" GMT", b"T", b"+02:00"),
    ),
    Target(
        name="addresses",
        about="web addresses",
        seeds=lambda: ADDRESSES,
        ready=of_text(address, InputError),
        words=(b"http://", b"@", b"[::"),
    ),
)
