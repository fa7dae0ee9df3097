"""What an act's own places leave open and its surroundings say: the other side of an exchange, whom a purpose
names, who speaks an allegation, which body was voted in, whose act "it" was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.code.act import Act, same, without
from dragoman.code.filling import fill
from dragoman.code.operators import beneficiary
from dragoman.code.pointing import bargains
from dragoman.code.scene import Scene
from dragoman.code.tense import tense_of
from dragoman.languages import word_list
from dragoman.model import Party

__all__ = ["complete", "complete_last"]

_JUDGING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
_REPEATED = frozenset({"SANCTION", "AID", "CONCEDE"})
_SITES = word_list("sites")
_VERBAL = frozenset({"ACCUSE", "REJECT", "THREATEN", "REQUEST"})
_SHARED = frozenset({"AGREE", "THREATEN", "AID", "SANCTION"})
_ADDRESSED = frozenset({"AGREE", "REJECT", "THREATEN", "ACCUSE", "SUPPORT", "REQUEST"})
_ABOUT = word_list("about")
_INWARDS = frozenset(
    [
        "prep",
        "pobj",
        "pcomp",
        "poss",
        "amod",
        "compound",
        "dobj",
        "agent",
        "conj",
        "nsubj",
        "dative",
        "xcomp",
        "nmod",
        "appos",
    ]
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
_POINTERS = frozenset({"it", "this", "that", "them", "which"})
_ACT_NOUNS = word_list("act_nouns")
_EXCHANGE = frozenset({"exchange", "return"})
_BODIES = frozenset({"UNO", "EUR", "IGO"})


def complete(scene: Scene, act: Act, found: Sequence[Act], before: Sequence[Act] = ()) -> Act | None:
    """Fill the open side of an act from what stands around it; None where an allegation has no speaker.

    ``found`` are the acts of this sentence so far, ``before`` those of the sentences before.
    """
    if act.weak and act.type == "ACCUSE":
        return _spoken(scene, act)
    if not act.recipients and act.nominal:
        act = _exchanged(scene, act, found)
    if not act.recipients and act.type in _JUDGING:
        act = replace(act, recipients=_pointed_at(scene, act, [*before, *found]))
    if not act.recipients and act.type in {"AID", "AGREE"}:
        act = replace(act, recipients=without(beneficiary(scene, act.verb, act.actors), act.actors))
    if not act.recipients and scene.tokens[act.trigger].lemma in {"vote", "abstain"}:
        act = replace(act, recipients=_voted_in(scene, act))
    if not act.recipients and act.type == "REJECT" and "denial" in act.frame:
        act = replace(act, recipients=_accuser(act, [*before, *found]))
    if act.type == "ASSAULT" and not any(p.code for p in act.recipients):
        act = _struck_back(scene, act, [*before, *found])
    if act.type == "ASSAULT" and tense_of(scene.sentence, act.verb) == "past_perfect":
        struck = next(
            (a for a in reversed(before) if a.type == "ASSAULT" and same(a.recipients, act.recipients)), None
        )
        act = replace(act, dated_by=(struck.sentence, struck.verb)) if struck is not None else act
    return act


def complete_last(scene: Scene, act: Act, found: Sequence[Act], before: Sequence[Act]) -> Act:
    """Fill a recipient that is still open from the if-clause, from the other acts of the sentence by the same
    doer, from what the act is about, or, under a pronoun, from the doer's act in the sentence before."""
    act = _with_its_price(scene, act, found)
    if act.type in _JUDGING:
        # "X detained them; Y condemned the arrests": the sentence's own arrests, which stand before.
        told = [a for a in found if a.trigger < act.trigger]
        act = replace(act, recipients=_pointed_at(scene, act, told, same_type=True) or act.recipients)
    if act.type in {"ASSAULT", "COERCE"} and not any(p.code for p in act.recipients) and not act.reciprocal:
        act = replace(act, recipients=_victims(scene, act, before))
    if act.type == "AID" and act.recipients and not any(p.code for p in act.recipients):
        act = replace(act, recipients=_located(scene, act, act.recipients))
    if act.type == "PROTEST" and not any(p.code for p in act.actors):
        act = replace(act, actors=_located(scene, act, act.actors))
    if act.recipients or (act.reciprocal and len(act.actors) > 1):
        return act
    if act.type in _REPEATED and any(
        k.lower in {"its", "their", "the"}
        for h in _objects(scene, act)
        for k in scene.sentence.kids(h, "poss", "det")
    ):
        last = next(
            (
                a
                for a in reversed(before)
                if a.type == act.type and same(a.actors, act.actors) and a.recipients
            ),
            None,
        )
        act = replace(act, recipients=last.recipients if last is not None else ())
    if act.type == "THREATEN":
        act = replace(act, recipients=without(_condition(scene, act.verb), act.actors))
    others = [a for a in found if a.trigger != act.trigger]
    if not act.recipients and act.type in _SHARED:
        act = replace(act, recipients=_companion(act, others))
    if not act.recipients and act.type in _ADDRESSED:
        act = replace(act, recipients=_anybody(scene, act))
    if not act.recipients and act.type in _SHARED | {"REQUEST"} and _pronoun_subject(scene, act.verb):
        act = replace(act, recipients=_companion(act, before[-2:]))
    return act


