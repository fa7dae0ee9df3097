"""What the operators share: whose word it is, what it holds, to whom it is said, and the act made of it.

The kinds themselves stand in promising, asking, threatening and answering; each enters its maker here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from dragoman.code.act import Act, without
from dragoman.code.embed import operators_of
from dragoman.code.filling import fill, light_verb, noun_place
from dragoman.code.frames import match_light, match_noun, match_verb
from dragoman.code.lexicon import Operator
from dragoman.code.scene import Scene
from dragoman.languages import word_list
from dragoman.model import Party

__all__ = [
    "HOSTILE", "IN_WORDS", "MAKERS", "OUTCOMES", "STRIKING_BACK", "THREATS", "WISHES", "YIELDING", "analyse", "around",
    "beneficiary", "contents_of", "inner", "light_of", "make", "maker",
    "said_to", "speaker_of", "threat_mode", "wish_mode",
]  # fmt: skip

Maker = Callable[[Scene, int, Operator, int], Act | None]

#: How each kind of operator makes its act; filled by the rooms of the kinds.
MAKERS: dict[str, Maker] = {}

HOSTILE = frozenset({"ASSAULT", "SANCTION", "COERCE", "MOBILIZE", "PROTEST", "THREATEN"})

IN_WORDS = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"})

#: The mode of a request or refusal, by the type of what is asked for (codebook, Types).
WISHES = {
    "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "AGREE": "assist",
    "RETREAT": "yield", "CONCEDE": "yield", "CONSULT": "meet",
}  # fmt: skip

#: The mode of a threat, by the type (and mode) of what is threatened.
THREATS = {
    "ASSAULT": "violence",
    "MOBILIZE": "violence",
    "SANCTION": "restrict",
    "COERCE": "restrict",
    "PROTEST": "restrict",
}

_THREATS_BY_MODE = {"arrest": "arrest", "expel": "expel", "withdraw": "relations", "deport": "expel"}

YIELDING = word_list("yielding")

_HELPING = word_list("helping")

_SHUTTING = word_list("shutting")

OUTCOMES = word_list("outcomes")

STRIKING_BACK = word_list("striking_back")


def maker(kind: str) -> Callable[[Maker], Maker]:
    """Enter a function as the maker of one kind of operator."""

    def enter(function: Maker) -> Maker:
        MAKERS[kind] = function
        return function

    return enter


def analyse(scene: Scene, i: int, depth: int = 0) -> Act | None:
    """The act that word ``i`` tells of: by an operator over a content, else by a frame.

    Depth is bounded: "agreed to consider asking to help" is followed five words down.
    """
    token = scene.tokens[i]
    if depth > 5:
        return None
    for one in operators_of(scene, i):
        if one.kind in MAKERS:
            act = MAKERS[one.kind](scene, i, one, depth)
            if act is not None:
                return act
    if token.pos in {"VERB", "AUX"}:
        return match_verb(scene, i) or match_light(scene, i) or _aspect(scene, i, depth)
    if token.pos in {"NOUN", "PROPN"}:
        return match_noun(scene, i)
    return None


def _aspect(scene: Scene, i: int, depth: int) -> Act | None:
    """Under "began", "resumed", "helped" the act is that of the content."""
    for one in operators_of(scene, i):
        if one.kind == "pass":
            for content in contents_of(scene, i, one):
                inner = analyse(scene, content, depth + 1)
                if inner is not None:
                    if not inner.actors and scene.tokens[content].pos == "NOUN":
                        inner = replace(inner, actors=without(speaker_of(scene, i), inner.recipients))
                    return inner
    return None


def contents_of(scene: Scene, i: int, one: Operator) -> list[int]:
    """The heads of what an operator takes as its content, clauses before nouns."""
    token, found = scene.tokens[i], []
    for kid in scene.sentence.kids(i):
        infinitive = kid.tag == "VB" and any(k.lower == "to" for k in scene.sentence.kids(kid.i, "aux"))
        if "clause" in one.takes and (
            (kid.dep in {"xcomp", "ccomp"} and kid.pos in {"VERB", "AUX"})
            or (kid.dep in {"advcl", "acl", "relcl"} and infinitive)
        ):
            found.append(kid.i)
    if found:
        return [found[0], *_coordinate(scene, found[0]), *found[1:]]
    if token.pos in {"VERB", "AUX"}:
        places = [
            p for p in one.takes if p not in {"clause", "object", "to_object", "with_object", "on_clause"}
        ]
        places += [p.removesuffix("_object") for p in ("to_object", "with_object") if p in one.takes]
        clause = scene.clause(i)
        if "object" in one.takes:
            places.append("object")
        for place in sorted(places, key=lambda p: p == "object"):
            heads = clause.get(place, []) if place in {"object", "to"} else scene.at(i, place)
            if place == "of" and not heads:
                heads = [k for h in clause.get("object", []) for k in scene.below(h, "of")]
            found += [k for h in heads for k in scene.conjuncts(h)]
        return found
    for place in sorted(one.takes - {"clause", "object"}):
        found += scene.below(i, place)
    return found


def _coordinate(scene: Scene, i: int) -> list[int]:
    return [k.i for k in scene.sentence.kids(i, "conj") if k.pos == "VERB"]


def speaker_of(scene: Scene, i: int) -> tuple[Party, ...]:
    """Who says it: the subject of a verb, the owner or light subject of a noun, the subject of "is ready"."""
    token = scene.tokens[i]
    if token.pos in {"VERB", "AUX"}:
        return fill(scene, i, "subject")
    if token.pos == "ADJ":
        return fill(scene, token.head, "subject") if scene.tokens[token.head].pos in {"VERB", "AUX"} else ()
    for group in ("issue", "express"):
        verb = light_verb(scene, i, group)
        if verb is not None:
            subject = noun_place(scene, i, "light_subject", verb)
            if subject:
                return subject
    for place in ("poss", "by", "from"):
        found = noun_place(scene, i, place, None)
        if found:
            return found
    return ()


def said_to(scene: Scene, i: int, one: Operator) -> tuple[Party, ...]:
    """To whom it is said, by the operator's own places."""
    for place in one.recipient:
        found = (
            fill(scene, i, place)
            if scene.tokens[i].pos in {"VERB", "AUX"}
            else noun_place(scene, i, place, light_of(scene, i))
        )
        if found:
            return found
    return ()


