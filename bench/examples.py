"""How many of the ontology's own examples the coder codes right, by type: `python bench/examples.py [TYPE...] [-v]`."""

from __future__ import annotations

import sys
from collections import Counter

from dragoman.code.act import Act
from dragoman.code.acts import acts_of, scenes
from dragoman.link.actors import resolve
from dragoman.model import Report, Span, Block
from dragoman.ontology import examples, hard_negatives, load
from dragoman.parse import sentences
from dragoman.parse.mentions import find_mentions


def acts(text: str) -> list[Act]:
    """The acts of one text, by syntax alone: neither times nor attributions are needed for types and parties."""
    report = Report("example", text, (Block(Span(0, len(text)), "body"),))
    parsed = sentences([report])[0]
    found = [m for s in parsed for m in find_mentions(s)]
    return [a for scene in scenes(parsed, resolve(parsed, found, None), (), ()) for a in acts_of(scene) if not a.path.dropped]


def codes(parties) -> set[str]:
    return {p.code for p in parties if p.code}


def right(act: Act, example) -> bool:
    """Whether the parties are right; together where both sides may stand in actor."""
    want, got = (set(example.actor), set(example.recipient)), (codes(act.actors), codes(act.recipients))
    if act.reciprocal or act.type == "CONSULT":
        return want[0] | want[1] == got[0] | got[1]
    return want == got


def main() -> None:
    verbose, only = "-v" in sys.argv, [a for a in sys.argv[1:] if a != "-v"]
    total: Counter[str] = Counter()
    for type_ in load().types:
        if only and type_ not in only:
            continue
        n = Counter()
        for example in examples(type_):
            n["n"] += 1
            found = acts(example.text)
            same = [a for a in found if a.type == type_]
            best = next((a for a in same if right(a, example)), same[0] if same else None)
            extra = [a.type for a in found if a.type != type_ and a.type not in example.also]
            n["type"] += best is not None
            n["parties"] += best is not None and right(best, example)
            n["mode"] += best is not None and (example.mode is None or example.mode in best.modes)
            n["extra"] += len(extra)
            if verbose and (best is None or not right(best, example) or extra or (example.mode and example.mode not in best.modes)):
                got = [(a.type, *a.modes, sorted(codes(a.actors)), sorted(codes(a.recipients)), a.frame) for a in found]
                print(f"  {example.text}\n      want {type_} {example.mode} {example.actor} {example.recipient} {example.status}; got {got}")
        for negative in hard_negatives(type_):
            n["negatives"] += 1
            wrong = [a.type for a in acts(negative.text) if a.type == type_ or negative.instead is None]
            n["fooled"] += bool(wrong)
            if verbose and wrong:
                print(f"  NOT {type_}: {negative.text}; got {wrong}")
        total += n
        print(f"{type_:10} {show(n)}")
    print(f"{'all':10} {show(total)}")


def show(n: Counter[str]) -> str:
    of = max(n["n"], 1)
    return f"n={n['n']:3} type={n['type'] / of:.2f} parties={n['parties'] / of:.2f} mode={n['mode'] / of:.2f} extra={n['extra'] / of:.2f} fooled={n['fooled']}/{n['negatives']}"


if __name__ == "__main__":
    main()
