"""A pass of known names over a sentence's tokens; it overrules the model's name finder.

Names are cut as the tokeniser cuts text, so that "al-Shabab" and "Choe Son-hui" are found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dragoman.catalogue import catalogue
from dragoman.model import Token

__all__ = ["longest_match", "name_tokens"]

_PIECES = re.compile(
    r"'s\b|'(?=\s|$)|(?<=[a-zA-Z])-(?=[a-zA-Z])|[^\s-]+?(?='s\b)|(?:(?!'s\b)[^\s-]|(?<![a-zA-Z])-|-(?![a-zA-Z]))+"
)


def name_tokens(name: str) -> tuple[str, ...]:
    """A name in the pieces that the tokeniser makes of it.

    >>> name_tokens("al-Shabab"), name_tokens("People's Liberation Army")
    (('al', '-', 'Shabab'), ('People', "'s", 'Liberation', 'Army'))
    """
    return tuple(_PIECES.findall(name))


@cache
def _starts() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """For the first piece of every name: the names that it starts, the longest first."""
    starts: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in catalogue().names:
        pieces = (name,) if " " not in name and "-" not in name and "'" not in name else name_tokens(name)
        if pieces:
            starts.setdefault(pieces[0], []).append((pieces, name))
    for found in starts.values():
        found.sort(key=lambda pair: (-len(pair[0]), pair[1]))
    return starts


def longest_match(tokens: Sequence[Token], i: int) -> tuple[int, str] | None:
    """The end and the catalogue's spelling of the longest known name that starts at token ``i``."""
    for pieces, name in _starts().get(tokens[i].text, ()):
        end = i + len(pieces)
        if end <= len(tokens) and all(tokens[i + k].text == piece for k, piece in enumerate(pieces)):
            return end, name
    return None
