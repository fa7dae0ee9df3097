"""What stands above an act in its sentence: is it told as done, planned, hung on an if, denied, or not at all?"""

from __future__ import annotations

from dragoman.code.act import Path
from dragoman.code.frames import phrasal
from dragoman.code.lexicon import Operator
from dragoman.code.scene import Scene
from dragoman.languages import word_list
from dragoman.model import Token

__all__ = ["condition_on", "embed", "modal", "negated", "operator_over", "operators_of"]

_POSSIBLE = frozenset({"could", "may", "might", "can"})
_OUGHT = frozenset({"should", "must", "ought"})
_FUTURE = frozenset({"will", "'ll", "wo"})
_CONTENT_KINDS = word_list("content_kinds")
_WAYS = frozenset({"travel", "fly", "arrive", "head", "come", "return", "go"})
_GOALS = frozenset({"CONSULT", "SUPPORT"})


def modal(scene: Scene, i: int) -> str | None:
    """The modal of a verb: future, would, possible, ought, or None; shared by a conjunct without its own.

    "Going to" and "is to" count as future.
    """
    for kid in scene.sentence.kids(i, "aux"):
        if kid.lower in _FUTURE:
            return "future"
        if kid.lower in {"would", "'d"} and kid.tag == "MD":
            return "would"
        if kid.lower in _POSSIBLE:
            return "possible"
        if kid.lower in _OUGHT:
            return "ought"
    token = scene.tokens[i]
    if token.dep == "conj" and token.tag == "VB" and not scene.sentence.kids(i, "nsubj", "nsubjpass"):
        return modal(scene, token.head)
    if token.dep == "xcomp" and token.tag == "VB":
        head = scene.tokens[token.head]
        if head.lower == "going" or (
            head.lemma == "be"
            and head.tag in {"VBZ", "VBP"}
            and any(k.lower == "to" for k in scene.sentence.kids(i, "aux"))
        ):
            return "future"
    return None


def negated(scene: Scene, i: int) -> bool:
    """Whether a verb is denied by its own clause: "did not sign", "never met", "no talks were held"."""
    words = scene.lexicon.words["negation"]
    for kid in scene.sentence.kids(i):
        if kid.dep == "neg" or (kid.dep == "advmod" and kid.lower in words):
            following = scene.tokens[kid.i + 1].lower if kid.i + 1 < len(scene.tokens) else ""
            return following not in {"only", "just", "merely"}
        if kid.lower == "neither" and kid.dep in {"preconj", "cc", "advmod", "dep", "det"}:
            return True
        if kid.dep in {"nsubj", "nsubjpass", "dobj"}:
            for det in scene.sentence.kids(kid.i, "det", "neg", "preconj", "cc"):
                if det.lower in {"no", "neither"}:
                    return True
    token = scene.tokens[i]
    return token.dep == "conj" and any(k.lower == "nor" for k in scene.sentence.kids(token.head, "cc"))


def condition_on(scene: Scene, i: int) -> bool:
    """Whether the clause of verb ``i`` hangs on an if-clause."""
    marks = scene.lexicon.words["condition"]
    for kid in scene.sentence.kids(i, "advcl"):
        for mark in scene.sentence.kids(kid.i, "mark", "advmod", "aux"):
            if (
                mark.lower in marks
                and mark.lower not in {"whether"}
                and (mark.lower != "should" or (mark.i < kid.i and mark.i + 1 != kid.i))
            ):
                return True
    return False


def _under_condition(scene: Scene, i: int) -> bool:
    marks = scene.lexicon.words["condition"]
    for mark in scene.sentence.kids(i, "mark", "advmod"):
        if mark.lower in marks:
            return True
    token = scene.tokens[i]
    if token.dep == "advcl":
        for aux in scene.sentence.kids(i, "aux"):
            first = min(scene.sentence.subtree(i))
            if aux.lower == "should" and aux.i == first:
                return True
    return False


def operators_of(scene: Scene, i: int) -> tuple[Operator, ...]:
    """The operators that word ``i`` can be."""
    token, lexicon = scene.tokens[i], scene.lexicon
    if token.pos in {"VERB", "AUX"}:
        for lemma in phrasal(scene, i):
            if lemma in lexicon.verb_operators:
                return lexicon.verb_operators[lemma]
            if "_" in lemma and lemma in lexicon.verbs:
                return ()
        return ()
    if token.pos == "NOUN":
        return lexicon.noun_operators.get(token.lemma, ())
    if token.pos == "ADJ":
        return lexicon.adjective_operators.get(token.lemma, ())
    return ()


def operator_over(scene: Scene, governor: int, takes: str, *, told: bool = False) -> Operator | None:
    """The operator that word ``governor`` is for a content that stands at ``takes``.

    ``told`` for a content with a subject and tense of its own: then "announced" and "warned" tell of it.
    """
    found = [one for one in operators_of(scene, governor) if takes in one.takes]
    if told:
        found.sort(key=lambda one: one.kind != "say")
    return found[0] if found else None


def embed(scene: Scene, i: int, *, nominal: bool = False, type_: str = "") -> Path:
    """Walk from a clause's head to the root and gather what its governors do to it (codebook, Status)."""
    state = _Walk(scene, nominal, type_)
    cur = i
    for _ in range(40):
        token = scene.tokens[cur]
        if token.pos in {"VERB", "AUX"}:
            state.at_verb(cur)
        if state.dropped or token.head == cur:
            break
        cur = state.up(token)
        if cur < 0:
            break
    return state.path(i)


