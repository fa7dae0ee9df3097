"""Reads the ontology's files, refuses contradictions, and answers for types, modes, scores and codes.

Each file under ``plover`` holds two YAML documents: the type, and after ``---`` its examples.  A run
needs only the first, so ``load`` parses only the first; the second is read by ``examples.py``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from dragoman.errors import OntologyError, UnknownEventType, nearest

__all__ = [
    "CameoRow",
    "Context",
    "EventType",
    "Mode",
    "Ontology",
    "documents",
    "load",
]

FOLDER = Path(__file__).parent
COOPERATIVE = (1, 2)
KNOWN_VALUES: Mapping[str, tuple[object, ...]] = {
    "quad": (1, 2, 3, 4),
    "recipient": ("required", "optional", "none"),
    "reciprocal": (True, False),
    "keeps_planned": (True, False),
}
# ``planned``: whoever tells the plan; ``announced``: the actor itself tells it.
BECOMES = ("planned", "announced")
SCALE = 10.0

TYPE_KEYS = {"type", "meaning", "not", "quad", "score", "becomes", "cameo", "modes"} | KNOWN_VALUES.keys()

# libyaml is some six times faster; the pure loader reads the same files where it is missing.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Mode:
    """How an act of a type is done; ``score`` and ``cameo`` are the type's where the mode has none."""

    name: str
    meaning: str
    score: float
    cameo: str


@dataclass(frozen=True, slots=True)
class EventType:
    """One of PLOVER's types: what it is, what it is not, and what the codebook rules for it.

    ``recipient`` is required, optional or none; a required recipient is also met by two parties of a
    ``reciprocal`` type that stand together in actor.  ``becomes`` names the type to which a planned
    act (``planned``) or one that the actor itself announces (``announced``) turns.
    """

    name: str
    meaning: str
    is_not: str
    quad: int
    score: float
    recipient: str
    reciprocal: bool
    keeps_planned: bool
    becomes: Mapping[str, str]
    cameo: str
    modes: Mapping[str, Mode]


@dataclass(frozen=True, slots=True)
class Context:
    """What an event is about, with the lemmas that show it in a sentence or its paragraph."""

    name: str
    meaning: str
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CameoRow:
    """What a CAMEO code is in PLOVER."""

    code: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ontology:
    """All types, contexts and CAMEO rows, checked against each other."""

    types: Mapping[str, EventType]
    contexts: Mapping[str, Context]
    cameo_table: Mapping[str, CameoRow]
    version: str

    def of(self, type_: str) -> EventType:
        """The type of that name; UnknownEventType names the nearest where there is none."""
        try:
            return self.types[type_]
        except KeyError:
            raise UnknownEventType(type_, tuple(self.types), "ontology") from None

    def quad(self, type_: str) -> int:
        """The quad class of a type, 1 to 4."""
        return self.of(type_).quad

    def score(self, type_: str, modes: Sequence[str] = ()) -> float:
        """PLOVER's conflict-cooperation score, -10 to 10; of several modes the farthest from zero counts.

        >>> load().score("CONSULT"), load().score("ASSAULT", ["beat", "primitive"])
        (2.5, -8.0)
        """
        event_type = self.of(type_)
        scores = [_mode_of(event_type, mode).score for mode in modes]
        return max(scores, key=abs, default=event_type.score)

    def cameo(self, type_: str, mode: str | None = None) -> str:
        """The closest CAMEO code of a type and its mode, a string with its leading zeros."""
        event_type = self.of(type_)
        return event_type.cameo if mode is None else _mode_of(event_type, mode).cameo

    def plover(self, cameo_code: str) -> CameoRow | None:
        """The row of a CAMEO code or of its nearest parent; None for what PLOVER drops (01 and 02).

        >>> load().plover("0871").type, load().plover("0871").mode
        ('RETREAT', 'ceasefire')
        """
        for length in range(len(cameo_code), 1, -1):
            if row := self.cameo_table.get(cameo_code[:length]):
                return row
        return None


