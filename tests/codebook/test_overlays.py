"""A user's folder lies on top of the shipped codebook: what it gives is added, replaced or withdrawn, and nothing in it is passed over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gesta.codebook import Codebook
from gesta.codebook.folders import digest_of
from gesta.codebook.ontology import DATA, FrameRule, Ontology, load_ontology
from gesta.codebook.registers import Registers
from gesta.errors import CodebookError

Folder = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Writes files, by name, into a folder."""

    def of(**files: str) -> Path:
        for name, text in files.items():
            path = tmp_path / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        return tmp_path

    return of


def frames(ontology: Ontology, kind: str = "ASSAULT") -> dict[str, FrameRule]:
    return {frame.id: frame for frame in ontology.types[kind].frames}


def codes(registers: Registers, *names: str) -> list[str | None]:
    return [hit.code if (hit := registers.longest_match(name.split(), 0)) else None for name in names]


def test_an_empty_folder_changes_nothing_but_a_file_in_it_the_digest(folder: Folder) -> None:
    path = folder(README_md="What this is.")
    assert load_ontology(overlay=path) == load_ontology()
    assert Codebook.load(path).version == Codebook.load().version
    assert digest_of(folder(groups_csv="code,withdrawn\nLRA,yes\n")) != digest_of()


def test_a_row_is_added_with_the_columns_it_needs(folder: Folder) -> None:
    added = Registers.load(overlay=folder(groups_csv="code,name,kind,sector\nKRF,Kalba River Front,armed-group,REB\n"))
    assert codes(added, "Kalba River Front", "Hezbollah") == ["KRF", "HEZBOLLAH"]
    assert (added.groups["KRF"].country, added.groups["KRF"].source) == (None, "own codebook")


def test_a_row_keeps_what_the_file_leaves_out_and_a_star_keeps_a_list(folder: Folder) -> None:
    before = Registers.load().groups["LRA"]
    after = Registers.load(overlay=folder(groups_csv="code,also\nLRA,*;Acholi Host\n")).groups["LRA"]
    assert after.also == (*before.also, "Acholi Host")
    assert (after.name, after.country, after.source) == (before.name, before.country, before.source)


def test_a_row_is_withdrawn(folder: Folder) -> None:
    without = Registers.load(overlay=folder(groups_csv="code,withdrawn\nLRA,yes\n"))
    assert codes(without, "Lord 's Resistance Army", "Hezbollah") == [None, "HEZBOLLAH"]


def test_a_users_name_wins_over_the_same_name_elsewhere(folder: Folder) -> None:
    own = folder(groups_csv="code,name,kind,sector\nPAPERS,Reuters,organisation,BUS\n")
    assert codes(Registers.load(overlay=own), "Reuters") == ["PAPERS"]


def test_one_term_of_office_ends_and_the_others_stay(folder: Folder) -> None:
    own = folder(offices_csv="person,code,office,start,end\nNikol Pashinyan,ARM,prime minister,2018-05-08,2020-01-01\n")
    after = Registers.load(overlay=own)
    assert [term.end for term in after.holders["pashinyan",]] == ["2020-01-01"]
    assert sum(map(len, after.holders.values())) == sum(map(len, Registers.load().holders.values()))


def test_a_new_frame_stands_before_the_shipped_ones_and_a_known_one_is_replaced(folder: Folder) -> None:
    text = "type: ASSAULT\nframes:\n  - {id: torch, verbs: [torch], mode: destroy}\n  - {id: shell, verbs: [shell]}\n"
    after, before = frames(load_ontology(overlay=folder(events__ASSAULT_yaml=text))), frames(load_ontology())
    assert next(iter(after)) == "torch"
    assert (after["shell"].verbs, after["shell"].mode) == (("shell",), None)
    assert {name: rule for name, rule in after.items() if name not in {"torch", "shell"}} == {
        name: rule for name, rule in before.items() if name != "shell"
    }


