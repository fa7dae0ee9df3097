"""Which time expression belongs to which clause or noun of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from dragoman.languages import read_yaml, word_list
from dragoman.model import Sentence, Time, Token

__all__ = [
    "MODIFIERS", "attachment", "clause_times", "dating_words", "event_phrase", "finite_above", "is_event", "is_initial",
    "noun_times", "same_family",
]  # fmt: skip

#: Relations by which a time modifies a noun: "Monday's talks", "the 2022 invasion".
MODIFIERS = frozenset({"poss", "compound", "nummod", "amod", "nmod"})
_ENDINGS = ("ing", "ion", "ment", "ence")
_NO_EVENTS = word_list("no_events")


@cache
def dating_words() -> dict[str, frozenset[str]]:
    """The lists of words that dating needs."""
    data: dict[str, Any] = read_yaml("en", "calendar.yaml")
    names = (
        "event_nouns",
        "looks_back",
        "reporting",
        "plain_saying",
        "looking_back_prepositions",
    )
    return {name: frozenset(data[name]) for name in names}


@cache
def _families() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(family) for family in read_yaml("en", "calendar.yaml")["families"])


def is_event(token: Token) -> bool:
    """Whether a noun tells of an act: by list or by its ending."""
    if token.tag[:2] != "NN" or token.tag.startswith("NNP"):
        return False
    lemma = token.lemma
    return lemma in dating_words()["event_nouns"] or (lemma.endswith(_ENDINGS) and lemma not in _NO_EVENTS)


def same_family(a: Token, b: Token) -> bool:
    """Whether two words can tell of one act: the same family, or the same stem."""
    if a.lemma == b.lemma or any(a.lemma in f and b.lemma in f for f in _families()):
        return True
    return len(a.lemma) > 4 and len(b.lemma) > 4 and a.lemma[:5] == b.lemma[:5] and b.tag[:2] in {"VB", "NN"}


def attachment(sentence: Sentence, time: Time) -> tuple[int, int]:
    """What a time hangs on, past its preposition, and the topmost token of the phrase that hangs there."""
    tokens = sentence.tokens
    inside = range(time.first, time.last)
    top = next(
        (tokens[i] for i in inside if tokens[i].head not in inside or tokens[i].head == i), tokens[time.first]
    )
    for _ in range(6):
        above = tokens[top.head]
        if above.i == top.i or not (_is_preposition(above) or above.tag == "RB"):
            return above.i, top.i
        top = above
    return tokens[top.head].i, top.i


def _is_preposition(token: Token) -> bool:
    """Prepositions, "following" and "according" among them."""
    return token.tag in {"IN", "TO"} or (token.tag == "VBG" and token.dep == "prep")


def clause_times(sentence: Sentence, verb: int, times: Sequence[Time]) -> list[Time]:
    """The times that date the clause of a verb, those that hang on the verb itself first."""
    near: list[Time] = []
    far: list[Time] = []
    for time in times:
        if _measures(sentence, time):
            continue
        on, top = attachment(sentence, time)
        if on == verb:
            near.append(time)
        elif (
            sentence.tokens[on].tag[:2] != "VB" and _carries(sentence, on, top, verb, time)
        ) or _of_a_statement(sentence, on, verb):
            far.append(time)
    return near + far


def _of_a_statement(sentence: Sentence, participle: int, verb: int) -> bool:
    """Whether a participle's time is when the words were said: "in a statement issued on Friday, X denounced"."""
    token = sentence.tokens[participle]
    noun = sentence.tokens[token.head]
    preposition = sentence.tokens[noun.head]
    return (
        token.tag == "VBN" and token.dep == "acl" and noun.lemma in _STATEMENTS
        and _is_preposition(preposition) and preposition.head == verb
    )  # fmt: skip


