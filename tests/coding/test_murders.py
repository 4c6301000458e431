"""Who was murdered, what a passage makes of it, and what tells that somebody was: names torn off, lists torn apart, bombs of nobody's."""

from __future__ import annotations

import pytest

from gesta.model import Event
from tests.coding.record_views import Code, told, words


def assaults(code: Code, name: str) -> list[Event]:
    return [e for e in code(name).events if e.type == "ASSAULT"]


def hit(code: Code, name: str) -> list[list[str]]:
    return [[words(code(name), s) for s in e.spans.recipients] for e in assaults(code, name)]


def killed(code: Code, name: str) -> list[int | None]:
    return [f.best for f in code(name).figures if f.effect == "killed"]


def test_a_name_right_behind_the_murder_is_the_victims_wherever_the_parse_hangs_it(code: Code) -> None:
    # Soldiers in Colombia arrested four men involved in the murder of Dr Ana Ruiz. / Ana Ruiz's murder by gunmen shook Colombia.
    assert hit(code, "murder-named") == [["Dr Ana Ruiz"]]
    assert hit(code, "murder-owner") == [["Ana Ruiz's"]]


def test_when_and_where_may_stand_before_the_victim(code: Code) -> None:
    # Peru condemned the murder last week in Lima of senator Ana Ruiz.
    assert hit(code, "murder-when-where") == [["senator Ana Ruiz"]]


def test_one_word_of_a_match_makes_no_match_where_people_are_killed(code: Code) -> None:
    # A Dutch reporter was killed by soldiers in a shootout in Usulutan on Monday.
    assert hit(code, "killed-in-shootout") == [["A Dutch reporter"]]


def test_a_murder_is_told_though_nobody_knows_whose_the_victim_was(code: Code) -> None:
    # Senator Pedro Rojas was murdered near his home on Tuesday. / The film tells of the murder of a singer …
    assert len(assaults(code, "senator-murdered")) == 1
    assert assaults(code, "murder-in-film") == []


def test_a_murder_by_name_amid_parties_is_political(code: Code) -> None:
    # The two parties voted to condemn the murder of Ana Ruiz in Colombia a week before the election.
    assert hit(code, "murder-parties") == [["Ana Ruiz"]]


def test_a_persons_name_tells_of_no_film(code: Code) -> None:
    # Police in Peru are looking for whoever ordered the murder of Oscar Ruiz, a priest.
    assert hit(code, "oscar-murdered") == [["Oscar Ruiz"]]


def test_what_is_riddled_with_bullets_is_shot_at(code: Code) -> None:
    # Gunmen riddled the car of a Colombian judge with bullets on Monday. / The report of the Danish bank was riddled with errors.
    assert [e.mode for e in assaults(code, "riddled")] == ["firearms"]
    assert code("riddled-errors").events == ()


def test_who_is_found_dead_amid_violence_was_killed(code: Code) -> None:
    # Two Honduran students whom soldiers had abducted were found dead on Monday. / A Danish hiker was found dead in the snow …
    assert [e.why for e in assaults(code, "found-dead")] == ["ASSAULT.abduct", "ASSAULT.find-dead"]
    assert code("found-dead-hiker").events == ()


def test_the_attack_that_killed_is_another_than_the_one_told_before(code: Code) -> None:
    # Rebels shelled a Honduran base … Two soldiers will be tried for the attack that killed ten miners in May. / … for the attack, which …
    assert len(assaults(code, "attack-that")) == 2
    assert len(assaults(code, "attack-which")) == 1


def test_a_bomb_goes_off_though_nobody_is_named(code: Code) -> None:
    # A bomb exploded outside a bank on Monday. … / … by the explosion of a grenade thrown at a patrol car … / A boiler exploded …
    assert [(e.mode, e.actors, e.recipients) for e in assaults(code, "bomb-alone")] == [("explosives", (), ())]
    assert [e.mode for e in assaults(code, "grenade-explosion")] == ["explosives"]
    assert code("gas-alone").events == ()


def test_a_list_of_victims_goes_on_behind_what_tells_of_the_first(code: Code) -> None:
    # … the killing of the six nuns, five of whom were Malian, and two women in Gao. / Rebels killed six soldiers and two women were hurt.
    assert killed(code, "six-and-women") == [6, 5, 2]
    assert hit(code, "six-and-women") == [["the six nuns", "two women"]]
    assert killed(code, "six-dead-women-hurt") == [6]


def test_a_daughter_listed_last_is_a_victim(code: Code) -> None:
    # The murder of the six nuns, a cook, and her daughter by soldiers shook Mali.
    assert hit(code, "with-her-daughter") == [["the six nuns", "a cook", "her daughter"]]


def test_what_a_victim_was_besides_is_no_other_victim(code: Code) -> None:
    # … the killing of Pedro Rojas, head of a firm and mayor of Tunja … / … the murder of senator and presidential candidate Pedro Rojas …
    assert hit(code, "head-and-mayor") == [["Pedro Rojas"]]
    assert hit(code, "senator-and-candidate") == [["presidential candidate Pedro Rojas"]]


def test_the_bomb_of_another_clause_killed_nobody(code: Code) -> None:
    # The rebels, who claimed responsibility for killing a Honduran general, said that they had set off a bomb in Tela.
    assert [(e.why, e.mode) for e in assaults(code, "bomb-told-beside")] == [("ASSAULT.kill", None), ("ASSAULT.mine", "explosives")]


def test_what_one_is_suspected_of_or_what_is_inquired_into_was_done(code: Code) -> None:
    # The men suspected of killing senator Pedro Rojas … will be … / Chile demanded that Peru conduct an inquiry into the murder …
    assert [e.factuality for e in assaults(code, "suspected-of")] == ["actual"]
    assert [e.factuality for e in assaults(code, "inquiry-conducted")] == ["actual"]


def test_what_is_not_forgotten_was_done(code: Code) -> None:
    # Peru will not forget the murder … / The murder of … did not go unpunished. / The rebels did not order the murder of …
    told = [[e.factuality for e in assaults(code, f"murder-{name}")] for name in ("not-forgotten", "unpunished", "not-ordered")]
    assert told == [["actual"], ["actual"], ["negated"]]


@pytest.mark.parametrize(("name", "running"), [("so-far", True), ("past-months", True), ("since-may", True), ("left-dead", False)])
def test_a_number_up_to_now_is_a_running_toll(code: Code, name: str, running: bool) -> None:
    # … has so far left 1,000 people dead. / … in the past six months. / … since May. / The fighting in Peru left 1,000 people dead.
    assert [f.cumulative for f in code(name).figures] == [running]


def test_a_baker_is_somebody(code: Code) -> None:
    # Guerrillas killed a baker in Peru on Monday.
    assert [t.recipients for t in told(code("baker-killed"))] == [("PER.CVL",)]
