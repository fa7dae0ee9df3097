"""How a sentence and two of its parties come before the classifier."""

from dragoman.code.marking import LONGEST, Pieces, mark, places_of, whole


def pieces(text: str) -> Pieces:
    """A text whose pieces are its words; ids count from 1000."""
    offsets, at = [], 0
    for word in text.split():
        offsets.append((at, at + len(word)))
        at += len(word) + 1
    return Pieces(tuple(range(1000, 1000 + len(offsets))), tuple(offsets))


TEXT = "Mali 's army attacked Niger"


def test_marks_stand_round_the_parties() -> None:
    marked = mark(pieces(TEXT), (0, 12), (22, 27))
    assert marked.ids == (101, 2, 1000, 1001, 1002, 3, 1003, 4, 1004, 5, 102)
    assert (marked.ids[marked.source], marked.ids[marked.target]) == (2, 4)
    assert marked.pieces == (-1, -1, 0, 1, 2, -1, 3, -1, 4, -1, -1)


def test_the_order_of_the_parties_is_told_by_their_marks() -> None:
    one, other = mark(pieces(TEXT), (0, 4), (22, 27)), mark(pieces(TEXT), (22, 27), (0, 4))
    assert one.ids != other.ids
    assert (one.source, one.target) == (other.target, other.source)


def test_who_is_not_told_or_stands_elsewhere_is_put_behind_the_sentence() -> None:
    assert mark(pieces("Niger attacked"), None, (0, 5)).ids == (101, 4, 1000, 5, 1001, 6, 102)
    named = mark(pieces("Niger attacked"), None, (0, 5), ((77, 78), ()))
    assert named.ids == (101, 4, 1000, 5, 1001, 2, 77, 78, 102)
    assert named.ids[named.source] == 2


def test_one_party_may_stand_inside_the_other() -> None:
    marked = mark(pieces(TEXT), (0, 4), (0, 12))
    assert marked.ids == (101, 2, 4, 1000, 3, 1001, 1002, 5, 1003, 1004, 102)


def test_of_a_long_sentence_the_stretch_round_its_parties_is_read() -> None:
    long = pieces(" ".join(["word"] * 1000))
    marked = mark(long, (2500, 2504), (2520, 2524))
    assert len(marked.ids) == LONGEST + 6
    assert {500, 504} <= set(marked.pieces)
    assert len(whole(long).ids) == LONGEST + 2


def test_places_are_those_of_the_pieces_that_a_stretch_covers() -> None:
    found = pieces(TEXT)
    bare = whole(found)
    assert places_of(bare, found, (0, 12)) == (1, 2, 3)
    assert places_of(bare, found, None) == ()
    assert places_of(mark(found, (0, 12), (22, 27)), found, (22, 27)) == (8,)
