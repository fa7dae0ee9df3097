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
    ("They/PRP met/VBD every/DT week/NN", "P1W"),
    ("They/PRP met/VBD every/DT Friday/NNP", "XXXX-WXX-5"),
    ("They/PRP meet/VBP daily/RB", "P1D"),
    ("They/PRP march/VBP at/IN night/NN", "XXXX-XX-XXTNI"),
    ("They/PRP met/VBD a/DT decade/NN ago/RB", "2015"),
    ("They/PRP met/VBD over/IN the/DT past/JJ year/NN", "P1Y"),
    ("They/PRP met/VBD over/IN the/DT last/JJ month/NN", "P1M"),
    ("This/DT years/NNS festival/NN began/VBD", "2025"),
    ("They/PRP held/VBD recent/JJ talks/NNS", "PAST_REF"),
    ("They/PRP met/VBD on/IN the/DT Fourth/NNP of/IN July/NNP", "2025-07-04"),
    ("They/PRP met/VBD on/IN New/NNP Year/NNP 's/POS Day/NNP 2019/CD", "2019-01-01"),
    ("They/PRP remember/VBP 9/11/CD", "2001-09-11"),
    ("He/PRP was/VBD 18/CD years/NNS old/JJ", "P18Y"),
    ("They/PRP feud/VBP in/IN a/DT decades/NNS -/HYPH long/JJ dispute/NN", "PXDE"),
    ("They/PRP are/VBP as/RB strong/JJ today/NN as/IN ever/RB", "PRESENT_REF"),
    ("They/PRP won/VBD the/DT first/JJ day/NN of/IN July/NNP", "2025-07-01"),
    ("They/PRP met/VBD recently/RB", "PAST_REF"),
    ("They/PRP meet/VBP now/RB", "PRESENT_REF"),
    ("They/PRP met/VBD in/IN recent/JJ years/NNS", "PAST_REF"),
    ("They/PRP fought/VBD in/IN 490/CD BC/NNP", "BC0490"),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_value(text: str, value: str) -> None:
    assert only(text).value == value


