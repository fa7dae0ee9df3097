"""What dragoman predicts for the tasks that ask what one party does to another, or what a sentence tells of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman import flow
from dragoman.code.blend import blended, opinion, related_from, weights_of
from dragoman.code.classifier import Pair, classifier
from dragoman.code.marking import LABELS
from dragoman.model import EventMention, Party
from dragoman.ontology import load as load_ontology
from dragoman.read import read_text
from dragoman.score import Item, Line

__all__ = ["Question", "classes", "opinions", "related", "relations"]

#: The set of the relation task has one root for giving way in words and in deeds.
_YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD", "APPEAL": "REQUEST"}
#: The set of the class task counts appeals, which CAMEO has among its statements, as no event, and cut
#: relations (CAMEO 16) among the words.
_CLASS = {"APPEAL": 0, "NONE": 0, "SANCTION": 3}

#: Questions that are answered together.
_BATCH = 64


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence and, where it is asked about two parties, where they stand or what they are called."""

    text: str
    pair: Pair = (None, None)
    names: tuple[str, str] = ("", "")


def opinions(questions: Sequence[Question]) -> list[dict[str, tuple[float, ...]]]:
    """The features of each label for each question (see ``blend.OPINIONS``); each text is read once."""
    by_text: dict[str, list[int]] = {}
    for place, question in enumerate(questions):
        by_text.setdefault(question.text, []).append(place)
    out: dict[int, dict[str, tuple[float, ...]]] = {}
    texts = list(by_text)
    for k in range(0, len(texts), _BATCH):
        part = texts[k : k + _BATCH]
        coded = flow.code_reports([read_text(text, id=str(n)) for n, text in enumerate(part)])
        out |= _told([(by_text[text], one.events) for text, one in zip(part, coded, strict=True)], questions)
    return [out[place] for place in range(len(questions))]


def _told(
    part: Sequence[tuple[list[int], Sequence[EventMention]]], questions: Sequence[Question]
) -> Iterator[tuple[int, dict[str, tuple[float, ...]]]]:
    """The features of the questions about some texts, each with the events that the coder finds in it."""
    model = classifier()
    asked = [questions[place] for places, _ in part for place in places]
    marked = iter(model.judge_marked([model.marked(q.text, q.pair, q.names) for q in asked]))
    groups = [[questions[place] for place in places] for places, _ in part]
    plain = model.judge_plain([model.plain(group[0].text, [q.pair for q in group]) for group in groups])
    wholes = model.judge_whole([group[0].text for group in groups])
    for (places, events), judged, all_ in zip(part, plain, wholes, strict=True):
        for place, other in zip(places, judged, strict=True):
            known = _found(events, questions[place].pair)
            shares = (next(marked).shares, other.shares, all_)
            yield (
                place,
                {label: (*(opinion(each[label]) for each in shares), *known[label]) for label in LABELS},
            )


def _found(events: Sequence[EventMention], pair: Pair) -> dict[str, tuple[float, float, float]]:
    """Of each label whether the coder finds it: with both parties, with one of them in its place, at all."""
    out = dict.fromkeys(LABELS, (0.0, 0.0, 0.0))
    for event in events:
        source, target = (
            _touches(side, span) for side, span in zip((event.actors, event.recipients), pair, strict=True)
        )
        marks = (float(source and target), float(source != target), 1.0)
        for label in (event.type, "APPEAL") if event.type == "REQUEST" else (event.type,):
            out[label] = (max(out[label][0], marks[0]), max(out[label][1], marks[1]), 1.0)
    return out


def _touches(parties: Sequence[Party], span: tuple[int, int] | None) -> bool:
    return span is not None and any(p.span.start < span[1] and span[0] < p.span.end for p in parties)


def _asked(items: Sequence[Item]) -> list[Question]:
    """The questions of items that name a source and a target."""
    out = []
    for item in items:
        given = item.given
        spans = [
            (span[0], span[1]) if (span := given.get(f"{side}_span")) else None
            for side in ("source", "target")
        ]
        names = [str(given.get(side, "")).split(":")[-1] for side in ("source", "target")]
        out.append(Question(given["text"], (spans[0], spans[1]), (names[0], names[1])))
    return out


def _summed(shares: Mapping[str, float], group: Mapping[str, str | int]) -> dict[str | int, float]:
    """Likelihoods added up by group; labels without a group are left out."""
    out: dict[str | int, float] = {}
    for label, share in shares.items():
        if label in group:
            out[group[label]] = out.get(group[label], 0.0) + share
    return out


def _best(shares: Mapping[str | int, float]) -> str | int:
    """The likeliest; of equals the first by name."""
    return max(sorted(shares, key=str), key=lambda key: round(shares[key], 6))


def relations(items: Sequence[Item]) -> Iterator[list[Line]]:
    """Root and quad class of each pair."""
    types = load_ontology().types
    roots: dict[str, str | int] = {label: _YIELD.get(label, label) for label in (*types, "APPEAL")}
    quads = {label: 2 if root == "YIELD" else types[str(root)].quad for label, root in roots.items()}
    for item, features in zip(items, opinions(_asked(items)), strict=True):
        shares = blended(
            {label: each for label, each in features.items() if label in roots}, weights_of("pair")
        )
        by_root = _summed(shares, roots)
        root, quad = _best(by_root), _best(_summed(shares, dict(quads)))
        yield [{"id": item.id, "root": root, "quad": quad, "score": round(by_root[root], 2)}]


def related(items: Sequence[Item]) -> Iterator[list[Line]]:
    """Whether the source does something political to the target."""
    for item, features in zip(items, opinions(_asked(items)), strict=True):
        share = 1.0 - blended(features, weights_of("related"))["NONE"]
        yield [{"id": item.id, "related": round(share, 6) >= related_from(), "score": round(share, 2)}]


def classes(items: Sequence[Item]) -> Iterator[list[Line]]:
    """The class of each sentence's main event."""
    types = load_ontology().types
    group: dict[str, str | int] = {**{label: rule.quad for label, rule in types.items()}, **_CLASS}
    for item, features in zip(items, opinions([Question(item.given["text"]) for item in items]), strict=True):
        yield [{"id": item.id, "class": _best(_summed(blended(features, weights_of("whole")), group))}]
