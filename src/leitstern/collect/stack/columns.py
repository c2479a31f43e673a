"""Columns of our own tables of technology, and the cells in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leitstern.collect import amounts
from leitstern.collect.kpi_columns import Cells, Column, unknown
from leitstern.collect.problems import closest
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from leitstern.core.company.money import Money

SLUG = Column(Text("Short name", "Kurzname"), ("short name", "slug", "id", "kurzname"))
APPLICATION = Column(Text("Application", "Anwendung"), ("application", "app", "name", "system", "anwendung"))
CATEGORY = Column(Text("Category", "Art"), ("category", "kind", "art", "kategorie"))
LIFECYCLE = Column(Text("Lifecycle", "Lebensphase"), ("lifecycle", "lebensphase", "phase"))
UNITS = Column(Text("Departments", "Bereiche"), ("departments", "units", "bereiche", "bereich", "department"))
OWNER = Column(Text("Owner", "Verantwortlich"), ("owner", "responsible", "verantwortlich"))
IT_OWNER = Column(Text("IT owner", "Verantwortlich in der IT"), ("it owner", "verantwortlich in der it"))
VENDOR = Column(Text("Vendor", "Anbieter"), ("vendor", "provider", "anbieter", "hersteller"))
COST = Column(Text("Cost per year", "Kosten im Jahr"), ("cost per year", "cost", "kosten im jahr", "kosten"))
CURRENCY = Column(Text("Currency", "Währung"), ("currency", "währung"))
ACQUIRED = Column(Text("Acquired", "Angeschafft"), ("acquired", "bought", "angeschafft", "beschafft"))
LIVE_SINCE = Column(Text("Live since", "Im Einsatz seit"), ("live since", "go-live", "im einsatz seit"))
NOTE = Column(Text("Note", "Notiz"), ("note", "description", "notiz", "beschreibung"))
CAPABILITY = Column(Text("Capability", "Fähigkeit"), ("capability", "name", "fähigkeit"))
OUTCOME = Column(
    Text("Customer outcome", "Ergebnis für die Kundschaft"),
    ("customer outcome", "outcome", "ergebnis für die kundschaft"),
)
TOUCHPOINTS = Column(Text("Touchpoints", "Kontaktpunkte"), ("touchpoints", "touchpoint", "kontaktpunkte"))
APPLICATIONS = Column(Text("Applications", "Anwendungen"), ("applications", "anwendungen"))
PEOPLE = Column(Text("People", "Menschen"), ("people", "menschen"))
PROCESS = Column(Text("Processes", "Abläufe"), ("processes", "process", "abläufe", "ablauf"))
TECHNOLOGY = Column(Text("Technology", "Technologie"), ("technology", "technologie"))
GAP = Column(Text("Gap", "Lücke"), ("gap", "lücke"))
GAP_AT = Column(
    Text("Gap in application", "Lücke in Anwendung"), ("gap in application", "lücke in anwendung")
)
CRITICAL = Column(Text("Critical", "Kritisch"), ("critical", "kritisch"))
REMEDY = Column(Text("Closed by", "Schließbar durch"), ("closed by", "remedy", "schließbar durch"))
CONTRACT = Column(
    Text("Connection settled", "Anbindung geregelt"), ("connection settled", "anbindung geregelt")
)
DATA = Column(Text("Data object", "Datenobjekt"), ("data object", "data", "name", "datenobjekt"))
LEADING = Column(
    Text("Leading source", "Führende Quelle"), ("leading source", "golden source", "führende quelle")
)
KEPT_IN = Column(Text("Kept in", "Gespeichert in"), ("kept in", "gespeichert in"))
PURPOSE = Column(Text("Purpose", "Zweck"), ("purpose", "zweck"))
USED = Column(Text("Last used", "Zuletzt genutzt"), ("last used", "zuletzt genutzt"))
SOURCE = Column(Text("From", "Von"), ("from", "source", "von", "quelle"))
TARGET = Column(Text("To", "Nach"), ("to", "target", "nach", "ziel"))
WAY = Column(Text("How", "Wie"), ("how", "state", "wie", "zustand"))
OBJECTS = Column(Text("Data", "Daten"), ("data", "data objects", "daten", "datenobjekte"))
QUESTION = Column(Text("Question", "Frage"), ("question", "frage"))
VIEW = Column(Text("View", "Sicht"), ("view", "sicht"))
UNIT = Column(Text("Department", "Bereich"), ("department", "unit", "bereich"))
DAY = Column(Text("Day", "Tag"), ("day", "date", "tag", "datum"))
COUNTS = tuple(
    Column(Text(f"Answers {at}", f"Antworten {at}"), (f"answers {at}", f"antworten {at}", str(at)))
    for at in range(1, 6)
)

NO_NAME = Text(
    en="A name of at most {most} signs is needed, with letters or digits.",
    de="Es braucht einen Namen von höchstens {most} Zeichen, mit Buchstaben oder Ziffern.",
)
NO_CURRENCY = Text(
    en="A cost needs its currency, three letters such as EUR.",
    de="Kosten brauchen ihre Währung, drei Buchstaben wie EUR.",
)
NEGATIVE = Text(en="A cost is not negative.", de="Kosten sind nicht negativ.")
TWICE = Text(en="This stands in line {line} already.", de="Das steht schon in Zeile {line}.")
NOTHING = Text(en="There is nothing in this file.", de="In dieser Datei steht nichts.")
NO_COUNT = Text(
    en="Here stands how many people gave this answer, a whole number.",
    de="Hier steht, wie viele Personen so geantwortet haben, eine ganze Zahl.",
)
LONGEST_NAME = 160


class Reading(Cells):
    """A table of technology being read."""

    def listed(self, cells: tuple[str, ...], column: Column) -> Iterator[str]:
        """What stands between semicolons."""
        return (part for each in re.split(r"[;\n]", self.text(cells, column)) if (part := each.strip()))

    def named(self, line: str, cells: tuple[str, ...], column: Column) -> str:
        """A name; empty and a mistake where there is none."""
        given = self.text(cells, column)
        if not any(sign.isalnum() for sign in given) or len(given) > LONGEST_NAME:
            self.wrong(line, column.title, NO_NAME.fill(most=LONGEST_NAME))
            return ""
        return given

    def choice[T](
        self, line: str, cells: tuple[str, ...], column: Column, known: Mapping[T, Text]
    ) -> T | None:
        """One of the fixed words; None for an empty cell."""
        given = self.text(cells, column)
        return self.one_of(line, column, given, known) if given else None

    def one(
        self, line: str, column: Column, given: str, slugs: Mapping[str, str], shown: Collection[Text]
    ) -> str:
        """The short name of something known, by its spelling; empty and a mistake where there is none."""
        if found := slugs.get(spelt_alike(given)):
            return found
        meant = closest(given[: amounts.SHOWN], tuple(slugs))
        self.wrong(line, column.title, unknown(given), tuple(shown), slugs.get(meant, "") if meant else "")
        return ""

    def yes(self, line: str, cells: tuple[str, ...], column: Column) -> bool:
        """Yes or no; an empty cell means no."""
        given = self.text(cells, column).casefold()
        if given not in amounts.YES | amounts.NO:
            self.wrong(line, column.title, unknown(given), amounts.YES_OR_NO)
        return given in amounts.YES

    def money(self, line: str, cells: tuple[str, ...]) -> Money | None:
        """The cost per year; None for an empty cell."""
        return cost_of(self, line, cells, (COST, CURRENCY)) if self.text(cells, COST) else None


def cost_of(cells: Cells, line: str, values: tuple[str, ...], at: tuple[Column, Column]) -> Money | None:
    """A cost `at` the columns of its amount and its currency; None and a mistake where there is none."""
    cost, currency = at
    code = cells.text(values, currency).upper()
    if not amounts.is_currency(code):
        cells.wrong(line, currency.title, NO_CURRENCY)
        return None
    found = amounts.amount(cells.text(values, cost), code)
    if isinstance(found, Text):
        cells.wrong(line, cost.title, found)
        return None
    if found.minor < 0:
        cells.wrong(line, cost.title, NEGATIVE)
    return found
