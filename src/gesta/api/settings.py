"""How an API is served: from which store, to whom."""

from __future__ import annotations

import hashlib
import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from gesta.errors import GestaError

LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One server. `tokens` are the SHA-256 hashes, in hex, of the tokens that may write, by the name of whom each was given to.

    `hosts` are the names under which it may be asked (a page of another name that is resolved to this address is refused). `open_reading`:
    whoever reaches the server may read without a token; true on loopback alone. Full texts go to those with a token.
    `writes_a_minute` bounds writing and coding for each client.
    `token_file`: where tokens are made while the server runs.
    `alerts` is the file that alerts are kept in; without one they end with the server. `releases` is the folder in which releases lie.
    """

    store: str
    hosts: tuple[str, ...] = LOCAL_HOSTS
    tokens: Mapping[str, str] = field(default_factory=dict)
    open_reading: bool = True
    writes_a_minute: int = 30
    alerts: Path | None = None
    token_file: Path | None = None
    releases: Path | None = None

    @classmethod
    def bound(cls, store: str, host: str, tokens: Mapping[str, str], names: tuple[str, ...] = ()) -> Settings:
        """The settings for a server at this address; GestaError where it is not loopback and there is no token."""
        if loopback(host):
            return cls(store=store, tokens=tokens, hosts=(*LOCAL_HOSTS, *names))
        if not tokens:
            raise GestaError(f"{host} can be reached from other machines: make a token first (gesta serve --new-token NAME)")
        shown = f"[{host}]" if ":" in host else host
        return cls(store=store, tokens=tokens, hosts=(*LOCAL_HOSTS, shown, *names), open_reading=False)


def loopback(host: str) -> bool:
    """True for addresses that no other machine reaches."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def hashed(token: str) -> str:
    """SHA-256 in hex. Tokens are 32 random bytes, so nothing slower is needed."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
