"""Time expressions are found and read back from the publication day or in their narrative."""

from datetime import date

import pytest

from dragoman.code.times import find_times, times
from dragoman.model import Report, Time
from tests.build import sentence, text_of, words

PUBLISHED = date(2025, 10, 28)  # a Tuesday


def only(text: str, published: date | None = PUBLISHED) -> Time:
    """The one time in a sentence of words with tags."""
    found = find_times([words(text)], published)
    assert len(found) == 1, found
    return found[0]


VALUES = [
    ("They/PRP met/VBD on/IN Monday/NNP", "2025-10-27"),
    ("They/PRP met/VBD on/IN Tuesday/NNP", "2025-10-28"),
    ("They/PRP met/VBD last/JJ Tuesday/NNP", "2025-10-21"),
    ("They/PRP met/VBD on/IN 3/CD September/NNP", "2025-09-03"),
    ("They/PRP met/VBD on/IN Sept./NNP 3/CD", "2025-09-03"),
    ("They/PRP met/VBD on/IN September/NNP 3rd/NN ,/, 2024/CD", "2024-09-03"),
    ("They/PRP met/VBD on/IN the/DT 3rd/NN of/IN March/NNP", "2025-03-03"),
    ("They/PRP met/VBD in/IN April/NNP", "2025-04"),
    ("They/PRP met/VBD in/IN December/NNP", "2024-12"),
    ("They/PRP met/VBD in/IN May/NNP", "2025-05"),
    ("They/PRP met/VBD in/IN late/JJ August/NNP", "2025-08"),
    ("They/PRP met/VBD in/IN early/JJ 2023/CD", "2023"),
    ("They/PRP met/VBD in/IN mid-2024/CD", "2024"),
    ("They/PRP met/VBD in/IN the/DT 1990s/NNS", "199"),
    ("They/PRP met/VBD in/IN the/DT 19th/JJ century/NN", "18"),
    ("They/PRP met/VBD in/IN the/DT first/JJ quarter/NN of/IN 2025/CD", "2025-Q1"),
    ("They/PRP met/VBD in/IN the/DT summer/NN of/IN 2019/CD", "2019-SU"),
    ("They/PRP met/VBD on/IN 2025-10-20/CD", "2025-10-20"),
    ("They/PRP met/VBD yesterday/NN", "2025-10-27"),
    ("They/PRP met/VBD last/JJ week/NN", "2025-W43"),
    ("They/PRP met/VBD last/JJ month/NN", "2025-09"),
    ("They/PRP met/VBD last/JJ year/NN", "2024"),
    ("They/PRP met/VBD earlier/RBR this/DT month/NN", "2025-10"),
    ("They/PRP met/VBD over/IN the/DT weekend/NN", "2025-W43-WE"),
    ("They/PRP met/VBD two/CD days/NNS ago/RB", "2025-10-26"),
    ("They/PRP met/VBD for/IN three/CD days/NNS", "P3D"),
    ("They/PRP met/VBD every/DT week/NN", "XXXX-WXX"),
    ("They/PRP met/VBD recently/RB", "PAST_REF"),
    ("They/PRP meet/VBP now/RB", "PRESENT_REF"),
    ("They/PRP met/VBD in/IN recent/JJ years/NNS", "PAST_REF"),
    ("They/PRP fought/VBD in/IN 490/CD BC/NNP", "BC0490"),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_value(text: str, value: str) -> None:
    assert only(text).value == value


NONE = [
    "Some/DT 2,000/CD troops/NNS left/VBD",
    "They/PRP sent/VBD 2000/CD soldiers/NNS",
    "They/PRP may/MD march/VB",
    "It/PRP was/VBD Bloody/JJ Sunday/NNP",
    "The/DT Long/JJ March/NNP ended/VBD",
    "They/PRP last/RB met/VBD there/RB",
    "It/PRP came/VBD soon/RB after/IN that/DT",
    "For/IN the/DT first/JJ time/NN they/PRP met/VBD",
]


@pytest.mark.parametrize("text", NONE)
def test_no_time(text: str) -> None:
    assert find_times([words(text)], PUBLISHED) == ()


def test_span_and_bracket() -> None:
    one = words("They/PRP met/VBD in/IN late/JJ August/NNP ././.")
    found = find_times([one], PUBLISHED)[0]
    assert found.span.of(text_of([one])) == "late August"
    assert (found.earliest, found.latest) == (date(2025, 8, 1), date(2025, 8, 31))
    assert (found.precision, found.relation, found.rung) == ("month", "at", "month")


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("They/PRP fight/VBP since/IN 2024/CD", "since"),
        ("They/PRP fought/VBD until/IN Friday/NNP", "until"),
        ("They/PRP fought/VBD before/IN 2020/CD", "before"),
        ("They/PRP fought/VBD after/IN 2020/CD", "after"),
        ("They/PRP agree/VBP by/IN 2030/CD", "by"),
        ("They/PRP fought/VBD during/IN 2020/CD", "during"),
    ],
)
def test_relation(text: str, relation: str) -> None:
    assert only(text).relation == relation


