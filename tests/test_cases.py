"""Every case of tests/cases, coded and compared with what its author expects; gaps are strict xfail."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman import flow
from dragoman.read import read_text
from tests.cases_runner import faults

FOLDER = Path(__file__).parent / "cases"


def cases() -> list[Any]:
    """All cases as parameters, named by file and place."""
    found = []
    for path in sorted(FOLDER.glob("*/*.yaml")):
        for k, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]):
            marks = [pytest.mark.xfail(reason=case["gap"], strict=True)] if "gap" in case else []
            found.append(pytest.param(case, id=f"{path.parent.name}/{path.stem}-{k}", marks=marks))
    return found


@pytest.mark.model
@pytest.mark.parametrize("case", cases())
def test_a_case_is_coded_as_its_author_expects(case: dict[str, Any]) -> None:
    published = str(case["published"]) if case.get("published") else None
    report = read_text(case["text"], id="case", published=published)
    coded = flow.code_reports([report])[0]
    records = [flow.record_of(event, report) for event in coded.events]
    assert faults(case, records, report.text) == []
