"""Words that make an act of another act: promising, asking, refusing, threatening, denying, admitting it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from dragoman.code.act import Act, same, without
from dragoman.code.embed import condition_on, modal, operators_of
from dragoman.code.frames import fill, light_verb, match_light, match_noun, match_verb, noun_place
from dragoman.code.lexicon import Operator
from dragoman.code.scene import Scene
from dragoman.languages import word_list
from dragoman.model import Party

__all__ = ["HOSTILE", "THREATS", "WISHES", "analyse", "beneficiary"]

HOSTILE = frozenset({"ASSAULT", "SANCTION", "COERCE", "MOBILIZE", "PROTEST", "THREATEN"})
_WORDS = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"})

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

_YIELDING = word_list("yielding")
_HELPING = word_list("helping")
#: What is offered by saying so is given already: these are SUPPORT or CONCEDE, no promise.
_COURTESIES = word_list("courtesies")
_DEMANDING = frozenset({"demand", "insist", "request", "urge", "recommend", "propose", "ask"})
_SHUTTING = word_list("shutting")
_SILENCE = word_list("silence")
_OUTCOMES = word_list("outcomes")
_OWN_FAULT = word_list("own_fault")
_STRIKING_BACK = word_list("striking_back")
_MAKERS = word_list("makers")


def analyse(scene: Scene, i: int, depth: int = 0) -> Act | None:
    """The act that word ``i`` tells of: by an operator over a content, else by a frame.

    Depth is bounded: "agreed to consider asking to help" is followed five words down.
    """
    token = scene.tokens[i]
    if depth > 5:
        return None
    for one in operators_of(scene, i):
        if one.kind in _MAKERS:
            act = _MAKE[one.kind](scene, i, one, depth)
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
            for content in _contents(scene, i, one):
                inner = analyse(scene, content, depth + 1)
                if inner is not None:
                    if not inner.actors and scene.tokens[content].pos == "NOUN":
                        inner = replace(inner, actors=without(_subject(scene, i), inner.recipients))
                    return inner
    return None


# -- where things stand ---------------------------------------------------------------------------


def _contents(scene: Scene, i: int, one: Operator) -> list[int]:
    """The heads of what an operator takes as its content, clauses before nouns."""
    token, found = scene.tokens[i], []
    for kid in scene.sentence.kids(i):
        infinitive = kid.tag == "VB" and any(k.lower == "to" for k in scene.sentence.kids(kid.i, "aux"))
        if "clause" in one.takes and (
            kid.dep in {"xcomp", "ccomp"}
            and kid.pos in {"VERB", "AUX"}
            or kid.dep in {"advcl", "acl", "relcl"}
            and infinitive
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


def _subject(scene: Scene, i: int) -> tuple[Party, ...]:
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


def _said_to(scene: Scene, i: int, one: Operator) -> tuple[Party, ...]:
    """To whom it is said, by the operator's own places."""
    for place in one.recipient:
        found = (
            fill(scene, i, place)
            if scene.tokens[i].pos in {"VERB", "AUX"}
            else noun_place(scene, i, place, _light_of(scene, i))
        )
        if found:
            return found
    return ()


def _light_of(scene: Scene, i: int) -> int | None:
    return light_verb(scene, i, "issue") or light_verb(scene, i, "express")


def _inner(scene: Scene, contents: Iterable[int], depth: int) -> tuple[Act | None, int | None]:
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


def _around(scene: Scene, content: int | None) -> tuple[Party, ...]:
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


