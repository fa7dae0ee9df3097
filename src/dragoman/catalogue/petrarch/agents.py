"""Agents: words for roles, whose code is joined to that of the actor beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.catalogue.petrarch.lines import BadLine, Fault, Line, parsed, plural, words_of
from dragoman.catalogue.petrarch.phrases import Phrases

__all__ = ["Agent", "Agents", "joined", "read_agents"]

_ENTRY = re.compile(r"([^\[{]+?)\s*(\{[^}]*\})?\s*\[\s*([^\]]*?)\s*\]")
_SET = re.compile(r"!(\w+)!\s*=\s*(.+)")
_MARK = re.compile(r"!(\w+)!")


@dataclass(frozen=True, slots=True)
class Agent:
    """A role's code; ``before`` where it stands before the actor's."""

    code: str
    before: bool = False


Agents = Phrases[Agent]


def joined(actor: str, agents: Iterable[Agent]) -> str:
    """An actor's code with those of its agents, no part of three letters twice.

    >>> joined("NAR", [Agent("GOVLAW"), Agent("GOV")]), joined("", [Agent("GOV")])
    ('NARGOVLAW', '---GOV')
    """
    whole = actor or "---"
    for agent in agents:
        has = set(_parts(whole))
        new = "".join(part for part in _parts(agent.code) if part not in has)
        whole = f"{new}{whole.removeprefix('---')}" if agent.before and new else f"{whole}{new}"
    return whole


def _parts(code: str) -> list[str]:
    return [code[i : i + 3] for i in range(0, len(code), 3)]


def read_agents(lines: Iterable[Line], agents: Agents, faults: list[Fault]) -> None:
    """Add the agents of one file to the table; lines that cannot be read are added to the faults."""
    sets: dict[str, list[str]] = {}
    for line in lines:
        if found := _SET.fullmatch(line.text):
            sets[found[1]] = [word.strip() for word in found[2].split(",") if word.strip()]
            continue
        read = parsed(line, faults, lambda text: _agent(text, sets))
        for words, agent in read or ():
            agents.add(words, agent)


def _agent(text: str, sets: Mapping[str, list[str]]) -> list[tuple[tuple[str, ...], Agent]]:
    """All forms of an entry such as ``OFFICIAL {OFFICIALS} [~GOV]``."""
    found = _ENTRY.fullmatch(text)
    if not found:
        raise BadLine("no agent: a name, its plural between {} where it is not regular, a code between []")
    name, braces, told = found.groups()
    code = told.replace("~", "").strip()
    if told.count("~") != 1 or not code.isalnum() or "~" not in (told[0], told[-1]):
        raise BadLine(f"the code of an agent is written [~GOV] or [NGO~], not [{told}]")
    agent = Agent(code, before=told.endswith("~"))
    return [(words, agent) for form in _forms(name, braces, sets) if (words := words_of(form))]


def _forms(name: str, braces: str | None, sets: Mapping[str, list[str]]) -> Iterator[str]:
    mark = _MARK.search(name)
    if mark:
        if mark[1] not in sets:
            raise BadLine(f"no set !{mark[1]}! before this line")
        yield from (f"{name[: mark.start()]}{word}{name[mark.end() :]}" for word in sets[mark[1]])
        return
    yield name
    if braces is not None:
        yield from braces.strip("{} ").replace(",", " ").split()
    elif not name.endswith("_"):
        yield plural(name)
