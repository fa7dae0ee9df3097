"""What a time expression means: one small function for each rule of timegrammar.

Each takes the stretch that was found and the narrative so far, and gives a value, or ``None``
where the words are no time after all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.code.calendar import Words, bracket, nearest_weekday, shift, shift_day
from dragoman.code.narrative import Narrative, points_ahead
from dragoman.code.timegrammar import Found
from dragoman.model import Token

__all__ = ["VALUES", "Value", "quantity_of", "year_in"]

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


def _number(token: Token | None) -> int:
    found = _DIGITS.search(token.lower) if token else None
    return int(found.group()) if found else 0


def year_in(found: Found, words: Words) -> str | None:
    """The year that the stretch names, as it stands in a value (``BC0490`` before our era)."""
    era = found.token("B")
    if era is not None:
        number = found.token("NnYD", -1)
        if number is None or not number.lower.isdecimal() or (int(number.lower) > 999 and era.lower[0] == "b" and int(number.lower) > 9999):
            return None
        return f"BC{int(number.lower):04}" if era.lower[0] == "b" else f"{int(number.lower):04}"
    year = found.token("Y", -1)
    return year.lower[-4:] if year else None


def _month_of(found: Found, words: Words) -> int:
    token = found.token("M")
    return int(words.values[token.lower]) if token else 0


def _day_of(found: Found) -> int | None:
    """The day of the month: the figure beside the month, never a year's."""
    month = next((i for i in range(found.first, found.last) if found.row[i] == "M"), found.first)
    at = [i for i in range(found.first, found.last) if found.row[i] in "DO" and abs(i - month) <= 2]
    at = [i for i in at if found.row[i + 1 : i + 2] != "B"]
    day = _number(found.sentence.tokens[at[0]]) if at else 0
    return day if 1 <= day <= 31 else None


def _part_of_day(found: Found, words: Words) -> str:
    token = found.token("P")
    return f"T{words.values[token.lower]}" if token else ""


def _borrowed_year(found: Found, month: int, words: Words) -> str | None:
    """The year of "from March to May 2020" and "3 March and 5 May 2020" holds for the first month too."""
    ahead = re.match(r"(?:,(?:t?[DO]F?)?M|,M[DO])*,?[-&2](?:t?[DO]F?M|(?:e|m-?|tbF)?M[DO]?),?F?Y", found.row[found.last :])
    if not ahead:
        return None
    last = found.last + ahead.end()
    end = Found(found.sentence, found.rule, found.last, last, found.row)
    later = _month_of(end, words)
    year = year_in(end, words)
    return f"{int(year) - 1:04}" if year and later < month else year


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
    return _dated(year, _month_of(found, words), _day_of(found), _part_of_day(found, words))


def month_day(found: Found, state: Narrative, words: Words) -> Meaning:
    month, day = _month_of(found, words), _day_of(found)
    if day is None:
        return None
    year = _borrowed_year(found, month, words) or _year_for(found, state, words, month, day)
    return _dated(year, month, day, _part_of_day(found, words))


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
    picked = state.year_of(month, day, ahead, found.sentence.paragraph)
    if picked is not None and found.has("l") and state.published and (picked, month) == state.published.timetuple()[:2]:
        picked -= 1
    return f"{picked:04}" if picked is not None else None


def month_year(found: Found, state: Narrative, words: Words) -> Meaning:
    return _dated(year_in(found, words) or _relative_year(found, state), _month_of(found, words), None)


def month(found: Found, state: Narrative, words: Words) -> Meaning:
    number = _month_of(found, words)
    year = _borrowed_year(found, number, words) or _year_for(found, state, words, number, None)
    return _dated(year, number, None)


def first_of_days(found: Found, state: Narrative, words: Words) -> Meaning:
    rest = Found(found.sentence, found.rule, found.last + 1, len(found.row), found.row)
    month_at = rest.token("M")
    if month_at is None:
        return None
    whole = Found(found.sentence, "month_day", found.last + 1, min(month_at.i + 3, len(found.row)), found.row)
    number = _month_of(whole, words)
    tail = found.row[month_at.i + 1 : month_at.i + 3]
    year = year_in(whole, words) if tail[:1] == "Y" or tail == ",Y" else _year_for(whole, state, words, number, None)
    return _dated(year, number, _number(found.token("DO")))


