"""Mentions to parties: known names, then the document's own chains, then pronouns and definite nouns.

Every resolution says which rung won; where two readings stand the slot stays empty (codebook, Parties).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.catalogue import catalogue
from dragoman.catalogue.entries import Role
from dragoman.link.discourse import Discourse, Seen
from dragoman.link.parties import STATE_KINDS, from_names, from_role, pair_of_states, person_party
from dragoman.link.pronouns import SPEAKERS, collective, pronoun
from dragoman.languages import word_list
from dragoman.model import Mention, Party, Report, Resolution, Sentence, Span
from dragoman.step import step

__all__ = ["resolutions", "resolve"]

_MODIFIERS = ("amod", "compound", "poss", "nmod")
_HONORIFICS = word_list("honorifics")

#: Things that stand for who wields them only where the words say whose they are.
_HARDWARE = word_list("hardware")

#: Of these the story's own town tells the state when nothing else does; gunmen and rebels stay unknown.
_HOMELY = frozenset({"CVL", "COP", "JUD", "LEG", "MIL", "OPP", "EDU", "LAB", "MED"})

#: Roles that belong to where they act when nobody owns them in words: "protesters marched in Nairobi".
_LOCAL = frozenset(
    {
        "CVL",
        "COP",
        "REB",
        "OPP",
        "LAB",
        "EDU",
        "JUD",
        "SOC",
        "REL",
        "MED",
        "REF",
        "BUS",
        "LEG",
        "MIL",
        "JRN",
        "PTY",
        "CRM",
        "AGR",
    }
)


_SENDING = word_list("sending")
_COUNTERPART = Role("counterpart", "GOV", "person")


@step(reads=("report", "sentences", "mentions"), writes="resolutions")
def resolutions(
    report: Report, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]
) -> tuple[Resolution, ...]:
    """Resolve all mentions of a report, in reading order."""
    return tuple(resolve(sentences, mentions, report.published, home_of(report)))


def home_of(report: Report) -> Party | None:
    """The state of the town that the dateline names: unowned soldiers and police of the story are its own."""
    book = catalogue()
    for block in report.blocks:
        if block.kind != "dateline":
            continue
        words = [w.strip(" ,.()-—–:") for w in block.span.of(report.text).replace(",", " ").split()]
        for length in (2, 1):
            for i in range(min(4, len(words) - length + 1)):
                town = " ".join(words[i : i + length])
                for name in book.named(
                    town.title() if town.isupper() and len(town) > 3 else town, report.published
                ):
                    entry = book.entries[name.entry_key]
                    if entry.kind in STATE_KINDS and name.form in {"capital", "name"}:
                        return Party(
                            entry.name,
                            town,
                            block.span,
                            entry.code,
                            "GOV",
                            None,
                            entry.wikidata,
                            entry.key,
                            "state",
                        )
    return None


def resolve(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], day: date | None, home: Party | None = None
) -> list[Resolution]:
    """Resolve mentions in reading order; each sees what was read before it."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    talk, found = Discourse(home=home), []
    for sentence in sentences:
        found += _Reader(sentence, talk, day).read(by_sentence.get(sentence.index, []))
    return found


