"""Why a record says what it says: field by field, which rule or model decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dragoman.errors import WrongUse
from dragoman.model import EventMention, Reading, Resolution, Span, Time
from dragoman.show.words import basis, figure, party, when

if TYPE_CHECKING:
    from dragoman.flow import Coded

__all__ = ["explain", "find"]


def find(given: str, some: Sequence[Coded]) -> tuple[Coded, EventMention]:
    """The record with that id, or with an id that alone begins so.

    Raises WrongUse, with the nearest id, where there is none or more than one.
    """
    all_of = [(coded, event) for coded in some for event in coded.events]
    found = [pair for pair in all_of if given and pair[1].id.startswith(given.lower())]
    if len(found) == 1:
        return found[0]
    if found:
        told = ", ".join(event.id for _, event in found[:5])
        raise WrongUse(f"{len(found)} records have an id that begins with {given!r}: {told}.")
    ids = [event.id[: len(given)] for _, event in all_of] if len(given) < 16 else [e.id for _, e in all_of]
    if not ids:
        raise WrongUse(f"no record {given!r}: the reports given have no records.")
    raise WrongUse(f"no record {given!r} in the reports given.", given, ids)


def explain(coded: Coded, event: EventMention, versions: dict[str, str]) -> list[dict[str, Any]]:
    """The record's fields in order, each with its value, the words that it rests on and what decided it."""
    text, why = coded.report.text, _Whys(event)
    kind = " ".join((event.type, *event.modes))
    rows = [_row("event", kind, event.trigger.of(text), why.of("event", "mode"))]
    for name, side in (("actor", event.actors), ("recipient", event.recipients)):
        for one in side:
            rungs = [*why.about(one.name), *_rungs(one.span, coded.reading)]
            rows.append(_row(name, party(one), one.raw, rungs))
    rows.append(_date(event, coded, why))
    rows.append(_row("status", event.status, "", why.of("status")))
    rows.append(_row("background", "yes" if event.background else "no", "", why.of("background")))
    for said in event.sources:
        value = f"{party(said.source)}: {said.kind}, {said.stance}, {said.certainty}"
        rows.append(_row("attribution", value, said.cue, why.of("attribution")))
    rows += [_row("quantity", figure(one), one.span.of(text), why.of("quantity")) for one in event.quantities]
    if event.place is not None:
        place = event.place
        value = ", ".join(filter(None, (place.resolved, place.country)))
        rows.append(_row("event_loc", value, place.extracted, [place.resolution, *why.of("event_loc")]))
    rows += [_row("link", f"{link.type} {link.to}", "", why.of("link")) for link in event.links]
    rows.append(_row("confidence", f"{event.confidence:.2f}", "", why.of("confidence")))
    made_by = [f"{name} {version}" for name, version in versions.items()]
    rows += [_row(name, "", "", reasons) for name, reasons in why.rest()]
    rows.append(_row("made by", "", "", made_by))
    return rows


class _Whys:
    """The reasons that the coder noted on a record; each is handed out once."""

    def __init__(self, event: EventMention) -> None:
        self.left = list(event.why)

    def of(self, *names: str) -> list[str]:
        """The reasons noted for the given fields."""
        found = [pair for pair in self.left if pair[0] in names and pair[1]]
        self.left = [pair for pair in self.left if pair[0] not in names]
        return [reason for _, reason in found]

    def about(self, name: str) -> list[str]:
        """The reasons noted for one party, on whichever side the coder saw it first."""
        head = f"{name}: "
        found = [pair for pair in self.left if pair[0] in ("actor", "recipient") and pair[1].startswith(head)]
        self.left = [pair for pair in self.left if pair not in found]
        return [reason.removeprefix(head) for _, reason in found]

    def rest(self) -> list[tuple[str, list[str]]]:
        """What nobody has asked for."""
        names = list(dict.fromkeys(name for name, _ in self.left))
        return [(name, self.of(name)) for name in names]


def _row(field: str, value: str, words: str, why: Sequence[str]) -> dict[str, Any]:
    return {"field": field, "value": value, "words": words, "why": list(dict.fromkeys(why))}


def _rungs(span: Span, reading: Reading) -> list[str]:
    """Which rules of the link room tell whom the words at a span stand for."""
    return [_told(r) for r in reading.resolutions if _span_of(r, reading) == span]


def _told(one: Resolution) -> str:
    reason = f", {one.reason}" if one.reason else ""
    return f"{one.kind} resolved by {one.rung} ({one.score:.2f}){reason}"


def _span_of(one: Resolution, reading: Reading) -> Span | None:
    for sentence in reading.sentences:
        if sentence.index == one.sentence:
            return Span(sentence.tokens[one.first].start, sentence.tokens[one.last - 1].end)
    return None


def _date(event: EventMention, coded: Coded, why: _Whys) -> dict[str, Any]:
    dating = event.dating
    reasons = [*why.of("date"), dating.rung]
    expression = _time_at(dating.time, coded.reading.times)
    if expression is not None:
        anchor = f" from {expression.anchor.isoformat()}" if expression.anchor else ""
        reasons.append(f"read as {expression.value} by {expression.rung}{anchor}")
    if dating.basis != "text":
        reasons.append(basis(dating) or dating.basis)
    words = dating.time.of(coded.report.text) if dating.time is not None else ""
    return _row("date", when(dating), words, [reason for reason in reasons if reason])


def _time_at(span: Span | None, times: Sequence[Time]) -> Time | None:
    return next((time for time in times if time.span == span), None)
