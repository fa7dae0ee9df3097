"""The events that dictionaries find in one sentence: who, to whom, and the code of what was done."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from dragoman.catalogue.petrarch import NO_EVENT, Dictionaries, Verb
from dragoman.code.petrarch.matching import Bound, Row, match
from dragoman.code.petrarch.naming import NOBODY, Known, Named, Unit, named_in, units_of
from dragoman.code.petrarch.wording import Word, kept_words, spelt, unlisted_commas
from dragoman.languages import read_yaml
from dragoman.model import Sentence, Token

#: Tags of verbs that make a clause.
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LIKE_ADJECTIVES = frozenset({"compound", "nmod"})

__all__ = ["Event", "Reason", "discarded", "dropped", "events_in"]


@dataclass(frozen=True, slots=True)
class Reason:
    """The token of the verb, the place of the line that gave the code, and the words that its pattern asks for."""

    verb: int
    place: str
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Event:
    """One party that did something to another, and what in the dictionary said so.

    A target that is not known is None.
    """

    source: Named
    target: Named | None
    cameo: str
    why: Reason

    @property
    def codes(self) -> tuple[str, str, str]:
        """Source, target and CAMEO code, as they are compared with gold."""
        return (self.source.code, NOBODY if self.target is None else self.target.code, self.cameo)


@dataclass(frozen=True, slots=True)
class _Told:
    """The code that a verb has where it stands, with the parties that its pattern binds."""

    code: str
    bound: Bound
    why: Reason


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where a verb stands among the words: from ``first`` to ``last``, its phrase to ``end`` (both excluded)."""

    first: int
    last: int
    end: int


def discarded(sentence: Sentence, dictionaries: Dictionaries) -> str:
    """What the discards drop for this sentence: the sentence, the whole story, or nothing (empty)."""
    return dictionaries.discards.anywhere([word.text for word in spelt(sentence)]) or ""


def dropped(sentences: Iterable[Sentence], dictionaries: Dictionaries) -> bool:
    """Whether the discards drop the whole story."""
    return any(discarded(one, dictionaries) == "story" for one in sentences)


def events_in(
    sentence: Sentence, dictionaries: Dictionaries, day: date | None, known: Sequence[Known] = ()
) -> list[Event]:
    """The events of a sentence in order, with the actors' codes that hold on a day.

    ``known`` are parties that are known from elsewhere; they go before those of the dictionaries.
    """
    if discarded(sentence, dictionaries):
        return []
    words = spelt(sentence)
    verbs = _odd_verbs(sentence, words, dictionaries)
    found = named_in(words, dictionaries, day, known)
    return _Hunt(sentence, dictionaries, words, units_of(sentence, found, verbs), verbs).events()


def _odd_verbs(sentence: Sentence, words: Sequence[Word], dictionaries: Dictionaries) -> frozenset[int]:
    """The positions of words that are verbs whatever the parse takes them for.

    These are verbs of several words, finite verbs that hang on a noun like an adjective, and in a sentence
    without any finite verb the first that can be one.
    """
    texts = [word.text for word in words]
    odd = {t.i for t in sentence.tokens if t.tag in _FINITE and t.dep in _LIKE_ADJECTIVES and t.head > t.i}
    for k, text in enumerate(texts):
        for verb in dictionaries.verbs.of(text):
            first = k - verb.at
            if (
                len(verb.words) > 1
                and first >= 0
                and tuple(texts[first : first + len(verb.words)]) == verb.words
            ):
                odd |= {word.token for word in words[first : first + len(verb.words)]}
    if not any(token.tag in _FINITE for token in sentence.tokens):
        alone = (word.token for k, word in enumerate(words) if k and dictionaries.verbs.of(word.text))
        odd |= set(list(alone)[:1])
    return frozenset(odd)


@cache
def _reporting() -> frozenset[str]:
    return frozenset(read_yaml("en", "calendar.yaml")["reporting"])


