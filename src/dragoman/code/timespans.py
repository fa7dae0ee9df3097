"""Times told from another day: ago, later, last week, that month, Monday; and lengths of time."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.code.calendar import Words, bracket, nearest_weekday, shift, shift_day
from dragoman.code.narrative import Narrative, points_ahead
from dragoman.code.tense import tense_of
from dragoman.code.timebasics import Meaning, Value, length_value, part_of_day_in, quantity_of, unit_of
from dragoman.code.timegrammar import Found
from dragoman.model import Token

__all__ = [
    "ago", "edge_of_unit", "later", "length", "part_of_day", "some_units", "speaking_day", "unit", "weekday",
    "weekend", "within_unit",
]  # fmt: skip


def length(found: Found, state: Narrative, words: Words) -> Meaning:
    unit = found.token("Uu")
    if unit is None or (found.last - found.first == 1 and not unit.lower.endswith("s")):
        return None
    if found.row[found.first] == "a" and found.sentence.tokens[found.first].head > unit.i:
        # "a year-end party": the article belongs to another noun.
        return None
    if unit.lower == "quarter" and found.has("a"):
        # "a quarter of the cases"
        return None
    many = found.has("G") and unit.lower.endswith("s")
    if found.has("nNDYv") or (found.has("a") and not many):
        count = quantity_of(found, words)
    else:
        count = "1" if found.has("G") and not many else "X"
    return Value(length_value(count, unit_of(found, words)), kind="duration")


def ago(found: Found, state: Narrative, words: Words) -> Meaning:
    count = quantity_of(found, words)
    if state.published is not None and found.row[found.last : found.last + 1] == "y":
        # "three years ago tomorrow" is a day.
        told = found.sentence.tokens[found.last]
        anchor = state.published + timedelta(int(words.values[told.lower]))
        if count.isdecimal() and int(count) < 9000:
            day = shift_day(anchor, unit_of(found, words), -int(count))
            return Value(day.isoformat(), anchor=state.published)
    return _shifted(found, words, -1, state.published, publication=True)


def later(found: Found, state: Narrative, words: Words) -> Meaning:
    """Counted from the day that the narrative has reached, not from the publication."""
    following = found.sentence.tokens[found.last] if found.last < len(found.row) else None
    if (
        found.row[found.last - 1] in "<>"
        and following is not None
        and following.tag[:2] in {"NN", "DT", "PR", "JJ", "VB", "WR", "CD"}
        and following.tag not in {"VBD", "VBZ"}
    ):
        # "two days after the siege" hangs on the siege, which has no day here.
        count = quantity_of(found, words)
        return (
            Value(length_value(count, unit_of(found, words)), kind="duration")
            if found.has("nNDYav")
            else None
        )
    back = found.has("j<")
    if state.near is not None and state.near[0] == found.sentence.index:
        # "the gain of the town on 18 September and of the fort a day later"
        return _shifted(found, words, -1 if back else 1, state.near[1], publication=False)
    anchor = state.anchor
    if anchor is None and back and not state.bc:
        # "a day earlier" may count from the news; "two days later" can not.
        anchor = state.published
    return _shifted(found, words, -1 if back else 1, anchor, publication=False, state=state)


def _shifted(
    found: Found,
    words: Words,
    way: int,
    anchor: date | None,
    *,
    publication: bool,
    state: Narrative | None = None,
) -> Meaning:
    unit = unit_of(found, words)
    count = "1" if found.row[found.first] == "t" else quantity_of(found, words)
    if unit in {"TH", "TM"}:
        if anchor is None or not count.isdecimal():
            return None
        if not publication and (unit != "TH" or int(count) % 24):
            # Told from another act, hours make a day only where they are days: "24 hours later".
            return Value(length_value(count, unit), kind="duration")
        days = int(count) * way / (24 if unit == "TH" else 1440)
        return (anchor + timedelta(days=round(days))).isoformat()
    if count == "X" or anchor is None:
        blank = "PAST_REF" if way < 0 else "FUTURE_REF"
        return Value(blank, kind="ref", anchor=anchor, earliest=None, latest=anchor if way < 0 else None)
    coarse = (
        state is not None and state.value is not None and len(state.value) < 10 and anchor == state.anchor
    )
    if coarse and unit in {"D", "W", "2W"}:
        return Value("XXXX-XX-XX", anchor=anchor)
    steps = int(count) * way
    if abs(steps) > 9000:
        return None
    if unit == "DE":
        # "a decade ago" counts years: in 2001 it is 1991, not the nineties.
        unit, steps = "Y", steps * 10
    return Value(shift(anchor, unit, steps), anchor=anchor)


def unit(found: Found, state: Narrative, words: Words) -> Meaning:
    """Last week, this year, the next day, that month."""
    token = found.token("U")
    code = unit_of(found, words)
    if token is None:
        return None
    row = found.row[found.first : found.last]
    if token.lower.endswith("s") and not _one_of_many(found, token):
        return _many(found, state, words, row, code)
    fixed = found.row[found.first] != "t"
    if set(row) & set("hlxk") and fixed and not state.told:
        return _from_publication(found, state, row, code)
    if state.value is not None and state.value.startswith("BC"):
        return _before_our_era(state.value, row, code)
    anchor = state.anchor or state.published
    if anchor is None:
        return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(code, "XXXX")
    if (
        code == "D"
        and state.value is not None
        and state.anchor is not None
        and len(state.value.split("T")[0]) < 10
    ):
        return "XXXX-XX-XX" if row[-2] in "qxf" or "s" not in row else state.value
    step = -1 if set(row) & set("lkq") else 1 if set(row) & set("xf") else 0
    if "t" in row and set(row) & set("lk"):
        return _just_past(found, state, words, code)
    return Value(shift(anchor, code, step), anchor=anchor)


def _just_past(found: Found, state: Narrative, words: Words, code: str) -> Meaning:
    """The past year, over the last month: a stretch that ends at the narrative's day."""
    row = found.row[found.first : found.last]
    before = found.sentence.tokens[found.first - 1].lower if found.first else ""
    inside = before == "in" or words.relations.get(before) == "during"
    if "l" in row and (not inside or found.row[found.last : found.last + 1] == "F"):
        # "the last day (of the siege)" is no day before.
        return None
    if code == "Q" and state.published is not None:
        return Value(shift(state.published, code, -1), anchor=state.published)
    value, now = length_value("1", code), state.anchor if state.told else state.published
    if now is None or code in {"TH", "TM"}:
        return Value(value, kind="duration")
    return Value(value, shift_day(now, code, -1), now, "duration", now)


