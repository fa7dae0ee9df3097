"""How many of the ontology's own examples are coded right, by type.

    python bench/examples.py [TYPE...] [-v] [--write]

For each type: how often it is found (type), with the right parties, with the right mode, how many records of
other types come out beside it (extra, a share), and how many of the look-alikes fool the coder.
``--write`` makes the figures the floors in bench/examples.json; a floor is never lowered.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from dragoman.code.act import Act
from dragoman.code.acts import acts_of, scenes
from dragoman.link.actors import resolve
from dragoman.model import Block, Party, Report, Span
from dragoman.ontology import Example, examples, hard_negatives, load
from dragoman.parse import sentences
from dragoman.parse.mentions import find_mentions

FLOORS = Path(__file__).with_name("examples.json")


def acts(text: str) -> list[Act]:
    """The acts of one text, by syntax alone: neither times nor attributions are needed for types and parties."""
    report = Report("example", text, (Block(Span(0, len(text)), "body"),))
    parsed = sentences([report])[0]
    found = [m for s in parsed for m in find_mentions(s)]
    all_scenes = scenes(parsed, resolve(parsed, found, None), (), ())
    return [a for scene in all_scenes for a in acts_of(scene) if not a.path.dropped]


def codes(parties: Iterable[Party]) -> set[str]:
    """The codes of parties that have one."""
    return {p.code for p in parties if p.code}


def right(act: Act, example: Example) -> bool:
    """Whether the parties are right; together where both sides may stand in actor."""
    want, got = (set(example.actor), set(example.recipient)), (codes(act.actors), codes(act.recipients))
    if act.reciprocal or act.type == "CONSULT":
        return want[0] | want[1] == got[0] | got[1]
    return want == got


def measure(type_: str, *, verbose: bool = False) -> dict[str, float]:
    """The figures of one type as shares of its examples; ``fooled`` is a count."""
    n: Counter[str] = Counter()
    for example in examples(type_):
        found = acts(example.text)
        same = [a for a in found if a.type == type_]
        best = next((a for a in same if right(a, example)), same[0] if same else None)
        extra = [a for a in found if a.type != type_ and a.type not in example.also]
        marks = {
            "type": best is not None,
            "parties": best is not None and right(best, example),
            "mode": best is not None and (example.mode is None or example.mode in best.modes),
        }
        n.update(n=1, extra=len(extra), **marks)
        if verbose and (extra or not all(marks.values())):
            got = [
                (a.type, *a.modes, sorted(codes(a.actors)), sorted(codes(a.recipients)), a.frame)
                for a in found
            ]
            print(f"  {example.text}\n      want {example}\n      got {got}")
    for negative in hard_negatives(type_):
        wrong = [a.type for a in acts(negative.text) if a.type == type_ or negative.instead is None]
        n["fooled"] += bool(wrong)
        if verbose and wrong:
            print(f"  NOT {type_}: {negative.text}; got {wrong}")
    shares = {name: round(n[name] / n["n"], 3) for name in ("type", "parties", "mode", "extra")}
    return {**shares, "n": n["n"], "fooled": n["fooled"]}


def main() -> None:
    """Measure the types asked for, or all."""
    flags, only = (
        {a for a in sys.argv[1:] if a.startswith("-")},
        [a for a in sys.argv[1:] if not a.startswith("-")],
    )
    found = {t: measure(t, verbose="-v" in flags) for t in load().types if not only or t in only}
    for type_, figures in found.items():
        print(f"{type_:10} " + " ".join(f"{name}={value}" for name, value in figures.items()))
    total = sum(f["n"] for f in found.values())
    for name in ("type", "parties", "mode", "extra"):
        print(f"all {name}: {sum(f[name] * f['n'] for f in found.values()) / total:.3f} of {total}")
    if "--write" in flags:
        raise_floors(found)


def raise_floors(found: dict[str, dict[str, float]]) -> None:
    """Write the figures as floors where they are better than those that stand, less one example for each share."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    for type_, figures in found.items():
        known = floors.setdefault(type_, {"fooled": figures["fooled"]})
        for name in ("type", "parties", "mode"):
            known[name] = max(known.get(name, 0.0), round(figures[name] - 1 / figures["n"], 3))
        known["fooled"] = min(known["fooled"], figures["fooled"])
    FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
