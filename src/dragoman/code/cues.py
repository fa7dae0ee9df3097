"""Which words lay a content to a source, as the language's data has them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.languages import read_yaml

__all__ = ["QUOTED", "Cue", "Cues", "cues"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying: what it takes as content, always or as an attitude, and how firm that is."""

    takes: frozenset[str] = frozenset()
    attitude: frozenset[str] = frozenset()
    stance: str = "affirms"
    certainty: str = "stated"
    told: bool = False


#: A verb that the data do not name, beside words in quotation marks.
QUOTED = Cue(frozenset({"clause"}))


@dataclass(frozen=True, slots=True)
class Cues:
    """A language's words of saying; ``words`` are all lemmas that can make a sentence worth a look."""

    verbs: dict[str, Cue]
    nouns: dict[str, Cue]
    adverbs: dict[str, str]
    according: tuple[tuple[str, ...], ...]
    carriers: dict[str, str]
    behind: frozenset[str]
    speakers: frozenset[str]
    nobody: frozenset[str]
    passing_on: frozenset[str]
    quoted_as: frozenset[str]
    first_words: frozenset[str]
    withheld: frozenset[str]
    light: frozenset[str]
    words: frozenset[str]


@cache
def cues(language: str = "en") -> Cues:
    """The cues of a language."""
    data: dict[str, Any] = read_yaml(language, "cues.yaml")
    verbs = _verbs(data["verbs"])
    nouns = {noun: _noun(key) for key, words in data["nouns"].items() for noun in words}
    adverbs = {word: certainty for certainty, words in data["adverbs"].items() for word in words}
    according = tuple(tuple(one["words"]) for one in data["according"])
    carriers = {word: certainty for certainty, words in data["carriers"].items() for word in words}
    words = (
        {verb.split("_")[0] for verb in verbs}
        | set(nouns)
        | set(adverbs)
        | set(data["passing_on"])
        | set(data["quoted_as"])
    )
    # "In the view of" is found by its noun: "in" alone would make every sentence worth a look.
    words |= set(data["worth_a_look"])
    named = ("behind", "speakers", "nobody", "passing_on", "quoted_as", "withheld", "light")
    return Cues(
        verbs=verbs, nouns=nouns, adverbs=adverbs, according=according, carriers=carriers,
        first_words=frozenset(phrase[0] for phrase in according), words=frozenset(words),
        **{name: frozenset(data[name]) for name in named},
    )  # fmt: skip


def _verbs(groups: list[dict[str, Any]]) -> dict[str, Cue]:
    """One cue per verb; a verb of several groups takes what each of them gives it."""
    verbs: dict[str, Cue] = {}
    for group in groups:
        takes, attitude = frozenset(group["takes"]), frozenset(group.get("attitude", ()))
        for lemma in group["lemmas"]:
            old = verbs.get(lemma)
            if old is None:
                verbs[lemma] = Cue(
                    takes, attitude, group.get("stance", "affirms"), group.get("certainty", "stated"),
                    group.get("told", False),
                )  # fmt: skip
            else:
                verbs[lemma] = Cue(
                    old.takes | takes, old.attitude | attitude, old.stance, old.certainty, old.told
                )
    return verbs


def _noun(key: str) -> Cue:
    if key in {"denies", "doubts"}:
        return Cue(frozenset({"clause"}), stance=key)
    return Cue(frozenset({"clause"}), certainty=key)
