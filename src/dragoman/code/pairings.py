"""What the classifier makes of the parties of each sentence, taken two by two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.code.classifier import Judged, Pair, classifier
from dragoman.model import Resolution, Sentence

__all__ = ["Pairing", "pairings", "phrases_of", "trigger_words"]

#: Parties of one sentence that are taken two by two, the first by their place.
_MOST = 6

#: How a name hangs on the noun that it belongs to, and what else stands before a noun.
_WITHIN = frozenset({"poss", "amod", "compound", "nmod", "nummod"})
_BESIDE = frozenset({"amod", "compound", "nmod", "conj"})
_BEFORE = _WITHIN | {"det", "predet", "quantmod", "case"}
_OF = frozenset({"of", "in", "at", "from"})
#: Words that belong to a verb and are not it.
_HELPING = frozenset({"aux", "auxpass", "neg", "prt"})
#: Words that point at a party which stands elsewhere in the sentence.
_POINTING = frozenset({"WP", "WDT", "WP$", "PRP$"})


@dataclass(frozen=True, slots=True)
class Pairing:
    """A source and a target by the heads that stand for each (none: nobody told), the likelihood of each label,
    and the token that tells of the act, if there is one."""

    sentence: int
    source: tuple[int, ...]
    target: tuple[int, ...]
    shares: dict[str, float]
    trigger: int | None

    @property
    def label(self) -> str:
        """The likeliest label."""
        return max(self.shares, key=lambda label: self.shares[label])


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun phrase that stands for a party: the heads whose parties it names, and its half-open tokens."""

    heads: tuple[int, ...]
    first: int
    last: int


class _Pairings:
    """The step: sentences of all reports of a batch are judged together."""

    name = "code.pairings.pairings"
    reads = ("report", "sentences", "resolutions")
    writes = "pairings"

    def __call__(self, *columns: Sequence[Any]) -> Sequence[tuple[Pairing, ...]]:
        reports, sentences, resolutions = columns
        asked = [
            (number, sentence, report.text[slice(*sentence.span)], list(_pairs(phrases)))
            for number, (report, told, found) in enumerate(zip(reports, sentences, resolutions, strict=True))
            for sentence, phrases in _worth_asking(told, found)
        ]
        out: list[list[Pairing]] = [[] for _ in reports]
        if asked:
            model = classifier()
            plain = [
                model.plain(text, [_spans(sentence, pair) for pair in pairs])
                for _, sentence, text, pairs in asked
            ]
            for (number, sentence, _, pairs), judged in zip(asked, model.judge_plain(plain), strict=True):
                out[number] += [
                    _pairing(sentence, pair, one) for pair, one in zip(pairs, judged, strict=True)
                ]
        return [tuple(each) for each in out]


#: Fills ``pairings`` of a batch of readings.
pairings = _Pairings()


@cache
def trigger_words() -> frozenset[str]:
    """Lemmas that often tell of acts in the authored sentences."""
    learnt = files("dragoman.code.weights").joinpath("triggers.txt").read_text(encoding="utf-8")
    return frozenset(learnt.split())


def _worth_asking(
    sentences: Sequence[Sentence], resolutions: Sequence[Resolution]
) -> Iterator[tuple[Sentence, list[_Phrase]]]:
    """Sentences with two identified parties and a word that may tell of an act, with all parties' phrases."""
    by_sentence: dict[int, dict[int, Resolution]] = {}
    for one in resolutions:
        if one.parties:
            by_sentence.setdefault(one.sentence, {})[one.head] = one
    words = trigger_words()
    for sentence in sentences:
        heads = by_sentence.get(sentence.index, {})
        known = {p.code or p.key for one in heads.values() for p in one.parties} - {None, ""}
        if len(known) > 1 and any(t.lemma in words for t in sentence.tokens if t.pos in {"VERB", "NOUN"}):
            phrases = phrases_of(sentence, heads)[:_MOST]
            if len(phrases) > 1:
                yield sentence, phrases


def phrases_of(sentence: Sentence, heads: Mapping[int, Resolution]) -> list[_Phrase]:
    """The noun phrases that stand for parties; a name inside one belongs to it ("Kenya" in "Kenya's army")."""
    tokens, inside = sentence.tokens, dict[int, list[int]]()
    for head in sorted(heads):
        if tokens[head].tag not in _POINTING:
            inside.setdefault(_holder(sentence, head, heads), []).append(head)
    out = []
    for top, parts in sorted(inside.items()):
        known = {p.code for p in heads[top].parties}
        more = [h for h in parts if h != top and tokens[h].dep in _BESIDE and _new(heads[h], known)]
        noun = _noun(sentence, top)
        left = [
            i for k in sentence.kids(noun) if k.i < noun and k.dep in _BEFORE for i in sentence.subtree(k.i)
        ]
        first = min([heads[top].first, noun, *left])
        out.append(_Phrase((top, *more), first, max(heads[top].last, noun + 1)))
    return out


def _holder(sentence: Sentence, head: int, heads: Mapping[int, Resolution]) -> int:
    """The outermost party in whose noun phrase a name stands; itself where there is none."""
    found = at = head
    for _ in range(6):
        token = sentence.tokens[at]
        above = token.head
        if token.dep == "pobj" and sentence.tokens[above].lower in _OF:
            above = sentence.tokens[above].head
        elif token.dep not in _WITHIN and not (token.dep == "conj" and sentence.tokens[above].dep in _WITHIN):
            break
        if above == at or sentence.tokens[above].pos not in {"NOUN", "PROPN", "ADJ"}:
            break
        at = above
        if at in heads:
            found = at
    return found


def _noun(sentence: Sentence, head: int) -> int:
    """The noun to which a name belongs: "ruling" for "a Somali court ruling"."""
    for _ in range(4):
        token = sentence.tokens[head]
        if token.dep not in _WITHIN or sentence.tokens[token.head].pos not in {"NOUN", "PROPN"}:
            break
        head = token.head
    return head


def _new(mention: Resolution, known: set[str | None]) -> bool:
    """Whether a name brings a state or body that its phrase has not yet."""
    return any(p.code and p.code not in known for p in mention.parties)


def _pairs(phrases: Sequence[_Phrase]) -> Iterator[tuple[_Phrase | None, _Phrase | None]]:
    """Every ordered pair of phrases, and each alone on either side."""
    for one in phrases:
        for other in phrases:
            if one != other:
                yield one, other
        yield one, None
        yield None, one


def _spans(sentence: Sentence, pair: tuple[_Phrase | None, _Phrase | None]) -> Pair:
    """Where a pair's phrases stand in the sentence's own text."""
    one, other = (_span(sentence, phrase) if phrase is not None else None for phrase in pair)
    return one, other


def _span(sentence: Sentence, phrase: _Phrase) -> tuple[int, int]:
    start = sentence.span.start
    return sentence.tokens[phrase.first].start - start, sentence.tokens[phrase.last - 1].end - start


def _pairing(sentence: Sentence, pair: tuple[_Phrase | None, _Phrase | None], judged: Judged) -> Pairing:
    """What was judged, told by tokens."""
    trigger = None
    if judged.trigger is not None:
        at = judged.trigger[0] + sentence.span.start
        trigger = next((t.i for t in sentence.tokens if t.start <= at < t.end), None)
        # "Will" in "will withdraw" tells of the withdrawal.
        if trigger is not None and sentence.tokens[trigger].dep in _HELPING:
            trigger = sentence.tokens[trigger].head
    source, target = (phrase.heads if phrase is not None else () for phrase in pair)
    return Pairing(sentence.index, source, target, judged.shares, trigger)