def test_words_and_frames_are_added_and_withdrawn(folder: Folder) -> None:
    text = "type: ASSAULT\nadd:\n  shell: {verbs: [plaster]}\nwithdraw:\n  attack: {verbs: [engage]}\n  bomb: all\n"
    after, before = frames(load_ontology(overlay=folder(events__ASSAULT_yaml=text))), frames(load_ontology())
    assert after["shell"].verbs == (*before["shell"].verbs, "plaster")
    assert set(before["attack"].verbs) - set(after["attack"].verbs) == {"engage"}
    assert before.keys() - after.keys() == {"bomb"}


def test_a_new_mode_has_its_crosswalk(folder: Folder) -> None:
    text = 'type: AID\nmodes:\n  seeds: {cameo: "073", acled: ~}\nframes:\n  - {id: seed, verbs: [seed], mode: seeds}\n'
    kind = load_ontology(overlay=folder(events__AID_yaml=text)).types["AID"]
    assert kind.codes("seeds").cameo == "073"
    assert set(load_ontology().types["AID"].modes) < set(kind.modes)


def test_word_lists_grow_and_shrink(folder: Folder) -> None:
    own = folder(
        classes_yaml="people: [herder]\nlivestock: [cow]\nwithdraw:\n  people: [woman]\n",
        effects_yaml="killed:\n  patient: [unalive]\nwithdraw:\n  killed: {patient: [hang]}\n",
        weapons_yaml="drone: [quadrotor]\n",
    )
    after, before = load_ontology(overlay=own), load_ontology()
    assert after.classes["people"] == (before.classes["people"] | {"herder"}) - {"woman"}
    assert after.classes["livestock"] == {"cow"}
    assert set(after.effects["killed"]["patient"]) ^ set(before.effects["killed"]["patient"]) == {"unalive", "hang"}
    assert ("quadrotor", "drone") in after.weapons


@pytest.mark.parametrize(
    ("name", "text", "place", "why"),
    [
        ("group_csv", "code\n", "group.csv", "no file of a codebook has this name; did you mean 'groups.csv'?"),
        ("events__ASSAULTS_yaml", "type: ASSAULT\n", "ASSAULTS.yaml", "did you mean 'events/ASSAULT.yaml'?"),
        ("numbers_yaml", "units: {}\n", "numbers.yaml", "a folder cannot lie on top of it"),
        ("groups_csv", "code,nam\n", "groups.csv:1:2", "unknown column 'nam'; did you mean 'name'?"),
        ("groups_csv", "code,also\nLRAA,x\n", "groups.csv:2:1", "a new row needs the column 'name'; did you mean 'LRA'?"),
        ("groups_csv", "code,withdrawn\nHEZBOLA,yes\n", "groups.csv:2:1", "no row 'HEZBOLA' to withdraw; did you mean 'HEZBOLLAH'?"),
        ("groups_csv", "code,withdrawn\nLRA,ja\n", "groups.csv:2:2", "withdrawn is 'ja', neither yes nor no"),
        ("groups_csv", "code,country\nLRA,UGAN\n", "groups.csv:2:2", "unknown country 'UGAN'; did you mean 'UGA'?"),
        ("groups_csv", "code,kind\nLRA,armed group\n", "groups.csv:2:2", "did you mean 'armed-group'?"),
        ("groups_csv", "code,also\nLRA,a\nLRA,b\n", "groups.csv:3:1", "'LRA' stands in line 2 already"),
        ("offices_csv", "person,office\nX,mayor\n", "offices.csv:2", "missing column 'code'"),
        ("events__AID_yaml", "type: ADI\n", "AID.yaml:1:1", "did you mean 'AID'?"),
        ("events__AID_yaml", "type: AID\nframe: []\n", "AID.yaml:2:1", "unknown key 'frame'; did you mean 'frames'?"),
        (
            "events__AID_yaml",
            "type: AID\nwithdraw:\n  donat: all\n",
            "AID.yaml:3:3",
            "there is no frame 'donat' here; did you mean 'donate'?",
        ),
        ("events__ASSAULT_yaml", "type: ASSAULT\nwithdraw:\n  bomb: {verbs: [bob]}\n", "ASSAULT.yaml:3:10", "did you mean 'bomb'?"),
        ("events__AID_yaml", "type: AID\nadd:\n  donate: {verb: [x]}\n", "AID.yaml:3:12", "unknown key 'verb'; did you mean 'verbs'?"),
        (
            "events__AID_yaml",
            "type: AID\nframes:\n  - id: x\n    verbs: [x]\n    actors: [agnet]\n",
            "AID.yaml:5:5",
            "there is no role 'agnet'; did you mean 'agent'?",
        ),
        (
            "events__AID_yaml",
            "type: AID\nframes:\n  - id: x\n    verbs: [x]\n    recipients: [agianst X]\n",
            "AID.yaml:5:5",
            "did you mean 'against X'?",
        ),
        ("events__AID_yaml", 'type: AID\nadd:\n  donate: {object: ["@peple"]}\n', "AID.yaml:3:12", "did you mean '@people'?"),
        ("events__AID_yaml", "type: AID\nadd:\n  donate: {needs: [actors]}\n", "AID.yaml:3:12", "did you mean 'actor'?"),
        (
            "events__AID_yaml",
            "type: AID\nframes:\n  - id: x\n    verbs: [x]\n    era: backgrund\n",
            "AID.yaml:5:5",
            "did you mean 'background'?",
        ),
        ("weapons_yaml", "drones: [x]\n", "weapons.yaml:1:1", "unknown mode 'drones'; did you mean 'drone'?"),
        (
            "effects_yaml",
            "killed:\n  patients: [x]\n",
            "effects.yaml:2:3",
            "unknown list of effect killed 'patients'; did you mean 'patient'?",
        ),
        ("classes_yaml", "withdraw:\n  poeple: [x]\n", "classes.yaml:2:3", "unknown class 'poeple'; did you mean 'people'?"),
    ],
)
def test_what_is_wrong_is_named_with_its_place_and_what_was_meant(folder: Folder, name: str, text: str, place: str, why: str) -> None:
    with pytest.raises(CodebookError) as raised:
        Codebook.load(folder(**{name: text}))
    assert place in str(raised.value)
    assert why in str(raised.value)
    assert DATA not in Path(raised.value.path).parents


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="there is no such folder"):
        Codebook.load(tmp_path / "nowhere")


