"""The form of the case files: their keys, types, parties, days and links.  No model is loaded."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import dragoman.catalogue
from dragoman.ontology import load

CASES = Path(__file__).parent / "cases"
FILES = sorted(CASES.glob("*/*.yaml"))
STATES = Path(dragoman.catalogue.__file__).parent / "data" / "states.csv"

CASE_KEYS = {"text", "published", "expect", "allow", "gap"}
RECORD_KEYS = {
    "event", "trigger", "actor", "recipient", "symmetric", "mode", "date", "status", "background",
    "attribution", "quantity", "place", "link",
}  # fmt: skip
QUANTITY_KEYS = {"item", "low", "high", "approximate"}
STATUSES = {"occurred", "ongoing", "planned", "conditional", "denied", "negated"}
LINKS = {"in_exchange_for", "in_return_for", "in_response_to", "denies", "confirms", "part_of"}
BODIES = {"IGO", "UNO", "EUR", "NGO", "IMG", "MNC", "ISM"}
MOST_GAPS = 30


def states() -> set[str]:
    """The codes of all states, past ones too."""
    with STATES.open(encoding="utf-8", newline="") as rows:
        return {row["code"] for row in csv.DictReader(rows)}


CODES = states() | BODIES
TYPES = load().types


def types_of(record: Mapping[str, Any]) -> list[Any]:
    """The types that a record may have, as a list."""
    event = record.get("event")
    return event if isinstance(event, list) else [event]


def flat(text: str) -> str:
    """The text with every stretch of white space as one blank."""
    return " ".join(text.split())


def file_problems(content: Any) -> Iterator[str]:
    """What is wrong with a whole case file."""
    if not isinstance(content, dict) or content.keys() != {"about", "cases"}:
        yield "a file holds `about` and `cases`, and nothing else"
        return
    if not isinstance(content["about"], str) or "codebook" not in content["about"]:
        yield "`about` is one sentence that names the codebook's section"
    cases = content["cases"]
    if not isinstance(cases, list) or not cases:
        yield "`cases` is a list of at least one case"
        return
    for number, case in enumerate(cases):
        yield from (f"case {number}: {problem}" for problem in case_problems(case))


def case_problems(case: Any) -> Iterator[str]:
    """What is wrong with one case."""
    if not isinstance(case, dict) or not {"text", "expect"} <= case.keys() <= CASE_KEYS:
        yield f"a case holds `text` and `expect`, and may hold {sorted(CASE_KEYS - {'text', 'expect'})}"
        return
    text, expected, allowed = case["text"], case["expect"], case.get("allow", [])
    if not isinstance(text, str) or not text.strip():
        yield "`text` is not empty"
        return
    if not isinstance(expected, list) or not isinstance(allowed, list):
        yield "`expect` and `allow` are lists, `[]` where nothing is to come out"
        return
    if "published" in case and type(case["published"]) is not date:
        yield f"`published` is a day such as 2024-03-12, not {case['published']!r}"
    if "gap" in case and not (isinstance(case["gap"], str) and case["gap"].strip()):
        yield "`gap` gives the reason"
    for position, record in enumerate(expected):
        found = record_problems(record, flat(text), position, len(expected))
        yield from (f"record {position}: {problem}" for problem in found)
    for record in allowed:
        yield from (f"allow: {problem}" for problem in allow_problems(record, flat(text)))


def allow_problems(record: Any, text: str) -> Iterator[str]:
    """What is wrong with a record that may come out."""
    if not isinstance(record, dict) or not {"event"} <= record.keys() <= {"event", "trigger"}:
        yield "an allowed record holds `event` and may hold `trigger`"
        return
    yield from head_problems(record, text)


def head_problems(record: Mapping[str, Any], text: str) -> Iterator[str]:
    """What is wrong with a record's type and trigger."""
    for name in types_of(record):
        if name not in TYPES:
            yield f"{name!r} is none of the types {', '.join(sorted(TYPES))}"
    trigger = record.get("trigger")
    if "trigger" in record and (not isinstance(trigger, str) or not trigger or flat(trigger) not in text):
        yield f"the trigger {trigger!r} does not stand in the text"


