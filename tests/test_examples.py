"""The ontology's own examples: how many are coded right has a floor for each type, and the floors only rise."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.ontology import load

BENCH = Path(__file__).resolve().parents[1] / "bench"
FLOORS = json.loads((BENCH / "examples.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_examples", BENCH / "examples.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_type_has_its_floors() -> None:
    assert FLOORS.keys() == load().types.keys()


@pytest.mark.model
@pytest.mark.parametrize("type_", sorted(FLOORS))
def test_no_type_falls_under_its_floors(type_: str, bench: ModuleType) -> None:
    figures = bench.measure(type_)
    low = {
        name: (figures[name], floor)
        for name, floor in FLOORS[type_].items()
        if name != "fooled" and figures[name] < floor
    }
    assert not low
    assert figures["fooled"] <= FLOORS[type_]["fooled"]
