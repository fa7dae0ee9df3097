"""Tests that a frame may put to what stands at a place of its clause, beside the classes of nouns."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.code.scene import Scene

__all__ = ["TESTS"]

_STATE_PERSONS = frozenset({"GOV", "MIL", "SPY", "LEG", "ELI", "ROY", "IGO", "OPP", "REB"})
_CIVIL = frozenset(
    [
        "CVL",
        "OPP",
        "LAB",
        "EDU",
        "AGR",
        "REL",
        "SOC",
        "BUS",
        "JRN",
        "REF",
        "MED",
        "PTY",
        "LEG",
        "JUD",
        "NGO",
        "LEGL",
        "UNK",
        "ELI",
    ]
)
_OFFICIAL = frozenset(["GOV", "MIL", "COP", "SPY", "LEG", "JUD", "REB", "OPP", "PRM", "ELI"])
_OUTSIDERS = frozenset({"UNO", "NGO", "IGO", "EUR"})
_THEIR = frozenset({"its", "their", "his", "her"})
_JOINT = frozenset({"joint", "shared", "common", "combined", "trilateral", "bilateral", "multinational"})
_ENVOYS = frozenset(
    {
        "delegation",
        "mission",
        "team",
        "envoy",
        "official",
        "minister",
        "leader",
        "negotiator",
        "diplomat",
        "secretary",
        "president",
        "chief",
        "lawmaker",
        "senator",
        "premier",
    }
)


def _is_person(scene: Scene, h: int) -> bool:
    return any(p.kind == "person" or p.office for p in scene.party(h)) or scene.tokens[h].lemma in _ENVOYS


def _is_state_person(scene: Scene, h: int) -> bool:
    if scene.tokens[h].lemma in _ENVOYS:
        return bool(scene.party(h))
    return any(
        (p.kind == "person" or p.office) and (p.sector or "GOV") in _STATE_PERSONS for p in scene.party(h)
    )


def _is_plural(scene: Scene, h: int) -> bool:
    """Several parties, or a body that meets with itself: "EU leaders met", "the Security Council met"."""
    parties = scene.party(h)
    return len(parties) > 1 or any(p.code in {"IGO", "UNO", "EUR"} for p in parties)


def _is_civil(scene: Scene, h: int) -> bool:
    return any(p.sector in _CIVIL or p.kind == "people" for p in scene.party(h))


def _is_armed(scene: Scene, h: int) -> bool:
    return any(
        p.sector in {"MIL", "REB", "COP", "SPY"}
        or p.kind in {"state", "group"}
        or p.code in {"IGO", "UNO", "EUR"}
        for p in scene.party(h)
    )


TESTS: dict[str, Callable[[Scene, int], bool]] = {
    "party": lambda scene, h: bool(scene.party(h)),
    "person": _is_person,
    "state_person": _is_state_person,
    "plural": _is_plural,
    "armed": _is_armed,
    "civil": _is_civil,
    "official": lambda scene, h: any(p.office or p.sector in _OFFICIAL for p in scene.party(h)),
    "group": lambda scene, h: any(p.kind == "group" for p in scene.party(h)),
    "pointer": lambda scene, h: scene.tokens[h].lower in {"it", "them", "one", "this", "which"},
    "number": lambda scene, h: scene.tokens[h].pos == "NUM",
    "clause": lambda scene, h: scene.tokens[h].pos in {"VERB", "AUX"},
    "event": lambda scene, h: scene.tokens[h].lemma in scene.lexicon.nouns,
    "place": lambda scene, h: h in scene.countries or bool(scene.party(h)),
    "fallen": lambda scene, h: any(
        p.code and p.sector in {"MIL", "REB"} and p.kind == "role" for p in scene.party(h)
    ),
    "spot": lambda scene, h: h in scene.places or any(p.kind in {"state", "region"} for p in scene.party(h)),
    "judgement": lambda scene, h: scene.is_of(h, "crime") or scene.is_of(h, "bad"),
    "named": lambda scene, h: any(p.code for p in (*scene.party(h), *scene.owner(h))),
    "body": lambda scene, h: any(p.kind == "body" and p.code for p in scene.party(h)),
    "several": lambda scene, h: len({p.code for p in (*scene.party(h), *scene.owner(h)) if p.code}) > 1,
    "outsider": lambda scene, h: any(p.code in _OUTSIDERS for p in (*scene.party(h), *scene.owner(h))),
    "self": lambda scene, h: any(k.lower in _THEIR for k in scene.sentence.kids(h, "poss")),
    "joint": lambda scene, h: any(k.lower in _JOINT for k in scene.sentence.kids(h, "amod", "compound")),
}
