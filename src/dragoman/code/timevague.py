"""Times without a day of their own: sets, references to past and present, and words that point back."""

from __future__ import annotations

from dragoman.code.calendar import Words, bracket
from dragoman.code.narrative import Narrative, points_ahead
from dragoman.code.timebasics import Meaning, Value, length_value
from dragoman.code.timegrammar import Found

__all__ = ["a_set", "at_night", "recent", "reference", "that_time", "then"]


def at_night(found: Found, state: Narrative, words: Words) -> Meaning:
    """At night: on any night, unless a date stands beside it."""
    token = found.token("P")
    if token is None or token.lower not in words.habitual:
        return None
    return Value(f"XXXX-XX-XXT{words.values[token.lower]}", kind="set")


def recent(found: Found, state: Narrative, words: Words) -> Meaning:
    """In recent years, their recent talks: an open start."""
    before = found.sentence.tokens[found.first - 1 : found.first]
    if found.last - found.first == 1 and any(token.tag == "RBS" for token in before):
        return None
    return Value("PAST_REF", latest=state.published, kind="ref", anchor=state.published)


def a_set(found: Found, state: Narrative, words: Words) -> Meaning:
    token = found.token("d")
    if token is not None and token.tag.startswith("NNP"):
        # "the Daily Star"
        return None
    if token is not None:
        return Value(str(words.values[token.lower]), kind="set")
    head = found.token("UWSP")
    if head is None or _describes(found):
        return None
    code = words.values[head.lower]
    if isinstance(code, int):
        return Value(f"XXXX-WXX-{code}", kind="set")
    return Value(length_value("1", code if found.has("U") else "D"), kind="set")


def _describes(found: Found) -> bool:
    """Whether the words stand as an adjective: "her every day life"."""
    tokens = found.sentence.tokens
    before, after = tokens[found.first - 1 : found.first], tokens[found.last : found.last + 1]
    owned = any(one.tag in {"PRP$", "POS"} for one in before)
    return owned and any(one.tag[:2] in {"NN", "JJ"} for one in after)


def reference(found: Found, state: Narrative, words: Words) -> Meaning:
    token = found.token("V")
    if token is None:
        return None
    value = str(words.values[token.lower])
    if token.lower in {"soon", "shortly"} and points_ahead(found.sentence, token.i, words) is not True:
        # "soon after the landing" lies behind.
        return None
    if (token.lower == "current" and token.tag[:2] != "JJ") or token.tag.startswith("NNP"):
        return None
    return Value(value, kind="ref", anchor=state.published)


def that_time(found: Found, state: Narrative, words: Words) -> Meaning:
    """At the time, at that time: the last date that the narrative has set."""
    row, tokens = found.row[found.first : found.last], found.sentence.tokens
    before = tokens[found.first - 1].lower if found.first else ""
    if before not in {"at", "by", "since", "until", "around", "during", "from"}:
        return None
    if row[0] == "t" and not _stands_alone(found, before):
        return None
    if tokens[found.last - 1].lower == "moment" and row == "tz":
        return Value("PRESENT_REF", kind="ref", anchor=state.published)
    return _back_to(state)


def _stands_alone(found: Found, before: str) -> bool:
    """Whether "at the time" says no more: not "at the time of the war", nor "at the same time"."""
    tokens = found.sentence.tokens
    if before != "at" or found.has("s") or tokens[found.last - 1].lower == "point":
        return False
    following = tokens[found.last] if found.last < len(tokens) else None
    return following is None or not (
        following.lower in {"of", "when", "that", "as", "to"} or following.tag in {"PRP", "NNP", "WRB", "WDT"}
    )


def then(found: Found, state: Narrative, words: Words) -> Meaning:
    """Since then, until then, by then."""
    before = found.sentence.tokens[found.first - 1].lower if found.first else ""
    return _back_to(state) if before in {"since", "until", "till", "by", "from"} else None


def _back_to(state: Narrative) -> Meaning:
    if state.value is None:
        return None
    first, last, _ = bracket(state.value)
    return Value(state.value, first, last, "anaphor", state.anchor)
