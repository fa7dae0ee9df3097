"""Frames against clauses: which frame of a verb or an event noun holds, and who fills its places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dragoman.code.act import Act, without
from dragoman.code.lexicon import Frame
from dragoman.code.scene import Scene, lemma_phrase
from dragoman.code.targets import cause, cause_verbs, deep, home, people, purposes
from dragoman.model import Party

__all__ = ["fill", "light_verb", "match_light", "match_noun", "match_verb", "phrasal"]

_PEOPLE = frozenset({"person"})
_STATE_PERSONS = frozenset({"GOV", "MIL", "SPY", "LEG", "ELI", "ROY", "IGO", "OPP", "REB"})
_CIVIL = frozenset(["CVL", "OPP", "LAB", "EDU", "AGR", "REL", "SOC", "BUS", "JRN", "REF", "MED", "PTY", "LEG", "JUD", "NGO", "LEGL", "UNK", "ELI"])
_OFFICIAL = frozenset(["GOV", "MIL", "COP", "SPY", "LEG", "JUD", "REB", "OPP", "PRM", "ELI"])
_OUTSIDERS = frozenset({"UNO", "NGO", "IGO", "EUR"})
_THEIR = frozenset({"its", "their", "his", "her"})
_JOINT = frozenset({"joint", "shared", "common", "combined", "trilateral", "bilateral", "multinational"})
_ENVOYS = frozenset({"delegation", "mission", "team", "envoy", "official", "minister", "leader", "negotiator", "diplomat", "secretary", "president", "chief", "lawmaker", "senator", "premier"})


def phrasal(scene: Scene, i: int) -> tuple[str, ...]:
    """The lemmas under which a verb may stand in the lexicon, the longer first: "carry out", "carry"."""
    token = scene.tokens[i]
    particles = [k.lower for k in scene.sentence.kids(i, "prt")]
    particles += [k.lower for k in scene.sentence.kids(i, "prep", "advmod") if k.i == i + 1 and k.lower in _PARTICLES]
    return (*(f"{token.lemma}_{p}" for p in particles), token.lemma)


_PARTICLES = frozenset({"out", "off", "up", "down", "back", "in", "on", "over", "away", "from", "ahead", "into", "to"})


def match_verb(scene: Scene, i: int) -> Act | None:
    """The act that verb ``i`` tells of by the frame that asks most and holds, if any does."""
    for lemma in phrasal(scene, i):
        for frame in scene.lexicon.verbs.get(lemma, ()):
            if not _holds_all(scene, i, frame):
                continue
            actors = _fill_all(scene, i, frame.actor, first=True)
            recipients = _fill_all(scene, i, frame.recipient, first=not frame.reciprocal, but=actors)
            if frame.foreign:
                recipients = abroad(recipients, actors)
            if not actors and not recipients:
                continue
            used = {i} | {h for place, need in frame.needs if need != "party" for one in place.split("|") for h in _wrapped(scene, scene.at(i, one))}
            if "cause" in frame.recipient:
                used |= set(cause_verbs(scene, i))
            return Act(
                i, i, frame.type, (frame.mode,) if frame.mode else (), actors, recipients, frame.reciprocal,
                frame.where, used=frozenset(used), weak=frame.weak, role=frame.role,
            )  # fmt: skip
    return None


def _wrapped(scene: Scene, heads: Sequence[int]) -> list[int]:
    """The heads with what they only count or wrap: "part of its sanctions"."""
    inner = [k for h in heads if scene.tokens[h].lemma in scene.lexicon.classes["containers"] for k in scene.below(h, "of")]
    return [*heads, *inner]


def _holds_all(scene: Scene, i: int, frame: Frame) -> bool:
    if frame.passive is not None and frame.passive != scene.passive(i):
        return False
    if frame.bare and any(scene.at(i, place) for place in ("comp", "oprd", "attr", "for")):
        return False
    manner = {k.lower for k in scene.sentence.kids(i, "advmod", "prt", "acomp", "npadvmod")}
    manner |= {k.lower for prep in scene.sentence.kids(i, "prep") for k in scene.sentence.kids(prep.i, "advmod")}
    if (frame.modifiers and not manner & frame.modifiers) or manner & frame.barred:
        return False
    return all(holds(scene, i, place, need) for place, need in frame.needs)


def holds(scene: Scene, i: int, place: str, need: str) -> bool:
    """Whether what stands at a place of verb ``i``'s clause is as the frame asks: a test or a class, ``|`` for or."""
    return any(_holds_one(scene, i, where, one) for where in place.split("|") for one in need.split("|"))


