"""Where an act took place, by syntax: "met in Beijing", "a strike on Kharkiv", no place merely mentioned."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from dragoman.model import Place, Sentence, Token

__all__ = ["where_of"]

_AT = (
    "in",
    "at",
    "near",
    "outside",
    "inside",
    "around",
    "across",
    "on",
    "within",
    "throughout",
    "off",
    "along",
    "above",
    "over",
    "aboard",
    "from",
)
_REACHED = frozenset(
    [
        "visit",
        "reach",
        "enter",
        "leave",
        "tour",
        "attack",
        "bomb",
        "shell",
        "hit",
        "strike",
        "capture",
        "seize",
        "target",
        "storm",
        "raid",
        "invade",
        "occupy",
        "overrun",
        "retake",
        "besiege",
        "bombard",
        "pound",
        "liberate",
        "recapture",
        "blockade",
        "block",
    ]
)
_GOING = frozenset(
    [
        "arrive",
        "fly",
        "travel",
        "go",
        "come",
        "return",
        "visit",
        "trip",
        "journey",
        "head",
        "land",
        "tour",
        "strike",
        "attack",
        "raid",
        "assault",
        "fire",
        "bombing",
        "shelling",
        "airstrike",
        "incursion",
        "march",
        "advance",
        "move",
    ]
)
_TOWARDS = frozenset({"to", "into", "on", "upon"})


def where_of(sentence: Sentence, trigger_heads: Collection[int], places: Sequence[Place]) -> Place | None:
    """The place of the act that the given tokens tell of; None where the sentence only mentions places.

    Looked for under the trigger, its light verb and its object, nearest first; a place that lies
    inside another ("in Argyle, Saint Vincent") is the smaller one.
    """
    here = {p.head: p for p in places if p.sentence == sentence.index}
    if not here:
        return None
    heads = sorted(trigger_heads)
    for i in heads:
        for found in _under(sentence, sentence.tokens[i], here):
            return found
    for i in heads:
        for kid in sentence.kids(i, "dobj", "nsubjpass"):
            for found in _under(sentence, kid, here):
                return found
            if sentence.tokens[i].lemma in _REACHED and kid.i in here:
                return here[kid.i]
    for i in heads:
        found_above = _above(sentence, sentence.tokens[i], here)
        if found_above is not None:
            return found_above
    return None


def _under(sentence: Sentence, token: Token, here: dict[int, Place]) -> Iterator[Place]:
    """Places that prepositions under a token lead to, each with what it contains first."""
    for prep in sentence.kids(token.i, "prep", "advmod", "prt"):
        word = prep.lower
        if word in _AT or (word in _TOWARDS and token.lemma in _GOING):
            yield from _led_to(sentence, prep, here)
        for deeper in sentence.kids(prep.i, "prep"):
            if deeper.lower in _AT:
                yield from _led_to(sentence, deeper, here)


def _led_to(sentence: Sentence, prep: Token, here: dict[int, Place]) -> Iterator[Place]:
    for inner in sentence.kids(prep.i, "pobj"):
        found = _at(sentence, inner, here)
        if found is not None:
            yield found


def _at(sentence: Sentence, noun: Token, here: dict[int, Place]) -> Place | None:
    """The place of a noun phrase: itself, its apposition, what stands after "of" or "in", or its owner."""
    if noun.i in here:
        return here[noun.i]
    for kid in sentence.kids(noun.i, "appos"):
        if kid.i in here:
            return here[kid.i]
    for prep in sentence.kids(noun.i, "prep"):
        if prep.lower in {"of", "in", "at", "near", "on", "outside"}:
            for inner in sentence.kids(prep.i, "pobj"):
                found = _at(sentence, inner, here)
                if found is not None:
                    return found
    for kid in sentence.kids(noun.i, "compound", "nmod", "poss"):
        if kid.i in here:
            return here[kid.i]
    return None


def _above(sentence: Sentence, token: Token, here: dict[int, Place]) -> Place | None:
    """The place of the clause that a trigger shares with the verb that it hangs on."""
    verb = sentence.tokens[token.head]
    if token.dep in {"dobj", "xcomp", "conj", "nsubj"} and verb.i != token.i and verb.pos == "VERB":
        for found in _under(sentence, verb, here):
            if token.dep in {"dobj", "nsubj"} or found.head > token.i:
                return found
    return None
