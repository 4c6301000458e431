"""Who did it to whom where grammar says it far from the act: authors held for it, objects' prepositions, organs of one's own."""

from __future__ import annotations

from tests.coding.record_views import Code, Told, told


def test_who_is_blamed_for_an_act_is_its_author(code: Code) -> None:
    # Hamas was blamed for a wave of bombings in Israel.
    assert told(code("blamed-for-bombings"))[-1] == Told("ASSAULT", ("HAMAS",), ("ISR",))


def test_on_whom_an_act_is_blamed_stands_anywhere_behind_it(code: Code) -> None:
    # Mali blamed the bombing of the market in Kidal on Chad.
    assert told(code("blamed-on-far-behind")) == [Told("ACCUSE", ("MLI",), ("TCD",)), Told("ASSAULT", ("TCD",), ("MLI.CVL",), ("MLI",))]


def test_who_claims_responsibility_for_firing_fired(code: Code) -> None:
    # The PKK claimed responsibility for firing two mortars at a Turkish base.
    assert told(code("responsibility-for-firing"))[-1] == Told("ASSAULT", ("PKK",), ("TUR",), ("PKK",))


def test_security_forces_of_no_state_are_those_of_the_one_who_orders_them(code: Code) -> None:
    # The president of Chad ordered security forces to leave the square.
    assert [(t.type, t.actors, t.recipients) for t in told(code("own-forces"))] == [("REQUEST", ("TCD",), ("TCD",))]


def test_a_state_evacuates_its_own(code: Code) -> None:
    # Egypt evacuated 40 families from a border village.
    assert told(code("own-people")) == [Told("AID", ("EGY",), ("EGY.CVL",))]


def test_those_who_back_troops_in_the_field_act_with_them(code: Code) -> None:
    # Hundreds of Kenyan troops backed by Somali soldiers launched an operation in Gedo.
    assert [set(t.actors) for t in told(code("acting-together"))] == [{"KEN", "SOM"}]


def test_a_government_goes_by_the_name_of_its_head(code: Code) -> None:
    # The Assad government shelled Homs.
    assert [t.actors for t in told(code("persons-government"))] == [("SYR",)]


def test_what_would_have_been_was_not(code: Code) -> None:
    # Serbian troops would have captured the town of Vukovar sooner.
    assert told(code("would-have")) == []


def test_sanctions_called_for_are_none(code: Code) -> None:
    # Norway called for sanctions against Myanmar.
    assert [t.type for t in told(code("call-for-sanctions"))] == ["REQUEST"]


def test_aid_to_a_state_is_halted_to_its_cost(code: Code) -> None:
    # Canada halted economic aid to Belarus.
    assert told(code("aid-halted")) == [Told("SANCTION", ("CAN",), ("BLR",))]


def test_what_is_used_to_carry_arms_carries_them(code: Code) -> None:
    # Iran used convoys to transport weapons into Syria.
    report = code("convoys-used")
    assert told(report) == [Told("AID", ("IRN",), ("SYR",))]
    assert report.events[0].factuality == "actual"


def test_a_statement_demands_what_its_author_does(code: Code) -> None:
    # Eritrea issued a statement demanding that Ethiopia withdraw its troops.
    assert told(code("statement-demanding"))[0] == Told("REQUEST", ("ERI",), ("ETH",))


def test_an_ability_is_no_act(code: Code) -> None:
    # Lebanese officials spoke of the ability of Hezbollah to attack Israel.
    assert "ASSAULT" not in {t.type for t in told(code("ability-to-attack"))}


def test_police_are_those_of_the_place(code: Code) -> None:
    # American soldiers arrived in Kuwait on Monday. A bomb hit a police patrol in the Iraqi city of Mosul.
    assert told(code("police-of-the-place"))[-1] == Told("ASSAULT", (), ("IRQ",))


def test_who_brokers_a_truce_is_its_mediator(code: Code) -> None:
    # Egypt brokered a truce between Israel and Hamas.
    report = code("truce-brokered")
    truce, of = report.events[0], {a.id: a.code for a in report.actors}
    assert ({of[a] for a in truce.actors}, [of[m] for m in truce.mediators]) == ({"ISR", "HAMAS"}, ["EGY"])


def test_an_organ_before_an_act_does_it(code: Code) -> None:
    # Army shelling hit an Eritrean base near the Ethiopian town of Adwa.
    assert told(code("army-shelling")) == [Told("ASSAULT", ("ETH",), ("ERI",))]


def test_an_organ_owns_its_helicopters_and_who_lives_where_they_strike_suffers(code: Code) -> None:
    # Government helicopters bombed a crowded market in the Ethiopian town of Adwa.
    assert told(code("government-helicopters")) == [Told("ASSAULT", ("ETH",), ("ETH.CVL",))]


def test_who_leads_the_strikes_strikes(code: Code) -> None:
    # Saudi-led airstrikes hit a Yemeni base.
    assert told(code("saudi-led-strikes")) == [Told("ASSAULT", ("SAU",), ("YEM",))]


def test_whom_a_protest_is_against_may_stand_before_it(code: Code) -> None:
    # The Nigerian crisis began with anti-government protests in Kano.
    assert told(code("anti-government-protests")) == [Told("PROTEST", ("NGA.CVL",), ("NGA",))]


def test_rebels_of_no_name_are_those_of_the_country_where_they_stand(code: Code) -> None:
    # Rebels attacked a police station in the Ethiopian town of Adwa.
    assert [t.actors for t in told(code("bare-rebels"))] == [("ETH.REB",)]


def test_a_town_told_of_again_is_the_one_that_was_named(code: Code) -> None:
    # Eritrean troops shelled the town of Adwa in Ethiopia. On Friday they bombed the town, officials said in Nairobi.
    assert [t.recipients for t in told(code("the-town-again"))] == [("ETH",), ("ETH",)]


def test_a_side_may_accuse_its_own(code: Code) -> None:
    # Kenyan Interior Minister Peter Otieno accused police officers of negligence.
    assert told(code("own-police-accused")) == [Told("ACCUSE", ("KEN",), ("KEN",))]


def test_who_leads_may_be_told_last_in_the_text(code: Code) -> None:
    # Residents of Sanaa fled airstrikes, Saudi-led
    assert told(code("led-at-the-end")) == [Told("ASSAULT", ("SAU",), ())]