def _with_its_price(scene: Scene, act: Act, found: Sequence[Act]) -> Act:
    """What is given in exchange is given when the first thing is: "for 30 prisoners freed by Israel"."""
    inside = any(act.trigger in scene.sentence.subtree(i) for i in bargains(scene))
    main = (
        next((a for a in found if a.trigger < act.trigger and a.type == act.type), None) if inside else None
    )
    return replace(act, dated_by=(scene.sentence.index, main.verb)) if main is not None else act


def _victims(scene: Scene, act: Act, before: Sequence[Act]) -> tuple[Party, ...]:
    """People of no named nation belong to where they are struck; else to the attack told just before."""
    found = _located(scene, act, act.recipients)
    if any(p.code for p in found):
        return found
    struck = next((a for a in reversed(before) if a.type == act.type), None)
    if struck is None or not any(p.code for p in struck.recipients):
        return act.recipients
    code = struck.recipients[0]
    return tuple(replace(p, code=code.code, key=code.key) for p in act.recipients) or struck.recipients


def _located(scene: Scene, act: Act, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The same people with the state of the place that hangs on the act; that state alone where nobody is named."""
    inside = {i for head in {act.trigger, act.verb} for i in scene.sentence.subtree(head)}
    for i in sorted(scene.places):
        if i in inside and scene.tokens[scene.tokens[i].head].lower in _SITES and scene.located(i):
            state = scene.located(i)[0]
            if parties:
                return tuple(
                    replace(p, code=state.code, key=state.key)
                    if not p.code and p.kind in {"role", "person", "people"}
                    else p
                    for p in parties
                )
            return (replace(state, sector="CVL"),)
    return parties


def _pronoun_subject(scene: Scene, i: int) -> bool:
    return any(scene.tokens[h].pos == "PRON" for h in scene.clause(i).get("subject", []))


def _accuser(act: Act, earlier: Sequence[Act]) -> tuple[Party, ...]:
    """Against whom a denial is directed: whoever last acted in words against the denier."""
    for other in reversed(earlier):
        if (
            other.type in _VERBAL
            and same(other.recipients, act.actors)
            and not same(other.actors, act.actors)
        ):
            return other.actors
    return ()


def _struck_back(scene: Scene, act: Act, earlier: Sequence[Act]) -> Act:
    """ "Russia launched 72 drones at Ukraine ... it shot down 48 of the drones": what is struck is the attacker's."""
    heads = scene.clause(act.verb).get("object", [])
    if not any(scene.is_of(h, "weaponry") for h in heads):
        return act
    for other in reversed(earlier):
        if (
            other.type == "ASSAULT"
            and same(other.recipients, act.actors)
            and not same(other.actors, act.actors)
        ):
            return replace(act, recipients=other.actors)
    return act


def _anybody(scene: Scene, act: Act) -> tuple[Party, ...]:
    """The nearest other state or body in what the act is about: "an invitation from Guyana", "sites in Iran".

    Clauses inside are not looked into, nor is where and when the act itself took place.
    """
    tokens, kids = scene.tokens, scene.sentence.kids
    level = [
        k.i
        for k in kids(act.verb, "dobj", "nsubjpass", "dative", "xcomp", "ccomp", "attr")
        if k.i != act.trigger
    ]
    level += [p.i for k in kids(act.verb, "prep") if k.lower in _ABOUT for p in kids(k.i, "pobj", "pcomp")]
    if act.trigger != act.verb or act.nominal:
        level += [
            p.i for k in kids(act.trigger, "prep") if k.lower in _ABOUT for p in kids(k.i, "pobj", "pcomp")
        ]
        level += [k.i for k in kids(act.trigger, "acl") if k.tag == "VB"]
    for _ in range(5):
        for i in level:
            others = tuple(
                p for p in scene.party(i) if p.code and p.kind != "agency" and not same((p,), act.actors)
            )
            if others:
                return others
        level = [
            k.i
            for i in level
            for k in kids(i)
            if k.dep in _INWARDS or (k.dep == "acl" and k.tag in {"VBN", "VB"})
        ]
        level = [i for i in level if tokens[i].lower not in {"after", "before", "since", "during"}]
    return ()


def _pointed_at(
    scene: Scene, act: Act, earlier: Sequence[Act], *, same_type: bool = False
) -> tuple[Party, ...]:
    """Whose act a word points back to: "rejected it", "called the decision unjustified", "denied the charge".

    The last act before by somebody else; nothing where the object is named or is new.  With ``same_type``
    only an act of a type that the word itself names: "the arrests".
    """
    for head in _objects(scene, act):
        token = scene.tokens[head]
        definite = any(k.lower in _DEFINITE for k in scene.sentence.kids(head, "det", "poss"))
        named = token.lower not in _POINTERS and bool(scene.party(head) or scene.owner(head))
        frames = scene.lexicon.nouns.get(token.lemma, ())
        if named or not (token.lower in _POINTERS or (definite and (frames or token.lemma in _ACT_NOUNS))):
            continue
        types = {f.type for f in frames}
        alike = [a for a in earlier if a.type in types]
        candidates: list[Act] = list(reversed(alike))
        if not same_type:
            candidates += reversed(earlier)
        for other in candidates:
            if other.trigger == act.trigger and other.verb == act.verb:
                continue
            if other.actors and not same(other.actors, act.actors):
                return without(other.actors, act.actors)
            if other.type in {"CONSULT", "AGREE"} and other.type in types | {"AGREE"}:
                rest = tuple(p for p in (*other.actors, *other.recipients) if not same((p,), act.actors))
                if rest:
                    return rest
            if other.type == "ACCUSE" and same(other.recipients, act.actors):
                return other.actors
            if other.type in _VERBAL and other.recipients and same(other.actors, act.actors):
                return without(other.recipients, act.actors)
    return ()


def _objects(scene: Scene, act: Act) -> list[int]:
    """What a judging verb is about: its object, what its content is about, or the subject of the predicate."""
    clause = scene.clause(act.verb)
    heads = list(clause.get("object", []))
    for comp in clause.get("comp", []):
        heads += [k.i for k in scene.sentence.kids(comp, "nsubj")]
        if scene.tokens[comp].pos == "VERB" and "denial" in act.frame:
            heads.append(comp)
    return heads


def _condition(scene: Scene, i: int) -> tuple[Party, ...]:
    """Whose doing a threat hangs on: the subject of its if-clause."""
    marks = scene.lexicon.words["condition"]
    for kid in scene.sentence.kids(i, "advcl"):
        if any(k.lower in marks for k in scene.sentence.kids(kid.i, "mark", "advmod", "aux")):
            return fill(scene, kid.i, "object" if scene.passive(kid.i) else "subject")
    for comp in scene.sentence.kids(i, "ccomp", "xcomp"):
        found = _condition(scene, comp.i)
        if found:
            return found
    return ()


def _companion(act: Act, found: Sequence[Act]) -> tuple[Party, ...]:
    """The other side of the act before it in the sentence, by the same doer: "sanctioned X and threatened force"."""
    for other in reversed(found):
        if other.recipients and same(other.actors, act.actors) and not same(other.recipients, act.actors):
            return other.recipients
    return ()


def _spoken(scene: Scene, act: Act) -> Act | None:
    """An accusation without an act is an act of its speaker: "X claimed they were conspiring against it"."""
    saying, speakers = speaker_over(scene, act.verb)
    accused = without(act.recipients or act.actors, speakers)
    if not speakers or not accused:
        return None
    return replace(
        act, actors=speakers, recipients=accused, weak=False, verb=saying, used=act.used | {saying}
    )


def speaker_over(scene: Scene, i: int) -> tuple[int, tuple[Party, ...]]:
    """The verb of saying that a clause hangs on, and its subject."""
    for _ in range(6):
        token = scene.tokens[i]
        if token.head == i:
            break
        head = scene.tokens[token.head]
        if (
            token.dep == "ccomp"
            and head.pos == "VERB"
            and any(
                one.kind in {"say", "warn", "announce", "admit"}
                for one in scene.lexicon.verb_operators.get(head.lemma, ())
            )
        ):
            return head.i, fill(scene, head.i, "subject")
        if token.dep not in {"conj", "xcomp", "ccomp", "advcl", "parataxis", "pcomp", "prep"}:
            break
        i = head.i
    return i, ()


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
