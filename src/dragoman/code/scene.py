"""One sentence with all that earlier steps found in it, and who stands where in its clauses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.catalogue import catalogue
from dragoman.code.lexicon import Lexicon
from dragoman.languages import word_list
from dragoman.model import Party, Place, Quantity, Resolution, Sentence, Span, Token

__all__ = ["Scene", "lemma_phrase", "make_scene"]

_OWNERS = ("poss", "amod", "compound", "nmod", "nummod")
_REACTIONS = word_list("reactions")
_LED = frozenset({"led", "run", "controlled", "held"})
_SAYING_SO = frozenset({"according", "due", "thanks", "prior", "owing"})
_COUNTED = frozenset({"of"})
_INSIDE = word_list("inside")


@dataclass(slots=True)
class Scene:
    """A sentence under coding: its parties by head token, its places and its quantities."""

    sentence: Sentence
    lexicon: Lexicon
    parties: Mapping[int, tuple[Party, ...]]
    kinds: Mapping[int, Resolution]
    countries: Mapping[int, str]
    places: Mapping[int, Place]
    quantities: tuple[Quantity, ...] = ()
    _clauses: dict[int, dict[str, list[int]]] = field(default_factory=dict)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    # -- noun phrases ------------------------------------------------------------------------

    def conjuncts(self, head: int) -> list[int]:
        """A noun phrase's head and the heads coordinated with it."""
        found, todo = [], [head]
        while todo:
            i = todo.pop(0)
            found.append(i)
            todo.extend(
                k.i for k in self.sentence.kids(i, "conj") if k.pos != "VERB" or k.tag in {"VBG", "VBN"}
            )
        return found

    def party(self, head: int) -> tuple[Party, ...]:
        """The parties that the noun phrase at ``head`` stands for, its conjuncts included."""
        found: list[Party] = []
        for i in self.conjuncts(head):
            found.extend(p for p in self.party_alone(i) if p not in found)
        return tuple(found)

    def party_alone(self, i: int) -> tuple[Party, ...]:
        """The parties of one noun phrase without its conjuncts: its own, its apposition's, what it counts."""
        if i in self.parties:
            return self.parties[i]
        token = self.tokens[i]
        for kid in self.sentence.kids(i, "appos"):
            if self.parties.get(kid.i):
                return self.parties[kid.i]
        if token.pos in {"NUM", "DET", "ADJ"} or token.lemma in self.lexicon.classes["containers"]:
            for prep in self.sentence.kids(i, "prep"):
                if prep.lower in _COUNTED:
                    for inner in self.sentence.kids(prep.i, "pobj"):
                        if self.party(inner.i):
                            return self.party(inner.i)
        return ()

    def owner(self, head: int) -> tuple[Party, ...]:
        """The parties to whom the noun phrase belongs: "Russian measures", "the role of Algeria"; money has none."""
        found: list[Party] = []
        for i in self.conjuncts(head):
            if self.tokens[i].lemma not in self.lexicon.classes["currency"]:
                found.extend(p for p in self._owners(i) if p not in found)
        coded = {p.code: p for p in reversed(found) if p.code}
        return tuple(p for p in found if p.code and coded[p.code] is p) or tuple(found)

    def _owners(self, i: int) -> list[Party]:
        """Who owns one noun: by possessive alone ("Finland's NATO accession"), else by adjective, "of" and "by"."""
        kids = self.sentence.kids
        found = [p for kid in kids(i, "poss") for p in self.party(kid.i)]
        if any(p.code for p in found):
            return found
        for kid in kids(i, *_OWNERS):
            # "The Hamas-led attacks" are Hamas's.
            led = [k.i for k in kids(kid.i)] if kid.lower in _LED else []
            found += [p for k in (kid.i, *led) for p in self.party(k)]
        for prep in kids(i, "prep"):
            if prep.lower in {"of", "by", "from", "between"}:
                found += [
                    p for inner in kids(prep.i, "pobj") for p in self.party(inner.i) or self.owner(inner.i)
                ]
        for verb in kids(i, "acl"):
            agents = [by for by in kids(verb.i, "agent", "prep") if by.lower == "by"]
            found += [p for by in agents for inner in kids(by.i, "pobj") for p in self.party(inner.i)]
        return found

    def located(self, head: int) -> tuple[Party, ...]:
        """The states in which the noun phrase lies: "a hospital in Kharkiv", "the Turkish coast", "Gaza" itself."""
        found: list[Party] = []
        for i in self.conjuncts(head):
            heads = [i]
            for prep in self.sentence.kids(i, "prep"):
                if prep.lower in _INSIDE:
                    heads += [k.i for k in self.sentence.kids(prep.i, "pobj")]
            for k in heads:
                for party in (
                    *self.parties.get(k, ()),
                    *self._country(k),
                    *(self.owner(k) if k != i else ()),
                ):
                    if party.code and party not in found and party.kind in {"state", "people"}:
                        found.append(party)
                if found:
                    break
        return tuple(found)

    def _country(self, i: int) -> tuple[Party, ...]:
        """The state of a place, as a party under the place's words."""
        book, token = catalogue(), self.tokens[i]
        key = book.codes.get(self.countries.get(i, ""))
        if key is None:
            return ()
        entry = book.entries[key]
        return (
            Party(
                entry.name,
                token.text,
                Span(token.start, token.end),
                entry.code,
                None,
                None,
                entry.wikidata,
                entry.key,
                "state",
            ),
        )

    def is_of(self, head: int, name: str) -> bool:
        """Whether a noun phrase is of a class: by its head, its two-word head, or what it counts or wraps."""
        classes = self.lexicon.classes
        words = classes[name]
        for i in self.conjuncts(head):
            token = self.tokens[i]
            if token.lemma in words or token.lower in words:
                return True
            pair = lemma_phrase(self.sentence, i)
            if pair in words:
                return True
            if token.lemma in classes["containers"] or token.pos in {"NUM", "SYM", "DET"}:
                inner = [k.lemma for k in self.sentence.kids(i, "compound", "amod", "nmod")]
                for prep in self.sentence.kids(i, "prep"):
                    if prep.lower in {"of", "in"}:
                        inner += [
                            self.tokens[k].lemma
                            for p in self.sentence.kids(prep.i, "pobj")
                            for k in self.conjuncts(p.i)
                        ]
                if any(lemma in words for lemma in inner):
                    return True
        return False

    # -- clauses -----------------------------------------------------------------------------

    def clause(self, i: int) -> dict[str, list[int]]:
        """The places of the clause that verb ``i`` heads: subject, object, prepositions and so on."""
        if i not in self._clauses:
            self._clauses[i] = {}
            self._clauses[i] = self._read_clause(i)
        return self._clauses[i]

    def passive(self, i: int) -> bool:
        """Whether verb ``i`` stands in the passive."""
        token = self.tokens[i]
        if any(k.dep in {"auxpass", "nsubjpass"} for k in self.sentence.kids(i)):
            return True
        if token.tag != "VBN":
            return False
        if token.dep in {"acl", "amod"}:
            return True
        if any(k.lemma == "have" for k in self.sentence.kids(i, "aux")):
            return False
        if token.dep == "conj":
            own = self.sentence.kids(i, "nsubj", "dobj")
            return not own and self.passive(token.head)
        return token.dep in {"advcl", "ccomp", "xcomp"} and not self.sentence.kids(i, "dobj", "aux")

    def _read_clause(self, i: int) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        passive = self.passive(i)
        for kid in self.sentence.kids(i):
            if kid.dep in {"nsubj", "csubj"}:
                places.setdefault("subject", []).append(kid.i)
            elif kid.dep == "nsubjpass":
                places.setdefault("object", []).append(kid.i)
            elif kid.dep in {"dobj", "attr", "oprd"}:
                places.setdefault("object" if kid.dep == "dobj" else kid.dep, []).append(kid.i)
            elif kid.dep == "dative":
                if kid.pos == "ADP":
                    places.setdefault("to", []).extend(k.i for k in self.sentence.kids(kid.i, "pobj"))
                else:
                    places.setdefault("dative", []).append(kid.i)
            elif kid.dep == "agent" or (kid.dep == "prep" and kid.lower == "by" and passive):
                places.setdefault("subject", []).extend(k.i for k in self.sentence.kids(kid.i, "pobj"))
            elif kid.dep in {"xcomp", "ccomp"}:
                places.setdefault("comp", []).append(kid.i)
            elif kid.dep in {"prep", "prt", "advmod"}:
                self._read_preposition(kid, places)
        self._read_relative(i, passive, places)
        if ("subject" not in places and not passive) or ("object" not in places and passive):
            shared = self._shared_subject(i)
            if shared:
                places["object" if passive else "subject"] = shared
        return places

    def _read_preposition(self, kid: Token, places: dict[str, list[int]]) -> None:
        """File what a preposition governs; "in favour of" and "in exchange for" count as one preposition."""
        name = kid.lower
        if name in _SAYING_SO:
            return
        for inner in self.sentence.kids(kid.i, "pobj", "pcomp"):
            places.setdefault(name, []).append(inner.i)
            if name == "in" and inner.lemma in {"favour", "favor"}:
                for of in self.sentence.kids(inner.i, "prep"):
                    places.setdefault("in_favour", []).extend(
                        k.i for k in self.sentence.kids(of.i, "pobj", "pcomp")
                    )
        for deeper in self.sentence.kids(kid.i, "prep"):
            self._read_preposition(deeper, places)

    def _read_relative(self, i: int, passive: bool, places: dict[str, list[int]]) -> None:
        """Put the noun that a relative or participle clause hangs on into the place it fills there."""
        token = self.tokens[i]
        if token.dep == "acl" and token.tag == "VBN":
            places.setdefault("object", [token.head])
        elif token.dep == "acl" and token.tag == "VBG":
            places.setdefault("subject", [token.head])
        elif token.dep == "relcl":
            for place in ("subject", "object"):
                heads = places.get(place, [])
                relative = any(
                    self.tokens[k].tag in {"WDT", "WP"} or self.tokens[k].lower == "that" for k in heads
                )
                if relative and not self._takes_up_clause(i, heads[0]):
                    places[place] = [token.head]
            if (
                "object" not in places
                and not passive
                and self.tokens[i].tag != "VB"
                and places.get("subject") != [token.head]
            ):
                places["object"] = [token.head]

    def _takes_up_clause(self, i: int, pronoun: int) -> bool:
        """Whether ", which" takes up the whole clause before it: "..., which was dismissed by the Kremlin"."""
        return (
            self.tokens[pronoun].lower == "which" and pronoun > 0 and self.tokens[pronoun - 1].text == ","
            and self.tokens[i].lemma in _REACTIONS and self.tokens[self.tokens[i].head].tag in {"NNP", "NNPS"}
        )  # fmt: skip

    def _shared_subject(self, i: int) -> list[int]:
        """The subject that a verb without one takes over from the clause it hangs on."""
        token = self.tokens[i]
        if token.head == i:
            return []
        head = self.tokens[token.head]
        if token.dep == "pcomp" or token.dep == "prep":
            verb = self.tokens[head.head]
            if head.lower in {"of", "for", "from", "with", "into"} and verb.pos == "VERB":
                objects = self.clause(verb.i).get("object", [])
                if objects and self.party(objects[0]):
                    return objects
            if verb.pos in {"VERB", "AUX"}:
                above = self.clause(verb.i)
                return above.get("object" if self.passive(verb.i) else "subject", [])
            return []
        if head.pos not in {"VERB", "AUX"}:
            if token.dep in {"acl", "relcl"} and token.tag == "VB":
                return self._subject_above(head)
            return [head.i] if token.dep == "relcl" and token.tag == "VB" else []
        above = self.clause(head.i)
        if token.dep == "xcomp" and above.get("object") and not self.passive(head.i):
            return above["object"]
        return above.get("object" if self.passive(head.i) else "subject", [])

    def _subject_above(self, noun: Token) -> list[int]:
        """Whose plan it is: the owner of the noun, else the subject of the verb that it is the object of."""
        for kid in self.sentence.kids(noun.i, "poss"):
            if self.party(kid.i):
                return [kid.i]
        verb = self.tokens[noun.head]
        if noun.dep in {"dobj", "attr"} and verb.pos in {"VERB", "AUX"}:
            return self.clause(verb.i).get("subject", [])
        return []

    # -- places ------------------------------------------------------------------------------

    def at(self, i: int, place: str) -> list[int]:
        """The heads that stand at a place of the clause of verb ``i``; ``place`` may look into a noun phrase.

        A preposition that the parser hung on the object is looked up there where the verb has none.
        """
        name, _, inner = place.partition(".")
        clause = self.clause(i)
        heads = clause.get(name, [])
        if not heads and name not in {"subject", "object", "dative", "comp", "of", "by", "place"}:
            for head in clause.get("object", []):
                heads = heads + self.below(head, name)
        if not inner or inner in {"owner", "act"}:
            return heads
        return [k for head in heads for k in self.below(head, inner)]

    def below(self, head: int, prep: str) -> list[int]:
        """What a preposition under a noun phrase governs."""
        found: list[int] = []
        for i in self.conjuncts(head):
            for kid in self.sentence.kids(i, "prep", "agent", "dative"):
                if kid.lower == prep:
                    found += [k.i for k in self.sentence.kids(kid.i, "pobj", "pcomp")]
        return found


def lemma_phrase(sentence: Sentence, i: int) -> str:
    """A noun's lemma with the word before it, where that modifies it: "travel ban".

    >>> from dragoman.code.scene import lemma_phrase
    """
    if not i:
        return ""
    before = sentence.tokens[i - 1]
    return f"{before.lower} {sentence.tokens[i].lemma}" if before.head == i else ""


def make_scene(
    sentence: Sentence,
    lexicon: Lexicon,
    resolutions: Iterable[Resolution],
    places: Iterable[Place],
    quantities: Iterable[Quantity],
) -> Scene:
    """Set up a sentence's scene from what earlier steps found in it."""
    kinds = {r.head: r for r in resolutions}
    parties = {head: r.parties for head, r in kinds.items()}
    located = {p.head: p for p in places}
    countries = {head: p.country for head, p in located.items() if p.country}
    return Scene(sentence, lexicon, parties, kinds, countries, located, tuple(quantities))
