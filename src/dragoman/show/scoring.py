"""The command ``score``: predict what a file asks for, write the predictions, print the figures."""

from __future__ import annotations

import json
from pathlib import Path

from dragoman.errors import WrongUse
from dragoman.score import Figures, Item, Line, Predictor, find_task
from dragoman.show.dictionaries import dictionaries_of
from dragoman.show.predictors import PREDICTORS, WITH_DICTIONARIES
from dragoman.show.talk import say

__all__ = ["measure", "predicted_pairs", "score"]

Pairs = list[tuple[Item, list[Line]]]


def measure(
    name: str, path: Path, *, predictions: Path | None = None, petrarch: str | Path | None = None
) -> Figures | None:
    """Predict and measure one file; ``None`` where no item of it has gold.

    Raises WrongUse for an unknown task and GoldError for a file that the task cannot read.
    """
    pairs = predicted_pairs(name, path, predictions=predictions, petrarch=petrarch)
    return find_task(name).measure(pairs) if pairs else None


def predicted_pairs(
    name: str, path: Path, *, predictions: Path | None = None, petrarch: str | Path | None = None
) -> Pairs:
    """The items of a file that have gold, each with what was predicted for it; raises as ``measure``."""
    task = find_task(name)
    predict = _predictor(name, petrarch)
    items = list(task.read(path))
    predicted = [list(lines) for lines in predict(items)]
    if predictions is not None:
        rows = [json.dumps(line, ensure_ascii=False) for lines in predicted for line in lines]
        try:
            predictions.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
        except OSError as error:
            raise WrongUse(f"--predictions: {predictions} cannot be written: {error.strerror}.") from None
    pairs = [pair for pair in zip(items, predicted, strict=True) if pair[0].gold is not None]
    left = len(items) - len(pairs)
    if left:
        say(f"{left} of {len(items)} items have no gold; they are predicted and not measured")
    return pairs


def _predictor(name: str, petrarch: str | Path | None) -> Predictor:
    """What predicts for a task; dictionaries are for the tasks that ask for them, and those cannot do without."""
    if name not in WITH_DICTIONARIES:
        if petrarch is not None:
            raise WrongUse(f"--petrarch-dictionaries: the task {name} takes no dictionaries.")
        return PREDICTORS[name]
    dictionaries = dictionaries_of(petrarch)
    if dictionaries is None:
        raise WrongUse(f"the task {name} needs --petrarch-dictionaries DIR.")
    return WITH_DICTIONARIES[name](dictionaries)


def score(task: str, file: str, *, predictions: str | None, petrarch: str | None = None) -> int:
    """Measure one file and print its figures."""
    out = Path(predictions) if predictions else None
    figures = measure(task, Path(file), predictions=out, petrarch=petrarch)
    for line in figures.lines if figures else ():
        print(line)
    return 0
