"""The floors of the measured figures: what counts as worse, and that they only rise."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from dragoman.score import Figures

BENCH = Path(__file__).resolve().parents[1] / "bench"


@pytest.fixture(scope="module")
def score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_score", BENCH / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_figure_under_its_floor_is_told(score: ModuleType) -> None:
    floors = {"record x": {"core": 0.5, "spurious": 0.1}}
    assert score.compare("record x", {"core": 0.5, "spurious": 0.1}, floors) == []
    assert score.compare("record x", {"core": 0.499, "spurious": 0.101}, floors) == [
        "record x: core is 0.499, under its floor of 0.500",
        "record x: spurious is 0.101, over its floor of 0.100",
    ]
    assert score.compare("times y", {"value": 0.0}, floors) == []


def test_floors_only_rise(score: ModuleType) -> None:
    floors = {"record x": {"core": 0.5, "spurious": 0.1}}
    score.lift("record x", {"core": 0.6149, "spurious": 0.2, "full": 0.305, "gold": 9}, floors)
    assert floors == {"record x": {"core": 0.6, "spurious": 0.1, "full": 0.29}}
    score.lift("record x", {"core": 0.4, "spurious": 0.05001}, floors)
    assert floors["record x"] == {"core": 0.6, "spurious": 0.07, "full": 0.29}


def test_no_figure_is_better_than_it_is_once_it_is_a_floor(score: ModuleType) -> None:
    floors: dict[str, dict[str, float]] = {}
    values = {"core": 2 / 3, "spurious": 2 / 3, "median km": 0.0}
    score.lift("record x", values, floors)
    assert score.compare("record x", values, floors) == []


def test_the_floors_kept_are_of_sets_that_are_measured(score: ModuleType) -> None:
    kept = json.loads((BENCH / "floors.json").read_text(encoding="utf-8"))
    known = {f"{task} {name}" for task, names in score.SETS.items() for name in names} | {
        f"{task} {name}" for task, name in score.OWN
    }
    assert kept.keys() <= known
    assert "record tests/gold" in kept


def test_measuring_says_what_is_low_with_its_exit_code(
    score: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = Figures(("core=1/2",), {"core": 0.5})
    floors = tmp_path / "floors.json"
    monkeypatch.setattr(score, "OWN", (("record", "tests/gold"),))
    monkeypatch.setattr(score, "predicted_pairs", lambda task, path, **_: [None])
    monkeypatch.setattr(score, "find_task", lambda task: SimpleNamespace(measure=lambda pairs: figures))
    monkeypatch.setattr(score, "FLOORS", floors)
    monkeypatch.setattr(sys, "argv", ["score.py"])
    for floor, code in ((0.5, 0), (0.6, 1)):
        floors.write_text(json.dumps({"record tests/gold": {"core": floor}}))
        assert score.main() == code
        told = capsys.readouterr()
        assert "core=1/2" in told.out
        assert ("under its floor" in told.err) == bool(code)


def test_intervals_hold_the_figure_and_are_the_same_each_time(
    score: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mean(pairs: list[int]) -> Figures:
        return Figures((), {"share": sum(pairs) / len(pairs), "gold": 1.0})

    monkeypatch.setattr(score, "find_task", lambda task: SimpleNamespace(measure=mean))
    pairs = [1] * 60 + [0] * 40
    found = score.intervals("any", pairs)
    assert found == score.intervals("any", pairs)
    low, high = found["share"]
    assert 0.45 < low < 0.6 < high < 0.75
    assert "gold" not in found
    assert score.told({"share": 0.6}, found) == [f"  {'share':20} 0.600  95 %: {low:.3f} to {high:.3f}"]
