"""Dates that name a month, a year, a season or a decade; one small function for each rule of timegrammar.

Each takes the stretch that was found and the narrative so far, and gives a value, or ``None``
where the words are no time after all.
"""

from __future__ import annotations

import re
from datetime import timedelta

from dragoman.code.calendar import Words, bracket, shift_day
from dragoman.code.narrative import Narrative, points_ahead
from dragoman.code.timebasics import (
    Meaning,
    Value,
    day_of,
    length_value,
    month_of,
    number_in,
    part_of_day_in,
    quantity_of,
    year_in,
)
from dragoman.code.timegrammar import Found

__all__ = [
    "century", "day_of_month", "day_range", "decade", "figure_date", "first_of_days", "full_date", "half",
    "holiday", "iso_date", "month", "month_day", "month_year", "quarter", "season", "second_of_days",
    "second_year", "share_of_date", "year", "years",
]  # fmt: skip

_FULL_AHEAD = re.compile("[MS](?:[DO],?)?,?F?Y")
_DIGITS = re.compile(r"\d+")


def _borrowed_year(found: Found, month: int, words: Words) -> str | None:
    """The year of "from March to May 2020" and "3 March and 5 May 2020" holds for the first month too."""
    ahead = re.match(
        r"(?:,(?:t?[DO]F?)?M|,M[DO])*,?[-&2](?:t?[DO]F?M|[DO],|(?:e|m-?|tbF)?M[DO]?),?F?Y",
        found.row[found.last :],
    )
    if not ahead:
        return None
    last = found.last + ahead.end()
    end = Found(found.sentence, found.rule, found.last, last, found.row)
    later = month_of(end, words)
    year = year_in(end, words)
    return f"{int(year) - 1:04}" if year and 0 < later < month else year


def _relative_year(found: Found, state: Narrative) -> str | None:
    """The year of "August of that year", "the spring of next year"."""
    tail = found.row[found.first : found.last]
    if state.bc and state.value and re.search("F(?:r|ts)U", tail):
        return state.value[:6]
    if re.search("F(?:r|ts)U", tail):
        return f"{state.year:04}" if state.year else None
    if state.published is None:
        return None
    step = -1 if "Fl" in tail else 1 if "Fx" in tail else 0
    return f"{state.published.year + step:04}"


def _dated(year: str | None, month: int, day: int | None, tail: str = "") -> Meaning:
    value = f"{year or 'XXXX'}-{month:02}"
    if day is None:
        return value
    value = f"{value}-{day:02}"
    if year and year.isdecimal() and bracket(value)[0] is None:
        return None
    return value + tail


def full_date(found: Found, state: Narrative, words: Words) -> Meaning:
    year = year_in(found, words) or _relative_year(found, state)
    return _dated(year, month_of(found, words), day_of(found, words), part_of_day_in(found, words))


def month_day(found: Found, state: Narrative, words: Words) -> Meaning:
    month, day = month_of(found, words), day_of(found, words)
    if day is None:
        return None
    year = _borrowed_year(found, month, words) or _year_for(found, state, words, month, day)
    return _dated(year, month, day, part_of_day_in(found, words))


def _year_for(found: Found, state: Narrative, words: Words, month: int, day: int | None) -> str | None:
    if state.bc and state.value:
        return state.value[:6]
    ahead = True if found.has("x") else False if found.has("lk") else None
    if ahead is None and state.published is not None:
        head = found.token("MW")
        ahead = points_ahead(found.sentence, head.i if head else found.first, words)
    weekday = found.token("W")
    if weekday and day and state.published is not None:
        # The weekday that is told with the date says which year is meant.
        wanted, years = words.values[weekday.lower], (state.published.year + step for step in (0, -1, 1))
        for year in years:
            first = bracket(f"{year:04}-{month:02}-{day:02}")[0]
            if first is not None and first.isoweekday() == wanted:
                return f"{year:04}"
    picked = state.year_of(month, day, ahead, found.sentence)
    if (
        picked is not None
        and found.has("l")
        and state.published
        and (picked, month) == state.published.timetuple()[:2]
    ):
        picked -= 1
    return f"{picked:04}" if picked is not None else None


def month_year(found: Found, state: Narrative, words: Words) -> Meaning:
    return _dated(year_in(found, words) or _relative_year(found, state), month_of(found, words), None)


