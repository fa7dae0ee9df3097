"""Repairs of trees: verbs after "and" that the parser hung on the wrong clause."""

from dragoman.model import Token
from dragoman.parse.repairs import repair
from tests.build import sentence

ADMITTED = (
    "Iran/NNP/nsubj/1 acknowledged/VBD/ROOT/1 it/PRP/dobj/1 and/CC/cc/1 ,/,/punct/1 for/IN/prep/10 "
    "the/DT/det/8 "
    "first/JJ/amod/8 time/NN/pobj/5 ,/,/punct/10 admitted/{}/1 to/IN/prep/10 more/JJR/pobj/11"
)
ACCUSED = (
    "Iran/NNP/nsubj/1 {} that/IN/mark/5 it/PRP/nsubj/5 {} {} Iraq/NNP/dobj/5 and/CC/cc/5 accused/VBD/conj/5 "
    "Kenya/NNP/dobj/8"
)


def mended(spec: str) -> list[Token]:
    return repair(list(sentence(spec).tokens))


def test_a_participle_after_and_is_a_second_verb() -> None:
    verb = mended(ADMITTED.format("VBN/advcl"))[10]
    assert (verb.dep, verb.tag, verb.head) == ("conj", "VBD", 1)


def test_other_clauses_are_left_alone() -> None:
    for given in ("VBG/advcl", "VBD/conj"):
        assert mended(ADMITTED.format(given)) == list(sentence(ADMITTED.format(given)).tokens)


def test_a_clause_with_its_own_auxiliary_is_left_alone() -> None:
    spec = (
        "Iran/NNP/nsubj/1 left/VBD/ROOT/1 and/CC/cc/1 once/IN/mark/5 had/VBD/aux/5 "
        "freed/VBN/advcl/1 Iraq/NNP/dobj/5"
    )
    assert mended(spec)[5].dep == "advcl"


def test_a_verb_that_has_its_conjunct_keeps_it() -> None:
    spec = (
        "Iran/NNP/nsubj/1 left/VBD/ROOT/1 and/CC/cc/1 fled/VBD/conj/1 helped/VBN/advcl/1 "
        "by/IN/agent/4 Iraq/NNP/pobj/5"
    )
    assert mended(spec)[4].dep == "advcl"


def test_a_past_tense_goes_on_with_the_main_verb() -> None:
    verb = mended(ACCUSED.format("denied/VBD/ROOT/1", "had/VBD/aux/5", "bombed/VBN/ccomp/1"))[8]
    assert (verb.head, verb.dep) == (1, "conj")


def test_a_past_tense_inside_stays_inside() -> None:
    verb = mended(ACCUSED.format("denied/VBD/ROOT/1", "once/RB/advmod/5", "bombed/VBD/ccomp/1"))[8]
    assert verb.head == 5


def test_a_conjunct_with_a_subject_of_its_own_stays() -> None:
    spec = (
        "Iran/NNP/nsubj/1 said/VBD/ROOT/1 it/PRP/nsubj/4 had/VBD/aux/4 bombed/VBN/ccomp/1 "
        "Iraq/NNP/dobj/4 and/CC/cc/4 "
        "Kenya/NNP/nsubj/8 fled/VBD/conj/4"
    )
    assert mended(spec)[8].head == 4
