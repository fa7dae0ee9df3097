"""Where a report tells of people killed or taken captive, and of how many (codebook, Quantities)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.code.embed import embed
from dragoman.code.fate import after_of, casualty_at
from dragoman.code.lexicon import lexicon
from dragoman.code.numberwords import number_words
from dragoman.code.scene import Scene, make_scene
from dragoman.code.tense import tense_of
from dragoman.languages import read_yaml
from dragoman.model import Quantity, Sentence, Token

__all__ = ["Telling", "find_tellings"]

#: What stands for being captured in the figures of a report: the arrested too.
_KINDS = {"killed": "killed", "captured": "captured", "detained": "captured"}
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})


@dataclass(frozen=True, slots=True)
class Telling:
    """People of one noun phrase who were killed or captured; ``low`` is the least number.

    ``known`` says that the phrase speaks of people whom the report has named before ("the leader"), and
    ``more`` that it sets them apart from those told of so far ("another insurgent").  A plural that is
    ``known`` has no number of its own: its ``low`` is 0.
    """

    kind: str
    low: int
    sentence: int
    verb: int
    head: int
    noun: str
    known: bool = False
    more: bool = False
    summing: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    custody: dict[str, frozenset[str]]
    besides: frozenset[str]
    more: frozenset[str]
    known: frozenset[str]
    nobody: frozenset[str]
    seizing: frozenset[str]
    groups: frozenset[str]
    operations: frozenset[str]
    exceeding: frozenset[str]
    periods: tuple[str, ...]


@cache
def _words() -> _Words:
    rows = read_yaml("en", "tellings.yaml")
    custody = {verb: frozenset(nouns) for verb, nouns in rows["custody"].items()}
    names = ("besides", "more", "known", "nobody", "seizing", "groups", "operations", "exceeding")
    return _Words(custody, *(frozenset(rows[name]) for name in names), tuple(rows["periods"]))


def find_tellings(sentences: Sequence[Sentence], quantities: Sequence[Quantity]) -> list[Telling]:
    """The tellings of a report in reading order; what is quoted, planned, denied or recalled is none."""
    counted: dict[int, list[Quantity]] = {}
    for quantity in quantities:
        counted.setdefault(quantity.sentence, []).append(quantity)
    found: list[Telling] = []
    for sentence in sentences:
        found += _Teller(sentence, counted.get(sentence.index, [])).tellings()
    return found


class _Teller:
    """One sentence while its tellings are gathered."""

    def __init__(self, sentence: Sentence, quantities: Sequence[Quantity]) -> None:
        self.sentence, self.tokens = sentence, sentence.tokens
        self.quantities = quantities
        self.scene: Scene = make_scene(sentence, lexicon(), (), (), ())
        self.seen: set[int] = set()

    def tellings(self) -> list[Telling]:
        """Those of the verbs, then those of the nouns of harm."""
        found: list[Telling] = []
        if self._sums_a_period():
            return found
        for token in self.tokens:
            kind = self._kind(token)
            if kind is None or any(first <= token.i < last for first, last in self.sentence.quoted):
                continue
            if not self._told(token):
                continue
            for head in self._patients(token):
                if head not in self.seen and (told := self._telling(kind, token.i, head)) is not None:
                    self.seen.add(head)
                    found.append(told)
        return found

    def _sums_a_period(self) -> bool:
        """Whether the sentence sums up a time, not an operation: "since June", "this month"."""
        text = " ".join(["", *(t.lower for t in self.tokens), ""])
        return any(f" {phrase} " in text for phrase in _words().periods)

    def _several(self) -> bool:
        """Whether the sentence speaks of several operations at once."""
        return any(t.tag == "NNS" and t.lemma in _words().operations for t in self.tokens)

    def _kind(self, token: Token) -> str | None:
        """What a verb or a noun of harm does to people: killed, captured or nothing."""
        words = number_words()
        if token.pos == "VERB" or token.tag in {"VBN", "VBD", "VBG"}:
            harm = casualty_at(self.sentence, token.i, words)
            harm = harm or casualty_at(self.sentence, token.i, words, undergone=True)
            if harm is None and token.lemma in _words().custody:
                nouns = {
                    self.tokens[k].lower for k in self.sentence.subtree(token.i) if self.tokens[k].i - token.i < 12
                }
                harm = "detained" if nouns & _words().custody[token.lemma] else None
            return _KINDS.get(harm or "")
        if token.pos == "NOUN":
            for one in words.casualties:
                if token.lemma in one.nouns and token.lemma not in words.lists["tolls"]:
                    return _KINDS.get(one.item)
            role = words.nominal_roles.get(token.lemma)
            return _KINDS.get(role or "")
        return None

    def _told(self, token: Token) -> bool:
        """Whether the word tells of something that was done, and as news."""
        path = embed(self.scene, token.i, nominal=token.pos == "NOUN", type_="ASSAULT")
        if path.dropped or path.status not in {"occurred", "ongoing"} or path.future:
            return False
        if token.pos == "NOUN":
            return True
        if token.dep == "relcl":
            return self._told_on(token)
        return tense_of(self.sentence, token.i) not in {"infinitive", "past_perfect", "conditional", "future", "present"}

    def _told_on(self, token: Token) -> bool:
        """A clause behind a comma goes on with the news ("..., who was detained"); any other recalls."""
        first = min(self.sentence.subtree(token.i))
        return first > 0 and self.tokens[first - 1].lower == "," and tense_of(self.sentence, token.i) == "past"

    # -- who -----------------------------------------------------------------------------------

    def _patients(self, token: Token) -> Iterator[int]:
        """The heads of the noun phrases that say who was killed or captured."""
        kids = self.sentence.kids
        if token.pos == "NOUN":
            inner = after_of(self.sentence, token.i)
            heads = [inner] if inner is not None else [k.i for k in kids(token.i, "poss")]
            if not heads:
                heads = [token.i] if self._figure(token.i) else []
        else:
            heads = self._undergoers(token)
        for head in heads:
            if not any(k.lower in _words().nobody for k in kids(head)):
                yield from self._joined(head)
        for head in self._beside(token):
            yield from self._joined(head)

    def _undergoers(self, token: Token) -> list[int]:
        kids = self.sentence.kids
        words = number_words()
        if casualty_at(self.sentence, token.i, words, undergone=True):
            return [k.i for k in kids(token.i, "nsubj")]
        found = [k.i for k in kids(token.i, "dobj", "nsubjpass")]
        if not found and token.tag == "VBN":
            found = [k.i for k in kids(token.i, "nsubj")]
        if not found and token.dep in {"acl", "relcl"}:
            found = [token.head]
        if not found and token.dep == "conj":
            above = self.tokens[token.head]
            if above.pos == "VERB" and kids(token.i, "dobj") == [] and token.tag == above.tag:
                found = self._undergoers(above)
        return found

    def _joined(self, head: int) -> Iterator[int]:
        yield head
        for kid in self.sentence.kids(head, "conj"):
            if kid.pos in _NOMINAL:
                yield from self._joined(kid.i)

    def _beside(self, token: Token) -> Iterator[int]:
        """Those named beside the object: "along with four of his associates"."""
        for i in self.sentence.subtree(token.i):
            prep = self.tokens[i]
            if prep.dep == "prep" and self._besides(prep):
                yield from (k.i for k in self.sentence.kids(prep.i, "pobj"))

    def _besides(self, prep: Token) -> bool:
        before = self.tokens[prep.i - 1].lower if prep.i else ""
        return prep.lower in _words().besides or f"{before} {prep.lower}" in _words().besides

    # -- how many ------------------------------------------------------------------------------

    def _telling(self, kind: str, verb: int, head: int) -> Telling | None:
        words, token = _words(), self.tokens[head]
        before = [k.lower for k in self.sentence.kids(head) if k.i < head]
        if set(before) & words.nobody or token.lower in words.nobody:
            return None
        if not self._person(token, self.tokens[verb]):
            return None
        more = bool(set(before) & words.more) or token.lower in words.more
        figure = self._figure(head)
        if figure is not None:
            if not figure.low or figure.cumulative:
                return None
            known = bool(set(before) & words.known)
            return self._made(kind, self._least(figure), verb, token, known, more)
        return self._unnumbered(kind, verb, token, before, more)

    def _unnumbered(self, kind: str, verb: int, token: Token, before: list[str], more: bool) -> Telling:
        words = _words()
        known = bool(set(before) & words.known) or token.tag in {"PRP", "WP", "WDT", "NNP"}
        many = token.tag in {"NNS", "NNPS"} or token.lower in words.groups
        low = (0 if known else 2) if many else 1
        return self._made(kind, low, verb, token, known, more)

    def _made(self, kind: str, low: int, verb: int, token: Token, known: bool, more: bool) -> Telling:
        also = any(k.lower in _words().more for k in self.sentence.kids(verb, "advmod"))
        return Telling(kind, low, self.sentence.index, verb, token.i, token.lemma, known, more or also, self._several())

    def _least(self, figure: Quantity) -> int:
        """The least whole number: "more than 10" is 11."""
        start = " ".join(t.lower for t in self.tokens[figure.first : figure.first + 2])
        over = figure.high is None and any(f"{start} ".startswith(f"{w} ") for w in _words().exceeding)
        return int(figure.low or 0) + over

    def _figure(self, head: int) -> Quantity | None:
        for one in self.quantities:
            if one.unit is None and (one.head == head or one.first <= head < one.last):
                return one
        return None

    def _person(self, token: Token, verb: Token) -> bool:
        """Whether the phrase speaks of people: things are captured too."""
        if verb.lemma not in _words().seizing:
            return True
        lemma = token.lemma
        return (
            lemma in number_words().lists["persons"] or token.pos in {"PRON", "NUM"}
            or lemma.endswith(("or", "er", "ist", "ant"))
        )  # fmt: skip
