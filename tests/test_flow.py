"""The order of the steps, and a report's way through them."""

from datetime import date

import pytest

from dragoman import flow
from dragoman.catalogue.petrarch import Dictionaries
from dragoman.flow import STEPS, code_reports, coded, record_of, versions
from dragoman.model import UNFILLED, Report
from dragoman.read import read_text
from dragoman.step import check

DAY = date(2025, 10, 28)


def test_the_steps_fit_together() -> None:
    check(STEPS)


def test_every_step_is_needed() -> None:
    """No step's field goes unread, save what the last one writes."""
    for one in STEPS[:-1]:
        assert any(one.writes in other.reads for other in STEPS), one.name


def test_steps_are_named_after_their_rooms() -> None:
    names = [one.name for one in STEPS]
    assert len(set(names)) == len(names)
    assert {name.split(".")[0] for name in names} == {"parse", "link", "code"}


def test_nothing_comes_of_nothing() -> None:
    assert code_reports([]) == []
    assert list(coded([])) == []


@pytest.mark.parametrize(
    ("count", "size", "batches"), [(5, 2, [2, 2, 1]), (4, 2, [2, 2]), (1, 16, [1]), (0, 3, [])]
)
def test_a_stream_goes_in_batches(
    count: int, size: int, batches: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def fake(reports: list[Report], *_: object) -> list[str]:
        seen.append(len(reports))
        return [one.id for one in reports]

    monkeypatch.setattr(flow, "code_reports", fake)
    reports = (Report(str(n), "") for n in range(count))
    assert list(coded(reports, size)) == [str(n) for n in range(count)]
    assert seen == batches


def test_a_stream_is_read_no_further_than_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow, "code_reports", lambda reports, *_: [one.id for one in reports])

    def endless() -> object:
        n = 0
        while True:
            yield Report(str(n), "")
            n += 1

    stream = coded(endless(), 2)  # type: ignore[arg-type]
    assert [next(stream) for _ in range(3)] == ["0", "1", "2"]


@pytest.mark.model
def test_versions_of_all_that_made_a_record() -> None:
    assert set(versions()) == {"program", "coder", "ontology", "catalogue", "model", "classifier"}
    assert all(versions().values())
    assert "@" in versions()["coder"]
    assert "@" in versions()["model"]


@pytest.mark.model
def test_a_report_in_its_events_out() -> None:
    report = read_text("Mali attacked Niger on Monday. Kenya condemned the attack.", published=DAY)
    (one,) = code_reports([report])
    assert one.report is report
    assert next((e.type, [p.code for p in e.actors], [p.code for p in e.recipients]) for e in one.events) == (
        "ASSAULT",
        ["MLI"],
        ["NER"],
    )
    assert "ACCUSE" in {e.type for e in one.events}
    assert one.events == one.reading.events
    assert all(getattr(one.reading, s.writes) is not UNFILLED for s in STEPS)
    record = record_of(one.events[0], report)
    assert (record["date"], record["evidence"]["text"]) == ("2025-10-27", "Mali attacked Niger on Monday.")


@pytest.mark.model
def test_what_is_no_politics_gives_no_record() -> None:
    for text in ("The weather was fine on Monday.", "Kenya won the match against Ghana by two goals."):
        (one,) = code_reports([read_text(text, published=DAY)])
        assert [e.type for e in one.events] == []


@pytest.mark.model
def test_what_is_not_written_is_counted_by_its_reason() -> None:
    (one,) = code_reports([read_text("Mali could attack Niger. Kenya could attack Ghana.", published=DAY)])
    assert one.events == ()
    assert one.abstained == sum(count for _, count in one.abstentions)
    assert one.abstained >= 2


@pytest.mark.model
def test_no_report_hides_another() -> None:
    texts = ["Mali attacked Niger.", "Nothing happened here at all today.", "Kenya attacked Ghana."]
    found = code_reports([read_text(t, published=DAY) for t in texts])
    assert [len(one.events) for one in found] == [1, 0, 1]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    ["Title only", "“", "Mali", "Mali Mali Mali Mali", "(((((", "Mali attacked", "attacked.\n\n\n\nNiger"],
)
def test_scraps_do_no_harm(text: str) -> None:
    (one,) = code_reports([Report("r", text)])
    assert one.events == ()


def test_dictionaries_take_the_place_of_the_step_that_finds_acts() -> None:
    steps = flow._steps(Dictionaries())
    assert [one.writes for one in steps] == [one.writes for one in STEPS]
    assert [one.name for one in steps if one not in STEPS] == ["code.petrarch.acts.acts_and_dictionaries"]
    assert flow._steps(None) == STEPS
