"""Time expressions and the days that they can mean (codebook, Time, status, background)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.code import calendar
from dragoman.code.calendar import Words, bracket
from dragoman.code.clauses import MODIFIERS
from dragoman.code.narrative import YEARS_OF_NEWS, Narrative
from dragoman.code.tense import tense_of
from dragoman.code.timebasics import Value
from dragoman.code.timegrammar import Found, matches
from dragoman.code.timevalues import VALUES
from dragoman.model import Report, Sentence, Span, Time, Token
from dragoman.step import step

__all__ = ["find_times", "times"]

#: So many years named in a text, and so large a share of them past, make it a text on history.
_ENOUGH, _SHARE = 3, 0.7
#: So many old years to each day told from the day of speaking.
_SPOKEN = 4
#: The same for a text that reaches up to its own day, and how many years it must name.
_TOLD, _MANY = 10, 20
#: A dateline stands among so many sentences, and no further from the publication day.
_ABOVE, _NEAR = 5, timedelta(days=7)
#: Tenses of what was to come: the narrative does not follow them.
_COMING = frozenset({"future", "conditional"})
#: Rules whose value is told in full, so that it says what the text is about.
_FULL = frozenset({"full_date", "month_year", "year", "years", "iso_date", "season_year"})
#: Rules that bring the narrative to a new date.
_SETTING = _FULL | {
    "month_day", "month", "first_of_days", "second_of_days", "day_range", "weekday", "speaking_day", "ago",
    "later", "unit", "within_unit", "season", "weekend", "holiday", "day_of_month", "part_of_day", "quarter",
    "half", "figure_date",
}  # fmt: skip


@step(reads=("report", "sentences"), writes="times")
def times(report: Report, sentences: Sequence[Sentence]) -> tuple[Time, ...]:
    """The times that a report speaks of, in order."""
    return find_times(sentences, report.published)


def find_times(sentences: Sequence[Sentence], published: date | None) -> tuple[Time, ...]:
    """The time expressions of parsed sentences, read back from the publication day or in their narrative.

    ``kind`` is date, duration, set, ref (now, recently: no day) or anaphor (then, at the time).
    """
    words = calendar.words()
    found = [one for sentence in sentences for one in matches(sentence, words)]
    published = _dateline(found, published, words) or published
    state = Narrative(published, told=_is_history(found, published))
    made: list[Time] = []
    for one in found:
        time = _time(one, state, words)
        if time is not None:
            made.append(_with_relation(time, one, made, words))
    return tuple(made)


def _dateline(found: Sequence[Found], published: date | None, words: Words) -> date | None:
    """The day that stands alone above a text, where it is near the one that the text is said to be of.

    "Yesterday" is read back from the day that the writer set down, not from the day of an archive.
    """
    for one in found[:_ABOVE]:
        whole = (
            one.rule == "full_date" and one.last - one.first == len(one.row) and one.sentence.index < _ABOVE
        )
        if not whole or published is None:
            continue
        value = VALUES[one.rule](one, Narrative(published), words)
        day = bracket(value)[0] if isinstance(value, str) else None
        if day is not None and abs(day - published) <= _NEAR:
            return day
    return None


def _is_start(found: Found) -> bool:
    """Whether a date only tells since when: the narrative has not gone back to it."""
    return found.first > 0 and found.sentence.tokens[found.first - 1].lower == "since"


def _is_history(found: Sequence[Found], published: date | None) -> bool:
    """Whether the text as a whole tells of years long before its publication.

    Old years alone do not make it so: news that recalls much still speaks of Monday and of yesterday.
    """
    named: list[int] = []
    spoken = 0
    for one in found:
        if one.rule in _FULL and one.has("YB"):
            year = one.token("Y", -1)
            named.append(0 if one.has("B") else int(year.lower[-4:]) if year else 9999)
            if one.rule == "full_date" and one.has("W"):
                spoken += 1
        elif one.rule in {"weekday", "speaking_day", "ago"} or (
            one.rule == "unit" and one.row[one.first] in "hlx"
        ):
            spoken += 1
    if published is None:
        return bool(named)
    old = sum(1 for year in named if year < published.year - YEARS_OF_NEWS)
    if len(named) >= _ENOUGH and old >= _SHARE * len(named) and old > _SPOKEN * spoken:
        return True
    # A long account of a few years reaches up to its own day, and is told by dates all the same.
    past = sum(1 for year in named if year < published.year)
    return len(named) >= _MANY and past >= _SHARE * len(named) and past > _TOLD * spoken


def _time(found: Found, state: Narrative, words: Words) -> Time | None:
    meaning = VALUES[found.rule](found, state, words)
    if meaning is None:
        return None
    value = meaning if isinstance(meaning, Value) else Value(meaning, anchor=None)
    first, last, precision = bracket(value.value)
    if value.earliest is not None or value.latest is not None:
        first, last = value.earliest, value.latest
        if value.end is not None or value.kind == "duration":
            precision = "interval" if first and last else "open"
    of_the_teller = state.told and value.anchor is not None and value.anchor == state.published
    if found.rule in _SETTING and value.kind == "date" and not of_the_teller and not _is_start(found):
        state.set(value.value, found.sentence, _is_firm(found) and _goes_on(found, words))
    tokens = found.sentence.tokens
    span = Span(tokens[found.first].start, tokens[found.last - 1].end)
    return Time(
        found.sentence.index, found.first, found.last, span, value.value, first, last, precision,
        value.anchor, found.rule, kind=value.kind, end_value=value.end,
    )  # fmt: skip


def _goes_on(found: Found, words: Words) -> bool:
    """Whether the narrative has gone on to the date.

    It has not where the date looks back ("the previous year"), sets an end ("remained until 1975"),
    stands in brackets, or belongs to a relative clause or to what would come later.
    """
    tokens = found.sentence.tokens
    before = [token.lower for token in tokens[max(0, found.first - 3) : found.first]]
    if (found.rule == "unit" and found.has("qlk")) or "(" in before:
        return False
    token = _head(found)
    for _ in range(8):
        if words.relations.get(token.lower) == "until":
            return False
        if token.tag[:2] == "VB":
            return token.dep != "relcl" and tense_of(found.sentence, token.i) not in _COMING
        if token.head == token.i:
            return True
        token = tokens[token.head]
    return True


def _head(found: Found) -> Token:
    """The word of a stretch that hangs on a word outside."""
    tokens, inside = found.sentence.tokens, range(found.first, found.last)
    return next((tokens[i] for i in inside if tokens[i].head not in inside), tokens[found.first])


def _is_firm(found: Found) -> bool:
    """Whether the time dates a clause and not a noun in it ("since its founding in 1948")."""
    tokens = found.sentence.tokens
    head = _head(found)
    for _ in range(4):
        above = tokens[head.head]
        if above.i == head.i or above.tag[:2] == "VB":
            return head.dep != "poss"
        if above.tag[:2] == "NN" and head.dep == "prep":
            # A preposition behind the clause's own object is often the clause's.
            return above.dep in {"dobj", "attr", "ROOT", "nsubjpass"}
        if above.tag not in {"IN", "TO", "VBG"}:
            return False
        head = above
    return False


def _with_relation(time: Time, found: Found, before: list[Time], words: Words) -> Time:
    """What the preposition before the time says, and whether it closes a range that another opened."""
    relation = _relation(time, found, words)
    opened = before[-1] if before and before[-1].sentence == time.sentence else None
    if opened is not None and found.first - opened.last == 1:
        joint = found.row[opened.last]
        if (opened.relation == "between" and joint == "&") or (
            joint in "2-" and opened.relation in {"since", "between", "at"}
        ):
            relation = "until"
        if relation == "until":
            before[-1] = replace(opened, relation="since")
    if opened is not None and before[-1].relation == "between":
        before[-1] = replace(opened, relation="during")
    return replace(time, relation=relation)


def _relation(time: Time, found: Found, words: Words) -> str:
    tokens, first = found.sentence.tokens, found.first
    top = _head(found)
    if top.dep in MODIFIERS and top.head >= found.last and found.rule in _SETTING:
        # In "after Monday's attack" the preposition is the attack's.
        return "during"
    if tokens[first].lower.startswith(("post-", "pre-")):
        return "after" if tokens[first].lower.startswith("post-") else "before"
    i = first - 1
    while (
        i >= 0
        and tokens[i].lower in {"the", "about", "around", "at", "least", "late", "early"}
        and first - i < 3
    ):
        i -= 1
    if i < 0 or tokens[i].tag not in {"IN", "TO", "VBG", "RB"}:
        return "at"
    if (
        tokens[i].lower == "from"
        and tokens[tokens[i].head].tag[:2] == "NN"
        and found.row[found.last :][:1] != "2"
    ):
        # "data from 2004", "a letter from Monday"
        return "at"
    relation = words.relations.get(tokens[i].lower, "at")
    if relation == "for":
        return "during" if time.kind == "duration" else "at"
    return relation