def _one_of_many(found: Found, unit: Token) -> bool:
    """Whether an apostrophe was left out: "this years festival"."""
    return found.sentence.tokens[unit.i - 1].tag == "DT" and found.sentence.tokens[unit.i - 1].lower == "this"


def _before_our_era(value: str, row: str, code: str) -> Meaning:
    if code != "Y":
        return value[: 7 + 3] if "s" in row or "r" in row else "BCXXXX-XX-XX"
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
    count, code = quantity_of(found, words), unit_of(found, words)
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
    code = unit_of(found, words)
    told = set(row) & set("rs") or row[-2] == "t"
    anchor = state.anchor or state.published if told else state.published
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
    code = unit_of(found, words)
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
    ahead = found.has("x") or (
        not found.has("lk") and points_ahead(found.sentence, found.last - 1, words) is True
    )
    saturday = nearest_weekday(now, 6, ahead)
    if found.has("lk") and (now - saturday).days < 2:
        saturday -= timedelta(7)
    year, week, _ = saturday.isocalendar()
    return Value(f"{year:04}-W{week:02}-WE", saturday, saturday + timedelta(1), anchor=now)


def weekday(found: Found, state: Narrative, words: Words) -> Meaning:
    token = found.token("W")
    if token is None:
        return None
    if (
        found.row[found.first - 1 : found.first] == "a"
        and found.sentence.tokens[found.first - 1].head == token.i
    ):
        # "on a Monday": on any.
        return None
    number, part = int(words.values[token.lower]), part_of_day_in(found, words)
    day_first = state.anchor if state.told or found.has("qfr") else None
    if day_first is not None and state.told and (state.value is None or len(state.value) < 10):
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
    return Value(
        nearest_weekday(now, number, ahead, itself=not found.has("x")).isoformat() + part, anchor=now
    )


def speaking_day(found: Found, state: Narrative, words: Words) -> Meaning:
    token = found.token("y")
    if state.published is None or token is None:
        return "PRESENT_REF" if token and token.lower == "today" else "XXXX-XX-XX"
    if token.lower == "today" and _nowadays(found, words):
        return Value("PRESENT_REF", kind="ref", anchor=state.published)
    now = state.published
    part = "TNI" if token.lower in {"tonight", "overnight"} else part_of_day_in(found, words)
    day = now + timedelta(int(words.values[token.lower]))
    first = day - timedelta(1) if token.lower == "overnight" else day
    return Value(day.isoformat() + part, first, day, anchor=now)


def _nowadays(found: Found, words: Words) -> bool:
    """Whether "today" is the present at large: "as strong today as ever", "the size it is today"."""
    tokens = found.sentence.tokens
    before = [token.lower for token in tokens[max(0, found.first - 2) : found.first]]
    after = tokens[found.last].lower if found.last < len(tokens) else ""
    if before and before[0] in words.comparing and (len(before) == 1 or after in words.comparing):
        return True
    if before[-1:] == ["than"] or (before[-1:] == ["of"] and before[0] != "as"):
        return True
    verb = tokens[tokens[found.first].head]
    return verb.lemma == "be" and verb.dep == "relcl" and tense_of(found.sentence, verb.i) == "present"


def part_of_day(found: Found, state: Narrative, words: Words) -> Meaning:
    """This morning, last night, that afternoon, the next morning."""
    row, part = found.row[found.first : found.last], part_of_day_in(found, words)
    if set(row) & set("rxfqs"):
        if state.anchor is None or not state.value or len(state.value) < 10:
            return None
        step = 1 if set(row) & set("xf") else -1 if "q" in row else 0
        return Value((state.anchor + timedelta(step)).isoformat() + part, anchor=state.anchor)
    if state.published is None or state.told:
        return None
    day = state.published - timedelta(1 if "l" in row else 0)
    return Value(day.isoformat() + part, anchor=state.published)
