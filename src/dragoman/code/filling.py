"""Who fills the places that a frame names: of a verb's clause, of an event noun, of its light verb."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.code.act import without
from dragoman.code.scene import Scene
from dragoman.code.targets import cause, deep, home, people, purposes
from dragoman.model import Party

__all__ = [
    "abroad",
    "accused_of",
    "doer",
    "fill",
    "fill_all",
    "heads_at",
    "host",
    "light_verb",
    "noun_fill",
    "noun_heads",
    "noun_place",
]

_ENTERING = frozenset({"enter", "engage", "participate", "take", "come", "go", "return", "arrive", "be"})


def fill_all(
    scene: Scene, i: int, places: Sequence[str], *, first: bool, but: tuple[Party, ...] = ()
) -> tuple[Party, ...]:
    """The parties at the given places: of the first place that holds an identified one, or of all places.

    Nobody of ``but`` is among them; unidentified parties stand where no place holds an identified one.
    """
    return _gather((without(_fill_home(scene, i, place, but), but) for place in places), first=first)


def _gather(places: Iterable[tuple[Party, ...]], *, first: bool) -> tuple[Party, ...]:
    found: list[Party] = []
    loose: tuple[Party, ...] = ()
    for parties in places:
        if first and not any(p.code for p in parties):
            loose = loose or parties
            if any(p.kind == "person" for p in parties):
                break
            continue
        found.extend(p for p in parties if p not in found)
        if found and first:
            break
    return tuple(found) or loose


def _fill_home(scene: Scene, i: int, place: str, others: tuple[Party, ...]) -> tuple[Party, ...]:
    if place.endswith(".people"):
        return people(fill(scene, i, place.removesuffix(".people")))
    if not place.endswith(".home"):
        return fill(scene, i, place)
    owners = others or host(scene, i)
    return tuple(
        p for head in heads_at(scene, i, place.removesuffix(".home")) for p in home(scene, head, owners)
    )


def fill(scene: Scene, i: int, place: str) -> tuple[Party, ...]:
    """The parties at one place of verb ``i``'s clause."""
    if place == "place":
        return host(scene, i)
    heads = heads_at(scene, i, place)
    inner = place.rpartition(".")[2]
    found: list[Party] = []
    for head in heads:
        if inner == "owner":
            parties = scene.owner(head)
        elif inner == "act":
            parties = doer(scene, head)
        else:
            parties = (
                scene.party(head)
                or _wielder(scene, head, place)
                or _struck(scene, head, "object" if "." in place else place)
            )
        found.extend(p for p in parties if p not in found)
    return tuple(found)


def heads_at(scene: Scene, i: int, place: str) -> list[int]:
    """The heads at a place of a verb's clause; ``deep.against`` and ``cause`` look further down."""
    name, _, inner = place.partition(".")
    if name == "cause":
        return cause(scene, i)
    if name == "comp" and inner.partition(".")[0] in {"subject", "object"}:
        if inner.startswith("subject"):
            return [
                k.i for comp in scene.at(i, "comp") for k in scene.sentence.kids(comp, "nsubj", "nsubjpass")
            ]
        return [h for comp in scene.at(i, "comp") for h in scene.clause(comp).get("object", [])]
    if name == "sentence":
        return list(range(len(scene.tokens)))
    if name == "purpose":
        goals = purposes(scene, i)
        return (
            [h for goal in goals for h in scene.at(goal, inner.removesuffix(".home").removesuffix(".owner"))]
            if inner
            else goals
        )
    if name == "comp" and inner:
        parts = inner.removesuffix(".home").removesuffix(".owner")
        return [
            h
            for comp in scene.at(i, "comp")
            for h in ([comp] if parts in {"home", "owner"} else scene.at(comp, parts))
        ]
    if name == "deep":
        prep, _, last = inner.partition(".")
        found = deep(scene, i, prep)
        return (
            found if last in {"", "owner", "home"} else [k for head in found for k in scene.below(head, last)]
        )
    if name == "acomp":
        return [k.i for k in scene.sentence.kids(i, "acomp")]
    outer, _, last = place.rpartition(".")
    if "." in outer and last in {"owner", "home"}:
        return heads_at(scene, i, outer)
    if "." in outer and last not in {"owner", "act", "home"}:
        return [k for head in heads_at(scene, i, outer) for k in scene.below(head, last)]
    return scene.at(i, outer if last == "home" else place)


