"""Which web addresses may be fetched: http and https, on hosts whose every network address is public."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from queue import Empty, SimpleQueue
from urllib.parse import quote, urlsplit

from gesta.errors import FetchFailed, FetchRefused

PORTS = {"http": 80, "https": 443}
GLOBAL_UNICAST = IPv6Network("2000::/3")
NAT64 = IPv6Network("64:ff9b::/96")
ASSIGNMENTS, RELAYS = IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24")  # RFC 6890, RFC 7526; Python 3.11 counts some as global
LONGEST_URL = 4000
SAFE = "/%:=&?~#+!$,;'@()*[]"
Resolve = Callable[[str, int], Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A web address taken apart: the host in ASCII (IDNA), the path with its query, in ASCII too."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """What the Host header says."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def is_web_address(text: str) -> bool:
    """True for what sets out to be an http or https address."""
    return text.lower().startswith(("http://", "https://"))


def target_of(url: str) -> Target:
    """The parts of a web address; FetchRefused when it is none, or holds a name or password."""
    try:
        parts = urlsplit(url.strip())
        port, host = parts.port, (parts.hostname or "").rstrip(".")
        host = host if ":" in host or host.isascii() else host.encode("idna").decode()
        url.encode()
    except ValueError as error:
        raise FetchRefused(why=f"no web address: {error}", path=shown(url)) from error
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        raise FetchRefused(why="only http and https addresses are fetched", path=shown(url))
    if not host or len(url) > LONGEST_URL or any(c.isspace() or ord(c) < 32 for c in host):
        raise FetchRefused(why="no web address: it has no host" if not host else "no web address", path=shown(url))
    if parts.username is not None:
        raise FetchRefused(why="an address with a name or password in it is not fetched", path=f"{scheme}://{host}/")
    path = quote(parts.path or "/", safe=SAFE) + (f"?{quote(parts.query, safe=SAFE)}" if parts.query else "")
    return Target(url=url.strip(), scheme=scheme, host=host.lower(), port=port or PORTS[scheme], path=path)


def shown(url: str) -> str:
    """The address for a message: without a password, and short."""
    scheme, separator, rest = url.strip().partition("://")
    authority, slash, path = rest.partition("/")
    return f"{scheme}{separator}{authority.rpartition('@')[2]}{slash}{path}"[:300]


def is_public(address: str) -> bool:
    """True for an address of the public internet: not private, loopback, link-local, multicast, reserved, nor one that wraps such a one.

    IPv4 addresses inside IPv6 ones (mapped, 6to4, NAT64) are looked at as what they stand for (RFC 4291, 3056, 6052).
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = embedded(found) if isinstance(found, IPv6Address) else found
    if isinstance(inner, IPv6Address):
        return inner in GLOBAL_UNICAST and inner.is_global
    return inner.is_global and not (inner.is_multicast or inner.is_reserved or inner in ASSIGNMENTS or inner in RELAYS)


def embedded(address: IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address inside an IPv6 address, the address itself where there is none."""
    return address.ipv4_mapped or address.sixtofour or (IPv4Address(int(address) & 0xFFFFFFFF) if address in NAT64 else address)


def resolved(host: str, port: int) -> list[str]:
    """The network addresses of a host, as the system's resolver has them, each once."""
    return list(dict.fromkeys(str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def addresses_of(target: Target, resolve: Resolve, allowed: Callable[[str], bool], seconds: float) -> Sequence[str]:
    """The network addresses to connect to. FetchRefused when one of them is not allowed, FetchFailed when there is none in time."""
    answers: SimpleQueue[Sequence[str] | Exception] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(resolve(target.host, target.port))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    # The system's resolver knows no deadline; a thread that is left behind ends with it.
    threading.Thread(target=ask, daemon=True, name="gesta-resolve").start()
    try:
        found = answers.get(timeout=max(0.0, seconds))
    except Empty:
        raise FetchFailed(why=f"the name of the host was not resolved within {seconds:.0f} s", path=shown(target.url)) from None
    if isinstance(found, Exception) or not found:
        raise FetchFailed(why=f"the host {target.host} is not known", path=shown(target.url))
    for address in found:
        if not allowed(address):
            where = address if address == target.host else f"{target.host} is at {address}, which"
            raise FetchRefused(why=f"{where} is no public address", path=shown(target.url))
    return found
