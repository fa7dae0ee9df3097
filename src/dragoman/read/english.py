"""Whether a text is English, told by its script and its small words."""

from __future__ import annotations

import re

__all__ = ["looks_english", "mostly_latin"]

# Words that carry an English sentence and are rare in other languages that use Latin letters.
_SMALL_WORDS = """
    the of and to that with for from by were was has have had been its which would after said their this
    at it an on be are but who will not they he his her she as is in or about into than when while against
    between over under since because there these those could should before during out up more
"""
# Their like in other languages that use Latin letters, without those that are English words too.
_OTHER_WORDS = """
    el la los las del que por una con para se der die das und ist nicht ein eine dem den von mit auf zu le
    les des et du un une dans est pour qui sur au il che di della per sono gli nel em uma com não os het een
    van niet og som att det på är av til nie się że na jest ve bir bu için ile yang dan untuk dari și cu hogy
    az egy je ale că của và là không những
"""
_SMALL, _OTHER = frozenset(_SMALL_WORDS.split()), frozenset(_OTHER_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FEW, _SOME, _TERSE, _ENOUGH = 12, 40, 120, 4000


def _latin(letter: str) -> bool:
    return letter < "ɐ" or "Ḁ" <= letter <= "ỿ"


def mostly_latin(text: str) -> bool:
    """Whether at least two thirds of the letters are Latin; true where there are none.

    >>> mostly_latin("Путин встретился с Кимом"), mostly_latin("Putin met Kim")
    (False, True)
    """
    letters = [c for c in text[:40000] if c.isalpha()]
    return sum(map(_latin, letters)) * 3 >= len(letters) * 2


def looks_english(text: str) -> bool | None:
    """Whether the text is English; ``None`` where it is in Latin letters and too little of it is prose."""
    if not mostly_latin(text):
        return False
    words = [w.lower() for w in _WORD.findall(text[:40000])][:_ENOUGH]
    if len(words) < _FEW:
        return None
    small = sum(w in _SMALL for w in words)
    if sum(w in _OTHER for w in words) > small:
        return False
    if small * 10 >= len(words):
        return True
    # Tables of figures and lists of names have no small words in any language.
    figures = sum(map(str.isdigit, text[:40000]))
    if len(words) < _SOME or figures >= len(words):
        return None
    # A terse report of names and nouns has fewer of them, but no other language's either.
    terse = len(words) < _TERSE and small * 14 >= len(words) and not any(w in _OTHER for w in words)
    return None if terse else False
