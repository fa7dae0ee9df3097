"""Which parser model reads, and what happens where there is none."""

import re

import pytest

from dragoman.errors import ModelMissing
from dragoman.parse import models


def only(*there: str) -> object:
    return lambda name: object() if name in there else None


def test_the_better_model_is_taken_first(monkeypatch: pytest.MonkeyPatch) -> None:
    (first, _), (second, _) = models.MODELS
    monkeypatch.setattr(models, "find_spec", only(first, second))
    assert models.installed() == first
    monkeypatch.setattr(models, "find_spec", only(second))
    assert models.installed() == second


def test_no_model_is_told_with_what_was_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "find_spec", only())
    with pytest.raises(ModelMissing) as caught:
        models.installed()
    assert caught.value.args[0] == tuple(module for module, _ in models.MODELS)
    assert "make install" in str(caught.value)


@pytest.mark.model
def test_the_models_name_tells_its_version() -> None:
    assert re.fullmatch(r"[a-z_]+@\d+(\.\d+)+", models.model_name())
    assert models.model_name().split("@")[0] == models.installed()


@pytest.mark.model
def test_the_model_is_loaded_once() -> None:
    assert models.load() is models.load()
    assert "parser" in models.load().pipe_names
    assert "lemmatizer" not in models.load().pipe_names


@pytest.mark.model
@pytest.mark.parametrize(
    ("form", "tag", "pos", "lemma"),
    [
        ("attacked", "VBD", "VERB", "attack"),
        ("met", "VBD", "VERB", "meet"),
        ("countries", "NNS", "NOUN", "country"),
        ("was", "VBD", "AUX", "be"),
        ("staged", "VBD", "VERB", "stage"),
        ("stopped", "VBD", "VERB", "stop"),
        ("has", "VBZ", "AUX", "have"),
        ("did", "VBD", "AUX", "do"),
        ("mali", "NNP", "PROPN", "mali"),
        ("the", "DT", "DET", "the"),
    ],
)
def test_lemmas(form: str, tag: str, pos: str, lemma: str) -> None:
    assert models.lemma_of(form, tag, pos) == lemma
