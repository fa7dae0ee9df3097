"""Promising, planning, announcing and voting: words by which cooperation to come is told."""

from __future__ import annotations

from dataclasses import replace

from dragoman.code.act import Act, without
from dragoman.code.filling import fill
from dragoman.code.lexicon import Operator
from dragoman.code.operands import (
    HOSTILE,
    IN_WORDS,
    STRIKING_BACK,
    around,
    beneficiary,
    contents_of,
    inner,
    make,
    maker,
    said_to,
    speaker_of,
    threat_mode,
)
from dragoman.code.scene import Scene
from dragoman.languages import word_list

__all__: list[str] = []

#: What is offered by saying so is given already: these are SUPPORT or CONCEDE, no promise.
_COURTESIES = word_list("courtesies")


@maker("promise")
def _promise(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    actors = speaker_of(scene, i)
    contents = contents_of(scene, i, one)
    if not actors or not contents or scene.tokens[contents[0]].lemma in _COURTESIES:
        return None
    act, content = inner(scene, contents, depth)
    told = said_to(scene, i, one)
    if act is not None and act.type in HOSTILE and scene.tokens[i].lemma == "commit":
        return None
    if act is not None and act.type == "REJECT":
        mode = act.modes[0] if act.modes else None
        return make(scene, i, "REJECT", mode, (actors, act.recipients), (act, content), "promise to refuse")
    if _is_blow(scene, act, content):
        recipients = (act.recipients if act is not None else ()) or told or around(scene, content)
        mode = threat_mode(scene, act, content) if act is not None else "violence"
        return make(
            scene, i, "THREATEN", mode, (actors, recipients), (act, content), "promise of a hostile act"
        )
    if scene.tokens[i].lemma == "agree" and not told and len({p.code for p in actors}) > 1:
        made = make(scene, i, "AGREE", None, (actors, ()), (act, content), "promise")
        return replace(made, planned=True, reciprocal=True) if made else None
    recipients = (
        told
        or (act.recipients if act is not None else ())
        or without(around(scene, content), actors)
        or beneficiary(scene, i, actors)
    )
    if content is not None and not recipients and scene.tokens[content].pos == "VERB":
        recipients = beneficiary(scene, content, actors)
    made = make(scene, i, "AGREE", None, (actors, recipients), (act, content), "promise")
    return replace(made, planned=True) if made else None


def _is_blow(scene: Scene, act: Act | None, content: int | None) -> bool:
    """Whether what is promised is hostile: "vowed to bomb", "promised revenge", "pledged to retaliate"."""
    if act is not None:
        return act.type in HOSTILE and act.type != "MOBILIZE"
    if content is None:
        return False
    return scene.is_of(content, "hostile_plan") or scene.tokens[content].lemma in STRIKING_BACK


@maker("plan")
def _plan(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    contents = contents_of(scene, i, one)
    if not contents:
        return None
    act, content = inner(scene, contents, depth)
    if act is None:
        return None
    actors = speaker_of(scene, i) or act.actors
    if not actors and scene.passive(i) if scene.tokens[i].pos == "VERB" else False:
        actors = fill(scene, i, "object")
    actors = actors or act.actors
    recipients = act.recipients or said_to(scene, i, one)
    if act.reciprocal and not recipients:
        actors = act.actors
    type_ = "AGREE" if act.type in IN_WORDS else act.type
    made = make(
        scene,
        i,
        type_,
        None if type_ == "AGREE" else next(iter(act.modes), None),
        (actors, recipients),
        (act, content),
        "plan",
    )
    status = "occurred" if type_ == "AGREE" else "planned"
    return replace(made, planned=True, status=status, reciprocal=act.reciprocal) if made else None


@maker("announce")
def _announce(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    actors = speaker_of(scene, i)
    contents = contents_of(scene, i, one)
    if (
        not actors
        or not contents
        or (scene.tokens[contents[0]].pos in {"VERB", "AUX"} and scene.tokens[contents[0]].tag != "VBG")
    ):
        return None
    act, content = inner(scene, contents, depth)
    told = said_to(scene, i, one)
    if act is None:
        if content is None or not any(scene.is_of(content, name) for name in ("aid", "arms", "troops")):
            return None
        return make(
            scene,
            i,
            "AGREE",
            None,
            (actors, told or around(scene, content)),
            (None, content),
            "announced aid",
        )
    if act.type in HOSTILE | {"CONCEDE"}:
        return make(
            scene,
            i,
            act.type,
            next(iter(act.modes), None),
            (act.actors or actors, act.recipients or told),
            (act, content),
            "announced act",
        )
    if act.type == "RETREAT" and "resign" in act.modes:
        return make(scene, i, "RETREAT", "resign", (actors, ()), (act, content), "announced act")
    if act.type == "RETREAT":
        return make(
            scene, i, "CONCEDE", None, (actors, act.recipients or told), (act, content), "announced retreat"
        )
    if act.type in IN_WORDS:
        made = make(
            scene,
            i,
            "AGREE",
            None,
            (actors, act.recipients or told or without(act.actors, actors)),
            (act, content),
            "announced cooperation",
        )
        return replace(made, planned=True) if made else None
    return None


@maker("vote")
def _vote(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    """ "Voted to expel the troops": for cooperation it is SUPPORT, for anything hostile REJECT."""
    actors, contents = speaker_of(scene, i), contents_of(scene, i, one)
    if not actors or not contents or scene.tokens[contents[0]].pos not in {"VERB", "AUX"}:
        return None
    act, content = inner(scene, contents, depth)
    if act is None:
        return None
    type_ = "SUPPORT" if act.type in IN_WORDS | {"CONCEDE", "RETREAT"} else "REJECT"
    return make(scene, i, type_, None, (actors, act.recipients), (act, content), "vote")
