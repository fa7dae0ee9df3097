"""Where a sentence speaks of time: each word gets the letter of its class, patterns run over the letters.

A sentence "on the 3rd of March" becomes ``".tOFM"``, and a rule is a pattern over such letters
(calendar.LETTERS, and for figures: D a number to 31, O an ordinal in figures, Y a number of four
digits that can be a year, K two years joined by a dash, p two days so joined, J a date all in
figures, Z a decade, Q a quarter, N and n other numbers).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dragoman.code.calendar import HEADS, Words
from dragoman.model import Sentence, Token

__all__ = ["RULES", "Found", "letters_of", "matches"]

_YEAR = "(?:[YDNn]B|BY|Y)"
_OF_YEAR = "F(?:r|ts|[lhx])U"
_MOD = "(?:t?[eR]?[bmA]-?Ft?|t?e-?I?|[jL]I|t?m-?)?"
_PART = "(?:(?:eI)?t?e?(?:P|P?u)F)?"
_DAY = "(?:W,?)?"
_SOME = "~*(?:n-n|av?F?|[DNnYv]v?F?)"

#: Name and pattern of each rule; the first that matches at the leftmost place wins.
RULES = (
    ("iso_date", "Y-D-D"),
    ("figure_date", "J"),
    ("day_range", f"pM(?:,?{_YEAR})?|Mp(?:,?{_YEAR})?"),
    (
        "full_date",
        f"{_PART}{_DAY}(?:(?:t?[OD]F?|t?oF)M,?F?{_YEAR}|M[DO],?F?{_YEAR}|(?:M[DO]|t?[OD]F?M){_OF_YEAR})P?",
    ),
    ("first_of_days", "t?[DO](?=[-&2]t?[DO]F?M)"),
    ("second_of_days", f"(?<=M[DO][-2&])[DO](?!F?M)(?:,?{_YEAR})?"),
    ("month_day", f"{_PART}{_DAY}(?:t?[OD]F?M|t?oFM|M[DO])P?"),
    ("share_of_date", f"t?[olL](?:n?[Uu]|nv?U)F(?:(?:t?m-?)?M(?:,?F?{_YEAR}|{_OF_YEAR})?|{_YEAR})"),
    ("month_year", f"{_MOD}M(?:,?F?{_YEAR}|{_OF_YEAR})"),
    ("month", f"{_MOD}(?:t?[lxhrqfk])?MP?"),
    ("season_year", f"{_MOD}t?(?:S,?F?{_YEAR}|S{_OF_YEAR}|YS)"),
    ("half", f"t?[oeR](?:U|b)F?(?:{_YEAR}|tU)"),
    ("quarter", "QY?"),
    ("century", f"{_MOD}t?[oO]-?UB?"),
    ("decade", f"{_MOD}t?`?ZB?|{_MOD}tY'"),
    ("years", "(?:tU)?K"),
    ("second_year", "(?<=Y-)[Dn](?![-DnM])"),
    ("holiday", f"H+P?(?:,?{_YEAR})?"),
    ("year", f"{_MOD}(?:tU)?C?{_YEAR}"),
    ("ago", f"{_SOME}-?[Uu]g|~*Ug"),
    ("later", f"{_SOME}(?:U[jL<>]|uL)|U[jL]|tU(?:[<>f]|L)"),
    ("within_unit", "[jLe](?:It|I)?(?:h|r|ts|s|l|x|t)U"),
    ("edge_of_unit", "t?[eR]?[bmA]Ft?[hrslx]?U|U['-]b"),
    ("some_units", "t?h?[lkqxf](?:av?F?|[DNnv]v?)-?[Uu]|t[DNnv][qlkxf]U"),
    ("weekend", "t?h?[lxhrqfs]?k?E"),
    ("season", f"{_MOD}t?[lxhrqf]?S"),
    ("weekday", f"{_PART}(?:t?h?[lxhqfkrs])?e?WP?"),
    ("speaking_day", "yP?"),
    ("at_night", "(?<=@)P(?![F.]?[DMOW])"),
    ("part_of_day", "[hlr]P|(?:et)?t[xfqs]P|t?P(?=.?T)"),
    ("unit", "t?(?:hk|[lkqxfhr]|(?<=t)s)U"),
    ("recent", "t?cU|c"),
    ("set", "w(?:[UWSP]|[Do]U)|d"),
    ("length", f"t?[ol]?{_SOME}-?[Uu](?:-?G)?(?!-!)!?|U-G|(?<=i)[Uu]"),
    ("reference", "t?V"),
    ("that_time", "[trh]s?z"),
    ("then", "T"),
    ("day_of_month", "tO"),
)
#: No rule begins at a word without a class, which most words are.
_PATTERN = re.compile(f"(?!\\.)(?:{'|'.join(f'(?P<{name}>{pattern})' for name, pattern in RULES)})")

_FIGURES = (
    (re.compile(r"(?:0?[1-9]|[12]\d|3[01])"), "D"),
    (re.compile(r"(?:early-|mid-|late-)?\d{1,2}(?:st|nd|rd|th)"), "O"),
    (re.compile(r"(?:mid-|pre-|post-|late-|early-)?(?:1\d\d\d|20\d\d)"), "Y"),
    (re.compile(r"(?:mid-|late-|early-)?(?:\d{4}s|\d\ds)"), "Z"),
    (re.compile(r"[12]\d{3}[–—-](?:[12]\d{3}|\d\d)"), "K"),
    (re.compile(r"[0-3]?\d[–—-][0-3]?\d"), "p"),
    (re.compile(r"\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d"), "J"),
    (re.compile(r"\d{3}"), "N"),
    (re.compile(r"\d[\d,]*(?:\.\d+)?"), "n"),
    (re.compile(r"q[1-4]"), "Q"),
)

#: First characters of tokens that may be figures ("mid-1990s", "pre-2003", "Q3", "late-19th").
_FIGURE_STARTS = frozenset("0123456789mpqle")


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of a sentence that a rule takes for a time, with the letters of the whole sentence."""

    sentence: Sentence
    rule: str
    first: int
    last: int
    row: str

    def token(self, letters: str, nth: int = 0) -> Token | None:
        """The first token of any of the classes (``nth=-1``: the last)."""
        at = [i for i in range(self.first, self.last) if self.row[i] in letters]
        return self.sentence.tokens[at[nth]] if at else None

    def has(self, letters: str) -> bool:
        """Whether any of the classes stands in the stretch."""
        return any(self.row[i] in letters for i in range(self.first, self.last))


