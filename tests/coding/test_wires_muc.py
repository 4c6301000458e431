"""The dead of wires: lists of victims by name, titles before names, what was done though it is only admitted, charged or denied around."""

from __future__ import annotations

from gesta.model import Event
from tests.coding.record_views import Code, codes, told, words


def assaults(code: Code, name: str) -> list[Event]:
    return [e for e in code(f"wires-muc-{name}").events if e.type == "ASSAULT"]


def hit(code: Code, name: str) -> list[list[str]]:
    return [[words(code(f"wires-muc-{name}"), s) for s in e.spans.recipients] for e in assaults(code, name)]


def doers(code: Code, name: str) -> list[tuple[str | None, ...]]:
    return [codes(code(f"wires-muc-{name}"), e.actors) for e in assaults(code, name)]


def test_a_list_of_victims_goes_on_behind_a_whole_name(code: Code) -> None:
    # Guerrillas murdered party leader Cecilio Rojas and two other party supporters in Chalatenango, El Salvador.
    assert hit(code, "title-and-two") == [["Cecilio Rojas", "two other party supporters"]]
    assert [f.best for f in code("wires-muc-title-and-two").figures] == [2]


def test_who_is_called_by_name_is_shown_by_name(code: Code) -> None:
    # Shining Path rebels murdered brothers Luis and Juan Quispe and their mother in Ayacucho, Peru.
    assert hit(code, "brothers") == [["Luis", "Juan Quispe", "their mother"]]


def test_a_list_goes_on_over_what_the_victims_were(code: Code) -> None:
    # The mayor's son, Tomas; Gustavo Torres, the regional secretary; and bodyguard Jairo Ortega, were also killed near Cucuta, Colombia.
    assert hit(code, "semicolons") == [["The mayor's son", "Gustavo Torres", "Jairo Ortega"]]


def test_names_that_say_who_was_meant_are_no_other_victims(code: Code) -> None:
    # … killed two Salvadoran reporters, Rafael Mena and Mauricio Diaz … / … killed the interior minister, Jose Paredes, and his driver …
    assert hit(code, "two-reporters") == [["two Salvadoran reporters"]]
    assert hit(code, "minister-named") == [["the interior minister", "his driver"]]
    # Rebels killed Ana Torres …, and Pedro Gomez was wounded in Cali. / … of Senator and Liberal Party candidate Luis Torres …
    assert hit(code, "and-was-hurt") == [["Ana Torres"]]
    assert hit(code, "senator-and-candidate") == [["Senator and Liberal Party candidate Luis Torres"]]


def test_who_is_killed_by_name_is_no_toll_of_what_was_done_to_another(code: Code) -> None:
    # Rebels kidnapped mayor Ricardo Castellar near Achi … Gustavo Torres and his bodyguard Jairo Ortega were also killed.
    assert hit(code, "other-captive") == [["Ricardo Castellar"], ["Gustavo Torres", "Jairo Ortega"]]


def test_a_name_behind_its_title_is_who_was_hit(code: Code) -> None:
    # Gunmen in Bogota shot presidential hopeful Luis Torres on Friday. / The report admits that General Carlos Prado … was assassinated …
    assert hit(code, "title-head") == [["Luis Torres"]]
    assert hit(code, "admits-that-named") == [["General Carlos Prado"]]


def test_what_one_decides_to_admit_or_wants_to_prove_was_done(code: Code) -> None:
    # The president decided to admit that soldiers killed six priests in San Salvador. / Kyiv wants to prove that Russia shelled the plant …
    assert [(e.factuality, e.why) for e in assaults(code, "decided-to-admit")] == [("actual", "ASSAULT.kill")]
    assert [(e.factuality, e.mode) for e in assaults(code, "wants-to-prove")] == [("actual", "heavy-weapons")]
    # Nairobi agreed to acknowledge that Kenyan troops had bombed the village of Bula Hawa in Somalia.
    assert doers(code, "agreed-to-acknowledge") == [("KEN",)]
    # The rebels of the M23 decided that they would attack Goma on Monday.
    assert assaults(code, "decided-that-will") == []


def test_a_murder_that_must_not_go_unpunished_was_done(code: Code) -> None:
    # Bogota asked Caracas to ensure that the murder of Colombian senator Ana Torres does not go unpunished.
    assert [e.factuality for e in assaults(code, "unpunished")] == ["actual"]


def test_who_is_charged_with_killing_did_it_as_the_charge_says(code: Code) -> None:
    # Two Salvadoran soldiers charged with killing six priests … / Three Kenyan policemen were accused of wounding two Somali traders …
    assert doers(code, "charged-with-killing") == [("SLV",)]
    assert doers(code, "accused-of-wounding") == [("KEN",)]
    # A Kenyan post in Mandera was hit by Ethiopian tank fire, wounding three soldiers.
    assert doers(code, "hit-wounding") == [("ETH",)]


def test_a_killing_that_a_denial_only_mentions_was_done(code: Code) -> None:
    # Iran denied reports that it fired missiles after the killing of Iranian general Karim Rahimi in Damascus.
    assert [e.factuality for e in assaults(code, "denied-after")] == ["negated", "actual"]
    # Lima denied the charges that Quito had made regarding the assassination of rebel commander Luis Rojas in Loja.
    assert [e.factuality for e in assaults(code, "denied-regarding")] == ["actual"]
    # Iran denied any role in the killing of Israeli envoy Dan Levi in Nicosia.
    assert [e.factuality for e in assaults(code, "denied-role")] == ["negated"]


def test_what_is_attacked_is_not_what_it_was_attacked_with(code: Code) -> None:
    # Ukraine struck a Russian drone factory … / Rebels attacked two coal mines … / … attacked the Congolese village … with mortars.
    assert [e.mode for e in assaults(code, "drone-factory")] == [None]
    assert [e.mode for e in assaults(code, "coal-mines")] == [None]
    assert [e.mode for e in assaults(code, "mortars")] == ["heavy-weapons"]
    assert [t.recipients for t in told(code("wires-muc-drone-factory"))] == [("RUS",)]
