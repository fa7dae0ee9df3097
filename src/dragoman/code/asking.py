"""Asking, refusing and calling off."""

from __future__ import annotations

from dragoman.code.act import Act, without
from dragoman.code.embed import modal
from dragoman.code.filling import fill, noun_place
from dragoman.code.lexicon import Operator
from dragoman.code.operands import (
    YIELDING,
    analyse,
    around,
    contents_of,
    inner,
    make,
    maker,
    said_to,
    speaker_of,
    wish_mode,
)
from dragoman.code.scene import Scene
from dragoman.languages import word_list
from dragoman.model import Party

__all__: list[str] = []

_DEMANDING = frozenset({"demand", "insist", "request", "urge", "recommend", "propose", "ask"})
_SILENCE = word_list("silence")


@maker("request")
def _request(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    actors = speaker_of(scene, i)
    contents = [c for c in contents_of(scene, i, one) if _is_wish(scene, i, c)]
    if not actors or not contents:
        return None
    act, content = inner(scene, contents, depth)
    open_to_all = scene.tokens[i].lemma in {"demand", "call", "ask", "appeal", "request"}
    if (
        act is None
        and not open_to_all
        and content is not None
        and scene.tokens[content].pos not in {"VERB", "AUX"}
        and not _wishable(scene, content)
    ):
        return None
    recipients = said_to(scene, i, one)
    if (
        content is not None
        and scene.tokens[content].pos in {"VERB", "AUX"}
        and not without(recipients, actors)
    ):
        recipients = fill(scene, content, "subject")
    if not without(recipients, actors) and act is not None:
        recipients = act.actors if without(act.actors, actors) else act.recipients
    if not without(recipients, actors):
        recipients = around(scene, content)
    return make(
        scene, i, "REQUEST", wish_mode(scene, act, content), (actors, recipients), (act, content), "request"
    )


def _is_wish(scene: Scene, i: int, content: int) -> bool:
    """Whether a clause is something wished: "to withdraw", "that it withdraw", "must withdraw"; nouns always are."""
    token = scene.tokens[content]
    if token.pos not in {"VERB", "AUX"}:
        return True
    helpers = {k.lower for k in scene.sentence.kids(content, "aux")}
    if token.tag == "VB":
        infinitive = "to" in helpers
        subjunctive = not helpers - {"to"} and scene.tokens[i].lemma not in {
            "tell",
            "remind",
            "warn",
            "advise",
        }
        return infinitive or subjunctive or modal(scene, content) == "ought"
    if token.tag == "VBP" and scene.tokens[i].lemma in _DEMANDING:
        return token.lower == token.lemma and not helpers
    return token.tag == "VBG" and scene.tokens[token.head].lower == "for"


def _wishable(scene: Scene, content: int) -> bool:
    token = scene.tokens[content]
    classes = ("aid", "arms", "troops", "talks", "policy", "war_end", "agreement", "captives")
    named = any(scene.is_of(content, name) for name in classes) or token.lemma in YIELDING
    return named or token.lemma in {
        "end",
        "halt",
        "release",
        "withdrawal",
        "ceasefire",
        "calm",
        "restraint",
        "justice",
        "return",
        "apology",
        "explanation",
        "compensation",
        "handover",
        "extradition",
    }


@maker("refuse")
def _refuse(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    actors = speaker_of(scene, i)
    contents = contents_of(scene, i, one)
    if (
        not actors
        or not contents
        or (scene.tokens[contents[0]].lemma in _SILENCE and scene.tokens[contents[0]].pos == "VERB")
    ):
        return None
    if any(scene.is_of(c, "food_like") for c in contents):
        return None  # a hunger strike is no refusal
    act, content = inner(scene, contents, depth)
    recipients: tuple[Party, ...] = ()
    if content is not None and scene.tokens[content].pos not in {"VERB", "AUX"}:
        recipients = scene.owner(content) or noun_place(scene, content, "from", None)
        recipients = recipients or scene.party(content)
    if not without(recipients, actors) and act is not None:
        recipients = act.recipients if without(act.recipients, actors) else act.actors
    if not without(recipients, actors):
        recipients = around(scene, content)
    mode = wish_mode(scene, act, content)
    return make(
        scene,
        i,
        "REJECT",
        mode if mode != "change" or act or content is None else "change",
        (actors, recipients),
        (act, content),
        "refusal",
    )


@maker("cancel")
def _cancel(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    actors, contents = speaker_of(scene, i), contents_of(scene, i, one)
    for content in contents:
        if scene.is_of(content, "talks"):
            act = analyse(scene, content, depth + 1)
            recipients = (act.recipients or act.actors) if act else around(scene, content)
            return make(scene, i, "REJECT", "meet", (actors, recipients), (act, content), "cancelled meeting")
    return None
