"""The command ``score``: predict what a file asks for, write the predictions, print the figures."""

from __future__ import annotations

import json
from pathlib import Path

from dragoman.errors import WrongUse
from dragoman.score import Figures, find_task
from dragoman.show.predictors import PREDICTORS
from dragoman.show.talk import say

__all__ = ["measure", "score"]


def measure(name: str, path: Path, *, predictions: Path | None = None) -> Figures | None:
    """Predict and measure one file; ``None`` where no item of it has gold.

    Raises WrongUse for an unknown task and GoldError for a file that the task cannot read.
    """
    task = find_task(name)
    items = list(task.read(path))
    predicted = [list(lines) for lines in PREDICTORS[name](items)]
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
    return task.measure(pairs) if pairs else None


def score(task: str, file: str, *, predictions: str | None) -> int:
    """Measure one file and print its figures."""
    figures = measure(task, Path(file), predictions=Path(predictions) if predictions else None)
    for line in figures.lines if figures else ():
        print(line)
    return 0
