"""The columns of a table of initiatives: what they are called in both languages, and what a cell may say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.portfolio.terms import (
    AI_MODES,
    AI_PURPOSES,
    AIMS,
    FATES,
    HORIZONS,
    KINDS,
    ORIGINS,
    Aim,
    AiMode,
    AiPurpose,
    Horizon,
    Kind,
    Origin,
)
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.outside.outcomes import Fate


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its title, other words for it, and an example cell."""

    title: Text
    words: tuple[str, ...] = ()
    example: Text = Text("", "")  # noqa: RUF009 -- frozen

    def called(self, title: str) -> bool:
        """Whether a title in a file means this column."""
        return spelt_alike(title) in {spelt_alike(self.title.en), spelt_alike(self.title.de), *self.words}


def _same(words: str) -> Text:
    return Text(words, words)


COLUMNS: dict[str, Column] = {
    "slug": Column(Text("Short name", "Kurzname"), ("slug", "key", "id"), _same("chatbot")),
    "title": Column(
        Text("Initiative", "Initiative"),
        ("title", "name", "titel"),
        Text("Chatbot for questions", "Chatbot für Fragen"),
    ),
    "kind": Column(Text("Kind", "Art"), (), Text("technology", "Technologie")),
    "aim": Column(
        Text("Aim", "Absicht"), ("purpose", "zweck"), Text("a better experience", "besseres Erleben")
    ),
    "origin": Column(
        Text("Origin", "Herkunft"),
        (),
        Text("what customers lived or said", "was Kundinnen und Kunden erlebt oder gesagt haben"),
    ),
    "ai_mode": Column(
        Text("AI", "KI"),
        ("ai mode", "ki-art"),
        Text("it helps people at their work", "sie hilft Menschen bei der Arbeit"),
    ),
    "ai_purpose": Column(
        Text("AI purpose", "KI-Zweck"),
        ("purpose of the ai", "zweck der ki"),
        Text("efficiency: it saves effort", "Effizienz: sie spart Aufwand"),
    ),
    "customer_outcome": Column(
        Text("Becomes of customers", "Wird aus der Kundschaft"),
        ("measured outcome", "gemessenes ergebnis"),
        Text("fewer customers leave", "weniger Kundinnen und Kunden gehen"),
    ),
    "personalises": Column(Text("Personalises", "Personalisiert"), (), Text("no", "nein")),
    "persona": Column(Text("Persona", "Persona")),
    "horizon": Column(Text("Horizon", "Horizont"), (), _same("H1")),
    "units": Column(Text("Departments", "Bereiche"), ("units", "department", "bereich", "unit")),
    "touchpoints": Column(Text("Touchpoints", "Kontaktpunkte"), ("touchpoint", "kontaktpunkt")),
    "journeys": Column(Text("Journeys", "Reisen"), ("journey", "reise")),
    "data_objects": Column(
        Text("Data objects", "Datenobjekte"), (), Text("contact history", "Kontakthistorie")
    ),
    "roles": Column(
        Text("Affected roles", "Betroffene Rollen"), ("roles", "rollen"), Text("advisers", "Beratung")
    ),
    "work_change": Column(Text("How work changes", "Was sich im Alltag ändert")),
    "budget": Column(Text("Budget", "Budget"), (), Text("250000", "250.000")),
    "currency": Column(Text("Currency", "Währung"), (), _same("EUR")),
    "owner": Column(Text("Owner", "Verantwortlich"), ("responsible",)),
    "sponsor": Column(Text("Board member", "Vorstandsmitglied"), ("sponsor", "board owner", "vorstand")),
    "begins": Column(Text("Begins", "Beginn"), ("start",), Text("2027-01-01", "01.01.2027")),
    "ends": Column(Text("Ends", "Ende"), ("end",), Text("2027-12-31", "31.12.2027")),
    "pulls": Column(
        Text("Goals", "Ziele"),
        ("goal", "ziel", "contributes to"),
        Text("first_contact +3", "first_contact +3"),
    ),
    "needs": Column(
        Text("Waits for", "Braucht zuvor"),
        ("needs", "depends on"),
    ),
    "outcome": Column(
        Text("Customer outcome", "Ergebnis für die Kundschaft"),
        ("outcome",),
        Text("My question is answered at once.", "Meine Frage ist sofort beantwortet."),
    ),
    "activity": Column(Text("Activity", "Tätigkeit"), (), Text("Answering questions", "Fragen beantworten")),
    "capability": Column(Text("Capability", "Fähigkeit"), (), Text("Knowing the case", "Den Fall kennen")),
    "people": Column(
        Text("People", "Menschen"), (), Text("Agents for hard cases", "Menschen für schwierige Fälle")
    ),
    "process": Column(
        Text("Process", "Ablauf"), (), Text("Handover with context", "Übergabe mit Vorgeschichte")
    ),
    "technology": Column(Text("Technology", "Technologie"), (), Text("Chatbot", "Chatbot")),
    "people_measures": Column(
        Text("People measures", "Maßnahmen für Menschen"),
        ("people measure",),
        Text("Training of the team", "Schulung des Teams"),
    ),
    "culture_milestones": Column(
        Text("Culture milestones", "Etappenziele Kultur"),
        (),
        Text("Team trained @ 2027-03-31", "Team geschult @ 31.03.2027"),
    ),
    "technology_milestones": Column(
        Text("Technology milestones", "Etappenziele Technologie"),
        (),
        Text("Live @ 2027-06-30", "Live @ 30.06.2027"),
    ),
    "expects_metric": Column(
        Text("Expected: measure", "Erwartet: Messgröße"), (), Text("Satisfied, of 100", "Zufriedene, von 100")
    ),
    "expects_baseline": Column(Text("Expected: today", "Erwartet: heute"), (), _same("60")),
    "expects_value": Column(Text("Expected: value", "Erwartet: Wert"), (), _same("75")),
    "expects_unit": Column(Text("Expected: unit", "Erwartet: Einheit"), (), Text("of 100", "von 100")),
    "expects_by": Column(Text("Expected: by", "Erwartet: bis"), (), Text("2027-12-31", "31.12.2027")),
    "expects_who": Column(
        Text("Expected: by whom", "Erwartet: von wem"), (), Text("Board member", "Vorstand")
    ),
    "expects_claim": Column(
        Text("Expected: rests on published figure", "Erwartet: beruht auf veröffentlichter Zahl")
    ),
}
NEEDED = ("title", "kind", "aim", "units")
REPEATED = ("outcome", "activity", "capability", "people", "process", "technology")

CHOICES: dict[str, dict[str, Kind | Aim | Origin | AiMode | AiPurpose | Fate | Horizon]] = {
    name: {
        spelt_alike(word): value for value, text in words.items() for word in (value.value, text.en, text.de)
    }
    for name, words in (
        ("kind", KINDS),
        ("aim", AIMS),
        ("origin", ORIGINS),
        ("ai_mode", AI_MODES),
        ("ai_purpose", AI_PURPOSES),
        ("customer_outcome", FATES),
        ("horizon", HORIZONS),
    )
}
ALLOWED: dict[str, tuple[Text, ...]] = {
    "kind": tuple(KINDS.values()),
    "aim": tuple(AIMS.values()),
    "origin": tuple(_same(each.value) for each in ORIGINS),
    "ai_mode": tuple(_same(each.value) for each in AI_MODES),
    "ai_purpose": tuple(_same(each.value) for each in AI_PURPOSES),
    "customer_outcome": tuple(FATES.values()),
    "horizon": tuple(_same(each.value) for each in HORIZONS),
}
