"""The ontology: PLOVER's types, modes and contexts, and the table from CAMEO, as data that checks itself."""

from dragoman.ontology.examples import Example, HardNegative, examples, hard_negatives
from dragoman.ontology.load import CameoRow, Context, EventType, Mode, Ontology, load

__all__ = [
    "CameoRow",
    "Context",
    "EventType",
    "Example",
    "HardNegative",
    "Mode",
    "Ontology",
    "examples",
    "hard_negatives",
    "load",
]