def second_of_days(found: Found, state: Narrative, words: Words) -> Meaning:
    if not state.value or len(state.value) < 10:
        return None
    day = _number(found.token("DO"))
    value = f"{state.value[:7]}-{day:02}"
    return value if bracket(value)[0] and value > state.value else None


def day_range(found: Found, state: Narrative, words: Words) -> Meaning:
    token = found.token("p")
    first, last = (int(d) for d in _DIGITS.findall(token.lower)) if token else (0, 0)
    number = _month_of(found, words)
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
        return f"BC{_number(token):04}"[:5]
    if token.lower in words.values:
        return f"19{words.values[token.lower]}"
    number = _number(token)
    return f"{number:04}"[:3] if number > 99 else f"19{number // 10}" if number >= 20 else f"20{number // 10}"


def century(found: Found, state: Narrative, words: Words) -> Meaning:
    unit, ordinal = found.token("U"), found.token("oO")
    if unit is None or ordinal is None or words.values[unit.lower] != "CE":
        return None
    number = _number(ordinal) or int(words.values.get(ordinal.lower, 0))
    return f"BC{number - 1:02}" if found.has("B") else f"{number - 1:02}"


def season(found: Found, state: Narrative, words: Words) -> Meaning:
    token = found.token("S")
    code = str(words.values[token.lower]) if token else ""
    named = year_in(found, words) or (_relative_year(found, state) if found.has("U") else None)
    if named:
        return f"{named}-{code}"
    if state.bc and state.value:
        return f"{state.value[:6]}-{code}"
    if state.historical(found.sentence.paragraph):
        return f"{state.year:04}-{code}"
    if state.published is None:
        return f"XXXX-{code}"
    now = state.published
    first = bracket(f"{now.year:04}-{code}")[0] or now
    step = 0
    if found.has("lk"):
        step = -1 if first <= now and (now - first).days < 92 or first > now else 0
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
    name = " ".join(found.sentence.tokens[i].lower for i in range(found.first, found.last) if found.row[i] in "H^")
    fixed = words.holidays.get(name)
    if fixed is None:
        return None
    number, day = int(fixed[:2]), int(fixed[3:])
    named = year_in(found, words) or _year_for(found, state, words, number, day)
    return _dated(named, number, day)


def quantity_of(found: Found, words: Words) -> str:
    """The number before a unit as TIMEX3 writes it; X where it is vague."""
    if found.has("v"):
        return "2" if (token := found.token("v")) and token.lower == "couple" else "X"
    numbers = [words.number(found.sentence.tokens[i].lower.replace(",", "")) for i in range(found.first, found.last) if found.row[i] in "nNDYa"]
    known = [n for n in numbers if n is not None]
    if not known:
        return "X"
    if len(known) == 2 and known[0] >= 20 and known[1] < 10:
        return str(sum(known))
    return str(known[-1]) if len(known) == 1 else str(known[0] * known[1]) if known[1] == 100 else str(known[-1])


def _unit(found: Found, words: Words, nth: int = 0) -> str:
    token = found.token("Uu", nth)
    return str(words.values[token.lower]) if token else "D"


def length_value(count: str, unit: str) -> str:
    """A span's value: P3D, PT5H, P2W."""
    if unit == "Q":
        return f"P{int(count) * 3}M" if count.isdecimal() else "PXM"
    if unit == "2W":
        return f"P{int(count) * 2}W" if count.isdecimal() else "PXW"
    return f"PT{count}{unit[1]}" if unit in {"TH", "TM"} else f"P{count}{unit}"


def length(found: Found, state: Narrative, words: Words) -> Meaning:
    unit = found.token("Uu")
    if unit is None or (found.last - found.first == 1 and not unit.lower.endswith("s")):
        return None
    if found.row[found.first] == "a" and found.sentence.tokens[found.first].head > unit.i:
        # "a year-end party": the article belongs to another noun.
        return None
    count = quantity_of(found, words) if found.has("nNDYav") else "1" if found.has("G") else "X"
    return Value(length_value(count, _unit(found, words)), kind="duration")


def ago(found: Found, state: Narrative, words: Words) -> Meaning:
    return _shifted(found, words, -1, state.published, publication=True)


