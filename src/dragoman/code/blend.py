"""Several opinions on one question, weighed: the classifier asked in three ways, and what the frames find.

A conditional logit: each label has the same few features, the weights are shared by all labels and were
fitted on the authored sentences kept for calibration (training/finish.py).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp, log

__all__ = ["OPINIONS", "blended", "opinion", "related_from", "weights_of"]

#: The features of a label, in this order: log likelihoods of the classifier between marks, in the plain sentence
#: and of the whole; whether the frames find the type with both parties, with one of them, or at all.
OPINIONS = ("marked", "plain", "whole", "rules both", "rules one", "rules any")

#: A likelihood below this counts as this.
_FLOOR = 1e-4


def opinion(share: float) -> float:
    """A likelihood as a feature."""
    return log(max(share, _FLOOR))


def blended(features: Mapping[str, Sequence[float]], weights: Sequence[float]) -> dict[str, float]:
    """The likelihood of each label, from its features."""
    scores = {
        label: sum(w * x for w, x in zip(weights, each, strict=True)) for label, each in features.items()
    }
    most = max(scores.values())
    odds = {label: exp(score - most) for label, score in scores.items()}
    total = sum(odds.values())
    return {label: value / total for label, value in odds.items()}


@cache
def weights_of(question: str) -> tuple[float, ...]:
    """The weights for a question: ``pair`` (of two that an act joins), ``related`` or ``whole``."""
    return tuple(float(_kept()[question][name]) for name in OPINIONS)


def related_from() -> float:
    """The share from which on two parties are called related: where F1 was highest on the calibration sentences."""
    return float(_kept()["related from"]["share"])


@cache
def _kept() -> Mapping[str, Mapping[str, float]]:
    text = files("dragoman.code.weights").joinpath("blend.json").read_text(encoding="utf-8")
    return {question: dict(each) for question, each in json.loads(text).items()}
