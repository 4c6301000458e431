"""Killings that words about them take for granted, what an act cost by name, and tolls of a war, which belong to no act told before."""

from __future__ import annotations

from tests.coding.record_views import Code, words


def assaults(code: Code, name: str) -> list[tuple[str, list[str]]]:
    report = code(f"muc22-{name}")
    return [(e.factuality, [words(report, s) for s in e.spans.recipients]) for e in report.events if e.type == "ASSAULT"]


def tied(code: Code, name: str) -> list[tuple[int | None, str | None]]:
    return [(f.best, f.event) for f in code(f"muc22-{name}").figures if f.effect == "killed"]


def test_to_may_stand_before_what_was_done(code: Code) -> None:
    # Two Serbian soldiers confessed to shelling the Bosnian village of Ahmici. / In addition to shelling the port of Odesa, …
    assert assaults(code, "confessed-to-shelling") == [("actual", ["the Bosnian village"])]
    assert assaults(code, "resorted-to-bombing")[0] == ("actual", ["the port"])
    # The rebels were committed to attacking Monrovia.
    assert assaults(code, "committed-to-attacking") == [("planned", ["Monrovia"])]


def test_what_is_to_be_investigated_was_done(code: Code) -> None:
    # The opposition demanded that the government investigate the killing of the activist Oscar Kingara. / … stop the killing of activists.
    assert assaults(code, "investigate-the-killing") == [("actual", ["the activist Oscar Kingara"])]
    assert assaults(code, "stop-the-killing") == []
    # The preacher called for the assassination of the activist Oscar Kingara.
    assert assaults(code, "called-for-killing") == []


def test_a_murder_that_is_rejected_was_done(code: Code) -> None:
    # All parties in Lebanon rejected the murder of the lawmaker Antoine Ghanem.
    assert assaults(code, "rejected-the-murder") == [("actual", ["the lawmaker Antoine Ghanem"])]


def test_who_denies_links_with_a_murder_does_not_deny_the_murder(code: Code) -> None:
    # Rwanda has denied any links with the assassination of Congolese minister Laurent Nkala eight days ago.
    assert assaults(code, "denied-links-murder") == [("actual", ["Congolese minister Laurent Nkala"])]
    # Rwanda denied that its soldiers had murdered Congolese minister Laurent Nkala.
    assert assaults(code, "denied-the-murder") == [("negated", ["Congolese minister Laurent Nkala"])]


def test_who_is_killed_beside_an_abduction_was_not_abducted(code: Code) -> None:
    # Gunmen kidnapped a Nigerian doctor, killed a guard and wounded two policemen. / Gunmen kidnapped a Nigerian doctor and killed him.
    assert [hit for _, hit in assaults(code, "kidnapped-killed-guard")] == [["a Nigerian doctor"], ["a guard"], ["two policemen"]]
    assert [hit for _, hit in assaults(code, "kidnapped-and-killed")] == [["a Nigerian doctor"]]


def test_an_attack_falls_on_those_whose_lives_it_claimed(code: Code) -> None:
    # A suicide attack in Kabul that claimed the lives of senator Ahmad Wali and two guards was condemned by the UN.
    assert assaults(code, "claimed-lives") == [("actual", ["senator Ahmad Wali"])]


def test_the_dead_of_a_war_or_a_month_are_of_no_raid_told_before(code: Code) -> None:
    # Boko Haram raided a village on Monday. The conflict has left 30,000 people dead. / … It left 30 people dead.
    assert tied(code, "war-has-killed") == [(30000, None)]
    assert tied(code, "raid-left-dead") == [(30, "e1")]
    # Militants threw bombs at a police post on Monday. During October more than 350 people were killed in Pakistan …
    assert tied(code, "killed-in-month") == [(350, None)]
    # The murder of six priests shocked El Salvador. It has left at least 1,000 people dead.
    assert tied(code, "murder-then-toll") == [(6, "e1"), (1000, None)]
