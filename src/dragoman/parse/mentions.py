"""Which words of a sentence may stand for a party or a place: names, nouns of a role, pronouns."""

from __future__ import annotations

from dragoman.catalogue import catalogue
from dragoman.catalogue.entries import Name
from dragoman.languages import word_list
from dragoman.model import Mention, Sentence, Token
from dragoman.parse.gazetteer import longest_match
from dragoman.step import step

__all__ = ["COLLECTIVE", "find_mentions", "mentions"]

_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
_PRONOUNS = word_list("pronouns")

#: Nouns that point back to parties named before ("the two countries", "both sides", "the bloc").
COLLECTIVE = word_list("collective")


@step(reads=("sentences",), writes="mentions")
def mentions(sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """Find the mentions of all sentences, in reading order."""
    people = _surnames(sentences)
    return tuple(m for sentence in sentences for m in find_mentions(sentence, people))


def _surnames(sentences: tuple[Sentence, ...]) -> frozenset[str]:
    """The last words of the report's persons of two words and more, among whom may be a Jordan or a Chad."""
    found = set()
    for sentence in sentences:
        for token in sentence.tokens[1:]:
            if token.ent == "PERSON" and sentence.tokens[token.i - 1].ent == "PERSON" and token.tag == "NNP":
                found.add(token.text)
    return frozenset(found)


def find_mentions(sentence: Sentence, people: frozenset[str] = frozenset()) -> list[Mention]:
    """The mentions of one sentence: known names first, then the model's names, role nouns and pronouns.

    ``people`` are words that the report uses as surnames.
    """
    tokens, found = sentence.tokens, []
    taken: list[int] = [0] * len(tokens)
    i = 0
    while i < len(tokens):
        pair = _pair(tokens, i) if i + 1 < len(tokens) and tokens[i + 1].text in {"-", "–"} else None
        match = longest_match(tokens, i) if pair is None else None
        if match and _is_name(tokens, i, match, people):
            end, name = match
            names = catalogue().names[name]
            found.append(
                _mention(
                    sentence, i, end, "name", tuple(dict.fromkeys(n.entry_key for n in names)), names[0].form
                )
            )
            taken[i:end] = [2] * (end - i)
            i = end
            continue
        pair = pair or (_pair(tokens, i) if "-" in tokens[i].text or "–" in tokens[i].text else None)
        if pair is not None:
            end, keys = pair
            found.append(_mention(sentence, i, end, "name", keys, "pair"))
            taken[i:end] = [2] * (end - i)
            i = end
            continue
        i += 1
    found += _model_names(sentence, taken)
    found += _others(sentence, taken)
    return sorted(found, key=lambda m: (m.first, m.last))


def _is_name(tokens: tuple[Token, ...], i: int, match: tuple[int, str], people: frozenset[str]) -> bool:
    """Whether a match is the known name, not a part of another name or a common word."""
    end, name = match
    names = catalogue().names[name]
    first, last = tokens[i], tokens[end - 1]
    if all(n.form == "person" or n.form == "surname" for n in names):
        return True
    if name.islower() and end - i == 1 and first.pos not in {"NOUN", "ADJ"}:
        return False
    whole = _run(tokens, i)
    if whole[1] - whole[0] > end - i and first.ent == "PERSON" and last.ent == "PERSON":
        return _titled(tokens, whole[0], i, end)
    if any(n.ambiguous for n in names) and end - i == 1:
        return _plausible(first, names) or (first.ent == "PERSON" and first.text not in people)
    return True


def _pair(tokens: tuple[Token, ...], i: int) -> tuple[int, tuple[str, str]] | None:
    """Two states joined by a hyphen, in one token or three: "U.S.-ROK", "US - South Korea"."""
    text = tokens[i].text
    for sign in ("-", "–"):
        if sign in text[1:-1]:
            left, right = text.split(sign, 1)
            keys = _state_key(left), _state_key(right)
            return (i + 1, (keys[0], keys[1])) if keys[0] and keys[1] and keys[0] != keys[1] else None
    if i + 2 < len(tokens) and tokens[i + 1].text in {"-", "–"}:
        first, match = _state_key(text), longest_match(tokens, i + 2)
        second = _state_key(match[1]) if match else ""
        if match and first and second and first != second:
            return match[0], (first, second)
    return None


def _state_key(name: str) -> str:
    """The state that a word names as a name or adjective, or nothing."""
    book = catalogue()
    for one in book.names.get(name, ()):
        if book.entries[one.entry_key].kind in {"state", "territory"} and one.form in {
            "name",
            "adjective",
            "abbreviation",
            "alias",
        }:
            return one.entry_key
    return ""


def _titled(tokens: tuple[Token, ...], start: int, i: int, end: int) -> bool:
    """Whether a state's name inside a person's run of names is an adjective or owner before the person."""
    follows = tokens[end].lower if end < len(tokens) else ""
    return i == start and (follows == "'s" or tokens[i].tag in {"JJ", "POS"})


def _plausible(token: Token, names: tuple[Name, ...]) -> bool:
    """Whether an ambiguous single word is used as a name here: capitalised, and not a person to the model."""
    if token.text.islower():
        return any(n.entry_key.startswith("body:") for n in names) and token.pos == "NOUN"
    return token.ent in {"GPE", "NORP", "ORG", "LOC", "FAC", ""} and token.tag in {
        "NNP",
        "NNPS",
        "JJ",
        "NN",
        "NNS",
    }


def _run(tokens: tuple[Token, ...], i: int) -> tuple[int, int]:
    """The stretch of neighbouring tokens with one label around ``i``."""
    label = tokens[i].ent
    if not label:
        return i, i + 1
    first = last = i
    while first and tokens[first - 1].ent == label:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].ent == label:
        last += 1
    return first, last + 1


