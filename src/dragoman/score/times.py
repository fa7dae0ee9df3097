"""The task ``times``: time expressions, their spans and what they mean."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from dragoman.score.spans import Counts, figures_of
from dragoman.score.task import Figures, Item, Line, register

__all__ = ["days_of"]


class _Marked(NamedTuple):
    start: int
    end: int
    value: str
    until: str | None


def days_of(value: str) -> tuple[date, date] | None:
    """First and last day of a TIMEX3 date; ``None`` where it is none.

    >>> days_of("2025-10")[1].isoformat(), days_of("194")[0].isoformat(), days_of("PRESENT_REF")
    ('2025-10-31', '1940-01-01', None)
    """
    value = value.split("T")[0]
    try:
        if found := re.fullmatch(r"(\d{4})-W(\d\d)", value):
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
            return monday, monday + timedelta(days=6)
        if not re.fullmatch(r"\d{2,4}|\d{4}-\d\d(-\d\d)?", value):
            return None
        year, month, day = (*(int(part) for part in value.split("-")), 0, 0)[:3]
        if day:
            return date(year, month, day), date(year, month, day)
        if month:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        years = 10 ** (4 - len(value))
        return date(year * years, 1, 1), date((year + 1) * years - 1, 12, 31)
    except ValueError:
        return None


def _gold(gold: Any) -> Iterator[_Marked]:
    """The times of an item, in either of the forms that gold files have."""
    for one in gold.get("timexes") or ():
        yield _Marked(one["start"], one["end"], one["value"], one.get("end_value"))
    for one in gold.get("dates") or ():
        value = one.get("when") or one.get("from") or one.get("notBefore") or one.get("notAfter")
        yield _Marked(one["char"][0], one["char"][1], value or "", one.get("to"))


def _predicted(one: Any) -> _Marked:
    return _Marked(one["span"][0], one["span"][1], one["value"] or "", one.get("end"))


def _same(want: _Marked, got: _Marked, dates_only: bool) -> bool:
    """Whether two times mean the same; a range is compared by its first and last day."""
    if not dates_only:
        return want.value == got.value
    if want.until is None:
        return want.value == got.value.split("T")[0]
    wanted = days_of(want.value), days_of(want.until)
    found = days_of(got.value), days_of(got.until or got.value)
    if None in wanted or None in found:
        return False
    return (wanted[0][0], wanted[1][1]) == (found[0][0], found[1][1])  # type: ignore[index]


def _scored(got: Sequence[_Marked], dates_only: bool) -> list[_Marked]:
    """Where a set marks dates alone, durations and references are not held against the predictor."""
    if not dates_only:
        return list(got)
    return [one for one in got if not one.value.startswith("P") and not one.value.endswith("_REF")]


@register("times", "time expressions and their values", may=("dct", "date"), gold=("timexes", "dates"))
def times(pairs: Sequence[tuple[Item, list[Line]]]) -> Figures:
    """Measure times: the same span, an overlapping one, and an overlapping one with the same value."""
    counts = {name: Counts() for name in ("strict", "relaxed", "value")}
    for item, predicted in pairs:
        dates_only = "timexes" not in item.gold
        want = list(_gold(item.gold))
        left = _scored([_predicted(one) for line in predicted for one in line["times"]], dates_only)
        for count in counts.values():
            count.gold += len(want)
            count.predicted += len(left)
        for one in want:
            near = [g for g in left if g.start < one.end and one.start < g.end]
            best = next((g for g in near if g[:2] == one[:2]), near[0] if near else None)
            if best is None:
                continue
            left.remove(best)
            counts["strict"].hits += best[:2] == one[:2]
            counts["relaxed"].hits += 1
            counts["value"].hits += _same(one, best, dates_only)
    return figures_of(counts)
