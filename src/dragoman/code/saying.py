"""What verbs of saying lay to whom: active, passive, and "quoted as saying"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from dragoman.code import contents, speakers
from dragoman.code.cues import QUOTED, Cue, Cues
from dragoman.code.ground import Ground
from dragoman.code.speakers import Voice, voices
from dragoman.model import Span, Token

__all__ = ["Found", "Search", "by_verb"]

_FINITE = frozenset({"VBD", "VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Found:
    """A cue in a sentence with its sources and its content; ``at`` is the token that carries it.

    ``hearer`` is the head of who was told; ``passed_by`` the token of the cue that passes this one on.
    """

    at: int
    voices: tuple[Voice, ...]
    cue: tuple[int, int]
    content: tuple[Span, ...]
    stance: str
    certainty: str
    hearer: int | None = None
    passed_by: int | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """A sentence to look through, the words to look for, and whether attitudes count.

    ``before`` is a quotation that ends right before the sentence and may be what it says.
    """

    ground: Ground
    cues: Cues
    before: Span | None
    attitudes: bool


@dataclass(frozen=True, slots=True)
class _Said:
    """A verb read as a cue, with its preposition where that belongs to it."""

    verb: int
    cue: Cue
    particle: int | None

    def takes(self, attitudes: bool) -> frozenset[str]:
        """What may be the content here."""
        return self.cue.takes | self.cue.attitude if attitudes else self.cue.takes


def by_verb(search: Search, verb: int) -> list[Found]:
    """What a verb lays to its subject, or in the passive to its agent or to nobody."""
    ground = search.ground
    token = ground.tokens[verb]
    if token.dep in {"aux", "auxpass"} or _unsaid(ground, verb):
        return []
    if token.dep == "pcomp" and token.tag == "VBG":
        quoted = _quoted_as(search, verb)
        if quoted:
            return quoted
    passive = speakers.passive(ground, verb) or (token.tag == "VBN" and token.dep == "acl")
    for said in _readings(ground, verb, search.cues):
        made = _passive(search, said) if passive else _active(search, said)
        if made is not None:
            return [made]
    return []


def _unsaid(ground: Ground, verb: int) -> bool:
    """Whether nobody has said it: "may say", "to argue that" as a purpose, "let them claim"."""
    token = ground.tokens[verb]
    if token.tag != "VB":
        return False
    helpers = ground.sentence.kids(verb, "aux")
    if any(k.tag == "TO" for k in helpers):
        return token.dep != "xcomp"
    return not any(k.lemma == "do" for k in helpers)


def _readings(ground: Ground, verb: int, cues: Cues) -> list[_Said]:
    """The cues that a verb can be, with its preposition where that belongs to it, the longer first."""
    token = ground.tokens[verb]
    found: list[_Said] = []
    for kid in _particles(ground, verb):
        cue = cues.verbs.get(f"{token.lemma}_{kid.lower}") if kid.i > verb else None
        if cue is not None:
            found.append(_Said(verb, cue, None if kid.dep in {"prt", "advmod"} else kid.i))
    plain = cues.verbs.get(token.lemma)
    if plain is not None:
        found.append(_Said(verb, plain, None))
    elif not found and token.tag in _FINITE and ground.quotes and not ground.inner[verb]:
        found.append(_Said(verb, QUOTED, None))
    return found


def _particles(ground: Ground, verb: int) -> list[Token]:
    """The prepositions and particles of a verb, with those that the parser hangs on its object or a date."""
    sentence = ground.sentence
    found = sentence.kids(verb, "prep", "prt", "agent", "advmod", "dative")
    nouns = sentence.kids(verb, "dobj", "npadvmod")
    nouns += [k for prep in found for k in sentence.kids(prep.i, "pobj") if k.ent == "DATE"]
    return found + [k for noun in nouns if noun.i > verb for k in sentence.kids(noun.i, "prep")]


def _cue_stretch(ground: Ground, said: _Said) -> tuple[int, int]:
    return contents.cue_stretch(ground, said.verb, said.particle if said.particle == said.verb + 1 else None)


def _active(search: Search, said: _Said) -> Found | None:
    """What the subject of a verb says."""
    ground, verb, cue = search.ground, said.verb, said.cue
    tokens = ground.tokens
    head = speakers.subject(ground, verb)
    if head is None or tokens[head].lower in search.cues.nobody:
        return None
    positions = contents.complement(ground, verb, said.takes(search.attitudes), said.particle)
    if head in positions or (cue is QUOTED and not ground.speech(positions)):
        positions = []
    who = voices(ground, head, search.cues, {*positions, verb})
    source = {i for v in who for i in range(v.first, v.last)}
    span = _cue_stretch(ground, said)
    if cue.takes and said.particle is None:
        own = contents.own_clause(ground, verb, source if tokens[head].head == verb else ())
        positions = _with_quotations(search, said, positions, own)
        if not positions and search.before is not None and min(own) == 0 and cue is not QUOTED:
            return Found(verb, who, span, (search.before,), _stance(search, said), _certainty(cue, who))
    quote = ground.quote_at(verb)
    if quote is not None:
        # Who speaks within a quotation lays claim to nothing outside of it.
        positions = [i for i in positions if ground.quote_at(i) is quote]
    content = ground.spans(positions, source | set(range(*span))) if positions else ()
    if not content or not who:
        return None
    hearers = ground.sentence.kids(verb, "dobj", "dative") if cue.told else []
    hearer = next((k.i for k in hearers if k.i > verb and k.i not in positions), None)
    return Found(verb, who, span, content, _stance(search, said), _certainty(cue, who), hearer)


def _with_quotations(search: Search, said: _Said, positions: list[int], own: Collection[int]) -> list[int]:
    """The complement with a quotation before it; without one, what stands beside the words of saying."""
    ground, verb = search.ground, said.verb
    if positions:
        if not ground.quotes:
            return positions
        first = contents.quoted_beside(ground, min(own), len(ground.tokens) - 1)
        first = [i for i in first if i < min(own)]
        return [*first, *positions] if first and ground.speech(first) else positions
    if "clause" not in said.cue.takes:
        return []
    found = [i for i in contents.beside(ground, verb, own) if i not in own]
    if said.cue is QUOTED and not ground.speech(found):
        return []
    return found + (_going_on(ground, verb, search.cues) if found else [])


def _going_on(ground: Ground, verb: int, cues: Cues) -> list[int]:
    """The rest of a content into which the words of saying are thrown: "..., he said, and seized weapons"."""
    sentence, tokens = ground.sentence, ground.tokens
    for kid in sentence.kids(verb, "conj"):
        joint = next((k for k in sentence.kids(verb, "cc") if verb < k.i < kid.i), None)
        if joint is None or tokens[joint.i - 1].text != "," or kid.lemma in cues.verbs:
            continue
        if not sentence.kids(kid.i, "nsubj", "nsubjpass"):
            return list(range(joint.i, max(sentence.subtree(kid.i)) + 1))
    return []


def _passive(search: Search, said: _Said) -> Found | None:
    """What "is believed to have", "it is said that" and "was confirmed by" lay to nobody or to the agent."""
    ground, verb, cue = search.ground, said.verb, said.cue
    sentence = ground.sentence
    agent = speakers.subject(ground, verb)
    takes = said.takes(search.attitudes)
    # What was the verb's object in the active is its subject here.
    clausal = (takes - {"object"}) | (_NON_FINITE if cue.takes else frozenset())
    positions = contents.complement(ground, verb, clausal, said.particle)
    subjects = sentence.kids(verb, "nsubjpass")
    if positions and not cue.told and subjects and subjects[0].lower not in {"it", "there"}:
        positions = sentence.subtree(subjects[0].i) + positions
    elif not positions and agent is not None and subjects and "object" in takes:
        positions = sentence.subtree(subjects[0].i)
    if not positions or (agent is not None and agent in positions):
        return None
    who = voices(ground, agent, search.cues, {verb}) if agent is not None else ()
    span = _cue_stretch(ground, said)
    barred = set(range(*span)) | {i for v in who for i in range(v.first, v.last)}
    content = ground.spans([i for i in positions if i not in barred], barred)
    if not content:
        return None
    certainty = _certainty(cue, who)
    if not who and certainty == "stated" and not cue.told:
        certainty = "alleged"
    return Found(verb, who, span, content, _stance(search, said), certainty)


_NON_FINITE = frozenset({"infinitive", "gerund"})


def _quoted_as(search: Search, verb: int) -> list[Found]:
    """Who is quoted in "was quoted as saying", and who quotes in "quoted a general as saying"."""
    ground, cues = search.ground, search.cues
    tokens, sentence = ground.tokens, ground.sentence
    above = tokens[tokens[verb].head]
    outer = above.head
    if above.lower != "as" or tokens[outer].lemma not in cues.quoted_as:
        return []
    cue = cues.verbs.get(tokens[verb].lemma)
    if cue is None:
        return []
    positions = contents.complement(ground, verb, cue.takes, None)
    if not positions:
        own = contents.own_clause(ground, outer, ())
        positions = [i for i in contents.beside(ground, outer, own) if i not in own]
    inner = sentence.kids(outer, "nsubjpass") or [k for k in sentence.kids(outer, "dobj") if k.i < verb]
    if not inner and tokens[outer].dep == "acl":
        inner = [tokens[tokens[outer].head]]
    if not positions or not inner or inner[0].i in positions:
        return []
    first = contents.cue_stretch(ground, outer)[0]
    who = voices(ground, inner[0].i, cues, {*positions, *range(first, outer + 1), above.i, verb})
    quoter = speakers.subject(ground, outer)
    active = not speakers.passive(ground, outer) and tokens[outer].dep != "acl"
    start = first if not active else above.i
    barred = set(range(start, verb + 1)) | {i for v in who for i in range(v.first, v.last)}
    content = ground.spans(positions, barred)
    if not content:
        return []
    stance = "doubts" if sentence.kids(outer, "neg") else cue.stance
    certainty, passed_by = _certainty(cue, who), outer if quoter is not None else None
    found = [Found(verb, who, (start, verb + 1), content, stance, certainty, None, passed_by)]
    if quoter is not None and quoter not in positions:
        told_by = voices(ground, quoter, cues, {outer})
        found.append(Found(outer, told_by, contents.cue_stretch(ground, outer), content, "affirms", "stated"))
    return found


def _stance(search: Search, said: _Said) -> str:
    """The cue's stance; who "did not say" or "declined to say" a thing leaves it in doubt."""
    ground = search.ground
    token = ground.tokens[said.verb]
    if ground.sentence.kids(said.verb, "neg"):
        return "doubts"
    if token.dep == "xcomp" and ground.tokens[token.head].lemma in search.cues.withheld:
        return "doubts"
    return said.cue.stance


def _certainty(cue: Cue, who: Collection[Voice]) -> str:
    if cue.certainty != "stated":
        return cue.certainty
    return next((v.certainty for v in who if v.certainty), "stated")
