"""Dictionaries in the PETRARCH form: actors with their days, agents, discards, and lines that are none."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dragoman.catalogue.petrarch import Agent, Coding, Phrases, code_on, joined, load_dictionaries, words_of
from dragoman.catalogue.petrarch.actors import Actors, read_actors
from dragoman.catalogue.petrarch.agents import read_agents
from dragoman.catalogue.petrarch.discards import read_discards
from dragoman.catalogue.petrarch.lines import Fault, Line, lines_of
from dragoman.errors import WrongUse

ACTORS = """\
<!-- REMARKS over
more than one line -->
NARNIA_  [NAR] # a comment
+CAIR PARAVEL
+ARCHENLAND-MARCH

TUMNUS
+THE_FAUN
	[NARELI <500101]
	[NARGOV 19500101-19591231]
	[NARREB >600101]
CALORMEN [CAL]
	[CALOLD <19000101]
TASHBAAN [---]
"""


def lines(text: str) -> Iterator[Line]:
    for number, raw in enumerate(text.split("\n"), 1):
        if raw.strip():
            yield Line("own.txt", number, raw.strip(), raw[:1].isspace())


def actors(folder: Path, text: str = ACTORS) -> tuple[Actors, list[Fault]]:
    path = folder / "own.actors.txt"
    path.write_text(text, encoding="utf-8")
    table: Actors = Phrases()
    faults: list[Fault] = []
    read_actors(lines_of(path), table, faults)
    return table, faults


def code_of(table: Actors, name: str, day: date | None) -> str | None:
    words = words_of(name)
    return next((code_on(found, day) for end, found in table.at(words, 0) if end == len(words)), None)


@pytest.mark.parametrize("name", ["Narnia", "Cair Paravel", "Archenland-March"])
def test_a_name_and_its_synonyms_have_one_code(name: str, tmp_path: Path) -> None:
    table, faults = actors(tmp_path)
    assert (code_of(table, name, None), faults) == ("NAR", [])


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(1949, 12, 31), "NARELI"),
        (date(1950, 1, 1), "NARGOV"),
        (date(1959, 12, 31), "NARGOV"),
        (date(1960, 1, 1), "NARREB"),
        (None, None),
    ],
)
def test_a_code_holds_for_its_days(day: date | None, code: str | None, tmp_path: Path) -> None:
    table, _ = actors(tmp_path)
    assert code_of(table, "Tumnus", day) == code_of(table, "the Faun", day) == code


def test_what_is_bound_to_days_goes_before_what_is_not(tmp_path: Path) -> None:
    table, _ = actors(tmp_path)
    assert code_of(table, "Calormen", date(1899, 12, 31)) == "CALOLD"
    assert code_of(table, "Calormen", date(1900, 1, 1)) == "CAL"


def test_a_null_code_is_nobody(tmp_path: Path) -> None:
    table, _ = actors(tmp_path)
    assert code_of(table, "Tashbaan", date(1950, 1, 1)) is None


def test_of_two_blocks_with_one_name_the_first_code_stays(tmp_path: Path) -> None:
    table, _ = actors(tmp_path, "ETTINS [ONE]\n+GIANTS\nGIANTS [TWO]\n")
    assert code_of(table, "giants", None) == "ONE"
    assert code_of(table, "Ettins", None) == "ONE"


def test_malformed_actors_are_named_and_harm_nothing(tmp_path: Path) -> None:
    text = "+ORPHAN\nGOOD [GOO]\nBAD [GOO 991399-000101]\n[]\nLONE\nALSO GOOD [ALS] tail\nLAST [LAS]\n"
    table, faults = actors(tmp_path, text)
    assert [str(one) for one in faults] == [
        "own.actors.txt:1: a synonym or a code without a name before it",
        "own.actors.txt:3: no day in [GOO 991399-000101]",
        "own.actors.txt:4: no code: []",
        "own.actors.txt:3: a name without a code",
        "own.actors.txt:5: a name without a code",
        "own.actors.txt:6: what stands after the name is no code: '[ALS] tail'",
        "own.actors.txt:6: a name without a code",
    ]
    assert (code_of(table, "Good", None), code_of(table, "Last", None)) == ("GOO", "LAS")


def test_an_agent_with_its_plurals_and_its_place() -> None:
    table: Phrases[Agent] = Phrases()
    faults: list[Fault] = []
    text = """\
