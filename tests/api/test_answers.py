"""Answers are made once and handed to all who ask the same, until the store is published anew; the first after that is the new one."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest
from fastapi import Request
from starlette.testclient import TestClient

from gesta.api import layers
from gesta.api.answers import Answers
from gesta.api.app import create_app
from gesta.api.kept import Kept
from gesta.api.readers import Readers
from gesta.api.settings import Settings, hashed
from gesta.api.tokens import kept_tokens, new_token
from gesta.model import Incident
from gesta.pipeline.casefiles import courses
from gesta.pipeline.dossier import Dossier, open_dossier
from gesta.pipeline.paging import noun
from gesta.pipeline.relinking import relink
from gesta.store import open_store
from gesta.store.relational import RelationalStore
from tests.api.conftest import HELD, TOKEN
from tests.cli.war_records import RECORDS, filed

WHOLE = f"/api/v1/reports/{'aaaa0001' * 8}/annotations"
#: The calls of the page's first view, and others that are computed over all rows.
CALLS = (
    "incidents?facets=type,actors,claimants,countries&sort=-reports", "series", "series?by=report", "places", "names", "sources", "reports",
    "method", "happenings?background=true", "claims", "actors",
)  # fmt: skip

STILL = ("series", "places", "names")  # the later reports add nothing to them


def served(path: Path, **more: object) -> TestClient:
    settings = Settings(store=str(path), tokens={"Ed": hashed(TOKEN)}, **more)  # type: ignore[arg-type]
    return TestClient(create_app(settings), base_url="http://localhost")


@pytest.mark.parametrize("headers", [{}, HELD], ids=["nobody", "a token"])
def test_after_a_publishing_every_answer_is_the_new_one(tmp_path: Path, headers: dict[str, str]) -> None:
    path, whole = filed(tmp_path / "war.gesta", RECORDS[:2]), filed(tmp_path / "whole.gesta")
    with served(path) as client, served(whole) as expected:
        before = {call: [client.get(f"/api/v1/{call}", headers=headers) for _ in range(2)] for call in CALLS}
        with open_store(path, write=True) as store:
            store.add(RECORDS[2:])
            relink(store)
        for call, (first, second) in before.items():
            assert first.json() == second.json()
            now = client.get(f"/api/v1/{call}", headers={**headers, "If-None-Match": first.headers["etag"]})
            assert (now.status_code, now.json()) == (200, expected.get(f"/api/v1/{call}", headers=headers).json()), call
            assert (now.json() == first.json()) == (call in STILL), call


def asking(key: str) -> Request:
    scope = {"type": "http", "method": "GET", "path": f"/{key}", "query_string": b"", "headers": [], "server": ("localhost", 80)}
    return Request({**scope, "gesta.key": (key,)})


def test_answers_of_a_publishing_that_is_gone_are_not_kept(tmp_path: Path) -> None:
    path = filed(tmp_path / "war.gesta", RECORDS[:2])
    answers = Answers(Readers(str(path)))
    for key in ("one", "other"):
        answers.give(asking(key), lambda _: b"an answer")
    assert answers.known(("one",)) is not None
    with open_store(path, write=True) as store:
        store.add(RECORDS[2:])
        relink(store)
    answers.give(asking("other"), lambda _: b"a newer answer")
    assert answers.known(("one",)) is None
    other = answers.known(("other",))
    assert other is not None
    assert other.body == b"a newer answer"
    answers.readers.close()


def test_what_answers_of_a_publishing_that_is_gone_were_made_of_is_not_kept() -> None:
    kept = Kept[set[str]](10)

    def shown(publishing: str) -> Dossier:
        return SimpleNamespace(store=SimpleNamespace(published=lambda: publishing))  # type: ignore[return-value]

    old = weakref.ref(kept.of(shown("first"), set, "incident"))
    assert old() is kept.of(shown("first"), set, "incident")
    kept.of(shown("second"), set, "another")
    assert old() is None


def test_many_who_ask_the_same_at_once_are_answered_by_one_making(war: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, everybody, plain = [], threading.Event(), layers.page

    def slow(dossier: Dossier, *asked: object) -> object:
        made.append(asked)
        everybody.wait(1)
        return plain(dossier, *asked)  # type: ignore[arg-type]

    monkeypatch.setattr(layers, "page", slow)
    with served(war) as client, ThreadPoolExecutor(20) as readers:
        answers = list(readers.map(lambda _: client.get("/api/v1/claims?sort=-best").content, range(20)))
    assert (len(made), len(set(answers))) == (1, 1)


def test_the_digest_of_a_publishing_is_summed_up_once(war: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summed, plain = [], RelationalStore.versions

    def noted(store: RelationalStore) -> Mapping[str, str]:
        summed.append(store)
        return plain(store)

    monkeypatch.setattr(RelationalStore, "versions", noted)
    with served(war) as client:
        one, other = (client.get(f"/api/v1/method?limit={n}").json() for n in (1, 2))
    assert (one, len(summed)) == (other, 1)


def test_an_answer_is_packed_for_who_takes_it_and_named_alike(war: Path) -> None:
    with served(war) as client:
        bare, packed = (client.get("/api/v1/claims", headers={"Accept-Encoding": how}) for how in ("identity", "gzip"))
    assert (bare.headers.get("content-encoding"), packed.headers["content-encoding"]) == (None, "gzip")
    assert bare.content == packed.content
    assert bare.headers["etag"] == packed.headers["etag"]


def test_a_token_made_while_a_server_runs_is_known_to_it_and_one_that_is_gone_is_not(war: Path, tmp_path: Path) -> None:
    file = tmp_path / "tokens.json"
    gone = {"Authorization": f"Bearer {new_token('gone', file)}"}
    known = {**kept_tokens(file), "for this run": hashed(TOKEN)}
    with TestClient(create_app(Settings(store=str(war), tokens=known, token_file=file)), base_url="http://localhost") as client:
        assert [client.get(WHOLE).json()["whole"], client.get(WHOLE, headers=gone).json()["whole"]] == [False, True]
        file.unlink()
        late = {"Authorization": f"Bearer {new_token('late', file)}"}
        assert [client.get(WHOLE, headers=who).json()["whole"] for who in (late, HELD)] == [True, True]
        assert client.get(WHOLE, headers=gone).status_code == 401


def test_the_courses_of_many_incidents_are_those_of_their_casefiles(war: Path) -> None:
    with open_dossier(war) as dossier:
        incidents = [noun(Incident, row) for row in dossier.incidents(background=True).to_pylist()]
        found = courses(dossier.store, incidents)
        assert {name: tuple(steps) for name, steps in found.items()} == {
            one.id: steps for one in incidents if (steps := dossier.incident(one.id).steps)
        }
        assert found
