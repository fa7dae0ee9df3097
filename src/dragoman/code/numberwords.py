"""The words of number of a language, and the words that say what a figure counts, as its data have them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.languages import read_yaml

__all__ = ["Casualty", "NumberWords", "number_words"]

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Casualty:
    """How a kind of harm is told: by verbs done to people, verbs that they undergo, adjectives and nouns."""

    item: str
    verbs: frozenset[str]
    undergone: frozenset[str]
    words: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class NumberWords:
    """One language's words of number; phrases are tuples of lower-case words, the longest first.

    ``vague`` is keyed by a phrase's first word, the words before a figure by their last, and
    ``cumulative`` by every word of a phrase, with its place there.
    """

    cardinal: dict[str, int]
    scales: dict[str, int]
    suffixes: dict[str, int]
    money_suffixes: dict[str, int]
    vague: dict[str, tuple[tuple[Phrase, int], ...]]
    before: dict[str, tuple[tuple[Phrase, str], ...]]
    behind: dict[str, tuple[tuple[Phrase, str], ...]]
    signs: dict[str, str]
    currencies: dict[str, str]
    national: dict[str, str]
    casualties: tuple[Casualty, ...]
    roles: dict[str, str]
    nominal_roles: dict[str, str]
    plurals: dict[str, str]
    cumulative: dict[str, tuple[tuple[Phrase, int], ...]]
    lists: dict[str, frozenset[str]]
    starts: frozenset[str]


_LISTS = (
    "measures", "containers", "time_units", "labels", "not_counted", "life_verbs", "losing", "losses",
    "harmed", "tolls",
    "figures", "persons", "total_words", "plain_modifiers", "givings", "dozen", "days",
)  # fmt: skip


@cache
def number_words(language: str = "en") -> NumberWords:
    """The number words of a language."""
    data: dict[str, Any] = read_yaml(language, "numbers.yaml")
    cardinal = {**data["units"], **data["tens"], "hundred": 100}
    vague = _by_word(((phrase, low) for phrase, low in data["vague"].items()), 0)
    hedges = [(p, kind) for kind in ("about", "at_least", "at_most") for p in data[kind]]
    tails = [(p, kind) for kind in ("or_more", "or_so", "or_fewer") for p in data[kind]]
    casualties = tuple(
        Casualty(item, *(frozenset(row[k]) for k in ("verbs", "undergone", "words", "nouns")))
        for item, row in data["casualties"].items()
    )
    scales, dozen = data["scales"], data["dozen"]
    return NumberWords(
        cardinal, scales, data["suffixes"], data["money_suffixes"], vague, _by_word(hedges, -1),
        _by_word(tails, 0),
        data["signs"], data["currencies"], data["national_currencies"], casualties,
        {verb: role for role, verbs in data["roles"].items() for verb in verbs}, data["nominal_roles"],
        data["plurals"],
        _at_each_word(data["cumulative"]), {name: frozenset(data[name]) for name in _LISTS},
        frozenset(cardinal) | frozenset(scales) | frozenset(vague) | frozenset(dozen) | {"half", "a", "an"},
    )  # fmt: skip


def _at_each_word(texts: list[str]) -> dict[str, tuple[tuple[Phrase, int], ...]]:
    """For each word the phrases that hold it, with its place in them."""
    table: dict[str, list[tuple[Phrase, int]]] = {}
    for phrase in (tuple(text.split()) for text in texts):
        for at, word in enumerate(phrase):
            table.setdefault(word, []).append((phrase, at))
    return {word: tuple(found) for word, found in table.items()}


def _by_word(rows: Any, at: int) -> dict[str, Any]:
    """Phrases keyed by their first or last word, the longest first."""
    table: dict[str, list[tuple[Phrase, Any]]] = {}
    for text, value in rows:
        phrase = tuple(text.split())
        table.setdefault(phrase[at], []).append((phrase, value))
    return {word: tuple(sorted(found, key=lambda row: -len(row[0]))) for word, found in table.items()}
