"""Every record in which something about employees, or about who works with the program, is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.reports.works_council import (
    adoption,
    cards,
    change,
    decisions,
    desk,
    evidence,
    incentives,
    inside,
    language,
    leadership,
    market,
    people,
    policy,
    portfolio,
    practice,
    programme,
    quotes,
    safekeeping,
    stack,
    structure,
    voice,
    watch,
    waves,
    window,
    workshop,
)
from leitstern.app.reports.works_council.described import EVERYWHERE, Described, Words, fields_of
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import Model

AREAS: tuple[tuple[Text, Mapping[type[Model], Described]], ...] = (
    (Text(en="Waves", de="Wellen"), waves.RECORDS),
    (Text(en="Workshops", de="Workshops"), workshop.RECORDS),
    (Text(en="Beliefs, questions, agreement", de="Einschätzungen, Fragen, Vereinbarung"), inside.RECORDS),
    (Text(en="Evidence", de="Belege"), evidence.RECORDS),
    (Text(en="How the organisation is cut", de="Wie die Organisation geschnitten ist"), structure.RECORDS),
    (Text(en="What is rewarded", de="Was belohnt wird"), incentives.RECORDS),
    (
        Text(
            en="Silos, and what departments hear of customers",
            de="Silos, und was Bereiche von der Kundschaft hören",
        ),
        window.RECORDS,
    ),
    (Text(en="Contacts entered by hand", de="Von Hand erfasste Kontakte"), desk.RECORDS),
    (
        Text(
            en="What customers wrote, picked for reports",
            de="Was die Kundschaft schrieb, ausgewählt für Berichte",
        ),
        quotes.RECORDS,
    ),
    (Text(en="What teams use and send", de="Was Teams nutzen und versenden"), adoption.RECORDS),
    (Text(en="Technology", de="Technologie"), stack.RECORDS),
    (
        Text(en="What customers live with competitors", de="Was die Kundschaft bei Wettbewerbern erlebt"),
        market.RECORDS,
    ),
    (Text(en="What systems say to customers", de="Was Systeme der Kundschaft sagen"), voice.RECORDS),
    (Text(en="Goals and initiatives", de="Ziele und Initiativen"), portfolio.RECORDS),
    (Text(en="What is said about a change", de="Was zu einer Veränderung gesagt wird"), change.RECORDS),
    (Text(en="What holds and what has ended", de="Was gilt und was beendet ist"), practice.RECORDS),
    (Text(en="Contact rules", de="Kontaktregeln"), policy.RECORDS),
    (Text(en="Programme and roadmap", de="Programm und Roadmap"), programme.RECORDS),
    (Text(en="Relapse watch", de="Rückfallwarnung"), watch.RECORDS),
    (Text(en="Leadership and the decision log", de="Führung und Entscheidungsprotokoll"), leadership.RECORDS),
    (Text(en="Knowledge cards", de="Wissenskarten"), cards.RECORDS),
    (Text(en="The shared language", de="Die gemeinsame Sprache"), language.RECORDS),
    (Text(en="Decisions and data", de="Entscheidungen und Daten"), decisions.RECORDS),
    (Text(en="Backups and exports", de="Sicherungen und Exporte"), safekeeping.RECORDS),
    (Text(en="Work with the program", de="Arbeit mit dem Programm"), people.RECORDS),
)


def words(described: Described, field: str) -> Words:
    """What is said about a field. Raises KeyError for one that nobody described; a test looks for these."""
    return described.fields[field] if field in described.fields else EVERYWHERE[field]


def stored(model: type[Model], described: Described) -> list[tuple[str, Words]]:
    """Every field of a record as it is in the program now, with its words."""
    return [(field.name, words(described, field.name)) for field in fields_of(model)]
