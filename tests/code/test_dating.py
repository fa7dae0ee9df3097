"""Which time dates an act: its clause, the clause it leans on, the narrative, the publication."""

from datetime import date

import pytest

from dragoman.code.clauses import finite_above
from dragoman.code.dating import Dated, date_event, make_context
from dragoman.code.times import find_times
from dragoman.model import Sentence
from tests.build import sentence

PUBLISHED = date(2025, 10, 28)  # a Tuesday
MONDAY = date(2025, 10, 27)


def dated(sentences: list[Sentence], number: int, trigger: int, published: date | None = PUBLISHED) -> Dated:
    context = make_context(sentences, find_times(sentences, published), published)
    return date_event(sentences[number], trigger, context)


def days(one: Dated) -> tuple[date | None, date | None, str]:
    return one.dating.date, one.dating.enddate, one.dating.basis


MET = "They/PRP/nsubj/1 met/VBD/ROOT/1 on/IN/prep/1 Monday/NNP/pobj/2"


def test_own_time() -> None:
    result = dated([sentence(MET)], 0, 1)
    assert days(result) == (MONDAY, MONDAY, "text")
    assert (result.dating.precision, result.dating.time) == ("day", (12, 18))


def test_nothing_said() -> None:
    past = sentence("They/PRP/nsubj/1 met/VBD/ROOT/1")
    perfect = sentence("They/PRP/nsubj/2 have/VBP/aux/2 met/VBN/ROOT/2")
    going = sentence("They/PRP/nsubj/2 are/VBP/aux/2 fighting/VBG/ROOT/2")
    assert days(dated([past], 0, 1)) == (PUBLISHED, PUBLISHED, "publication")
    assert days(dated([perfect], 0, 2)) == (None, PUBLISHED, "publication")
    assert days(dated([going], 0, 2)) == (None, PUBLISHED, "publication")
    assert days(dated([past], 0, 1, None)) == (None, None, "publication")


def test_time_of_another_clause_does_not_date() -> None:
    one = sentence(
        "He/PRP/nsubj/6 ,/,/punct/0 who/WP/nsubjpass/3 "
        "jailed/VBN/relcl/0 in/IN/prep/3 May/NNP/pobj/4 spoke/VBD/ROOT/6"
    )
    assert days(dated([one], 0, 6)) == (PUBLISHED, PUBLISHED, "publication")
    assert dated([one], 0, 3).dating.date == date(2025, 5, 1)


def test_time_of_a_noun_does_not_date_the_clause() -> None:
    one = sentence(
        "Since/IN/prep/6 its/PRP$/poss/2 founding/NN/pobj/0 in/IN/prep/2 "
        "1948/CD/pobj/3 it/PRP/nsubj/6 admitted/VBD/ROOT/6 losses/NNS/dobj/6"
    )
    assert dated([one], 0, 6).dating.date != date(1948, 12, 31)
    assert dated([one], 0, 2).dating.date == date(1948, 1, 1)


@pytest.mark.parametrize(
    ("spec", "first", "last"),
    [
        ("They/PRP/nsubj/1 fought/VBD/ROOT/1 from/IN/prep/1 2001/CD/pobj/2 to/IN/prep/1 2005/CD/pobj/4",
         date(2001, 1, 1), date(2005, 12, 31)),
        ("They/PRP/nsubj/2 have/VBP/aux/2 fought/VBN/ROOT/2 since/IN/prep/2 2024/CD/pobj/3",
         date(2024, 1, 1), PUBLISHED),
        ("They/PRP/nsubj/1 fought/VBD/ROOT/1 until/IN/prep/1 Monday/NNP/pobj/2", None, MONDAY),
        ("They/PRP/nsubj/1 fought/VBD/ROOT/1 before/IN/prep/1 2020/CD/pobj/2", None, date(2019, 12, 31)),
        ("They/PRP/nsubj/1 fought/VBD/ROOT/1 in/IN/prep/1 October/NNP/pobj/2", date(2025, 10, 1), PUBLISHED),
    ],
)  # fmt: skip
def test_relations(spec: str, first: date | None, last: date | None) -> None:
    one = sentence(spec)
    verb = next(t.i for t in one.tokens if t.dep == "ROOT")
    assert days(dated([one], 0, verb)) == (first, last, "text")