def later(found: Found, state: Narrative, words: Words) -> Meaning:
    """Counted from the day that the narrative has reached, not from the publication."""
    following = found.sentence.tokens[found.last] if found.last < len(found.row) else None
    if found.row[found.last - 1] in "<>" and following is not None and following.tag[:2] in {"NN", "DT", "PR", "JJ", "VB", "WR", "CD"} and following.tag not in {"VBD", "VBZ"}:
        # "two days after the siege" hangs on the siege, which has no day here.
        count = quantity_of(found, words)
        return Value(length_value(count, _unit(found, words)), kind="duration") if found.has("nNDYav") else None
    back = found.has("j<")
    anchor = state.anchor
    if anchor is None:
        anchor = state.published if not state.bc else None
    return _shifted(found, words, -1 if back else 1, anchor, publication=False, state=state)


def _shifted(found: Found, words: Words, way: int, anchor: date | None, *, publication: bool, state: Narrative | None = None) -> Meaning:
    unit = _unit(found, words)
    count = "1" if found.row[found.first] == "t" else quantity_of(found, words)
    if unit in {"TH", "TM"}:
        if anchor is None or not count.isdecimal() or not publication:
            return None
        days = int(count) * way / (24 if unit == "TH" else 1440)
        return (anchor + timedelta(days=round(days))).isoformat()
    if count == "X" or anchor is None:
        blank = "PAST_REF" if way < 0 else "FUTURE_REF"
        return Value(blank, kind="ref", anchor=anchor, earliest=None, latest=anchor if way < 0 else None)
    coarse = state is not None and state.value is not None and len(state.value) < 10 and anchor == state.anchor
    if coarse and unit in {"D", "W", "2W"}:
        return Value("XXXX-XX-XX", anchor=anchor)
    steps = int(count) * way
    if abs(steps) > 9000:
        return None
    return Value(shift(anchor, unit, steps), anchor=anchor)


def unit(found: Found, state: Narrative, words: Words) -> Meaning:
    """Last week, this year, the next day, that month."""
    token = found.token("U")
    code = _unit(found, words)
    if token is None:
        return None
    row = found.row[found.first : found.last]
    if token.lower.endswith("s"):
        return _many(found, state, words, row, code)
    fixed = found.row[found.first] != "t"
    if "h" in row or (("l" in row or "x" in row or "k" in row) and fixed and not state.told):
        return _from_publication(found, state, row, code)
    if state.value is not None and state.value.startswith("BC"):
        return _before_our_era(state.value, row, code)
    anchor = state.anchor or state.published
    if anchor is None:
        return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(code, "XXXX")
    if code == "D" and state.value is not None and state.anchor is not None and len(state.value.split("T")[0]) < 10:
        return "XXXX-XX-XX" if row[-2] in "qxf" or "s" not in row else state.value
    step = -1 if set(row) & set("lkq") else 1 if set(row) & set("xf") else 0
    if "l" in row and found.row[found.first] == "t":
        # "the last day (of the siege)" is no day before.
        return None
    return Value(shift(anchor, code, step), anchor=anchor)


def _before_our_era(value: str, row: str, code: str) -> Meaning:
    if code != "Y":
        return value[:7 + 3] if "s" in row or "r" in row else "BCXXXX-XX-XX"
    step = 1 if set(row) & set("lkq") else -1 if set(row) & set("xf") else 0
    return f"BC{int(value[2:6]) + step:04}"


def _from_publication(found: Found, state: Narrative, row: str, code: str) -> Meaning:
    if state.published is None:
        return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(code, "XXXX")
    if row == "hU" and code == "D":
        return "PRESENT_REF" if state.anchor is None else (state.value or "").split("T")[0]
    step = -1 if set(row) & set("lk") else 1 if "x" in row else 0
    return Value(shift(state.published, code, step), anchor=state.published)


def _many(found: Found, state: Narrative, words: Words, row: str, code: str) -> Meaning:
    """Past years, coming weeks, these days: a stretch without a number."""
    now = state.published
    if "h" in row:
        return Value("PRESENT_REF", kind="ref")
    if set(row) & set("xf"):
        return Value(length_value("X", code), earliest=now, kind="duration", anchor=now)
    if set(row) & set("lkq"):
        return Value(length_value("X", code), latest=now, kind="duration", anchor=now)
    return None


