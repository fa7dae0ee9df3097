"""What the parts of a time expression say: its year, month, day, number and unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dragoman.code.calendar import Words
from dragoman.code.timegrammar import Found
from dragoman.model import Token

__all__ = [
    "Meaning", "Value", "day_of", "length_value", "month_of", "number_in", "part_of_day_in", "quantity_of",
    "unit_of", "year_in",
]  # fmt: skip

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Value:
    """A value, and its days where they do not follow from it."""

    value: str
    earliest: date | None = None
    latest: date | None = None
    kind: str = "date"
    anchor: date | None = None
    end: str | None = None


Meaning = str | Value | None


def number_in(token: Token | None) -> int:
    found = _DIGITS.search(token.lower) if token else None
    return int(found.group()) if found else 0


def year_in(found: Found, words: Words) -> str | None:
    """The year that the stretch names, as it stands in a value (``BC0490`` before our era)."""
    era = found.token("B")
    if era is not None:
        number = found.token("NnYD", -1)
        if (
            number is None
            or not number.lower.isdecimal()
            or (int(number.lower) > 999 and era.lower[0] == "b" and int(number.lower) > 9999)
        ):
            return None
        return f"BC{int(number.lower):04}" if era.lower[0] == "b" else f"{int(number.lower):04}"
    year = found.token("Y", -1)
    return year.lower[-4:] if year else None


def month_of(found: Found, words: Words) -> int:
    token = found.token("M")
    return int(words.values[token.lower]) if token else 0


def day_of(found: Found, words: Words) -> int | None:
    """The day of the month: the figure beside the month, never a year's."""
    month = next((i for i in range(found.first, found.last) if found.row[i] == "M"), found.first)
    at = [i for i in range(found.first, found.last) if found.row[i] in "DOo" and abs(i - month) <= 2]
    at = [i for i in at if found.row[i + 1 : i + 2] != "B"]
    token = found.sentence.tokens[at[0]] if at else None
    day = number_in(token) or int(words.values.get(token.lower, 0)) if token else 0
    return day if 1 <= day <= 31 else None


def part_of_day_in(found: Found, words: Words) -> str:
    token = found.token("P")
    return f"T{words.values[token.lower]}" if token else ""


def quantity_of(found: Found, words: Words) -> str:
    """The number before a unit as TIMEX3 writes it; X where it is vague."""
    if found.has("v"):
        return "2" if (token := found.token("v")) and token.lower == "couple" else "X"
    numbers = [
        words.number(found.sentence.tokens[i].lower.replace(",", ""))
        for i in range(found.first, found.last)
        if found.row[i] in "nNDYa"
    ]
    known = [n for n in numbers if n is not None]
    if not known:
        return "X"
    if len(known) == 2 and known[0] >= 20 and known[1] < 10:
        return str(sum(known))
    return (
        str(known[-1]) if len(known) == 1 else str(known[0] * known[1]) if known[1] == 100 else str(known[-1])
    )


def unit_of(found: Found, words: Words, nth: int = 0) -> str:
    token = found.token("Uu", nth)
    return str(words.values[token.lower]) if token else "D"


def length_value(count: str, unit: str) -> str:
    """A span's value: P3D, PT5H, P2W."""
    if unit == "Q":
        return f"P{int(count) * 3}M" if count.isdecimal() else "PXM"
    if unit == "2W":
        return f"P{int(count) * 2}W" if count.isdecimal() else "PXW"
    return f"PT{count}{unit[1]}" if unit in {"TH", "TM"} else f"P{count}{unit}"
