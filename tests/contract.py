"""What every coded record promises, as a list of the promises that one breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dragoman.model import Report
from dragoman.ontology import load as load_ontology

FIELDS: Mapping[str, tuple[type, ...]] = {
    "id": (str,), "report": (str,), "event": (list,), "mode": (list,), "context": (list,), "cameo": (str,),
    "quad_code": (int,), "event_scale": (int, float), "actor": (list,), "recipient": (list,),
    "date": (str, type(None)),
    "enddate": (str, type(None)), "planned_date": (str, type(None)), "date_precision": (str,),
    "date_basis": (str,),
    "status": (str,), "background": (bool,), "attribution": (list,), "quantity": (list,),
    "event_loc": (dict, type(None)),
    "link": (list,), "incident": (str, type(None)), "evidence": (dict,), "confidence": (int, float),
    "coder": (str,),
    "version": (dict,),
}  # fmt: skip
ENTITY = {"code", "sector", "entity_text", "raw_text", "office", "identifier_id", "span"}
SOURCE = {"source", "cue", "kind", "stance", "certainty", "source_span", "cue_span", "content"}
QUANTITY = {"item", "low", "high", "unit", "approximate", "cumulative", "role", "span"}
PLACE = {
    "extracted_place",
    "resolved_place",
    "lat",
    "lon",
    "country_code",
    "geonameid",
    "feature_class",
    "resolution",
}
TYPES = frozenset(
    [
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    ]
)
QUADS = {1: "AGREE CONSULT SUPPORT CONCEDE", 2: "COOPERATE AID RETREAT", 3: "REQUEST ACCUSE REJECT THREATEN"}
ALLOWED = {
    "date_precision": {"day", "week", "month", "quarter", "year", "interval", "open"},
    "date_basis": {"text", "context", "publication"},
    "status": {"occurred", "ongoing", "planned", "conditional", "denied", "negated"},
}
LINKS = {"in_exchange_for", "in_return_for", "in_response_to", "denies", "confirms", "part_of"}
KINDS = {
    "kind": {"direct", "indirect", "mixed"},
    "stance": {"affirms", "denies", "doubts"},
    "certainty": {"stated", "estimated", "alleged"},
}


def faults(record: Mapping[str, Any], report: Report) -> list[str]:
    """What a record of a report has wrong; empty where it keeps every promise."""
    if set(record) != set(FIELDS):
        return [f"fields {sorted(set(record) ^ set(FIELDS))}"]
    found = [f"type of {name}" for name, types in FIELDS.items() if not isinstance(record[name], types)]
    if found:
        return found
    return [
        *_event(record), *_days(record, report), *_evidence(record, report), *_parties(record, report),
        *_sources(record, report), *_figures(record), *_rest(record, report),
    ]  # fmt: skip


def _inside(span: Any, limits: tuple[int, int]) -> bool:
    return (
        isinstance(span, list) and len(span) == 2 and all(type(n) is int for n in span)
        and limits[0] <= span[0] < span[1] <= limits[1]
    )  # fmt: skip


def _event(record: Mapping[str, Any]) -> Iterator[str]:
    ontology = load_ontology()
    if len(record["event"]) != 1 or record["event"][0] not in TYPES:
        yield f"event {record['event']}"
        return
    type_, modes = record["event"][0], record["mode"]
    if set(modes) - set(ontology.types[type_].modes):
        yield f"modes {modes} of {type_}"
        return
    if set(record["context"]) - set(ontology.contexts):
        yield f"contexts {record['context']}"
    quad = next((number for number, types in QUADS.items() if type_ in types.split()), 4)
    if record["quad_code"] != quad or quad != ontology.quad(type_):
        yield f"quad {record['quad_code']} of {type_}"
    if record["event_scale"] != ontology.score(type_, modes):
        yield f"score {record['event_scale']} of {type_}"
    if not re.fullmatch(r"\d{2,4}", record["cameo"]):
        yield f"cameo {record['cameo']}"


def _days(record: Mapping[str, Any], report: Report) -> Iterator[str]:
    days = {
        name: date.fromisoformat(record[name]) for name in ("date", "enddate", "planned_date") if record[name]
    }
    if any(day.isoformat() != record[name] for name, day in days.items()):
        yield "days not in ISO form"
    if "date" in days and "enddate" in days and days["date"] > days["enddate"]:
        yield "date after enddate"
    for name, allowed in ALLOWED.items():
        if record[name] not in allowed:
            yield f"{name} {record[name]}"
    if record["date_basis"] == "publication" and (
        record["evidence"]["time"] is not None or days.get("enddate") != report.published
    ):
        yield "a publication day passed off as another"
    if record["date_precision"] == "day" and days.get("date") != days.get("enddate"):
        yield "a day that is two"


def _evidence(record: Mapping[str, Any], report: Report) -> Iterator[str]:
    evidence = record["evidence"]
    if set(evidence) != {"text", "sentence", "trigger", "time"}:
        yield "fields of evidence"
        return
    if not _inside(evidence["sentence"], (0, len(report.text))):
        yield "sentence outside the text"
        return
    start, end = evidence["sentence"]
    if report.text[start:end] != evidence["text"]:
        yield "evidence not verbatim"
    if not _inside(evidence["trigger"], (start, end)):
        yield "trigger outside its sentence"
    if evidence["time"] is not None and not _inside(evidence["time"], (0, len(report.text))):
        yield "time outside the text"


def _parties(record: Mapping[str, Any], report: Report) -> Iterator[str]:
    parties = [*record["actor"], *record["recipient"]]
    if not parties:
        yield "no party"
    for party in parties:
        yield from _entity(party, report)


def _entity(party: Mapping[str, Any], report: Report) -> Iterator[str]:
    if set(party) != ENTITY:
        yield "fields of an entity"
    elif not _inside(party["span"], (0, len(report.text))):
        yield f"span of {party['entity_text']} outside the text"
    elif not party["entity_text"] or not party["raw_text"]:
        yield "an entity without a name"
    elif party["code"] is not None and not re.fullmatch(r"[A-Z]{3}", party["code"]):
        yield f"code {party['code']}"


def _sources(record: Mapping[str, Any], report: Report) -> Iterator[str]:
    limits = (0, len(report.text))
    for one in record["attribution"]:
        if set(one) != SOURCE:
            yield "fields of an attribution"
            continue
        yield from _entity(one["source"], report)
        for name, allowed in KINDS.items():
            if one[name] not in allowed:
                yield f"{name} {one[name]}"
        spans = [span for span in (one["source_span"], one["cue_span"], *one["content"]) if span is not None]
        if not all(_inside(span, limits) for span in spans):
            yield "a span of an attribution outside the text"
        elif one["cue_span"] and report.text[slice(*one["cue_span"])] != one["cue"]:
            yield "a cue that is not in the text"


def _figures(record: Mapping[str, Any]) -> Iterator[str]:
    for one in record["quantity"]:
        if set(one) != QUANTITY:
            yield "fields of a quantity"
        elif not _inside(one["span"], tuple(record["evidence"]["sentence"])):
            yield f"the figure of {one['item']} does not stand in the evidence"
        elif one["low"] is not None and one["high"] is not None and one["low"] > one["high"]:
            yield f"low over high of {one['item']}"


def _rest(record: Mapping[str, Any], report: Report) -> Iterator[str]:
    if record["report"] != report.id:
        yield "another report's id"
    if record["event_loc"] is not None and set(record["event_loc"]) != PLACE:
        yield "fields of a place"
    if any(set(link) != {"type", "to"} or link["type"] not in LINKS for link in record["link"]):
        yield f"links {record['link']}"
    if not 0 <= record["confidence"] <= 1:
        yield f"confidence {record['confidence']}"
