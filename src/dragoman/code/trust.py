"""How sure a record is: what its rules and the classifier say, weighed as the calibration sentences taught."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp, log

from dragoman.code.act import Act

__all__ = ["ENOUGH", "FEATURES", "confidence_of", "features_of", "weights"]

#: What is weighed, in this order.
FEATURES = (
    "all",
    "likely",
    "not asked",
    "learnt",
    "nominal",
    "weak",
    "no actor",
    "no recipient",
    "many parties",
)

#: Below this confidence an act that the classifier alone found is not written.
ENOUGH = 0.5

#: A likelihood nearer to 0 or 1 than this counts as this near.
_EDGE = 0.01


def features_of(act: Act) -> dict[str, float]:
    """What is known of an act before it is a record; ``likely`` as log-odds."""
    likely = min(max(act.likely, _EDGE), 1 - _EDGE) if act.likely is not None else 0.5
    return {
        "all": 1.0,
        "likely": log(likely / (1 - likely)),
        "not asked": float(act.likely is None),
        "learnt": float(act.learnt),
        "nominal": float(act.nominal),
        "weak": float(act.weak),
        "no actor": float(not act.actors),
        "no recipient": float(not act.recipients and not act.reciprocal),
        "many parties": float(len(act.actors) + len(act.recipients) > 2),
    }


def confidence_of(act: Act) -> float:
    """The share of records like this one that are right, to two places."""
    known = weights()
    return round(1 / (1 + exp(-sum(known[name] * value for name, value in features_of(act).items()))), 2)


@cache
def weights() -> Mapping[str, float]:
    """The weight of each feature."""
    found = json.loads(
        files("dragoman.code.weights").joinpath("calibration.json").read_text(encoding="utf-8")
    )
    return {name: float(found[name]) for name in FEATURES}
