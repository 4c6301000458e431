"""An article handed over to be coded: as text, as a file, and one that takes too long."""

from __future__ import annotations

import gzip
import time
from typing import Any

import pytest

from gesta.api.apart import Apart, Refused, Task, TooSlow
from gesta.api.trying import called
from tests.api.conftest import Client

SAID = "Azerbaijan said on Tuesday that 50 of its soldiers had been killed in clashes with Armenia."
PAGE = (
    "<html><head><title>Toll</title><script>alert(1)</script></head><body><nav>Home</nav><article><h1>Toll</h1>"
    f"<p>{SAID}</p><p>The defence ministry in Baku published the names of the dead in the evening of the same day.</p>"
    "</article></body></html>"
)


def posted(serve: Client, name: str, data: bytes, **fields: Any) -> Any:
    return serve().post("/api/v1/code", files={"file": (name, data)}, data=fields)


def figures(answer: Any) -> list[tuple[str, int]]:
    assert answer.status_code == 200, answer.text
    return [(one["effect"], one["best"]) for one in answer.json()["record"]["figures"]]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("toll.txt", SAID.encode()), ("toll.html", PAGE.encode()), ("toll.md", f"---\ntitle: Toll\n---\n{SAID}".encode()),
        ("toll.jsonl.gz", gzip.compress(b'{"text": "%s"}\n' % SAID.encode())),
    ],
)  # fmt: skip
def test_a_file_is_read_as_intake_reads_it(serve: Client, name: str, data: bytes) -> None:
    assert ("killed", 50) in figures(posted(serve, name, data))


def test_what_a_file_says_of_itself_stands_before_what_is_said_of_it(serve: Client) -> None:
    data = f"---\npublished: 2022-09-13\n---\n{SAID}".encode()
    report = posted(serve, "toll.md", data, published="2020-01-01", outlet="Harbour Post").json()["record"]["report"]
    assert (report["published"], report["outlet"]) == ("2022-09-13", "Harbour Post")


@pytest.mark.parametrize(
    ("name", "data", "status", "why"),
    [
        ("photo.pdf", b"%PDF-1.7\n\x00\x01\x02\xff\xfe", 409, "photo.pdf"), ("empty.txt", b"  ", 409, "empty.txt: the document is empty"),
        ("two.jsonl", b'{"text": "%b"}\n{"text": "b"}\n' % SAID.encode(), 409, "more than one article"),
        ("../../etc/long.txt", (SAID + "\n").encode() * 1_200, 413, "long.txt: 110,"),
        ("bomb.txt", gzip.compress(b"a" * 20_000_000), 413, "bomb.txt"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_coded_is_named_with_the_reason(serve: Client, name: str, data: bytes, status: int, why: str) -> None:
    answer = posted(serve, name, data)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert why in answer.json()["detail"]
    assert "/etc" not in answer.json()["detail"]


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"content": SAID.encode(), "headers": {"Content-Type": "text/plain"}}, 415), ({"data": {"file": SAID}}, 415),
        ({"files": {"other": ("a.txt", b"a")}}, 422), ({"files": [("file", ("a.txt", b"a")), ("file", ("b.txt", b"b"))]}, 400),
        ({"files": {"file": ("a.txt", b"a")}, "data": {"published": "yesterday"}}, 422), ({"json": {"txt": SAID}}, 422),
        ({"content": b"--x", "headers": {"Content-Type": "multipart/form-data"}}, 400),
        ({"files": {"file": ("a.txt", b"a" * 2_100_000)}}, 413),
    ],
)  # fmt: skip
def test_a_body_of_another_form_is_refused_as_a_problem(serve: Client, sent: dict[str, Any], status: int) -> None:
    answer = serve().post("/api/v1/code", **sent)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_a_file_is_called_by_what_is_seen_of_its_name() -> None:
    assert [called(name) for name in ("C:\\texts\\a.txt", "/etc/../b\u202egpj.txt", "..", "\x00")] == [
        "a.txt",
        "bgpj.txt",
        "..",
        "the file",
    ]


def hostile(task: Task) -> bytes:
    """Stands for coding: hangs, or ends the process."""
    if task.text == "hangs":
        time.sleep(600)
    if task.text == "ends":
        raise SystemExit
    return b'{"text":"%s"}' % task.text.encode() if task.text != "refused" else b'[409,"no"]'


def test_what_takes_too_long_is_given_up_and_the_next_is_coded() -> None:
    apart = Apart(0.2, hostile)
    try:
        assert apart.code(Task(text="a")) == b'{"text":"a"}'
        for bad in ("hangs", "ends"):
            with pytest.raises(TooSlow):
                apart.code(Task(text=bad))
            assert apart.code(Task(text="b")) == b'{"text":"b"}'
        with pytest.raises(Refused, match="no"):
            apart.code(Task(text="refused"))
    finally:
        apart.close()