!BEAST! = BEAR, BEARS
TALKING_!BEAST! [~BEA]
DRYAD [~DRY]
MOUSE {MICE} [ ~MIL]
CAVALRY {} [~CAV]
PARTY [~PTY]
ORDER_OF_THE_LION [NGO~]
NO_CODE
OTHER_!THING! [~THI]
WRONG [GOV]
"""
    read_agents(lines(text), table, faults)
    have = {
        name: next((agent for _, agent in table.at(words_of(name), 0)), None)
        for name in (
            "talking bears", "dryads", "mice", "cavalry", "parties", "order of the lion", "mouses", "cavalries",
        )
    }  # fmt: skip
    assert have == {
        "talking bears": Agent("BEA"),
        "dryads": Agent("DRY"),
        "mice": Agent("MIL"),
        "cavalry": Agent("CAV"),
        "parties": Agent("PTY"),
        "order of the lion": Agent("NGO", before=True),
        "mouses": None,
        "cavalries": None,
    }
    assert [one.line for one in faults] == [8, 9, 10]


def test_no_part_of_three_letters_stands_twice() -> None:
    assert joined("NARGOV", [Agent("GOV")]) == "NARGOV"
    assert joined("NAR", [Agent("NGO", before=True), Agent("GOV")]) == "NGONARGOV"
    assert joined("ANGOVA", [Agent("GOV")]) == "ANGOVAGOV"  # GOV stands there across two parts
    assert joined("", [Agent("NGO", before=True)]) == "NGO"


def test_discards_drop_a_sentence_or_a_story() -> None:
    table: Phrases = Phrases()
    faults: list[Fault] = []
    read_discards(lines("CRICKET MATCH\n+TURKISH_DELIGHT\n+\n"), table, faults)
    assert table.anywhere(("A", "CRICKET", "MATCH")) == "sentence"
    assert table.anywhere(("TURKISH", "DELIGHT")) == "story"
    assert table.anywhere(("CRICKET",)) is None
    assert len(faults) == 1


def test_a_folder_is_read_packed_or_not(tmp_path: Path) -> None:
    (tmp_path / "one.actors.txt").write_text("NARNIA [NAR]\n")
    (tmp_path / "two.agents.txt.gz").write_bytes(gzip.compress(b"DRYAD [~DRY]\n"))
    (tmp_path / "CAMEO.2.0.txt").write_text("--- MEET [040] ---\nMEET {MET}\n")
    (tmp_path / "three.discards.txt").write_text("CRICKET\n")
    (tmp_path / "CAMEO2PLOVER-2021.txt").write_text("no dictionary")
    (tmp_path / "notes.txt").write_text("no dictionary")
    made = load_dictionaries(tmp_path)
    assert made.files == ("CAMEO.2.0.txt", "one.actors.txt", "three.discards.txt", "two.agents.txt.gz")
    sizes = len(made.actors), len(made.agents), len(made.verbs), len(made.discards)
    assert sizes == (1, 2, 2, 1)
    assert made.faults == []


def test_a_folder_without_dictionaries_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="holds no dictionary"):
        load_dictionaries(tmp_path)
    with pytest.raises(WrongUse, match="is no folder"):
        load_dictionaries(tmp_path / "none")
    (tmp_path / "one.actors.txt.gz").write_bytes(b"no gzip")
    with pytest.raises(WrongUse, match="cannot be read"):
        load_dictionaries(tmp_path)


def test_a_code_without_days_holds_on_any_day() -> None:
    assert Coding("NAR").holds(None)
    assert not Coding("NAR", first=date(1950, 1, 1)).holds(None)