class _Reader:
    """Resolves the mentions of one sentence against the talk so far."""

    def __init__(self, sentence: Sentence, talk: Discourse, day: date | None) -> None:
        self.sentence, self.talk, self.day = sentence, talk, day
        self.done: dict[int, Resolution] = {}

    def read(self, mentions: Sequence[Mention]) -> list[Resolution]:
        """Names first, since roles and titles lean on them, then nouns, then pronouns in order."""
        names = [m for m in mentions if m.kind == "name"]
        for mention in names:
            self._keep(mention, self._name(mention))
        for mention in names:
            self._chain(mention)
        for mention in names:
            if mention.head not in self.done or not self.done[mention.head].parties:
                self._keep(mention, self._unknown(mention))
        # Who "we" are is known once the speaker is, who may be named after the words.
        others = sorted((m for m in mentions if m.kind != "name"), key=lambda m: m.text.lower() in SPEAKERS)
        for mention in others:
            if mention.kind == "noun":
                if not self._title_of_person(mention):
                    self._keep(mention, self._noun(mention))
            else:
                self._keep(mention, pronoun(self.sentence, mention, self.talk, self.done))
            self._note(mention)
        self._finish(names)
        self._compounds()
        return [self.done[k] for k in sorted(self.done)]

    # -- keeping -----------------------------------------------------------------------------

    def _span(self, mention: Mention) -> Span:
        tokens = self.sentence.tokens
        return Span(tokens[mention.first].start, tokens[mention.last - 1].end)

    def _keep(self, mention: Mention, what: tuple[tuple[Party, ...], float, str] | None) -> None:
        parties, score, rung = what if what is not None else ((), 0.0, "abstained")
        self.done[mention.head] = Resolution(
            self.sentence.index, mention.first, mention.last, mention.head, parties, score, rung, mention.kind
        )

    def _note(self, mention: Mention) -> None:
        one = self.done.get(mention.head)
        if one is None or not one.parties or mention.kind == "pronoun" and one.rung == "speaker":
            return
        token = self.sentence.tokens[mention.head]
        subject = (
            token.dep in {"nsubj", "nsubjpass", "agent"}
            or token.dep == "pobj"
            and self.sentence.tokens[token.head].dep == "agent"
        )
        plural = (
            token.tag in {"NNS", "NNPS"} or len(one.parties) > 1 or token.lower in {"they", "them", "their"}
        )
        noun = token.lemma if mention.kind == "noun" else ""
        above = self.sentence.tokens[token.head]
        if token.dep == "pobj" and above.lower in {"in", "at", "near"} and mention.kind == "name":
            noun = "place"
        self.talk.note(
            Seen(
                self.sentence.index, self.sentence.paragraph, mention.head, one.parties, subject, plural, noun
            )
        )

    def _finish(self, names: Sequence[Mention]) -> None:
        for mention in names:
            self._note(mention)

    def _compounds(self) -> None:
        """Coordinated parties are also in mind as one: "Russia and North Korea ... they"."""
        for head in sorted(self.done):
            token = self.sentence.tokens[head]
            if token.dep == "conj":
                continue
            chain = [head]
            for i in chain:
                chain += [k.i for k in self.sentence.kids(i, "conj") if k.i in self.done]
            parties = tuple(dict.fromkeys(p for i in chain for p in self.done[i].parties))
            if len(chain) > 1 and len(parties) > 1:
                subject = token.dep in {"nsubj", "nsubjpass"}
                self.talk.note(
                    Seen(self.sentence.index, self.sentence.paragraph, head, parties, subject, True, "and")
                )

    # -- names -------------------------------------------------------------------------------

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
        if party.code is None and party.kind == "loose":
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

    def _learn(self, mention: Mention, party: Party) -> None:
        """Remember a person under each part of the name, for the surname alone later."""
        words = [t.text for t in self.sentence.tokens[mention.first : mention.last] if t.text[:1].isupper()]
        for title in self._titles(mention, party):
            self.talk.titles[title] = party
        for word in words:
            if len(word) > 1 and (
                word not in self.talk.surnames
                or word == words[-1]
                or party.key
                and not self.talk.surnames[word].key
            ):
                self.talk.surnames[word] = party

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

    def _chain(self, mention: Mention) -> None:
        """A surname or first part alone: the report's own chain first, then the catalogue's sole bearer in office."""
        if mention.last - mention.first > 2:
            return
        one = self.done.get(mention.head)
        word = self.sentence.tokens[mention.last - 1].text
        known = self.talk.surnames.get(word)
        if known is not None and (
            one is None or not one.parties or one.parties[0].kind == "person" and not self._full(mention)
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
                party = Party(mention.text, mention.text, span, owner.code, role.sector if role.sector != "UNK" else owner.sector,
                              role.office or role.lemma, None, "", "person")  # fmt: skip
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

    def _role_phrase(self, head: int) -> tuple[Role | None, int]:
        book, tokens = catalogue(), self.sentence.tokens
        for length in (3, 2, 1):
            first = head - length + 1
            if first >= 0:
                words = [t.lower for t in tokens[first:head]]
                if found := book.role(" ".join([*words, tokens[head].lemma])):
                    return found, first
        return None, head

    def _owner_near(self, first: int, head: int) -> Party | None:
        """The state or body that stands right before a title, or that owns the noun phrase."""
        tokens = self.sentence.tokens
        i = first - 1
        while i >= 0 and (tokens[i].lower in {"'s", "'"} or tokens[i].pos == "ADJ" and i not in self.done):
            i -= 1
        for resolution in self.done.values():
            if (
                resolution.first <= i < resolution.last
                and resolution.parties
                and resolution.parties[0].kind != "person"
            ):
                return resolution.parties[0]
        return self._owner(head, None)

    # -- nouns -------------------------------------------------------------------------------

    def _owner(self, head: int, mention: Mention | None) -> Party | None:
        """The first of a noun's owners."""
        return next(iter(self._owners(head, mention)), None)

    def _owners(self, head: int, mention: Mention | None) -> tuple[Party, ...]:
        """Whose noun it is: states or bodies before it, in "of ...", or a possessive pronoun's.

        "The foreign ministers of Armenia and Azerbaijan" and "Indian and Chinese soldiers" have two.
        """
        sentence = self.sentence
        kids = sentence.kids(head, *_MODIFIERS)
        if sentence.tokens[head].dep in {"compound", "nmod"}:
            # "the Angolan army convoy": the adjective hangs on the convoy and owns the army.
            kids += [k for k in sentence.kids(sentence.tokens[head].head, *_MODIFIERS) if k.i < head]
        for kid in sorted(kids, key=lambda k: k.tag == "PRP$"):
            found = self._named(kid.i) if kid.tag != "PRP$" else ()
            if kid.tag == "PRP$":
                what = pronoun(
                    sentence,
                    Mention(sentence.index, kid.i, kid.i + 1, kid.i, "pronoun", kid.text),
                    self.talk,
                    self.done,
                )
                found = what[0] if what is not None else ()
            for deeper in () if found else sentence.kids(kid.i, *_MODIFIERS):
                found = found or self._named(deeper.i)
            if found:
                return tuple(dict.fromkeys(map(_whole, found)))
        for prep in sentence.kids(head, "prep"):
            if prep.lower in {"of", "from", "for", "to"}:
                for inner in sentence.kids(prep.i, "pobj"):
                    found = self._named(inner.i)
                    if found and (prep.lower == "of" or found[0].code):
                        return tuple(dict.fromkeys(map(_whole, found)))
        if mention is not None:
            for i in range(mention.first, mention.last):
                one = self.done.get(i)
                if one is not None and i != head and one.parties:
                    return (_whole(one.parties[0]),)
        return ()

    def _named(self, i: int) -> tuple[Party, ...]:
        """The parties at a token and at what is coordinated with it."""
        found: list[Party] = []
        chain = [i]
        for k in chain:
            chain += [c.i for c in self.sentence.kids(k, "conj")]
            one = self.done.get(k)
            found += one.parties if one is not None else ()
        return tuple(found)

    def _title_of_person(self, mention: Mention) -> bool:
        """Whether a role noun is only the title before a person's name, who is the party then."""
        token = self.sentence.tokens[mention.head]
        person = self.done.get(token.head)
        return (
            token.dep in {"compound", "nmod", "appos", "amod"} and person is not None and person.kind == "name"
            and bool(person.parties) and person.parties[0].kind == "person"
        )  # fmt: skip

    def _noun(self, mention: Mention) -> tuple[tuple[Party, ...], float, str] | None:
        found = collective(self.sentence, mention, self.talk, self.done)
        if found is not None:
            return found
        book, tokens = catalogue(), self.sentence.tokens
        short = self.talk.acronyms.get(tokens[mention.head].text)
        if (
            short is not None
            and tokens[mention.head].text[:1].isupper()
            and mention.last - mention.first == 1
        ):
            return (replace(short, raw=mention.text, span=self._span(mention)),), 0.8, "chain"
        role, _ = self._role_phrase(mention.head)
        if role is None and tokens[mention.head].lemma == "counterpart":
            role = _COUNTERPART
        if role is None or role.what == "modifier":
            return None
        span = self._span(mention)
        words = " ".join(t.text for t in tokens[mention.first : mention.last])
        appositive = self._apposed(mention.head)
        if appositive is not None and appositive.code:
            return (replace(appositive, raw=words, span=span),), 0.9, "apposition"
        owners = tuple(
            o for o in self._owners(mention.head, mention) if o.code or o.kind in {"group", "body", "loose"}
        )
        if owners:
            parties = tuple(from_role(role, words, span, owner, self.day) for owner in owners)
            self.talk.roles[role.lemma] = parties[0]
            return parties, 0.85, "role"
        titled = self.talk.titles.get(words.lower()) or self.talk.titles.get(tokens[mention.head].lemma)
        if (
            titled is not None
            and self._definite(mention.head)
            and tokens[mention.head].tag in {"NN", "NNP"}
            and role.what in {"person", "office"}
        ):
            return (replace(titled, raw=words, span=span),), 0.8, "title named before"
        if self._definite(mention.head) and role.lemma in self.talk.roles:
            return (replace(self.talk.roles[role.lemma], raw=words, span=span),), 0.7, "role named before"
        sender = self._sender(mention.head)
        if sender is not None:
            return (from_role(role, words, span, sender, self.day),), 0.75, "sent by the subject"
        local = self._local(mention.head, capital=role.sector not in _LOCAL)
        if local is not None:
            return (from_role(role, words, span, local, None),), 0.6, "place of the act"
        if self._definite(mention.head) and role.sector in _LOCAL | {"GOV", "SPY"}:
            state = self._only_state()
            if state is not None:
                return (from_role(role, words, span, state, self.day),), 0.6, "only state named"
        if role.sector in _HOMELY:
            near = self._nearby() or self.talk.home
            others = {p.code for one in self.done.values() for p in one.parties if p.code in book.codes}
            if near is not None and not others - {near.code}:
                return (from_role(role, words, span, near, None),), 0.5, "home of the story"
        if book.role(tokens[mention.head].lemma) is None or tokens[mention.head].lemma in _HARDWARE:
            return None
        return (from_role(role, words, span, None, self.day),), 0.4, "role without a state"

    def _nearby(self) -> Party | None:
        """The state of the last local people of this paragraph: police, protesters, villagers."""
        for one in self.talk.back(self.sentence.index, 2):
            if one.paragraph != self.sentence.paragraph:
                return None
            for party in one.parties:
                if party.kind == "role" and party.sector in _HOMELY and party.key:
                    return _whole(party)
        return None

    def _sender(self, head: int) -> Party | None:
        """The state whose troops or envoys an indefinite noun means, as the object of "sent", "lost", "withdrew"."""
        token = self.sentence.tokens[head]
        verb = self.sentence.tokens[token.head]
        if token.dep != "dobj" or verb.lemma not in _SENDING:
            return None
        while verb.head != verb.i and not self.sentence.kids(verb.i, "nsubj"):
            verb = self.sentence.tokens[verb.head]
        for subject in self.sentence.kids(verb.i, "nsubj"):
            parties = self._named(subject.i)
            if len(parties) == 1 and parties[0].code:
                return _whole(parties[0])
        return None

    def _only_state(self) -> Party | None:
        """The one state that this sentence names, else the one that the last sentences name."""
        book = catalogue()
        here = [p for one in self.done.values() for p in one.parties]
        before = [p for s in self.talk.back(self.sentence.index, 2) for p in s.parties]
        for parties in (here, before):
            states = [p for p in parties if p.code in book.codes]
            if states:
                return _whole(states[0]) if len({p.code for p in states}) == 1 else None
        return None

    def _apposed(self, head: int) -> Party | None:
        """The named party in apposition to a noun: "the Lebanese group, Hezbollah,"."""
        kids = self.sentence.kids(head, "appos")
        above = self.sentence.tokens[head]
        heads = [k.i for k in kids] + ([above.head] if above.dep == "appos" else [])
        for i in heads:
            one = self.done.get(i)
            if (
                one is not None
                and one.kind == "name"
                and one.parties
                and one.parties[0].kind in {"group", "body", "person", "agency"}
            ):
                return one.parties[0]
        return None

    def _definite(self, head: int) -> bool:
        return any(
            k.lower in {"the", "this", "that", "these", "those"} for k in self.sentence.kids(head, "det")
        )

    def _local(self, head: int, *, capital: bool) -> Party | None:
        """The state of the place that the clause names: "police in Harare", "Protesters marched in Nairobi".

        ``capital`` where only a capital tells the state: "In Paris, a foreign ministry spokesperson said".
        """
        tokens = self.sentence.tokens
        todo = [head]
        verb = tokens[head].head
        if tokens[verb].pos == "VERB":
            todo.append(verb)
        for i in todo:
            for prep in self.sentence.kids(i, "prep"):
                if prep.lower in {"in", "at", "across", "near", "outside", "around", "through"}:
                    for inner in self.sentence.kids(prep.i, "pobj"):
                        for k in [inner, *self.sentence.kids(inner.i, "poss")]:
                            one = self.done.get(k.i)
                            if one is None or not one.parties or one.parties[0].kind != "state":
                                continue
                            if not capital or any(
                                n.form == "capital" for n in catalogue().names.get(one.parties[0].raw, ())
                            ):
                                return one.parties[0]
        return None


def _whole(party: Party) -> Party:
    """The state or body itself, where a person or a part of it owns a noun: "Putin's troops" are Russia's."""
    if party.kind not in {"person", "role", "people"} or not party.code:
        return party
    book = catalogue()
    key = party.key if party.kind == "role" else book.codes.get(party.code, "")
    entry = book.entries.get(key)
    if entry is None:
        return party
    return Party(
        entry.name,
        party.raw,
        party.span,
        entry.code,
        party.sector,
        None,
        entry.wikidata,
        entry.key,
        "state" if entry.kind in {"state", "territory"} else entry.kind,
    )
