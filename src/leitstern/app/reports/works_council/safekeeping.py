"""Fields of backups and of archives in open formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.reports.works_council.described import Described, nobody
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.app.safekeeping.models import Backup, Taken
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.db.models import Model

RECORDS: dict[type[Model], Described] = {
    Backup: Described(
        Text(en="Backup", de="Sicherung"),
        FOR_GOOD,
        {
            "place": nobody("where it lies", "wo sie liegt"),
            "size": nobody("how large it is", "wie groß sie ist"),
            "rows": nobody("how many rows it holds", "wie viele Zeilen sie enthält"),
            "checked": nobody("when it was read again", "wann sie zuletzt gelesen wurde"),
            "tried": nobody("when it was restored for trial", "wann sie auf Probe zurückgespielt wurde"),
            "problem": nobody("what was wrong then", "was dabei nicht stimmte"),
            "removed": nobody("when it was deleted", "wann sie gelöscht wurde"),
        },
    ),
    Taken: Described(
        Text(en="Everything in open formats", de="Alles in offenen Formaten"),
        Text(
            en="the archive one week, the entry for good", de="das Archiv eine Woche, der Eintrag auf Dauer"
        ),
        {
            "token": nobody("its name in the home folder", "sein Name im Ordner der Installation"),
            "with_csv": nobody("whether it holds CSV, too", "ob es auch CSV enthält"),
            "size": nobody("how large it is", "wie groß es ist"),
            "rows": nobody("how many rows each file holds", "wie viele Zeilen jede Datei enthält"),
            "expires": nobody("when it is deleted", "wann es gelöscht wird"),
            "removed": nobody("when it was deleted", "wann es gelöscht wurde"),
        },
    ),
}
