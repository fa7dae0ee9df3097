"""What a verb of saying lays to its source: the token positions of the content."""

from __future__ import annotations

from collections.abc import Collection

from dragoman.code.ground import MARKS, Ground
from dragoman.model import Token

__all__ = ["beside", "complement", "cue_stretch", "own_clause", "quoted_beside"]

_CLAUSE = frozenset({"ccomp", "intj", "acomp", "advcl", "parataxis"})
_ADVERB = frozenset({"aux", "auxpass", "neg", "advmod"})
_STOPS = frozenset({",", ";", ":", "—", "–", "--", "-", "―"})


def cue_stretch(ground: Ground, verb: int, particle: int | None = None) -> tuple[int, int]:
    """The cue: the verb with its auxiliaries and adverbs before it, and its particle after it."""
    first, last = verb, verb + 1
    helpers = {k.i for k in ground.sentence.kids(verb, *_ADVERB) if k.i < verb and k.tag != "WRB"}
    while first - 1 in helpers:
        first -= 1
    particles = {k.i for k in ground.sentence.kids(verb, "prt")} | (
        {particle} if particle is not None else set()
    )
    while last in particles:
        last += 1
    return first, last


def complement(ground: Ground, verb: int, takes: frozenset[str], particle: int | None) -> list[int]:
    """The positions of what stands after the verb and is of a kind that it takes; empty where nothing is."""
    sentence = ground.sentence
    if particle is not None:
        return _after(ground, verb, particle, takes) or _object_and_after(ground, verb, particle, takes)
    right = [k for k in sentence.kids(verb) if k.i > verb]
    if "clause" in takes:
        for kid in right:
            if kid.dep == "ccomp" or (
                kid.dep in {"acomp", "dobj"} and ground.inner[kid.i] and not ground.inner[verb]
            ):
                if (
                    kid.dep == "ccomp"
                    and _infinitive(ground, kid)
                    and "infinitive" not in takes
                    and not ground.inner[kid.i]
                ):
                    continue
                return _subtree(ground, kid.i, verb)
    for kid in right:
        if kid.dep in {"xcomp", "ccomp"} and _wanted(ground, kid, takes):
            return _object_before(ground, verb, kid.i) + _subtree(ground, kid.i, verb)
    if "object" in takes:
        for kid in right:
            if kid.dep in {"dobj", "oprd"}:
                return _object(ground, verb, kid)
    return []


def _object(ground: Ground, verb: int, kid: Token) -> list[int]:
    found = _subtree(ground, kid.i, verb)
    for more in ground.sentence.kids(verb, "oprd", "xcomp", "prep"):
        if (
            more.i > kid.i
            and more.i == found[-1] + 1
            and (more.dep != "prep" or more.lower in {"as", "for", "to"})
        ):
            found += _subtree(ground, more.i, verb)
    return found


def _wanted(ground: Ground, kid: Token, takes: frozenset[str]) -> bool:
    if _infinitive(ground, kid):
        return "infinitive" in takes
    if kid.tag == "VBG":
        return "gerund" in takes
    return "clause" in takes and kid.dep == "ccomp"


def _infinitive(ground: Ground, kid: Token) -> bool:
    """Whether a clause hangs on "to"."""
    first = ground.sentence.kids(kid.i, "aux")
    return any(k.tag == "TO" for k in first) or (kid.tag == "VB" and not any(k.tag == "MD" for k in first))


def _after(ground: Ground, verb: int, particle: int, takes: frozenset[str]) -> list[int]:
    """What follows the preposition: a clause with "ing", or anything where that is asked for."""
    sentence = ground.sentence
    for kid in sentence.kids(particle):
        if kid.dep == "pcomp" or (kid.dep == "pobj" and kid.tag == "VBG"):
            return _subtree(ground, kid.i, verb) if takes else []
        if "after" in takes and kid.i > particle:
            found = [] if ground.tokens[particle].lower != "as" else _object_before(ground, verb, particle)
            found += _subtree(ground, particle, verb) if found else []
            found += _subtree(ground, kid.i, verb)
            for more in sentence.kids(verb, "xcomp"):
                if more.i > kid.i:
                    found += _subtree(ground, more.i, verb)
            return found
    return []


def _object_before(ground: Ground, verb: int, clause: int) -> list[int]:
    """Whoever is to do it: "urged Iran to stop"."""
    return [
        i
        for k in ground.sentence.kids(verb, "dobj")
        if verb < k.i < clause
        for i in ground.sentence.subtree(k.i)
    ]


def _object_and_after(ground: Ground, verb: int, particle: int, takes: frozenset[str]) -> list[int]:
    """The object with the phrase after it: "put the toll at 300"."""
    if "object" not in takes:
        return []
    for kid in ground.sentence.kids(verb, "dobj"):
        if verb < kid.i < particle:
            return _subtree(ground, kid.i, verb) + _subtree(ground, particle, verb)
    return []