def _carries(sentence: Sentence, on: int, top: int, verb: int, time: Time) -> bool:
    """Whether a time on a noun dates the noun's clause: not where the noun is an act of its own."""
    tokens = sentence.tokens
    noun, back = tokens[on], dating_words()["looks_back"]
    modifier = tokens[top].dep in MODIFIERS
    if time.relation == "since" and not is_event(noun):
        return False
    for _ in range(10):
        above = tokens[noun.head]
        if above.i == noun.i:
            return False
        if _is_preposition(above):
            if modifier or is_event(noun):
                return False
        elif above.tag[:2] == "VB":
            if above.i != verb:
                return False
            if modifier:
                # "Monday's attack killed three", "held Monday's talks"; not "condemned Monday's attack".
                return is_event(noun) and (noun.dep in {"nsubj", "nsubjpass"} or above.lemma in _LIGHT)
            return not (
                noun.dep == "dobj" and is_event(noun) and (above.lemma in back or time.relation == "since")
            )
        noun = above
    return False


#: What a statement is called; the day when it was made is the day of what it says.
_STATEMENTS = word_list("statements")

#: Verbs that lend a noun their tense: its time is theirs.
_LIGHT = word_list("light")


def noun_times(sentence: Sentence, noun: int, times: Sequence[Time]) -> list[Time]:
    """The times among a noun's own modifiers: "Monday's talks", "the 2022 invasion", "a meeting on 3 May"."""
    tokens = sentence.tokens
    before, behind = [], []
    for time in times:
        on, _ = attachment(sentence, time)
        above = tokens[on]
        if _measures(sentence, time):
            continue
        if on == noun and time.last <= noun:
            before.append(time)
        elif (
            on == noun
            or (above.head == noun and above.dep == "acl" and above.tag == "VBN")
            or (time.first > noun and _follows(sentence, noun, time))
        ):
            behind.append(time)
    return before or behind


def _measures(sentence: Sentence, time: Time) -> bool:
    """ "The first visit since 2019", "the worst attack since May": a span looked over, not a date."""
    tokens = sentence.tokens
    if time.relation != "since" or tokens[max(0, time.first - 1)].lower == "from":
        return False
    return any(
        (t.tag == "JJS" and t.lower not in {"least", "most"}) or t.lower in {"first", "last", "only"}
        for t in tokens[max(0, time.first - 6) : time.first]
    )


def _follows(sentence: Sentence, noun: int, time: Time) -> bool:
    """Whether a time stands right behind a noun's phrase ("Russia's offensive on Ukraine in 2022")."""
    tokens = sentence.tokens
    start = time.first
    while start - 1 > noun and tokens[start - 1].tag in {"IN", "TO"}:
        start -= 1
    if start == time.first:
        return False
    return (
        all(
            t.tag[:2] in {"IN", "DT", "NN", "JJ", "PR", "PO", "HY"} and t.lower != ","
            for t in tokens[noun + 1 : start]
        )
        and is_event(tokens[noun])
        and not any(is_event(t) for t in tokens[noun + 1 : start])
    )


def is_initial(sentence: Sentence, verb: int, time: Time) -> bool:
    """Whether a time opens the sentence or clause: before the verb and its subject."""
    subjects = sentence.kids(verb, "nsubj", "nsubjpass", "expl")
    return time.first < verb and (not subjects or time.first < subjects[0].i)


def event_phrase(sentence: Sentence, verb: int) -> tuple[str, int] | None:
    """An act in a phrase beside the verb: "after the meeting" gives after and the place of "meeting"."""
    for child in sentence.kids(verb, "prep", "advmod", "mark"):
        if child.lower in {"after", "following", "before", "during", "since", "at", "ahead"}:
            for inner in sentence.kids(child.i, "pobj"):
                if is_event(inner):
                    return child.lower, inner.i
    return None


def finite_above(sentence: Sentence, i: int) -> int | None:
    """The nearest finite verb over a word; clauses with a subject of their own stop the climb."""
    for _ in range(12):
        token = sentence.tokens[i]
        if token.tag in {"VBD", "VBZ", "VBP"}:
            return i
        if (
            token.dep == "relcl"
            or (token.dep == "acl" and token.tag != "VBG")
            or (token.tag[:2] == "VB" and sentence.kids(i, "nsubj", "nsubjpass"))
        ):
            return None
        if token.head == i or token.lower in _OTHER_TIMES:
            return None
        i = token.head
    return None


#: A day under these is another act's: "the first time since its founding in 1948".
_OTHER_TIMES = frozenset({"since", "after", "before", "until", "till", "following", "from", "than"})
