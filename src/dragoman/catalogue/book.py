"""The catalogue in memory: look-ups by name, code, day and office."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dragoman.catalogue.entries import (
    OFFICES,
    Entry,
    Membership,
    Name,
    Region,
    Role,
    SectorSpan,
    Term,
    within,
)
from dragoman.catalogue.spelling import plain, words
from dragoman.errors import WrongUse

__all__ = ["Catalogue"]


class Catalogue:
    """What the coder knows of names; made by ``load``, read by everybody, changed by nobody after.

    ``names`` is keyed by the words of a name joined by single spaces, case kept, with the
    spellings that print knows; ``first_words`` gives, for the first word of every name, the
    length in words of the longest name that it starts.  ``modifiers`` gives the sector of words
    that colour the noun after them ("opposition leader", "former minister").
    """

    def __init__(self, version: str) -> None:
        self.version = version
        self.entries: dict[str, Entry] = {}
        self.names: dict[str, tuple[Name, ...]] = {}
        self.first_words: dict[str, int] = {}
        self.surnames: dict[str, tuple[str, ...]] = {}
        self.codes: dict[str, str] = {}
        self.regions: dict[str, Region] = {}
        self.roles: dict[str, Role] = {}
        self.modifiers: dict[str, str] = {}
        self.memberships: dict[str, tuple[Membership, ...]] = {}
        self.sector_spans: dict[str, tuple[SectorSpan, ...]] = {}
        self.term_sectors: dict[Term, str | None] = {}
        self._by_code: dict[str, list[tuple[str, str]]] = {}
        self._terms: dict[str, list[Term]] = {}
        self._holders: dict[tuple[str, str], list[Term]] = {}

    # What load calls.

    def add_entry(self, entry: Entry) -> None:
        """Takes an entry in."""
        self.entries[entry.key] = entry
        if entry.kind not in ("state", "territory") or not entry.code:
            return
        # The entry whose key is the code stands for it; a former state may share a code.
        if entry.code not in self.codes or entry.key == entry.code:
            self.codes[entry.code] = entry.key

    def add_code(self, scheme: str, code: str, key: str) -> None:
        """Takes in the code of a state in one scheme."""
        self._by_code.setdefault(code, []).append((scheme, key))

    def add_name(self, text: str, name: Name) -> None:
        """Takes in one spelling of a name."""
        known = self.names.get(text)
        if known is None:
            self.names[text] = (name,)
            first, *rest = text.split(" ")
            if self.first_words.get(first, 0) <= len(rest):
                self.first_words[first] = len(rest) + 1
        elif not any(_same(name, other) for other in known):
            self.names[text] = (*known, name)

    def add_members(self, key: str, members: tuple[Membership, ...]) -> None:
        """Takes in the members of a body."""
        self.memberships[key] = members

    def add_term(self, term: Term, sector: str | None) -> None:
        """Takes in a term of office with the sector that it gives."""
        self.term_sectors[term] = sector
        self._terms.setdefault(term.person_key, []).append(term)
        self._holders.setdefault((term.state, term.office), []).append(term)

    def add_surname(self, surname: str, person_key: str) -> None:
        """Takes in a family name."""
        known = self.surnames.get(surname, ())
        if len(surname) > 1 and person_key not in known:
            self.surnames[surname] = (*known, person_key)

    # What the others ask.

    def named(self, text: str, day: date | None = None) -> tuple[Name, ...]:
        """The names written so, those right on the day first choice; without any of these, all.

        >>> from dragoman.catalogue import catalogue
        >>> [n.entry_key for n in catalogue().named("Moscow", date(1985, 3, 1))]
        ['SUN']
        """
        found = self.names.get(words(text), ())
        right = tuple(n for n in found if self._right(n, day))
        return right or found

    def _right(self, name: Name, day: date | None) -> bool:
        entry = self.entries[name.entry_key]
        if entry.kind in ("state", "territory") and not within(day, entry.valid_from, entry.valid_to):
            return False
        return within(day, name.valid_from, name.valid_to)

    def sector(self, key: str, day: date | None = None) -> str | None:
        """The sector of an entry on a day; of a person: by office, ELI after it, unknown before it.

        >>> from dragoman.catalogue import catalogue
        >>> [catalogue().sector("group:taliban", date(year, 6, 1)) for year in (2010, 2023)]
        ['REB', 'GOV']
        """
        for span in self.sector_spans.get(key, ()):
            if within(day, span.first, span.last):
                return span.sector
        if terms := self._terms.get(key):
            return self._sector_of_person(terms, day)
        return self.entries[key].sector

    def _sector_of_person(self, terms: list[Term], day: date | None) -> str | None:
        held = [t for t in terms if within(day, t.valid_from, t.valid_to)]
        if held:
            return self.term_sectors[min(held, key=lambda t: OFFICES.index(t.office))]
        if all(t.valid_from and day and t.valid_from > day for t in terms):
            return None
        return "ELI"

    def members(self, body_key: str, day: date | None = None) -> tuple[str, ...]:
        """The states in a body on a day (today without one), in order of their codes."""
        if body_key not in self.entries:
            raise WrongUse(f"no body {body_key!r} in the catalogue.", body_key, sorted(self.memberships))
        found = {m.state for m in self.memberships.get(body_key, ()) if within(day, m.since, m.until)}
        return tuple(sorted(found))

    def terms_of(self, person_key: str, day: date | None = None) -> tuple[Term, ...]:
        """A person's terms of office, those of the day where one is given, the earliest first."""
        return tuple(_on(day, self._terms.get(person_key, [])))

    def holders(self, state: str, office: str, day: date | None = None) -> tuple[Term, ...]:
        """Who held an office of a state or body on a day, or ever, the earliest first."""
        return tuple(_on(day, self._holders.get((state, office), [])))

    def role(self, lemma: str) -> Role | None:
        """What a noun, or a noun with the words before it, makes of a state; ``None`` if nothing.

        >>> from dragoman.catalogue import catalogue
        >>> catalogue().role("foreign minister").office
        'foreign_minister'
        """
        lower = words(lemma).lower()
        return self.roles.get(lower) or self.roles.get(lower.replace("-", " "))

    def state(self, given: str | int, day: date | None = None) -> Entry:
        """The state or territory of a code, number or name, on a day where one code served several.

        ISO 3166 (two and three letters), CAMEO, FIPS 10-4 (two letters, after ISO), Correlates of War
        (number, letters), Gleditsch and Ward (number), key or name; in that order.

        >>> from dragoman.catalogue import catalogue
        >>> [catalogue().state(x).key for x in ("KP", 731, "North Korea", "RUS")]
        ['PRK', 'PRK', 'PRK', 'RUS']
        """
        text = words(str(given))
        if (own := self.entries.get(text)) and own.kind in ("state", "territory"):
            return own
        if found := self._coded(text, day) or (self._coded(text.upper(), day) if len(text) <= 3 else None):
            return found
        for written in (text, text.title(), plain(text)):
            for name in self.named(written, day):
                entry = self.entries[name.entry_key]
                if entry.kind in ("state", "territory") and name.form in ("name", "abbreviation"):
                    return entry
        known = sorted({*self.codes, *(e.name for e in self._states())})
        raise WrongUse(f"no state {text!r} in the catalogue.", text, known)

    def _states(self) -> Iterator[Entry]:
        return (e for e in self.entries.values() if e.kind in ("state", "territory"))

    def _coded(self, code: str, day: date | None) -> Entry | None:
        found = self._by_code.get(code, ())
        order = ("iso3", "iso2", "cameo", "cow_abb", "cow", "gw", "fips")
        for right in (True, False):
            for scheme in order:
                for theirs, key in found:
                    entry = self.entries[key]
                    if theirs == scheme and (not right or within(day, entry.valid_from, entry.valid_to)):
                        return entry
        return None


def _same(one: Name, other: Name) -> bool:
    """Whether two names say the same of the same entry, so that one of them is enough."""
    return (one.entry_key, one.sector, one.valid_from, one.valid_to) == (
        other.entry_key,
        other.sector,
        other.valid_from,
        other.valid_to,
    )


def _on(day: date | None, terms: list[Term]) -> Iterator[Term]:
    ordered = sorted(terms, key=lambda t: (t.valid_from or date.min, t.valid_to or date.max, t.office))
    if day is None:
        return iter(ordered)
    return (t for t in ordered if within(day, t.valid_from, t.valid_to))