def test_future_reads_forward() -> None:
    one = sentence("He/PRP/nsubj/2 will/MD/aux/2 come/VB/ROOT/2 on/IN/prep/2 Friday/NNP/pobj/3")
    assert find_times([one], PUBLISHED)[0].value == "2025-10-31"
    one = sentence("He/PRP/nsubj/2 will/MD/aux/2 come/VB/ROOT/2 in/IN/prep/2 May/NNP/pobj/3")
    assert find_times([one], PUBLISHED)[0].value == "2026-05"


def test_next_weekday_is_the_coming_one() -> None:
    assert only("They/PRP come/VBP next/JJ Tuesday/NNP").value == "2025-11-04"


def test_without_publication_day() -> None:
    found = only("They/PRP met/VBD on/IN Monday/NNP", None)
    assert (found.value, found.earliest, found.latest) == ("XXXX-WXX-1", None, None)
    assert only("They/PRP met/VBD in/IN 2024/CD", None).earliest == date(2024, 1, 1)


def test_range_of_months_shares_the_year() -> None:
    one = words("From/IN March/NNP to/IN May/NNP 2020/CD they/PRP fought/VBD")
    found = find_times([one], PUBLISHED)
    assert [(t.value, t.relation) for t in found] == [("2020-03", "since"), ("2020-05", "until")]


def test_range_of_days_shares_the_month() -> None:
    one = words("Between/IN 3/CD and/CC 5/CD May/NNP they/PRP fought/VBD")
    found = find_times([one], PUBLISHED)
    assert [(t.value, t.relation) for t in found] == [("2025-05-03", "since"), ("2025-05-05", "until")]


def test_range_of_years() -> None:
    one = words("Between/IN 2001/CD and/CC 2005/CD they/PRP fought/VBD")
    found = find_times([one], PUBLISHED)
    assert [(t.value, t.relation) for t in found] == [("2001", "since"), ("2005", "until")]


def test_later_counts_from_the_narrative() -> None:
    first = words("On/IN 5/CD October/NNP they/PRP stormed/VBD it/PRP")
    second = words("Two/CD days/NNS later/RB he/PRP resigned/VBD", index=1, offset=60)
    third = words("The/DT following/JJ day/NN she/PRP fled/VBD", index=2, offset=120)
    assert [t.value for t in find_times([first, second, third], PUBLISHED)] == [
        "2025-10-05", "2025-10-07", "2025-10-08",
    ]  # fmt: skip


def test_then_goes_back_to_the_last_date() -> None:
    first = words("In/IN 2024/CD they/PRP signed/VBD")
    second = words("Since/IN then/RB they/PRP trade/VBP", index=1, offset=40)
    found = find_times([first, second], PUBLISHED)[1]
    assert (found.value, found.kind, found.relation) == ("2024", "anaphor", "since")
    assert found.earliest == date(2024, 1, 1)


def test_history_takes_the_year_before() -> None:
    texts = [
        "On/IN 1/CD September/NNP 1939/CD they/PRP invaded/VBD",
        "In/IN 1940/CD they/PRP won/VBD",
        "In/IN November/NNP 1941/CD they/PRP lost/VBD",
        "On/IN 5/CD December/NNP they/PRP attacked/VBD",
        "In/IN January/NNP they/PRP withdrew/VBD",
    ]
    told = [words(text, index=i, offset=100 * i) for i, text in enumerate(texts)]
    assert [t.value for t in find_times(told, date(2009, 12, 19))] == [
        "1939-09-01", "1940", "1941-11", "1941-12-05", "1942-01",
    ]  # fmt: skip


def test_step_reads_the_report() -> None:
    one = words("They/PRP met/VBD yesterday/NN")
    report = Report("r", text_of([one]), published=PUBLISHED)
    assert times.function(report, (one,))[0].value == "2025-10-27"
    assert (times.reads, times.writes) == (("report", "sentences"), "times")


@pytest.mark.model
def test_parsed_news() -> None:
    from dragoman.parse import parse_text

    text = "The ministers will meet in Cairo on Thursday. Sudan recalled its envoy in May."
    found = find_times(parse_text(text), PUBLISHED)
    assert [(t.span.of(text), t.value) for t in found] == [("Thursday", "2025-10-30"), ("May", "2025-05")]


def test_from_on_a_noun_opens_no_range() -> None:
    one = sentence("They/PRP/nsubj/1 used/VBD/ROOT/1 data/NNS/dobj/1 from/IN/prep/2 2004/CD/pobj/3")
    assert find_times([one], PUBLISHED)[0].relation == "at"


def test_month_beside_an_earlier_year() -> None:
    one = words("They/PRP met/VBD in/IN July/NNP 2024/CD and/CC in/IN August/NNP")
    assert [t.value for t in find_times([one], PUBLISHED)] == ["2024-07", "2024-08"]


def test_clock_is_no_year() -> None:
    assert find_times([words("At/IN 1620/CD UTC/NNP it/PRP fell/VBD")], PUBLISHED) == ()


def test_at_the_moment_is_now() -> None:
    assert only("They/PRP talk/VBP at/IN the/DT moment/NN").value == "PRESENT_REF"
