"""Acts that the classifier adds to those that frames know, and what it makes of these."""

import pytest

from dragoman.code.acts import with_learnt
from dragoman.code.added import SURE, added, weighed
from dragoman.code.marking import LABELS
from dragoman.code.pairings import Pairing
from tests.code.staged import an_act, staged, told

SPEC = "Mali/NNP/nsubj/1 needled/VBD/ROOT/1/needle Niger/NNP/dobj/1"


def paired(
    source: int | None, target: int | None, label: str, share: float, trigger: int | None = 1
) -> Pairing:
    """A pair judged so; what is left of the likelihood goes to none."""
    shares = dict.fromkeys(LABELS, 0.0) | {"NONE": 1 - share}
    sides = [() if head is None else (head,) for head in (source, target)]
    return Pairing(0, *sides, shares | {label: share}, trigger)


def test_a_sure_pair_is_an_act() -> None:
    act = added(staged(SPEC), (), [paired(0, 2, "ACCUSE", 0.9), paired(2, 0, "ACCUSE", 0.1)])[0]
    assert told(act) == ("ACCUSE", ["MLI"], ["NER"])
    assert (act.trigger, act.likely, act.learnt, act.frame) == (1, 0.9, True, "classifier: needle")


@pytest.mark.parametrize(
    "pairing",
    [paired(0, 2, "ACCUSE", SURE - 0.01), paired(0, 2, "NONE", 0.99), paired(0, 2, "ACCUSE", 0.9, None)],
)
def test_what_is_not_sure_or_has_no_word_is_none(pairing: Pairing) -> None:
    assert added(staged(SPEC), (), [pairing]) == []


def test_a_word_that_tells_of_an_act_already_tells_of_no_other() -> None:
    known = an_act("REJECT", "Mali", "Niger")
    assert added(staged(SPEC), [known], [paired(0, 2, "ACCUSE", 0.9)]) == []


def test_the_same_act_is_not_told_twice() -> None:
    known = an_act("ACCUSE", "Mali", "Niger", trigger=0)
    assert added(staged(SPEC), [known], [paired(0, 2, "ACCUSE", 0.9)]) == []


def test_an_appeal_is_a_request_and_both_ways_is_mutual() -> None:
    assert added(staged(SPEC), (), [paired(0, 2, "APPEAL", 0.9)])[0].type == "REQUEST"
    met = added(staged(SPEC), (), [paired(0, 2, "CONSULT", 0.9), paired(2, 0, "CONSULT", 0.8)])[0]
    assert met.reciprocal
    assert told(met) == ("CONSULT", ["MLI", "NER"], [])


def test_of_two_ways_the_likelier_holds_where_an_act_has_a_direction() -> None:
    pairs = [paired(0, 2, "ACCUSE", 0.95), paired(2, 0, "ACCUSE", 0.8)]
    assert told(added(staged(SPEC), (), pairs)[0]) == ("ACCUSE", ["MLI"], ["NER"])


def test_a_pair_goes_before_a_party_alone() -> None:
    pairs = [paired(0, 2, "ACCUSE", 0.8), paired(0, None, "ACCUSE", 0.99)]
    assert told(added(staged(SPEC), (), pairs)[0]) == ("ACCUSE", ["MLI"], ["NER"])


def test_known_acts_are_weighed_by_their_own_parties() -> None:
    pairs = [paired(0, 2, "ACCUSE", 0.7), paired(2, 0, "ACCUSE", 0.2), paired(0, None, "ACCUSE", 0.6)]
    scene = staged(SPEC)
    assert weighed(scene, an_act("ACCUSE", "Mali", "Niger"), pairs).likely == pytest.approx(0.7)
    assert weighed(scene, an_act("ACCUSE", "Mali"), pairs).likely == pytest.approx(0.6)
    assert weighed(scene, an_act("ACCUSE", "Kenya", "Niger"), pairs).likely is None


def test_what_stands_over_an_added_act_counts() -> None:
    spec = "Mali/NNP/nsubj/2 will/MD/aux/2 succour/VB/ROOT/2 Niger/NNP/dobj/2"
    promised = with_learnt(staged(spec), (), [paired(0, 3, "AID", 0.9, 2)])[0]
    assert (promised.type, promised.planned) == ("AGREE", True)
    spec = "Mali/NNP/nsubj/2 might/MD/aux/2 succour/VB/ROOT/2 Niger/NNP/dobj/2"
    assert with_learnt(staged(spec), (), [paired(0, 3, "AID", 0.9, 2)])[0].path.dropped == "possible only"
    spec = "Mali/NNP/nsubj/3 would/MD/aux/3 not/RB/neg/3 succour/VB/ROOT/3 Niger/NNP/dobj/3"
    refused = with_learnt(staged(spec), (), [paired(0, 4, "REJECT", 0.9, 3)])
    assert [(a.type, a.status) for a in refused if not a.path.dropped] in ([], [("REJECT", "occurred")])
