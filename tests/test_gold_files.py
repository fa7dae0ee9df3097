"""The gold files agree with their texts, with the types and with one another."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.ontology import load

GOLD = Path(__file__).parent / "gold"
SAMPLES = Path(__file__).parents[1] / "src" / "dragoman" / "samples"
FILES = sorted(GOLD.glob("*.json"))
STATUSES = {"occurred", "ongoing", "planned", "conditional", "denied", "negated"}
LINKS = {"in_exchange_for", "in_return_for", "in_response_to", "denies", "confirms", "part_of"}
FIELDS = {
    "id", "trigger", "span", "event", "mode", "actor", "recipient", "symmetric", "date", "status",
    "background", "attribution", "quantity", "place", "link", "note",
}  # fmt: skip
FURTHER_FIELDS = {"actor_alt", "recipient_alt", "status_alt", "optional"}
CODE = re.compile(r"[A-Z]{3}$|WEST$")

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def gold_of(path: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return gold


def text_of(path: Path) -> str:
    report: str = gold_of(path)["report"]
    return (path.parent / report).read_text(encoding="utf-8")


def parties(record: dict[str, Any]) -> Iterator[str]:
    for slot in ("actor", "recipient"):
        for reading in (record[slot], *record.get(f"{slot}_alt", ())):
            yield from reading


def test_every_text_has_its_gold() -> None:
    told = {(path.parent / gold_of(path)["report"]).resolve() for path in FILES}
    kept = {path.resolve() for folder in (GOLD, SAMPLES) for path in folder.glob("*.txt")}
    assert told == kept
    assert len(FILES) >= 24


@each_file
def test_triggers_stand_at_their_spans(path: Path) -> None:
    text = text_of(path)
    for record in gold_of(path)["records"]:
        start, end = record["span"]
        assert text[start:end] == record["trigger"], record["id"]
        assert record["trigger"] == record["trigger"].strip(" \n,;"), record["id"]
        assert "\n" not in record["trigger"], record["id"]


@each_file
def test_records_have_the_fields_of_the_form(path: Path) -> None:
    records = gold_of(path)["records"]
    assert len({record["id"] for record in records}) == len(records)
    assert len({tuple(record["span"]) for record in records}) == len(records)
    for record in records:
        assert record.keys() >= FIELDS, record["id"]
        assert record.keys() - FIELDS <= FURTHER_FIELDS, record["id"]
        # A score leaves out records whose note has this word: it belongs in its own field.
        assert "optional" not in (record["note"] or ""), record["id"]


@each_file
def test_types_and_modes_are_those_of_the_ontology(path: Path) -> None:
    types = load().types
    for record in gold_of(path)["records"]:
        assert record["event"], record["id"]
        assert len(set(record["event"])) == len(record["event"]), record["id"]
        assert set(record["event"]) <= set(types), record["id"]
        modes = {mode for name in record["event"] for mode in types[name].modes}
        assert set(record["mode"]) <= modes, record["id"]


@each_file
def test_parties_are_codes(path: Path) -> None:
    for record in gold_of(path)["records"]:
        assert all(CODE.match(code) for code in parties(record)), record["id"]
        assert record["actor"] or record["recipient"], record["id"]


@each_file
def test_nobody_can_answer_the_parties_of_a_record_by_saying_nothing(path: Path) -> None:
    """Where the doer may be left open, the one that it was done to may not."""
    for record in gold_of(path)["records"]:
        if record["symmetric"] or record.get("optional"):
            continue
        doers = (record["actor"], *record.get("actor_alt", ()))
        sufferers = (record["recipient"], *record.get("recipient_alt", ()))
        open_doer = any({"UNK", "WEST"} & set(doer) for doer in doers)
        assert not (open_doer and [] in sufferers), record["id"]


@each_file
def test_dates_are_days_in_order_and_not_after_the_publication(path: Path) -> None:
    gold = gold_of(path)
    published = dt.date.fromisoformat(gold["published"])
    for record in gold["records"]:
        first, last = record["date"]
        latest = dt.date.fromisoformat(last)
        assert latest <= published, record["id"]
        assert first is None or dt.date.fromisoformat(first) <= latest, record["id"]
        assert {record["status"], *record.get("status_alt", ())} <= STATUSES, record["id"]


@each_file
def test_links_lead_to_other_records(path: Path) -> None:
    records = {record["id"]: record for record in gold_of(path)["records"]}
    for record in records.values():
        link = record["link"]
        if link is None:
            continue
        assert link["type"] in LINKS, record["id"]
        targets = {link["to"], *link.get("to_alt", ())}
        assert targets <= records.keys() - {record["id"]}, record["id"]
        if link["type"] in ("in_exchange_for", "in_return_for"):
            back = records[link["to"]]["link"] or {}
            assert back.get("type") == link["type"], record["id"]


@each_file
def test_sources_and_places_stand_in_the_text(path: Path) -> None:
    text = text_of(path).lower()
    for record in gold_of(path)["records"]:
        for source in record["attribution"]:
            assert source["text"].lower() in text, record["id"]
        if record["place"]:
            assert record["place"]["name"].lower() in text, record["id"]


@each_file
def test_quantities_are_figures_in_order(path: Path) -> None:
    for record in gold_of(path)["records"]:
        for quantity in record["quantity"]:
            assert quantity["item"], record["id"]
            if "low" not in quantity:
                continue
            low, high = quantity["low"], quantity["high"]
            assert (low, high) != (None, None), record["id"]
            assert low is None or high is None or low <= high, record["id"]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_samples_print_their_year_on_top(path: Path) -> None:
    top = "\n".join(path.read_text(encoding="utf-8").splitlines()[:5])
    year = gold_of(GOLD / f"{path.stem}.json")["published"][:4]
    assert year in top
