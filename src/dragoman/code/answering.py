"""Denying and admitting."""

from __future__ import annotations

from dataclasses import replace

from dragoman.code.act import Act, same, without
from dragoman.code.filling import fill
from dragoman.code.lexicon import Operator
from dragoman.code.operands import HOSTILE, contents_of, inner, make, maker, speaker_of
from dragoman.code.scene import Scene
from dragoman.languages import word_list
from dragoman.model import Party

__all__: list[str] = []

_OWN_FAULT = word_list("own_fault")


@maker("deny")
def _deny(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    actors = speaker_of(scene, i)
    contents = contents_of(scene, i, one)
    if not actors or not contents:
        return None
    if scene.tokens[contents[0]].pos not in {"VERB", "AUX"} and scene.clause(i).get("dative"):
        return None
    act, content = inner(scene, contents, depth)
    recipients: tuple[Party, ...] = ()
    if content is not None and scene.tokens[content].pos not in {"VERB", "AUX"}:
        recipients = scene.owner(content)
    return make(scene, i, "REJECT", None, (actors, recipients), (act, content), "denial")


@maker("admit")
def _admit(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    actors = speaker_of(scene, i)
    contents = contents_of(scene, i, one)
    if not actors or not contents:
        return None
    if any(scene.is_of(c, "honour") and without(scene.owner(c), actors) for c in contents):
        return None
    act, content = inner(scene, contents, depth)
    if act is None and content is not None and not _own_fault(scene, content, actors):
        return None
    made = make(scene, i, "CONCEDE", None, (actors, ()), (act, content), "admission")
    # What is admitted is told as well, so its words stay free for a record of their own.
    return replace(made, used=frozenset({i})) if made else None


def _own_fault(scene: Scene, content: int, actors: tuple[Party, ...]) -> bool:
    """Whether what is admitted is one's own doing: "the attack", "the loss", "that it had built bombs"."""
    token = scene.tokens[content]
    if token.pos == "NOUN":
        frames = scene.lexicon.nouns.get(token.lemma, ())
        return token.lemma in _OWN_FAULT or any(f.type in HOSTILE for f in frames)
    if token.pos == "VERB":
        return token.lemma in {"lose", "kill", "fail", "commit"} or same(
            fill(scene, content, "subject"), actors
        )
    return False