class _Walk:
    """The state of one walk from an act to the root of its sentence."""

    def __init__(self, scene: Scene, nominal: bool, type_: str) -> None:
        self.scene, self.nominal, self.type = scene, nominal, type_
        self.status = "occurred"
        self.dropped: str | None = None
        self.future = self.would = self.reported = self.background = self.alleged = self.first = False
        self.beside = self.bare = False
        self.why: list[str] = []

    def path(self, clause: int) -> Path:
        if self.would and not self.dropped:
            if self.reported or self.status == "conditional":
                self.future = True
            else:
                self.dropped = "would, with nobody who says so"
        return Path(
            self.status, self.dropped, self.future, self.background, self.alleged, clause, tuple(self.why)
        )

    def at_verb(self, i: int) -> None:
        """Take in the verb's own modal, negation and condition."""
        lowest, self.first = not self.first, True
        if self.beside:
            # What is joined by "and" is no governor: only a bare verb shares its negation.
            self.beside = False
            if negated(self.scene, i) and self.bare and self.status == "occurred":
                self.status = "negated"
            return
        kind = modal(self.scene, i)
        if kind == "possible":
            self.dropped = "possible only"
        elif kind == "ought":
            self.dropped = "what ought to be"
        elif kind == "future" and (lowest and not self.nominal):
            self.future = True
        elif kind == "would" and lowest and not self.nominal:
            self.would = True
        if negated(self.scene, i):
            if lowest and not self.nominal:
                self.status = "negated"
                self.why.append("negated in its clause")
            elif not lowest:
                self.dropped = "under a negation"
        if _under_condition(self.scene, i):
            self.dropped = "in a condition"
        elif condition_on(self.scene, i) and lowest and self.status == "occurred":
            self.status = "conditional"

    def up(self, token: Token) -> int:
        """Step to the governor, and let it do what it does; -1 ends the walk."""
        head = self.scene.tokens[token.head]
        dep = token.dep
        if dep in {"conj", "parataxis", "dep", "appos"}:
            self.beside, self.bare = dep == "conj" and head.pos in {"VERB", "AUX"}, token.tag == "VB"
            return head.i
        if dep == "prep" or dep == "agent":
            return self._through_preposition(token, head)
        if dep in {"pobj", "pcomp"}:
            return head.i
        if dep in {"xcomp", "ccomp"}:
            self._take(token, head.i, "clause", self._goal(token, head))
        elif dep in {"dobj", "nsubjpass", "attr", "oprd"}:
            if head.pos in {"VERB", "AUX"}:
                self._take(token, head.i, "object", None)
        elif dep == "advcl":
            self._adverbial(token, head)
        elif dep == "acl" and token.tag == "VB":
            goal = operator_over(self.scene, head.i, "clause")
            if goal is None:
                self.dropped = f"what a noun is for ({head.lower})"
            else:
                self._apply(goal, head)
        elif dep in {"relcl", "acl"}:
            self.background = True
            return -1
        return head.i

    def _through_preposition(self, token: Token, head: Token) -> int:
        if token.lower == "without":
            self.dropped = "without it"
        elif head.pos in {"VERB", "AUX", "NOUN", "ADJ"}:
            one = operator_over(self.scene, head.i, token.lower)
            if one is None and token.lower == "to":
                one = operator_over(self.scene, head.i, "to_object")
            if one is None and token.lower == "with":
                one = operator_over(self.scene, head.i, "with_object")
            if one is not None:
                self._apply(one, head)
        return head.i

    def _adverbial(self, token: Token, head: Token) -> None:
        aux = [k.lower for k in self.scene.sentence.kids(token.i, "aux")]
        if token.tag == "VB" and "to" in aux:
            goal = operator_over(self.scene, head.i, "clause")
            if goal is not None:
                self._apply(goal, head)
            else:
                self._purpose(head)

    def _purpose(self, head: Token) -> None:
        """What is done in order to do it: told as done, in the main verb's tense, of meetings and signings alone."""
        meeting = any(f.type == "CONSULT" for f in self.scene.lexicon.verbs.get(head.lemma, ()))
        if self.type not in _GOALS or (self.type == "CONSULT" and meeting and head.lemma not in _WAYS):
            self.dropped = "a purpose"
        self.first = False

    def _goal(self, token: Token, head: Token) -> str | None:
        """What an infinitive under a verb without an operator's sense is: told only of some types."""
        return "a purpose" if token.dep == "xcomp" and token.tag == "VB" and self.type not in _GOALS else None

    def _take(self, token: Token, governor: int, takes: str, otherwise: str | None) -> None:
        finite = token.tag in {"VBD", "VBZ", "VBP", "VBN"} or modal(self.scene, token.i) is not None
        one = operator_over(self.scene, governor, takes, told=takes == "clause" and finite)
        if one is not None and one.kind == "deny" and token.i < governor:
            self.reported = True
        elif one is not None:
            self._apply(one, self.scene.tokens[governor])
        elif otherwise:
            self.dropped = otherwise

    def _apply(self, one: Operator, head: Token) -> None:
        if one.kind == "say":
            self.reported = True
            self.why.append(f"told under {head.lower!r}")
        elif one.kind == "deny":
            self.status = "denied"
        elif one.kind == "accuse":
            self.alleged = True
        elif one.kind == "fail":
            self.status = "negated"
        elif one.kind in _CONTENT_KINDS:
            self.dropped = f"content of {head.lower!r} ({one.kind})"
        elif one.kind == "fact" and self.nominal:
            self.background = True
