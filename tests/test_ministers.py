"""The table of ministers and other named officials: its columns, dates, order, terms and spellings."""

from __future__ import annotations

import calendar
import csv
import re
import unicodedata
from collections import defaultdict
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest

DATA = Path(__file__).parents[1] / "src" / "dragoman" / "catalogue" / "data"
COLUMNS = ["state", "office", "title", "name", "aliases", "from", "to", "source"]
OFFICES = {
    *("foreign_minister", "defence_minister", "intelligence_chief", "vice_president", "security_adviser"),
    *("un_ambassador", "spokesperson", "envoy", "chief_of_staff", "director_general", "opposition_leader"),
    "other",
}
BODIES = {"UN", "NATO", "EU", "IAEA"}
SINGLE = ("foreign_minister", "defence_minister")
DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
HANDOVER = timedelta(days=5)

Row = dict[str, str]


def read(file: str) -> list[Row]:
    with (DATA / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


ROWS = read("ministers.csv")


def span(text: str) -> tuple[date, date]:
    """The first and the last day that a date of day, month or year precision may mean."""
    found = DAY.fullmatch(text)
    assert found, text
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def spellings(row: Row) -> list[str]:
    return [row["name"], *(alias for alias in row["aliases"].split(";") if alias)]


def folded(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name).lower()
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", " ", bare).strip()


def certain_overlap(one: Row, other: Row) -> timedelta:
    """How long two terms overlap at the least, whatever the days that rough dates leave open."""
    first = max(span(one["from"])[1], span(other["from"])[1])
    last = min(span(row["to"])[0] if row["to"] else date.max for row in (one, other))
    return last - first


def test_the_columns_are_those_of_the_leaders() -> None:
    for file in ("ministers.csv", "leaders.csv"):
        with (DATA / file).open(encoding="utf-8", newline="") as lines:
            assert next(csv.reader(lines)) == COLUMNS


def test_every_state_is_known() -> None:
    known = {row["iso3"] for row in read("states.csv")} | BODIES
    assert {row["state"] for row in ROWS} <= known


@pytest.mark.parametrize("column", ["state", "office", "title", "name", "from", "source"])
def test_no_cell_is_empty_or_padded(column: str) -> None:
    assert [row for row in ROWS if not row[column] or row[column] != " ".join(row[column].split())] == []


def test_every_office_is_listed() -> None:
    assert {row["office"] for row in ROWS} <= OFFICES


def test_terms_end_after_they_start() -> None:
    assert [row for row in ROWS if row["to"] and span(row["to"])[1] < span(row["from"])[0]] == []


def test_rows_stand_in_order_and_once() -> None:
    keys = [(r["state"], r["office"], r["from"], r["name"], r["title"]) for r in ROWS]
    assert keys == sorted(keys)
    assert len(keys) == len(set(keys))


def test_one_person_at_a_time_in_an_office_for_one() -> None:
    terms = defaultdict(list)
    for row in ROWS:
        if row["office"] in SINGLE:
            terms[row["state"], row["office"]].append(row)
    clashes = [
        (key, one["name"], other["name"])
        for key, rows in terms.items()
        for one, other in combinations(rows, 2)
        if one["name"] != other["name"] and certain_overlap(one, other) > HANDOVER
    ]
    assert clashes == []


def test_no_term_of_one_person_overlaps_another_in_the_same_office() -> None:
    terms = defaultdict(list)
    for row in ROWS:
        terms[row["state"], row["office"], row["title"], row["name"]].append(row)
    twice = [k for k, v in terms.items() if any(certain_overlap(*p) > HANDOVER for p in combinations(v, 2))]
    assert twice == []


def test_no_spelling_stands_for_two_names() -> None:
    owners = defaultdict(set)
    for row in ROWS:
        for name in spellings(row):
            owners[folded(name)].add(row["name"])
    assert {name: people for name, people in owners.items() if len(people) > 1} == {}


def test_a_person_has_the_same_spellings_in_every_row() -> None:
    lists = defaultdict(set)
    for row in ROWS:
        lists[row["name"]].add(row["aliases"])
    assert {name for name, found in lists.items() if len(found) > 1} == set()


def test_no_alias_repeats_the_name_or_another_alias() -> None:
    assert [row for row in ROWS if len(set(spellings(row))) < len(spellings(row))] == []


def test_who_is_also_a_leader_bears_the_same_name_there() -> None:
    leaders = {(r["state"], folded(n)): r["name"] for r in read("leaders.csv") for n in spellings(r)}
    named = {(row["state"], row["name"]) for row in read("leaders.csv")}
    otherwise = {
        (row["name"], leaders[row["state"], folded(name)])
        for row in ROWS
        for name in spellings(row)
        if (row["state"], row["name"]) not in named and (row["state"], folded(name)) in leaders
    }
    assert otherwise == set()


@pytest.mark.parametrize(
    ("state", "office", "day", "name"),
    [
        ("USA", "foreign_minister", date(2018, 6, 12), "Mike Pompeo"),
        ("RUS", "defence_minister", date(2022, 2, 24), "Sergei Shoigu"),
        ("CHN", "foreign_minister", date(2023, 3, 15), "Qin Gang"),
        ("GBR", "foreign_minister", date(2003, 3, 20), "Jack Straw"),
        ("IRN", "foreign_minister", date(2015, 7, 14), "Mohammad Javad Zarif"),
        ("PRK", "foreign_minister", date(2018, 6, 12), "Ri Yong Ho"),
        ("IAEA", "director_general", date(2011, 3, 11), "Yukiya Amano"),
    ],
)
def test_who_held_an_office_on_a_day(state: str, office: str, day: date, name: str) -> None:
    held = {
        row["name"]
        for row in ROWS
        if (row["state"], row["office"]) == (state, office)
        and span(row["from"])[0] <= day <= (span(row["to"])[1] if row["to"] else date.max)
    }
    assert held == {name}
