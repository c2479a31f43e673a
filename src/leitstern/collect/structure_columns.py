"""Columns of tables of the organisation register, and cells only they have: names, yes or no, days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.collect.amounts import SHOWN
from leitstern.collect.kpi_columns import Cells, Column, unknown
from leitstern.collect.problems import closest
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

UNIT = Column(Text(en="Unit", de="Bereich"), ("unit", "department", "bereich", "abteilung", "einheit"))
PART_OF = Column(Text(en="Part of", de="Teil von"), ("part of", "parent", "teil von", "gehört zu"))
NEW = Column(Text(en="New", de="Neu"), ("new", "neu"))
BACK_OFFICE = Column(Text(en="Back office", de="Backoffice"), ("back office", "backoffice", "back-office"))
CUT = Column(Text(en="Cut", de="Zuschnitt"), ("cut", "kind", "zuschnitt", "art"))
PEOPLE = Column(Text(en="People", de="Personen"), ("people", "headcount", "size", "personen", "köpfe"))
EXPERIENCE = Column(
    Text(en="For experience", de="Für Kundenerlebnis"), ("for experience", "für kundenerlebnis")
)
LEAD = Column(Text(en="Led by", de="Geleitet von"), ("led by", "lead", "geleitet von", "leitung"))
ROLE = Column(Text(en="Role", de="Rolle"), ("role", "rolle", "funktion"))
AMBASSADOR = Column(
    Text(en="Ambassador", de="Kundenbotschafter"), ("ambassador", "kundenbotschafter", "botschafter")
)
GIVER = Column(Text(en="From", de="Von"), ("from", "giver", "von"))
RECEIVER = Column(Text(en="To", de="An"), ("to", "receiver", "an"))
WHAT = Column(Text(en="What", de="Was"), ("what", "was", "übergabe"))
TOUCHPOINT = Column(Text(en="Touchpoint", de="Kontaktpunkt"), ("touchpoint", "kontaktpunkt"))
SIDE = Column(Text(en="Who says so", de="Wer es sagt"), ("who says so", "side", "wer es sagt", "seite"))
DEFINED = Column(Text(en="Defined", de="Festgelegt"), ("defined", "festgelegt"))
ACCEPTED = Column(Text(en="Accepted", de="Akzeptiert"), ("accepted", "akzeptiert"))
LIVED = Column(Text(en="Lived", de="Gelebt"), ("lived", "gelebt"))
EVIDENCE = Column(Text(en="Shown by", de="Beleg"), ("shown by", "evidence", "beleg"))
DAY = Column(Text(en="Day", de="Tag"), ("day", "date", "tag", "datum"))
PLACE = Column(Text(en="Kind", de="Art"), ("kind", "art"))
WORK = Column(Text(en="Work", de="Aufgabe"), ("work", "process", "aufgabe", "prozess"))
CUSTOMER = Column(Text(en="For customers", de="Für die Kundschaft"), ("for customers", "für die kundschaft"))
TOUCHPOINTS = Column(Text(en="Touchpoints", de="Kontaktpunkte"), ("touchpoints", "kontaktpunkte"))
PHASE = Column(Text(en="When", de="Wann"), ("when", "phase", "wann"))
LETTER = Column(Text(en="Part", de="Anteil"), ("part", "raci", "letter", "anteil"))
SKILL = Column(Text(en="Skill", de="Kompetenz"), ("skill", "fähigkeit", "kompetenz"))
NEEDED = Column(Text(en="Needed", de="Gebraucht"), ("needed", "demand", "gebraucht", "bedarf"))
THERE = Column(Text(en="There", de="Vorhanden"), ("there", "supply", "vorhanden"))
PLAN = Column(Text(en="Plan", de="Plan"), ("plan",))
UNTIL = Column(Text(en="Until", de="Bis"), ("until", "bis"))
OPEN = Column(
    Text(en="Open positions", de="Offene Stellen"), ("open positions", "open", "offene stellen", "offen")
)
ASKED = Column(Text(en="Asked", de="Gefragt"), ("asked", "gefragt", "befragt"))
THING = Column(Text(en="Kind", de="Art"), ("kind", "art"))
NAME = Column(Text(en="Name", de="Name"), ("name",))
ENDED = Column(Text(en="Ended", de="Beendet"), ("ended", "beendet", "ende"))
INSTEAD = Column(Text(en="Instead", de="Stattdessen"), ("instead", "stattdessen"))
MONTH = Column(Text(en="Month", de="Monat"), ("month", "monat"))
TIMES = Column(Text(en="Times", de="Anzahl"), ("times", "uses", "anzahl", "nutzungen"))

YES_NO = {True: Text(en="yes", de="ja"), False: Text(en="no", de="nein")}


class Names:
    """What the register knows, by short name or by what it is called in either language."""

    def __init__(self, where: Column, names: Mapping[str, Text]) -> None:
        self._where, self._names = where, names
        self._by_spelling = {spelt_alike(name.en): slug for slug, name in names.items()}
        self._by_spelling |= {spelt_alike(name.de): slug for slug, name in names.items()}
        self._by_spelling |= {spelt_alike(slug): slug for slug in names}

    def called(self, given: str) -> str | None:
        """The short name of what somebody means."""
        return self._by_spelling.get(spelt_alike(given))

    def read(self, cells: Cells, line: str, given: str, where: Column | None = None) -> str:
        """The same; nothing and a mistake where there is no such thing."""
        found = self.called(given)
        if found is None:
            near = (
                self._by_spelling.get(closest(given[:SHOWN], tuple(self._by_spelling)), "") if given else ""
            )
            meant = self._names[near] if near else ""
            cells.wrong(line, (where or self._where).title, unknown(given), self._names.values(), meant)
        return found or ""


def yes_no(cells: Cells, line: str, where: Column, given: str) -> bool | None:
    """Yes, no, or nothing said."""
    return cells.one_of(line, where, given, YES_NO) if given else None
