"""Names into parties: the catalogue, the report's own chains, titles and appositions."""

from __future__ import annotations

from dataclasses import replace

from dragoman.catalogue import catalogue
from dragoman.catalogue.entries import Role
from dragoman.link.owners import Owners
from dragoman.link.parties import from_names, from_role, pair_of_states, person_party
from dragoman.model import Mention, Party

__all__ = ["Names"]


class Names(Owners):
    """Resolves the names of one sentence."""

    def _name(self, mention: Mention) -> tuple[tuple[Party, ...], float, str] | None:
        if not mention.keys:
            return None
        if mention.form == "pair":
            return pair_of_states(mention, self._span(mention)), 0.9, "name"
        found = from_names(mention, self._span(mention), self.day, self.talk.near)
        if found is None:
            return None
        house = self._house(mention, found[0])
        if house is not None:
            return (house,), 0.85, "role"
        party, _ = found
        if party.kind == "person":
            party = self._titled(mention, party)
            self._learn(mention, party)
        elif party.kind in {"body", "group", "service"}:
            self._learn_short(mention, party)
        return (party,), 0.95, "name"

    def _house(self, mention: Mention, party: Party) -> Party | None:
        """A common name belongs to who owns it in words: "El Salvador's Congress" is no American one, and
        "Iraq's Kurds" are Iraqis."""
        if party.code is None and party.kind in {"loose", "group", "region"}:
            owner = self._owner(mention.head, None)
            if owner is not None and owner.code and owner.kind == "state":
                return replace(party, code=owner.code, sector="CVL", kind="people")
            return None
        if party.kind != "state" or mention.form not in {"seat", "alias", "abbreviation", "name"}:
            return None
        role = self._role_at(mention)
        if role is None or role.what != "organ":
            return None
        owner = self._owner(mention.head, None)
        if owner is None or owner.kind != "state" or owner.code == party.code:
            return None
        return from_role(role, mention.text, self._span(mention), owner, self.day)

    def _titled(self, mention: Mention, party: Party) -> Party:
        """A person whose office the catalogue does not know on the day keeps the one that the text gives."""
        if party.office:
            return party
        role, owner = self._title(mention)
        if role is not None and owner is not None and owner.code == party.code:
            return replace(party, office=role.office or role.lemma, sector=role.sector)
        return party

    def _learn_short(self, mention: Mention, party: Party) -> None:
        """Remember a body by the last word of its name ("the Council") and by an acronym in brackets behind it."""
        tokens = self.sentence.tokens
        if mention.last - mention.first > 1 and tokens[mention.last - 1].text[:1].isupper():
            self.talk.acronyms[tokens[mention.last - 1].text] = party
        if mention.last + 1 < len(tokens) and tokens[mention.last].text == "(":
            self.talk.acronyms[tokens[mention.last + 1].text] = party

    def _titles(self, mention: Mention, party: Party) -> set[str]:
        """Under which titles a person may be taken up again: "the president", "the general", "the minister"."""
        tokens = self.sentence.tokens
        before = {
            tokens[i].lower
            for i in range(max(0, mention.first - 4), mention.first)
            if tokens[i].pos in {"NOUN", "PROPN"}
        }
        office = (party.office or "").lower().replace("_", " ")
        found = {w for w in before if catalogue().role(w) is not None}
        if office:
            found |= {office, office.split()[-1]}
        return found

    def _learn(self, mention: Mention, party: Party) -> None:
        """Remember a person under each part of the name, for the surname alone later."""
        words = [t.text for t in self.sentence.tokens[mention.first : mention.last] if t.text[:1].isupper()]
        for title in self._titles(mention, party):
            self.talk.titles[title] = party
        for word in words:
            if len(word) > 1 and (
                word not in self.talk.surnames
                or word == words[-1]
                or (party.key and not self.talk.surnames[word].key)
            ):
                self.talk.surnames[word] = party

    def _chain(self, mention: Mention) -> None:
        """A surname or first part alone: the report's own chain first, then the catalogue's sole bearer in office."""
        if mention.last - mention.first > 2:
            return
        one = self.done.get(mention.head)
        word = self.sentence.tokens[mention.last - 1].text
        known = self.talk.surnames.get(word)
        if known is not None and (
            one is None or not one.parties or (one.parties[0].kind == "person" and not self._full(mention))
        ):
            raw = replace(known, raw=mention.text, span=self._span(mention))
            self._keep(mention, ((raw,), 0.9, "chain"))
            return
        if (
            (one is None or not one.parties)
            and mention.last - mention.first == 1
            and mention.label in {"PERSON", "ORG", "GPE", "NORP", ""}
        ):
            party = self._by_surname(mention, word)
            if party is not None:
                self._learn(mention, party)
                self._keep(mention, ((party,), 0.8, "surname"))

    def _full(self, mention: Mention) -> bool:
        return mention.last - mention.first > 1

    def _by_surname(self, mention: Mention, word: str) -> Party | None:
        book = catalogue()
        keys = [k for k in book.surnames.get(word, ()) if self.day is None or book.terms_of(k, self.day)]
        titled_role, owner = self._title(mention)
        if owner is not None:
            keys = [k for k in keys if book.entries[k].code == owner.code]
        elif len(keys) > 1:
            keys = [k for k in keys if book.entries[k].code in self.talk.near]
        elif keys and titled_role is None and self.day is None:
            return None
        if len(keys) != 1:
            return None
        return person_party(keys[0], mention.text, self._span(mention), self.day)

    def _unknown(self, mention: Mention) -> tuple[tuple[Party, ...], float, str] | None:
        """A person or organisation that the catalogue does not know: by title, apposition or chain."""
        span = self._span(mention)
        if mention.label == "PERSON":
            role, owner = self._title(mention)
            if role is not None and owner is not None:
                sector = role.sector if role.sector != "UNK" else owner.sector
                office = role.office or role.lemma
                party = Party(
                    mention.text, mention.text, span, owner.code, sector, office, None, "", "person"
                )
                self._learn(mention, party)
                return (party,), 0.85, "title"
            state = (self._only_state() or self.talk.home) if role is not None else None
            party = Party(
                mention.text,
                mention.text,
                span,
                state.code if state else None,
                role.sector if role else None,
                role.office if role else None,
                None,
                "",
                "person",
            )
            if role is not None or mention.last - mention.first > 1:
                self._learn(mention, party)
            return (party,), 0.4, "person"
        if mention.label in {"ORG", "NORP"} and mention.text[:1].isupper():
            role = self._role_at(mention)
            owner = self._owner(mention.head, mention)
            if role is not None and owner is not None:
                return (from_role(role, mention.text, span, owner, self.day),), 0.8, "role"
            known = self.talk.acronyms.get(mention.text)
            if known is not None:
                return (replace(known, raw=mention.text, span=span),), 0.8, "chain"
            if mention.label == "ORG":
                party = Party(
                    mention.text,
                    mention.text,
                    span,
                    owner.code if owner else None,
                    role.sector if role else None,
                    None,
                    None,
                    "",
                    "body" if owner is None else "role",
                )
                return (party,), 0.4, "organisation"
        return None

    def _role_at(self, mention: Mention) -> Role | None:
        """The longest role that ends a name: "Russian Foreign Ministry" is a foreign ministry."""
        words = [t.lower for t in self.sentence.tokens[mention.first : mention.last]]
        last = self.sentence.tokens[mention.last - 1]
        book = catalogue()
        for length in (3, 2, 1):
            if len(words) >= length:
                tail = " ".join(
                    [*words[len(words) - length : -1], last.lemma if last.pos == "NOUN" else last.lower]
                )
                if found := book.role(tail):
                    return found
        return None

    def _title(self, mention: Mention) -> tuple[Role | None, Party | None]:
        """The role in the words before a person's name or in apposition to it, and whose it is.

        "Ghana's Foreign Minister Jane Doe"; "Jane Doe, the Ghanaian foreign minister"; "Jane Doe of Ghana".
        """
        sentence, book = self.sentence, catalogue()
        tokens = sentence.tokens
        before = [tokens[i] for i in range(max(0, mention.first - 5), mention.first)]
        words = [t.lower for t in before]
        for length in (4, 3, 2, 1):
            if len(words) >= length:
                text = " ".join(words[-length:])
                found = book.role(text)
                if found is not None and words[-1] not in {"of", "the"}:
                    owner = self._owner_near(mention.first - length, mention.head)
                    return found, owner
        for kid in sentence.kids(mention.head, "appos"):
            found, first = self._role_phrase(kid.i)
            if found is not None:
                return found, self._owner(kid.i, None) or self._owner_near(first, kid.i)
        token = tokens[mention.head]
        if token.dep == "appos":
            found, first = self._role_phrase(token.head)
            if found is not None:
                return found, self._owner(token.head, None) or self._owner_near(first, token.head)
        return None, None

    def _owner_near(self, first: int, head: int) -> Party | None:
        """The state or body that stands right before a title, or that owns the noun phrase."""
        tokens = self.sentence.tokens
        i = first - 1
        while i >= 0 and (tokens[i].lower in {"'s", "'"} or (tokens[i].pos == "ADJ" and i not in self.done)):
            i -= 1
        for resolution in self.done.values():
            if (
                resolution.first <= i < resolution.last
                and resolution.parties
                and resolution.parties[0].kind != "person"
            ):
                return resolution.parties[0]
        return self._owner(head, None)
