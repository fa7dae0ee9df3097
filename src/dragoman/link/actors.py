"""Mentions to parties: known names, then the document's own chains, then pronouns and definite nouns.

Every resolution says which rung won; where two readings stand the slot stays empty (codebook, Parties).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dragoman.catalogue import catalogue
from dragoman.link.discourse import Discourse, Seen
from dragoman.link.naming import Names
from dragoman.link.parties import STATE_KINDS
from dragoman.link.pronouns import SPEAKERS, pronoun
from dragoman.link.roles import Nouns
from dragoman.model import Mention, Party, Report, Resolution, Sentence
from dragoman.step import step

__all__ = ["home_of", "resolutions", "resolve"]


@step(reads=("report", "sentences", "mentions"), writes="resolutions")
def resolutions(
    report: Report, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]
) -> tuple[Resolution, ...]:
    """Resolve all mentions of a report, in reading order."""
    return tuple(resolve(sentences, mentions, report.published, home_of(report)))


def home_of(report: Report) -> Party | None:
    """The state of the town that the dateline names: unowned soldiers and police of the story are its own."""
    book = catalogue()
    for block in report.blocks:
        if block.kind != "dateline":
            continue
        words = [w.strip(" ,.()-—–:") for w in block.span.of(report.text).replace(",", " ").split()]
        for length in (2, 1):
            for i in range(min(4, len(words) - length + 1)):
                town = " ".join(words[i : i + length])
                for name in book.named(
                    town.title() if town.isupper() and len(town) > 3 else town, report.published
                ):
                    entry = book.entries[name.entry_key]
                    if entry.kind in STATE_KINDS and name.form in {"capital", "name"}:
                        return Party(
                            entry.name,
                            town,
                            block.span,
                            entry.code,
                            "GOV",
                            None,
                            entry.wikidata,
                            entry.key,
                            "state",
                        )
    return None


def resolve(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], day: date | None, home: Party | None = None
) -> list[Resolution]:
    """Resolve mentions in reading order; each sees what was read before it."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    talk, found = Discourse(home=home), []
    for sentence in sentences:
        found += _Reader(sentence, talk, day).read(by_sentence.get(sentence.index, []))
    return found


class _Reader(Names, Nouns):
    """Resolves the mentions of one sentence against the talk so far."""

    def read(self, mentions: Sequence[Mention]) -> list[Resolution]:
        """Names first, since roles and titles lean on them, then nouns, then pronouns in order."""
        names = [m for m in mentions if m.kind == "name"]
        for mention in names:
            self._keep(mention, self._name(mention))
        for mention in names:
            self._chain(mention)
        for mention in names:
            if mention.head not in self.done or not self.done[mention.head].parties:
                self._keep(mention, self._unknown(mention))
        # Who "we" are is known once the speaker is, who may be named after the words.
        others = sorted((m for m in mentions if m.kind != "name"), key=lambda m: m.text.lower() in SPEAKERS)
        for mention in others:
            if mention.kind == "noun":
                if not self._title_of_person(mention):
                    self._keep(mention, self._noun(mention))
            else:
                self._keep(mention, pronoun(self.sentence, mention, self.talk, self.done))
            self._note(mention)
        self._finish(names)
        self._compounds()
        return [self.done[k] for k in sorted(self.done)]

    def _note(self, mention: Mention) -> None:
        one = self.done.get(mention.head)
        if one is None or not one.parties or (mention.kind == "pronoun" and one.rung == "speaker"):
            return
        token = self.sentence.tokens[mention.head]
        subject = token.dep in {"nsubj", "nsubjpass", "agent"} or (
            token.dep == "pobj" and self.sentence.tokens[token.head].dep == "agent"
        )
        plural = (
            token.tag in {"NNS", "NNPS"} or len(one.parties) > 1 or token.lower in {"they", "them", "their"}
        )
        noun = token.lemma if mention.kind == "noun" else ""
        above = self.sentence.tokens[token.head]
        if token.dep == "pobj" and above.lower in {"in", "at", "near"} and mention.kind == "name":
            noun = "place"
        self.talk.note(
            Seen(
                self.sentence.index, self.sentence.paragraph, mention.head, one.parties, subject, plural, noun
            )
        )

    def _finish(self, names: Sequence[Mention]) -> None:
        for mention in names:
            self._note(mention)

    def _compounds(self) -> None:
        """Coordinated parties are also in mind as one: "Russia and North Korea ... they"."""
        for head in sorted(self.done):
            token = self.sentence.tokens[head]
            if token.dep == "conj":
                continue
            chain = [head]
            for i in chain:
                chain += [k.i for k in self.sentence.kids(i, "conj") if k.i in self.done]
            parties = tuple(dict.fromkeys(p for i in chain for p in self.done[i].parties))
            if len(chain) > 1 and len(parties) > 1:
                subject = token.dep in {"nsubj", "nsubjpass"}
                self.talk.note(
                    Seen(self.sentence.index, self.sentence.paragraph, head, parties, subject, True, "and")
                )
