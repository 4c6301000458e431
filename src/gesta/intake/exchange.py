"""One request over HTTP to a checked network address, bounded in time and size whatever the other side does."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException, HTTPResponse
from time import monotonic

from gesta.errors import FetchFailed, TooLarge
from gesta.intake.addresses import Target, shown
from gesta.intake.limits import DOCUMENT_LIMIT
from gesta.intake.response import Response, unpacked_body

CHUNK = 64 * 2**10
MOST_ADDRESSES = 3


class Deadline:
    """A point in time. While it is on guard, a socket is shut when the point comes, so that no slow drip of bytes outlasts it."""

    def __init__(self, seconds: float) -> None:
        self._end = monotonic() + seconds
        self.passed = False

    @property
    def left(self) -> float:
        """Seconds that are left; not below a thousandth, because a socket takes 0 for something else."""
        return max(1e-3, self._end - monotonic())

    def guard(self, connection: socket.socket) -> threading.Timer:
        """The timer that will shut the socket; it is started."""

        def shut() -> None:
            self.passed = True
            with suppress(OSError):
                socket.socket.shutdown(connection, socket.SHUT_RDWR)  # of a TLS socket too, without its farewell

        timer = threading.Timer(self.left, shut)
        timer.daemon = True
        timer.start()
        return timer


def exchange(
    target: Target,
    addresses: Sequence[str],
    headers: Mapping[str, str],
    deadline: Deadline,
    context: ssl.SSLContext,
    body: bytes | None = None,
) -> Response:
    """The answer of the first address that takes a connection, its body unpacked; no redirect is followed. With a `body` it is a POST.

    The connection goes to the address that was checked, while certificate and Host header are the name's: what the name resolves to by now
    does not matter. FetchFailed when nothing answers in time or the answer breaks off; TooLarge above a document's limit.
    """
    place = shown(target.url)
    try:
        with connected(target, addresses, deadline) as plain:
            return answered(target, plain, headers, deadline, context, body)
    except (OSError, HTTPException, ValueError) as error:
        if deadline.passed or isinstance(error, TimeoutError):
            raise FetchFailed(why="no whole answer in time", path=place) from error
        raise FetchFailed(why=f"no answer: {reason(error)}", path=place) from error


def reason(error: Exception) -> str:
    """The error in words."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not accepted ({error.verify_message})"
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def connected(target: Target, addresses: Sequence[str], deadline: Deadline) -> socket.socket:
    """A connection to one of the addresses; the last one's OSError when none takes it."""
    *others, last = addresses[:MOST_ADDRESSES]
    for address in others:
        with suppress(OSError):
            return socket.create_connection((address, target.port), timeout=deadline.left / 2)
    return socket.create_connection((last, target.port), timeout=deadline.left)


def answered(
    target: Target,
    plain: socket.socket,
    headers: Mapping[str, str],
    deadline: Deadline,
    context: ssl.SSLContext,
    body: bytes | None = None,
) -> Response:
    """The answer over this connection."""
    channel = plain
    if target.scheme == "https":
        channel = context.wrap_socket(plain, server_hostname=target.host, do_handshake_on_connect=False)
    channel.settimeout(deadline.left)
    timer = deadline.guard(channel)
    try:
        if isinstance(channel, ssl.SSLSocket):
            channel.do_handshake()
        connection = HTTPConnection(target.host, target.port)
        connection.sock = channel
        connection.request("GET" if body is None else "POST", target.path, body, headers={"Host": target.authority, **headers})
        return whole(target, connection.getresponse(), deadline)
    finally:
        timer.cancel()
        channel.close()


def whole(target: Target, answer: HTTPResponse, deadline: Deadline) -> Response:
    """The answer read to its end."""
    place = shown(target.url)
    body = bytearray()
    while some := answer.read(CHUNK):
        body += some
        if len(body) > DOCUMENT_LIMIT:
            raise TooLarge(why=f"the answer has more than {DOCUMENT_LIMIT // 2**20} MiB", path=place)
    if deadline.passed or answer.length:
        raise FetchFailed(why="no whole answer in time" if deadline.passed else "the answer breaks off", path=place)
    headers = {name.lower(): value for name, value in answer.getheaders()}
    return Response(
        url=target.url,
        status=answer.status,
        headers=headers,
        body=unpacked_body(bytes(body), headers.get("content-encoding", ""), place),
        retrieved=datetime.now(UTC).replace(microsecond=0),
    )
