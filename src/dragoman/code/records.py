"""Event mentions as records: PLOVER 2.0's field names with the project's extension, ready for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.model import EventMention, Party, Place, Quantity, Report, Source, Span
from dragoman.ontology import load as load_ontology

__all__ = ["record_of"]

_CODER = "coder"


def record_of(event: EventMention, report: Report, versions: Mapping[str, str]) -> dict[str, Any]:
    """One coded record; offsets are code points into the report's text, dates ISO 8601 days."""
    ontology = load_ontology()
    dating = event.dating
    return {
        "id": event.id,
        "report": event.report,
        "event": [event.type],
        "mode": list(event.modes),
        "context": list(event.contexts),
        "cameo": _cameo(event),
        "quad_code": ontology.quad(event.type),
        "event_scale": ontology.score(event.type, event.modes),
        "actor": [_entity(p) for p in event.actors],
        "recipient": [_entity(p) for p in event.recipients],
        "date": dating.date.isoformat() if dating.date else None,
        "enddate": dating.enddate.isoformat() if dating.enddate else None,
        "planned_date": event.planned.isoformat() if event.planned else None,
        "date_precision": dating.precision,
        "date_basis": dating.basis,
        "status": event.status,
        "background": event.background,
        "attribution": [_attribution(s) for s in event.sources],
        "quantity": [_quantity(q) for q in event.quantities],
        "event_loc": _place(event.place),
        "link": [{"type": link.type, "to": link.to} for link in event.links],
        "incident": None,
        "evidence": {
            "text": event.evidence.of(report.text),
            "sentence": list(event.evidence),
            "trigger": list(event.trigger),
            "time": _span(dating.time),
        },
        "confidence": event.confidence,
        "coder": _coder(event, versions),
        "version": {name: made for name, made in versions.items() if name != _CODER},
    }


def _cameo(event: EventMention) -> str:
    """The code that a dictionary gave, else the closest to the type and its mode."""
    if event.dictionary:
        return event.dictionary[1]
    return load_ontology().cameo(event.type, event.modes[0] if event.modes else None)


def _coder(event: EventMention, versions: Mapping[str, str]) -> str:
    return f"{versions[_CODER]} with {event.dictionary[0]}" if event.dictionary else versions[_CODER]


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _entity(party: Party) -> dict[str, Any]:
    return {
        "code": party.code,
        "sector": party.sector,
        "entity_text": party.name,
        "raw_text": party.raw,
        "office": party.office,
        "identifier_id": party.wikidata,
        "span": _span(party.span),
    }


def _attribution(source: Source) -> dict[str, Any]:
    return {
        "source": _entity(source.source),
        "cue": source.cue,
        "kind": source.kind,
        "stance": source.stance,
        "certainty": source.certainty,
        "source_span": _span(source.source_span),
        "cue_span": _span(source.cue_span),
        "content": [[span.start, span.end] for span in source.content],
    }


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "item": quantity.item,
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "unit": quantity.unit,
        "approximate": quantity.approximate,
        "cumulative": quantity.cumulative,
        "role": quantity.role,
        "span": _span(quantity.span),
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "extracted_place": place.extracted,
        "resolved_place": place.resolved,
        "lat": place.latitude,
        "lon": place.longitude,
        "country_code": place.country,
        "geonameid": place.geonameid,
        "feature_class": place.feature,
        "resolution": place.resolution,
    }
