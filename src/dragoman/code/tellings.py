"""Where a report tells of people killed or taken captive, and of how many (codebook, Quantities)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.code.embed import embed
from dragoman.code.fate import after_of, casualty_at
from dragoman.code.lexicon import lexicon
from dragoman.code.numberwords import number_words
from dragoman.code.scene import make_scene
from dragoman.code.tellingwords import telling_words
from dragoman.code.tense import tense_of
from dragoman.model import Quantity, Sentence, Token

__all__ = ["Telling", "find_tellings"]

#: What stands for being captured in the figures of a report: the arrested too.
_KINDS = {"killed": "killed", "captured": "captured", "detained": "captured"}
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
_UNTOLD = frozenset({"infinitive", "past_perfect", "conditional", "future", "present"})
_MODIFIES = frozenset({"compound", "amod", "nmod", "npadvmod"})
#: How many joined verbs can share a subject.
_CHAIN = 6
#: How many words behind a verb "custody" can stand.
_NEAR = 12


@dataclass(frozen=True, slots=True)
class Telling:
    """People of one noun phrase who were killed or captured; ``low`` is the least number.

    ``known`` says that the phrase speaks of people whom the report has named before ("the leader"),
    ``more`` that it sets them apart from those told of so far ("another insurgent"), and ``summing``
    that its sentence speaks of several operations at once.  A plural that is ``known``, and of which the
    report has given no number, has none: its ``low`` is 0.
    """

    kind: str
    low: int
    sentence: int
    verb: int
    head: int
    known: bool = False
    more: bool = False
    summing: bool = False


def find_tellings(sentences: Sequence[Sentence], quantities: Sequence[Quantity]) -> list[Telling]:
    """The tellings of a report in reading order; what is quoted, planned, denied or recalled is none."""
    found: list[Telling] = []
    by_index = {s.index: s for s in sentences}
    for sentence in sentences:
        here = [q for q in quantities if q.sentence == sentence.index]
        before = {
            by_index[q.sentence].tokens[q.head].lemma: q
            for q in quantities
            if q.sentence < sentence.index and q.sentence in by_index
        }
        found += _Teller(sentence, here, before).tellings()
    return found


class _Teller:
    """One sentence while its tellings are gathered; ``before`` holds the last figure of each noun."""

    def __init__(self, sentence: Sentence, here: Sequence[Quantity], before: dict[str, Quantity]) -> None:
        self.sentence, self.tokens = sentence, sentence.tokens
        self.here, self.before = here, before
        self.scene = make_scene(sentence, lexicon(), (), (), ())
        self.words = telling_words()

    def tellings(self) -> list[Telling]:
        """The tellings of the sentence's verbs and nouns of harm, each noun phrase once."""
        found: list[Telling] = []
        if self._sums_a_period():
            return found
        for token in self.tokens:
            kind = self._kind(token)
            if kind is None or self._quoted(token) or not self._told(token):
                continue
            for head in self._patients(token):
                if head in {t.head for t in found} or self._again(head, kind, found):
                    continue
                told = self._telling(kind, token.i, head)
                found += [told] if told is not None else []
        return found

    def _again(self, head: int, kind: str, found: Sequence[Telling]) -> bool:
        """Whether a pronoun takes up somebody of the same sentence: "captured a man and detained him"."""
        return self.tokens[head].tag.startswith("PRP") and any(t.kind == kind for t in found)

    def _quoted(self, token: Token) -> bool:
        return any(first <= token.i < last for first, last in self.sentence.quoted)

    def _sums_a_period(self) -> bool:
        """Whether the sentence sums up a time, not an operation: "since June", "this month"."""
        return any(f" {phrase} " in self._text() for phrase in self.words.periods)

    def _text(self) -> str:
        return " ".join(["", *(t.lower for t in self.tokens), ""])

    def _several(self) -> bool:
        """Whether the sentence speaks of several operations at once."""
        if any(f" {phrase} " in self._text() for phrase in self.words.day_sums):
            return True
        return any(
            t.tag == "NNS"
            and t.lemma in self.words.operations
            and not any(k.lower in self.words.elsewhere for k in self.sentence.kids(t.i))
            for t in self.tokens
        )

    # -- what was done ---------------------------------------------------------------------------

    def _kind(self, token: Token) -> str | None:
        """What a verb or a noun of harm does to people: killed, captured or nothing."""
        words = number_words()
        if token.pos == "VERB" or token.tag in {"VBN", "VBD", "VBG"}:
            harm = casualty_at(self.sentence, token.i, words)
            harm = harm or casualty_at(self.sentence, token.i, words, undergone=True)
            if harm is None and token.lemma in self.words.custody:
                near = {
                    self.tokens[k].lower for k in self.sentence.subtree(token.i) if 0 < k - token.i < _NEAR
                }
                harm = "detained" if near & self.words.custody[token.lemma] else None
            return None if token.dep in _MODIFIES else _KINDS.get(harm or "")
        if token.pos == "NOUN" and token.dep not in _MODIFIES:
            for one in words.casualties:
                if token.lemma in one.nouns and token.lemma not in words.lists["tolls"]:
                    return _KINDS.get(one.item)
            return _KINDS.get(words.nominal_roles.get(token.lemma, ""))
        return None

    def _told(self, token: Token) -> bool:
        """Whether the word tells of something that was done, and as news."""
        path = embed(self.scene, token.i, nominal=token.pos == "NOUN", type_="ASSAULT")
        if path.dropped or path.status not in {"occurred", "ongoing"} or path.future or self._recalled(token):
            return False
        if token.pos == "NOUN":
            return True
        if token.tag == "VBG" and token.dep == "pcomp":
            return self.tokens[token.head].lower in self.words.done_by
        if token.dep == "relcl":
            return self._told_on(token)
        return tense_of(self.sentence, token.i) not in _UNTOLD

    def _recalled(self, token: Token) -> bool:
        """Whether the word hangs on one of blame or of plans: "responsible for the murder of ..."."""
        while token.head != token.i:
            joined, token = token.dep == "conj", self.tokens[token.head]
            if token.lemma in self.words.recalled and not joined:
                return True
            if token.pos in {"VERB", "AUX"} and token.tag != "VBG":
                return False
        return False

    def _told_on(self, token: Token) -> bool:
        """A clause behind a comma goes on with the news, and so does "an incident where"; others recall."""
        first = min(self.sentence.subtree(token.i))
        goes_on = first > 0 and (
            self.tokens[first - 1].lower == "," or self.tokens[first].lower in {"where", "when"}
        )
        return goes_on and tense_of(self.sentence, token.i) == "past"

    # -- who -------------------------------------------------------------------------------------

    def _patients(self, token: Token) -> Iterator[int]:
        """The heads of the noun phrases that say who was killed or captured."""
        kids = self.sentence.kids
        if token.pos == "NOUN":
            inner = after_of(self.sentence, token.i)
            heads = [inner] if inner is not None else [k.i for k in kids(token.i, "poss")]
            heads = heads or ([token.i] if self._figure(token.i) else [])
        else:
            heads = self._undergoers(token)
        for head in heads:
            if not any(k.lower in self.words.nobody for k in kids(head)):
                yield from self._joined(head)
        yield from self._beside(token)

    def _undergoers(self, token: Token) -> list[int]:
        """Objects of what is done; subjects of passives and of what is undergone."""
        kids = self.sentence.kids
        if casualty_at(self.sentence, token.i, number_words(), undergone=True):
            return self._subjects(token)
        found = [k.i for k in kids(token.i, "nsubjpass")] or [k.i for k in kids(token.i, "dobj")]
        shared = [k for k in kids(token.i, "conj") if k.tag == token.tag and kids(k.i, "dobj")]
        if not found and shared and not kids(token.i, "auxpass"):
            found = [k.i for k in kids(shared[0].i, "dobj")]
        elif not found and token.dep == "acl" and token.tag == "VBN":
            found = [token.head]
        elif not found and token.tag in {"VBN", "VBD"}:
            # What is killed or held always has an object: without one, the form is a passive.
            found = self._subjects(token)
        relative = token.dep == "relcl" and found and self.tokens[found[0]].tag in {"WP", "WDT"}
        return [token.head] if relative else found

    def _subjects(self, token: Token) -> list[int]:
        """The subject of a verb, or of the verb that it is joined to."""
        for _ in range(_CHAIN):
            found = [k.i for k in self.sentence.kids(token.i, "nsubj", "nsubjpass")]
            # Of joined participles the first may be parsed as an adjective: "was engaged and killed".
            if found or token.dep not in {"conj", "acomp"}:
                return found
            token = self.tokens[token.head]
        return []

    def _joined(self, head: int) -> Iterator[int]:
        """A noun phrase and those coordinated with it; a list may be parsed as an apposition."""
        yield head
        for kid in self.sentence.kids(head, "conj", "appos"):
            others = self.sentence.kids(kid.i, "conj")
            if kid.pos not in _NOMINAL or (kid.dep == "appos" and not others) or self._same_person(head, kid):
                continue
            if kid.dep == "appos" and self.tokens[head].lemma in self.words.somebody:
                # "The man, a planner, and three others": the planner is the man.
                yield from (k for other in others if other.pos in _NOMINAL for k in self._joined(other.i))
            else:
                yield from self._joined(kid.i)

    def _same_person(self, head: int, kid: Token) -> bool:
        """ "A planner and financier": a second noun in the singular, without an article or adjective."""
        alone = kid.tag == "NN" and not any(
            k.dep in {"det", "poss", "nummod"} or k.lower in self.words.more
            for k in self.sentence.kids(kid.i)
        )
        return alone and self.tokens[head].tag == "NN"

    def _beside(self, token: Token) -> Iterator[int]:
        """Those named beside the object: "along with four of his associates"."""
        for i in self.sentence.subtree(token.i):
            prep = self.tokens[i]
            before = self.tokens[i - 1].lower if i else ""
            phrase = {prep.lower, f"{before} {prep.lower}"}
            if prep.dep == "prep" and phrase & self.words.besides:
                for kid in self.sentence.kids(i, "pobj"):
                    yield from self._joined(kid.i)

    # -- how many --------------------------------------------------------------------------------

    def _telling(self, kind: str, verb: int, head: int) -> Telling | None:
        """What one noun phrase tells; None where it speaks of nobody, or of things."""
        words, token = self.words, self.tokens[head]
        before = {k.lower for k in self.sentence.kids(head) if k.i < head}
        if before & words.nobody or token.lower in words.nobody or not self._people(token):
            return None
        also = {k.lower for k in self.sentence.kids(verb, "advmod")}
        more = bool((before | also | {token.lower}) & words.more)
        known = self._known(token, before)
        figure = self._figure(head)
        if figure is None:
            low = self._unnumbered(kind, token, before, known)
        elif figure.cumulative:
            return None
        else:
            low = self._least(figure)
        return Telling(kind, low, self.sentence.index, verb, head, known, more, self._several())

    def _known(self, token: Token, before: set[str]) -> bool:
        """Whether a phrase takes up people named before; one without an article does as its neighbour does."""
        if before & self.words.known or token.tag in {"PRP", "PRP$", "WP", "NNP"} or token.lower == "those":
            return True
        bare = not any(k.dep in {"det", "nummod", "poss"} for k in self.sentence.kids(token.i))
        if token.dep == "conj" and bare and self._figure(token.i) is None and not before & self.words.more:
            head = self.tokens[token.head]
            return self._known(head, {k.lower for k in self.sentence.kids(head.i) if k.i < head.i})
        return False

    def _unnumbered(self, kind: str, token: Token, before: set[str], known: bool) -> int:
        """The least number of a phrase without a figure: one, two, or what was told of the same people."""
        if token.tag not in {"NNS", "NNPS"} and token.lower not in self.words.groups:
            return 1
        if "both" in before:
            return 2
        if not known:
            return 2
        told = self.before.get(token.lemma)
        if told is None or told.unit is not None or told.cumulative:
            return 0
        same = _KINDS.get(told.role or "")
        return int(told.low or 0) if same in {None, kind} else 0

    def _least(self, figure: Quantity) -> int:
        """The least whole number: "more than 10" is 11."""
        start = " ".join(t.lower for t in self.tokens[figure.first : figure.first + 2])
        over = figure.high is None and any(f"{start} ".startswith(f"{w} ") for w in self.words.exceeding)
        return int(figure.low or 0) + over

    def _figure(self, head: int) -> Quantity | None:
        for one in self.here:
            if one.unit is None and (one.head == head or one.first <= head < one.last):
                return one
        return None

    def _people(self, token: Token) -> bool:
        """Whether the phrase speaks of people: things are captured, and livestock is killed, too."""
        lists = number_words().lists
        inner = after_of(self.sentence, token.i)
        if token.pos in {"PRON", "NUM", "DET", "ADJ"} and inner is None:
            return True
        if inner is not None and (
            token.pos != "NOUN" or token.lemma in lists["containers"] | self.words.some
        ):
            return self._people(self.tokens[inner])
        lemma, persons = token.lemma, lists["persons"]
        if lemma in self.words.things:
            return False
        return (
            lemma in persons or lemma in self.words.people or token.ent in {"PERSON", "NORP"}
            or _KINDS.get(self.words.fates.get(lemma, "")) is not None
            or lemma.lower().endswith(self.words.endings)
        )  # fmt: skip
