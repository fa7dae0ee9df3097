"""Sentences read by hand: what the resolver makes of them, without a parser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.link.actors import resolve
from dragoman.model import Party, Resolution, Sentence
from dragoman.parse.mentions import find_mentions
from tests.build import sentence

DAY = date(2025, 6, 2)
_PRONOUNS = {"WP": "PRON", "WP$": "PRON", "WDT": "DET"}


class Read:
    """Some sentences, resolved; ``labels`` are what a name finder says of words."""

    def __init__(
        self,
        *specs: str,
        day: date | None = DAY,
        home: Party | None = None,
        persons: Sequence[str] = (),
        bodies: Sequence[str] = (),
    ) -> None:
        labels = dict.fromkeys(persons, "PERSON") | dict.fromkeys(bodies, "ORG")
        self.sentences: list[Sentence] = []
        for index, spec in enumerate(specs):
            made = sentence(spec, index=index)
            tokens = tuple(
                t._replace(ent=labels.get(t.text, ""), pos=_PRONOUNS.get(t.tag, t.pos)) for t in made.tokens
            )
            self.sentences.append(replace(made, tokens=tokens))
        mentions = [m for one in self.sentences for m in find_mentions(one)]
        self.found = resolve(self.sentences, mentions, day, home)

    def of(self, word: str, index: int = -1) -> Resolution:
        """The resolution of the mention that a word heads, in one of the sentences."""
        one = self.sentences[index]
        heads = [t.i for t in one.tokens if t.text == word]
        return next(r for r in self.found if r.sentence == one.index and r.head in heads)

    def codes(self, word: str, index: int = -1) -> list[str | None]:
        """The codes of the parties that a word stands for."""
        return [p.code for p in self.of(word, index).parties]

    def names(self, word: str, index: int = -1) -> list[str]:
        """The names of the parties that a word stands for."""
        return [p.name for p in self.of(word, index).parties]
