"""What a reader has in mind while reading: who was named, in which place of the clause, how many, how long ago."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dragoman.model import Party

__all__ = ["Discourse", "Seen"]

#: How many sentences back a pronoun may reach.
REACH = 3


@dataclass(frozen=True, slots=True)
class Seen:
    """One noun phrase that was read: its parties, whether it was a subject, and whether it is a plural."""

    sentence: int
    paragraph: int
    position: int
    parties: tuple[Party, ...]
    subject: bool
    plural: bool
    noun: str = ""


@dataclass(slots=True)
class Discourse:
    """The noun phrases read so far, persons by surname, and states in the order of their naming."""

    seen: list[Seen] = field(default_factory=list)
    surnames: dict[str, Party] = field(default_factory=dict)
    acronyms: dict[str, Party] = field(default_factory=dict)
    roles: dict[str, Party] = field(default_factory=dict)
    titles: dict[str, Party] = field(default_factory=dict)
    near: list[str] = field(default_factory=list)
    home: Party | None = None

    def note(self, one: Seen) -> None:
        """Keep a noun phrase in mind."""
        self.seen.append(one)
        for party in one.parties:
            if party.code:
                if party.code in self.near:
                    self.near.remove(party.code)
                self.near.append(party.code)

    def back(self, sentence: int, reach: int = REACH) -> Iterator[Seen]:
        """What was read, the latest first, within reach."""
        for one in reversed(self.seen):
            if sentence - one.sentence > reach:
                return
            yield one

    def last(
        self, sentence: int, test: Callable[[Seen], bool], *, before: int | None = None, reach: int = REACH
    ) -> Seen | None:
        """The best antecedent: in this sentence before the pronoun, else subjects of the sentences before, else any.

        ``before`` is the token position of the pronoun.
        """
        fitting = [
            s
            for s in self.back(sentence, reach)
            if test(s) and (s.sentence < sentence or before is None or s.position < before)
        ]
        here = [s for s in fitting if s.sentence == sentence]
        for pool in (
            [s for s in here if s.subject],
            [s for s in fitting if s.sentence == sentence - 1 and s.subject],
            here,
            [s for s in fitting if s.subject],
            fitting,
        ):
            if pool:
                return pool[0]
        return None