@lru_cache(maxsize=16384)
def _figure(lower: str) -> str:
    for pattern, letter in _FIGURES:
        if pattern.fullmatch(lower):
            return letter
    return "."


def letters_of(sentence: Sentence, words: Words) -> str:
    """The sentence as one letter a word; empty where no word of it can be a time's head."""
    get = words.letters.get
    row = "".join(
        [get(t[2]) or (_figure(t[2]) if t[2][:1] in _FIGURE_STARTS else ".") for t in sentence.tokens]
    )
    if HEADS.isdisjoint(row):
        return ""
    row = _with_names(row, sentence, words)
    checked = list(row)
    for i, letter in enumerate(row):
        check = _CHECKS.get(letter)
        if check is not None and not check(sentence, i, row, words):
            checked[i] = "."
    return "".join(checked)


def _with_names(row: str, sentence: Sentence, words: Words) -> str:
    """The letters with an H for each word of a day's longer name ("New Year's Day")."""
    tokens = sentence.tokens
    for end in [i + 1 for i, letter in enumerate(row) if letter in "U^" and tokens[i].lower in words.names]:
        for name in words.names[tokens[end - 1].lower]:
            first = max(0, end - len(name))
            if tokens[first].text[0].isupper() and tuple(t.lower for t in tokens[first:end]) == name:
                row = f"{row[:first]}{'H' * len(name)}{row[end:]}"
                break
    return row


def matches(sentence: Sentence, words: Words) -> list[Found]:
    """The stretches of a sentence that speak of time, from left to right."""
    row = letters_of(sentence, words)
    if not row:
        return []
    found = []
    for match in _PATTERN.finditer(row):
        one = Found(sentence, match.lastgroup or "", match.start(), match.end(), row)
        found.append(_trimmed(one))
    return found


def _trimmed(found: Found) -> Found:
    """Leave out what the pattern took along from the edges ("early" of "early, 3 May")."""
    first, last = found.first, found.last
    while last - 1 > first and found.row[last - 1] in ",`":
        last -= 1
    tokens = found.sentence.tokens
    # "half of 1969's losses", "closer than a day": the words before belong to another phrase.
    while first < last - 1 and tokens[first].lower in {"than", "half"}:
        first += 2 if found.row[first + 1] == "F" else 1
    if (
        found.row[first] == "t"
        and last - first > 1
        and found.rule in _NO_ARTICLE
        and tokens[last - 1].tag != "NN"
    ) or (
        found.row[first] == "t"
        and found.rule in _NO_ARTICLE
        and tokens[last - 1].dep in {"compound", "amod", "nmod"}
    ):
        # "the summer offensive", "the former president": the article belongs to the noun behind.
        first += 1
    return Found(found.sentence, found.rule, first, last, found.row)


#: Rules whose article may belong to a noun that follows.
_NO_ARTICLE = frozenset({"season", "reference", "length", "weekend"})


def _near(row: str, i: int, letters: str) -> bool:
    return (i > 0 and row[i - 1] in letters) or (i + 1 < len(row) and row[i + 1] in letters)


