"""What the pack says, section by section, in one language: read from models, roles, settings and the log as they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Count, Max
from django.utils.formats import date_format

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import CAPABILITIES, Role
from leitstern.app.common import audit
from leitstern.app.common.actors import Capability
from leitstern.app.common.models import AuditEntry
from leitstern.app.inside.queries import current_instrument
from leitstern.app.reports.works_council import wording
from leitstern.app.reports.works_council.evaluations import evaluations
from leitstern.app.reports.works_council.records import AREAS, stored
from leitstern.app.waves.models import Wave
from leitstern.app.workshop.consent import WORDING
from leitstern.app.workshop.models import MOST_SEATS
from leitstern.core.inside.beliefs import FEWEST as FEWEST_BELIEFS
from leitstern.core.inside.cells import FEWEST, FEWEST_COMMENTS
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

Cell = Text | str | int
SECONDS_A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `title` stands above it and `note` below."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the pack."""

    title: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()


class Pack:
    """The pack in one language; Django's own words (roles, capabilities, dates) are those of the active language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def sections(self) -> tuple[Section, ...]:
        """Everything, in order."""
        return (
            self._purposes(),
            Section(self._say("What is never done", "Was nie geschieht"), points=self._all(wording.NEVER)),
            self._evaluated(),
            self._anonymity(),
            self._who(),
            self._kept(),
            self._log(),
            self._law(),
            self._asked(),
            self._stored(),
        )

    def _purposes(self) -> Section:
        blank = self._table(
            ("To be filled in by the employer", "Vom Arbeitgeber auszufüllen"),
            [("What", "Was"), ("Entry", "Eintrag")],
            [(line, "") for line in wording.TO_FILL_IN],
        )
        return Section(
            self._say("Purposes", "Zwecke"),
            (wording.VOLUNTARY.to(self.language),),
            self._all(wording.PURPOSES),
            (blank,),
        )

    def _asked(self) -> Section:
        instrument = current_instrument()
        asked = self._table(
            ("Questions to staff", "Fragen an Mitarbeitende"),
            [("Dimension", "Dimension"), ("Questions", "Fragen")],
            (
                (
                    dimension.name,
                    " · ".join(item.text.to(self.language) for item in instrument.items_of(dimension.slug)),
                )
                for dimension in instrument.dimensions
            ),
        )
        waves = self._table(
            ("Waves so far", "Wellen bisher"),
            [
                ("Wave", "Welle"),
                ("State", "Stand"),
                ("Questions", "Fragen"),
                ("Until", "Bis"),
                ("Fewest people", "Wenigste Personen"),
                ("for comments", "für Kommentare"),
            ],
            (
                (
                    wave.name,
                    str(wave.get_state_display()),
                    f"{wave.instrument.slug} {wave.instrument.version}",
                    _day(wave.closes),
                    wave.fewest,
                    wave.fewest_comments,
                )
                for wave in Wave.objects.select_related("instrument")
            ),
        )
        scale = instrument.scale
        told = Text(
            en="Now asked: {name}, version {version} ({licence}), on a scale from {low} ({low_label}) to {high} ({high_label}).",
            de="Jetzt gefragt: {name}, Version {version} ({licence}), auf einer Skala von {low} ({low_label}) bis {high} ({high_label}).",
        ).fill(
            name=instrument.name,
            version=instrument.version,
            licence=instrument.licence.name,
            low=scale.low,
            low_label=scale.low_label,
            high=scale.high,
            high_label=scale.high_label,
        )
        return Section(
            self._say("What is asked", "Was gefragt wird"), (told.to(self.language),), tables=(waves, asked)
        )

    def _stored(self) -> Section:
        tables = [
            Table(
                f"{area.to(self.language)}: {described.name.to(self.language)}",
                (
                    self._say("Field", "Feld"),
                    self._say("What it holds", "Was darin steht"),
                    self._say("About", "Über"),
                ),
                tuple(
                    (name, words.text.to(self.language), words.about.value.to(self.language))
                    for name, words in stored(model, described)
                ),
                f"{self._say('Kept', 'Aufbewahrt')}: {described.kept.to(self.language)}.",
            )
            for area, records in AREAS
            for model, described in records.items()
        ]
        told = self._say(
            "Every field of every record in which something about employees, or about who works with the program, is stored.",
            "Jedes Feld jedes Datensatzes, in dem etwas über Mitarbeitende oder über Menschen steht, die mit dem Programm arbeiten.",
        )
        return Section(self._say("What is stored", "Was gespeichert wird"), (told,), tables=tuple(tables))

    def _who(self) -> Section:
        people = dict(
            Person.objects.filter(is_active=True)
            .values_list("role")
            .annotate(n=Count("id"))
            .values_list("role", "n")
        )
        roles = self._table(
            ("Roles", "Rollen"),
            [("Role", "Rolle"), ("People now", "Personen jetzt")],
            ((str(role.label), people.get(role, 0)) for role in Role),
        )
        may = self._table(
            ("Who may what", "Wer was darf"),
            [("Capability", "Berechtigung"), ("Roles", "Rollen")],
            (
                (str(one.label), ", ".join(str(role.label) for role in Role if one in CAPABILITIES[role]))
                for one in Capability
            ),
        )
        return Section(self._say("Who sees what", "Wer was sieht"), tables=(roles, may))

    def _evaluated(self) -> Section:
        table = self._table(
            ("Evaluations", "Auswertungen"),
            [
                ("What is computed", "Was berechnet wird"),
                ("Shown from", "Gezeigt ab"),
                ("Seen by", "Wer es sieht"),
            ],
            (
                (
                    each.what,
                    each.shown_from(),
                    ", ".join(str(role.label) for role in Role if each.needs in CAPABILITIES[role]),
                )
                for each in evaluations()
            ),
        )
        return Section(self._say("What is evaluated", "Was ausgewertet wird"), tables=(table,))

    def _anonymity(self) -> Section:
        filled = (
            text.fill(
                fewest=FEWEST,
                comments=FEWEST_COMMENTS,
                beliefs=FEWEST_BELIEFS,
                seats=MOST_SEATS,
                wording=WORDING,
            )
            for text in wording.SUPPRESSION
        )
        return Section(
            self._say("How small groups are protected", "Wie kleine Gruppen geschützt sind"),
            points=self._all(filled),
        )

    def _kept(self) -> Section:
        together: dict[Text, list[str]] = {}
        for _area, of in AREAS:
            for one in of.values():
                together.setdefault(one.kept, []).append(one.name.to(self.language))
        signed_in = Text(en="{days} days", de="{days} Tage").fill(
            days=settings.SESSION_COOKIE_AGE // SECONDS_A_DAY
        )
        together.setdefault(signed_in, []).append(
            self._say("Sign-in of a browser", "Anmeldung eines Browsers")
        )
        table = self._table(
            ("How long", "Wie lange"),
            [("Kept", "Aufbewahrt"), ("Records", "Datensätze")],
            ((kept, ", ".join(names)) for kept, names in together.items()),
        )
        return Section(self._say("How long it is kept", "Wie lange es bleibt"), tables=(table,))

    def _log(self) -> Section:
        whole = audit.first_broken() is None
        told = self._say(
            "Whatever somebody does is written to a log that nobody can change unnoticed: each entry holds the check sum of "
            "the one before. It holds numbers, never names, answers or contents.",
            "Was jemand tut, steht in einem Protokoll, das niemand unbemerkt ändern kann: Jeder Eintrag enthält die "
            "Prüfsumme des vorigen. Es enthält Nummern, nie Namen, Antworten oder Inhalte.",
        )
        state = (
            self._say("The chain is whole.", "Die Kette ist ganz.")
            if whole
            else self._say("The chain is broken.", "Die Kette ist unterbrochen.")
        )
        entries = (
            AuditEntry.objects.order_by()
            .values("verb")
            .annotate(n=Count("id"), last=Max("at"))
            .order_by("verb")
        )
        table = self._table(
            ("What was logged", "Was protokolliert wurde"),
            [("Deed", "Vorgang"), ("Entries", "Einträge"), ("Last", "Zuletzt")],
            ((each["verb"], each["n"], _day(each["last"])) for each in entries),
        )
        return Section(self._say("Log", "Protokoll"), (told, state), tables=(table,))

    def _law(self) -> Section:
        table = self._table(
            ("Sources", "Quellen"),
            [("Source", "Quelle"), ("What the program does because of it", "Was das Programm deshalb tut")],
            wording.NOTES,
        )
        return Section(
            self._say("Notes on the law", "Notizen zum Recht"),
            (wording.NO_ADVICE.to(self.language),),
            tables=(table,),
        )

    def _table(
        self, title: tuple[str, str], header: Sequence[tuple[str, str]], rows: Iterable[Sequence[Cell]]
    ) -> Table:
        return Table(
            self._say(*title),
            tuple(self._say(*heading) for heading in header),
            tuple(tuple(self._cell(cell) for cell in row) for row in rows),
        )

    def _cell(self, cell: Cell) -> str:
        return cell.to(self.language) if isinstance(cell, Text) else str(cell)

    def _all(self, texts: Iterable[Text]) -> tuple[str, ...]:
        return tuple(text.to(self.language) for text in texts)

    def _say(self, en: str, de: str) -> str:
        return Text(en=en, de=de).to(self.language)


def _day(day: datetime | object) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")  # type: ignore[arg-type]
