"""What may be fetched and what may not."""

from __future__ import annotations

import time
from collections.abc import Sequence
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesta.errors import FetchFailed, FetchRefused
from gesta.intake.addresses import addresses_of, is_public, resolved, target_of

NOT_PUBLIC = """
0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.8.9.1 169.254.169.254 172.16.0.1
192.0.0.8 192.0.2.1 192.168.1.1 198.18.0.1 198.51.100.7 203.0.113.9
224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
192.88.99.1 :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::1
2002:7f00:1:: 2002:c0a8:101:: 2001::1 2001:db8::1
100::1 fc00::1 fd12:3456::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 4000::1 127.1 localhost
""".split()
PUBLIC = "1.1.1.1 93.184.216.34 2606:4700:4700::1111 ::ffff:93.184.216.34 64:ff9b::5db8:d822 2002:5db8:d822::1".split()


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address: str) -> None:
    assert is_public(address)


@given(
    st.ip_addresses(v=4, network="127.0.0.0/8")
    | st.ip_addresses(v=4, network="10.0.0.0/8")
    | st.ip_addresses(v=4, network="169.254.0.0/16")
)
def test_no_way_to_write_an_inner_address_is_public(address: object) -> None:
    number = int(ip_address(str(address)))
    assert not is_public(str(address))
    assert not is_public(f"::ffff:{address}")
    assert not is_public(f"2002:{number >> 16:x}:{number & 0xFFFF:x}::1")
    assert not is_public(f"64:ff9b::{number >> 16:x}:{number & 0xFFFF:x}")
    assert not any(map(is_public, resolved(str(number), 80)))  # the resolver takes a bare number for an address


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://post.example/a", "only http and https"),
        ("file:///etc/hostname", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("gopher://post.example", "only http and https"),
        ("http://", "it has no host"),
        ("http:///a", "it has no host"),
        ("http://a:b@post.example/", "a name or password"),
        ("http://[::1", "no web address"),
        ("http://post.example:99999/", "no web address"),
        ("http://po st.example/", "no web address"),
        (f"http://post.example/{'a' * 5000}", "no web address"),
        ("http://post.example/\udcff", "no web address"),
    ],
)
def test_what_is_no_web_address(url: str, why: str) -> None:
    with pytest.raises(FetchRefused, match=why):
        target_of(url)


def test_a_password_is_not_shown() -> None:
    with pytest.raises(FetchRefused) as refused:
        target_of("ftp://ana:secret@post.example/a")
    assert "secret" not in str(refused.value)


def test_a_web_address_in_its_parts() -> None:
    target = target_of("HTTPS://Bücher.Example:8443/ä b?q=ü&r=%20#part")
    assert (target.host, target.port, target.path) == ("xn--bcher-kva.example", 8443, "/%C3%A4%20b?q=%C3%BC&r=%20")
    assert target.origin == "https://xn--bcher-kva.example:8443"
    assert target_of("http://[2606:4700::1]/").authority == "[2606:4700::1]"


@given(st.text(max_size=60))
def test_whatever_the_text_is_it_is_taken_or_refused(text: str) -> None:
    for url in (text, f"http://{text}", f"https://post.example/{text}"):
        try:
            target = target_of(url)
        except FetchRefused:
            continue
        assert target.path.isascii()
        assert target.host.isascii()
        assert not {"\r", "\n", " "} & set(target.path + target.host)


def test_one_inner_address_among_many_refuses_the_host() -> None:
    with pytest.raises(FetchRefused, match=r"10\.0\.0\.1, which is no public address"):
        addresses_of(target_of("http://post.example"), lambda host, port: ["1.1.1.1", "10.0.0.1"], is_public, 1)


def test_a_resolver_that_does_not_answer_is_not_waited_for() -> None:
    def asleep(host: str, port: int) -> Sequence[str]:
        time.sleep(5)
        return ["1.1.1.1"]

    started = time.monotonic()
    with pytest.raises(FetchFailed, match="not resolved within"):
        addresses_of(target_of("http://post.example"), asleep, is_public, 0.05)
    assert time.monotonic() - started < 4


def test_a_host_that_nobody_knows() -> None:
    def unknown(host: str, port: int) -> Sequence[str]:
        raise OSError("Name or service not known")

    with pytest.raises(FetchFailed, match=r"the host post\.example is not known"):
        addresses_of(target_of("http://post.example"), unknown, is_public, 1)
