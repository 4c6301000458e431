"""Fetching: redirects, bounds, conditions, robots.txt, pace. Every server is on loopback."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from gesta.errors import FetchFailed, FetchRefused, InputError, TooLarge
from gesta.intake.addresses import target_of
from gesta.intake.exchange import Deadline, exchange
from gesta.intake.fetching import Fetcher, retry_after
from tests.intake.loopback import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


def anywhere(address: str) -> bool:
    return True


def fetcher(**options: object) -> Fetcher:
    """One that may connect to loopback and waits for nobody."""
    return Fetcher("0", **({"allowed": anywhere, "interval": 0.0, "seconds": 5.0} | options))  # type: ignore[arg-type]


def test_a_page_with_who_asks_for_it(site: Site) -> None:
    site.page("/a", b"news", ETag='"1"')
    response = fetcher().get(f"{site.url}/a")
    assert (response.body, response.kind, response.charset, response.headers["etag"]) == (b"news", "text/html", "utf-8", '"1"')
    assert response.retrieved is not None
    assert all(asked["user-agent"].startswith("gesta/0 ") for _, asked in site.asked)


def test_loopback_is_refused_by_default(site: Site) -> None:
    site.page("/a", b"news")
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"):
        with pytest.raises(InputError) as refused:
            Fetcher("0").get(f"http://{host}:{site.port}/a")
        assert isinstance(refused.value, FetchRefused) or "not known" in refused.value.why
    assert site.asked == []


def test_a_redirect_to_an_inner_address_is_refused(site: Site) -> None:
    with serving() as inner:
        inner.page("/secret", b"inner")
        site.answers["/a"] = (302, {"Location": f"http://inner.example:{inner.port}/secret"}, b"")
        hosts = {"post.example": ["127.0.0.1"], "inner.example": ["127.0.0.2"]}
        careful = fetcher(resolve=lambda host, port: hosts[host], allowed=lambda address: address == "127.0.0.1")
        with pytest.raises(FetchRefused, match=r"127\.0\.0\.2, which is no public address"):
            careful.get(f"http://post.example:{site.port}/a")
        assert inner.asked == []


def test_a_name_that_changes_its_address_is_connected_to_where_it_was_checked(site: Site) -> None:
    site.page("/a", b"news")
    answers: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        answers.append(host)
        return ["127.0.0.1"] if len(answers) % 2 else ["127.0.0.9"]

    careful = fetcher(resolve=rebinding, allowed=lambda address: address == "127.0.0.1")
    target = f"http://post.example:{site.port}/a"
    with pytest.raises((FetchRefused, FetchFailed)):  # robots.txt by the first answer, the page by the second
        careful.get(target)
    assert careful.get(target).body == b"news"
    assert site.asked[-1][1]["host"] == f"post.example:{site.port}"


@pytest.mark.parametrize("location", ["file:///etc/hostname", "ftp://post.example/", "gopher://127.0.0.1:70/_x"])
def test_a_redirect_out_of_the_web_is_refused(site: Site, location: str) -> None:
    site.answers["/a"] = (301, {"Location": location}, b"")
    with pytest.raises(FetchRefused):
        fetcher().get(f"{site.url}/a")


def test_five_redirects_and_no_more(site: Site) -> None:
    for n in range(6):
        site.answers[f"/{n}"] = (307, {"Location": f"{n + 1}"}, b"")
    site.page("/6", b"news")
    assert fetcher().get(f"{site.url}/1").url == f"{site.url}/6"
    with pytest.raises(FetchFailed, match="more than 5 redirects"):
        fetcher().get(f"{site.url}/0")


def test_conditions(site: Site) -> None:
    site.page("/a", b"news", ETag='"1"')
    response = fetcher().get(f"{site.url}/a", etag='"1"', modified="Tue, 13 Sep 2022 18:45:00 GMT")
    assert response.status == 304
    assert site.asked[-1][1]["if-modified-since"] == "Tue, 13 Sep 2022 18:45:00 GMT"


@pytest.mark.parametrize(("status", "lasting"), [(404, True), (410, True), (403, True), (429, False), (500, False), (503, False)])
def test_statuses(site: Site, status: int, lasting: bool) -> None:
    site.answers["/a"] = (status, {"Retry-After": "7"}, b"")
    with pytest.raises(FetchFailed) as failed:
        fetcher(pause=lambda seconds: None).get(f"{site.url}/a")
    assert (failed.value.status, failed.value.lasting, failed.value.retry_after) == (status, lasting, 7.0)


def test_a_host_that_asks_to_be_left_alone_is(site: Site) -> None:
    site.answers["/a"] = (503, {"Retry-After": "3600"}, b"")
    polite = fetcher()
    for _ in range(2):
        with pytest.raises(FetchFailed):
            polite.get(f"{site.url}/a")
    assert site.paths() == ["/a"]


def test_retry_after() -> None:
    assert (retry_after(None), retry_after("120"), retry_after("soon"), retry_after("-3")) == (None, 120.0, None, None)
    assert 50 < (retry_after(format_datetime(datetime.now(UTC) + timedelta(minutes=1), usegmt=True)) or 0) <= 60
    assert retry_after("Tue, 13 Sep 2022 18:45:00 GMT") == 0.0


def test_too_large_packed_or_not(site: Site) -> None:
    site.page("/large", b"a" * (17 * 2**20))
    site.page("/bomb", gzip.compress(b"a" * (200 * 2**20), 1), Content_Encoding="gzip")
    for path in ("/large", "/bomb"):
        with pytest.raises(TooLarge):
            fetcher().get(site.url + path)


def test_a_packed_answer_is_unpacked(site: Site) -> None:
    site.page("/a", gzip.compress(b"news"), Content_Encoding="gzip")
    assert fetcher().get(f"{site.url}/a").body == b"news"


def dripping(piece: bytes) -> Callable[[BaseHTTPRequestHandler], None]:
    """Sends a piece every few milliseconds, for longer than anybody should wait."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        try:
            for _ in range(2000):
                handler.wfile.write(piece)
                handler.wfile.flush()
                time.sleep(0.01)
        except OSError:
            pass

    return answer


