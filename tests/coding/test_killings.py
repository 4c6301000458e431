"""Who was killed, with whom, and by which telling."""

from __future__ import annotations

from tests.coding.record_views import Code, told


def killed(code: Code, name: str) -> list[int | None]:
    return [f.best for f in code(name).figures if f.effect == "killed"]


def test_who_kills_is_not_counted_among_the_dead(code: Code) -> None:
    # Two gunmen killed a mayor in Colombia on Tuesday.
    assert killed(code, "killers-counted") == [1]


def test_what_a_named_victim_was_is_no_other_victim(code: Code) -> None:
    # Rebels in Mali murdered Amadou Keita, a mayor, teacher, and a farmer, in a raid on the army.
    assert killed(code, "killed-who-was") == []


def test_those_killed_along_with_somebody_are_counted(code: Code) -> None:
    # Minister Amadou Keita was killed by rebels near his home in Mali, along with two of his guards.
    assert killed(code, "killed-with-guards") == [2]


def test_those_listed_with_a_name_are_counted(code: Code) -> None:
    # Labor leader Elizabeth Velez and seven other people were killed by a bomb in San Salvador.
    assert killed(code, "named-and-others") == [7]


def test_a_person_is_killed_once(code: Code) -> None:
    # Guerrillas murdered Colombian senator Luis Rojas … Mexico condemned the killing of Rojas … who ordered the murder of Luis Rojas.
    assaults = [e for e in code("killed-once").events if e.type == "ASSAULT"]
    assert [len(e.mentions) for e in assaults] == [2]


def test_two_of_one_surname_are_two(code: Code) -> None:
    # Guerrillas murdered Luis Rojas in Colombia on Monday. The murder of Pedro Rojas shook the army.
    assert [t.recipients for t in told(code("killed-brothers"))] == [("COL.CVL",), ("COL.CVL",)]


def test_a_victim_with_a_title_is_known_though_the_preposition_hangs_on_the_name(code: Code) -> None:
    # Mexico condemned the assassination of Liberal presidential candidate Luis Rojas in Colombia by guerrillas.
    assert ("COL.CVL",) in [t.recipients for t in told(code("titled-victim")) if t.type == "ASSAULT"]


def test_who_died_of_an_attack_was_hit_by_it(code: Code) -> None:
    # The army said that former minister Pedro Rojas died in Peru as a consequence of a guerrilla attack.
    report = code("died-of-attack")
    assert [[report.article.text[s.start : s.end] for s in e.spans.recipients] for e in report.events] == [["former minister Pedro Rojas"]]


def test_the_killing_of_somebody_named_is_an_event_though_it_lies_back(code: Code) -> None:
    # Luis Rojas was killed in Bogota eight months ago. / Many villagers were killed in Bogota eight months ago.
    assert [(e.type, e.era) for e in code("recalled-murder").events] == [("ASSAULT", "background")]
    assert code("recalled-toll").events == ()


def test_the_murder_of_a_politician_is_told_in_the_midst_of_an_election(code: Code) -> None:
    # The murder of a senator shook Colombia a week before the election. Voters said that the senator was the only candidate …
    assert [t.recipients for t in told(code("candidate-killed"))] == [("COL",)]


def test_a_massacre_and_the_priests_murder_count_their_dead(code: Code) -> None:
    # Spain condemned the massacre of six nuns in Mali on Tuesday. / The eight priests' murder by soldiers shook Mali.
    assert killed(code, "massacre-counted") == [6]
    assert killed(code, "poss-counted") == [8]


def test_those_counted_behind_a_name_are_counted_though_the_parse_makes_them_its_apposition(code: Code) -> None:
    # Officers are suspected of the assassination of rector Amadou Keita, five other teachers and two women in Mali.
    assert killed(code, "named-then-counted") == [5, 2]


def test_losses_in_money_are_no_dead(code: Code) -> None:
    # Guerrillas blew up the pipeline in Colombia, causing millions in losses.
    assert code("losses-in-money").figures == ()


def test_an_attack_known_by_whom_it_killed_hit_them(code: Code) -> None:
    # Ghana deplored the bomb attack that killed Kenyan minister Peter Mwangi.
    assert ("KEN",) in [t.recipients for t in told(code("attack-that-killed")) if t.type == "ASSAULT"]
    # Rebels attacked a Kenyan army base on Monday. The attack, which killed a soldier, drew the condemnation of Chad.
    assert [e.type for e in code("attack-which-killed").events].count("ASSAULT") == 1


def test_the_murder_of_a_politician_is_told_in_court_too_and_that_of_a_neighbour_is_not(code: Code) -> None:
    # The court in Lima opened the trial on Monday. The judge said that the defendant had ordered the murder of Peruvian mayor Luis Rojas.
    assert [t.type for t in told(code("mayor-in-court"))] == ["ASSAULT"]
    # … had planned the assassination of a Peruvian lawyer. / … had ordered the murder of a Peruvian neighbour.
    assert [t.type for t in told(code("assassinated-by-court"))] == ["ASSAULT"]
    assert code("neighbour-in-court").events == ()


def factualities(code: Code, name: str) -> list[str]:
    return [e.factuality for e in code(name).events if e.type == "ASSAULT"]


def test_what_is_inquired_into_took_place(code: Code) -> None:
    # Salvadoran president Luis Rojas promised to investigate the murder of six Spanish priests.
    assert factualities(code, "vowed-to-investigate") == ["actual"]
    # Spain demanded an inquiry into the killing of six Spanish priests in Mali. / Rebels planned the killing of …
    assert factualities(code, "inquiry-into") == ["actual"]
    assert factualities(code, "planned-killing") == ["planned"]


def test_a_colonels_daughter_is_no_officer(code: Code) -> None:
    # Colombian army Colonel Juan Ruiz spoke on Monday. Guerrillas killed Ana Ruiz, daughter of Colonel Juan Ruiz, in Bogota.
    assert [a.sector for a in code("colonels-daughter").actors if a.name == "Ana Ruiz"] == ["CVL"]
