"""Whether a coded record says what a gold record says, slot by slot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

__all__ = ["SLOTS", "codes", "judge", "overlap", "span_of", "strength"]

Row = Mapping[str, Any]

#: The slots of a record beside its event type, in the order in which they are told.
SLOTS = ("actors", "date", "status", "attribution", "quantity", "place", "link")

#: How far back an open past may reach, in years: it is the past, but not any past.
_OPEN_PAST = 3


def codes(entities: Iterable[Row] | None) -> set[str]:
    """The codes of a list of entities; UNK for one that has none."""
    return {entity.get("code") or "UNK" for entity in entities or ()}


def span_of(record: Row, key: str) -> Any:
    """A span of a record's evidence, written as a pair or as start and end."""
    span = (record.get("evidence") or {}).get(key)
    return [span.get("start"), span.get("end")] if isinstance(span, dict) else span


def overlap(one: Any, other: Any) -> bool:
    """Whether two half-open spans share a character."""
    return bool(one and other and one[0] < other[1] and other[0] < one[1])


def _parties(gold: Row, record: Row) -> bool:
    """Whether any of the gold's readings of the two sides is met."""
    return any(
        _sides(bool(gold["symmetric"]), set(doer), set(sufferer), record)
        for doer in (gold["actor"], *gold.get("actor_alt", ()))
        for sufferer in (gold["recipient"], *gold.get("recipient_alt", ()))
    )


def _sides(symmetric: bool, doer: set[str], sufferer: set[str], record: Row) -> bool:
    actor, recipient = codes(record.get("actor")), codes(record.get("recipient"))
    if symmetric:
        return doer | sufferer == actor | recipient
    if "WEST" in doer:  # any group of states serves
        return bool(actor) and sufferer <= recipient
    if "UNK" in doer:  # the doer is not named: the one that it was done to may stand on either side
        return sufferer <= recipient or sufferer <= actor
    if doer != actor:
        return False
    if not sufferer:
        return True
    # A coder may know more recipients than the gold names.
    return bool(sufferer & recipient) and (len(sufferer) == 1 or sufferer <= recipient)


def _date(gold: Row, record: Row) -> bool:
    first, last = gold["date"]
    start, end = record.get("date"), record.get("enddate") or record.get("date")
    if not start:
        return first is None
    if first is None:
        first = f"{int(last[:4]) - _OPEN_PAST}{last[4:]}"
    return bool(start >= first and end <= last)


def _status(gold: Row, record: Row) -> bool:
    return (record.get("status") or "occurred") in {gold["status"], *gold.get("status_alt", ())}


def _named(one: str, other: str) -> bool:
    """Whether one name begins at a word of the other: Seoul in "officials in Seoul", never US in Russia."""
    one, other = one.lower(), other.lower()
    return bool(one and other) and (f" {one}" in f" {other}" or f" {other}" in f" {one}")


def _attribution(gold: Row, record: Row) -> bool:
    """Whether every source of the gold is among the record's."""
    said = []
    for attribution in record.get("attribution") or ():
        source = attribution.get("source") or {}
        said += [source.get(key) or "" for key in ("entity_text", "raw_text", "text")]
    return all(
        any(_named(name, known) for name in said for known in (want["text"], *want.get("aliases", ())))
        for want in gold["attribution"]
    )


def _quantity(gold: Row, record: Row) -> bool:
    """Whether every figure of the gold is among the record's, by its bounds, or by what it counts."""
    got = record.get("quantity") or ()

    def met(want: Row, one: Row) -> bool:
        if "low" in want:
            return bool(one.get("low") == want["low"] and one.get("high") == want["high"])
        return want["item"].split()[-1].rstrip("s").lower() in (one.get("item") or "").lower()

    return all(any(met(want, one) for one in got) for want in gold["quantity"])


def _place(gold: Row, record: Row) -> bool:
    where = record.get("event_loc") or {}
    name = (where.get("resolved_place") or where.get("extracted_place") or "").lower()
    wanted = gold["place"]
    return wanted["name"].lower() in name or where.get("country_code") == wanted["country"]


def _link(gold: Row, record: Row, answers: Mapping[str, Row]) -> bool:
    wanted = gold["link"]
    targets = [answers.get(to) for to in (wanted["to"], *wanted.get("to_alt", ()))]
    return any(
        target and link.get("to") == target.get("id") and link.get("type") == wanted["type"]
        for target in targets
        for link in record.get("link") or ()
    )


def strength(gold: Row, record: Row) -> int | None:
    """How well a record answers a gold record; ``None`` where it does not: another type, another sentence."""
    if not set(record.get("event") or ()) & set(gold["event"]):
        return None
    on_trigger = overlap(span_of(record, "trigger"), gold["span"])
    if not on_trigger and not overlap(span_of(record, "sentence"), gold["span"]):
        return None
    parts = (_date(gold, record), _quantity(gold, record), _attribution(gold, record))
    return 2 * on_trigger + 2 * _parties(gold, record) + sum(parts)


def judge(gold: Row, record: Row | None, answers: Mapping[str, Row]) -> dict[str, bool]:
    """Each slot of the gold, right or wrong; place and link only where the gold has them."""
    slots = [slot for slot in SLOTS if slot not in ("place", "link") or gold[slot]]
    if record is None:
        return dict.fromkeys(slots, False)
    right = {
        "actors": _parties(gold, record),
        "date": _date(gold, record),
        "status": _status(gold, record),
        "attribution": _attribution(gold, record),
        "quantity": _quantity(gold, record),
    }
    if gold["place"]:
        right["place"] = _place(gold, record)
    if gold["link"]:
        right["link"] = _link(gold, record, answers)
    return right