def _wielder(scene: Scene, head: int, place: str) -> tuple[Party, ...]:
    """Who wields what acts: "Russian missiles hit", "fire by Israeli tanks"."""
    if place != "subject" or not scene.is_of(head, "weaponry"):
        return ()
    return scene.owner(head)


def _struck(scene: Scene, head: int, place: str) -> tuple[Party, ...]:
    """Whose place or thing is struck: "hit Kharkiv", "a hospital in Gaza", "a Saudi refinery"."""
    if place != "object":
        return ()
    return scene.owner(head) or scene.located(head)


def host(scene: Scene, i: int) -> tuple[Party, ...]:
    """The state that the place of the clause lies in, as a party: "arrived in Nairobi"."""
    for name in ("in", "to", "into", "for", "at", "on"):
        for head in scene.clause(i).get(name, []):
            if scene.party(head) and all(p.kind in {"state", "seat"} for p in scene.party(head)):
                return scene.party(head)
            if head in scene.places and scene.located(head):
                return scene.located(head)
            if scene.tokens[head].lemma in {
                "capital",
                "city",
                "town",
                "port",
                "resort",
                "province",
                "region",
            } and scene.located(head):
                return scene.located(head)
    return ()


def doer(scene: Scene, head: int) -> tuple[Party, ...]:
    """Who did what an event noun or a gerund tells of: "the invasion by Iraq", "Iraq's invading"."""
    if scene.tokens[head].pos == "VERB":
        return fill(scene, head, "subject")
    for place in ("by", "poss"):
        found = noun_place(scene, head, place, None)
        if found:
            return found
    return ()


def light_verb(scene: Scene, i: int, group: str | None) -> int | None:
    """The verb that only lends noun ``i`` its subject ("held talks"), if it stands under one of the group."""
    verbs = scene.lexicon.light
    token = scene.tokens[i]
    while token.dep == "conj" and scene.tokens[token.head].pos in {"NOUN", "PROPN"}:
        token = scene.tokens[token.head]
    head = scene.tokens[token.head]
    if head.lower == "of" and scene.tokens[head.head].lemma in scene.lexicon.classes["containers"]:
        return light_verb(scene, head.head, group) or (_participle(scene, i, verbs[group]) if group else None)
    if head.pos == "ADP" and head.dep in {"prep", "agent"}:
        verb = scene.tokens[head.head]
        entering = head.lower in {"in", "into", "to", "from"} and verb.lemma in _ENTERING
        return verb.i if group and entering and verb.pos == "VERB" else None
    if group is None or head.pos not in {"VERB", "AUX"}:
        if token.i != head.i or group is None:
            return _participle(scene, i, verbs[group]) if group else None
        return None
    if token.dep in {"dobj", "nsubjpass", "attr"} and head.lemma in verbs[group]:
        return head.i
    if token.dep == "nsubj" and head.lemma in verbs["happen"]:
        return head.i
    return _participle(scene, i, verbs[group])


def _participle(scene: Scene, i: int, group: frozenset[str]) -> int | None:
    """The light verb that hangs on the noun as a participle or relative clause: "sanctions imposed by"."""
    for kid in scene.sentence.kids(i, "acl", "relcl"):
        if kid.lemma in group and kid.tag != "VB":
            return kid.i
    return None


def accused_of(scene: Scene, i: int) -> tuple[Party, ...]:
    """Who is said to have done it: the object of "accused X of an attack", "blamed X for the bombing"."""
    above = scene.tokens[scene.tokens[i].head]
    verb = scene.tokens[above.head]
    if verb.dep == "dobj":
        verb = scene.tokens[verb.head]
    if above.lower not in {"of", "for"} or verb.pos != "VERB":
        return ()
    if any(one.kind == "accuse" for one in scene.lexicon.verb_operators.get(verb.lemma, ())):
        return fill(scene, verb.i, "object")
    return ()


def noun_heads(scene: Scene, i: int, place: str, verb: int | None) -> list[int]:
    if place == "cause":
        return cause(scene, verb) if verb is not None else []
    if place == "poss":
        return [k.i for k in scene.sentence.kids(i, "poss", "amod", "compound", "nmod") if scene.party(k.i)]
    if place.startswith("light_"):
        return scene.clause(verb).get(place.removeprefix("light_"), []) if verb is not None else []
    return scene.below(i, place)


