"""Threatening and warning."""

from __future__ import annotations

from dragoman.code.act import Act, same, without
from dragoman.code.embed import condition_on, modal
from dragoman.code.filling import fill
from dragoman.code.lexicon import Operator
from dragoman.code.operands import (
    HOSTILE,
    OUTCOMES,
    STRIKING_BACK,
    around,
    contents_of,
    inner,
    make,
    maker,
    said_to,
    speaker_of,
    threat_mode,
)
from dragoman.code.scene import Scene

__all__: list[str] = []


@maker("threaten")
def _threaten(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    actors = speaker_of(scene, i)
    told = said_to(scene, i, one)
    contents = [c for c in contents_of(scene, i, one) if not scene.party(c)]
    if not actors or (not contents and not told):
        return None
    act, content = inner(scene, contents, depth)
    recipients = told or (act.recipients if act else ()) or around(scene, content)
    return make(
        scene,
        i,
        "THREATEN",
        threat_mode(scene, act, content),
        (actors, recipients),
        (act, content),
        "threat",
    )


@maker("warn")
def _warn(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    actors, told = speaker_of(scene, i), said_to(scene, i, one)
    contents = [c for c in contents_of(scene, i, one) if not scene.party(c)]
    if not actors or not contents:
        return None
    act, content = inner(scene, contents, depth)
    own = act is not None and act.type in HOSTILE and (not act.actors or same(act.actors, actors))
    penalty = content is not None and (
        scene.tokens[content].lemma in OUTCOMES | STRIKING_BACK
        or scene.tokens[content].lemma in {"face", "pay", "suffer"}
    )
    if (
        content is not None
        and scene.tokens[content].pos in {"VERB", "AUX"}
        and modal(scene, content) in {"would", "future"}
    ):
        hangs = bool(told) or condition_on(scene, content)
        penalty = penalty or (hangs and same(fill(scene, content, "subject"), actors))
        inside = scene.sentence.subtree(content)
        penalty = penalty or any(
            scene.tokens[k].lemma in OUTCOMES and scene.tokens[k].pos == "NOUN" for k in inside
        )
    if not own and not penalty:
        return None
    recipients = told or (act.recipients if act else ()) or without(around(scene, content), actors)
    if not recipients and content is not None and scene.tokens[content].pos == "VERB":
        recipients = fill(scene, content, "subject")
    return make(
        scene,
        i,
        "THREATEN",
        threat_mode(scene, act, content),
        (actors, without(recipients, actors)),
        (act, content),
        "warning",
    )