def test_noun_has_its_own_time() -> None:
    one = sentence("They/PRP/nsubj/1 condemned/VBD/ROOT/1 Monday/NNP/poss/4 's/POS/case/2 attack/NN/dobj/1")
    assert days(dated([one], 0, 4)) == (MONDAY, MONDAY, "text")
    assert days(dated([one], 0, 1)) == (PUBLISHED, PUBLISHED, "publication")


def test_dated_subject_dates_its_verb() -> None:
    one = sentence("The/DT/det/2 2022/CD/nummod/2 invasion/NN/nsubj/3 killed/VBD/ROOT/3 thousands/NNS/dobj/3")
    assert dated([one], 0, 3).dating.date == date(2022, 1, 1)


def test_promise_is_dated_by_the_saying() -> None:
    one = sentence(
        "He/PRP/nsubj/1 said/VBD/ROOT/1 on/IN/prep/1 Monday/NNP/pobj/2 it/PRP/nsubj/6 would/MD/aux/6 "
        "withdraw/VB/ccomp/1 by/IN/prep/6 2030/CD/pobj/7"
    )
    result = dated([one], 0, 6)
    assert days(result) == (MONDAY, MONDAY, "text")
    assert result.planned == date(2030, 1, 1)


def test_plain_future_has_an_open_start() -> None:
    one = sentence("He/PRP/nsubj/2 will/MD/aux/2 come/VB/ROOT/2 on/IN/prep/2 Friday/NNP/pobj/3")
    result = dated([one], 0, 2)
    assert days(result) == (None, PUBLISHED, "publication")
    assert result.planned == date(2025, 10, 31)


def test_promise_with_an_infinitive() -> None:
    one = sentence(
        "Iran/NNP/nsubj/1 pledged/VBD/ROOT/1 to/TO/aux/3 withdraw/VB/xcomp/1 by/IN/prep/3 2030/CD/pobj/4"
    )
    result = dated([one], 0, 1)
    assert (result.dating.date, result.planned) == (PUBLISHED, date(2030, 1, 1))


def test_narrative_goes_on_in_the_paragraph() -> None:
    told = [sentence(MET), sentence("He/PRP/nsubj/1 praised/VBD/ROOT/1 them/PRP/dobj/1", index=1, offset=50)]
    assert days(dated(told, 1, 1)) == (MONDAY, MONDAY, "context")


def test_perfect_does_not_go_on() -> None:
    told = [sentence(MET), sentence("He/PRP/nsubj/2 has/VBZ/aux/2 praised/VBN/ROOT/2", index=1, offset=50)]
    assert days(dated(told, 1, 2)) == (None, PUBLISHED, "publication")


def test_news_day_carries_to_a_paragraph_on_the_same_party() -> None:
    first = sentence("Modi/NNP/nsubj/1 met/VBD/ROOT/1 Xi/NNP/dobj/1 on/IN/prep/1 Monday/NNP/pobj/3")
    same = sentence("Modi/NNP/nsubj/1 praised/VBD/ROOT/1 them/PRP/dobj/1", index=1, paragraph=1, offset=50)
    other = sentence("Peru/NNP/nsubj/1 praised/VBD/ROOT/1 them/PRP/dobj/1", index=1, paragraph=1, offset=50)
    assert days(dated([first, same], 1, 1)) == (MONDAY, MONDAY, "context")
    assert days(dated([first, other], 1, 1)) == (PUBLISHED, PUBLISHED, "publication")


def test_old_date_does_not_date_what_is_said_now() -> None:
    old = sentence("Peru/NNP/nsubj/1 left/VBD/ROOT/1 the/DT/det/3 pact/NN/dobj/1 in/IN/prep/1 2018/CD/pobj/4")
    said = sentence("Lima/NNP/nsubj/1 said/VBD/ROOT/1 so/RB/advmod/1", index=1, offset=60)
    acted = sentence("Lima/NNP/nsubj/1 closed/VBD/ROOT/1 it/PRP/dobj/1", index=1, offset=60)
    assert days(dated([old, said], 1, 1)) == (PUBLISHED, PUBLISHED, "publication")
    assert days(dated([old, acted], 1, 1)) == (date(2018, 1, 1), date(2018, 12, 31), "context")


def test_after_the_meeting_starts_at_its_day() -> None:
    after = sentence(
        "After/IN/prep/4 the/DT/det/2 meeting/NN/pobj/0 he/PRP/nsubj/4 accused/VBD/ROOT/4 them/PRP/dobj/4",
        index=1, offset=50,
    )  # fmt: skip
    result = dated([sentence(MET), after], 1, 4)
    assert days(result) == (MONDAY, PUBLISHED, "context")
    assert result.dating.precision == "interval"


