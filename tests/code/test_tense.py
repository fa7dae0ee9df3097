"""Tense is read from the verb's form and its auxiliaries."""

import pytest

from dragoman.code.tense import tense_of
from tests.build import sentence

CASES = [
    ("They/PRP/nsubj/1 met/VBD/ROOT/1", 1, "past"),
    ("They/PRP/nsubj/2 have/VBP/aux/2 met/VBN/ROOT/2", 2, "perfect"),
    ("They/PRP/nsubj/2 had/VBD/aux/2 met/VBN/ROOT/2", 2, "past_perfect"),
    ("They/PRP/nsubj/2 will/MD/aux/2 meet/VB/ROOT/2", 2, "future"),
    ("They/PRP/nsubj/2 would/MD/aux/2 meet/VB/ROOT/2", 2, "conditional"),
    ("They/PRP/nsubj/2 are/VBP/aux/2 meeting/VBG/ROOT/2", 2, "progressive"),
    ("They/PRP/nsubj/2 were/VBD/aux/2 meeting/VBG/ROOT/2", 2, "past"),
    ("He/PRP/nsubjpass/3 has/VBZ/aux/3 been/VBN/auxpass/3 killed/VBN/ROOT/3", 3, "perfect"),
    ("He/PRP/nsubjpass/2 was/VBD/auxpass/2 killed/VBN/ROOT/2", 2, "past"),
    ("They/PRP/nsubj/3 did/VBD/aux/3 n't/RB/neg/3 meet/VB/ROOT/3", 3, "past"),
    ("They/PRP/nsubj/1 supply/VBP/ROOT/1 arms/NNS/dobj/1", 1, "present"),
    ("They/PRP/nsubj/2 are/VBP/aux/2 going/VBG/ROOT/2 to/TO/aux/4 meet/VB/xcomp/2", 4, "future"),
    ("They/PRP/nsubj/1 agreed/VBD/ROOT/1 to/TO/aux/3 meet/VB/xcomp/1", 3, "infinitive"),
    ("Having/VBG/aux/1 met/VBN/advcl/3 they/PRP/nsubj/3 left/VBD/ROOT/3", 1, "participle"),
    (
        "He/PRP/nsubj/2 has/VBZ/aux/2 met/VBN/ROOT/2 and/CC/cc/2 praised/VBN/conj/2 them/PRP/dobj/4",
        4,
        "perfect",
    ),
    ("He/PRP/nsubj/2 has/VBZ/aux/2 met/VBN/ROOT/2 and/CC/cc/2 praised/VBD/conj/2 them/PRP/dobj/4", 4, "past"),
    ("The/DT/det/1 talks/NNS/nsubj/2 ended/VBD/ROOT/2", 1, ""),
]


@pytest.mark.parametrize(("spec", "position", "tense"), CASES)
def test_tense(spec: str, position: int, tense: str) -> None:
    assert tense_of(sentence(spec), position) == tense
