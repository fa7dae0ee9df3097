"""The list of broken promises finds what is broken."""

import copy
from datetime import date
from typing import Any

import pytest

from dragoman.code.records import record_of
from dragoman.model import Dating, EventMention, Party, Quantity, Report, Source, Span
from tests.contract import faults

TEXT = "Kenya said Mali killed 12 on Monday. Niger left."
REPORT = Report("r", TEXT, published=date(2025, 1, 8))
PARTIES = [
    Party(n, n, Span(TEXT.index(n), TEXT.index(n) + len(n)), c)
    for n, c in (("Kenya", "KEN"), ("Mali", "MLI"))
]
SOURCE = Source(PARTIES[0], "said", "indirect", "affirms", "stated", Span(0, 5), Span(6, 10), (Span(11, 35),))
EVENT = EventMention(
    "e", "r", "ASSAULT", (), (), (PARTIES[1],), (), Dating(date(2025, 1, 6), date(2025, 1, 6), "day",
    "text", Span(29, 35)),
    "occurred", False, 0, Span(16, 22), Span(0, 36), (SOURCE,), (Quantity(0, 4, 5, 4, Span(23, 25),
    "killed", 12, 12),),
)  # fmt: skip
VERSIONS = dict.fromkeys(("program", "coder", "ontology", "catalogue", "model"), "1")


def record() -> dict[str, Any]:
    return copy.deepcopy(record_of(EVENT, REPORT, VERSIONS))


def test_a_good_record_has_no_faults() -> None:
    assert faults(record(), REPORT) == []


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("event",), ["FIGHT"], "event"),
        (("event",), [], "event"),
        (("mode",), ["juggle"], "modes"),
        (("context",), ["weather"], "contexts"),
        (("quad_code",), 1, "quad"),
        (("event_scale",), 3, "score"),
        (("cameo",), 190, "type of cameo"),
        (("date",), "2025-01-07", "date after enddate"),
        (("status",), "likely", "status"),
        (("date_basis",), "publication", "passed off"),
        (("date_precision",), "fortnight", "date_precision"),
        (("evidence", "text"), "Kenya said Mali killed twelve on Monday.", "verbatim"),
        (("evidence", "sentence"), [0, 99], "outside the text"),
        (("evidence", "trigger"), [40, 44], "trigger"),
        (("evidence", "time"), [29, 99], "time"),
        (("actor",), [], "no party"),
        (("actor", 0, "span"), [11, 99], "outside the text"),
        (("actor", 0, "code"), "Mali", "code"),
        (("actor", 0, "entity_text"), "", "without a name"),
        (("attribution", 0, "cue"), "told", "not in the text"),
        (("attribution", 0, "stance"), "laughs", "stance"),
        (("attribution", 0, "content"), [[11, 99]], "attribution outside"),
        (("quantity", 0, "span"), [37, 42], "stand in the evidence"),
        (("quantity", 0, "low"), 13, "low over high"),
        (("link",), [{"type": "likes", "to": "x"}], "links"),
        (("confidence",), 1.5, "confidence"),
        (("report",), "s", "another report"),
        (("incident",), 3, "type of incident"),
    ],
)
def test_each_broken_promise_is_told(path: tuple[Any, ...], value: object, told: str) -> None:
    spoilt = record()
    inner: Any = spoilt
    for key in path[:-1]:
        inner = inner[key]
    assert path[-1] in inner if isinstance(inner, dict) else True
    inner[path[-1]] = value
    assert any(told in fault for fault in faults(spoilt, REPORT)), faults(spoilt, REPORT)


def test_a_missing_or_added_field_is_told() -> None:
    less, more = record(), record()
    del less["incident"]
    more["mood"] = "grim"
    assert faults(less, REPORT) == ["fields ['incident']"]
    assert faults(more, REPORT) == ["fields ['mood']"]