def _mode_of(event_type: EventType, mode: str) -> Mode:
    if mode not in event_type.modes:
        hint = nearest(mode, tuple(event_type.modes))
        raise OntologyError(event_type.name, f"has no mode {mode!r}.{hint}")
    return event_type.modes[mode]


@cache
def load(folder: Path = FOLDER) -> Ontology:
    """Read and check the ontology in ``folder``, the package's own by default.

    OntologyError names the file and the fault of the first contradiction.
    """
    raw_types = {path: documents(path, 1)[0] for path in sorted((folder / "plover").glob("*.yaml"))}
    raw_contexts = documents(folder / "contexts.yaml", 1)[0]
    raw_cameo = documents(folder / "cameo.yaml", 1)[0]
    if not raw_types:
        raise OntologyError(str(folder / "plover"), "no event type found")
    types = {}
    for path, raw in raw_types.items():
        event_type = _event_type(path.name, raw)
        if path.stem != event_type.name.lower():
            raise OntologyError(path.name, f"holds type {event_type.name!r}, not the one of its name")
        types[event_type.name] = event_type
    contexts = {name: _context(name, raw) for name, raw in raw_contexts.items()}
    rows = {code: _cameo_row(code, raw) for code, raw in raw_cameo.items()}
    _check_becomes(types)
    _check_rows(rows, types, contexts)
    _check_codes(types, rows)
    content = json.dumps([list(raw_types.values()), raw_contexts, raw_cameo], sort_keys=True)
    return Ontology(types, contexts, rows, hashlib.sha256(content.encode()).hexdigest()[:12])


def documents(path: Path, count: int) -> list[Any]:
    """The first ``count`` documents of a file; what follows them is not parsed."""
    try:
        stream: Iterator[Any] = yaml.load_all(path.read_text(encoding="utf-8"), Loader=LOADER)
        found = list(islice(stream, count))
    except OSError as error:
        raise OntologyError(path.name, f"cannot be read: {error.strerror}") from error
    except yaml.YAMLError as error:
        raise OntologyError(path.name, f"is no YAML: {error}") from error
    if not found or not isinstance(found[0], dict):
        raise OntologyError(path.name, "holds no mapping")
    return found


def _event_type(where: str, raw: Mapping[str, Any]) -> EventType:
    if raw.keys() != TYPE_KEYS:
        missing, unknown = sorted(TYPE_KEYS - raw.keys()), sorted(raw.keys() - TYPE_KEYS)
        raise OntologyError(where, f"keys missing: {missing}; keys unknown: {unknown}")
    for key, known in KNOWN_VALUES.items():
        if raw[key] not in known or type(raw[key]) is not type(known[0]):
            raise OntologyError(where, f"unknown {key} {raw[key]!r}; it is one of {list(known)}")
    score = _score(where, "type", raw["score"])
    if score * (1 if raw["quad"] in COOPERATIVE else -1) < 0:
        raise OntologyError(where, f"score {score} has the sign of the other side: quad is {raw['quad']}")
    cameo, modes = raw["cameo"], raw["modes"]
    if not all(isinstance(part, dict) for part in (modes, raw["becomes"], cameo)) or "default" not in cameo:
        raise OntologyError(where, "modes, becomes and cameo are mappings, and cameo holds a default")
    mode_codes = cameo.get("modes", {})
    for mode in mode_codes:
        if mode not in modes:
            raise OntologyError(where, f"cameo names mode {mode!r}, which the type lacks")
    return EventType(
        name=raw["type"],
        meaning=_words(where, "type", raw["meaning"]),
        is_not=_words(where, "not", raw["not"]),
        quad=raw["quad"],
        score=score,
        recipient=raw["recipient"],
        reciprocal=raw["reciprocal"],
        keeps_planned=raw["keeps_planned"],
        becomes=raw["becomes"],
        cameo=cameo["default"],
        modes={
            name: _mode(where, name, mode, (score, mode_codes.get(name, cameo["default"])))
            for name, mode in modes.items()
        },
    )


