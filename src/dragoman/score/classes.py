"""The tasks ``relation``, ``related`` and ``class``: what a sentence says that one party does to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dragoman.score.task import Figures, Item, Line, register

__all__ = ["f1_of", "macro_f1"]

Pairs = Sequence[tuple[Item, list[Line]]]

_SEEN = ("source", "target", "source_span", "target_span")


def f1_of(gold: Sequence[Any], got: Sequence[Any], label: Any) -> float:
    """The F1 of one label."""
    hits = sum(g == label == p for g, p in zip(gold, got, strict=True))
    total = sum(g == label for g in gold) + sum(p == label for p in got)
    return 2 * hits / total if total else 0.0


def macro_f1(gold: Sequence[Any], got: Sequence[Any]) -> float:
    """The mean F1 of the labels that the gold holds."""
    labels = sorted(set(gold), key=str)
    return sum(f1_of(gold, got, label) for label in labels) / len(labels) if labels else 0.0


def _shown(values: dict[str, float], each: dict[str, float], n: int) -> Figures:
    lines = [f"{name:18} {100 * value:5.1f}" for name, value in values.items()]
    lines += [f"  {name:16} {100 * value:5.1f}" for name, value in each.items()]
    return Figures((*lines, f"of {n}"), {**values, "gold": float(n)})


@register(
    "relation", "PLOVER type of what a source does to a target", may=_SEEN, gold=("gold_root", "gold_quad")
)
def relation(pairs: Pairs) -> Figures:
    """Measure roots (15, YIELD for CONCEDE and RETREAT) and quad classes."""
    roots, got_roots = _sides(pairs, "gold_root", "root")
    quads, got_quads = _sides(pairs, "gold_quad", "quad")
    values = {
        "root macro-F1": macro_f1(roots, got_roots),
        "root accuracy": sum(map(_same, roots, got_roots)) / max(1, len(roots)),
        "quad macro-F1": macro_f1(quads, got_quads),
    }
    return _shown(values, {root: f1_of(roots, got_roots, root) for root in sorted(set(roots))}, len(pairs))


@register(
    "related", "whether a source does something political to a target", may=_SEEN, gold=("gold_binary",)
)
def related(pairs: Pairs) -> Figures:
    """Measure the F1 of those that are related, and how many of the others are told apart."""
    gold = [bool(item.gold["gold_binary"]) for item, _ in pairs]
    got = [bool(lines[0]["related"]) for _, lines in pairs]
    values = {"related F1": f1_of(gold, got, True), "unrelated F1": f1_of(gold, got, False)}
    return _shown(values, {}, len(pairs))


@register("class", "the quad class of a sentence's main event, 0 where there is none", gold=("gold_class",))
def class_(pairs: Pairs) -> Figures:
    """Measure the macro-F1 of the five classes."""
    gold, got = _sides(pairs, "gold_class", "class")
    values = {
        "class macro-F1": macro_f1(gold, got),
        "accuracy": sum(map(_same, gold, got)) / max(1, len(gold)),
    }
    return _shown(values, {str(k): f1_of(gold, got, k) for k in sorted(set(gold))}, len(pairs))


def _same(one: Any, other: Any) -> bool:
    return bool(one == other)


def _sides(pairs: Pairs, gold: str, got: str) -> tuple[list[Any], list[Any]]:
    """What the gold holds and what was predicted, of the items whose gold holds it."""
    kept = [(item.gold[gold], lines[0][got]) for item, lines in pairs if gold in item.gold]
    return [one for one, _ in kept], [other for _, other in kept]
