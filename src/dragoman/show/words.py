"""Parts of a record as a reader would write them: days, parties, figures, sources."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from dragoman.model import Dating, EventMention, Party, Quantity, Source

__all__ = ["days", "figure", "marks", "parties", "party", "sources", "when"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_QUARTERS = ("first", "second", "third", "fourth")
_BASES = {"context": "carried over", "publication": "publication day"}


def days(day: date) -> str:
    """One day, as a reader writes it.

    >>> days(date(2025, 10, 27))
    '27 October 2025'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _stretch(first: date, last: date) -> str:
    """Two days with what they share said once.

    >>> _stretch(date(2025, 10, 20), date(2025, 10, 26))
    '20–26 October 2025'
    """
    if first == last:
        return days(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{days(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {days(last)}"
    return f"{days(first)} – {days(last)}"


def _whole(first: date, last: date, precision: str) -> str | None:
    """The name of a whole month, quarter or year, where the two days bracket just that."""
    next_day = last + timedelta(days=1) if last < date.max else last
    if first.day != 1 or next_day.day != 1:
        return None
    if precision == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if precision == "quarter" and first.year == last.year and last.month - first.month == 2:
        return f"{_QUARTERS[(first.month - 1) // 3]} quarter of {first.year}"
    if precision == "year" and (first.month, last.month) == (1, 12) and first.year == last.year:
        return str(first.year)
    return None


def when(dating: Dating) -> str:
    """The days that an event can have, without what decided them.

    >>> when(Dating(date(2025, 4, 1), date(2025, 4, 30), "month", "text"))
    'April 2025'
    >>> when(Dating(None, date(2025, 10, 28), "open", "publication"))
    'by 28 October 2025'
    """
    first, last = dating.date, dating.enddate
    if first is None and last is None:
        return "undated"
    if first is None:
        assert last is not None
        return f"by {days(last)}"
    if last is None:
        return f"from {days(first)}"
    named = _whole(first, last, dating.precision)
    if named:
        return named
    if dating.precision == "week" and (last - first).days == 6:
        return f"week of {_stretch(first, last)}"
    return _stretch(first, last)


def basis(dating: Dating) -> str:
    """What decided the days, where it was not an expression in the sentence."""
    return _BASES.get(dating.basis, "")


def party(one: Party) -> str:
    """A party's name with its code: ``North Korea (PRK)``."""
    if not one.code:
        return one.name
    if one.name.endswith(")"):  # "China (coast guard)": one pair of brackets is enough
        return f"{one.name[:-1]}, {one.code})"
    return f"{one.name} ({one.code})"


def parties(some: Sequence[Party]) -> str:
    """Parties joined as in a sentence; a dash where nobody is named."""
    names = [party(one) for one in some]
    if len(names) < 2:
        return names[0] if names else "—"
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _number(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def figure(one: Quantity) -> str:
    """A figure with what it counts.

    >>> from dragoman.model import Span
    >>> figure(Quantity(0, 0, 1, 0, Span(0, 1), "killed", 600.0, None))
    'at least 600 killed'
    """
    low, high = one.low, one.high
    if low is not None and high is not None:
        number = _number(low) if low == high else f"{_number(low)} to {_number(high)}"
    elif low is not None:
        number = f"{_number(low)} or more" if one.approximate else f"at least {_number(low)}"
    elif high is not None:
        number = f"up to {_number(high)}"
    else:
        number = ""
    if number and one.approximate:
        number = f"about {number}"
    words = [number, one.unit or "", one.item if one.item != one.unit else ""]
    if one.role and one.role != one.item:
        words.append(one.role)
    if one.cumulative:
        words.append("in all")
    return " ".join(word for word in words if word)


def _source(one: Source) -> str:
    notes = [note for note in (one.stance, one.certainty) if note not in ("affirms", "stated")]
    return f"{one.source.name} ({', '.join(notes)})" if notes else one.source.name


def sources(some: Sequence[Source]) -> str:
    """Who says so, the nearest to the event first."""
    return f"according to {', '.join(map(_source, some))}" if some else ""


def marks(event: EventMention) -> list[str]:
    """What a reader must know beside who, what and when: figures, place, status, background, sources."""
    found = [figure(one) for one in event.quantities]
    if event.place is not None:
        found.append(f"at {event.place.resolved or event.place.extracted}")
    if event.planned is not None:
        found.append(f"for {days(event.planned)}")
    if event.status != "occurred":
        found.append(event.status)
    if event.background:
        found.append("background")
    if event.sources:
        found.append(sources(event.sources))
    return found
