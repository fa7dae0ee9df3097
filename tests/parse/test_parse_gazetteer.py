"""Known names over tokens: cut as the tokeniser cuts, the longest first."""

import pytest

from dragoman.catalogue import catalogue
from dragoman.parse.gazetteer import longest_match, name_tokens
from tests.build import words


@pytest.mark.parametrize(
    ("name", "pieces"),
    [
        ("Mali", ("Mali",)),
        ("Burkina Faso", ("Burkina", "Faso")),
        ("al-Qaida", ("al", "-", "Qaida")),
        ("People's Liberation Army", ("People", "'s", "Liberation", "Army")),
        ("Guinea-Bissau", ("Guinea", "-", "Bissau")),
        ("U.S.", ("U.S.",)),
    ],
)
def test_names_are_cut_as_text_is(name: str, pieces: tuple[str, ...]) -> None:
    assert name_tokens(name) == pieces


def test_the_longest_name_wins() -> None:
    tokens = words("South/NNP Sudan/NNP and/CC Sudan/NNP met/VBD").tokens
    assert longest_match(tokens, 0) == (2, "South Sudan")
    assert longest_match(tokens, 3) == (4, "Sudan")


def test_a_hyphened_name_is_found_over_its_pieces() -> None:
    tokens = words("Guinea/NNP -/HYPH Bissau/NNP met/VBD").tokens
    assert longest_match(tokens, 0) == (3, "Guinea-Bissau")


def test_a_name_cut_off_by_the_end_is_not_found() -> None:
    tokens = words("met/VBD South/NNP").tokens
    assert longest_match(tokens, 1) is None


def test_case_counts() -> None:
    assert longest_match(words("mali/NN met/VBD").tokens, 0) is None


def test_what_is_found_is_the_catalogues_spelling() -> None:
    found = longest_match(words("Burkina/NNP Faso/NNP met/VBD").tokens, 0)
    assert found is not None
    assert [n.entry_key for n in catalogue().names[found[1]]] == ["BFA"]