def _in_a_name(sentence: Sentence, i: int, row: str) -> bool:
    """Whether the word is part of a longer proper name ("April Glaspie", "Sunday Times")."""
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    if token.dep == "compound" and head.tag.startswith("NNP") and row[head.i] == "." and head.i == i + 1:
        return True
    before = sentence.tokens[i - 1] if i else None
    named = before is not None and before.tag.startswith("NNP") and row[i - 1] == "."
    return token.ent == "PERSON" or (
        named and before is not None and before.dep == "compound" and before.head == i
    )


def _is_month(sentence: Sentence, i: int, row: str, words: Words) -> bool:
    token = sentence.tokens[i]
    if not token.text[0].isupper() or token.tag[:2] in {"MD", "VB"}:
        return False
    if _near(row, i, "DOYp") or (i > 1 and row[i - 1] == "F" and row[i - 2] in "ODb"):
        return True
    if _in_a_name(sentence, i, row):
        return False
    if token.lower not in words.doubtful:
        return True
    before = sentence.tokens[i - 1] if i else None
    return before is not None and (row[i - 1] in "eml-xhqr2&k" or before.tag in {"IN", "TO"})


def _is_weekday(sentence: Sentence, i: int, row: str, words: Words) -> bool:
    token = sentence.tokens[i]
    if not token.text[0].isupper():
        return False
    if token.lower in words.doubtful or token.lower.endswith("."):
        return i + 1 < len(row) and row[i + 1] in ",MDO"
    if i and sentence.tokens[i - 1].lower in words.no_weekday_after:
        return False
    return _near(row, i, "MDO") or not _in_a_name(sentence, i, row)


def _is_season(sentence: Sentence, i: int, row: str, words: Words) -> bool:
    token = sentence.tokens[i]
    if token.tag[:2] != "NN":
        return False
    year_follows = row[i + 1 : i + 3].startswith(("Y", ",Y", "FY")) or row[i + 1 : i + 4].startswith(
        ("FN", "FD")
    )
    if year_follows or (i and row[i - 1] in "lxhY"):
        return True
    if token.text[0].isupper() and i and sentence.tokens[i - 1].text[0].isupper():
        return False
    if token.lower == "fall":
        before = sentence.tokens[i - 2].lower if i > 1 and row[i - 1] in "tre" else ""
        return row[i + 1 : i + 2] != "F" and (before == "in" or words.relations.get(before) == "during")
    return not (
        i + 1 < len(row)
        and sentence.tokens[i + 1].tag[:2] == "NN"
        and token.dep == "compound"
        and row[i - 1] in "aw"
    )


def _is_year(sentence: Sentence, i: int, row: str, words: Words) -> bool:
    """A number of four digits is a year unless it counts, measures or numbers something."""
    token, after = sentence.tokens[i], row[i + 1 : i + 2]
    if not token.lower.isdecimal():
        return True
    following = sentence.tokens[i + 1] if after else None
    before = sentence.tokens[i - 1] if i else None
    if after == "W" or (following is not None and following.lower in words.measures):
        return False
    if after in {"U", "u"} and (before is None or before.tag != "NNP"):
        return False
    if _near(row, i, "MBS"):
        return True
    if before is not None and before.lower in words.no_year_after:
        return False
    determined = before is not None and (row[i - 1] in "t'" or before.tag in {"PRP$", "POS"})
    if following is not None and following.tag in {"NNS", "NNPS"} and after == ".":
        # "the 2022 elections" are dated, "2022 soldiers" are counted.
        return token.ent == "DATE" or determined
    if token.ent in {"DATE", ""} or before is None or determined:
        return True
    named = before.tag in {"NNP", "NNPS"} and 1800 < int(token.lower) < 2100
    return named or before.tag in {"IN", "-LRB-", ",", "DT", "JJ", "CC", "TO", "POS"}


def _is_day(sentence: Sentence, i: int, row: str, words: Words) -> bool:
    """A number is no day of the month where it counts the noun behind it ("in April 12 people died")."""
    token = sentence.tokens[i]
    if not i or row[i - 1] != "M" or token.dep != "nummod" or token.head <= i:
        return True
    return sentence.tokens[token.head].tag != "NNS" or row[i + 1 : i + 2] in {",", "Y"}


def _is_holiday(sentence: Sentence, i: int, row: str, words: Words) -> bool:
    """A named day is none as part of a name ("Father Christmas", "Christmas Island")."""
    return _near(row, i, "H") or not _in_a_name(sentence, i, row)


_CHECKS = {
    "M": _is_month, "W": _is_weekday, "S": _is_season, "Y": _is_year, "D": _is_day, "H": _is_holiday,
}  # fmt: skip