def noun_fill(
    scene: Scene, i: int, places: Sequence[str], verb: int | None, *, first: bool, but: tuple[Party, ...] = ()
) -> tuple[Party, ...]:
    return _gather((without(_noun_home(scene, i, place, verb, but), but) for place in places), first=first)


def _noun_home(
    scene: Scene, i: int, place: str, verb: int | None, others: tuple[Party, ...]
) -> tuple[Party, ...]:
    if place.endswith(".people"):
        return people(noun_place(scene, i, place.removesuffix(".people"), verb))
    if not place.endswith(".home"):
        return noun_place(scene, i, place, verb)
    heads = noun_heads(scene, i, place.removesuffix(".home"), verb)
    owners = others or (host(scene, verb) if verb is not None else ())
    return tuple(p for head in heads for p in home(scene, head, owners))


def noun_place(scene: Scene, i: int, place: str, verb: int | None) -> tuple[Party, ...]:
    """The parties at one place of an event noun: its owner, a preposition under it, or its light verb's."""
    name, _, inner = place.partition(".")
    if name == "poss":
        return _possessor(scene, i)
    if name == "patient":
        return _patient(scene, i)
    if name.startswith("light_"):
        return _from_light(scene, i, name.removeprefix("light_") + ("." + inner if inner else ""), verb)
    if name == "cause":
        return tuple(
            p for h in noun_heads(scene, i, name, verb) for p in (scene.owner(h) if inner else scene.party(h))
        )
    heads = scene.below(i, name)
    if verb is not None and not heads:
        heads = [h for h in scene.clause(verb).get(name, []) if h != i]
    found: list[Party] = []
    if inner and inner != "owner":
        heads = [k for head in heads for k in scene.below(head, inner)]
    for head in heads:
        parties = scene.owner(head) if inner == "owner" else scene.party(head)
        if not parties and ((name in {"on", "against", "at", "in"} and not inner) or "by" in {name, inner}):
            parties = scene.owner(head)
        found.extend(p for p in parties if p not in found)
    return tuple(found)


def _possessor(scene: Scene, i: int) -> tuple[Party, ...]:
    """Whose act it is, by possessive, adjective or noun before it: "Iraq's", "Iraqi", "the Russia-China"."""
    found: list[Party] = []
    if scene.tokens[i].lemma in scene.lexicon.classes["currency"]:
        return ()
    for kid in scene.sentence.kids(i, "poss", "amod", "compound", "nmod"):
        led = [k.i for k in scene.sentence.kids(kid.i)] if kid.lower == "led" else []
        for k in [kid.i, *led]:
            found.extend(p for p in scene.party(k) if p not in found)
    return tuple(found)


def _patient(scene: Scene, i: int) -> tuple[Party, ...]:
    """Whom an act noun befalls as the agent of another verb: "hit by Western sanctions", "sanctions hurt Iran"."""
    token = scene.tokens[i]
    head = scene.tokens[token.head]
    if token.dep == "pobj" and head.lower in {"by", "under"}:
        verb = scene.tokens[head.head]
        if verb.pos in {"VERB", "AUX"}:
            return fill(scene, verb.i, "object") or fill(scene, verb.i, "subject")
        return scene.party(verb.i)
    if token.dep == "nsubj" and head.pos == "VERB":
        return fill(scene, head.i, "object")
    return ()


def _from_light(scene: Scene, i: int, place: str, verb: int | None) -> tuple[Party, ...]:
    if verb is None:
        return ()
    place, _, inner = place.partition(".")
    heads = [h for h in scene.clause(verb).get(place, []) if h != i]
    found: list[Party] = []
    for head in heads:
        if i in scene.conjuncts(head):
            continue
        parties = scene.party(head) or (_wielder(scene, head, "subject") if place == "subject" else ())
        if inner == "owner":
            parties = scene.owner(head)
        found.extend(p for p in parties if p not in found)
    return tuple(found)


def abroad(parties: tuple[Party, ...], actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties of other states than the actors': a state is not the target of its own drills."""
    own = {p.code for p in actors}
    return tuple(p for p in parties if not p.code or p.code not in own)
