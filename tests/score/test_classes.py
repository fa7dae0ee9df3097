"""The tasks that ask what one party does to another, and what a sentence tells of in the main."""

import json
from pathlib import Path

import pytest

from dragoman.score import find_task
from dragoman.score.classes import f1_of, macro_f1


def test_macro_f1_is_the_mean_over_the_labels_of_the_gold() -> None:
    gold, got = ["a", "a", "b", "b"], ["a", "b", "b", "c"]
    assert f1_of(gold, got, "a") == pytest.approx(2 / 3)
    assert f1_of(gold, got, "b") == pytest.approx(1 / 2)
    assert macro_f1(gold, got) == pytest.approx((2 / 3 + 1 / 2) / 2)
    assert macro_f1([], []) == 0


def measured(
    task: str, tmp_path: Path, rows: list[dict[str, object]], lines: list[dict[str, object]]
) -> dict[str, float]:
    path = tmp_path / "set.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    items = list(find_task(task).read(path))
    return dict(
        find_task(task).measure([(item, [line]) for item, line in zip(items, lines, strict=True)]).values
    )


def test_roots_and_quads_are_measured_apart(tmp_path: Path) -> None:
    rows = [
        {"text": "t", "source": "a", "target": "b", "source_span": None, "gold_root": root, "gold_quad": quad}
        for root, quad in (("AID", 2), ("YIELD", 2), ("ACCUSE", 3))
    ]
    lines = [{"root": "AID", "quad": 2}, {"root": "AID", "quad": 2}, {"root": "ACCUSE", "quad": 3}]
    values = measured("relation", tmp_path, rows, lines)
    assert values["root accuracy"] == pytest.approx(2 / 3)
    assert values["root macro-F1"] == pytest.approx((2 / 3 + 0 + 1) / 3)
    assert values["quad macro-F1"] == 1


def test_the_gold_is_not_seen(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(json.dumps({"text": "t", "source": "a", "gold_root": "AID", "zsp_root_L1": "AID"}))
    item = next(iter(find_task("relation").read(path)))
    assert dict(item.given) == {"text": "t", "source": "a"}


def test_related_and_class(tmp_path: Path) -> None:
    rows = [{"text": "t", "gold_binary": gold} for gold in (1, 1, 0)]
    lines = [{"related": True}, {"related": False}, {"related": False}]
    assert measured("related", tmp_path, rows, lines)["related F1"] == pytest.approx(2 / 3)
    rows = [{"text": "t", "gold_class": gold} for gold in (0, 4)]
    values = measured("class", tmp_path, rows, [{"class": 0}, {"class": 3}])
    assert values["class macro-F1"] == pytest.approx(0.5)
