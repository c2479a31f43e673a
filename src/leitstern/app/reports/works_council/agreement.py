"""What was agreed, as lines to read: the same on the page, in the pack and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format

from leitstern.app.waves.models import KEEP_DAYS
from leitstern.core.inside.cells import FEWEST, FEWEST_COMMENTS
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.app.inside.models import Agreement

PEOPLE = Text(en="{n} people", de="{n} Personen")
DAYS = Text(en="{n} days after a wave is published", de="{n} Tage nach Veröffentlichung einer Welle")
OPEN = Text(en="not entered", de="nicht eingetragen")
UNAGREED = Text(en="{n} people: the program's own", de="{n} Personen: die des Programms")
UNAGREED_DAYS = Text(
    en="{n} days after a wave is published: the program's own",
    de="{n} Tage nach Veröffentlichung einer Welle: die des Programms",
).fill(n=KEEP_DAYS)
LABELS = {
    "title": Text(en="Works agreement", de="Betriebsvereinbarung"),
    "agreed_on": Text(en="Agreed on", de="Abgeschlossen am"),
    "parties": Text(en="Parties", de="Parteien"),
    "fewest": Text(en="Results of waves from", de="Ergebnisse von Wellen ab"),
    "fewest_comments": Text(en="Comments from", de="Kommentare ab"),
    "keep_days": Text(en="Single answers are deleted", de="Einzelne Antworten werden gelöscht"),
    "legal_basis": Text(en="Legal basis (Art. 6 GDPR)", de="Rechtsgrundlage (Art. 6 DSGVO)"),
    "impact_assessed": Text(
        en="Data protection impact assessment (Art. 35 GDPR) of",
        de="Datenschutz-Folgenabschätzung (Art. 35 DSGVO) vom",
    ),
    "works_council": Text(en="Works council: whom to ask", de="Betriebsrat: wen man fragt"),
    "data_protection": Text(en="Data protection officer", de="Datenschutzbeauftragte Person"),
}


def terms_table(agreement: Agreement | None) -> list[tuple[Text, Text]]:
    """Label and entry of each term, in the active language's dates; without an agreement, what holds without one."""
    if agreement is None:
        held = {
            "fewest": UNAGREED.fill(n=FEWEST),
            "fewest_comments": UNAGREED.fill(n=FEWEST_COMMENTS),
            "keep_days": UNAGREED_DAYS,
        }
        return [(label, held.get(name, OPEN)) for name, label in LABELS.items()]
    said = {
        "agreed_on": _day(agreement.agreed_on),
        "fewest": PEOPLE.fill(n=agreement.fewest),
        "fewest_comments": PEOPLE.fill(n=agreement.fewest_comments),
        "keep_days": UNAGREED_DAYS if agreement.keep_days is None else DAYS.fill(n=agreement.keep_days),
        "impact_assessed": _day(agreement.impact_assessed),
    }
    return [(label, said.get(name) or _same(getattr(agreement, name))) for name, label in LABELS.items()]


def _day(day: date | None) -> Text:
    return _same(date_format(day, "SHORT_DATE_FORMAT")) if day else OPEN


def _same(entry: str) -> Text:
    """What somebody typed, in whatever language."""
    return Text(en=entry, de=entry) if entry else OPEN
