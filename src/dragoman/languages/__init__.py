"""Languages as data: a folder each, read by the rooms that need it."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

__all__ = ["folder_files", "read_yaml", "word_list"]

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """YAML whose only words for truth are true and false: "on" and "no" are English words here."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool"]
    for first, found in _Base.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


@cache
def read_yaml(language: str, name: str) -> Any:
    """The content of one of a language's files, such as ``classes.yaml`` or ``frames/aid.yaml``."""
    text = files("dragoman.languages").joinpath(language, name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=_Loader)


def folder_files(language: str, folder: str) -> tuple[str, ...]:
    """The names of the YAML files in one of a language's folders, in order."""
    root = files("dragoman.languages").joinpath(language, folder)
    return tuple(sorted(f"{folder}/{f.name}" for f in root.iterdir() if f.name.endswith(".yaml")))


def word_list(name: str, language: str = "en") -> frozenset[str]:
    """One of the word lists that the rules ask for, from the language's ``words.yaml``.

    >>> "withdraw" in word_list("yielding")
    True
    """
    return frozenset(read_yaml(language, "words.yaml")[name])