def record_problems(record: Any, text: str, position: int, count: int) -> Iterator[str]:
    """What is wrong with a record that must come out."""
    if not isinstance(record, dict) or not {"event", "trigger"} <= record.keys() <= RECORD_KEYS:
        yield f"a record holds `event` and `trigger`, and may hold {sorted(RECORD_KEYS)}"
        return
    yield from head_problems(record, text)
    for slot in ("actor", "recipient"):
        yield from party_problems(slot, record.get(slot, []))
    for slot in ("symmetric", "background"):
        if slot in record and not isinstance(record[slot], bool):
            yield f"`{slot}` is true or false"
    mode = record.get("mode")
    if mode is not None and not any(mode in TYPES[t].modes for t in types_of(record) if t in TYPES):
        yield f"{mode!r} is no mode of {types_of(record)}"
    if "status" in record and record["status"] not in STATUSES:
        yield f"the status {record['status']!r} is none of {sorted(STATUSES)}"
    if "place" in record and (not isinstance(record["place"], str) or record["place"] not in text):
        yield f"the place {record['place']!r} does not stand in the text"
    yield from date_problems(record)
    yield from source_problems(record.get("attribution", []))
    yield from quantity_problems(record.get("quantity", []))
    yield from link_problems(record, position, count)


def party_problems(slot: str, parties: Any) -> Iterator[str]:
    """What is wrong with the actors or the recipients of a record."""
    if not isinstance(parties, list):
        yield f"`{slot}` is a list, `[]` where nobody is named"
        return
    for party in parties:
        if not isinstance(party, str) or not party:
            yield f"`{slot}` holds codes and names, not {party!r}"
        elif re.fullmatch("[A-Z]{3}", party) and party not in CODES:
            yield f"{party} in `{slot}` is no code of a state or a body"


