"""Words of attack beside true fighting: a quarrel, a burden and a turn of phrase are no violence, and violence stays what it is."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, told

#: Each report begins: "Artillery shells fell on the Sudanese town of Kosti on Monday and killed 20 people, and troops of the army fled …"
BESIDE = 1


@pytest.mark.parametrize(
    "name",
    [
        "quarrel-saying",  # Park attacked the finance minister, saying the budget was a fraud.
        "quarrel-parties",  # The ruling and opposition parties clashed over the new police bureau.
        "quarrel-ministers",  # The two ministers clashed over the price of wheat on Tuesday.
        "quarrel-him-over",  # He clashed with the justice minister over a new unit.
        "quarrel-appointments",  # The Labour Party targeted several controversial appointments to the cabinet.
        "quarrel-wording",  # Brazil and Germany battled over the wording of the climate text.
        "quarrel-stinging",  # The newspaper launched a stinging attack on the prime minister on Sunday.
        "quarrel-independence",  # The report is an attack on the independence of the judges of Poland.
        "quarrel-for-work",  # The Indian authorities have targeted him for his journalism and criticism.
        "burden-sanctions",  # The sanctions hit Russia's banks on Tuesday.
        "burden-shortage",  # Egypt was hit by a shortage of sugar.
        "burden-fire",  # A fire destroyed a market in Lagos on Monday.
        "turned-storm-out",  # Protesters stormed out of the hearing in Tbilisi.
        "turned-seize-on",  # The opposition seized on the remark of the Indian minister.
        "turned-engaged-in",  # Peru has engaged in a dispute over fish.
        "turned-took-over",  # President Mary Banda took over when the Zambian president resigned.
        "turned-responded",  # The Chilean minister responded by saying that talks would go on.
        "turned-suicide",  # The couple from Norway were found dead in their car after a suicide pact.
        "turned-exchange",  # A heated exchange between the leaders of the Indian parties followed.
        "turned-crackdown",  # The Egyptian government cracked down on dissent on Monday.
        "turned-search",  # Indian police raided the homes of two editors and took their telephones.
        "quarrel-regulator",  # The Irish regulator opened fire on technology firms with a record fine.
        "turned-war-on",  # The mayor of Lyon declared war on rats.
    ],
)
def test_no_violence_is_coded_of_what_tells_none_beside_a_war(code: Code, name: str) -> None:
    acts = [event[0] for event in told(code(name))]
    assert acts.count("ASSAULT") == BESIDE


@pytest.mark.parametrize(
    "name",
    [
        "violent-claiming",  # Gunmen attacked the convoy, claiming to act for the Islamic State.
        "violent-over",  # Soldiers of Thailand and Cambodia clashed over the temple on the border.
        "violent-supporters",  # Supporters of both parties clashed with clubs in Dhaka.
        "violent-armed-opposition",  # The armed opposition attacked positions of the Syrian army.
        "violent-party",  # A raiding party attacked a village in Kenya.
        "violent-fire",  # Israeli fire destroyed a mosque in Gaza.
        "violent-stormed",  # Militants stormed a hotel in Mogadishu.
        "violent-engaged",  # Nigerian troops engaged in a battle with Boko Haram near Bama.
        "violent-took-over",  # The Taliban took over the town of Kunduz.
        "violent-responded",  # Turkey responded by shelling Syrian positions.
        "violent-exchange",  # An exchange of fire between India and Pakistan went on all night.
        "violent-crackdown",  # A crackdown on protesters by Kenyan police left three dead.
        "violent-raid",  # Police raided the home of a Turkish militant and shot him dead.
    ],
)
def test_violence_is_coded_where_the_same_words_tell_it(code: Code, name: str) -> None:
    acts = [event[0] for event in told(code(name))]
    assert acts.count("ASSAULT") > BESIDE


def test_a_crackdown_falls_on_the_states_own_people(code: Code) -> None:
    # The Egyptian government cracked down on dissent on Monday.
    assert ("COERCE", ("EGY",), ("EGY.CVL",)) in [event[:3] for event in told(code("turned-crackdown"))]
