"""Words of time as classes, and the days that a TIMEX3 value can mean."""

from __future__ import annotations

import calendar as days
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from dragoman.languages import read_yaml

__all__ = ["SEASONS", "Words", "bracket", "nearest_weekday", "shift", "shift_day", "week_value", "words"]

#: Classes of words and the letter that stands for each in the patterns of timegrammar.
LETTERS = {
    "months": "M", "weekdays": "W", "units": "U", "seasons": "S", "weekend": "E", "parts_of_day": "P",
    "speaking_days": "y", "references": "V", "sets": "d", "numbers": "n", "ordinals": "o", "decades": "Z",
    "vague_numbers": "v", "article": "a", "the": "t", "this": "h", "that": "r", "same": "s", "last": "l",
    "past": "k", "previous": "q", "next": "x", "following": "f", "recent": "c", "early": "e", "mid": "m",
    "edge": "b", "latter": "R", "part": "A", "ago": "g", "earlier": "j", "later": "L", "before": "<",
    "after": ">", "of": "F", "in": "I", "for": "i", "and": "&", "to": "2", "dash": "-", "comma": ",",
    "every": "w", "then": "T", "time": "z", "era": "B", "possessive": "'", "quote": "`", "long": "G",
    "old": "!", "at": "@", "circa": "C", "approximate": "~",
}  # fmt: skip

#: Classes any of which a sentence must hold to be looked at further.
HEADS = frozenset("MWUuSEPydVZJYKzTNQHc")

