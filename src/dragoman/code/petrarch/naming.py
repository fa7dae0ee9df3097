"""Who stands in a sentence: noun phrases with the codes that actors and agents of the dictionaries give them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dragoman.catalogue.petrarch import Agent, Dictionaries, Phrases, code_on, joined
from dragoman.code.petrarch.phrases import Group, Stretch, groups_of
from dragoman.code.petrarch.wording import Word
from dragoman.model import Sentence

__all__ = ["NOBODY", "Found", "Known", "Named", "Unit", "named_in", "units_of"]

#: What stands for a party that is not known.
NOBODY = "---"


@dataclass(frozen=True, slots=True)
class Named:
    """Someone named: the code, and the token positions of the phrase that names them (the last is excluded).

    ``actor`` is where the actor's name begins, None for a role alone.
    """

    code: str
    first: int
    last: int
    actor: int | None = None

    @property
    def known(self) -> bool:
        """Whether an actor is named and not a role alone."""
        return not self.code.startswith(NOBODY)


class Known(NamedTuple):
    """Someone known from elsewhere: token positions (the last is excluded), and what stands for a code."""

    first: int
    last: int
    code: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A noun phrase, or a list of them, with all that are named in it (nobody, where nobody is known)."""

    first: int
    last: int
    named: tuple[Named, ...] = ()

    @property
    def known(self) -> bool:
        """Whether an actor is named in it."""
        return any(one.known for one in self.named)

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all that are named."""
        return frozenset(one.code for one in self.named)


@dataclass(frozen=True, slots=True)
class Found:
    """A dictionary's phrase where it stands in the sentence, in token positions."""

    first: int
    last: int
    actor: str = ""
    agent: Agent | None = None


def named_in(
    words: Sequence[Word], dictionaries: Dictionaries, day: date | None, known: Sequence[Known] = ()
) -> list[Found]:
    """The actors and agents of a sentence's words, with the codes that hold on a day.

    Those who are ``known`` go before actors of the dictionaries that share a word with them.
    """
    actors = [Found(one.first, one.last, actor=one.code) for one in known]
    actors += [
        one
        for one in _actors(words, dictionaries, day)
        if not any(other.first < one.last and one.first < other.last for other in known)
    ]
    actors.sort(key=lambda one: one.first)
    return [*actors, *_agents(words, dictionaries.agents)]


def units_of(sentence: Sentence, found: Sequence[Found], barred: Collection[int] = ()) -> tuple[Unit, ...]:
    """The noun phrases of a sentence in order, with those named in them; none holds a ``barred`` position."""
    joined = [(one.first, one.last) for one in found if one.last - one.first > 1]
    units: list[Unit] = []
    for group in reversed(groups_of(sentence, joined, barred)):
        after = units[-1] if units and _attached(sentence, group, units[-1]) else None
        unit, taken = _unit(sentence, group, found, after)
        if taken:
            units.pop()
        units.append(unit)
    return tuple(reversed(units))


def _actors(words: Sequence[Word], dictionaries: Dictionaries, day: date | None) -> Iterable[Found]:
    texts = [word.text for word in words]
    k = 0
    while k < len(words):
        for end, codings in dictionaries.actors.at(texts, k):
            code = code_on(codings, day)
            if code is not None:
                yield Found(words[k].token, words[end - 1].token + 1, actor=code)
                k = end - 1
                break
        k += 1


def _agents(words: Sequence[Word], agents: Phrases[Agent]) -> Iterable[Found]:
    texts = [word.text for word in words]
    k = 0
    while k < len(words):
        for end, agent in agents.at(texts, k):
            yield Found(words[k].token, words[end - 1].token + 1, agent=agent)
            k = end - 1
            break
        k += 1


def _attached(sentence: Sentence, group: Group, unit: Unit) -> bool:
    """Whether a unit hangs on a group by the one preposition that stands between them."""
    if unit.first - group.last != 1:
        return False
    between = sentence.tokens[group.last]
    return between.tag == "IN" and (between.lower == "of" or group.first <= between.head < group.last)


def _unit(sentence: Sentence, group: Group, found: Sequence[Found], after: Unit | None) -> tuple[Unit, bool]:
    """A group as a unit, and whether it has taken its actors from the unit after it."""
    told = [_told(part, found) for part in group.parts]
    anyone = any(actor or agents for actor, agents in told)
    named: list[Named] = []
    taken = False
    for part, (actor, agents) in zip(group.parts, told, strict=True):
        last_of_list = anyone and len(group.parts) > 1 and part is group.parts[-1]
        if actor:
            codes = [joined(one, agents) for one in actor.actor.split("/")]
            named += [Named(code, part.first, part.last, actor.first) for code in codes]
        elif after is not None and after.known and (agents or last_of_list):
            named += [_under(one, agents, part) for one in after.named if one.known]
            taken = True
        elif agents and (shared := _shared(sentence, group, part, told[0][0])):
            named.append(Named(joined(shared.actor, agents), part.first, part.last, shared.first))
        elif agents:
            named.append(Named(joined("", agents), part.first, part.last))
    end = after.last if taken and after is not None else group.last
    return Unit(group.first, end, tuple(named)), taken


def _shared(sentence: Sentence, group: Group, part: Stretch, actor: Found | None) -> Found | None:
    """The actor that a noun of a list shares with the first: "Malian media and officials".

    An article before the first belongs to it alone; an owner ("Mali's") is shared by longer phrases too.
    """
    if actor is None or sentence.tokens[part.first].tag in {"DT", "PRP$"}:
        return None
    if actor.last < group.parts[0].last and sentence.tokens[actor.last].tag == "POS":
        return actor
    bare = part.last - part.first == 1 and sentence.tokens[group.first].tag != "DT"
    return actor if bare else None


def _under(one: Named, agents: Sequence[Agent], part: Stretch) -> Named:
    """An actor named after a role that is theirs: "lawmakers of Mali"."""
    return Named(joined(one.code[:3], [*agents, *_rest(one.code)]), part.first, one.last, one.actor)


def _rest(code: str) -> list[Agent]:
    return [Agent(code[3:])] if code[3:] else []


def _told(part: Stretch, found: Sequence[Found]) -> tuple[Found | None, list[Agent]]:
    """The first actor of a phrase and all of its agents."""
    inside = [one for one in found if part.first <= one.first and one.last <= part.last]
    actor = next((one for one in inside if one.actor), None)
    return actor, [one.agent for one in inside if one.agent is not None]
