"""The words by which a report tells whom an operation killed or took captive, as a language's data have them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.code.numberwords import number_words
from dragoman.languages import read_yaml

__all__ = ["TellingWords", "telling_words"]

_SETS = (
    "besides", "more", "known", "nobody", "people", "things", "groups", "somebody", "some", "operations",
    "elsewhere", "exceeding", "recalled", "done_by",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TellingWords:
    """One language's words of telling; ``fates`` gives the harm that a noun such as "death" names."""

    custody: dict[str, frozenset[str]]
    besides: frozenset[str]
    more: frozenset[str]
    known: frozenset[str]
    nobody: frozenset[str]
    people: frozenset[str]
    things: frozenset[str]
    groups: frozenset[str]
    somebody: frozenset[str]
    some: frozenset[str]
    operations: frozenset[str]
    elsewhere: frozenset[str]
    exceeding: frozenset[str]
    recalled: frozenset[str]
    done_by: frozenset[str]
    endings: tuple[str, ...]
    periods: tuple[str, ...]
    day_sums: tuple[str, ...]
    fates: dict[str, str]


@cache
def telling_words(language: str = "en") -> TellingWords:
    """The words of telling of a language."""
    rows = read_yaml(language, "tellings.yaml")
    return TellingWords(
        custody={verb: frozenset(nouns) for verb, nouns in rows["custody"].items()},
        endings=tuple(rows["endings"]),
        periods=tuple(rows["periods"]),
        day_sums=tuple(rows["day_sums"]),
        fates={noun: one.item for one in number_words(language).casualties for noun in one.nouns},
        **{name: frozenset(rows[name]) for name in _SETS},
    )