NONE = [
    "It/PRP changed/VBD her/PRP$ every/DT day/NN life/NN",
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


def test_holiday_in_a_name_is_no_day() -> None:
    one = sentence("He/PRP/nsubj/1 met/VBD/ROOT/1 Father/NNP/compound/3 Christmas/NNP/dobj/1")
    assert find_times([one], PUBLISHED) == ()


def test_any_monday_is_no_day() -> None:
    one = sentence("They/PRP/nsubj/1 met/VBD/ROOT/1 on/IN/prep/1 a/DT/det/4 Monday/NNP/pobj/2")
    assert find_times([one], PUBLISHED) == ()
    one = sentence(
        "In/IN/prep/5 a/DT/det/3 Monday/NNP/nmod/3 speech/NN/pobj/0 he/PRP/nsubj/5 agreed/VBD/ROOT/5"
    )
    assert find_times([one], PUBLISHED)[0].value == "2025-10-27"


@pytest.mark.parametrize(
    ("phrase", "value", "first", "last"),
    [
        ("the/DT last/JJ week/NN of/IN August/NNP", "P1W", date(2025, 8, 25), date(2025, 8, 31)),
        ("the/DT first/JJ ten/CD months/NNS of/IN 2024/CD", "P10M", date(2024, 1, 1), date(2024, 10, 31)),
        ("the/DT second/JJ week/NN of/IN May/NNP", "P1W", date(2025, 5, 8), date(2025, 5, 14)),
    ],
)
def test_share_of_a_month_or_year(phrase: str, value: str, first: date, last: date) -> None:
    found = only(f"They/PRP fought/VBD in/IN {phrase}")
    assert (found.value, found.earliest, found.latest, found.kind) == (value, first, last, "duration")


def test_days_joined_by_a_dash_share_month_and_year() -> None:
    one = words("Talks/NNS lasted/VBD from/IN March/NNP 5/CD -/SYM 9/CD ,/, 2018/CD")
    assert [t.value for t in find_times([one], PUBLISHED)] == ["2018-03-05", "2018-03-09"]


def test_years_ago_tomorrow_is_a_day() -> None:
    one = words("Three/CD years/NNS ago/RB tomorrow/NN they/PRP met/VBD")
    assert [t.value for t in find_times([one], PUBLISHED)] == ["2022-10-29", "2025-10-29"]


def test_dateline_is_the_day_of_speaking() -> None:
    above = words("Wednesday/NNP ,/, October/NNP 29/CD ,/, 2025/CD")
    below = words("They/PRP met/VBD yesterday/NN", index=1, offset=60)
    assert find_times([above, below], PUBLISHED)[1].value == "2025-10-28"
    old = words("Wednesday/NNP ,/, October/NNP 1/CD ,/, 2025/CD")
    assert find_times([old, below], PUBLISHED)[1].value == "2025-10-27"


def test_event_to_be_held_lies_ahead() -> None:
    one = sentence(
        "It/PRP/nsubj/1 announced/VBD/ROOT/1 talks/NNS/dobj/1 to/TO/aux/5 be/VB/auxpass/5 held/VBN/acl/2"
        " on/IN/prep/5 November/NNP/pobj/6 12/CD/nummod/7"
    )
    assert find_times([one], PUBLISHED)[0].value == "2025-11-12"


def told_years(*texts: str) -> list[str]:
    """The values of the last sentence, behind three that make the text a history."""
    before = [
        "In/IN 1961/CD they/PRP met/VBD",
        "In/IN 1962/CD they/PRP split/VBD",
        "In/IN 1963/CD they/PRP fought/VBD",
    ]
    told = [words(text, index=i, offset=100 * i) for i, text in enumerate(before)]
    told += [sentence(text, index=i, offset=100 * i) for i, text in enumerate(texts, start=3)]
    return [t.value for t in find_times(told, PUBLISHED) if t.sentence == told[-1].index]


IN_MAY = "In/IN/prep/3 May/NNP/pobj/0 he/PRP/nsubj/3 fled/VBD/ROOT/3"


@pytest.mark.parametrize(
    "aside",
    [
        "He/PRP/nsubj/1 ruled/VBD/ROOT/1 until/IN/prep/1 1975/CD/pobj/2",
        "They/PRP/nsubj/2 would/MD/aux/2 invade/VB/ROOT/2 in/IN/prep/2 1964/CD/pobj/3",
        "It/PRP/nsubj/1 beat/VBD/ROOT/1 the/DT/det/4 previous/JJ/amod/4 year/NN/dobj/1",
        "He/PRP/nsubj/1 met/VBD/ROOT/1 men/NNS/dobj/1 who/WP/nsubj/4 left/VBD/relcl/2 in/IN/prep/4 1951/CD/pobj/5",
    ],
)
def test_history_does_not_follow_an_aside(aside: str) -> None:
    assert told_years(aside, IN_MAY) == ["1963-05"]


def test_a_day_later_in_the_same_sentence() -> None:
    found = told_years(
        "We/PRP/nsubj/1 saw/VBD/ROOT/1 gains/NNS/dobj/1 on/IN/prep/2 18/CD/nummod/5 May/NNP/pobj/3"
        " and/CC/cc/1 losses/NNS/conj/2 a/DT/det/9 day/NN/npadvmod/10 later/RB/advmod/7"
    )
    assert found == ["1963-05-18", "1963-05-19"]


def test_season_takes_the_year_told_behind_it() -> None:
    found = told_years(
        "They/PRP/nsubj/1 spent/VBD/ROOT/1 the/DT/det/3 spring/NN/dobj/1 and/CC/cc/3 summer/NN/conj/3"
        " of/IN/prep/5 1959/CD/pobj/6 there/RB/advmod/1"
    )
    assert found == ["1959-SP", "1959-SU"]


def test_long_account_up_to_its_own_day_is_told_by_dates() -> None:
    texts = [f"In/IN {year}/CD they/PRP met/VBD" for year in (2023, 2024) for _ in range(11)]
    told = [words(text, index=i, offset=100 * i) for i, text in enumerate(texts)]
    told.append(words("In/IN May/NNP they/PRP met/VBD", index=22, offset=2200))
    assert find_times(told, PUBLISHED)[-1].value == "2024-05"
    assert find_times(told[:5] + told[-1:], PUBLISHED)[-1].value == "2025-05"