def share_of_date(found: Found, state: Narrative, words: Words) -> Meaning:
    """The last week of August, the first ten months of 1915: so long, from or to an edge of the date."""
    of = found.row.index("F", found.first)
    unit, length = found.token("Uu"), Found(found.sentence, found.rule, found.first + 1, of, found.row)
    code = str(words.values[unit.lower]) if unit else ""
    ordinal, number = found.token("oLl"), quantity_of(length, words)
    whole = Found(found.sentence, found.rule, of + 1, found.last, found.row)
    if code == "Q":
        return half(found, state, words)
    named = year_in(whole, words) or (_relative_year(whole, state) if whole.has("U") else None)
    month = month_of(whole, words)
    if month and not named:
        named = _year_for(whole, state, words, month, None)
    first, last, _ = bracket(f"{named}-{month:02}" if month else str(named))
    if unit is None or ordinal is None or first is None or last is None or code in {"TH", "TM"}:
        return None
    count = int(number) if number.isdecimal() and length.has("n") else 1
    place = 0 if found.has("lL") else int(words.values.get(ordinal.lower, 1))
    if count > 400 or (place > 1 and length.has("n")):
        return None
    start = shift_day(first, code, place - 1) if place else shift_day(last + timedelta(1), code, -count)
    end = shift_day(start, code, count) - timedelta(1)
    if not first <= start <= end <= last:
        return None
    if code == "D" and count == 1:
        return start.isoformat()
    return Value(length_value(str(count), code), start, end, "duration")


def month(found: Found, state: Narrative, words: Words) -> Meaning:
    number = month_of(found, words)
    year = _borrowed_year(found, number, words) or _year_for(found, state, words, number, None)
    return _dated(year, number, None)


def first_of_days(found: Found, state: Narrative, words: Words) -> Meaning:
    rest = Found(found.sentence, found.rule, found.last + 1, len(found.row), found.row)
    month_at = rest.token("M")
    if month_at is None:
        return None
    whole = Found(found.sentence, "month_day", found.last + 1, min(month_at.i + 3, len(found.row)), found.row)
    number = month_of(whole, words)
    tail = found.row[month_at.i + 1 : month_at.i + 3]
    year = (
        year_in(whole, words)
        if tail[:1] == "Y" or tail == ",Y"
        else _year_for(whole, state, words, number, None)
    )
    return _dated(year, number, number_in(found.token("DO")))


def second_of_days(found: Found, state: Narrative, words: Words) -> Meaning:
    """The 9 of "March 5-9" and of "March 5-9, 1918"."""
    month = found.sentence.tokens[found.first - 3]
    first = Found(found.sentence, "month_day", month.i, found.first - 1, found.row)
    number, day = month_of(first, words), number_in(found.token("DO"))
    year = year_in(found, words) or _year_for(first, state, words, number, day)
    if not year or not number_in(first.token("DO")) < day:
        return None
    return _dated(year, number, day)


def day_range(found: Found, state: Narrative, words: Words) -> Meaning:
    token = found.token("p")
    first, last = (int(d) for d in _DIGITS.findall(token.lower)) if token else (0, 0)
    number = month_of(found, words)
    year = year_in(found, words) or _year_for(found, state, words, number, first)
    start, end = f"{year}-{number:02}-{first:02}", f"{year}-{number:02}-{last:02}"
    if not first < last or (year and bracket(end)[0] is None):
        return None
    return Value(start, bracket(start)[0], bracket(end)[1], end=end)


def iso_date(found: Found, state: Narrative, words: Words) -> Meaning:
    tokens = found.sentence.tokens[found.first : found.last]
    if tokens[-1].end - tokens[0].start != sum(len(t.text) for t in tokens) or len(tokens[2].text) != 2:
        return None
    value = "".join(t.text for t in tokens).replace("–", "-")
    return value if bracket(value)[0] else None


def figure_date(found: Found, state: Narrative, words: Words) -> Meaning:
    numbers = [int(n) for n in _DIGITS.findall(found.sentence.tokens[found.first].lower)]
    if numbers[0] > 31:
        value = f"{numbers[0]:04}-{numbers[1]:02}-{numbers[2]:02}"
    elif numbers[0] > 12 or numbers[0] == numbers[1]:
        value = f"{numbers[2]:04}-{numbers[1]:02}-{numbers[0]:02}"
    elif numbers[1] > 12:
        value = f"{numbers[2]:04}-{numbers[0]:02}-{numbers[1]:02}"
    else:
        # 3/5/2025 is March in Washington and May in London: only the year is sure.
        value = f"{numbers[2]:04}"
    return value if bracket(value)[0] else None


def year(found: Found, state: Narrative, words: Words) -> Meaning:
    return year_in(found, words)


def years(found: Found, state: Narrative, words: Words) -> Meaning:
    token = found.token("K")
    first, last = _DIGITS.findall(token.lower) if token else ("", "")
    last = first[: 4 - len(last)] + last
    if not int(first) < int(last):
        return None
    return Value(first, bracket(first)[0], bracket(last)[1], end=last)


def second_year(found: Found, state: Narrative, words: Words) -> Meaning:
    """The 45 of 1939-45."""
    tokens = found.sentence.tokens
    first, token = tokens[found.first - 2].lower[-4:], tokens[found.first]
    if len(token.lower) != 2 or token.start != tokens[found.first - 1].end or not token.lower.isdecimal():
        return None
    value = first[:2] + token.lower
    return value if value > first else None


