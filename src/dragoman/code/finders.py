"""The attributions of one sentence: verbs, nouns, adverbs and phrases of saying, and chains of sources."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from dragoman.catalogue import catalogue
from dragoman.code import speakers
from dragoman.code.cues import Cues
from dragoman.code.ground import Ground
from dragoman.code.saying import Found, Search, by_verb
from dragoman.code.speakers import Voice, voices
from dragoman.model import Span

__all__ = ["in_sentence"]

_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_SETS_OFF = frozenset({":", "—", "–", "―", "--"})
#: A name with its office is not longer.
_LONGEST_NAME = 12
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def in_sentence(search: Search) -> list[Found]:
    """The attributions whose cue stands in a sentence, in the order of their cues."""
    ground, cues = search.ground, search.cues
    found: list[Found] = []
    for token in ground.tokens:
        if token.lower in cues.first_words and _phrase(ground, token.i, cues):
            found += _according(ground, token.i, cues)
        elif token.tag.startswith("VB"):
            found += by_verb(search, token.i)
        elif token.lemma in cues.nouns and token.tag in {"NN", "NNS"}:
            found += _noun(ground, token.i, cues)
        elif token.tag == "RB" and token.lower in cues.adverbs:
            found += _adverb(ground, token.i, cues)
        elif token.text in _SETS_OFF:
            found += _named_beside(ground, token.i, search.before)
    for token in ground.tokens:
        if token.lemma in cues.passing_on:
            inner = _passed_on(ground, token.i, found, cues)
            found = [one for one in found if not inner or one.at != token.i] + inner
    return sorted(found, key=lambda one: one.at)


def _named_beside(ground: Ground, i: int, earlier: Span | None) -> list[Found]:
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
    if tokens[i].tag != "VBG" or (i > 0 and tokens[i - 1].text != ","):
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
    return catalogue().role(token.lemma) is not None or token.ent in _NAMES


def _within(ground: Ground, i: int, content: Collection[Span]) -> bool:
    start = ground.tokens[i].start
    return any(span.start <= start < span.end for span in content)
