"""Figures in a row of tokens: digits, number words, vague words, bounds, hedges, ranges and money."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.code.numberwords import NumberWords
from dragoman.model import Token

__all__ = ["Figure", "find_figures"]

_DIGITS = re.compile(r"^(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)([a-z]{1,3})?\+?$")
_DASHES = frozenset({"-", "–", "—"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in the tokens ``first`` to ``last``; the bare number stands in ``core``.

    ``plain`` tells four digits without a comma, which may be a year; ``sign`` is a currency.
    """

    first: int
    last: int
    core: tuple[int, int]
    low: float | None
    high: float | None
    approximate: bool = False
    sign: str | None = None
    plain: bool = False
    scaled: bool = False


def find_figures(tokens: Sequence[Token], words: NumberWords) -> list[Figure]:
    """All figures of a row of tokens, in order, whatever they count."""
    found: list[Figure] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        figure = None
        if token.text[0].isdigit() or token.lower in words.starts:
            figure = _core(tokens, i, words)
        if figure is None:
            i += 1
            continue
        figure = _range(tokens, figure, words)
        figure = _behind(tokens, _before(tokens, figure, words), words)
        found.append(figure)
        i = figure.last
    return found


def _core(tokens: Sequence[Token], i: int, words: NumberWords) -> Figure | None:
    """The number that begins at a token, with a currency sign before it."""
    for phrase, low in words.vague.get(tokens[i].lower, ()):
        if _reads(tokens, i, phrase) and tokens[i].tag not in {"VBZ", "NNP"}:
            return Figure(i, i + len(phrase), (i, i + len(phrase)), float(low), None, approximate=True)
    sign = words.signs.get(tokens[i - 1].lower) or words.signs.get(tokens[i - 1].text) if i else None
    first = i - 1 if sign else i
    read = _digits(tokens, i, words, sign) or _spelt(tokens, i, words)
    if read is None:
        return None
    end, value, scaled = read
    plain = end == i + 1 and tokens[i].text.isdigit() and len(tokens[i].text) == 4 and not sign
    return Figure(first, end, (i, end), value, value, sign=sign, plain=plain, scaled=scaled)


def _digits(
    tokens: Sequence[Token], i: int, words: NumberWords, sign: str | None
) -> tuple[int, float, bool] | None:
    """A number in digits with the scale behind it: "1,500", "1.5bn", "300m", "2.5 million"."""
    match = _DIGITS.match(tokens[i].lower)
    if match is None:
        return None
    value, letters, end, scaled = float(match[1].replace(",", "")), match[2] or "", i + 1, False
    if (
        not letters
        and end < len(tokens)
        and tokens[end].start == tokens[i].end
        and tokens[end].lower in words.money_suffixes
        and sign
    ):
        letters, end = tokens[end].lower, end + 1
    if letters:
        factor = words.suffixes.get(letters) or (
            words.money_suffixes.get(letters) if sign or (letters == "m" and value < 1000) else None
        )
        if factor is None:
            return None
        value, scaled = value * factor, True
    if end < len(tokens) and (factor := _scale(tokens[end], words)):
        value, end, scaled = value * factor, end + 1, True
    return end, round(value, 4), scaled


def _scale(token: Token, words: NumberWords) -> int:
    if token.lower in words.lists["dozen"]:
        return 12
    return words.scales.get(token.lower, 0) or (100 if token.lower == "hundred" else 0)


def _spelt(tokens: Sequence[Token], i: int, words: NumberWords) -> tuple[int, float, bool] | None:
    """A number in words: "twenty-three", "two hundred and fifty", "half a million", "a dozen"."""
    lower = tokens[i].lower
    if lower == "half":
        k = i + 2 if i + 1 < len(tokens) and tokens[i + 1].lower in {"a", "-"} else i + 1
        factor = _scale(tokens[k], words) if k < len(tokens) else 0
        return (k + 1, factor / 2, True) if factor else None
    if lower in {"a", "an"}:
        factor = _scale(tokens[i + 1], words) if i + 1 < len(tokens) else 0
        if not factor:
            return None
        return _more(tokens, i + 2, float(factor), words)
    if lower not in words.cardinal and lower not in words.scales and not _scale(tokens[i], words):
        return None
    return _words(tokens, i, words)


def _words(tokens: Sequence[Token], i: int, words: NumberWords) -> tuple[int, float, bool]:
    total, current, end, scaled = 0.0, 0.0, i, False
    while end < len(tokens):
        lower = tokens[end].lower
        factor = _scale(tokens[end], words)
        if factor:
            scaled = True
            current = max(current, 1.0) * factor
            if factor >= 1000:
                total, current = total + current, 0.0
        elif lower in words.cardinal and (
            not current
            or current % 100 == 0
            or (current % 10 == 0 and words.cardinal[lower] < 10 and current % 100 > 10)
        ):
            current += words.cardinal[lower]
        elif not (_joins(tokens, end, words) and (current or total)):
            break
        end += 1
    return end, total + current, scaled