def _holds_one(scene: Scene, i: int, place: str, need: str) -> bool:
    if need.startswith("!"):
        return not _holds_one(scene, i, place, need[1:])
    if place == "place":
        return bool(host(scene, i)) == (need != "none")
    heads = _heads(scene, i, place)
    if need == "none":
        return not heads
    if not heads:
        return False
    if need == "any":
        return True
    if need in _TESTS:
        return any(_TESTS[need](scene, h) for h in heads)
    return any(scene.is_of(h, need) for h in heads)


def _is_person(scene: Scene, h: int) -> bool:
    return any(p.kind == "person" or p.office for p in scene.party(h)) or scene.tokens[h].lemma in _ENVOYS


def _is_state_person(scene: Scene, h: int) -> bool:
    if scene.tokens[h].lemma in _ENVOYS:
        return bool(scene.party(h))
    return any((p.kind == "person" or p.office) and (p.sector or "GOV") in _STATE_PERSONS for p in scene.party(h))


def _is_plural(scene: Scene, h: int) -> bool:
    """Several parties, or a body that meets with itself: "EU leaders met", "the Security Council met"."""
    parties = scene.party(h)
    return len(parties) > 1 or any(p.code in {"IGO", "UNO", "EUR"} for p in parties)


def _is_civil(scene: Scene, h: int) -> bool:
    return any(p.sector in _CIVIL or p.kind == "people" for p in scene.party(h))


def _is_armed(scene: Scene, h: int) -> bool:
    return any(p.sector in {"MIL", "REB", "COP", "SPY"} or p.kind in {"state", "group"} or p.code in {"IGO", "UNO", "EUR"} for p in scene.party(h))


_TESTS: dict[str, Callable[[Scene, int], bool]] = {
    "party": lambda scene, h: bool(scene.party(h)),
    "person": _is_person,
    "state_person": _is_state_person,
    "plural": _is_plural,
    "armed": _is_armed,
    "civil": _is_civil,
    "official": lambda scene, h: any(p.office or p.sector in _OFFICIAL for p in scene.party(h)),
    "group": lambda scene, h: any(p.kind == "group" for p in scene.party(h)),
    "pointer": lambda scene, h: scene.tokens[h].lower in {"it", "them", "one", "this", "which"},
    "number": lambda scene, h: scene.tokens[h].pos == "NUM",
    "clause": lambda scene, h: scene.tokens[h].pos in {"VERB", "AUX"},
    "event": lambda scene, h: scene.tokens[h].lemma in scene.lexicon.nouns,
    "place": lambda scene, h: h in scene.countries or bool(scene.party(h)),
    "fallen": lambda scene, h: any(p.code and p.sector in {"MIL", "REB"} and p.kind == "role" for p in scene.party(h)),
    "spot": lambda scene, h: h in scene.places or any(p.kind in {"state", "region"} for p in scene.party(h)),
    "judgement": lambda scene, h: scene.is_of(h, "crime") or scene.is_of(h, "bad"),
    "named": lambda scene, h: any(p.code for p in (*scene.party(h), *scene.owner(h))),
    "body": lambda scene, h: any(p.kind == "body" and p.code for p in scene.party(h)),
    "several": lambda scene, h: len({p.code for p in (*scene.party(h), *scene.owner(h)) if p.code}) > 1,
    "outsider": lambda scene, h: any(p.code in _OUTSIDERS for p in (*scene.party(h), *scene.owner(h))),
    "self": lambda scene, h: any(k.lower in _THEIR for k in scene.sentence.kids(h, "poss")),
    "joint": lambda scene, h: any(k.lower in _JOINT for k in scene.sentence.kids(h, "amod", "compound")),
}


