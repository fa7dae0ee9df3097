"""Whose noun it is: the states and bodies that own a noun phrase, and what of them the sentence names."""

from __future__ import annotations

from datetime import date

from dragoman.catalogue import catalogue
from dragoman.catalogue.entries import Role
from dragoman.link.discourse import Discourse
from dragoman.link.pronouns import pronoun
from dragoman.model import Mention, Party, Resolution, Sentence, Span

__all__ = ["Owners", "whole"]

_MODIFIERS = ("amod", "compound", "poss", "nmod")


class Owners:
    """A sentence with what was resolved in it so far, against the talk of the report."""

    def __init__(self, sentence: Sentence, talk: Discourse, day: date | None) -> None:
        self.sentence, self.talk, self.day = sentence, talk, day
        self.done: dict[int, Resolution] = {}

    def _keep(self, mention: Mention, what: tuple[tuple[Party, ...], float, str] | None) -> None:
        parties, score, rung = what if what is not None else ((), 0.0, "abstained")
        self.done[mention.head] = Resolution(
            self.sentence.index, mention.first, mention.last, mention.head, parties, score, rung, mention.kind
        )

    def _span(self, mention: Mention) -> Span:
        tokens = self.sentence.tokens
        return Span(tokens[mention.first].start, tokens[mention.last - 1].end)

    def _owner(self, head: int, mention: Mention | None) -> Party | None:
        """The first of a noun's owners."""
        return next(iter(self._owners(head, mention)), None)

    def _owners(self, head: int, mention: Mention | None) -> tuple[Party, ...]:
        """Whose noun it is: states or bodies before it, in "of ...", or a possessive pronoun's.

        "The foreign ministers of Armenia and Azerbaijan" and "Indian and Chinese soldiers" have two.
        """
        sentence = self.sentence
        kids = sentence.kids(head, *_MODIFIERS)
        if sentence.tokens[head].dep in {"compound", "nmod"}:
            # "the Angolan army convoy": the adjective hangs on the convoy and owns the army.
            kids += [k for k in sentence.kids(sentence.tokens[head].head, *_MODIFIERS) if k.i < head]
        for kid in sorted(kids, key=lambda k: k.tag == "PRP$"):
            found = self._named(kid.i) if kid.tag != "PRP$" else ()
            if kid.tag == "PRP$":
                what = pronoun(
                    sentence,
                    Mention(sentence.index, kid.i, kid.i + 1, kid.i, "pronoun", kid.text),
                    self.talk,
                    self.done,
                )
                found = what[0] if what is not None else ()
            for deeper in () if found else sentence.kids(kid.i, *_MODIFIERS):
                found = found or self._named(deeper.i)
            if found:
                return tuple(dict.fromkeys(map(whole, found)))
        for prep in sentence.kids(head, "prep"):
            if prep.lower in {"of", "from", "for", "to"}:
                for inner in sentence.kids(prep.i, "pobj"):
                    found = self._named(inner.i)
                    if found and (prep.lower == "of" or found[0].code):
                        return tuple(dict.fromkeys(map(whole, found)))
        if mention is not None:
            for i in range(mention.first, mention.last):
                one = self.done.get(i)
                if one is not None and i != head and one.parties:
                    return (whole(one.parties[0]),)
        return ()

    def _named(self, i: int) -> tuple[Party, ...]:
        """The parties at a token and at what is coordinated with it."""
        found: list[Party] = []
        chain = [i]
        for k in chain:
            chain += [c.i for c in self.sentence.kids(k, "conj")]
            one = self.done.get(k)
            found += one.parties if one is not None else ()
        return tuple(found)

    def _role_phrase(self, head: int) -> tuple[Role | None, int]:
        book, tokens = catalogue(), self.sentence.tokens
        for length in (3, 2, 1):
            first = head - length + 1
            if first >= 0:
                words = [t.lower for t in tokens[first:head]]
                if found := book.role(" ".join([*words, tokens[head].lemma])):
                    return found, first
        return None, head

    def _only_state(self) -> Party | None:
        """The one state that this sentence names, else the one that the last sentences name."""
        book = catalogue()
        here = [p for one in self.done.values() for p in one.parties]
        before = [p for s in self.talk.back(self.sentence.index, 2) for p in s.parties]
        for parties in (here, before):
            states = [p for p in parties if p.code in book.codes]
            if states:
                return whole(states[0]) if len({p.code for p in states}) == 1 else None
        return None

    def _definite(self, head: int) -> bool:
        return any(
            k.lower in {"the", "this", "that", "these", "those"} for k in self.sentence.kids(head, "det")
        )


def whole(party: Party) -> Party:
    """The state or body itself, where a person or a part of it owns a noun: "Putin's troops" are Russia's."""
    if party.kind not in {"person", "role", "people"} or not party.code:
        return party
    book = catalogue()
    key = party.key if party.kind == "role" else book.codes.get(party.code, "")
    entry = book.entries.get(key)
    if entry is None:
        return party
    return Party(
        entry.name,
        party.raw,
        party.span,
        entry.code,
        party.sector,
        None,
        entry.wikidata,
        entry.key,
        "state" if entry.kind in {"state", "territory"} else entry.kind,
    )
