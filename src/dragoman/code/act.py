"""An act as the coder first sees it, before times, attribution and links are joined to it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.model import Party

__all__ = ["Act", "Path", "same", "without"]


@dataclass(frozen=True, slots=True)
class Path:
    """What stands above an act in its sentence, and what that does to it (see embed)."""

    status: str = "occurred"
    dropped: str | None = None
    future: bool = False
    background: bool = False
    alleged: bool = False
    clause: int = -1
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """A trigger with its type and parties; ``used`` are the tokens that it claims as its own triggers.

    ``dated_by`` names the sentence and verb of an earlier act whose days are also this one's.
    ``cameo`` and ``dictionary`` are the code and the name of the dictionary where one has found the act.
    ``verb`` heads the clause that dates it (the trigger itself, or its light verb); ``content`` is the
    act inside it, where the trigger is an operator ("agreed to withdraw").  ``likely`` is what the
    classifier gives the type between these parties, ``None`` where it was not asked; ``learnt`` marks
    an act that the classifier alone found.
    """

    trigger: int
    verb: int
    type: str
    modes: tuple[str, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    reciprocal: bool = False
    frame: str = ""
    path: Path = Path()
    content: Act | None = None
    content_head: int | None = None
    used: frozenset[int] = frozenset()
    nominal: bool = False
    weak: bool = False
    planned: bool = False
    sentence: int = -1
    dated_by: tuple[int, int] | None = None
    role: str | None = None
    status: str = "occurred"
    cameo: str = ""
    dictionary: str = ""
    likely: float | None = None
    learnt: bool = False

    def turned(self, type_: str, *modes: str) -> Act:
        """The same act under another type."""
        return replace(self, type=type_, modes=tuple(m for m in modes if m))


def without(parties: tuple[Party, ...], others: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties that are not among the others: nobody is their own recipient."""
    names = {(p.code, p.sector, p.name) for p in others}
    return tuple(p for p in parties if (p.code, p.sector, p.name) not in names)


def same(some: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    """Whether two sets of parties share a state, a body or a person, under whatever words."""
    return bool({p.code or p.name for p in some} & {p.code or p.name for p in others})
