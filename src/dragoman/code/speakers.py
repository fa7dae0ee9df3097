"""Who a verb or noun of saying has as its source: heads and stretches of noun phrases."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from dragoman.code.cues import Cues
from dragoman.code.ground import Ground

__all__ = ["Voice", "stretch", "subject", "voices"]

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_TRAILING = frozenset({",", ".", ":", ";", "—", "–", "--", "-", '"', "``", "''", "―"})


@dataclass(frozen=True, slots=True)
class Voice:
    """A source: its stretch of tokens, the head to look the party up by, and what its noun adds."""

    first: int
    last: int
    head: int
    certainty: str | None = None


def passive(ground: Ground, verb: int) -> bool:
    """Whether a verb stands in the passive."""
    tokens = ground.tokens
    if tokens[verb].tag != "VBN":
        return False
    return bool(ground.sentence.kids(verb, "auxpass", "nsubjpass"))


def subject(ground: Ground, verb: int) -> int | None:
    """The head of who says it: the verb's own subject, or that of the verb on which it hangs."""
    sentence, tokens = ground.sentence, ground.tokens
    at = verb
    for _ in range(6):
        if passive(ground, at):
            return _agent(ground, at)
        own = sentence.kids(at, "nsubj", "csubj", "expl")
        if own:
            return own[0].i
        token = tokens[at]
        if token.dep in {"acl", "relcl"} and tokens[token.head].pos in {"NOUN", "PROPN", "PRON"}:
            return token.head if token.tag == "VBG" or token.dep == "relcl" else _agent(ground, at)
        if token.head == at or token.dep not in {
            "conj",
            "xcomp",
            "advcl",
            "pcomp",
            "prep",
            "dep",
            "ccomp",
            "parataxis",
        }:
            return None
        if token.dep in {"ccomp", "parataxis"} and token.tag not in {"VBG", "VB"}:
            return None
        at = token.head
        while tokens[at].pos == "ADP" and tokens[at].head != at:
            at = tokens[at].head
        if tokens[at].pos not in {"VERB", "AUX"}:
            return at if tokens[at].pos in {"NOUN", "PROPN"} and token.dep in {"acl", "advcl"} else None
    return None


def _agent(ground: Ground, verb: int) -> int | None:
    for by in ground.sentence.kids(verb, "agent", "prep"):
        if by.lower == "by":
            for inner in ground.sentence.kids(by.i, "pobj"):
                return inner.i
    return None


def stretch(
    ground: Ground, head: int, barred: Collection[int] = (), *, alone: bool = False
) -> tuple[int, int]:
    """The whole noun phrase of a head as one stretch of tokens that keeps clear of ``barred``.

    ``alone`` leaves out what is joined to it by "and".
    """
    sentence, tokens = ground.sentence, ground.tokens
    members = set(sentence.subtree(head))
    for kid in sentence.kids(head):
        if (alone and kid.dep in {"conj", "cc"}) or kid.dep in {"parataxis", "ccomp"}:
            members -= set(sentence.subtree(kid.i))
    members -= set(barred)
    first = last = head
    while first - 1 in members:
        first -= 1
    while last + 1 in members:
        last += 1
    while last > head and (tokens[last].text in _TRAILING or tokens[last].dep == "cc"):
        last -= 1
    while first < head and tokens[first].text in _TRAILING:
        first += 1
    return first, last + 1


def voices(ground: Ground, head: int, cues: Cues, barred: Collection[int] = ()) -> tuple[Voice, ...]:
    """The sources that a noun phrase names: one for each of the names joined by "and".

    A noun that only carries words ("a report by Amnesty") leads to whoever stands behind it.
    """
    tokens = ground.tokens
    if tokens[head].lower in _RELATIVE:
        above = tokens[tokens[head].head]
        if above.dep == "relcl":
            return (Voice(head, head + 1, above.head),)
    carried = cues.carriers.get(tokens[head].lemma)
    if carried is not None:
        behind = _behind(ground, head, cues)
        if len(behind) == 1:
            return (Voice(*stretch(ground, head, barred), behind[0], carried),)
        if behind:
            return tuple(Voice(*stretch(ground, h, barred, alone=True), h, carried) for h in behind)
    heads = _joined(ground, head)
    if len(heads) == 1:
        return (Voice(*stretch(ground, head, barred), head, carried),)
    return tuple(Voice(*stretch(ground, h, barred, alone=True), h, carried) for h in heads if h not in barred)


def _behind(ground: Ground, carrier: int, cues: Cues) -> list[int]:
    sentence = ground.sentence
    for prep in sentence.kids(carrier, "prep", "agent"):
        if prep.lower in cues.behind:
            for inner in sentence.kids(prep.i, "pobj"):
                if prep.lower != "of" or ground.tokens[inner.i].pos == "PROPN":
                    return _joined(ground, inner.i)
    return [owner.i for owner in sentence.kids(carrier, "poss")][:1]


def _joined(ground: Ground, head: int) -> list[int]:
    """A head and what is joined to it, and to that, by "and"."""
    heads = [head]
    for h in heads:
        heads.extend(k.i for k in ground.sentence.kids(h, "conj") if k.pos in {"NOUN", "PROPN", "PRON"})
    if len(heads) == 1 and any(k.i > head for k in ground.sentence.kids(head, "cc")):
        # The parser sometimes makes what is joined to a subject a second subject.
        above = ground.tokens[head].head
        heads += [k.i for k in ground.sentence.kids(above, ground.tokens[head].dep) if k.i > head]
    return heads