class _Hunt:
    """One sentence while its verbs are asked, from the first to the last."""

    def __init__(
        self,
        sentence: Sentence,
        dictionaries: Dictionaries,
        words: Sequence[Word],
        units: Sequence[Unit],
        odd: Collection[int],
    ) -> None:
        self.sentence, self.dictionaries, self.odd = sentence, dictionaries, odd
        lists = [(unit.first, unit.last) for unit in units]
        commas = unlisted_commas(sentence, lists)
        tail = self._tail(commas)
        self.words, self.commas = kept_words(sentence, words, commas, tail=tail)
        self.tail = tail if tail in self.commas else None
        self.texts = [word.text for word in self.words]
        self.units = [(span, unit) for unit in units if (span := self._span(unit))]

    def _span(self, unit: Unit) -> tuple[int, int] | None:
        """Where a unit stands among the words that are left."""
        inside = [k for k, word in enumerate(self.words) if unit.first <= word.token < unit.last]
        return (inside[0], inside[-1] + 1) if inside else None

    def events(self) -> list[Event]:
        """All events, each once."""
        found: list[Event] = []
        k = 0
        while k < len(self.words):
            after = self._asked(k, found)
            k = max(after, k + 1)
        return list({event.codes: event for event in reversed(found)}.values())[::-1]

    def _asked(self, k: int, found: list[Event]) -> int:
        """Ask the word at a position, add its events, and tell where the search goes on.

        What the parse takes for no verb is one nevertheless where it heads the sentence.
        """
        token = self.sentence.tokens[self.words[k].token]
        if not (token.tag.startswith("VB") or token.dep == "ROOT" or token.i in self.odd):
            return k + 1
        for verb in self.dictionaries.verbs.of(self.words[k].text):
            first = k - verb.at
            last = first + len(verb.words)
            if first < 0 or tuple(self.texts[first:last]) != verb.words:
                continue
            at = _Stand(first, last, self._end(token, first, last))
            told = self._told(verb, at, token.i)
            if told is not None:
                found += self._made(told, at)
                return at.end
        return k + 1

    def _told(self, verb: Verb, at: _Stand, token: int) -> _Told | None:
        """The code that a verb has here: that of its first pattern that matches, else its own."""
        before, after = self._before(at.first), self._after(at)
        for pattern in verb.block.patterns:
            bound = match(pattern, before, after)
            if bound is not None:
                why = Reason(token, pattern.place, pattern.words)
                return None if pattern.code.startswith(NO_EVENT) else _Told(pattern.code, bound, why)
        if not verb.code or verb.code.startswith(NO_EVENT):
            return None
        return _Told(verb.code, Bound(), Reason(token, verb.place))

    def _before(self, first: int) -> Row:
        """The words before a verb, back to the beginning or to a comma, the nearest first."""
        start = self._start(first)
        units = {first - b: (first - a, unit) for (a, b), unit in self.units if start <= a and b <= first}
        return Row(self.texts[start:first][::-1], units, backwards=True)

    def _start(self, first: int) -> int:
        token = self.words[first].token
        comma = max((c for c in self.commas if c < token), default=-1)
        return next(k for k, word in enumerate(self.words) if word.token > comma)

    def _after(self, at: _Stand) -> Row:
        """The words of a verb's phrase after it."""
        last, end = at.last, at.end
        units = {a - last: (b - last, unit) for (a, b), unit in self.units if last <= a and b <= end}
        reach = [min(self._phrase_end(k), end) - last for k in range(last, end)]
        return Row(self.texts[last:end], units, reach)

    def _phrase_end(self, k: int) -> int:
        """Where the phrase ends that the word at a position opens."""
        ends = max(self.sentence.subtree(self.words[k].token))
        after = next((j for j in range(k, len(self.words)) if self.words[j].token > ends), len(self.words))
        return max([after, *(b for (a, b), _ in self.units if a <= k < b)])

    def _end(self, verb: Token, first: int, last: int) -> int:
        """Where the phrase of a verb ends: with what hangs on it, before what is joined to it by "and".

        A word that the parse takes for no verb of a clause has the rest of the sentence.
        """
        sentence = self.sentence
        tokens = [self.words[k].token for k in range(first, last)]
        sure = verb.tag.startswith("VB") and not (verb.i in self.odd and verb.dep in _LIKE_ADJECTIVES)
        ends = max(max(sentence.subtree(i)) for i in tokens) + 1 if sure else len(sentence.tokens)
        for kid in (kid for i in tokens for kid in sentence.kids(i, "conj")):
            if kid.i > tokens[-1] and kid.tag.startswith(("VB", "MD")):
                ends = min(ends, *(i for i in sentence.subtree(kid.i) if i > tokens[-1]))
        if self.tail is not None and verb.i < self.tail:
            ends = min(ends, self.tail)
        return next((k for k in range(last, len(self.words)) if self.words[k].token >= ends), len(self.words))

    def _tail(self, commas: Sequence[int]) -> int | None:
        """The comma after which the sentence only says who reported it."""
        comma = max(commas, default=None)
        if comma is None:
            return None
        for token in self.sentence.tokens[comma + 1 :]:
            if token.tag.startswith(("VB", "MD", "WDT", "WP")):
                return comma if token.lemma in _reporting() else None
        return None

    def _made(self, told: _Told, at: _Stand) -> Iterator[Event]:
        """The events of a verb: its source and its target, each with each."""
        start = self._start(at.first)
        upper = [unit for (a, b), unit in self.units if start <= a and b <= at.first]
        lower = [unit for (a, b), unit in self.units if at.last <= a and b <= at.end]
        turned = told.bound == Bound() and self._passive(told.why.verb, at)
        if turned:
            lower = self._by(at) or lower
        source = told.bound.source or _source([u for u in upper if u is not told.bound.target])
        if source is None:
            return
        target = told.bound.target or _target(source, upper, lower)
        if turned and target is not None:
            source, target = target, source
        yield from _pairs(source, target, told)

    def _passive(self, verb: int, at: _Stand) -> bool:
        """Whether a verb is told in the passive with the one who did it: "was seen by"."""
        sentence = self.sentence
        if "BY" not in self.texts[at.last : at.end] or not sentence.kids(verb, "auxpass"):
            return False
        return any(kid.lower == "by" for kid in sentence.kids(verb, "agent", "prep"))

    def _by(self, at: _Stand) -> list[Unit]:
        by = self.texts.index("BY", at.last, at.end)
        return [unit for (a, b), unit in self.units if by < a and b <= at.end]


def _source(upper: Sequence[Unit]) -> Unit | None:
    """The first in the sentence that is known, else the first that has a role alone."""
    named = [unit for unit in upper if unit.named]
    return next((unit for unit in named if unit.known), named[0] if named else None)


def _target(source: Unit, upper: Sequence[Unit], lower: Sequence[Unit]) -> Unit | None:
    """The first after the verb that is another one; then one with a role alone; then the nearest before the verb."""
    for units in (lower, upper[::-1]):
        others = [u for u in units if u.named and u is not source and u.codes != source.codes]
        if others:
            return next((unit for unit in others if unit.known), others[0])
    return None


def _pairs(source: Unit, target: Unit | None, told: _Told) -> Iterator[Event]:
    there, colon, back = told.code.partition(":")
    for one in source.named:
        for other in target.named if target is not None else (None,):
            if other is not None and one.code == other.code:
                continue
            if there:
                yield Event(one, other, there, told.why)
            if colon and back and other is not None:
                yield Event(other, one, back, told.why)
