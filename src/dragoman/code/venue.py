"""Where a meeting took place tells who visited and who hosted (codebook, Parties)."""

from __future__ import annotations

from dataclasses import replace

from dragoman.code.act import Act
from dragoman.model import Place, Sentence

__all__ = ["venue"]

_REMOTE = frozenset({"phone", "telephone", "video", "videoconference", "teleconference", "virtually"})
_TALK = frozenset({"phone", "visit"})


def venue(act: Act, sentence: Sentence, place: Place | None) -> tuple[Act, str]:
    """A meeting with its mode: by phone, a visit to the host's state, on a third party's ground, or of many.

    Returns the act and the reason in words, empty where nothing was decided.
    """
    if act.type != "CONSULT" or set(act.modes) & _TALK:
        return act, ""
    if _remote(act, sentence):
        return replace(act, modes=("phone",)), "a word for phone or video hangs on the meeting"
    parties = (*act.actors, *act.recipients)
    codes = {p.code for p in parties if p.code}
    if place is not None and place.country and len(codes) > 1:
        hosts = tuple(p for p in parties if p.code == place.country)
        guests = tuple(p for p in parties if p.code != place.country)
        if hosts and guests and len(codes) == 2:
            return replace(
                act, actors=guests, recipients=hosts, modes=("visit",)
            ), f"held in {place.extracted}, the host's own"
        if not hosts and len(codes) == 2:
            return replace(
                act, modes=("third-party",)
            ), f"held in {place.extracted}, on a third party's ground"
    if len(codes) > 2 and not act.modes:
        return replace(act, modes=("multilateral",)), "more than two parties"
    return act, ""


def _remote(act: Act, sentence: Sentence) -> bool:
    return any(
        sentence.tokens[i].lemma in _REMOTE
        for head in {act.trigger, act.verb}
        for i in sentence.subtree(head)
    )
