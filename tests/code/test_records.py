"""Event mentions as records: the contract's fields, in the form that JSON can hold."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dragoman.code.records import record_of
from dragoman.model import Dating, EventMention, Link, Party, Place, Quantity, Report, Source, Span

TEXT = "Kenya said 😀 Mali killed 12 in Gao on Monday."
REPORT = Report("r1", TEXT)
VERSIONS = {"program": "1", "coder": "rules@2", "ontology": "3", "catalogue": "4", "model": "m@5"}


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


MALI = Party("Mali", "Mali", span("Mali"), "MLI", "GOV", "President", "Q912", "MLI", "state")
EVENT = EventMention(
    id="e1",
    report="r1",
    type="ASSAULT",
    modes=(),
    contexts=("military",),
    actors=(MALI,),
    recipients=(),
    dating=Dating(date(2025, 1, 6), date(2025, 1, 6), "day", "text", span("Monday")),
    status="occurred",
    background=False,
    sentence=0,
    trigger=span("killed"),
    evidence=Span(0, len(TEXT)),
    sources=(
        Source(
            MALI,
            "said",
            "indirect",
            "affirms",
            "stated",
            span("Kenya"),
            span("said"),
            (span("Mali killed 12"),),
        ),
    ),
    quantities=(Quantity(0, 4, 5, 4, span("12"), "killed", 12.0, None, role="killed"),),
    place=Place("Gao", "Gao", span("Gao"), 16.27, -0.04, "MLI", 2457163, "P", "name"),
    links=(Link("denies", "e0"),),
    planned=date(2025, 2, 1),
    confidence=0.8,
)
FIELDS = [
    "id",
    "report",
    "event",
    "mode",
    "context",
    "cameo",
    "quad_code",
    "event_scale",
    "actor",
    "recipient",
    "date",
    "enddate",
    "planned_date",
    "date_precision",
    "date_basis",
    "status",
    "background",
    "attribution",
    "quantity",
    "event_loc",
    "link",
    "incident",
    "evidence",
    "confidence",
    "coder",
    "version",
]


def made(**changed: object) -> dict[str, Any]:
    return record_of(replace(EVENT, **changed), REPORT, VERSIONS)  # type: ignore[arg-type]


def test_the_fields_are_those_of_the_contract() -> None:
    assert list(made()) == FIELDS


def test_a_record_is_json_that_comes_back_the_same() -> None:
    record = made()
    assert json.loads(json.dumps(record)) == record


def test_the_type_decides_code_quad_and_score() -> None:
    record = made()
    assert (record["event"], record["quad_code"]) == (["ASSAULT"], 4)
    assert record["event_scale"] < 0
    assert isinstance(record["cameo"], str)
    agree = made(type="AGREE", modes=())
    assert (agree["quad_code"], agree["event_scale"] > 0) == (1, True)


def test_accusing_is_hostile() -> None:
    plain, disapproving = made(type="ACCUSE"), made(type="ACCUSE", modes=("disapprove",))
    assert (plain["quad_code"], plain["event_scale"]) == (3, -3)
    assert disapproving["mode"] == ["disapprove"]
    assert disapproving["event_scale"] < 0


def test_an_entity() -> None:
    assert made()["actor"] == [
        {
            "code": "MLI", "sector": "GOV", "entity_text": "Mali", "raw_text": "Mali", "office": "President",
            "identifier_id": "Q912", "span": [13, 17],
        }
    ]  # fmt: skip
    assert made()["recipient"] == []


def test_the_evidence_is_verbatim_in_code_points() -> None:
    evidence = made()["evidence"]
    assert evidence["text"] == TEXT
    for name, words in (("sentence", TEXT), ("trigger", "killed"), ("time", "Monday")):
        start, end = evidence[name]
        assert TEXT[start:end] == words


def test_days_are_iso_and_absent_ones_null() -> None:
    record = made()
    assert (record["date"], record["enddate"], record["planned_date"]) == (
        "2025-01-06",
        "2025-01-06",
        "2025-02-01",
    )
    assert (record["date_precision"], record["date_basis"]) == ("day", "text")
    open_ = made(dating=Dating(None, None, "open", "publication"), planned=None)
    assert (open_["date"], open_["enddate"], open_["planned_date"], open_["evidence"]["time"]) == (
        None,
        None,
        None,
        None,
    )


def test_a_figure() -> None:
    assert made()["quantity"] == [
        {
            "item": "killed", "low": 12, "high": None, "unit": None, "approximate": False,
            "cumulative": False,
            "role": "killed", "span": [25, 27],
        }
    ]  # fmt: skip


@pytest.mark.parametrize(("value", "printed"), [(12.0, "12"), (1.5, "1.5"), (0.0, "0"), (None, "null")])
def test_whole_numbers_are_printed_whole(value: float | None, printed: str) -> None:
    record = made(quantities=(replace(EVENT.quantities[0], low=value),))
    assert json.dumps(record["quantity"][0]["low"]) == printed


def test_an_attribution() -> None:
    (one,) = made()["attribution"]
    assert one["source"]["code"] == "MLI"
    assert {k: v for k, v in one.items() if k != "source"} == {
        "cue": "said", "kind": "indirect", "stance": "affirms", "certainty": "stated", "source_span": [0, 5],
        "cue_span": [6, 10], "content": [[13, 27]],
    }  # fmt: skip


def test_a_place_or_none() -> None:
    assert made()["event_loc"] == {
        "extracted_place": "Gao", "resolved_place": "Gao", "lat": 16.27, "lon": -0.04, "country_code": "MLI",
        "geonameid": 2457163, "feature_class": "P", "resolution": "name",
    }  # fmt: skip
    assert made(place=None)["event_loc"] is None


def test_links_and_what_only_the_record_knows() -> None:
    record = made()
    assert record["link"] == [{"type": "denies", "to": "e0"}]
    assert record["incident"] is None


def test_who_coded_it() -> None:
    record = made()
    assert record["coder"] == "rules@2"
    assert record["version"] == {"program": "1", "ontology": "3", "catalogue": "4", "model": "m@5"}


def test_a_dictionary_gives_its_code_and_its_name() -> None:
    told = record_of(replace(EVENT, dictionary=("own.verbs.txt", "1951")), REPORT, VERSIONS)
    assert (told["cameo"], told["coder"]) == ("1951", "rules@2 with own.verbs.txt")
    assert record_of(EVENT, REPORT, VERSIONS)["coder"] == "rules@2"
