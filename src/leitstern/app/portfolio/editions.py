"""What changed from one wording to the next, field by field, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

FIELDS: dict[str, Text] = {
    "title": Text("name", "Name"),
    "metric": Text("what is measured", "was gemessen wird"),
    "unit": Text("unit", "Einheit"),
    "baseline": Text("baseline", "Ausgangswert"),
    "target": Text("target", "Zielwert"),
    "target_day": Text("day of the target", "Tag des Zielwerts"),
    "cadence": Text("how often somebody looks", "wie oft jemand nachsieht"),
    "horizon": Text("horizon", "Horizont"),
    "parent": Text("goal it serves", "Ziel, dem es dient"),
    "accountable": Text("who answers on the board", "wer im Vorstand verantwortlich ist"),
    "link": Text("link", "Verweis"),
    "kind": Text("kind", "Art"),
    "aim": Text("aim", "Absicht"),
    "units": Text("departments", "Bereiche"),
    "origin": Text("origin", "Herkunft"),
    "ai_mode": Text("artificial intelligence", "künstliche Intelligenz"),
    "ai_purpose": Text("purpose of the AI", "Zweck der KI"),
    "customer_outcome": Text("what is to become of customers", "was aus Kundinnen und Kunden werden soll"),
    "personalises": Text("personalisation", "Personalisierung"),
    "persona": Text("persona", "Persona"),
    "touchpoints": Text("touchpoints", "Kontaktpunkte"),
    "journeys": Text("journeys", "Reisen"),
    "data_objects": Text("data", "Daten"),
    "roles": Text("affected roles", "betroffene Rollen"),
    "work_change": Text("how everyday work changes", "was sich im Arbeitsalltag ändert"),
    "budget": Text("budget", "Budget"),
    "owner": Text("who answers", "wer verantwortlich ist"),
    "sponsor": Text("who answers on the board", "wer im Vorstand verantwortlich ist"),
    "begins": Text("beginning", "Beginn"),
    "ends": Text("end", "Ende"),
    "expects": Text("expectation", "Erwartung"),
    "paths": Text("outcome chain", "Ergebniskette"),
    "pulls": Text("contributions to goals", "Beiträge zu Zielen"),
    "people_measures": Text("measures for people", "Maßnahmen für Menschen"),
    "milestones": Text("project milestones", "Etappenziele"),
    "needs": Text("what has to come first", "was zuerst kommen muss"),
}
VALUE = Text(en="{field}: {before} → {after}", de="{field}: {before} → {after}")
PLAIN = frozenset(
    {"title", "metric", "unit", "baseline", "target", "target_day", "owner", "sponsor", "begins", "ends"}
)
NOTHING = Text("nothing", "nichts")


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Text, ...]:
    """Every field that differs; short ones with both values."""
    differing = [field for field in FIELDS if before.get(field) != after.get(field)]
    return tuple(
        VALUE.fill(field=FIELDS[field], before=_said(before.get(field)), after=_said(after.get(field)))
        if field in PLAIN
        else FIELDS[field]
        for field in differing
    )


def _said(value: object) -> Text:
    return (
        NOTHING
        if value in (None, "")
        else Text(f"{value}", f"{value}".replace(".", ",") if isinstance(value, float) else f"{value}")
    )