def date_problems(record: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the days of a record."""
    if "date" not in record:
        return
    days = record["date"]
    if not isinstance(days, list) or len(days) != 2:
        yield "`date` is a pair, the earliest and the latest day"
    elif any(day is not None and type(day) is not date for day in days):
        yield f"`date` holds days such as 2024-03-12, or null: {days}"
    elif None not in days and days[0] > days[1]:
        yield f"the earliest day is after the latest: {days[0]}, {days[1]}"


def source_problems(sources: Any) -> Iterator[str]:
    """What is wrong with the sources of a record."""
    if not isinstance(sources, list) or not all(isinstance(source, str) and source for source in sources):
        yield "`attribution` is a list of names"


def quantity_problems(quantities: Any) -> Iterator[str]:
    """What is wrong with the figures of a record."""
    if not isinstance(quantities, list):
        yield "`quantity` is a list"
        return
    for figure in quantities:
        if not isinstance(figure, dict) or not {"item"} <= figure.keys() <= QUANTITY_KEYS:
            yield f"a quantity holds `item` and may hold {sorted(QUANTITY_KEYS - {'item'})}"
            continue
        low, high = figure.get("low"), figure.get("high")
        if ("low" in figure) != ("high" in figure):
            yield f"`low` and `high` of {figure['item']} go together, null where there is no bound"
        elif low is not None and high is not None and low > high:
            yield f"`low` of {figure['item']} is above `high`"
        if not isinstance(figure.get("approximate", False), bool):
            yield f"`approximate` of {figure['item']} is true or false"


def link_problems(record: Mapping[str, Any], position: int, count: int) -> Iterator[str]:
    """What is wrong with the link of a record."""
    if "link" not in record:
        return
    link = record["link"]
    if not isinstance(link, dict) or link.keys() != {"type", "to"}:
        yield "`link` holds `type` and `to`"
    elif link["type"] not in LINKS:
        yield f"{link['type']!r} is none of the links {sorted(LINKS)}"
    elif type(link["to"]) is not int or not 0 <= link["to"] < count or link["to"] == position:
        yield f"`to` counts the records of `expect` from 0 and names another one, not {link['to']!r}"


def read(path: Path) -> Any:
    """A case file as it is written."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def all_cases(files: Iterable[Path]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every case with the name of its file."""
    for path in files:
        for case in read(path)["cases"]:
            yield path.stem, case


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case_file_has_the_right_form(path: Path) -> None:
    assert list(file_problems(read(path))) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case_file_is_one_theme_of_two_to_six_cases(path: Path) -> None:
    assert 2 <= len(read(path)["cases"]) <= 6


def test_no_report_stands_twice() -> None:
    seen: dict[tuple[str, Any], str] = {}
    for name, case in all_cases(FILES):
        key = (flat(case["text"]), case.get("published"))
        assert key not in seen, f"{name} repeats a case of {seen[key]}"
        seen[key] = name


def test_every_type_and_status_and_link_has_a_case() -> None:
    records = [record for _, case in all_cases(FILES) for record in case["expect"]]
    assert {name for record in records for name in types_of(record)} == TYPES.keys()
    # A conditional act and a part of a whole may be read in more than one way, so no case demands them.
    assert {record["status"] for record in records if "status" in record} >= STATUSES - {"conditional"}
    assert {record["link"]["type"] for record in records if "link" in record} >= LINKS - {"part_of"}


def test_gaps_are_few() -> None:
    assert sum("gap" in case for _, case in all_cases(FILES)) <= MOST_GAPS


def test_the_readme_shows_a_case_that_is_well_formed() -> None:
    shown = re.findall(r"```yaml\n(.*?)```", (CASES / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    for block in shown:
        assert list(file_problems(yaml.safe_load(block))) == []


GOOD: dict[str, Any] = {"event": "CONSULT", "trigger": "met", "actor": ["TUR"], "recipient": ["AZE"]}


@pytest.mark.parametrize(
    "change",
    [
        {"event": "MEET"},
        {"trigger": "visited"},
        {"actor": ["TRK"]},
        {"recipient": "AZE"},
        {"mode": "aerial"},
        {"symmetric": "yes"},
        {"status": "done"},
        {"place": "Kars"},
        {"date": ["2024-03-11", "2024-03-11"]},
        {"date": [date(2024, 3, 12), date(2024, 3, 11)]},
        {"attribution": "Reuters"},
        {"quantity": [{"low": 1, "high": 1}]},
        {"quantity": [{"item": "troops", "low": 1}]},
        {"quantity": [{"item": "troops", "low": 2, "high": 1}]},
        {"link": {"type": "answers", "to": 0}},
        {"link": {"type": "denies", "to": 0}},
        {"when": "Monday"},
    ],
    ids=str,
)
def test_a_faulty_record_is_found(change: Mapping[str, Any]) -> None:
    text = "The Turkish president met his Azerbaijani counterpart."
    assert list(case_problems({"text": text, "expect": [GOOD]})) == []
    assert list(case_problems({"text": text, "expect": [{**GOOD, **change}]}))


@pytest.mark.parametrize(
    "case",
    [
        {"text": "Nothing happened."},
        {"text": "", "expect": []},
        {"text": "Nothing happened.", "expect": None},
        {"text": "Nothing happened.", "expect": [], "published": "12 March"},
        {"text": "Nothing happened.", "expect": [], "gap": ""},
        {"text": "Nothing happened.", "expect": [], "allow": [{"event": "MEET"}]},
        {"text": "Nothing happened.", "expect": [], "note": "new"},
    ],
    ids=str,
)
def test_a_faulty_case_is_found(case: Mapping[str, Any]) -> None:
    assert list(case_problems(case))
