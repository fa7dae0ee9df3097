"""The language's frames, noun classes and operators, read from YAML and checked against the ontology.

A frame says: under this verb or noun, if these conditions hold, the clause tells of an act of this
type, and these places of the clause hold its parties.  The files are in ``languages/en``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.errors import LexiconError
from dragoman.languages import folder_files, read_yaml
from dragoman.ontology import load as load_ontology

__all__ = ["Frame", "Lexicon", "Operator", "lexicon"]

#: How much a test asks for; a class of nouns asks for more than any of these.
_WEIGHT = {
    "any": 1,
    "named": 1,
    "none": 2,
    "party": 2,
    "plural": 2,
    "number": 2,
    "place": 2,
    "person": 2,
    "state_person": 2,
    "armed": 2,
}


def _weight(test: str) -> int:
    """What a test adds; one that only shuts out adds nothing."""
    return 0 if test.startswith("!") else _WEIGHT.get(test, 3)


#: Keys of a frame that are no conditions on a place of the clause.
_PLAIN = frozenset(
    {
        "lemmas",
        "actor",
        "recipient",
        "reciprocal",
        "mode",
        "eg",
        "light",
        "only_light",
        "with_modifier",
        "without_modifier",
        "foreign",
        "bare",
        "type",
        "status",
        "item_role",
        "particle",
        "weak",
        "passive",
        "code_party",
    }
)

#: Places of a clause that a frame may name, bare or as ``place.of``.
PLACES = frozenset(
    """
    about acomp across act advmod after against agent along alongside amid among around as at before behind
    beside between by cause comp dative deep during facing for from guilty home in in_favour incommunicado
    inside into light_across light_against light_around light_at light_dative light_for light_from light_in
    light_into light_of light_on light_outside light_over light_subject light_to light_with near object of off
    on onto opposite oprd out outside over owner past patient people place poss purpose sentence since subject
    through to toward towards under upon with within without
    """.split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to tell of an act; ``needs`` are conditions on places, tried in order."""

    type: str
    needs: tuple[tuple[str, str], ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    mode: str | None = None
    reciprocal: bool = False
    light: str | None = None
    only_light: bool = False
    modifiers: frozenset[str] = frozenset()
    bare: bool = False
    particle: str | None = None
    passive: bool | None = None
    role: str | None = None
    weak: bool = False
    where: str = ""
    barred: frozenset[str] = frozenset()
    foreign: bool = False

    @property
    def specificity(self) -> int:
        """How much the frame asks for; the frame that asks most is tried first."""
        named = sum(min(_weight(one) for one in need.split("|")) for _, need in self.needs)
        return named + 2 * bool(self.particle) + 2 * bool(self.modifiers) + (self.passive is not None)


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that takes another act as its content and turns it: promises it, refuses it, denies it."""

    kind: str
    takes: frozenset[str]
    recipient: tuple[str, ...]
    where: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that the coder knows of one language's words."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    verb_operators: Mapping[str, tuple[Operator, ...]]
    noun_operators: Mapping[str, tuple[Operator, ...]]
    adjective_operators: Mapping[str, tuple[Operator, ...]]
    classes: Mapping[str, frozenset[str]]
    light: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]

    def is_of(self, lemma: str, name: str) -> bool:
        """Whether a lemma belongs to a class of nouns."""
        return lemma in self.classes[name]


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The lexicon of a language.

    Raises LexiconError, naming file and fault, where an entry asks for what does not exist.
    """
    classes = {name: frozenset(words) for name, words in read_yaml(language, "classes.yaml").items()}
    operators = read_yaml(language, "operators.yaml")
    light = {name: frozenset(words) for name, words in operators["light"].items()}
    words = {name: frozenset(given) for name, given in operators["words"].items()}
    verbs: dict[str, list[Frame]] = {}
    nouns: dict[str, list[Frame]] = {}
    for name in folder_files(language, "frames"):
        content = read_yaml(language, name)
        for key, table in (("verbs", verbs), ("nouns", nouns)):
            for row in content.get(key, ()):
                frame = _frame(row, row.get("type", content["type"]), name, (classes, light))
                for lemma in row["lemmas"]:
                    table.setdefault(str(lemma), []).append(frame)
    tables = {
        key: _operators(operators.get(key, ()), f"operators.yaml {key}")
        for key in ("verbs", "nouns", "adjectives")
    }
    return Lexicon(
        _ranked(verbs),
        _ranked(nouns),
        tables["verbs"],
        tables["nouns"],
        tables["adjectives"],
        classes,
        light,
        words,
    )


def _ranked(table: Mapping[str, list[Frame]]) -> dict[str, tuple[Frame, ...]]:
    return {lemma: tuple(sorted(frames, key=lambda f: -f.specificity)) for lemma, frames in table.items()}


def _frame(
    row: Mapping[str, Any], type_: str, where: str, known: tuple[Mapping[str, Any], Mapping[str, Any]]
) -> Frame:
    classes, light = known
    where = f"{where} ({', '.join(map(str, row['lemmas'][:3]))})"
    needs = tuple(
        (str(key), str(need)) for key, given in row.items() if key not in _PLAIN for need in _listed(given)
    )
    for place, need in needs:
        for part in place.split("|"):
            _check_place(part, where)
        for one in need.split("|"):
            if one.lstrip("!") not in classes and one.lstrip("!") not in TESTS:
                raise LexiconError(where, f"condition {place}: {one!r} is no class of nouns and no test")
    for place in (*row.get("actor", ()), *row.get("recipient", ())):
        _check_place(place, where)
    _check_type(type_, row.get("mode"), where)
    if row.get("light") and row["light"] not in light:
        raise LexiconError(where, f"no group of light verbs {row['light']!r}")
    return Frame(
        type_, needs, tuple(row.get("actor", ())), tuple(row.get("recipient", ())), row.get("mode"),
        bool(row.get("reciprocal")), row.get("light"), bool(row.get("only_light")),
        frozenset(row.get("with_modifier", ())), bool(row.get("bare")), row.get("particle"), row.get("passive"),
        row.get("item_role"), bool(row.get("weak")), where, frozenset(row.get("without_modifier", ())),
        bool(row.get("foreign")),
    )  # fmt: skip


#: Tests that a condition may name beside the classes of nouns (see frames.holds).
TESTS = frozenset(
    {
        "party",
        "any",
        "none",
        "plural",
        "person",
        "state_person",
        "clause",
        "number",
        "judgement",
        "place",
        "other",
        "event",
        "self",
        "group",
        "armed",
        "civil",
        "official",
        "pointer",
        "spot",
        "fallen",
        "named",
        "body",
        "outsider",
        "joint",
        "several",
    }
)


def _listed(given: Any) -> list[Any]:
    """What one key of a frame asks; a list asks several things of one place."""
    return given if isinstance(given, list) else [given]


def _check_place(place: str, where: str) -> None:
    for part in place.split("."):
        if part not in PLACES:
            raise LexiconError(where, f"no place of a clause {part!r}")


def _check_type(type_: str, mode: str | None, where: str) -> None:
    types = load_ontology().types
    if type_ not in types:
        raise LexiconError(where, f"no event type {type_!r}")
    if mode and mode not in types[type_].modes:
        raise LexiconError(where, f"{type_} has no mode {mode!r}")


def _operators(rows: Iterable[Mapping[str, Any]], where: str) -> dict[str, tuple[Operator, ...]]:
    """Operators by lemma; what several rows say of one kind under one lemma is joined."""
    table: dict[str, dict[str, Operator]] = {}
    for row in rows:
        kind, takes, recipient = row["kind"], frozenset(row.get("takes", ())), tuple(row.get("recipient", ()))
        for place in recipient:
            _check_place(place, where)
        for lemma in map(str, row["lemmas"]):
            known = table.setdefault(lemma, {}).get(kind)
            if known is None:
                table[lemma][kind] = Operator(kind, takes, recipient, where)
            else:
                joined = tuple(dict.fromkeys((*known.recipient, *recipient)))
                table[lemma][kind] = Operator(kind, known.takes | takes, joined, where)
    return {lemma: tuple(found.values()) for lemma, found in table.items()}
