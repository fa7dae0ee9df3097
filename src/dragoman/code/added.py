"""Acts that no frame knows and the classifier is sure of; and how likely it finds those that a frame knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.code.act import Act, same, without
from dragoman.code.pairings import Pairing
from dragoman.code.scene import Scene
from dragoman.model import Party

__all__ = ["SURE", "added", "weighed"]

#: From this likelihood on an act is looked at; whether it is written hangs on its confidence.
SURE = 0.5

#: Types that both parties do to each other, where the classifier finds them both ways.
_MUTUAL = frozenset({"CONSULT", "COOPERATE", "SUPPORT", "AGREE", "ASSAULT"})

_TYPE = {"APPEAL": "REQUEST"}

_NONE = "NONE"


def added(scene: Scene, known: Sequence[Act], pairings: Sequence[Pairing]) -> list[Act]:
    """The acts that the classifier finds at words which tell of none yet.

    ``known`` are the acts of the sentence, those included that were dropped for what stands over them.
    """
    taken = {i for act in known for i in (act.trigger, act.verb, *act.used)}
    told: dict[tuple[int, str], list[Pairing]] = {}
    for one in pairings:
        if one.trigger is None or one.trigger in taken or one.label == _NONE or not _sure(one):
            continue
        if scene.tokens[one.trigger].pos in {"VERB", "NOUN", "ADJ", "AUX"}:
            told.setdefault((one.trigger, _TYPE.get(one.label, one.label)), []).append(one)
    found = [_act(scene, trigger, type_, ones) for (trigger, type_), ones in sorted(told.items())]
    return list(_alone(found, known))


def _sure(one: Pairing) -> bool:
    return round(one.shares[one.label], 4) >= SURE


def _act(scene: Scene, trigger: int, type_: str, ones: Sequence[Pairing]) -> Act:
    """One act of all pairs that share a trigger and a type: the likeliest, with what is coordinated to its sides."""
    whole = [one for one in ones if one.source and one.target] or list(ones)
    best = max(whole, key=lambda one: (one.shares[one.label], -min(one.source + one.target)))
    both = [one for one in whole if (one.source, one.target) == (best.target, best.source)]
    doers = _parties(scene, best.source, [one.source for one in whole])
    others = _parties(scene, best.target, [one.target for one in whole])
    mutual = type_ in _MUTUAL and bool(both) and bool(best.source)
    token = scene.tokens[trigger]
    return Act(
        trigger=trigger,
        verb=trigger,
        type=type_,
        modes=(),
        actors=(*doers, *without(others, doers)) if mutual else doers,
        recipients=() if mutual else without(others, doers),
        reciprocal=mutual,
        frame=f"classifier: {token.lemma}",
        used=frozenset({trigger}),
        nominal=token.pos == "NOUN",
        likely=best.shares[best.label],
        learnt=True,
    )


def _parties(scene: Scene, chosen: tuple[int, ...], others: Sequence[tuple[int, ...]]) -> tuple[Party, ...]:
    """The parties of the chosen phrase and of the others that are coordinated with it, each once."""
    if not chosen:
        return ()
    heads, joined = list(chosen), set(scene.conjuncts(chosen[0]))
    for other in others:
        if other and other != chosen and (other[0] in joined or chosen[0] in scene.conjuncts(other[0])):
            heads += other
    found: list[Party] = []
    for head in heads:
        found += [p for p in scene.parties.get(head, ()) if p not in found]
    return tuple(found)


def _alone(found: Sequence[Act], known: Sequence[Act]) -> Iterator[Act]:
    """Those that do not tell again what another act of the sentence tells: the same type between the same parties."""
    kept = [act for act in known if not act.path.dropped]
    for act in sorted(found, key=lambda act: (-(act.likely or 0.0), act.trigger)):
        everyone = (*act.actors, *act.recipients)
        if not any(one.type == act.type and same((*one.actors, *one.recipients), everyone) for one in kept):
            kept.append(act)
            yield act


def weighed(scene: Scene, act: Act, pairings: Sequence[Pairing]) -> Act:
    """The act with the likelihood of its type between its parties; unchanged where nobody asked about them."""
    sides = [_heads(scene, act.actors), _heads(scene, act.recipients)]
    if act.reciprocal and not sides[1]:
        sides[1] = sides[0]
    labels = [label for label in ("APPEAL", act.type) if _TYPE.get(label, label) == act.type]
    shares = [
        sum(one.shares[label] for label in labels)
        for one in pairings
        if _stands(one.source, sides[0]) and _stands(one.target, sides[1])
    ]
    return replace(act, likely=max(shares)) if shares else act


def _stands(heads: Sequence[int], side: set[int]) -> bool:
    """Whether a pair's side is this one: a head of it, or nobody on both."""
    return any(h in side for h in heads) if heads else not side


def _heads(scene: Scene, parties: Sequence[Party]) -> set[int]:
    """The heads of the sentence that stand for some of the parties."""
    codes = {p.code for p in parties if p.code}
    return {h for h, here in scene.parties.items() if any(p in parties or p.code in codes for p in here)}
