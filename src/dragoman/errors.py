"""What can go wrong, as classes that carry their values and survive pickling."""

from collections.abc import Sequence
from difflib import get_close_matches

__all__ = [
    "BadInput",
    "CatalogueError",
    "DragomanError",
    "GoldError",
    "LexiconError",
    "ModelMissing",
    "OntologyError",
    "StepError",
    "UnknownEventType",
    "WrongUse",
]


class DragomanError(Exception):
    """The root of all errors that dragoman raises on purpose."""


class OntologyError(DragomanError):
    """An ontology file contradicts itself or the codebook."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(where, what)

    def __str__(self) -> str:
        where, what = self.args
        return f"{where}: {what}"


class UnknownEventType(DragomanError):
    """An event type that the loaded ontology does not define."""

    def __init__(self, given: str, known: Sequence[str], where: str) -> None:
        super().__init__(given, tuple(known), where)

    def __str__(self) -> str:
        given, known, where = self.args
        return f"{where}: no event type {given!r}.{nearest(given, known)}"


class LexiconError(OntologyError):
    """A language file names something that the ontology or the reader of the file does not know."""


class CatalogueError(OntologyError):
    """A catalogue file holds a row that contradicts another or lacks what it needs."""


class GoldError(OntologyError):
    """A gold or prediction file cannot be read as the task needs it."""


class StepError(DragomanError):
    """The steps of a flow do not fit together."""

    def __init__(self, step: str, what: str) -> None:
        super().__init__(step, what)

    def __str__(self) -> str:
        step, what = self.args
        return f"step {step}: {what}"


class ModelMissing(DragomanError):
    """No parser model that dragoman can use is installed."""

    def __init__(self, tried: Sequence[str]) -> None:
        super().__init__(tuple(tried))

    def __str__(self) -> str:
        return f"no parser model found (tried {', '.join(self.args[0])}); `make install` installs one"


class BadInput(DragomanError):
    """An input that cannot be read as a report; it becomes a Problem and harms nothing else."""

    def __init__(self, where: str, reason: str, detail: str) -> None:
        super().__init__(where, reason, detail)

    def __str__(self) -> str:
        where, reason, detail = self.args
        return f"{where}: {reason}: {detail}"


class WrongUse(DragomanError):
    """A command or a call was given something that it cannot take."""

    def __init__(self, what: str, given: str = "", known: Sequence[str] = ()) -> None:
        super().__init__(what, given, tuple(known))

    def __str__(self) -> str:
        what, given, known = self.args
        return f"{what}{nearest(given, known)}"


def nearest(given: str, known: Sequence[str]) -> str:
    """Name the nearest right thing, or nothing.

    >>> nearest("RETREET", ["RETREAT", "REJECT"])
    ' Did you mean RETREAT?'
    """
    near = get_close_matches(given, known, n=1)
    return f" Did you mean {near[0]}?" if near else ""
