from __future__ import annotations

from gesta.codebook import Codebook
from gesta.coding.toponyms import toponyms
from tests.coding.parses import article, reading
from tests.coding.record_views import Code


def test_each_name_has_the_role_that_it_plays_and_its_place(codebook: Codebook) -> None:
    # The Ohio Department of Health said … that Yemen had asked Germany for Turkish medicines … in Sanaa. The Commerce Club of Nairobi …
    about = article("roles-of-place-names")
    found = toponyms(about, reading("roles-of-place-names"), codebook)
    assert [(about.text[slice(*name.span)], name.role, name.place and name.place.country) for name in found] == [
        ("Ohio", "part", "USA"),
        ("Yemen", "government", "YEM"),
        ("Germany", "government", "DEU"),
        ("Turkish", "adjective", "TUR"),
        ("Sanaa", "place", "YEM"),
        ("Nairobi", "part", "KEN"),
    ]


def test_names_that_stand_for_places_are_the_places_of_the_record(code: Code, codebook: Codebook) -> None:
    for name in ("wire-report", "shelled-in-the-passive", "country-as-place", "make-of-a-jet", "roles-of-place-names"):
        found = toponyms(article(name), reading(name), codebook)
        mentions = sorted(span for place in code(name).places for span in place.mentions)
        assert [one.span for one in found if one.role == "place"] == mentions