def _subtree(ground: Ground, top: int, verb: int) -> list[int]:
    """A clause's positions on one side of the verb, without a clause of comment set after it."""
    return [i for i in ground.sentence.subtree(top) if (i > verb) == (top > verb)]


def own_clause(ground: Ground, verb: int, source: Collection[int]) -> set[int]:
    """The positions of the words of saying themselves when the content stands to their left.

    Verb, auxiliaries, subject, who is told, and what follows up to the next comma.
    """
    sentence, tokens = ground.sentence, ground.tokens
    found = {verb, *source}
    for kid in sentence.kids(verb):
        if kid.dep in _ADVERB and abs(kid.i - verb) <= 4:
            found.add(kid.i)
        elif kid.i > verb and kid.dep not in _CLAUSE and kid.dep != "punct" and not ground.inner[kid.i]:
            found.update(i for i in sentence.subtree(kid.i) if i > verb)
    found = {i for i in found if not ground.inner[i] or ground.inner[verb]}
    first, last = min(found), max(found)
    for i in range(verb, last):
        if tokens[i].text in MARKS and not ground.inner[verb]:
            last = i - 1
            break
    return set(range(first, last + 1))


def beside(ground: Ground, verb: int, own: Collection[int]) -> list[int]:
    """The positions of a content that stands before the words of saying, or around them."""
    sentence, tokens = ground.sentence, ground.tokens
    first, last = min(own), max(own)
    left = [
        k
        for k in sentence.kids(verb)
        if k.i < first and k.dep in {"ccomp", "nsubj", "advcl", "dobj", "dep", "intj", "parataxis", "acomp"}
    ]
    head = tokens[verb].head
    if (
        tokens[verb].dep in {"parataxis", "dep", "ccomp", "advcl", "conj", "acl", "relcl"}
        and head != verb
        and not left
    ):
        return _around(ground, verb, own, head)
    if not left or not _set_off(ground, first):
        return quoted_beside(ground, first, last)
    start = min(min(sentence.subtree(k.i)) for k in left)
    if tokens[verb].head == verb and not any(k.dep == "cc" and k.i < start for k in sentence.kids(verb)):
        start = min([start, *(i for i in range(start) if tokens[i].text not in _STOPS)])
    found = list(range(start, first))
    return found + _quoted_after(ground, last)


def _set_off(ground: Ground, first: int) -> bool:
    """Whether a comma or a quotation mark parts the content from the words of saying."""
    before = ground.tokens[first - 1] if first else None
    return before is not None and (before.text in _STOPS or before.text in MARKS or before.text in {"?", "!"})


def _around(ground: Ground, verb: int, own: Collection[int], head: int) -> list[int]:
    """The rest of the clause into which the words of saying are thrown."""
    tokens = ground.tokens
    first, last = min(own), max(own)
    parted = _set_off(ground, first)
    if not parted or (
        tokens[verb].dep in {"advcl", "conj", "relcl", "acl", "ccomp"} and not _thrown_in(ground, verb, own)
    ):
        return quoted_beside(ground, first, last)
    clause = [i for i in ground.sentence.subtree(head) if not first <= i <= last]
    return [i for i in clause if i < first] + [i for i in clause if i > last]


def _thrown_in(ground: Ground, verb: int, own: Collection[int]) -> bool:
    """Whether the clause of saying stands between commas, or last, without a word that joins it."""
    after = max(own) + 1
    tokens = ground.tokens
    if any(k.dep in {"mark", "cc"} or k.tag in {"WRB", "WP", "WDT"} for k in ground.sentence.kids(verb)):
        return False
    return after >= len(tokens) or tokens[after].text in {",", "."} or tokens[after].text in MARKS


def quoted_beside(ground: Ground, first: int, last: int) -> list[int]:
    """A quotation right before or right after the words of saying, unless they stand in it."""
    tokens = ground.tokens
    if ground.inner[first]:
        return []
    before = first - 1
    while before >= 0 and tokens[before].text in _STOPS and not ground.inner[before]:
        before -= 1
    found: list[int] = []
    if before >= 0 and ground.inner[before]:
        quote = ground.quote_at(before)
        found = [t.i for t in tokens if quote is not None and quote.span.start <= t.start < quote.span.end]
    return found + _quoted_after(ground, last)


def _quoted_after(ground: Ground, last: int) -> list[int]:
    tokens = ground.tokens
    after = last + 1
    if ground.inner[last]:
        return []
    while after < len(tokens) and tokens[after].text in _STOPS:
        after += 1
    if after < len(tokens) and ground.inner[after]:
        quote = ground.quote_at(after)
        return [t.i for t in tokens if quote is not None and quote.span.start <= t.start < quote.span.end]
    return []