def light_of(scene: Scene, i: int) -> int | None:
    return light_verb(scene, i, "issue") or light_verb(scene, i, "express")


def inner(scene: Scene, contents: Iterable[int], depth: int) -> tuple[Act | None, int | None]:
    """The first content that tells of an act, or that says by what act ("by striking"), else the first alone."""
    first = None
    for content in contents:
        first = content if first is None else first
        act = analyse(scene, content, depth + 1)
        if act is None and scene.tokens[content].pos == "VERB":
            for means in scene.clause(content).get("by", []) + scene.clause(content).get("with", []):
                act = act or (
                    analyse(scene, means, depth + 1) if scene.tokens[means].pos in {"VERB", "NOUN"} else None
                )
        if act is not None:
            return act, content
    return None, first


def beneficiary(scene: Scene, i: int, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whom a purpose names: "pledged 200 million to help the Philippines modernise its coast guard"."""
    token = scene.tokens[i]
    heads = [i, *(scene.clause(i).get("object", []) if token.pos in {"VERB", "AUX"} else [])]
    for head in heads:
        for kid in scene.sentence.kids(head, "advcl", "xcomp", "acl", "relcl"):
            if kid.tag != "VB":
                continue
            for place in ("object", "object.owner", "to", "with", "for", "in"):
                found = without(fill(scene, kid.i, place), actors)
                if found:
                    return found
            for comp in scene.clause(kid.i).get("comp", []):
                found = without(fill(scene, comp, "subject"), actors)
                if found:
                    return found
    return ()


def around(scene: Scene, content: int | None) -> tuple[Party, ...]:
    """The parties that stand in a content of unknown type: whom a promise or a refusal is about."""
    if content is None:
        return ()
    if scene.tokens[content].pos in {"VERB", "AUX"}:
        for place in (
            "object",
            "with",
            "to",
            "for",
            "from",
            "against",
            "on",
            "upon",
            "object.upon",
            "object.owner",
            "in",
            "of",
        ):
            found = fill(scene, content, place)
            if found:
                return found
        return ()
    for place in ("to", "for", "with", "between", "of", "from", "by", "on", "upon", "against", "poss", "in"):
        found = noun_place(scene, content, place, None)
        if found:
            return found
    return ()


def make(
    scene: Scene,
    i: int,
    type_: str,
    mode: str | None,
    parties: tuple[tuple[Party, ...], tuple[Party, ...]],
    inner: tuple[Act | None, int | None],
    why: str,
) -> Act | None:
    actors, recipients = parties
    recipients = without(recipients, actors)
    if not actors and not recipients:
        return None
    act, head = inner
    verb = i
    if scene.tokens[i].pos == "NOUN":
        light = light_of(scene, i)
        verb = i if light is None else light
    elif scene.tokens[i].pos == "ADJ":
        verb = scene.tokens[i].head
    used = {i, verb} | (set(act.used) if act else set())
    return Act(
        i, verb, type_, (mode,) if mode else (), actors, recipients, False,
        f"operators.yaml {why} ({scene.tokens[i].lemma})",
        content=act, content_head=head, used=frozenset(used), nominal=verb == i and scene.tokens[i].pos == "NOUN",
        role=act.role if act else None,
    )  # fmt: skip


def threat_mode(scene: Scene, act: Act | None, content: int | None = None) -> str:
    if act is None:
        shuts = content is not None and (
            scene.is_of(content, "sanctions") or scene.tokens[content].lemma in _SHUTTING
        )
        return "restrict" if shuts else "violence"
    if act.type == "SANCTION" and any(
        scene.tokens[i].pos == "NOUN" and scene.is_of(i, "bonds") for i in act.used
    ):
        return "relations"
    for mode in act.modes:
        if mode in _THREATS_BY_MODE:
            return _THREATS_BY_MODE[mode]
    if act.type == "THREATEN" and act.modes:
        return act.modes[0]
    return THREATS.get(act.type, "violence")


def wish_mode(scene: Scene, act: Act | None, content: int | None) -> str:
    if act is not None and act.type in WISHES:
        return WISHES[act.type]
    if content is not None:
        lemma = scene.tokens[content].lemma
        if lemma in YIELDING or scene.is_of(content, "war_end"):
            return "yield"
        if lemma in _HELPING or scene.is_of(content, "aid") or scene.is_of(content, "arms"):
            return "assist"
        if scene.is_of(content, "talks"):
            return "meet"
    return "change"