@pytest.mark.parametrize("piece", [b"H", b"HTTP/1.1 200 OK\r\n\r\n" + b"a"])
def test_a_slow_drip_does_not_outlast_the_deadline(site: Site, piece: bytes) -> None:
    site.answers["/a"] = dripping(piece)
    started = time.monotonic()
    with pytest.raises(FetchFailed, match="in time"):
        fetcher(seconds=0.4).get(f"{site.url}/a")
    assert time.monotonic() - started < 10


def test_an_answer_that_breaks_off(site: Site) -> None:
    site.answers["/a"] = (200, {"Content-Length": "100"}, b"news")
    with pytest.raises(FetchFailed, match="breaks off"):
        fetcher().get(f"{site.url}/a")


def test_nobody_at_home() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(FetchFailed, match="no answer"):
        fetcher().get(f"http://127.0.0.1:{port}/")


def test_no_http(site: Site) -> None:
    def another_protocol(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"SSH-2.0-OpenSSH\r\n")

    site.answers["/a"] = another_protocol
    with pytest.raises(FetchFailed, match="no answer"):
        fetcher().get(f"{site.url}/a")


def test_robots(site: Site) -> None:
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /all\nUser-agent: gesta\nDisallow: /private\nCrawl-delay: 3\n")
    site.page("/all", b"news")
    site.page("/private/a", b"news")
    waited: list[float] = []
    polite = fetcher(pause=waited.append)
    assert polite.get(f"{site.url}/all").body == b"news"
    assert polite.get(f"{site.url}/all").body == b"news"
    with pytest.raises(FetchRefused, match=r"robots\.txt of the host forbids it"):
        polite.get(f"{site.url}/private/a")
    assert site.paths() == ["/all", "/all"]
    assert [path for path, _ in site.asked].count("/robots.txt") == 1
    assert len(waited) == 1
    assert 2 < waited[0] <= 3


@pytest.mark.parametrize("status", [429, 500, 503])
def test_rules_that_cannot_be_reached_forbid_all(site: Site, status: int) -> None:
    site.answers["/robots.txt"] = (status, {}, b"")
    site.page("/a", b"news")
    with pytest.raises(FetchFailed, match=rf"robots\.txt of the host cannot be read .*{status}"):
        fetcher().get(f"{site.url}/a")
    assert site.paths() == []


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_rules_that_are_not_there_forbid_nothing(site: Site, status: int) -> None:
    site.answers["/robots.txt"] = (status, {}, b"")
    site.page("/a", b"news")
    assert fetcher().get(f"{site.url}/a").body == b"news"


def test_the_rules_of_a_redirect_s_host_count_too(site: Site) -> None:
    with serving() as other:
        other.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /")
        other.page("/b", b"news")
        site.answers["/a"] = (302, {"Location": f"{other.url}/b"}, b"")
        with pytest.raises(FetchRefused):
            fetcher().get(f"{site.url}/a")
        assert other.paths() == []


def test_one_host_is_not_asked_twice_at_once_but_another_is(site: Site) -> None:
    site.page("/a", b"news")
    waited: list[float] = []
    polite = fetcher(interval=10.0, pause=waited.append, resolve=lambda host, port: ["127.0.0.1"])
    for host in ("one.example", "two.example", "one.example"):
        polite.get(f"http://{host}:{site.port}/a")
    assert len(waited) == 1
    assert 9 < waited[0] <= 10


def test_tls_goes_to_the_checked_address_under_the_name_of_the_host() -> None:
    hello: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def listen() -> None:
            connection, _ = server.accept()
            with connection:
                hello.append(connection.recv(4096))

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        target = target_of(f"https://post.example:{server.getsockname()[1]}/")
        with pytest.raises(FetchFailed):
            exchange(target, ["127.0.0.1"], {}, Deadline(5), ssl.create_default_context())
        thread.join(5)
    assert b"post.example" in hello[0]  # the name in the clear: SNI


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for post.example, and its key."""
    folder = tmp_path_factory.mktemp("tls")
    made = folder / "certificate.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
    names = ["-subj", "/CN=post.example", "-addext", "subjectAltName=DNS:post.example", "-out", str(made[0]), "-keyout", str(made[1])]
    if shutil.which("openssl") is None:
        pytest.skip("no openssl")
    subprocess.run([*command, *names], check=True, capture_output=True)
    return made


def test_a_certificate_is_the_name_s_and_not_the_address_s(certified: tuple[Path, Path]) -> None:
    server_side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server_side.load_cert_chain(*certified)
    with serving(server_side) as secure:
        secure.page("/a", b"news")
        trusting = ssl.create_default_context(cafile=str(certified[0]))
        reaching = fetcher(resolve=lambda host, port: ["127.0.0.1"], context=trusting)
        assert reaching.get(f"https://post.example:{secure.port}/a").body == b"news"
        for asked in (reaching, fetcher(resolve=lambda host, port: ["127.0.0.1"])):
            host = "other.example" if asked is reaching else "post.example"
            with pytest.raises(FetchFailed, match="its certificate is not accepted"):
                asked.get(f"https://{host}:{secure.port}/a")
