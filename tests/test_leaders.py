"""The table of leaders: its form, its dates, its order, and that no state is left without a leader."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path

import pytest

TABLE = Path(__file__).parents[1] / "src/dragoman/catalogue/data/leaders.csv"
STATES = TABLE.with_name("states.csv")
COLUMNS = ["state", "office", "title", "name", "aliases", "from", "to", "source"]
OFFICES = {
    *("head_of_state", "head_of_government", "supreme_leader", "party_leader", "crown_prince"),
    *("secretary_general", "commission_president", "council_president", "high_representative"),
}
SOURCES = {"REIGN 2021-03", "Archigos 2015", "US State visits", "US president travels", "editors"}
BODIES = {"UN", "NATO", "EU"}
DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
TODAY = "2026-11-23"
# States without anybody in the table on a day, each for a reason that GAPS.md gives.
WITHOUT = {
    "2001-06-15": {"SMR", "SSD", "TLS", "XKX"},
    "2006-06-15": {"SMR", "SSD"},
    "2011-06-15": {"SMR", "SSD"},
    "2016-06-15": {"SMR"},
    "2021-02-15": {"SMR"},
    "2024-06-15": {"SMR"},
}
# Who held an office on a day, as any chronicle of the time has it.
HOLDERS = [
    ("RUS", "head_of_government", "2010-01-01", "Vladimir Putin"),
    ("RUS", "head_of_state", "2010-01-01", "Dmitry Medvedev"),
    ("SUN", "party_leader", "1962-10-22", "Nikita Khrushchev"),
    ("USA", "head_of_state", "1962-10-22", "John F. Kennedy"),
    ("GBR", "head_of_government", "1982-04-02", "Margaret Thatcher"),
    ("EGY", "head_of_state", "1973-10-06", "Anwar Sadat"),
    ("IRQ", "head_of_state", "1990-08-02", "Saddam Hussein"),
    ("CHN", "party_leader", "2012-11-14", "Hu Jintao"),
    ("SAU", "crown_prince", "2018-10-02", "Mohammed bin Salman"),
    ("AFG", "supreme_leader", "2023-01-01", "Hibatullah Akhundzada"),
    ("PSE", "head_of_government", "2007-06-01", "Ismail Haniyeh"),
    ("ISR", "head_of_government", "2022-08-05", "Yair Lapid"),
    ("UKR", "head_of_state", "2014-03-01", "Oleksandr Turchynov"),
    ("UN", "secretary_general", "2003-03-20", "Kofi Annan"),
    ("NATO", "secretary_general", "1999-03-24", "Javier Solana"),
    ("EU", "commission_president", "2010-05-09", "Jose Manuel Barroso"),
]

Row = dict[str, str]


def rows() -> list[Row]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def first_day(text: str) -> str:
    """The first day that a date of any precision may mean."""
    return (text + "-01-01")[:10] if len(text) < 7 else (text + "-01")[:10]


def last_day(text: str) -> str:
    """The last day that it may mean; an open term has not ended."""
    if not text:
        return "9999-12-31"
    return (text + "-12-31")[:10] if len(text) < 7 else (text + "-31")[:10]


def holds(row: Row, day: str) -> bool:
    return first_day(row["from"]) <= day <= last_day(row["to"])


def label(row: Row) -> str:
    return f"{row['state']} {row['office']} {row['name']} {row['from']}..{row['to']}"


def test_columns() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    assert lines[0] == COLUMNS
    assert [n for n, line in enumerate(lines, 1) if len(line) != len(COLUMNS)] == []
    assert len(lines) > 1500


def test_fields_are_known_and_clean() -> None:
    wrong = [
        label(row)
        for row in rows()
        if row["office"] not in OFFICES
        or row["source"] not in SOURCES
        or not row["title"]
        or not row["name"].isascii()
        or any(value != " ".join(value.split()) for value in row.values())
    ]
    assert wrong == []


def test_states_are_those_of_the_catalogue() -> None:
    with STATES.open(encoding="utf-8", newline="") as file:
        known = {row["key"] for row in csv.DictReader(file)}
    assert {row["state"] for row in rows()} - known - BODIES == set()


def test_dates_are_days_months_or_years() -> None:
    for row in rows():
        for text in filter(None, (row["from"], row["to"])):
            assert DAY.fullmatch(text), label(row)
            parts = [int(part) for part in text.split("-")]
            date(*[*parts, 1, 1][:3])
        assert row["from"], label(row)


def test_terms_run_forwards() -> None:
    assert [label(row) for row in rows() if last_day(row["to"]) < first_day(row["from"])] == []


def test_no_term_lies_ahead() -> None:
    assert [label(row) for row in rows() if max(row["from"], row["to"]) > TODAY] == []


def test_order() -> None:
    keys = [(row["state"], row["office"], row["from"]) for row in rows()]
    assert [after for before, after in pairwise(keys) if after < before] == []


def test_nobody_holds_one_office_twice_at_once() -> None:
    terms: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows():
        terms[row["state"], row["office"], row["name"]].append(row)
    clashes = [
        label(later)
        for held in terms.values()
        for earlier, later in pairwise(held)
        if not earlier["to"] or later["from"] < earlier["to"]
    ]
    assert clashes == []


def test_aliases_are_no_repeats() -> None:
    for row in rows():
        names = [row["name"], *filter(None, row["aliases"].split(";"))]
        assert len(names) == len(set(names)), label(row)
        assert all(name == name.strip() for name in names), label(row)


def test_a_person_has_the_same_aliases_in_every_row() -> None:
    aliases: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows():
        aliases[row["state"], row["name"]].add(row["aliases"])
    assert [who for who, found in aliases.items() if len(found) > 1] == []


def test_no_name_means_two_leaders_of_a_state_at_once() -> None:
    bearers: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows():
        for name in (row["name"], *filter(None, row["aliases"].split(";"))):
            bearers[row["state"], name].append(row)
    clashes = {
        f"{name} ({state}): {one['name']}, {other['name']}"
        for (state, name), found in bearers.items()
        for one, other in combinations(found, 2)
        if one["name"] != other["name"]
        and one["from"] < (other["to"] or "9999")
        and other["from"] < (one["to"] or "9999")
    }
    assert clashes == set()


def test_no_alias_is_the_name_of_another_leader_of_the_state() -> None:
    table = rows()
    names = {(row["state"], row["name"]) for row in table}
    wrong = {
        f"{alias} of {label(row)}"
        for row in table
        for alias in row["aliases"].split(";")
        if alias and (row["state"], alias) in names
    }
    assert wrong == set()


@pytest.mark.parametrize("day", sorted(WITHOUT))
def test_every_state_has_a_leader(day: str) -> None:
    with STATES.open(encoding="utf-8", newline="") as file:
        states = {
            row["key"] for row in csv.DictReader(file) if row["kind"] == "state" and not row["valid_to"]
        }
    led = {row["state"] for row in rows() if holds(row, day)}
    assert states - led == WITHOUT[day]


@pytest.mark.parametrize(("state", "office", "day", "name"), HOLDERS)
def test_who_held_office(state: str, office: str, day: str, name: str) -> None:
    found = [
        row["name"] for row in rows() if (row["state"], row["office"]) == (state, office) and holds(row, day)
    ]
    assert found == [name]
