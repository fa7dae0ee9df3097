"""Which figures of a sentence belong to an act."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman.code.fate import casualty_at
from dragoman.code.numberwords import number_words
from dragoman.model import Quantity, Sentence, Token

__all__ = ["quantities_of"]

_ASIDE = frozenset(
    {
        "including",
        "among",
        "like",
        "despite",
        "after",
        "before",
        "since",
        "until",
        "besides",
        "except",
        "over",
        "following",
        "according",
    }
)
_LINKS = frozenset({"aux", "auxpass", "prt"})


def quantities_of(
    sentence: Sentence, trigger_heads: Collection[int], quantities: Sequence[Quantity]
) -> tuple[Quantity, ...]:
    """The quantities that stand in the clause of an act, given the tokens that tell of it.

    A figure inside another clause with its own verb belongs to that verb, save where the clause only
    says what became of the people: "attacked the town, killing 12", "the raid, which killed 12".  A clause
    on the counted noun has its figure: "the 12 men whom they sent".
    """
    heads = frozenset(trigger_heads)
    return tuple(q for q in quantities if q.sentence == sentence.index and _belongs(sentence, q, heads))


def _belongs(sentence: Sentence, quantity: Quantity, heads: frozenset[int]) -> bool:
    tokens = sentence.tokens
    if any(tokens[h].dep in {"relcl", "acl"} and tokens[h].head == quantity.head for h in heads):
        return True
    i = quantity.head
    for _ in range(len(tokens)):
        token = tokens[i]
        if i in heads:
            return True
        if token.head == i:
            return False
        if (
            token.pos in {"VERB", "AUX"}
            and token.dep not in _LINKS
            and not _crossed(sentence, token, quantity, heads)
        ):
            return False
        if (token.dep in {"prep", "pobj"} and token.lower in _ASIDE) or _aside(tokens, token, heads):
            return False
        i = token.head
    return False


def _aside(tokens: tuple[Token, ...], token: Token, heads: frozenset[int]) -> bool:
    """Whether the climb passes a noun of harm after a preposition: "protested over the killing of 12"."""
    words = number_words()
    above = tokens[token.head]
    return (
        token.dep == "pobj" and token.i not in heads and above.lower not in {"of", "with"}
        and any(token.lemma in kind.nouns for kind in words.casualties)
    )  # fmt: skip


def _crossed(sentence: Sentence, verb: Token, quantity: Quantity, heads: frozenset[int]) -> bool:
    """Whether a figure may pass from the clause of this verb to the one above it."""
    words = number_words()
    harm = casualty_at(sentence, verb.i, words) or casualty_at(sentence, verb.i, words, undergone=True)
    if not harm and verb.lemma != "leave":
        return verb.dep == "xcomp" and verb.head in heads
    if verb.dep in {"advcl", "acl"} and verb.tag in {"VBG", "VBN"}:
        return True
    if verb.dep == "relcl":
        return verb.head in heads
    if verb.dep == "conj":
        return verb.head in heads and casualty_at(sentence, verb.head, words) is not None
    return False