#: First month and number of months; winter begins in the December of the year that it is named by.
SEASONS = {"SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3)}


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words of time: the letter of each, and what each stands for."""

    letters: dict[str, str]
    values: dict[str, str | int]
    doubtful: frozenset[str]
    no_weekday_after: frozenset[str]
    measures: frozenset[str]
    no_year_after: frozenset[str]
    relations: dict[str, str]
    ahead: frozenset[str]
    scheduled: frozenset[str]
    comparing: frozenset[str]
    habitual: frozenset[str]
    holidays: dict[str, str] = field(default_factory=dict)
    #: The longer names of days by their last word.
    names: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)

    def number(self, lower: str) -> int | None:
        """The number that a word or figure stands for."""
        if lower.isdecimal():
            return int(lower)
        value = self.values.get(lower)
        return value if isinstance(value, int) else 1 if lower in {"a", "an"} else None


@cache
def words(language: str = "en") -> Words:
    """The words of time of a language, read once."""
    data = read_yaml(language, "calendar.yaml")
    letters: dict[str, str] = {}
    values: dict[str, str | int] = {}
    for name, letter in LETTERS.items():
        entries = data[name] if name in data else data["words"][name]
        for word in entries:
            # A word keeps its first class: "second" is an ordinal and "fall" a season wherever they stand.
            letters.setdefault(word, letter)
            if isinstance(entries, dict):
                values.setdefault(word, entries[word])
    for word, unit in data["units"].items():
        if unit in {"TH", "TM"}:
            letters[word] = "u"
    names: dict[str, tuple[tuple[str, ...], ...]] = {}
    for parts in map(str.split, sorted(data["holidays"], key=len, reverse=True)):
        if len(parts) > 1:
            names[parts[-1]] = (*names.get(parts[-1], ()), tuple(parts))
            letters.setdefault(parts[-1], "^")
        else:
            letters[parts[0]] = "H"
    for name in ("months", "weekdays"):
        for word in data[name]:
            if len(word) <= 5:
                letters[f"{word}."], values[f"{word}."] = letters[word], values[word]
    return Words(
        letters,
        values,
        frozenset(data["doubtful"]),
        frozenset(data["no_weekday_after"]),
        frozenset(data["measures"]),
        frozenset(data["no_year_after"]),
        data["relations"],
        frozenset(data["ahead"]),
        frozenset(data["scheduled"]),
        frozenset(data["comparing"]),
        frozenset(data["habitual"]),
        data["holidays"],
        names,
    )


_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?P<we>-WE)?"
    r"|(?P<season>SP|SU|FA|WI)|Q(?P<quarter>[1-4])|H(?P<half>[12])))?"
    r"|(?P<decade>\d{3})|(?P<century>\d\d)"
)


@cache
def bracket(value: str) -> tuple[date | None, date | None, str]:
    """The earliest and the latest day of a TIMEX3 value, and its precision; no days where it has none.

    >>> bracket("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29), 'month')
    >>> bracket("XXXX-WXX-1")[:2]
    (None, None)
    """
    found = _VALUE.fullmatch(value.split("T")[0])
    if not found:
        return None, None, "open"
    part = found.groupdict()
    try:
        return _bracket(part)
    except ValueError:
        return None, None, "open"


def _bracket(part: dict[str, str | None]) -> tuple[date, date, str]:
    if part["decade"]:
        year = int(part["decade"]) * 10
        return date(year, 1, 1), date(year + 9, 12, 31), "interval"
    if part["century"]:
        year = max(1, int(part["century"]) * 100)
        return date(year, 1, 1), date(year // 100 * 100 + 99, 12, 31), "interval"
    year = int(part["year"] or 0)
    if part["day"]:
        day = date(year, int(part["month"] or 0), int(part["day"]))
        return day, day, "day"
    if part["week"]:
        monday = date.fromisocalendar(year, int(part["week"]), 1)
        first = monday + timedelta(5) if part["we"] else monday
        return first, monday + timedelta(6), "interval" if part["we"] else "week"
    for name, size, precision in (("month", 1, "month"), ("quarter", 3, "quarter"), ("half", 6, "interval")):
        if part[name]:
            return *_months(year, (int(part[name] or 0) - 1) * size + 1, size), precision
    if part["season"]:
        return *_months(year, *SEASONS[part["season"]]), "interval"
    return date(year, 1, 1), date(year, 12, 31), "year"


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    last = first + count - 1
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, first, 1), date(end_year, end_month, days.monthrange(end_year, end_month)[1])


def shift(day: date, unit: str, count: int) -> str:
    """The value of the day, week, month, year, decade or century that lies ``count`` units from a day.

    >>> shift(date(2024, 3, 31), "M", -1)
    '2024-02'
    """
    if unit == "D":
        return (day + timedelta(count)).isoformat()
    if unit in {"W", "2W"}:
        return week_value(day + timedelta(7 * count * (2 if unit == "2W" else 1)))
    if unit in {"M", "Q"}:
        size = 3 if unit == "Q" else 1
        months = day.year * 12 + day.month - 1 + count * size
        year, month = divmod(months, 12)
        return f"{year:04}-Q{month // 3 + 1}" if unit == "Q" else f"{year:04}-{month + 1:02}"
    year = day.year + count * {"Y": 1, "DE": 10, "CE": 100}.get(unit, 0)
    return f"{year:04}"[: {"DE": 3, "CE": 2}.get(unit, 4)]


def shift_day(day: date, unit: str, count: int) -> date:
    """The same day, ``count`` units away, kept inside its month."""
    if unit in {"D", "W", "2W"}:
        return day + timedelta(count * {"D": 1, "W": 7, "2W": 14}[unit])
    size = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(unit, 0)
    year, month = divmod(day.year * 12 + day.month - 1 + count * size, 12)
    year = min(max(year, 1), 9999)
    return date(year, month + 1, min(day.day, days.monthrange(year, month + 1)[1]))


def week_value(day: date) -> str:
    """The value of the calendar week that holds a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def nearest_weekday(day: date, weekday: int, ahead: bool, itself: bool = True) -> date:
    """The last or the coming such weekday, seen from a day, which counts where ``itself`` is true."""
    distance = (weekday - day.isoweekday()) % 7 if ahead else (day.isoweekday() - weekday) % 7
    if not distance and not itself:
        distance = 7
    return day + timedelta(distance if ahead else -distance)