def test_a_sector_of_ones_own_may_be_used_and_no_other(folder: Folder) -> None:
    roles = "name,plural,sector,speaks_for,collective,victim_who\nbell ringer,bell ringers,RNG,itself,no,civilian\n"
    with pytest.raises(CodebookError, match=r"roles\.csv:2:3: unknown sector 'RNG'"):
        Registers.load(overlay=folder(roles_csv=roles))
    own = Registers.load(overlay=folder(roles_csv=roles, sectors_csv="code,name\nRNG,ringers\n"))
    assert (own.roles["bell ringer"].sector, own.sector_name("RNG")) == ("RNG", "Ringers")


def test_a_name_may_stand_for_others_in_a_time(folder: Folder) -> None:
    own = Registers.load(overlay=folder(names_csv="name,country,kind,sector,start,end\nOld Harbour,GEO,government,GOV,1995,1996-03\n"))
    found = [own.longest_match(["Old", "Harbour"], 0, day) for day in (date(1996, 3, 31), date(1996, 4, 1), None)]
    assert [hit.code if hit else None for hit in found] == ["GEO", None, None]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Old Harbour,GEO,harbour,GOV,,", "unknown kind 'harbour'"),
        ("Old Harbour,GXX,government,GOV,,", "unknown country 'GXX'"),
        ("Old Harbour,GEO,government,GOV,1996,1995", "Old Harbour: 1995 is before 1996"),
        ("Old Harbour,GEO,government,GOV,soon,", "'soon' is no day, month or year"),
    ],
)
def test_a_wrong_row_of_names_is_named(folder: Folder, row: str, why: str) -> None:
    with pytest.raises(CodebookError, match=why) as caught:
        Registers.load(overlay=folder(names_csv=f"name,country,kind,sector,start,end\n{row}\n"))
    assert caught.value.line == 2
