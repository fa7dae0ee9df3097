"""Where an act took place, by syntax: "met in Beijing", "a strike on Kharkiv", no place merely mentioned."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from dragoman.languages import read_yaml
from dragoman.model import Place, Sentence, Token

__all__ = ["where_of"]


@cache
def _words(language: str = "en") -> dict[str, frozenset[str]]:
    """The language's words of place, by list."""
    return {name: frozenset(found) for name, found in read_yaml(language, "places.yaml").items()}


def where_of(sentence: Sentence, trigger_heads: Collection[int], places: Sequence[Place]) -> Place | None:
    """The place of the act that the given tokens tell of; None where the sentence only mentions places.

    Looked for under the trigger, its light verb and its object, then at those to whom or with whom it
    is done, then in the clause that the trigger shares.
    """
    here = {p.head: p for p in places if p.sentence == sentence.index}
    if not here:
        return None
    heads = sorted(trigger_heads)
    for search in (_under, _object, _companion, _above):
        for i in heads:
            for found in search(sentence, sentence.tokens[i], here):
                return found
    return None


def _under(sentence: Sentence, token: Token, here: dict[int, Place]) -> Iterator[Place]:
    """Places that prepositions under a token lead to, and "east of" a place."""
    words = _words()
    for kid in sentence.kids(token.i, "prep", "advmod", "prt", "npadvmod"):
        if kid.lower in words["at"] or (kid.lower in words["towards"] and token.lemma in words["going"]):
            yield from _led_to(sentence, kid, here)
        for deeper in sentence.kids(kid.i, "prep"):
            if deeper.lower in words["at"] or (deeper.lower == "of" and kid.lower in words["directions"]):
                yield from _led_to(sentence, deeper, here)


def _object(sentence: Sentence, token: Token, here: dict[int, Place]) -> Iterator[Place]:
    """Places under a verb's object, or the object itself where the verb reaches or strikes a place."""
    for kid in sentence.kids(token.i, "dobj", "nsubjpass"):
        yield from _under(sentence, kid, here)
        if token.lemma in _words()["reached"]:
            found = _at(sentence, kid, here)
            if found is not None:
                yield found


def _companion(sentence: Sentence, token: Token, here: dict[int, Place]) -> Iterator[Place]:
    """Where those stand with whom or to whom it is done: "talks with officials in Cairo"."""
    words = _words()
    for prep in sentence.kids(token.i, "prep", "dative", "agent"):
        if prep.lower in words["companions"]:
            for who in sentence.kids(prep.i, "pobj"):
                for deeper in sentence.kids(who.i, "prep"):
                    if deeper.lower in words["there"]:
                        yield from _led_to(sentence, deeper, here)


def _above(sentence: Sentence, token: Token, here: dict[int, Place]) -> Iterator[Place]:
    """The place of the clause that a trigger shares with the verb that it hangs on."""
    verb = sentence.tokens[token.head]
    if token.dep in {"dobj", "xcomp", "conj", "nsubj"} and verb.i != token.i and verb.pos == "VERB":
        for found in _under(sentence, verb, here):
            if token.dep in {"dobj", "nsubj"} or found.head > token.i:
                yield found


def _led_to(sentence: Sentence, prep: Token, here: dict[int, Place]) -> Iterator[Place]:
    for inner in sentence.kids(prep.i, "pobj"):
        found = _at(sentence, inner, here)
        if found is not None:
            yield found


def _at(sentence: Sentence, noun: Token, here: dict[int, Place]) -> Place | None:
    """The place of a noun phrase: itself, its apposition, what stands after "of" or "in", or its owner.

    "In Argyle, Saint Vincent" is Argyle; "at Sudan's border" is Sudan, "at Chile's minister" nowhere.
    """
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
    if noun.lemma in _words()["holders"] or noun.pos == "PROPN":
        for kid in sentence.kids(noun.i, "compound", "nmod", "poss"):
            if kid.i in here:
                return here[kid.i]
    return None
