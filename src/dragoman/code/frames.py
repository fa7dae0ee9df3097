"""Frames against clauses: which frame of a verb or an event noun holds."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.code.act import Act
from dragoman.code.conditions import TESTS
from dragoman.code.filling import (
    abroad,
    accused_of,
    fill_all,
    heads_at,
    host,
    light_verb,
    noun_fill,
    noun_heads,
    noun_place,
)
from dragoman.code.lexicon import Frame
from dragoman.code.scene import Scene, lemma_phrase
from dragoman.code.targets import cause_verbs

__all__ = ["match_light", "match_noun", "match_verb", "phrasal"]

_PARTICLES = frozenset(
    {"out", "off", "up", "down", "back", "in", "on", "over", "away", "from", "ahead", "into", "to"}
)


def phrasal(scene: Scene, i: int) -> tuple[str, ...]:
    """The lemmas under which a verb may stand in the lexicon, the longer first: "carry out", "carry"."""
    token = scene.tokens[i]
    particles = [k.lower for k in scene.sentence.kids(i, "prt")]
    particles += [
        k.lower for k in scene.sentence.kids(i, "prep", "advmod") if k.i == i + 1 and k.lower in _PARTICLES
    ]
    return (*(f"{token.lemma}_{p}" for p in particles), token.lemma)


def match_verb(scene: Scene, i: int) -> Act | None:
    """The act that verb ``i`` tells of by the frame that asks most and holds, if any does."""
    for lemma in phrasal(scene, i):
        for frame in scene.lexicon.verbs.get(lemma, ()):
            if not _holds_all(scene, i, frame):
                continue
            actors = fill_all(scene, i, frame.actor, first=True)
            recipients = fill_all(scene, i, frame.recipient, first=not frame.reciprocal, but=actors)
            if frame.foreign:
                recipients = abroad(recipients, actors)
            if not actors and not recipients:
                continue
            used = {i} | {
                h
                for place, need in frame.needs
                if need != "party"
                for one in place.split("|")
                for h in _wrapped(scene, scene.at(i, one))
            }
            if "cause" in frame.recipient:
                used |= set(cause_verbs(scene, i))
            return Act(
                i, i, frame.type, (frame.mode,) if frame.mode else (), actors, recipients, frame.reciprocal,
                frame.where, used=frozenset(used), weak=frame.weak, role=frame.role,
            )  # fmt: skip
    return None


def _wrapped(scene: Scene, heads: Sequence[int]) -> list[int]:
    """The heads with what they only count or wrap: "part of its sanctions"."""
    inner = [
        k
        for h in heads
        if scene.tokens[h].lemma in scene.lexicon.classes["containers"]
        for k in scene.below(h, "of")
    ]
    return [*heads, *inner]


def _holds_all(scene: Scene, i: int, frame: Frame) -> bool:
    if frame.passive is not None and frame.passive != scene.passive(i):
        return False
    if frame.bare and any(scene.at(i, place) for place in ("comp", "oprd", "attr", "for")):
        return False
    manner = {k.lower for k in scene.sentence.kids(i, "advmod", "prt", "acomp", "npadvmod")}
    manner |= {
        k.lower for prep in scene.sentence.kids(i, "prep") for k in scene.sentence.kids(prep.i, "advmod")
    }
    if (frame.modifiers and not manner & frame.modifiers) or manner & frame.barred:
        return False
    return all(holds(scene, i, place, need) for place, need in frame.needs)


def holds(scene: Scene, i: int, place: str, need: str) -> bool:
    """Whether what stands at a place of verb ``i``'s clause is as the frame asks: a test or a class, ``|`` for or."""
    return any(_holds_one(scene, i, where, one) for where in place.split("|") for one in need.split("|"))


def _holds_one(scene: Scene, i: int, place: str, need: str) -> bool:
    if need.startswith("!"):
        return not _holds_one(scene, i, place, need[1:])
    if place == "place":
        return bool(host(scene, i)) == (need != "none")
    heads = heads_at(scene, i, place)
    if need == "none":
        return not heads
    if not heads:
        return False
    if need == "any":
        return True
    if need in TESTS:
        return any(TESTS[need](scene, h) for h in heads)
    return any(scene.is_of(h, need) for h in heads)


def match_light(scene: Scene, i: int) -> Act | None:
    """The act of the event noun to which verb ``i`` only lends its subject: "hold" in "agreed to hold talks"."""
    clause = scene.clause(i)
    for place in ("object", "in", "into", "to"):
        for head in clause.get(place, []):
            if scene.tokens[head].pos == "NOUN":
                act = match_noun(scene, head)
                if act is not None and act.verb == i:
                    return act
    return None


def match_noun(scene: Scene, i: int) -> Act | None:
    """The act that event noun ``i`` tells of, with the subject of its light verb if it stands under one."""
    for lemma in (lemma_phrase(scene.sentence, i), scene.tokens[i].lemma):
        for frame in scene.lexicon.nouns.get(lemma, ()):
            verb = light_verb(scene, i, frame.light)
            if (frame.only_light and verb is None) or not _modified(scene, i, frame):
                continue
            accused = accused_of(scene, i)
            if not accused and not all(_noun_holds(scene, i, need, verb) for need in frame.needs):
                continue
            actors = noun_fill(scene, i, frame.actor, verb, first=not frame.reciprocal) or accused
            recipients = noun_fill(scene, i, frame.recipient, verb, first=not frame.reciprocal, but=actors)
            if frame.foreign:
                recipients = abroad(recipients, actors)
            if not actors and not recipients:
                continue
            used = frozenset({i} if verb is None else {i, verb})
            return Act(
                i, i if verb is None else verb, frame.type, (frame.mode,) if frame.mode else (), actors, recipients,
                frame.reciprocal, frame.where, used=used, nominal=verb is None, weak=frame.weak, role=frame.role,
            )  # fmt: skip
    return None


def _modified(scene: Scene, i: int, frame: Frame) -> bool:
    kids = scene.sentence.kids(i, "amod", "compound", "nmod", "poss", "npadvmod")
    if any(k.lemma in frame.barred or k.lower in frame.barred for k in kids):
        return False
    return not frame.modifiers or any(k.lemma in frame.modifiers or k.lower in frame.modifiers for k in kids)


def _noun_holds(scene: Scene, i: int, need: tuple[str, str], verb: int | None) -> bool:
    places, tests = need[0].split("|"), need[1].split("|")
    return any(_noun_holds_one(scene, i, places, test, verb) for test in tests)


def _noun_holds_one(scene: Scene, i: int, places: Sequence[str], test: str, verb: int | None) -> bool:
    if test.startswith("!"):
        return not _noun_holds_one(scene, i, places, test[1:], verb)
    if test == "party":
        return any(noun_place(scene, i, place, verb) for place in places)
    heads = [h for place in places for h in noun_heads(scene, i, place, verb)]
    if test == "none":
        return not heads
    return any(
        test == "any" or (TESTS[test](scene, h) if test in TESTS else scene.is_of(h, test)) for h in heads
    )
