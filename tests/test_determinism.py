"""The same report gives the same records: again, in any order, in any company, in any process."""

import hashlib
import json
import os
import random
import subprocess
import sys
from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dragoman.errors import BadInput
from dragoman.flow import code_reports, record_of
from dragoman.model import Report
from dragoman.read import read_text
from tests.contract import faults

pytestmark = pytest.mark.model

STATES = ("Mali", "Niger", "Kenya", "Chad", "Ghana", "Togo", "Benin", "Gabon")
CLAUSES = (
    "{a} sent {n} soldiers to the border with {b} on Monday, {c} said.",
    "{a} and {b} signed a treaty with {c} after three days of talks.",
    (
        "The president of {a} condemned the attack, in which {n} "
        "people were killed, and {b} denied that it had taken part."
    ),
    "{c} urged {a} to release {n} prisoners in exchange for grain from {b}.",
    "If {b} closes its ports, {a} will impose sanctions on it, a spokesman for {c} told reporters.",
)


def made_text(number: int) -> str:
    """A report of three sentences between three states, another for each number."""
    a, b, c = (STATES[(number * step + shift) % len(STATES)] for step, shift in ((1, 0), (3, 1), (5, 3)))
    chosen = [CLAUSES[(number + k) % len(CLAUSES)] for k in range(3)]
    return " ".join(clause.format(a=a, b=b, c=c, n=number + 2) for clause in chosen)


def printed(reports: list[Report]) -> dict[str, str]:
    """The records of each report as they are printed, by the report's id."""
    return {
        one.report.id: "\n".join(json.dumps(record_of(e, one.report), ensure_ascii=False) for e in one.events)
        for one in code_reports(reports)
    }


@pytest.fixture(scope="module")
def samples() -> list[Report]:
    """The reports that come with dragoman."""
    found = sorted(
        (f for f in files("dragoman.samples").iterdir() if f.name.endswith(".txt")), key=lambda f: f.name
    )
    return [replace(read_text(f.read_text(encoding="utf-8")), id=f.name.removesuffix(".txt")) for f in found]


@pytest.fixture(scope="module")
def hundred(samples: list[Report]) -> list[Report]:
    """A batch of a hundred: the samples and made texts."""
    day = date(2025, 10, 28)
    made = [
        replace(read_text(made_text(n), published=day), id=f"made-{n}") for n in range(100 - len(samples))
    ]
    return [*samples, *made]


@pytest.fixture(scope="module")
def batch(hundred: list[Report]) -> dict[str, str]:
    """The records of the hundred, coded at once."""
    return printed(hundred)


def test_there_is_something_to_compare(batch: dict[str, str]) -> None:
    assert len(batch) == 100
    assert sum(bool(records) for records in batch.values()) > 90
    assert sum(records.count("\n") + 1 for records in batch.values()) > 250


def test_twice_the_same(samples: list[Report], batch: dict[str, str]) -> None:
    assert printed(samples) == {one.id: batch[one.id] for one in samples}


def test_in_another_order(hundred: list[Report], batch: dict[str, str]) -> None:
    shuffled = hundred[:]
    random.Random(7).shuffle(shuffled)
    assert printed(shuffled[:40]) == {one.id: batch[one.id] for one in shuffled[:40]}


def test_alone_as_among_a_hundred(hundred: list[Report], batch: dict[str, str]) -> None:
    for one in hundred[::5]:
        assert printed([one]) == {one.id: batch[one.id]}


def test_in_other_processes() -> None:
    """Neither the process nor the seed of Python's hashes shows in a record."""
    code = (
        "import hashlib; from tests.test_determinism import *; from dataclasses import replace\n"
        "rs = [replace(read_text(made_text(n), published=date(2025, 10, 28)), id=f'made-{n}') for n "
        "in range(10)]\n"
        "print(hashlib.sha256(repr(printed(rs)).encode()).hexdigest())"
    )
    here = [replace(read_text(made_text(n), published=date(2025, 10, 28)), id=f"made-{n}") for n in range(10)]
    wanted = hashlib.sha256(repr(printed(here)).encode()).hexdigest()
    path = os.pathsep.join(p for p in ("", *sys.path) if "zip" not in p)
    for seed in ("1", "4242"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True
        )
        assert done.stdout.strip() == wanted, f"seed {seed}"


def test_ids_hang_on_report_and_text_and_on_nothing_else(samples: list[Report]) -> None:
    def ids(report: Report) -> list[str]:
        return [e.id for e in code_reports([report])[0].events]

    one = samples[0]
    assert ids(replace(one, published=date(1999, 1, 1), publisher="x", url="y")) == ids(one)
    assert not set(ids(replace(one, id="other"))) & set(ids(one))
    assert not set(ids(replace(one, text=one.text + "\n"))) & set(ids(one))


def test_no_id_is_given_twice(batch: dict[str, str]) -> None:
    ids = [json.loads(line)["id"] for records in batch.values() for line in records.splitlines()]
    assert len(ids) == len(set(ids))


def test_every_record_keeps_its_promises(hundred: list[Report], batch: dict[str, str]) -> None:
    broken = [
        (one.id, record["evidence"]["text"], fault)
        for one in hundred
        for record in map(json.loads, batch[one.id].splitlines())
        for fault in faults(record, one)
    ]
    assert broken == []


def test_links_lead_to_records_of_the_same_report(batch: dict[str, str]) -> None:
    for records in batch.values():
        found = [json.loads(line) for line in records.splitlines()]
        ids = {record["id"] for record in found}
        assert [
            link for r in found for link in r["link"] if link["to"] not in ids or link["to"] == r["id"]
        ] == []


WORDS = st.sampled_from(
    [
        *STATES, "attacked", "said", "met", "will", "not", "and", "it", "they", "both sides", "the two",
        "who", "which", "that",
        "12", "at least", "on Monday", "in 2024", ",", ".", ";", "\n\n", "“", "”", '"', "'s", "-", "–",
        "(", ")", "denied",
        "sanctions", "in exchange for", "killed", "talks", "of", "to", "😀", "é", "\u200b", "\u202e",
        "\ufeff", "\r\n", "\t",
    ]
)  # fmt: skip
CUTS = st.lists(st.tuples(st.integers(0, 300), WORDS | st.text(max_size=3)), max_size=6)


def damaged(number: int, cuts: list[tuple[int, str]]) -> str:
    """A made text with other signs written over some of its places."""
    text = made_text(number)
    for at, piece in cuts:
        text = text[:at] + piece + text[at + len(piece) :]
    return text


TEXTS = st.one_of(
    st.builds(damaged, st.integers(0, 40), CUTS),
    st.text(max_size=120),
    st.lists(WORDS, max_size=40).map(" ".join),
    st.lists(WORDS, max_size=25).map("".join),
)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(TEXTS, st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 12, 31))))
@example("Mali attacked Niger.", None)
@example("\ufeffMali\u202e attacked\u200b Niger", date(1900, 1, 1))
@example("“" * 50 + "Mali said", date(2100, 12, 31))
def test_any_text_is_coded_or_refused(text: str, published: date | None) -> None:
    try:
        report = read_text(text, published=published)
    except BadInput:
        return
    (one,) = code_reports([report])
    for event in one.events:
        record = json.loads(json.dumps(record_of(event, report)))
        assert faults(record, report) == [], text
