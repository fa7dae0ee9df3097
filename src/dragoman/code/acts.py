"""Which words of a report tell of acts: every verb and event noun asked once, operators before what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.code import trust
from dragoman.code.act import Act, Path
from dragoman.code.added import added, weighed
from dragoman.code.complete import complete, complete_last
from dragoman.code.embed import embed, operators_of
from dragoman.code.lexicon import lexicon
from dragoman.code.modes import modes_of
from dragoman.code.operators import HOSTILE, THREATS, WISHES, analyse
from dragoman.code.pairings import Pairing
from dragoman.code.pointing import (
    at_the_meeting,
    bare_refusal,
    bargains,
    exchanged_goods,
    mediation,
    responsibility,
    talks_beside,
    toll,
)
from dragoman.code.scene import Scene, make_scene
from dragoman.code.tense import tense_of
from dragoman.code.verdicts import judgement
from dragoman.model import Place, Quantity, Resolution, Sentence
from dragoman.ontology import load as load_ontology
from dragoman.step import step

__all__ = ["acts", "acts_of", "scenes"]

#: How many sentences back "the meeting" may lie.
_MEMORY = 6

_NOBODY = "nobody who says it"

#: Acts in words are somebody's; without a speaker there is nothing to record.
_SAID = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE"})

_COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"})


#: Types that hold will or refusal themselves: what the classifier calls so is not turned once more.
_WILLING = frozenset({"AGREE", "REJECT", "THREATEN", "REQUEST"})


@step(reads=("sentences", "resolutions", "places", "quantities", "pairings"), writes="acts")
def acts(
    sentences: tuple[Sentence, ...],
    resolutions: tuple[Resolution, ...],
    places: tuple[Place, ...],
    quantities: tuple[Quantity, ...],
    pairings: tuple[Pairing, ...],
) -> tuple[tuple[int, Act], ...]:
    """Find the acts of all sentences as pairs of sentence number and act."""
    found: list[tuple[int, Act]] = []
    judged: dict[int, list[Pairing]] = {}
    for one in pairings:
        judged.setdefault(one.sentence, []).append(one)
    for scene in scenes(sentences, resolutions, places, quantities):
        index = scene.sentence.index
        before = [a for n, a in found if n >= index - _MEMORY and not a.path.dropped]
        known = acts_of(scene, before)
        found += [(index, act) for act in with_learnt(scene, known, judged.get(index, ()))]
    return tuple(found)


def with_learnt(scene: Scene, known: Sequence[Act], pairings: Sequence[Pairing]) -> list[Act]:
    """The acts that frames know, each with its likelihood, and those that the classifier adds."""
    weighty = [weighed(scene, act, pairings) for act in known]
    new = []
    for act in added(scene, known, pairings):
        if operators_of(scene, act.trigger):
            continue  # "Refused", "announced": what they hold decides, and that the frames have looked at.
        path = embed(scene, act.verb, nominal=act.nominal, type_=act.type)
        settled = _settle(scene, act, path)
        if settled is None:
            new.append(_drop(act, path.dropped or "told as neither done nor meant"))
        elif fault := _lacking(settled):
            new.append(_drop(settled, fault))
        elif trust.confidence_of(settled) < trust.ENOUGH:
            new.append(_drop(settled, "the classifier is not sure enough"))
        else:
            modes = modes_of(settled, scene.sentence)
            new.append(replace(settled, modes=modes, sentence=scene.sentence.index))
    return sorted([*weighty, *new], key=lambda a: a.trigger)


def scenes(
    sentences: Sequence[Sentence],
    resolutions: Iterable[Resolution],
    places: Iterable[Place],
    quantities: Iterable[Quantity],
) -> list[Scene]:
    """A scene for each sentence that holds a party."""
    words = lexicon()
    who: dict[int, list[Resolution]] = {}
    where: dict[int, list[Place]] = {}
    many: dict[int, list[Quantity]] = {}
    for resolution in resolutions:
        who.setdefault(resolution.sentence, []).append(resolution)
    for place in places:
        where.setdefault(place.sentence, []).append(place)
    for quantity in quantities:
        many.setdefault(quantity.sentence, []).append(quantity)
    return [
        make_scene(s, words, who[s.index], where.get(s.index, ()), many.get(s.index, ()))
        for s in sentences
        if s.index in who
    ]


def acts_of(scene: Scene, before: Sequence[Act] = ()) -> list[Act]:
    """The acts of one sentence, in the order of their triggers; ``before`` are those of the sentences before.

    Those whose path says ``dropped`` are no records: the coder abstains from them for the reason given there.
    """
    found: list[Act] = []
    dropped: list[Act] = []
    claimed: set[int] = set()
    for i in _order(scene):
        if i in claimed:
            continue
        act = (
            responsibility(scene, i, before)
            or analyse(scene, i)
            or judgement(scene, i)
            or _pointing_back(scene, i, [*before, *found])
        )
        act = complete(scene, act, found, before) if act is not None else None
        if act is None:
            continue
        if _lacking(act) == _NOBODY:
            # Its words stay free: "the recognition of X was welcomed" still tells of the recognition.
            dropped.append(_drop(act, _NOBODY))
            continue
        claimed |= act.used
        path = embed(scene, act.verb, nominal=act.nominal, type_=act.type)
        settled = _settle(scene, act, path)
        if settled is not None:
            found.append(settled)
        else:
            dropped.append(_drop(act, path.dropped or "told as neither done nor meant"))
    whole = [complete_last(scene, act, found, before) for act in found]
    faults = [(act, _lacking(act)) for act in whole]
    index = scene.sentence.index
    kept = [
        replace(act, modes=modes_of(act, scene.sentence), sentence=index)
        for act, fault in faults
        if not fault
    ]
    dropped += [_drop(act, fault) for act, fault in faults if fault]
    return sorted([*kept, *dropped], key=lambda a: a.trigger)


def _drop(act: Act, why: str) -> Act:
    """The act marked as one that the coder abstains from, with the reason."""
    return replace(act, path=replace(act.path, dropped=why))


def _pointing_back(scene: Scene, i: int, before: Sequence[Act]) -> Act | None:
    """The act of a word that says it only together with what was told before."""
    if scene.tokens[i].pos != "VERB":
        return talks_beside(scene, i, before) or exchanged_goods(scene, i, before)
    return (
        mediation(scene, i, before)
        or at_the_meeting(scene, i, before)
        or bare_refusal(scene, i, before)
        or toll(scene, i, before)
    )


def _order(scene: Scene) -> list[int]:
    """Verbs, adjectives and operators before nouns, and what governs before what it holds, so that a verb
    claims the noun it lends its subject to and an operator its content."""
    words = scene.lexicon
    depth = _depths(scene)
    verbs = [t.i for t in scene.tokens if t.pos in {"VERB", "AUX"} and t.dep not in {"aux", "auxpass"}]
    adjectives = [t.i for t in scene.tokens if t.pos == "ADJ" and t.lemma in words.adjective_operators]
    nouns = [
        t.i
        for t in scene.tokens
        if t.pos == "NOUN" and (t.lemma in words.nouns or t.lemma in words.noun_operators)
    ]
    nouns += [i for i in bargains(scene) if i not in nouns]
    return [*sorted(verbs, key=lambda i: (depth[i], i)), *adjectives, *nouns]


def _depths(scene: Scene) -> dict[int, int]:
    """How many words stand over each word; conjuncts stand as high as what they are joined to."""
    depth: dict[int, int] = {}
    todo = [(t.i, 0) for t in scene.tokens if t.head == t.i]
    while todo:
        i, d = todo.pop()
        depth[i] = d
        todo += [(k.i, d + (k.dep != "conj")) for k in scene.sentence.kids(i)]
    return depth


def _settle(scene: Scene, act: Act, path: Path) -> Act | None:
    """What the clauses above make of an act: dropped, turned to a promise or a threat, or given its status."""
    act = replace(act, path=path)
    if path.dropped:
        return None
    if act.learnt and act.type in _WILLING:
        return act
    status = path.status if path.status != "occurred" else act.status
    if path.future or path.status == "conditional":
        return _future(act, status)
    if path.alleged and act.weak:
        return None
    if status == "negated" and act.type == "SUPPORT" and _withheld(scene, act):
        return replace(act.turned("REJECT", "change"), status="occurred")
    return replace(act, status=status)


def _withheld(scene: Scene, act: Act) -> bool:
    """Whether recognition or support is refused for good: "does not recognise the measures"."""
    token = scene.tokens[act.verb]
    return (
        token.lemma in {"recognise", "recognize", "support", "back", "endorse", "accept"}
        and tense_of(scene.sentence, act.verb) == "present"
    )


def _future(act: Act, status: str) -> Act | None:
    """Cooperation to come is a promise, a retreat to come a concession, a blow to come a plan or a threat."""
    if status == "negated":
        return act.turned("REJECT", WISHES.get(act.type, "change")) if act.type in _COOPERATIVE else None
    if act.type in _COOPERATIVE:
        return replace(act.turned("AGREE"), planned=True, status="occurred")
    if act.type == "RETREAT":
        soft = "CONCEDE" if set(act.modes) & {"withdraw", "ceasefire"} else "AGREE"
        return replace(act.turned(soft), planned=True, status="occurred")
    if act.type == "CONCEDE":
        return replace(act, planned=True, status="occurred")
    if act.type in {"REQUEST", "ACCUSE", "REJECT"}:
        return replace(act, status="planned", planned=True)
    if act.type in HOSTILE and status == "conditional":
        return replace(
            act.turned("THREATEN", THREATS.get(act.type, "violence")), planned=True, status="occurred"
        )
    if act.type in HOSTILE:
        return replace(act, status="planned", planned=True)
    return None


def _lacking(act: Act) -> str:
    """What an act lacks for a record: somebody identified, or the recipient that its type asks for; else nothing."""
    parties = (*act.actors, *act.recipients)
    if not any(p.code or p.key for p in parties):
        return "no identified party"
    if act.type == "CONSULT" and any(p.sector == "JRN" for p in parties):
        return "an interview"
    if act.type in _SAID and not act.actors and not (act.reciprocal and len(act.recipients) > 1):
        return _NOBODY
    if "visit" in act.modes and not any(p.code for p in act.actors):
        return "no identified visitor"
    rule = load_ontology().types[act.type]
    if rule.recipient == "required" and not act.recipients and not (rule.reciprocal and len(act.actors) > 1):
        return "no recipient"
    lone_body = len(act.actors) == 1 and act.actors[0].code in {"IGO", "UNO", "EUR"}
    if act.type == "CONSULT" and not act.recipients and len(act.actors) == 1 and not lone_body:
        return "one party alone"
    return ""
