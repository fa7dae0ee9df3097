"""Judgements in words: what is said of somebody that praises or condemns, and what is said they must do."""

from __future__ import annotations

from dragoman.code.act import Act, same, without
from dragoman.code.embed import modal, negated
from dragoman.code.filling import fill
from dragoman.code.operands import analyse, wish_mode
from dragoman.code.scene import Scene
from dragoman.languages import word_list
from dragoman.model import Party

__all__ = ["judgement"]

_SAYING = word_list("saying")
_ALLEGING = frozenset({"allege", "charge", "assert"})
_NAMING = word_list("naming")


def judgement(scene: Scene, i: int) -> Act | None:
    """The judgement that verb ``i`` passes, if it does: "called it a provocation", "said Mali must withdraw"."""
    token = scene.tokens[i]
    if token.pos != "VERB" or negated(scene, i):
        return None
    if token.lemma in _NAMING:
        return _naming(scene, i)
    if token.lemma in _SAYING:
        return _saying(scene, i)
    return None


def _polarity(scene: Scene, head: int) -> str | None:
    """Whether a predicate condemns (ACCUSE) or praises (SUPPORT)."""
    token = scene.tokens[head]
    words = {token.lemma, token.lower, *(k.lemma for k in scene.sentence.kids(head, "amod"))}
    classes = scene.lexicon.classes
    if scene.is_of(head, "crime") or words & classes["bad"]:
        return "ACCUSE"
    if words & classes["good"]:
        return "SUPPORT"
    return None


def _naming(scene: Scene, i: int) -> Act | None:
    """ "X called Y's move a provocation", "X described Y as an aggressor"."""
    clause = scene.clause(i)
    heads = [h for place in ("oprd", "as", "attr", "to", "with") for h in clause.get(place, [])]
    about = list(clause.get("object", []))
    for comp in clause.get("comp", []):
        if scene.tokens[comp].pos in {"NOUN", "ADJ"}:
            heads.append(comp)
            about += [k.i for k in scene.sentence.kids(comp, "nsubj")]
    for head in heads:
        type_ = _polarity(scene, head)
        if type_:
            return _act(scene, i, type_, _about(scene, about))
    return None


def _saying(scene: Scene, i: int) -> Act | None:
    """ "X said Y's attack was a crime", "X said Y must withdraw"."""
    for comp in scene.clause(i).get("comp", []):
        token = scene.tokens[comp]
        if scene.tokens[i].lemma in _ALLEGING:
            made = _alleging(scene, i, comp)
            if made is not None:
                return made
        if token.lemma == "be" and not scene.sentence.kids(comp, "neg"):
            inner = scene.clause(comp)
            for head in inner.get("attr", []) + [k.i for k in scene.sentence.kids(comp, "acomp")]:
                type_ = _polarity(scene, head)
                if type_ == "ACCUSE":
                    return _act(scene, i, type_, _about(scene, inner.get("subject", [])))
        if modal(scene, comp) == "ought" or (
            token.lemma in {"have", "need"} and scene.sentence.kids(comp, "xcomp")
        ):
            return _ought(scene, i, comp)
    return None


def _alleging(scene: Scene, i: int, comp: int) -> Act | None:
    """ "X alleged that Y had done it" is an accusation by X, and what Y did a record of its own."""
    act = analyse(scene, comp)
    speakers = fill(scene, i, "subject")
    if act is None or not act.actors or same(act.actors, speakers):
        return None
    return _act(scene, i, "ACCUSE", act.actors, "allege")


def _ought(scene: Scene, i: int, comp: int) -> Act | None:
    """What a speaker says that somebody else must do is a request."""
    whom = fill(scene, comp, "subject")
    actors = fill(scene, i, "subject")
    if not without(whom, actors) or {p.code for p in whom} == {p.code for p in actors}:
        return None
    content = next((k.i for k in scene.sentence.kids(comp, "xcomp")), comp)
    act = analyse(scene, content)
    mode = wish_mode(scene, act, content)
    return _act(scene, i, "REQUEST", whom, mode)


def _about(scene: Scene, heads: list[int]) -> tuple[Party, ...]:
    """Whom a judgement is about: the party, the owner of the thing, or who did it."""
    found: list[Party] = []
    for head in heads:
        parties = tuple(
            p
            for p in scene.party(head) or scene.owner(head)
            if p.code or p.kind in {"group", "body", "loose"}
        )
        if not parties and scene.tokens[head].pos == "NOUN":
            inner = analyse(scene, head)
            parties = inner.actors if inner else ()
        found.extend(p for p in parties if p not in found)
    return tuple(found)


def _act(scene: Scene, i: int, type_: str, about: tuple[Party, ...], mode: str | None = None) -> Act | None:
    actors = fill(scene, i, "subject")
    recipients = without(about, actors)
    if not actors or (not recipients and type_ != "ACCUSE"):
        return None
    modes = (mode,) if mode else ("disapprove",) if type_ == "ACCUSE" else ()
    return Act(
        i,
        i,
        type_,
        modes,
        actors,
        recipients,
        frame=f"verdicts ({scene.tokens[i].lemma})",
        used=frozenset({i}),
    )