def _model_names(sentence: Sentence, taken: list[int]) -> list[Mention]:
    """The model's names where no known name stands."""
    tokens, found = sentence.tokens, []
    i = 0
    while i < len(tokens):
        label = tokens[i].ent
        if label in _LABELS and not taken[i]:
            end = i
            while end < len(tokens) and tokens[end].ent == label and not taken[end]:
                end += 1
            first, last = i, end
            while first < last and tokens[first].lower in {"the", "a", "an"}:
                first += 1
            while last > first and tokens[last - 1].lower in {"'s", "'"}:
                last -= 1
            if first < last:
                found.append(_mention(sentence, first, last, "name", (), ""))
                taken[i:end] = [1] * (end - i)
            i = end
        else:
            i += 1
    return found


def _others(sentence: Sentence, taken: list[int]) -> list[Mention]:
    """Role nouns ("the foreign ministry", "troops"), collective nouns and pronouns."""
    found, book = [], catalogue()
    for token in sentence.tokens:
        if token.lower in _PRONOUNS and token.pos in {"PRON", "DET"}:
            found.append(Mention(sentence.index, token.i, token.i + 1, token.i, "pronoun", token.text))
        elif token.pos in {"NOUN", "PROPN"} and (
            not taken[token.i] or (taken[token.i] == 1 and token.tag in {"NN", "NNS"})
        ):
            if taken[token.i] and token.ent == "PERSON":
                continue
            first = _role_start(sentence, token)
            if (
                first < token.i
                or book.role(token.lemma)
                or token.lemma in COLLECTIVE
                or token.lower in COLLECTIVE
            ):
                text = " ".join(t.text for t in sentence.tokens[first : token.i + 1])
                found.append(Mention(sentence.index, first, token.i + 1, token.i, "noun", text))
        elif token.lower == "two" and token.dep in {"nsubj", "nsubjpass", "pobj", "dobj"}:
            found.append(Mention(sentence.index, token.i, token.i + 1, token.i, "noun", token.text))
    return found


def _role_start(sentence: Sentence, token: Token) -> int:
    """Where the longest known role that ends in this noun begins: "deputy foreign minister"."""
    book = catalogue()
    for length in (3, 2):
        first = token.i - length + 1
        if first < 0:
            continue
        words = [t.lower for t in sentence.tokens[first : token.i]]
        if book.role(" ".join([*words, token.lemma])):
            return first
    return token.i


def _mention(
    sentence: Sentence, first: int, last: int, kind: str, keys: tuple[str, ...], form: str
) -> Mention:
    head = last - 1
    for token in sentence.tokens[first:last]:
        if not first <= token.head < last or token.head == token.i:
            head = token.i
            break
    text = " ".join(t.text for t in sentence.tokens[first:last])
    return Mention(sentence.index, first, last, head, kind, text, keys, sentence.tokens[head].ent, form)
