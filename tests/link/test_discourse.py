"""What a reader has in mind: the order of naming, how far back, which antecedent."""

from dragoman.link.discourse import REACH, Discourse, Seen
from dragoman.model import Party, Span


def party(code: str) -> Party:
    return Party(code, code, Span(0, 0), code, "GOV", None, None, code, "state")


def seen(sentence: int, code: str, *, position: int = 0, subject: bool = False, plural: bool = False) -> Seen:
    return Seen(sentence, 0, position, (party(code),), subject, plural)


def talk(*noted: Seen) -> Discourse:
    made = Discourse()
    for one in noted:
        made.note(one)
    return made


def test_states_stand_in_the_order_of_their_last_naming() -> None:
    assert talk(seen(0, "MLI"), seen(0, "NER"), seen(1, "MLI")).near == ["NER", "MLI"]


def test_parties_without_a_code_are_not_near() -> None:
    made = Discourse()
    made.note(Seen(0, 0, 0, (Party("rebels", "rebels", Span(0, 0)),), True, True))
    assert made.near == []
    assert len(made.seen) == 1


def test_two_talks_share_nothing() -> None:
    talk(seen(0, "MLI"))
    assert Discourse().seen == []
    assert Discourse().near == []


def test_back_gives_the_latest_first_within_reach() -> None:
    made = talk(*(seen(n, f"S{n}") for n in range(8)))
    assert [s.sentence for s in made.back(7)] == [7, 6, 5, 4]
    assert REACH == 3
    assert [s.sentence for s in made.back(7, 1)] == [7, 6]


def last(made: Discourse, sentence: int, *, before: int | None = None, reach: int = REACH) -> str | None:
    one = made.last(sentence, lambda s: True, before=before, reach=reach)
    return one.parties[0].code if one else None


def test_a_subject_of_this_sentence_comes_first() -> None:
    made = talk(seen(0, "NER", subject=True), seen(1, "MLI", subject=True), seen(1, "KEN", position=3))
    assert last(made, 1) == "MLI"


def test_then_a_subject_of_the_sentence_before() -> None:
    made = talk(seen(0, "NER", subject=True), seen(0, "KEN", position=2), seen(1, "MLI", position=3))
    assert last(made, 1) == "NER"


def test_then_anything_here_then_older_subjects_then_anything() -> None:
    assert last(talk(seen(0, "NER", subject=True), seen(2, "MLI")), 2) == "MLI"
    assert last(talk(seen(0, "NER", subject=True), seen(1, "MLI")), 2) == "NER"
    assert last(talk(seen(0, "NER"), seen(1, "MLI")), 2) == "MLI"


def test_nothing_after_the_pronoun_is_its_antecedent() -> None:
    made = talk(seen(1, "MLI", position=6, subject=True))
    assert last(made, 1, before=4) is None
    assert last(made, 1, before=7) == "MLI"


def test_nothing_beyond_reach() -> None:
    made = talk(seen(0, "MLI", subject=True))
    assert last(made, 3) == "MLI"
    assert last(made, 4) is None
    assert last(made, 2, reach=1) is None


def test_the_test_decides() -> None:
    made = talk(seen(0, "MLI", plural=True), seen(0, "NER"))
    one = made.last(1, lambda s: s.plural)
    assert one is not None
    assert one.parties[0].code == "MLI"
