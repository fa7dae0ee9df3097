"""Acts told only together with what was told before: "he refused", "the toll rose to 55", "during the meeting"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.code.act import Act, same, without
from dragoman.code.filling import fill, noun_place
from dragoman.code.frames import match_noun
from dragoman.code.scene import Scene
from dragoman.languages import word_list
from dragoman.model import Party

__all__ = [
    "at_the_meeting",
    "bare_refusal",
    "bargains",
    "exchanged_goods",
    "mediation",
    "responsibility",
    "talks_beside",
    "toll",
]

_TALKED = word_list("talked")
_DURING = frozenset({"during", "at", "in", "after"})
_BESIDE = frozenset({"after", "following", "during", "at", "for", "in"})


def bare_refusal(scene: Scene, i: int, before: Sequence[Act]) -> Act | None:
    """ "He refused": a refusal of what was asked of him just before."""
    token = scene.tokens[i]
    if (
        token.lemma not in {"refuse", "decline", "agree", "accept", "comply"}
        or scene.clause(i).get("comp")
        or scene.clause(i).get("object")
    ):
        return None
    actors = fill(scene, i, "subject")
    asked = next((a for a in reversed(before) if a.type == "REQUEST" and same(a.recipients, actors)), None)
    if asked is None or not actors:
        return None
    type_ = "REJECT" if token.lemma in {"refuse", "decline"} else "AGREE"
    return Act(
        i,
        i,
        type_,
        asked.modes if type_ == "REJECT" else (),
        actors,
        without(asked.actors, actors),
        frame="pointing (bare answer)",
        used=frozenset({i}),
    )


def toll(scene: Scene, i: int, before: Sequence[Act]) -> Act | None:
    """A figure given later of an attack told before: "put the toll at 34", "the death toll rose to 55"."""
    token = scene.tokens[i]
    struck = next((a for a in reversed(before) if a.type == "ASSAULT"), None)
    if struck is not None and token.lemma in {"die", "perish"}:
        dead = fill(scene, i, "subject")
        hurt = tuple(p for p in dead if p.code) or struck.recipients
        return Act(
            i,
            i,
            "ASSAULT",
            struck.modes,
            (),
            hurt,
            frame="pointing (toll)",
            used=frozenset({i}),
            dated_by=(struck.sentence, struck.verb),
        )
    if struck is None or token.lemma not in {
        "put",
        "rise",
        "climb",
        "stand",
        "reach",
        "bring",
        "revise",
        "raise",
        "give",
        "jump",
    }:
        return None
    clause = scene.clause(i)
    heads = [*clause.get("object", []), *clause.get("subject", [])]
    if not any(scene.tokens[h].lemma in {"toll", "loss", "casualty", "death", "fatality"} for h in heads):
        return None
    if not (
        clause.get("at")
        or clause.get("to")
        or any(scene.tokens[h].pos == "NUM" for h in clause.get("object", []))
    ):
        return None
    own = tuple(p for h in heads for p in scene.owner(h))
    return Act(
        i,
        i,
        "ASSAULT",
        struck.modes,
        () if own else struck.actors,
        own or struck.recipients,
        frame="pointing (toll)",
        used=frozenset({i, *heads}),
        dated_by=(struck.sentence, struck.verb),
    )


def at_the_meeting(scene: Scene, i: int, before: Sequence[Act]) -> Act | None:
    """What was discussed or signed "during the meeting" by nobody named was so by those who met.

    ``before`` are the acts read so far, the latest last.
    """
    token = scene.tokens[i]
    if token.lemma not in _TALKED or not scene.passive(i) or fill(scene, i, "subject"):
        return None
    for name in sorted(_DURING & set(scene.clause(i))):
        for head in scene.clause(i)[name]:
            definite = any(
                k.lower in {"the", "their", "this"} for k in scene.sentence.kids(head, "det", "poss")
            )
            if definite and scene.is_of(head, "talks"):
                met = next((a for a in reversed(before) if a.type == "CONSULT"), None)
                if met is not None:
                    type_ = "SUPPORT" if token.lemma == "sign" else "CONSULT"
                    return Act(
                        i,
                        i,
                        type_,
                        (),
                        met.actors,
                        met.recipients,
                        True,
                        "pointing (at the meeting)",
                        used=frozenset({i}),
                    )
    return None


def mediation(scene: Scene, i: int, before: Sequence[Act]) -> Act | None:
    """Who mediated between the parties told of before: "Qatar brokered the truce", "Algeria had mediated"."""
    token = scene.tokens[i]
    if token.lemma not in {"mediate", "broker"}:
        return None
    actors = fill(scene, i, "subject")
    for other in reversed(before):
        sides = tuple(p for p in (*other.actors, *other.recipients) if p.code not in {"UNO", "IGO", "EUR"})
        parties = without(_each(sides), actors)
        if len({p.code for p in parties}) > 1 and not same(parties, actors):
            return (
                Act(
                    i,
                    i,
                    "CONSULT",
                    ("third-party",),
                    actors,
                    parties,
                    frame="pointing (mediation)",
                    used=frozenset({i}),
                )
                if actors
                else None
            )
    return None


def talks_beside(scene: Scene, i: int, before: Sequence[Act]) -> Act | None:
    """Talks of the same parties that the main clause tells of: "A and B signed it after three weeks of talks"."""
    token = scene.tokens[i]
    if not scene.is_of(i, "talks") or token.lemma in {"visit", "trip", "diplomacy"}:
        return None
    above = scene.tokens[token.head]
    while above.lower == "of" and scene.tokens[above.head].pos == "NOUN":
        above = scene.tokens[scene.tokens[above.head].head]
    if (above.pos != "ADP" and above.lower != "following") or above.lower not in _BESIDE:
        return None
    main = next((a for a in before if a.verb == above.head and a.type in {"SUPPORT", "AGREE"}), None)
    if main is None:
        return None
    parties = _each((*main.actors, *main.recipients))
    if len({p.code for p in parties}) < 2:
        return None
    return Act(
        i, i, "CONSULT", (), parties, (), True, "pointing (talks beside)", used=frozenset({i}), nominal=True
    )


def bargains(scene: Scene) -> list[int]:
    """What stands after "in exchange for" and "in return for" in a sentence."""
    found = []
    for token in scene.tokens:
        above = scene.tokens[token.head]
        if token.lower == "for" and above.lower in {"exchange", "return"}:
            found += [k.i for k in scene.sentence.kids(token.i, "pobj") if k.pos == "NOUN"]
    return found


def exchanged_goods(scene: Scene, i: int, before: Sequence[Act]) -> Act | None:
    """Goods given for what the main clause gives: "is sending doctors in exchange for oil from Venezuela"."""
    if i not in bargains(scene) or not (scene.is_of(i, "aid") or scene.is_of(i, "arms")):
        return None
    main = next(
        (a for a in reversed(before) if a.type in {"AID", "COOPERATE", "RETREAT", "AGREE"} and a.trigger < i),
        None,
    )
    if main is None:
        return None
    givers = noun_place(scene, i, "from", None) or main.recipients
    getters = without(main.actors, givers)
    if not givers or not getters:
        return None
    return Act(
        i,
        i,
        "AID",
        (),
        givers,
        getters,
        frame="pointing (exchanged goods)",
        used=frozenset({i}),
        nominal=True,
    )


def responsibility(scene: Scene, i: int, before: Sequence[Act]) -> Act | None:
    """A claim of responsibility names the doer of the attack, which is the act (codebook, Types)."""
    token = scene.tokens[i]
    if token.lemma != "claim" or not any(
        scene.tokens[h].lemma == "responsibility" for h in scene.clause(i).get("object", [])
    ):
        return None
    actors = fill(scene, i, "subject")
    for noun in scene.at(i, "for"):
        act = match_noun(scene, noun)
        if act is None:
            struck = next((a for a in reversed(before) if a.type == "ASSAULT"), None)
            hurt = struck.recipients if struck else ()
            act = Act(noun, noun, "ASSAULT", (), (), hurt, used=frozenset({noun}))
        if act.type == "ASSAULT" and actors:
            return replace(
                act,
                actors=actors,
                recipients=without(act.recipients, actors),
                frame="pointing (responsibility)",
                used=act.used | {i},
            )
    return None


def _each(parties: Sequence[Party]) -> tuple[Party, ...]:
    return tuple({(p.code, p.name): p for p in parties}.values())
