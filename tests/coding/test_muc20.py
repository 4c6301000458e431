"""The dead of one act told in several sentences, lists of the dead and who they were, numbers that count no dead."""

from __future__ import annotations

from gesta.model import Event
from tests.coding.record_views import Code, codes, words


def assaults(code: Code, name: str) -> list[Event]:
    return [e for e in code(f"muc20-{name}").events if e.type == "ASSAULT"]


def hit(code: Code, name: str) -> list[list[str]]:
    return [[words(code(f"muc20-{name}"), s) for s in e.spans.recipients] for e in assaults(code, name)]


def lost(code: Code, name: str) -> list[tuple[str, int | None]]:
    return [(f.effect, f.best) for f in code(f"muc20-{name}").figures]


def test_a_murder_by_suspects_is_a_murder(code: Code) -> None:
    # The murder of editor Pedro Rojas by suspected rebels … / The trial of the suspect in the murder of a Danish baker …
    assert hit(code, "suspected") == [["editor Pedro Rojas"]]
    assert assaults(code, "suspect-tried") == []


def test_who_is_killed_besides_is_shown_though_a_later_sentence_tells_it(code: Code) -> None:
    # Mayor Ana Ruiz was murdered by gunmen in Cali … Her driver was also killed in the attack.
    assert hit(code, "her-driver") == [["Mayor Ana Ruiz", "Her driver"]]
    # … the murder of Ana Ruiz in Cali, Colombia. The murder of Ruiz and Pedro Gomez, her companion, was condemned by Peru.
    assert hit(code, "and-companion") == [["Ana Ruiz", "Pedro Gomez"]]


def test_who_is_told_of_again_is_no_other_victim(code: Code) -> None:
    # Mayor Ana Ruiz was murdered by gunmen in Cali, Colombia, on Monday. The mayor was killed at her door.
    assert hit(code, "the-mayor") == [["Mayor Ana Ruiz"]]


def test_what_brackets_say_of_the_dead_is_part_of_their_number(code: Code) -> None:
    # Six nuns (five Poles and a Czech) and two cooks were murdered … / Six soldiers -- and two miners -- were killed by rebels in Mali.
    report = code("muc20-nuns-in-brackets")
    parts = {link.source for link in report.links if link.kind == "part_of"}
    assert [(f.best, f.id in parts) for f in report.figures] == [(6, False), (5, True), (1, True), (2, False)]
    assert not [link for link in code("muc20-miners-in-dashes").links if link.kind == "part_of"]


def test_who_is_nearly_killed_is_not_dead(code: Code) -> None:
    # A Congolese rebel was nearly lynched by villagers in Goma. / Nearly 50 Congolese rebels were killed by villagers in Goma.
    assert lost(code, "nearly-lynched") == []
    assert lost(code, "nearly-fifty") == [("killed", 50)]


def test_how_old_the_dead_were_counts_nobody(code: Code) -> None:
    # Judge Luis Prado identified the dead men as Pedro Rojas, 38, and Jose Marquez, 42.
    assert lost(code, "ages") == []


def test_people_told_by_their_nation_alone_are_killed(code: Code) -> None:
    # Rebels killed a Colombian and wounded an Ecuadorean near the border on Monday.
    assert hit(code, "a-colombian") == [["a Colombian"]]
    assert [codes(code("muc20-a-colombian"), e.recipients) for e in assaults(code, "a-colombian")] == [("COL.CVL",)]


def test_a_name_ends_where_the_next_of_a_list_begins(code: Code) -> None:
    # Quito condemned the murders in Colombia of Carlos Prado, Colonel Pedro Diaz, and senator Luis Rojas.
    assert hit(code, "three-names") == [["Carlos Prado", "Colonel Pedro Diaz", "senator Luis Rojas"]]


def test_who_stands_behind_a_colon_was_not_murdered(code: Code) -> None:
    # Rebels were arrested in Bogota for the murder of senator Luis Rojas: Alvaro Diaz and Jorge Prado.
    assert hit(code, "behind-a-colon") == [["senator Luis Rojas"]]


def test_a_country_is_not_murdered_with_its_judges(code: Code) -> None:
    # The murders of judges, mayors and journalists of the Latin American country, Colombia, were condemned by Peru.
    assert hit(code, "country-listed") == [["judges", "mayors", "journalists"]]
    # Police in Colombia have killed Jose Gacha, a.k.a. the Mexican, and 15 others.
    assert hit(code, "and-fifteen-others") == [["15 others", "Jose Gacha"]]


def test_what_one_has_sworn_to_do_is_not_done(code: Code) -> None:
    # The Medellin Cartel has sworn to kill ten Colombian judges.
    assert [e.type for e in code("muc20-sworn").events] == ["THREATEN"]


def test_who_is_shot_to_death_is_not_murdered_once_more(code: Code) -> None:
    # Ramiro Castillo was shot to death by soldiers in Guatemala City on Monday. After murdering Castillo, the soldiers drove away.
    assert [e.why for e in assaults(code, "shot-then-murdered")] == ["ASSAULT.shoot-dead"]


def test_the_wounded_of_a_list_are_not_among_its_dead(code: Code) -> None:
    # A blast rocked Guatemala City, leaving at least one dead and five wounded, and two stores damaged.
    assert lost(code, "five-wounded") == [("killed", 1), ("wounded", 5)]


def test_the_people_before_a_passive_are_those_it_befell(code: Code) -> None:
    # … five Kenyans were killed, and at least 14 civilians were wounded when …, as a parse has it that takes the civilians for killed.
    assert lost(code, "fourteen-wounded") == [("killed", 5), ("wounded", 14)]


def test_a_murder_in_a_report_on_nothing_else_that_kills_was_done(code: Code) -> None:
    # … The rector's family has asked for silence since the murder of the six priests. … (184 words on a funeral)
    assert hit(code, "long-funeral") == [["the six priests"]]