def _joins(tokens: Sequence[Token], i: int, words: NumberWords) -> bool:
    """Whether a token joins two parts of one number: "twenty-three", "two hundred and fifty"."""
    if i + 1 >= len(tokens) or tokens[i + 1].lower not in words.cardinal:
        return False
    before, after = tokens[i - 1], words.cardinal[tokens[i + 1].lower]
    if tokens[i].text in _DASHES:
        return (
            tokens[i].start == before.end
            and words.cardinal.get(before.lower, 0) in range(20, 100)
            and after < 10
        )
    return tokens[i].lower == "and" and _scale(before, words) >= 100


def _more(tokens: Sequence[Token], end: int, value: float, words: NumberWords) -> tuple[int, float, bool]:
    """ "A million and a half", "a hundred thousand"."""
    if end < len(tokens) and (factor := _scale(tokens[end], words)):
        return end + 1, value * factor, True
    if [t.lower for t in tokens[end : end + 3]] == ["and", "a", "half"]:
        return end + 3, value * 1.5, True
    return end, value, True


def _range(tokens: Sequence[Token], one: Figure, words: NumberWords) -> Figure:
    """A range of two numbers: "between A and B", "A to B", "A-B", "three or four"; the scale is shared."""
    i = one.last
    if one.high is None or i + 1 >= len(tokens) or one.low is None:
        return one
    link = tokens[i].lower
    before = tokens[one.first - 1].lower if one.first else ""
    if not (link in _DASHES or link in {"to", "or"} or (link == "and" and before == "between")) or (
        link == "to" and before == "from"
    ):
        return one
    k = i + 1
    sign = words.signs.get(tokens[k].lower) or words.signs.get(tokens[k].text)
    other = _core(tokens, k + 1 if sign and k + 1 < len(tokens) else k, words)
    if other is None or other.low is None or other.high is None or other.plain != one.plain:
        return one
    low, high = one.low, other.low
    if other.scaled and not one.scaled and low < 1000:
        unit = _unit_of(tokens, other, words)
        low = round(low * unit, 4)
    if low >= high or (link == "or" and high - low > max(2.0, low / 2)):
        return one
    first = one.first - 1 if before in {"between", "from"} else one.first
    return replace(
        one,
        first=first,
        last=other.last,
        core=(one.core[0], other.last),
        low=low,
        high=high,
        sign=one.sign or other.sign,
        scaled=other.scaled,
    )


def _unit_of(tokens: Sequence[Token], one: Figure, words: NumberWords) -> float:
    """The scale of a number in digits with a scale behind it: 1,000,000 in "3 million" and "3m"."""
    match = _DIGITS.match(tokens[one.core[0]].lower)
    return (one.low or 0.0) / float(match[1].replace(",", "")) if match else 1.0


def _before(tokens: Sequence[Token], one: Figure, words: NumberWords) -> Figure:
    """Take in the hedges and bounds that stand before a figure."""
    while one.first:
        row = words.before.get(tokens[one.first - 1].lower, ())
        for phrase, kind in row:
            first = one.first - len(phrase)
            if first >= 0 and _reads(tokens, first, phrase) and not _governs(tokens, first, one):
                one = _bounded(replace(one, first=one.first - len(phrase)), kind)
                break
        else:
            return one
    return one


def _governs(tokens: Sequence[Token], i: int, one: Figure) -> bool:
    """Whether the word before a figure is a particle or preposition of its own: "handed over three"."""
    token = tokens[i]
    if token.lower not in {"over", "above", "under", "below", "around", "about"} or one.first - i > 1:
        return False
    return token.dep == "prt" or (token.dep == "prep" and tokens[token.head].pos in {"NOUN", "PROPN"})


def _behind(tokens: Sequence[Token], one: Figure, words: NumberWords) -> Figure:
    """Take in "or more", "or so" behind a figure."""
    if one.last >= len(tokens):
        return one
    for phrase, kind in words.behind.get(tokens[one.last].lower, ()):
        if _reads(tokens, one.last, phrase):
            return _bounded(replace(one, last=one.last + len(phrase)), kind)
    if tokens[one.core[1] - 1].text.endswith("+"):
        return _bounded(one, "or_more")
    return one


def _bounded(one: Figure, kind: str) -> Figure:
    if kind in {"at_least", "or_more"}:
        return replace(one, high=None) if one.low is not None else one
    if kind in {"at_most", "or_fewer"}:
        return replace(one, low=None, high=one.high if one.high is not None else one.low)
    return replace(one, approximate=True)


def _reads(tokens: Sequence[Token], i: int, phrase: tuple[str, ...]) -> bool:
    return i + len(phrase) <= len(tokens) and all(
        tokens[i + k].lower == word for k, word in enumerate(phrase)
    )
