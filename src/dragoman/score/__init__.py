"""The score room: predicted against gold, one registered task for each thing that is measured."""

from dragoman.score import attribution, authored, classes, events, figures, places, record, times
from dragoman.score.task import Figures, Item, Line, Predictor, Task, find_task, tasks

__all__ = [
    "Figures",
    "Item",
    "Line",
    "Predictor",
    "Task",
    "attribution",
    "authored",
    "classes",
    "events",
    "figures",
    "find_task",
    "places",
    "record",
    "tasks",
    "times",
]