def _make(
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
        light = _light_of(scene, i)
        verb = i if light is None else light
    elif scene.tokens[i].pos == "ADJ":
        verb = scene.tokens[i].head
    used = {i, verb} | (set(act.used) if act else set())
    return Act(
        i, verb, type_, (mode,) if mode else (), actors, recipients, False, f"operators.yaml {why} ({scene.tokens[i].lemma})",
        content=act, content_head=head, used=frozenset(used), nominal=verb == i and scene.tokens[i].pos == "NOUN",
        role=act.role if act else None,
    )  # fmt: skip


# -- the kinds ------------------------------------------------------------------------------------


def _threat_mode(scene: Scene, act: Act | None, content: int | None = None) -> str:
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


def _wish_mode(scene: Scene, act: Act | None, content: int | None) -> str:
    if act is not None and act.type in WISHES:
        return WISHES[act.type]
    if content is not None:
        lemma = scene.tokens[content].lemma
        if lemma in _YIELDING or scene.is_of(content, "war_end"):
            return "yield"
        if lemma in _HELPING or scene.is_of(content, "aid") or scene.is_of(content, "arms"):
            return "assist"
        if scene.is_of(content, "talks"):
            return "meet"
    return "change"


def _promise(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    actors = _subject(scene, i)
    contents = _contents(scene, i, one)
    if not actors or not contents:
        return None
    if scene.tokens[contents[0]].lemma in _COURTESIES:
        return None
    act, content = _inner(scene, contents, depth)
    told = _said_to(scene, i, one)
    if act is not None and act.type in HOSTILE and scene.tokens[i].lemma == "commit":
        return None
    if act is not None and act.type in HOSTILE and act.type != "MOBILIZE":
        recipients = act.recipients or told
        return _make(
            scene,
            i,
            "THREATEN",
            _threat_mode(scene, act, content),
            (actors, recipients),
            (act, content),
            "promise of a hostile act",
        )
    if act is None and content is not None and scene.is_of(content, "hostile_plan"):
        return _make(
            scene,
            i,
            "THREATEN",
            "violence",
            (actors, told or _around(scene, content)),
            (None, content),
            "promise of a hostile act",
        )
    if act is not None and act.type == "REJECT":
        return _make(
            scene,
            i,
            "REJECT",
            act.modes[0] if act.modes else None,
            (actors, act.recipients),
            (act, content),
            "promise to refuse",
        )
    if act is None and content is not None and scene.tokens[content].lemma in _STRIKING_BACK:
        recipients = told or _around(scene, content)
        return _make(
            scene,
            i,
            "THREATEN",
            "violence",
            (actors, recipients),
            (None, content),
            "promise of a hostile act",
        )
    recipients = (
        told
        or (act.recipients if act is not None else ())
        or without(_around(scene, content), actors)
        or beneficiary(scene, i, actors)
    )
    if content is not None and not recipients and scene.tokens[content].pos == "VERB":
        recipients = beneficiary(scene, content, actors)
    made = _make(scene, i, "AGREE", None, (actors, recipients), (act, content), "promise")
    return replace(made, planned=True) if made else None


def _request(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    actors = _subject(scene, i)
    contents = [c for c in _contents(scene, i, one) if _is_wish(scene, i, c)]
    if not actors or not contents:
        return None
    act, content = _inner(scene, contents, depth)
    open_to_all = scene.tokens[i].lemma in {"demand", "call", "ask", "appeal", "request"}
    if (
        act is None
        and not open_to_all
        and content is not None
        and scene.tokens[content].pos not in {"VERB", "AUX"}
        and not _wishable(scene, content)
    ):
        return None
    recipients = _said_to(scene, i, one)
    if (
        content is not None
        and scene.tokens[content].pos in {"VERB", "AUX"}
        and not without(recipients, actors)
    ):
        recipients = fill(scene, content, "subject")
    if not without(recipients, actors) and act is not None:
        recipients = act.actors if without(act.actors, actors) else act.recipients
    if not without(recipients, actors):
        recipients = _around(scene, content)
    return _make(
        scene, i, "REQUEST", _wish_mode(scene, act, content), (actors, recipients), (act, content), "request"
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
    named = any(scene.is_of(content, name) for name in classes) or token.lemma in _YIELDING
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


def _refuse(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    actors = _subject(scene, i)
    contents = _contents(scene, i, one)
    if (
        not actors
        or not contents
        or scene.tokens[contents[0]].lemma in _SILENCE
        and scene.tokens[contents[0]].pos == "VERB"
    ):
        return None
    if any(scene.is_of(c, "food_like") for c in contents):
        return None  # a hunger strike is no refusal
    act, content = _inner(scene, contents, depth)
    recipients: tuple[Party, ...] = ()
    if content is not None and scene.tokens[content].pos not in {"VERB", "AUX"}:
        recipients = scene.owner(content) or noun_place(scene, content, "from", None)
        recipients = recipients or scene.party(content)
    if not without(recipients, actors) and act is not None:
        recipients = act.recipients if without(act.recipients, actors) else act.actors
    if not without(recipients, actors):
        recipients = _around(scene, content)
    mode = _wish_mode(scene, act, content)
    return _make(
        scene,
        i,
        "REJECT",
        mode if mode != "change" or act or content is None else "change",
        (actors, recipients),
        (act, content),
        "refusal",
    )


def _cancel(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    actors, contents = _subject(scene, i), _contents(scene, i, one)
    for content in contents:
        if scene.is_of(content, "talks"):
            act = analyse(scene, content, depth + 1)
            recipients = (act.recipients or act.actors) if act else _around(scene, content)
            return _make(
                scene, i, "REJECT", "meet", (actors, recipients), (act, content), "cancelled meeting"
            )
    return None


def _threaten(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    actors = _subject(scene, i)
    told = _said_to(scene, i, one)
    contents = [c for c in _contents(scene, i, one) if not scene.party(c)]
    if not actors or not contents and not told:
        return None
    act, content = _inner(scene, contents, depth)
    recipients = told or (act.recipients if act else ()) or _around(scene, content)
    return _make(
        scene,
        i,
        "THREATEN",
        _threat_mode(scene, act, content),
        (actors, recipients),
        (act, content),
        "threat",
    )


def _warn(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    actors, told = _subject(scene, i), _said_to(scene, i, one)
    contents = [c for c in _contents(scene, i, one) if not scene.party(c)]
    if not actors or not contents:
        return None
    act, content = _inner(scene, contents, depth)
    own = act is not None and act.type in HOSTILE and (not act.actors or same(act.actors, actors))
    penalty = content is not None and (
        scene.tokens[content].lemma in _OUTCOMES | _STRIKING_BACK
        or scene.tokens[content].lemma in {"face", "pay", "suffer"}
    )
    if (
        content is not None
        and scene.tokens[content].pos in {"VERB", "AUX"}
        and modal(scene, content) in {"would", "future"}
    ):
        hangs = bool(told) or condition_on(scene, content)
        penalty = penalty or hangs and same(fill(scene, content, "subject"), actors)
        inside = scene.sentence.subtree(content)
        penalty = penalty or any(
            scene.tokens[k].lemma in _OUTCOMES and scene.tokens[k].pos == "NOUN" for k in inside
        )
    if not own and not penalty:
        return None
    recipients = told or (act.recipients if act else ()) or without(_around(scene, content), actors)
    if not recipients and content is not None and scene.tokens[content].pos == "VERB":
        recipients = fill(scene, content, "subject")
    return _make(
        scene,
        i,
        "THREATEN",
        _threat_mode(scene, act, content),
        (actors, without(recipients, actors)),
        (act, content),
        "warning",
    )


def _plan(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    contents = _contents(scene, i, one)
    if not contents:
        return None
    act, content = _inner(scene, contents, depth)
    if act is None:
        return None
    actors = _subject(scene, i) or act.actors
    if not actors and scene.passive(i) if scene.tokens[i].pos == "VERB" else False:
        actors = fill(scene, i, "object")
    actors = actors or act.actors
    recipients = act.recipients or _said_to(scene, i, one)
    if act.reciprocal and not recipients:
        actors = act.actors
    type_ = "AGREE" if act.type in _WORDS else act.type
    made = _make(
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


def _announce(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    actors = _subject(scene, i)
    contents = _contents(scene, i, one)
    if (
        not actors
        or not contents
        or scene.tokens[contents[0]].pos in {"VERB", "AUX"}
        and scene.tokens[contents[0]].tag != "VBG"
    ):
        return None
    act, content = _inner(scene, contents, depth)
    told = _said_to(scene, i, one)
    if act is None:
        if content is None or not any(scene.is_of(content, name) for name in ("aid", "arms", "troops")):
            return None
        return _make(
            scene,
            i,
            "AGREE",
            None,
            (actors, told or _around(scene, content)),
            (None, content),
            "announced aid",
        )
    if act.type in HOSTILE | {"CONCEDE"}:
        return _make(
            scene,
            i,
            act.type,
            next(iter(act.modes), None),
            (act.actors or actors, act.recipients or told),
            (act, content),
            "announced act",
        )
    if act.type == "RETREAT" and "resign" in act.modes:
        return _make(scene, i, "RETREAT", "resign", (actors, ()), (act, content), "announced act")
    if act.type == "RETREAT":
        return _make(
            scene, i, "CONCEDE", None, (actors, act.recipients or told), (act, content), "announced retreat"
        )
    if act.type in _WORDS:
        made = _make(
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


def _vote(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    """ "Voted to expel the troops": for cooperation it is SUPPORT, for anything hostile REJECT."""
    actors, contents = _subject(scene, i), _contents(scene, i, one)
    if not actors or not contents or scene.tokens[contents[0]].pos not in {"VERB", "AUX"}:
        return None
    act, content = _inner(scene, contents, depth)
    if act is None:
        return None
    type_ = "SUPPORT" if act.type in _WORDS | {"CONCEDE", "RETREAT"} else "REJECT"
    return _make(scene, i, type_, None, (actors, act.recipients), (act, content), "vote")


def _deny(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    actors = _subject(scene, i)
    contents = _contents(scene, i, one)
    if not actors or not contents:
        return None
    if scene.tokens[contents[0]].pos not in {"VERB", "AUX"} and scene.clause(i).get("dative"):
        return None
    act, content = _inner(scene, contents, depth)
    recipients: tuple[Party, ...] = ()
    if content is not None and scene.tokens[content].pos not in {"VERB", "AUX"}:
        recipients = scene.owner(content)
    return _make(scene, i, "REJECT", None, (actors, recipients), (act, content), "denial")


def _admit(scene: Scene, i: int, one: Operator, depth: int) -> Act | None:
    actors = _subject(scene, i)
    contents = _contents(scene, i, one)
    if not actors or not contents:
        return None
    if any(scene.is_of(c, "honour") and without(scene.owner(c), actors) for c in contents):
        return None
    act, content = _inner(scene, contents, depth)
    if act is None and content is not None and not _own_fault(scene, content, actors):
        return None
    made = _make(scene, i, "CONCEDE", None, (actors, ()), (act, content), "admission")
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


_MAKE: dict[str, Callable[[Scene, int, Operator, int], Act | None]] = {
    "promise": _promise,
    "request": _request,
    "refuse": _refuse,
    "cancel": _cancel,
    "threaten": _threaten,
    "warn": _warn,
    "plan": _plan,
    "announce": _announce,
    "vote": _vote,
    "deny": _deny,
    "admit": _admit,
}
