"""Verbs: their forms, their codes, and the patterns that give other codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.catalogue.petrarch.lines import BadLine, Fault, Line, plural, words_of
from dragoman.catalogue.petrarch.patterns import Pattern, Wording, read_pattern

__all__ = ["NO_EVENT", "Block", "Verb", "Verbs", "read_verbs"]

#: How a code begins that makes no event.
NO_EVENT = ("---", "+++", "###")

_CODE = re.compile(r"\[\s*([^\]]*?)\s*\]")
_BRACES = re.compile(r"\{([^}]*)\}")


@dataclass(slots=True)
class Block:
    """Verbs that share patterns; the patterns are tried in this order."""

    code: str
    patterns: list[Pattern] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb: its words, which of them is the verb, its own code, its block and where it is written."""

    words: tuple[str, ...]
    at: int
    code: str
    block: Block
    place: str


class Verbs:
    """Verbs by the form in which a sentence has them, those of most words first."""

    def __init__(self) -> None:
        self._forms: dict[str, list[Verb]] = {}

    def add(self, verb: Verb) -> None:
        """Keep a verb's form."""
        kept = self._forms.setdefault(verb.words[verb.at], [])
        kept.append(verb)
        kept.sort(key=lambda one: -len(one.words))

    def of(self, word: str) -> tuple[Verb, ...]:
        """The verbs that a word in capitals can be."""
        return tuple(self._forms.get(word, ()))

    def __len__(self) -> int:
        return sum(len(found) for found in self._forms.values())


class _Reader:
    """One verb file, while it is read."""

    def __init__(self, verbs: Verbs, faults: list[Fault]) -> None:
        self.verbs, self.faults = verbs, faults
        self.synsets: dict[str, Wording] = {}
        self.block: Block | None = None
        self.synset = ""
        self.blocks: list[Block] = []

    def take(self, line: Line) -> None:
        """Read one line; BadLine where it is none of the forms."""
        text = line.text
        if text.startswith("---"):
            self._header(text)
        elif text.startswith("&"):
            self.synset = text.split()[0].upper()
            self.synsets.setdefault(self.synset.rstrip("_"), ())
        elif self.synset and text.startswith("+"):
            self._member(text[1:].strip())
        elif text.startswith("-"):
            self._pattern(line)
        elif text.startswith("~"):
            raise BadLine("rules that turn one event into another (~) are not read")
        else:
            self._verb(line)

    def _header(self, text: str) -> None:
        code = _CODE.search(text)
        if not code:
            raise BadLine("a block begins with --- NAME [code] ---")
        self.synset, self.block = "", Block(_plain(code[1]))
        self.blocks.append(self.block)

    def _member(self, told: str) -> None:
        name = self.synset.rstrip("_")
        if told.startswith("&"):
            key = told.split()[0].upper().rstrip("_")
            if key not in self.synsets:
                raise BadLine(f"no synonym set {key} before this line")
            self.synsets[name] += self.synsets[key]
            return
        words = words_of(told)
        if not words:
            raise BadLine("a synonym without words")
        more = () if self.synset.endswith("_") or told.endswith("_") else ((*words[:-1], plural(words[-1])),)
        self.synsets[name] += (words, *more)

    def _pattern(self, line: Line) -> None:
        if self.block is None:
            raise BadLine("a pattern without a verb before it")
        self.block.patterns.append(read_pattern(line.text, self.synsets, line.place))

    def _verb(self, line: Line) -> None:
        self.synset = ""
        if self.block is None:
            raise BadLine("a verb outside of a block")
        text, block = line.text, self.block
        code, braces = _CODE.search(text), _BRACES.search(text)
        name = _BRACES.sub("", _CODE.sub("", text)).strip()
        if not name or set(name) & set("[]{}*$%^"):
            raise BadLine(
                "no verb: a word, its forms between {} where they are not regular, a code between []"
            )
        own = _plain(code[1]) if code else block.code
        forms = [name, *(braces[1].split() if braces else _regular(name))]
        for form in dict.fromkeys(forms):
            words, at = _marked(form)
            if words:
                self.verbs.add(Verb(words, at, own, block, line.place))


def _plain(code: str) -> str:
    """A code without the marks of doubt that some dictionaries have after it."""
    return code.rstrip("?! ")


def _marked(form: str) -> tuple[tuple[str, ...], int]:
    """The words of a form and which of them is the verb: the one with a ``+``, else the first.

    >>> _marked("LION_+RIDE"), _marked("RIDE OFF")
    ((('LION', 'RIDE'), 1), (('RIDE', 'OFF'), 0))
    """
    before, plus, after = form.partition("+")
    first, rest = words_of(before), words_of(after)
    return (*first, *rest), len(first) if plus and rest else 0


def _regular(name: str) -> Iterator[str]:
    """The regular forms of a verb, or of the marked word of several.

    >>> list(_regular("DENY")), list(_regular("+SET_UP"))[:1], list(_regular("BAN"))[-1]
    (['DENIES', 'DENIED', 'DENYING'], ['+SETS_UP'], 'BANNING')
    """
    words, at = _marked(name)
    if not words:
        return
    for form in _inflected(words[at]):
        yield "_".join((*words[:at], f"+{form}" if len(words) > 1 else form, *words[at + 1 :]))


def _inflected(verb: str) -> Iterator[str]:
    yield plural(verb)
    if verb.endswith("E"):
        yield from (f"{verb}D", f"{verb[:-1]}ING")
    elif verb.endswith("Y") and verb[-2:-1] not in "AEIOU":
        yield from (f"{verb[:-1]}IED", f"{verb}ING")
    else:
        yield from (f"{verb}ED", f"{verb}ING")
    if re.fullmatch(r".*[^AEIOU][AEIOU][BDGLMNPRT]", verb):
        yield from (f"{verb}{verb[-1]}ED", f"{verb}{verb[-1]}ING")


def read_verbs(lines: Iterable[Line], verbs: Verbs, faults: list[Fault]) -> None:
    """Add the verbs of one file; lines that cannot be read are added to the faults.

    Where a file's patterns are bracketed (PETRARCH-2) those that ask for more are tried first: such files
    are sorted by code.  In other files the patterns are tried as they stand.
    """
    reader = _Reader(verbs, faults)
    for line in lines:
        try:
            reader.take(line)
        except BadLine as error:
            faults.append(line.fault(str(error)))
    if any(one.bracketed for block in reader.blocks for one in block.patterns):
        for block in reader.blocks:
            block.patterns.sort(key=lambda one: -one.weight)
