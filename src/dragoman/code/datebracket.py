"""From time expressions to the bracket of days that an act can have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from dragoman.model import Dating, Sentence, Time

__all__ = ["Context", "Dated", "from_times", "open_dating"]


class Dated(NamedTuple):
    """When an act took place and, for a promise or a plan, for which day it is meant."""

    dating: Dating
    planned: date | None = None


@dataclass(slots=True)
class Context:
    """A report's sentences and times, and what has been dated so far."""

    sentences: dict[int, Sentence]
    times: dict[int, list[Time]]
    published: date | None
    known: dict[tuple[int, int], Dated] = field(default_factory=dict)


def open_dating(context: Context, rung: str, end: date | None = None, basis: str = "publication") -> Dating:
    return Dating(None, end or context.published, "open", basis, None, rung)


def from_times(
    sentence: Sentence, own: Sequence[Time], context: Context, tense: str, rung: str
) -> Dated | None:
    """The dating that the best of the times gives, and the day planned where a time lies ahead."""
    planned: date | None = None
    best: tuple[int, Dating] | None = None
    for time in own:
        if time.kind in {"duration", "set"} and time.earliest is None:
            continue
        if (
            context.published
            and time.earliest
            and time.earliest > context.published
            and tense != "past_perfect"
        ):
            planned = planned or time.earliest
            continue
        dating = _bracket(time, context, rung)
        if dating is None:
            continue
        vague = time.precision == "day" and time.earliest != time.latest
        rank = (3 if time.kind in {"ref", "duration"} else 0) + 2 * (time.earliest is None) + vague
        if best is None or rank < best[0]:
            best = (rank, dating)
    if best is None:
        return Dated(Dating(None, None, "open", "text"), planned) if planned else None
    return Dated(best[1], planned)


def _bracket(time: Time, context: Context, rung: str) -> Dating | None:
    """First and last day of a time under its preposition; the past ends at the publication."""
    first, last, precision = time.earliest, time.latest, time.precision
    now = context.published
    if time.kind == "ref":
        first, last, precision = None, now, "open"
    elif time.relation == "since":
        rest = context.times.get(time.sentence, ())
        closing = next(
            (t for t in rest if t.relation == "until" and t.latest and 0 < t.first - time.last < 4), None
        )
        last, precision = (closing.latest if closing else now), "interval"
    elif time.relation == "after":
        last, precision = now, "interval"
    elif time.relation in {"until", "by"}:
        first, precision = None, "open"
    elif time.relation == "before":
        last, first, precision = (first - timedelta(1) if first else None), None, "open"
    if now and last and last > now and (first is None or first <= now):
        last = now
    basis = "context" if time.kind == "anaphor" else "text"
    return Dating(first, last, precision, basis, time.span, f"{rung} {time.rung}")
