"""The attributions of one sentence: verbs, nouns, adverbs and phrases of saying, each with what it lays to whom."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from dragoman.catalogue import catalogue
from dragoman.code import contents, speakers
from dragoman.code.cues import QUOTED, Cue, Cues
from dragoman.code.ground import Ground
from dragoman.code.speakers import Voice, voices
from dragoman.model import Span

__all__ = ["Found", "in_sentence"]

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_SETS_OFF = frozenset({":", "—", "–", "―", "--"})
#: A name with its office is not longer.
_LONGEST_NAME = 12
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


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


def in_sentence(ground: Ground, cues: Cues, before: Span | None, attitudes: bool) -> list[Found]:
    """The attributions whose cue stands in a sentence, in the order of their cues.

    ``before`` is a quotation that ends right before the sentence and may be what it says.
    """
    found: list[Found] = []
    for token in ground.tokens:
        i = token.i
        if token.tag.startswith("VB"):
            if token.lower == "according" or _phrase(ground, i, cues):
                found += _according(ground, i, cues)
            else:
                found += _verb(ground, i, cues, before, attitudes)
        elif token.tag in {"NN", "NNS"} and token.lemma in cues.nouns:
            found += _noun(ground, i, cues)
        elif token.tag == "RB" and token.lower in cues.adverbs:
            found += _adverb(ground, i, cues)
        elif token.text in _SETS_OFF:
            found += _named_beside(ground, i, cues, before)
        elif token.lower in cues.first_words and _phrase(ground, i, cues):
            found += _according(ground, i, cues)
    for token in ground.tokens:
        if token.lemma in cues.passing_on:
            inner = _passed_on(ground, token.i, found, cues)
            found = [one for one in found if not inner or one.at != token.i] + inner
    return sorted(found, key=lambda one: one.at)


def _named_beside(ground: Ground, i: int, cues: Cues, earlier: Span | None) -> list[Found]:
    """A name with a colon before its words, or with a dash after them: no verb, and nothing else there."""
    tokens = ground.tokens
    colon = tokens[i].text == ":"
    said = i + 1 if colon else i - 1
    if 0 <= said < len(tokens) and ground.inner[said] and not ground.inner[i]:
        quote = ground.quote_at(said)
        span = quote.span if quote is not None else None
    else:
        span = earlier if i == 0 and not colon else None
    named = [k for k in (range(i) if colon else range(i + 1, len(tokens))) if tokens[k].pos != "PUNCT"]
    if span is None or not named or len(named) > _LONGEST_NAME:
        return []
    if any(ground.inner[k] or tokens[k].tag.startswith(("VB", "MD")) for k in named):
        return []
    head = next((k for k in named if tokens[k].pos in _NOUNS and tokens[k].head not in named), None)
    head = next((k for k in named if tokens[k].pos in _NOUNS and tokens[k].head == k), head)
    if head is None:
        return []
    voice = Voice(named[0], named[-1] + 1, head)
    return [Found(i, (voice,), (i, i + 1), (span,), "affirms", "stated")]


def _verb(ground: Ground, verb: int, cues: Cues, before: Span | None, attitudes: bool) -> list[Found]:
    """What a verb lays to its subject, or in the passive to its agent or to nobody."""
    token = ground.tokens[verb]
    if token.dep in {"aux", "auxpass"} or _unsaid(ground, verb):
        return []
    if token.dep == "pcomp" and token.tag == "VBG":
        quoted = _quoted_as(ground, verb, cues)
        if quoted:
            return quoted
    for cue, particle in _readings(ground, verb, cues):
        if speakers.passive(ground, verb) or (token.tag == "VBN" and token.dep == "acl"):
            made = _passive(ground, verb, cue, particle, cues, attitudes)
        else:
            made = _active(ground, verb, cue, particle, cues, before, attitudes)
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


def _readings(ground: Ground, verb: int, cues: Cues) -> list[tuple[Cue, int | None]]:
    """The cues that a verb can be, with its preposition where that belongs to it, the longer first."""
    token = ground.tokens[verb]
    found: list[tuple[Cue, int | None]] = []
    for kid in ground.sentence.kids(verb, "prep", "prt", "agent", "advmod", "dative"):
        cue = cues.verbs.get(f"{token.lemma}_{kid.lower}") if kid.i > verb else None
        if cue is not None:
            found.append((cue, None if kid.dep in {"prt", "advmod"} else kid.i))
    plain = cues.verbs.get(token.lemma)
    if plain is not None:
        found.append((plain, None))
    elif not found and token.tag in _FINITE and ground.quotes and not ground.inner[verb]:
        found.append((QUOTED, None))
    return found


def _active(
    ground: Ground,
    verb: int,
    cue: Cue,
    particle: int | None,
    cues: Cues,
    before: Span | None,
    attitudes: bool,
) -> Found | None:
    sentence, tokens = ground.sentence, ground.tokens
    token = tokens[verb]
    positions = contents.complement(ground, verb, cue, particle, attitudes=attitudes)
    if cue is QUOTED and not ground.speech(positions):
        positions = []
    head = speakers.subject(ground, verb)
    if head is None or ground.tokens[head].lower in cues.nobody:
        return None
    if head in positions:
        positions = []
    taken = set(positions)
    who = voices(ground, head, cues, taken | {verb})
    source = {i for v in who for i in range(v.first, v.last)}
    span = contents.cue_stretch(ground, verb, particle if particle == verb + 1 else None)
    content: tuple[Span, ...] = ()
    if not positions and "clause" in cue.takes and particle is None:
        own = contents.own_clause(ground, verb, source if ground.tokens[head].head == verb else ())
        positions = [i for i in contents.beside(ground, verb, own) if i not in own]
        positions += _going_on(ground, verb, cues) if positions else []
        if cue is QUOTED and not ground.speech(positions):
            return None
        if not positions and before is not None and min(own) == 0:
            content = (before,)
    elif cue.takes and ground.quotes and particle is None:
        own = contents.own_clause(ground, verb, source if ground.tokens[head].head == verb else ())
        first = [i for i in contents.quoted_beside(ground, min(own), len(ground.tokens) - 1) if i < min(own)]
        positions = [*(i for i in first if ground.speech(first)), *positions]
    if positions:
        content = ground.spans(positions, source | set(range(*span)))
    if not content or not who:
        return None
    stance = _stance(ground, verb, cue)
    if token.dep == "xcomp" and tokens[token.head].lemma in cues.withheld:
        stance = "doubts"
    hearers = sentence.kids(verb, "dobj", "dative") if cue.told else []
    hearer = next((k.i for k in hearers if k.i > verb and k.i not in positions), None)
    return Found(verb, who, span, content, stance, _certainty(cue, who), hearer)


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


def _passive(
    ground: Ground, verb: int, cue: Cue, particle: int | None, cues: Cues, attitudes: bool
) -> Found | None:
    """What "is believed to have", "it is said that" and "was confirmed by" lay to nobody or to the agent."""
    sentence = ground.sentence
    agent = speakers.subject(ground, verb)
    positions = contents.complement(ground, verb, _clausal(cue), particle, attitudes=attitudes)
    subjects = sentence.kids(verb, "nsubjpass")
    takes = cue.takes | cue.attitude if attitudes else cue.takes
    if positions and not cue.told and subjects and subjects[0].lower not in {"it", "there"}:
        positions = sentence.subtree(subjects[0].i) + positions
    elif not positions and agent is not None and subjects and takes & {"object"}:
        positions = sentence.subtree(subjects[0].i)
    if not positions or (agent is not None and agent in positions):
        return None
    who = voices(ground, agent, cues, {verb}) if agent is not None else ()
    span = contents.cue_stretch(ground, verb, particle if particle == verb + 1 else None)
    barred = set(range(*span)) | {i for v in who for i in range(v.first, v.last)}
    content = ground.spans([i for i in positions if i not in barred], barred)
    if not content:
        return None
    certainty = _certainty(cue, who)
    if not who and certainty == "stated" and not cue.told:
        certainty = "alleged"
    return Found(verb, who, span, content, _stance(ground, verb, cue), certainty)


def _clausal(cue: Cue) -> Cue:
    """A cue as it stands in the passive: what was its object there is its subject."""
    takes = (cue.takes - {"object"}) | ({"infinitive", "gerund"} if cue.takes else set())
    return replace(cue, takes=takes, attitude=cue.attitude - {"object"})


def _quoted_as(ground: Ground, verb: int, cues: Cues) -> list[Found]:
    """Who is quoted in "was quoted as saying", and who quotes in "quoted a general as saying"."""
    tokens, sentence = ground.tokens, ground.sentence
    above = tokens[tokens[verb].head]
    outer = above.head
    if above.lower != "as" or tokens[outer].lemma not in cues.quoted_as:
        return []
    cue = cues.verbs.get(tokens[verb].lemma)
    if cue is None:
        return []
    positions = contents.complement(ground, verb, cue, None, attitudes=False)
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
    found = [
        Found(
            verb,
            who,
            (start, verb + 1),
            content,
            _stance(ground, verb, cue),
            _certainty(cue, who),
            None,
            outer if quoter is not None else None,
        )
    ]
    if quoter is not None and quoter not in positions:
        told_by = voices(ground, quoter, cues, {outer})
        found.append(Found(outer, told_by, contents.cue_stretch(ground, outer), content, "affirms", "stated"))
    return found


def _phrase(ground: Ground, i: int, cues: Cues) -> tuple[str, ...]:
    """The phrase such as "according to" that begins at a token, if one does."""
    for words in cues.according:
        if tuple(t.lower for t in ground.tokens[i : i + len(words)]) == words:
            return words
    return ()


def _according(ground: Ground, i: int, cues: Cues) -> list[Found]:
    words = _phrase(ground, i, cues)
    if not words:
        return []
    tokens, sentence = ground.tokens, ground.sentence
    last = i + len(words) - 1
    inner = [k.i for k in sentence.kids(last, "pobj", "pcomp", "dobj") if k.i > last] or [
        k.i for k in sentence.kids(i, "pobj", "dobj") if k.i > last
    ]
    if not inner:
        return []
    phrase = set(sentence.subtree(i)) | set(range(i, last + 1))
    top = tokens[i].head
    while tokens[top].pos not in {"VERB", "AUX"} and tokens[top].head != top:
        top = tokens[top].head
    while (
        tokens[top].dep == "conj"
        and not sentence.kids(top, "nsubj", "nsubjpass", "expl")
        and tokens[top].head != top
    ):
        top = tokens[top].head
    at_edge = all(t.pos == "PUNCT" for t in tokens[:i]) or max(phrase) >= len(tokens) - 2
    clause = sentence.subtree(top) if not at_edge else _side_by_side(ground, top)
    who = _with_name(ground, i, voices(ground, inner[0], cues, range(i, last + 1)))
    barred = set(range(i, last + 1)) | {k for v in who for k in range(v.first, v.last)}
    content = ground.spans([k for k in clause if k not in phrase], barred)
    certainty = next((v.certainty for v in who if v.certainty), "stated")
    return [Found(i, who, (i, last + 1), content, "affirms", certainty)] if content else []


def _with_name(ground: Ground, i: int, who: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """A source with the name that follows it, where the parser cut it off: "the news agency INA"."""
    end = who[-1].last
    for kid in ground.sentence.kids(i, "pobj"):
        first, last = speakers.stretch(ground, kid.i)
        if first == end and kid.pos == "PROPN":
            return (*who[:-1], replace(who[-1], last=last, head=kid.i))
    return who


def _side_by_side(ground: Ground, top: int) -> list[int]:
    """The sentence, or the half of it that has a subject of its own and in which a verb stands."""
    sentence, tokens = ground.sentence, ground.tokens
    if tokens[top].dep not in {"conj", "ROOT"}:
        while tokens[top].head != top and tokens[top].dep not in {"conj", "ROOT"}:
            top = tokens[top].head
    if tokens[top].head == top:
        return list(range(len(tokens)))
    return sentence.subtree(top)


def _adverb(ground: Ground, i: int, cues: Cues) -> list[Found]:
    """What "reportedly" lays to nobody: the clause of its verb, or the phrase that it stands in."""
    sentence, tokens = ground.sentence, ground.tokens
    top = tokens[i].head
    if top == i:
        return []
    clause = set(sentence.subtree(top)) - {i}
    for kid in sentence.kids(top, "conj", "advcl", "parataxis"):
        if kid.i > i and sentence.kids(kid.i, "nsubj", "nsubjpass"):
            clause -= set(sentence.subtree(kid.i))
    content = ground.spans(
        [k for k in clause if tokens[k].dep not in {"cc", "mark"} or tokens[k].head != top], {i}
    )
    return [Found(i, (), (i, i + 1), content, "affirms", cues.adverbs[tokens[i].lower])] if content else []


def _noun(ground: Ground, i: int, cues: Cues) -> list[Found]:
    """What "the claim by X that ..." lays to X, or to nobody."""
    sentence, tokens = ground.sentence, ground.tokens
    clause = next(
        (
            k.i
            for k in sentence.kids(i, "acl", "ccomp")
            if k.i > i and any(m.lower == "that" for m in sentence.kids(k.i, "mark"))
        ),
        None,
    )
    cue = cues.nouns[tokens[i].lemma]
    if clause is None:
        return []
    who: tuple[Voice, ...] = ()
    owners = sentence.kids(i, "poss")
    for prep in sentence.kids(i, "prep"):
        if prep.lower in cues.behind and prep.i < clause:
            owners += sentence.kids(prep.i, "pobj")
    positions = sentence.subtree(clause)
    if owners:
        who = voices(ground, owners[0].i, cues, {i, *positions})
    elif tokens[i].dep == "dobj" and tokens[tokens[i].head].lemma in {
        "make",
        "issue",
        "have",
        "express",
        "give",
        "voice",
    }:
        head = speakers.subject(ground, tokens[i].head)
        who = voices(ground, head, cues, positions) if head is not None else ()
    if not who and cue.certainty == "stated":
        return []
    barred = {i} | {k for v in who for k in range(v.first, v.last)}
    content = ground.spans(positions, barred)
    return [Found(i, who, (i, i + 1), content, cue.stance, cue.certainty)] if content else []


def _passed_on(ground: Ground, i: int, found: list[Found], cues: Cues) -> list[Found]:
    """The inner source of "Yonhap reported, citing a Seoul official", and Yonhap's content without that."""
    tokens, sentence = ground.tokens, ground.sentence
    if tokens[i].tag != "VBG" or (0 < i and tokens[i - 1].text != ","):
        return []
    inner = [k.i for k in sentence.kids(i, "dobj", "pobj") if k.i > i and _speaks(ground, k.i, cues)]
    carriers = [one for one in found if one.voices and one.cue[0] != i]
    if not inner or not carriers:
        return []
    outer = next((c for c in carriers if c.at == tokens[i].head), None)
    outer = outer or min(carriers, key=lambda c: (c.at > i, abs(c.at - i)))
    content = outer.content
    if _within(ground, i, content):
        start = tokens[i - 1].start
        content = tuple(Span(s, min(e, start)) for s, e in content if s < start)
        found[found.index(outer)] = replace(outer, content=content)
    who = voices(ground, inner[0], cues, {i})
    certainty = next((v.certainty for v in who if v.certainty), outer.certainty)
    return [Found(i, who, (i, i + 1), content, outer.stance, certainty, None, outer.at)]


def _speaks(ground: Ground, i: int, cues: Cues) -> bool:
    """Whether a noun can be a source: a name, an office, or a word for those who speak or carry words."""
    token = ground.tokens[i]
    if token.pos in {"PROPN", "PRON"} or token.lemma in cues.carriers or token.lemma in cues.speakers:
        return True
    return catalogue().role(token.lemma) is not None or any(ground.tokens[k].ent in _NAMES for k in (i,))


def _within(ground: Ground, i: int, content: Collection[Span]) -> bool:
    start = ground.tokens[i].start
    return any(span.start <= start < span.end for span in content)


def _stance(ground: Ground, verb: int, cue: Cue) -> str:
    """The cue's stance; who "did not say" a thing leaves it in doubt."""
    return "doubts" if ground.sentence.kids(verb, "neg") else cue.stance


def _certainty(cue: Cue, who: Collection[Voice]) -> str:
    if cue.certainty != "stated":
        return cue.certainty
    return next((v.certainty for v in who if v.certainty), "stated")
