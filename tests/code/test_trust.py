"""Confidence: from what is known of an act to a likelihood."""

from dataclasses import replace

from dragoman.code.trust import FEATURES, confidence_of, features_of
from tests.code.staged import an_act


def test_features_are_those_that_are_weighed() -> None:
    features = features_of(an_act("ACCUSE", "Mali", "Niger", likely=0.5))
    assert tuple(features) == FEATURES
    assert features["likely"] == 0
    assert {name for name, value in features.items() if value} == {"all"}


def test_what_is_missing_is_told() -> None:
    features = features_of(an_act("PROTEST", "Mali", learnt=True, nominal=True))
    assert {name for name, value in features.items() if value} == {
        "all", "not asked", "learnt", "nominal", "no recipient",
    }  # fmt: skip


def test_confidence_grows_with_the_likelihood_and_stays_a_share() -> None:
    act = an_act("ACCUSE", "Mali", "Niger")
    told = [confidence_of(replace(act, likely=share)) for share in (0.0, 0.3, 0.6, 0.9, 1.0)]
    assert told == sorted(told)
    assert told[0] < told[-1]
    assert all(0 <= share <= 1 and share == round(share, 2) for share in told)
