"""What one says that another said, and where it was said."""

from __future__ import annotations

from tests.coding.record_views import Code, Told, said, told, tolls


def test_what_a_said_according_to_b_is_as_claim_and_bs_statement_about_it(code: Code) -> None:
    # Ansarul Nusrat Vanguard (JNIM) said … that its men had killed 40 soldiers …, according to the SITE Intelligence Group.
    report = code("told-by-another")
    by_site, by_group = report.statements[:2]
    assert [sources for sources, _, _ in said(report)[:2]] == [("SITE",), ("JNIM",)]
    assert by_group.within == by_site.id
    assert (told(report)[0].actors, told(report)[0].by, tolls(report)[0].by) == (("JNIM",), ("JNIM",), ("JNIM",))


def test_a_bloc_is_called_by_the_name_behind_it(code: Code) -> None:
    # … SITE Intelligence Group. The West African bloc ECOWAS urged Mali to resume talks.
    assert [t.actors for t in told(code("told-by-another")) if t.type == "REQUEST"] == [("ECOWAS",)]


def test_where_somebody_spoke_is_not_where_it_happened(code: Code) -> None:
    # "…, and 12 of the attackers were killed," Colonel Issa Traoré, a spokesman …, told reporters in Bamako.
    report = code("told-by-another")
    assert report.events[-1].places == ()
    assert said(report)[-1] == (("MLI",), "assert", "Our men fought back, and 12 of the attackers were killed")


def test_each_of_two_is_both(code: Code) -> None:
    # India and Pakistan reported the deaths of 12 soldiers on Tuesday, and each blamed the other for the shelling.
    report = code("each-of-two")
    assert ("accuse", ("IND", "PAK")) in [(stance, sources) for sources, stance, _ in said(report)]
    assert [t[1:3] for t in told(report) if t.type == "ACCUSE"] == [(("IND", "PAK"), ("IND", "PAK"))]


def test_raids_that_killed_more_are_others(code: Code) -> None:
    # Saudi warplanes bombed Houthi positions near Taiz on Monday. Saudi air raids killed seven Houthi fighters.
    assert told(code("raids-that-killed-more")) == [Told("ASSAULT", ("SAU",), ("HOUTHIS",)), Told("ASSAULT", ("SAU",), ("HOUTHIS",))]
