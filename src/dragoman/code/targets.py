"""Places of a clause that lie deeper than its own parts: whom a protest is about, whose home it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.catalogue import catalogue
from dragoman.code.scene import Scene
from dragoman.model import Party, Span

__all__ = ["cause", "cause_verbs", "deep", "home", "only_state", "people", "purposes"]

_BECAUSE = frozenset(
    {
        "protest",
        "anger",
        "defiance",
        "opposition",
        "outrage",
        "fury",
        "revolt",
        "answer",
        "response",
        "retaliation",
        "demonstration",
        "show",
        "solidarity",
        "reaction",
    }
)
_ABOUT = ("against", "at", "over", "with", "to", "for", "about", "on", "of")
_PURPOSES = frozenset(
    {
        "protest",
        "demonstrate",
        "denounce",
        "oppose",
        "condemn",
        "demand",
        "decry",
        "express",
        "show",
        "reject",
        "press",
        "call",
        "mark",
        "accuse",
        "criticise",
        "criticize",
        "voice",
        "vent",
    }
)
_FINITE = frozenset({"ccomp", "relcl", "advcl", "parataxis"})


def cause(scene: Scene, i: int) -> list[int]:
    """What a protest is about: "in anger at", "to protest against", "demanding"."""
    found: list[int] = []
    for inner in scene.clause(i).get("in", []):
        if scene.tokens[inner].lemma in _BECAUSE:
            found += _about(scene, inner)
    for verb in cause_verbs(scene, i):
        clause = scene.clause(verb)
        found += [h for name in ("against", "at", "object", "over") for h in clause.get(name, [])]
        found += [h for head in clause.get("object", []) for h in _about(scene, head)]
    return found


def cause_verbs(scene: Scene, i: int) -> list[int]:
    """The verbs that say what a protest was for: "gathered to protest", "marched, demanding"."""
    return [
        k.i
        for k in scene.sentence.kids(i, "advcl", "xcomp", "acl")
        if k.lemma in _PURPOSES and k.tag in {"VB", "VBG"}
    ]


def people(parties: Sequence[Party]) -> tuple[Party, ...]:
    """The people of a state that stands for the place of a protest."""
    return tuple(replace(p, sector="CVL") if p.kind in {"state", "seat", "region"} else p for p in parties)


def purposes(scene: Scene, i: int) -> list[int]:
    """The verbs that say what an act was for or what was tried: "fired to disperse", "tried to kill"."""
    return [k.i for k in scene.sentence.kids(i, "advcl", "xcomp", "ccomp") if k.tag == "VB"]


def _about(scene: Scene, head: int) -> list[int]:
    return [h for prep in _ABOUT for h in scene.below(head, prep)]


def deep(scene: Scene, i: int, prep: str) -> list[int]:
    """What a preposition governs anywhere in a clause, its embedded clauses left out."""
    found, todo = [], [i]
    while todo:
        cur = todo.pop(0)
        for kid in scene.sentence.kids(cur):
            if kid.dep in _FINITE or (kid.dep == "conj" and kid.pos == "VERB"):
                continue
            if kid.dep in {"prep", "acl"} and kid.lower == prep:
                found += [k.i for k in scene.sentence.kids(kid.i, "pobj", "pcomp", "dobj")]
            todo.append(kid.i)
    return found


def home(scene: Scene, head: int, owners: Sequence[Party]) -> tuple[Party, ...]:
    """A home-grown party without a state of its own, given that of the other side or the only one named.

    "Mali dissolved all parties", "marched against the reform", "a strike over the budget".
    """
    code = next((p.code for p in owners if p.code), None) or only_state(scene)
    if code is None or code not in catalogue().codes:
        return ()
    for one in (*scene.conjuncts(head), *scene.below(head, "of"), *scene.below(head, "by")):
        kids = scene.sentence.kids(one, "amod", "poss", "compound", "nmod")
        if any(k.lower in {"foreign", "international", "western", "overseas"} for k in kids) or _owned(
            scene, one, code
        ):
            return ()
        parties = scene.party_alone(one)
        if parties and not parties[0].code and parties[0].kind == "role":
            return tuple(replace(p, code=code) for p in parties if not p.code)
        led = [p for k in kids for p in scene.party(k.i) if not p.code and p.kind == "role"]
        if led and not parties:
            return tuple(replace(p, code=code) for p in led)
        if scene.tokens[one].lemma in scene.lexicon.classes["home_like"]:
            return (_state(scene, one, code),)
    return ()


def _owned(scene: Scene, head: int, code: str) -> bool:
    """Whether the noun belongs to somebody else."""
    return any(p.code and p.code != code for p in scene.owner(head))


def _state(scene: Scene, head: int, code: str) -> Party:
    book, token = catalogue(), scene.tokens[head]
    entry = book.entries[book.codes[code]]
    kind = "state" if entry.kind in {"state", "territory"} else entry.kind
    return Party(
        entry.name,
        token.text,
        Span(token.start, token.end),
        code,
        "GOV",
        None,
        entry.wikidata,
        entry.key,
        kind,
    )


def only_state(scene: Scene) -> str | None:
    """The one state that a sentence names, by its code."""
    book = catalogue()
    codes = {p.code for parties in scene.parties.values() for p in parties if p.code in book.codes}
    codes -= {"IGO", "UNO", "EUR", "NGO", "IMG"}
    return codes.pop() if len(codes) == 1 else None
