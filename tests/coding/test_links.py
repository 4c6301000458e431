from __future__ import annotations

import pytest

from tests.coding.record_views import Code


@pytest.mark.parametrize(("name", "links"), [
    ("including-officers", [("part_of", "f2", "f1")]),  # 14 soldiers, including three officers
    ("among-them", [("part_of", "f2", "f1")]),  # 23 bodies, among them six children
    ("of-whom", [("part_of", "f2", "f1")]),  # killed 14 people, among them three nurses, and wounded dozens
    ("rival-tolls", [("contradicts", "f2", "f1")]),  # 40 Eritrean soldiers, says Ethiopia; nine, says Eritrea
    ("risen-toll", [("supersedes", "f2", "f1")]),  # 12 people; the death toll rose to 15
    ("denied-shelling", [("denies", "s1", "e1")]),  # Rwanda denied that its troops shelled …
    ("two-tolls", []),  # the losses of two sides do not contradict one another
    ("killed-and-wounded", []),  # nor do the killed and the wounded
])  # fmt: skip
def test_links_between_items(code: Code, name: str, links: list[tuple[str, str, str]]) -> None:
    assert [(link.kind, link.source, link.target) for link in code(name).links] == links


def test_a_denial_contradicts_the_claim_that_it_denies(code: Code) -> None:
    # Azerbaijan said … that Armenian troops attacked its outposts. Armenia denied that its troops attacked Azerbaijan.
    found = {(link.kind, link.source, link.target) for link in code("border-war").links}
    assert found == {("contradicts", "e2", "e1"), ("denies", "s2", "e2")}