def abroad(parties: tuple[Party, ...], actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties of other states than the actors': a state is not the target of its own drills."""
    own = {p.code for p in actors}
    return tuple(p for p in parties if not p.code or p.code not in own)


def _fill_all(scene: Scene, i: int, places: Sequence[str], *, first: bool, but: tuple[Party, ...] = ()) -> tuple[Party, ...]:
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
    return tuple(p for head in _heads(scene, i, place.removesuffix(".home")) for p in home(scene, head, owners))


def fill(scene: Scene, i: int, place: str) -> tuple[Party, ...]:
    """The parties at one place of verb ``i``'s clause."""
    if place == "place":
        return host(scene, i)
    heads = _heads(scene, i, place)
    inner = place.rpartition(".")[2]
    found: list[Party] = []
    for head in heads:
        if inner == "owner":
            parties = scene.owner(head)
        elif inner == "act":
            parties = doer(scene, head)
        else:
            parties = scene.party(head) or _wielder(scene, head, place) or _struck(scene, head, "object" if "." in place else place)
        found.extend(p for p in parties if p not in found)
    return tuple(found)


def _heads(scene: Scene, i: int, place: str) -> list[int]:
    """The heads at a place of a verb's clause; ``deep.against`` and ``cause`` look further down."""
    name, _, inner = place.partition(".")
    if name == "cause":
        return cause(scene, i)
    if name == "comp" and inner.partition(".")[0] in {"subject", "object"}:
        if inner.startswith("subject"):
            return [k.i for comp in scene.at(i, "comp") for k in scene.sentence.kids(comp, "nsubj", "nsubjpass")]
        return [h for comp in scene.at(i, "comp") for h in scene.clause(comp).get("object", [])]
    if name == "sentence":
        return list(range(len(scene.tokens)))
    if name == "purpose":
        goals = purposes(scene, i)
        return [h for goal in goals for h in scene.at(goal, inner.removesuffix(".home").removesuffix(".owner"))] if inner else goals
    if name == "comp" and inner:
        parts = inner.removesuffix(".home").removesuffix(".owner")
        return [h for comp in scene.at(i, "comp") for h in ([comp] if parts in {"home", "owner"} else scene.at(comp, parts))]
    if name == "deep":
        prep, _, last = inner.partition(".")
        found = deep(scene, i, prep)
        return found if last in {"", "owner", "home"} else [k for head in found for k in scene.below(head, last)]
    if name == "acomp":
        return [k.i for k in scene.sentence.kids(i, "acomp")]
    outer, _, last = place.rpartition(".")
    if "." in outer and last in {"owner", "home"}:
        return _heads(scene, i, outer)
    if "." in outer and last not in {"owner", "act", "home"}:
        return [k for head in _heads(scene, i, outer) for k in scene.below(head, last)]
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
            if scene.tokens[head].lemma in {"capital", "city", "town", "port", "resort", "province", "region"} and scene.located(head):
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


def match_light(scene: Scene, i: int) -> Act | None:
    """The act of the event noun to which verb ``i`` only lends its subject: "hold" in "agreed to hold talks"."""
    clause = scene.clause(i)
    for place in ("object", "in", "into", "to"):
        for head in clause.get(place, []):
            if scene.tokens[head].pos == "NOUN":
                act = match_noun(scene, head)
                if act is not None and act.verb == i:
                    return act
    return None


# -- event nouns ----------------------------------------------------------------------------------


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


_ENTERING = frozenset({"enter", "engage", "participate", "take", "come", "go", "return", "arrive", "be"})


def _participle(scene: Scene, i: int, group: frozenset[str]) -> int | None:
    """The light verb that hangs on the noun as a participle or relative clause: "sanctions imposed by"."""
    for kid in scene.sentence.kids(i, "acl", "relcl"):
        if kid.lemma in group and kid.tag != "VB":
            return kid.i
    return None


def match_noun(scene: Scene, i: int) -> Act | None:
    """The act that event noun ``i`` tells of, with the subject of its light verb if it stands under one."""
    for lemma in (lemma_phrase(scene.sentence, i), scene.tokens[i].lemma):
        for frame in scene.lexicon.nouns.get(lemma, ()):
            verb = light_verb(scene, i, frame.light)
            if (frame.only_light and verb is None) or not _modified(scene, i, frame):
                continue
            accused = accused_of(scene, i)
            if not accused and not all(_noun_holds(scene, i, need, verb) for need in frame.needs):
                continue
            actors = _noun_fill(scene, i, frame.actor, verb, first=not frame.reciprocal) or accused
            recipients = _noun_fill(scene, i, frame.recipient, verb, first=not frame.reciprocal, but=actors)
            if frame.foreign:
                recipients = abroad(recipients, actors)
            if not actors and not recipients:
                continue
            used = frozenset({i} if verb is None else {i, verb})
            return Act(
                i, i if verb is None else verb, frame.type, (frame.mode,) if frame.mode else (), actors, recipients,
                frame.reciprocal, frame.where, used=used, nominal=verb is None, weak=frame.weak, role=frame.role,
            )  # fmt: skip
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


def _modified(scene: Scene, i: int, frame: Frame) -> bool:
    kids = scene.sentence.kids(i, "amod", "compound", "nmod", "poss", "npadvmod")
    if any(k.lemma in frame.barred or k.lower in frame.barred for k in kids):
        return False
    return not frame.modifiers or any(k.lemma in frame.modifiers or k.lower in frame.modifiers for k in kids)


def _noun_holds(scene: Scene, i: int, need: tuple[str, str], verb: int | None) -> bool:
    places, tests = need[0].split("|"), need[1].split("|")
    return any(_noun_holds_one(scene, i, places, test, verb) for test in tests)


def _noun_holds_one(scene: Scene, i: int, places: Sequence[str], test: str, verb: int | None) -> bool:
    if test.startswith("!"):
        return not _noun_holds_one(scene, i, places, test[1:], verb)
    if test == "party":
        return any(noun_place(scene, i, place, verb) for place in places)
    heads = [h for place in places for h in _noun_heads(scene, i, place, verb)]
    if test == "none":
        return not heads
    return any(test == "any" or (_TESTS[test](scene, h) if test in _TESTS else scene.is_of(h, test)) for h in heads)


def _noun_heads(scene: Scene, i: int, place: str, verb: int | None) -> list[int]:
    if place == "cause":
        return cause(scene, verb) if verb is not None else []
    if place == "poss":
        return [k.i for k in scene.sentence.kids(i, "poss", "amod", "compound", "nmod") if scene.party(k.i)]
    if place.startswith("light_"):
        return scene.clause(verb).get(place.removeprefix("light_"), []) if verb is not None else []
    return scene.below(i, place)


def _noun_fill(
    scene: Scene, i: int, places: Sequence[str], verb: int | None, *, first: bool, but: tuple[Party, ...] = ()
) -> tuple[Party, ...]:
    return _gather((without(_noun_home(scene, i, place, verb, but), but) for place in places), first=first)


def _noun_home(scene: Scene, i: int, place: str, verb: int | None, others: tuple[Party, ...]) -> tuple[Party, ...]:
    if place.endswith(".people"):
        return people(noun_place(scene, i, place.removesuffix(".people"), verb))
    if not place.endswith(".home"):
        return noun_place(scene, i, place, verb)
    heads = _noun_heads(scene, i, place.removesuffix(".home"), verb)
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
        return tuple(p for h in _noun_heads(scene, i, name, verb) for p in (scene.owner(h) if inner else scene.party(h)))
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