def decade(found: Found, state: Narrative, words: Words) -> Meaning:
    if found.row[found.last - 1] == "'":
        token = found.token("Y")
        # "the 1930's" is a decade, "2024's war" a year.
        if token is None or not token.lower.endswith("0") or found.row[found.last : found.last + 1] == "":
            return token.lower[-4:] if token else None
        following = found.sentence.tokens[found.last]
        return token.lower[-4:-1] if following.tag[:2] not in {"NN", "JJ"} else token.lower[-4:]
    token = found.token("Z")
    if token is None:
        return None
    if found.has("B"):
        return f"BC{number_in(token):04}"[:5]
    if token.lower in words.values:
        return f"19{words.values[token.lower]}"
    number = number_in(token)
    return f"{number:04}"[:3] if number > 99 else f"19{number // 10}" if number >= 20 else f"20{number // 10}"


def century(found: Found, state: Narrative, words: Words) -> Meaning:
    unit, ordinal = found.token("U"), found.token("oO")
    if unit is None or ordinal is None or words.values[unit.lower] != "CE":
        return None
    number = number_in(ordinal) or int(words.values.get(ordinal.lower, 0))
    return f"BC{number - 1:02}" if found.has("B") else f"{number - 1:02}"


def _year_ahead(found: Found, words: Words) -> str | None:
    """The year of the first full date behind in the sentence: "a spring offensive in June 1942"."""
    ahead = _FULL_AHEAD.search(found.row, found.last)
    if ahead is None:
        return None
    return year_in(Found(found.sentence, found.rule, ahead.start(), ahead.end(), found.row), words)


def season(found: Found, state: Narrative, words: Words) -> Meaning:
    token = found.token("S")
    code = str(words.values[token.lower]) if token else ""
    named = year_in(found, words) or (_relative_year(found, state) if found.has("U") else None)
    if named:
        return f"{named}-{code}"
    if state.bc and state.value:
        return f"{state.value[:6]}-{code}"
    if state.historical(found.sentence.paragraph):
        return f"{_year_ahead(found, words) or f'{state.year:04}'}-{code}"
    if state.published is None:
        return f"XXXX-{code}"
    now = state.published
    first = bracket(f"{now.year:04}-{code}")[0] or now
    step = 0
    if found.has("lk"):
        step = -1 if (first <= now and (now - first).days < 92) or first > now else 0
    elif found.has("x"):
        step = 1 if first <= now else 0
    elif not found.has("h") and first > now and points_ahead(found.sentence, found.first, words) is not True:
        step = -1
    return f"{now.year + step:04}-{code}"


def half(found: Found, state: Narrative, words: Words) -> Meaning:
    ordinal, unit = found.token("oeR"), found.token("U")
    edge = found.token("b")
    named = year_in(found, words)
    if named is None:
        if found.row[found.last - 1] != "U" or not state.year:
            return None
        named = f"{state.year:04}"
    number = int(words.values.get(ordinal.lower, 0)) if ordinal else 0
    if edge is not None:
        number = number or (2 if ordinal and ordinal.lower in {"latter", "late"} else 1)
        return f"{named}-H{number}" if edge.lower == "half" and number in {1, 2} else None
    if unit is None or words.values[unit.lower] != "Q" or number not in {1, 2, 3, 4}:
        return None
    return f"{named}-Q{number}"


def quarter(found: Found, state: Narrative, words: Words) -> Meaning:
    token = found.token("Q")
    named = year_in(found, words) or (str(state.published.year) if state.published else None)
    return f"{named}-{token.lower.upper()}" if token and named else None


def holiday(found: Found, state: Narrative, words: Words) -> Meaning:
    name = " ".join(
        found.sentence.tokens[i].lower for i in range(found.first, found.last) if found.row[i] == "H"
    )
    fixed = words.holidays.get(name)
    if fixed is None:
        return None
    if len(fixed) > 5:
        return fixed
    number, day = int(fixed[:2]), int(fixed[3:])
    named = year_in(found, words) or _year_for(found, state, words, number, day)
    return _dated(named, number, day)


def day_of_month(found: Found, state: Narrative, words: Words) -> Meaning:
    """The 25th: of the month that the narrative has reached."""
    following = found.sentence.tokens[found.last] if found.last < len(found.row) else None
    before = found.sentence.tokens[found.first - 1].lower if found.first else ""
    if (
        before != "on"
        or (following is not None and following.tag[:2] in {"NN", "JJ", "HY"})
        or not state.year
        or not state.month
    ):
        return None
    return _dated(f"{state.year:04}", state.month, number_in(found.token("O")))
