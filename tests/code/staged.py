"""Scenes built by hand: a sentence in which the names of some states are parties already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dragoman.code.act import Act
from dragoman.code.lexicon import Frame, Lexicon, Operator, lexicon
from dragoman.code.scene import Scene, make_scene
from dragoman.model import Party, Place, Resolution, Sentence, Span
from tests.build import sentence

STATES = {
    "Russia": "RUS", "Ukraine": "UKR", "Iran": "IRN", "Iraq": "IRQ", "Kuwait": "KWT", "Mali": "MLI",
    "Niger": "NER", "Kenya": "KEN",
}  # fmt: skip
ADJECTIVES = {"Russian": "Russia", "Iraqi": "Iraq", "Malian": "Mali"}


def state(name: str, sector: str = "GOV") -> Party:
    """One of the states that these tests know."""
    return Party(name, name, Span(0, 0), STATES[name], sector, None, None, STATES[name], "state")


def person(name: str, code: str | None = None, sector: str | None = "GOV") -> Party:
    """A person."""
    return Party(name, name, Span(0, 0), code, sector, None, None, "", "person")


def role(words: str, code: str | None = None, sector: str | None = None) -> Party:
    """A noun of a role, with or without a state."""
    return Party(words, words, Span(0, 0), code, sector, None, None, code or "", "role")


def staged(
    spec: str,
    extra: Mapping[int, tuple[Party, ...]] | None = None,
    *,
    words: Lexicon | None = None,
    places: Sequence[Place] = (),
    index: int = 0,
) -> Scene:
    """The scene of a sentence; names of known states are parties, ``extra`` gives others by token."""
    made = sentence(spec, index=index)
    found = {
        t.i: (state(ADJECTIVES.get(t.text, t.text)),)
        for t in made.tokens
        if ADJECTIVES.get(t.text, t.text) in STATES
    }
    found |= extra or {}
    resolutions = [Resolution(index, i, i + 1, i, parties, 0.9, "name") for i, parties in found.items()]
    return make_scene(made, lexicon() if words is None else words, resolutions, places, ())


def place(one: Sentence, head: int, country: str | None) -> Place:
    """A place at a token."""
    token = one.tokens[head]
    return Place(
        token.text, token.text, Span(token.start, token.end), None, None, country, None, None, "name",
        one.index,
        head, head + 1, head,
    )  # fmt: skip


def small(
    verbs: Mapping[str, Sequence[Frame]] | None = None,
    nouns: Mapping[str, Sequence[Frame]] | None = None,
    *,
    operators: Mapping[str, Sequence[Operator]] | None = None,
    noun_operators: Mapping[str, Sequence[Operator]] | None = None,
    classes: Mapping[str, Sequence[str]] | None = None,
    light: Mapping[str, Sequence[str]] | None = None,
) -> Lexicon:
    """A lexicon of a few entries."""

    def sets(given: Mapping[str, Sequence[str]] | None) -> defaultdict[str, frozenset[str]]:
        return defaultdict(frozenset, {name: frozenset(words) for name, words in (given or {}).items()})

    def tuples(given: Mapping[str, Sequence[object]] | None) -> dict[str, tuple[object, ...]]:
        return {name: tuple(rows) for name, rows in (given or {}).items()}

    words = sets({"negation": ["not", "n't", "never", "no"], "condition": ["if", "unless"]})
    return Lexicon(
        tuples(verbs), tuples(nouns), tuples(operators), tuples(noun_operators), {}, sets(classes),
        sets(light), words  # type: ignore[arg-type]
    )  # fmt: skip


def an_act(type_: str, actors: str = "", recipients: str = "", **known: object) -> Act:
    """An act between states given by name, several joined by "and"."""
    sides = [tuple(state(n) for n in side.split(" and ") if n) for side in (actors, recipients)]
    trigger = known.pop("trigger", 1)
    verb = known.pop("verb", trigger)
    return Act(trigger, verb, type_, known.pop("modes", ()), *sides, **known)  # type: ignore[arg-type]


def codes(parties: Sequence[Party]) -> list[str | None]:
    """The codes of some parties."""
    return [p.code for p in parties]


def told(act: Act | None) -> tuple[str, list[str | None], list[str | None]] | None:
    """Type, doers and recipients of an act."""
    return None if act is None else (act.type, codes(act.actors), codes(act.recipients))
