"""Runs one case of tests/cases against the records that the coder makes of its text (see cases/README.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Record = Mapping[str, Any]


def as_list(value: Any) -> list[Any]:
    """A value that may stand alone or in a list."""
    return list(value) if isinstance(value, list) else [value]


def parties_match(wanted: Sequence[str], entities: Sequence[Record]) -> bool:
    """Whether entities are just the wanted ones: by code, or by a word of the name where there is no code."""
    left = list(entities)
    for want in wanted:
        hit = next((e for e in left if _is(want, e)), None)
        if hit is None:
            return False
        left = [e for e in left if not _is(want, e)]
    return not left


def _is(want: str, entity: Record) -> bool:
    if len(want) == 3 and want.isupper():
        return bool(entity["code"] == want)
    return want.lower() in f"{entity['entity_text']} {entity['raw_text']}".lower()


def slots_wrong(
    expected: Mapping[str, Any], record: Record, records: Sequence[Record], answers: Mapping[int, str]
) -> list[str]:
    """The names of the expected slots that a record does not fill as expected."""
    wrong = []
    if not _parties(expected, record):
        wrong.append("parties")
    for slot in ("status", "background"):
        if slot in expected and record[slot] != expected[slot]:
            wrong.append(slot)
    if "mode" in expected and expected["mode"] not in record["mode"]:
        wrong.append("mode")
    if "date" in expected and [record["date"], record["enddate"]] != [_day(d) for d in expected["date"]]:
        wrong.append("date")
    if "attribution" in expected and not _sources(expected["attribution"], record["attribution"]):
        wrong.append("attribution")
    if "quantity" in expected and not all(
        any(_same(q, g) for g in record["quantity"]) for q in expected["quantity"]
    ):
        wrong.append("quantity")
    if "place" in expected and not _place(expected["place"], record["event_loc"]):
        wrong.append("place")
    if "link" in expected:
        target = answers.get(expected["link"]["to"])
        if not any(
            link["type"] == expected["link"]["type"] and link["to"] == target for link in record["link"]
        ):
            wrong.append("link")
    return wrong


def _day(day: Any) -> str | None:
    return None if day is None else str(day)


def _parties(expected: Mapping[str, Any], record: Record) -> bool:
    actor, recipient = expected.get("actor"), expected.get("recipient")
    if expected.get("symmetric"):
        return parties_match([*(actor or ()), *(recipient or ())], [*record["actor"], *record["recipient"]])
    sides = ((actor, record["actor"]), (recipient, record["recipient"]))
    return all(want is None or parties_match(want, got) for want, got in sides)


def _sources(wanted: Sequence[str], got: Sequence[Record]) -> bool:
    if not wanted:
        return not got
    names = [f"{g['source']['entity_text']} {g['source']['raw_text']}".lower() for g in got]
    return all(any(w.lower() in name for name in names) for w in wanted)


def _same(want: Mapping[str, Any], got: Record) -> bool:
    if want["item"].lower().split()[-1] not in str(got["item"]).lower():
        return False
    return all(got[key] == want[key] for key in ("low", "high", "approximate") if key in want)


def _place(want: str, got: Record | None) -> bool:
    return bool(got) and want.lower() in f"{got['resolved_place']} {got['extracted_place']}".lower()  # type: ignore[index]


def faults(case: Mapping[str, Any], records: Sequence[Record], text: str) -> list[str]:
    """All that is wrong with the records of a case's text; empty where the case holds."""
    free = list(range(len(records)))
    answers: dict[int, str] = {}
    chosen: dict[int, Record] = {}
    expected = case.get("expect") or []
    for k, want in enumerate(expected):
        fitting = [i for i in free if _fits(want, records[i], text)]
        fitting.sort(
            key=lambda i: (
                len(slots_wrong({x: v for x, v in want.items() if x != "link"}, records[i], records, {})),
                i,
            )
        )
        if fitting:
            chosen[k] = records[fitting[0]]
            answers[k] = records[fitting[0]]["id"]
            free.remove(fitting[0])
    found = [
        f"missing: {want['event']} at {want['trigger']!r}"
        for k, want in enumerate(expected)
        if k not in chosen
    ]
    for k, record in chosen.items():
        wrong = slots_wrong(expected[k], record, records, answers)
        if wrong:
            found.append(f"{expected[k]['event']} at {expected[k]['trigger']!r}: wrong {', '.join(wrong)}")
    for i in free:
        if not any(_fits(allowed, records[i], text) for allowed in case.get("allow") or []):
            found.append(
                f"extra: {records[i]['event'][0]} at {text[slice(*records[i]['evidence']['trigger'])]!r}"
            )
    return found


def _fits(want: Mapping[str, Any], record: Record, text: str) -> bool:
    """Whether a record may answer an expectation: by type, and by its trigger or else its sentence."""
    if not set(as_list(want["event"])) & set(record["event"]):
        return False
    trigger = want.get("trigger")
    if trigger is None:
        return True
    start, end = record["evidence"]["sentence"]
    return str(trigger).lower() in " ".join(text[start:end].split()).lower()
