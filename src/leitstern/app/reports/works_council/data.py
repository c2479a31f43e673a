"""What is stored, field by field, and how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from leitstern.app.inside.agreements import agreed
from leitstern.app.reports.works_council import wording
from leitstern.app.reports.works_council.records import AREAS, stored
from leitstern.app.reports.works_council.setting import Section, Table
from leitstern.app.waves.keeping import longest
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.reports.works_council.setting import Writer

SECONDS_A_DAY = 86_400
DAYS = Text(en="{days} days", de="{days} Tage")


def stored_records(write: Writer) -> Section:
    """Every field of every record about people."""
    tables = [
        Table(
            f"{area.to(write.language)}: {described.name.to(write.language)}",
            (
                write.say("Field", "Feld"),
                write.say("What it holds", "Was darin steht"),
                write.say("Says something about", "Sagt etwas über"),
            ),
            tuple(
                (name, words.text.to(write.language), words.about.value.to(write.language))
                for name, words in stored(model, described)
            ),
            f"{write.say('Kept', 'Aufbewahrt')}: {described.kept.to(write.language)}.",
        )
        for area, records in AREAS
        for model, described in records.items()
    ]
    return Section(
        write.say("What is stored", "Was gespeichert wird"), write.all(wording.STORED), tables=tuple(tables)
    )


def kept(write: Writer) -> Section:
    """Periods, and which records each holds for."""
    together: dict[Text, list[str]] = {}
    for _area, of in AREAS:
        for one in of.values():
            together.setdefault(one.kept, []).append(one.name.to(write.language))
    signed_in = DAYS.fill(days=settings.SESSION_COOKIE_AGE // SECONDS_A_DAY)
    together.setdefault(signed_in, []).append(write.say("Sign-in of a browser", "Anmeldung eines Browsers"))
    table = write.table(
        ("Periods", "Fristen"),
        [("Kept", "Aufbewahrt"), ("Records", "Datensätze")],
        ((period, ", ".join(names)) for period, names in together.items()),
    )
    found = agreed()
    as_agreed = wording.AS_AGREED if found and found.keep_days is not None else Text(en="", de="")
    told = (wording.FORGOTTEN.fill(days=longest(), agreed=as_agreed), wording.DELETED)
    return Section(write.say("How long it is kept", "Wie lange es bleibt"), write.all(told), tables=(table,))