def some_units(found: Found, state: Narrative, words: Words) -> Meaning:
    """The past two weeks, the next five years: as long as said, ending or starting at the anchor."""
    count, code = quantity_of(found, words), _unit(found, words)
    value = length_value(count, code)
    near = set(found.row[found.first : found.last])
    anchor = (state.anchor or state.published) if near & set("qf") else state.published
    if anchor is None or not count.isdecimal() or int(count) > 9000 or code in {"TH", "TM"}:
        return Value(value, kind="duration")
    step = int(count)
    if near & set("xf"):
        return Value(value, anchor, shift_day(anchor, code, step), "duration", anchor)
    return Value(value, shift_day(anchor, code, -step), anchor, "duration", anchor)


def within_unit(found: Found, state: Narrative, words: Words) -> Meaning:
    """Earlier this month, later that year, early last week."""
    row = found.row[found.first : found.last]
    code = _unit(found, words)
    if set(row) & set("rs") or (row[-2] == "t"):
        anchor = state.anchor or state.published
    else:
        anchor = state.published
    if anchor is None:
        return None
    step = -1 if "l" in row else 1 if "x" in row else 0
    value = shift(anchor, code, step)
    first, last, _ = bracket(value)
    if "h" in row and state.published is not None and "j" in row:
        last = state.published
    return Value(value, first, last, anchor=anchor)


def edge_of_unit(found: Found, state: Narrative, words: Words) -> Meaning:
    """The end of the year, the start of this week, year-end."""
    code = _unit(found, words)
    row = found.row[found.first : found.last]
    if code in {"D", "TH", "TM"}:
        return None
    plain = not set(row) & set("hlx")
    anchor = (state.anchor or state.published) if plain else state.published
    if anchor is None:
        return None
    return Value(shift(anchor, code, -1 if "l" in row else 1 if "x" in row else 0), anchor=anchor)


def weekend(found: Found, state: Narrative, words: Words) -> Meaning:
    if state.published is None:
        return "XXXX-WXX-WE"
    now = state.published
    ahead = found.has("x") or (not found.has("lk") and points_ahead(found.sentence, found.token("E").i, words) is True)  # type: ignore[union-attr]
    saturday = nearest_weekday(now, 6, ahead)
    if found.has("lk") and (now - saturday).days < 2:
        saturday -= timedelta(7)
    year, week, _ = saturday.isocalendar()
    return Value(f"{year:04}-W{week:02}-WE", saturday, saturday + timedelta(1), anchor=now)


def weekday(found: Found, state: Narrative, words: Words) -> Meaning:
    token = found.token("W")
    if token is None:
        return None
    number, part = int(words.values[token.lower]), _part_of_day(found, words)
    day_first = state.anchor if state.historical(found.sentence.paragraph) or found.has("qfr") else None
    if day_first is not None and (state.value is None or len(state.value) < 10):
        day_first = None if state.historical(found.sentence.paragraph) else day_first
        if day_first is None:
            return f"XXXX-WXX-{number}"
    if found.has("qf") and day_first is not None:
        return nearest_weekday(day_first, number, found.has("f"), itself=False).isoformat() + part
    if day_first is not None:
        return nearest_weekday(day_first, number, True).isoformat() + part
    now = state.published
    if now is None:
        return f"XXXX-WXX-{number}"
    if found.has("lk"):
        return Value(nearest_weekday(now, number, False, itself=False).isoformat() + part, anchor=now)
    ahead = found.has("x") or points_ahead(found.sentence, token.i, words) is True
    return Value(nearest_weekday(now, number, ahead, itself=not found.has("x")).isoformat() + part, anchor=now)


def speaking_day(found: Found, state: Narrative, words: Words) -> Meaning:
    token = found.token("y")
    if state.published is None or token is None:
        return "PRESENT_REF" if token and token.lower == "today" else "XXXX-XX-XX"
    now = state.published
    part = "TNI" if token.lower in {"tonight", "overnight"} else _part_of_day(found, words)
    day = now + timedelta(int(words.values[token.lower]))
    first = day - timedelta(1) if token.lower == "overnight" else day
    return Value(day.isoformat() + part, first, day, anchor=now)