def _mode(where: str, name: str, raw: Mapping[str, Any] | None, inherited: tuple[float, str]) -> Mode:
    raw = raw or {}
    if unknown := sorted(raw.keys() - {"meaning", "score"}):
        raise OntologyError(where, f"mode {name!r} has unknown keys {unknown}")
    type_score, cameo = inherited
    score = _score(where, f"mode {name!r}", raw["score"]) if "score" in raw else type_score
    # A type that scores 0 (REQUEST) has modes on either side of it; the others have not.
    if score * type_score < 0:
        raise OntologyError(where, f"mode {name!r} scores {score}, its type {type_score}: the signs differ")
    return Mode(name, _words(where, f"mode {name!r}", raw.get("meaning")), score, cameo)


def _words(where: str, what: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise OntologyError(where, f"{what} has no meaning")
    return value.strip()


def _score(where: str, what: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > SCALE:
        raise OntologyError(where, f"score of {what} is {value!r}, no number from -10 to 10")
    return float(value)


def _context(name: str, raw: object) -> Context:
    where = "contexts.yaml"
    if not isinstance(raw, dict) or raw.keys() != {"meaning", "cues"}:
        raise OntologyError(where, f"context {name!r} holds meaning and cues, nothing else")
    cues = raw["cues"] or ()
    if not cues or len(set(cues)) != len(cues):
        raise OntologyError(where, f"context {name!r} has no cue words, or one twice")
    return Context(name, _words(where, f"context {name!r}", raw["meaning"]), tuple(cues))


def _cameo_row(code: object, raw: object) -> CameoRow:
    where = "cameo.yaml"
    if not isinstance(code, str) or not code.isdecimal():
        raise OntologyError(where, f"code {code!r} is no string of digits; quote it, leading zeros count")
    if not isinstance(raw, dict) or "type" not in raw or raw.keys() - {"type", "mode", "contexts"}:
        raise OntologyError(where, f"{code} holds type, and perhaps mode and contexts, nothing else")
    return CameoRow(code, raw["type"], raw.get("mode"), tuple(raw.get("contexts", ())))


def _check_becomes(types: Mapping[str, EventType]) -> None:
    for event_type in types.values():
        where = f"{event_type.name.lower()}.yaml"
        for key, target in event_type.becomes.items():
            if key not in BECOMES:
                raise OntologyError(where, f"becomes knows {list(BECOMES)}, not {key!r}")
            if target not in types:
                raise OntologyError(where, f"becomes an unknown type {target!r}")
        if event_type.keeps_planned == ("planned" in event_type.becomes):
            raise OntologyError(where, "a planned act is either kept or becomes another type")


def _check_rows(
    rows: Mapping[str, CameoRow], types: Mapping[str, EventType], contexts: Mapping[str, Context]
) -> None:
    for code, row in rows.items():
        if row.type not in types:
            raise OntologyError("cameo.yaml", f"{code} names an unknown type {row.type!r}")
        if row.mode is not None and row.mode not in types[row.type].modes:
            raise OntologyError("cameo.yaml", f"{code} names mode {row.mode!r}, which {row.type} lacks")
        for context in row.contexts:
            if context not in contexts:
                raise OntologyError("cameo.yaml", f"{code} names an unknown context {context!r}")


def _check_codes(types: Mapping[str, EventType], rows: Mapping[str, CameoRow]) -> None:
    """A type's own codes must lead back to it."""
    for event_type in types.values():
        for code in (event_type.cameo, *(mode.cameo for mode in event_type.modes.values())):
            row = rows.get(code)
            if row is None or row.type != event_type.name:
                back = "no row" if row is None else row.type
                raise OntologyError(
                    f"{event_type.name.lower()}.yaml", f"cameo code {code!r} leads to {back} in cameo.yaml"
                )
