"""What an act's own places leave open and its surroundings say: the other side of an exchange, whom a purpose
names, who speaks an allegation, which body was voted in, who met at "the meeting"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.code.act import Act, without
from dragoman.code.frames import fill
from dragoman.code.operators import beneficiary
from dragoman.code.scene import Scene
from dragoman.model import Party

__all__ = ["at_the_meeting", "complete"]

_EXCHANGE = frozenset({"exchange", "return"})
_TALKED = frozenset({"discuss", "sign", "agree", "reach", "address", "raise", "review", "explore", "debate"})
_DURING = frozenset({"during", "at", "in", "after"})
_BODIES = frozenset({"UNO", "EUR", "IGO"})


def complete(scene: Scene, act: Act, found: Sequence[Act]) -> Act | None:
    """Fill the open side of an act from what stands around it; None where an allegation has no speaker."""
    if act.weak and act.type == "ACCUSE":
        return _spoken(scene, act)
    if not act.recipients and act.nominal:
        act = _exchanged(scene, act, found)
    if not act.recipients and act.type in {"AID", "AGREE"}:
        act = replace(act, recipients=without(beneficiary(scene, act.verb, act.actors), act.actors))
    if not act.recipients and scene.tokens[act.trigger].lemma in {"vote", "abstain"}:
        act = replace(act, recipients=_voted_in(scene, act))
    return act


def _spoken(scene: Scene, act: Act) -> Act | None:
    """An accusation without an act is an act of its speaker: "X claimed they were conspiring against it"."""
    speakers = speaker_over(scene, act.verb)
    accused = without(act.recipients or act.actors, speakers)
    if not speakers or not accused:
        return None
    return replace(act, actors=speakers, recipients=accused, weak=False)


def speaker_over(scene: Scene, i: int) -> tuple[Party, ...]:
    """The subject of the verb of saying that a clause hangs on."""
    for _ in range(6):
        token = scene.tokens[i]
        if token.head == i:
            return ()
        head = scene.tokens[token.head]
        if token.dep == "ccomp" and head.pos == "VERB" and any(
            one.kind in {"say", "warn", "announce", "admit"} for one in scene.lexicon.verb_operators.get(head.lemma, ())
        ):
            return fill(scene, head.i, "subject")
        if token.dep not in {"conj", "xcomp", "ccomp", "advcl", "parataxis", "pcomp", "prep"}:
            return ()
        i = head.i
    return ()


def _exchanged(scene: Scene, act: Act, found: Sequence[Act]) -> Act:
    """The other side of "in exchange for N from X": whoever gave the first thing gets the second."""
    token = scene.tokens[act.trigger]
    above = scene.tokens[token.head]
    if above.lower != "for" or scene.tokens[above.head].lower not in _EXCHANGE:
        return act
    for other in reversed(found):
        if other.trigger < act.trigger:
            actors = act.actors or other.recipients
            return replace(act, actors=actors, recipients=without(other.actors, actors))
    return act


def _voted_in(scene: Scene, act: Act) -> tuple[Party, ...]:
    """The body that voted, where the sentence names one."""
    for i in sorted(scene.parties):
        found = tuple(p for p in scene.parties[i] if p.code in _BODIES and p.kind in {"body", "role"})
        if found:
            return without(found[:1], act.actors)
    return ()


def at_the_meeting(scene: Scene, i: int, before: Sequence[Act]) -> Act | None:
    """What was discussed or signed "during the meeting" by nobody named was so by those who met.

    ``before`` are the acts read so far, the latest last.
    """
    token = scene.tokens[i]
    if token.lemma not in _TALKED or not scene.passive(i) or fill(scene, i, "subject"):
        return None
    for name in sorted(_DURING & set(scene.clause(i))):
        for head in scene.clause(i)[name]:
            definite = any(k.lower in {"the", "their", "this"} for k in scene.sentence.kids(head, "det", "poss"))
            if definite and scene.is_of(head, "talks"):
                met = next((a for a in reversed(before) if a.type == "CONSULT"), None)
                if met is not None:
                    type_ = "SUPPORT" if token.lemma == "sign" else "CONSULT"
                    return Act(i, i, type_, (), met.actors, met.recipients, True, "complete (at the meeting)", used=frozenset({i}))
    return None