def part_of_day(found: Found, state: Narrative, words: Words) -> Meaning:
    """This morning, last night, that afternoon, the next morning."""
    row, part = found.row[found.first : found.last], _part_of_day(found, words)
    if set(row) & set("rxfqs"):
        if state.anchor is None or not state.value or len(state.value) < 10:
            return None
        step = 1 if set(row) & set("xf") else -1 if "q" in row else 0
        return Value((state.anchor + timedelta(step)).isoformat() + part, anchor=state.anchor)
    if state.published is None or state.told:
        return None
    day = state.published - timedelta(1 if "l" in row else 0)
    return Value(day.isoformat() + part, anchor=state.published)


def recent(found: Found, state: Narrative, words: Words) -> Meaning:
    """In recent years: an open start."""
    return Value("PAST_REF", latest=state.published, kind="ref", anchor=state.published)


def a_set(found: Found, state: Narrative, words: Words) -> Meaning:
    token = found.token("d")
    if token is not None:
        return Value(str(words.values[token.lower]), kind="set")
    head = found.token("UWSP")
    code = words.values[head.lower] if head else None
    if found.row[found.first] == "w" and found.sentence.tokens[found.first].lower == "per" and isinstance(code, str):
        return Value(f"P1{code}", kind="set")
    if isinstance(code, int):
        return Value(f"XXXX-WXX-{code}", kind="set")
    return Value({"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(code or "", "XXXX"), kind="set")


def reference(found: Found, state: Narrative, words: Words) -> Meaning:
    token = found.token("V")
    if token is None:
        return None
    value = str(words.values[token.lower])
    if token.lower in {"soon", "shortly"} and points_ahead(found.sentence, token.i, words) is not True:
        # "soon after the landing" lies behind.
        return None
    if token.lower == "current" and token.tag[:2] != "JJ":
        return None
    return Value(value, kind="ref", anchor=state.published)


def that_time(found: Found, state: Narrative, words: Words) -> Meaning:
    """At the time, at that time: the last date that the narrative has set."""
    row, tokens = found.row[found.first : found.last], found.sentence.tokens
    before = tokens[found.first - 1].lower if found.first else ""
    following = tokens[found.last] if found.last < len(tokens) else None
    if before not in {"at", "by", "since", "until", "around", "during", "from"} or tokens[found.last - 1].lower == "point" and row[0] == "t":
        return None
    if row[0] == "t" and (before != "at" or (following and (following.lower in {"of", "when", "that", "as", "to"} or following.tag in {"PRP", "NNP", "WRB", "WDT"} or row == "tsz"))):
        return None
    return _back_to(state)


def then(found: Found, state: Narrative, words: Words) -> Meaning:
    """Since then, until then, by then."""
    before = found.sentence.tokens[found.first - 1].lower if found.first else ""
    return _back_to(state) if before in {"since", "until", "till", "by", "from"} else None


def _back_to(state: Narrative) -> Meaning:
    if state.value is None:
        return None
    first, last, _ = bracket(state.value)
    return Value(state.value, first, last, "anaphor", state.anchor)


def day_of_month(found: Found, state: Narrative, words: Words) -> Meaning:
    """The 25th: of the month that the narrative has reached."""
    following = found.sentence.tokens[found.last] if found.last < len(found.row) else None
    before = found.sentence.tokens[found.first - 1].lower if found.first else ""
    if before != "on" or (following is not None and following.tag[:2] in {"NN", "JJ", "HY"}) or not state.year or not state.month:
        return None
    return _dated(f"{state.year:04}", state.month, _number(found.token("O")))


Rule = Callable[[Found, Narrative, Words], Meaning]

#: The function of each rule.
VALUES: dict[str, Rule] = {
    "iso_date": iso_date, "figure_date": figure_date, "day_range": day_range, "full_date": full_date,
    "first_of_days": first_of_days, "second_of_days": second_of_days, "month_day": month_day,
    "month_year": month_year, "month": month, "season_year": season, "half": half, "quarter": quarter,
    "century": century, "decade": decade, "years": years, "second_year": second_year, "holiday": holiday,
    "year": year, "ago": ago, "later": later, "within_unit": within_unit, "edge_of_unit": edge_of_unit,
    "some_units": some_units, "weekend": weekend, "season": season, "weekday": weekday,
    "speaking_day": speaking_day, "part_of_day": part_of_day, "unit": unit, "recent": recent, "set": a_set,
    "length": length, "reference": reference, "that_time": that_time, "then": then,
    "day_of_month": day_of_month,
}  # fmt: skip