def test_after_a_dated_clause() -> None:
    one = sentence(
        "It/PRP/nsubj/1 left/VBD/ROOT/1 after/IN/mark/4 "
        "Mali/NNP/nsubj/4 attacked/VBD/advcl/1 on/IN/prep/4 Monday/NNP/pobj/5"
    )
    assert days(dated([one], 0, 1)) == (MONDAY, PUBLISHED, "text")


def test_relative_that_picks_out_somebody_looks_back() -> None:
    one = sentence(
        "He/PRP/nsubj/1 praised/VBD/ROOT/1 troops/NNS/dobj/1 "
        "who/WP/nsubj/4 fought/VBD/relcl/2 on/IN/prep/1 Monday/NNP/pobj/5"
    )
    assert days(dated([one], 0, 4)) == (None, PUBLISHED, "publication")


def test_relative_that_tells_on_takes_the_date() -> None:
    one = sentence(
        "They/PRP/nsubj/1 met/VBD/ROOT/1 in/IN/prep/1 Oslo/NNP/pobj/2 "
        "on/IN/prep/1 Monday/NNP/pobj/4 ,/,/punct/3 "
        "where/WRB/advmod/9 they/PRP/nsubj/9 signed/VBD/relcl/3"
    )
    assert days(dated([one], 0, 9)) == (MONDAY, MONDAY, "text")


def test_gerund_behind_a_verb_of_admission() -> None:
    one = sentence(
        "It/PRP/nsubj/1 admitted/VBD/ROOT/1 to/IN/prep/1 "
        "losing/VBG/pcomp/2 men/NNS/dobj/3 on/IN/prep/1 Monday/NNP/pobj/5"
    )
    assert days(dated([one], 0, 3)) == (None, PUBLISHED, "publication")
    assert days(dated([one], 0, 1)) == (MONDAY, MONDAY, "text")


def test_participle_shares_the_date() -> None:
    one = sentence(MET + " ,/,/punct/1 expressing/VBG/advcl/1 support/NN/dobj/5")
    assert days(dated([one], 0, 5)) == (MONDAY, MONDAY, "text")


def test_first_since_measures() -> None:
    one = sentence(
        "He/PRP/nsubj/1 came/VBD/ROOT/1 for/IN/prep/1 the/DT/det/5 "
        "first/JJ/amod/5 time/NN/pobj/2 since/IN/prep/5 2019/CD/pobj/6"
    )
    assert days(dated([one], 0, 1)) == (PUBLISHED, PUBLISHED, "publication")


def test_nouns_that_look_at_each_other_end() -> None:
    one = sentence(
        "They/PRP/nsubj/1 praised/VBD/ROOT/1 the/DT/det/3 "
        "attack/NN/dobj/1 after/IN/prep/1 the/DT/det/6 attack/NN/pobj/4"
    )
    assert days(dated([one], 0, 6))[1] == PUBLISHED


def test_a_day_at_the_end_dates_the_verbs_that_are_joined_before_it() -> None:
    spec = (
        "They/PRP/nsubj/1 killed/VBD/ROOT/1/kill two/CD/dobj/1 and/CC/cc/1 "
        "held/VBD/conj/1/hold three/CD/dobj/4"
    )
    shared = sentence(f"{spec} on/IN/prep/4 Monday/NNP/pobj/6")
    assert days(dated([shared], 0, 1)) == (MONDAY, MONDAY, "text")
    going_on = sentence(f"{spec} on/IN/prep/4 Monday/NNP/pobj/6 in/IN/prep/4 Oslo/NNP/pobj/8")
    assert days(dated([going_on], 0, 1)) == (PUBLISHED, PUBLISHED, "publication")


def test_the_climb_from_a_day_passes_a_gerund_of_a_noun_but_no_other_clause() -> None:
    spec = "They/PRP/nsubj/1 held/VBD/ROOT/1 talks/NNS/dobj/1 {} on/IN/prep/3 Monday/NNP/pobj/4"
    assert finite_above(sentence(spec.format("ending/VBG/acl/2/end")), 5) == 1
    assert finite_above(sentence(spec.format("ended/VBN/acl/2/end")), 5) is None
    assert finite_above(sentence(spec.format("ending/VBG/relcl/2/end")), 5) is None
