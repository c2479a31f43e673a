"""What employer and works council agreed on: entered once agreed, never changed, and kept to by every wave from then on."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import date

from django.utils import timezone

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.findings import anew, once
from leitstern.app.inside.models import LINE, Agreement
from leitstern.core.errors import InvalidInput
from leitstern.core.inside.cells import FEWEST, FEWEST_COMMENTS
from leitstern.core.texts import Text

IN_FORCE = "agreement in force"  # asked once a request; entering another asks anew
MOST_FEWEST, MOST_COMMENTS, MOST_DAYS = 100, 200, 3_650
NEEDED = Text(
    en="Title and parties are needed, each in one line of plain text.",
    de="Titel und Parteien sind nötig, jeweils als eine Zeile einfacher Text.",
)
ONE_LINE = Text(
    en="“{field}” has to be one line of plain text, of at most {most} characters.",
    de="„{field}“ muss eine Zeile gewöhnlicher Text sein, mit höchstens {most} Zeichen.",
)
AHEAD = Text(
    en="The dates of the agreement and of the impact assessment cannot lie in the future.",
    de="Das Datum der Vereinbarung und das der Folgenabschätzung können nicht in der Zukunft liegen.",
)
FLOOR = Text(
    en="Results need at least {fewest} people (at most {most} can be agreed) and comments at least {comments} (at most "
    "{most_comments}), and never fewer than results.",
    de="Ergebnisse brauchen mindestens {fewest} Personen (vereinbaren lassen sich höchstens {most}) und Kommentare "
    "mindestens {comments} (höchstens {most_comments}), und nie weniger als Ergebnisse.",
).fill(fewest=FEWEST, comments=FEWEST_COMMENTS, most=MOST_FEWEST, most_comments=MOST_COMMENTS)
DAYS = Text(
    en="Single answers can be kept from 0 to {most} days.",
    de="Einzelne Antworten lassen sich 0 bis {most} Tage aufbewahren.",
).fill(most=MOST_DAYS)
NOTHING_KEPT = Text(en="Nothing was entered.", de="Es wurde nichts eingetragen.")
FIELDS = {
    "title": Text(en="Title", de="Titel"),
    "parties": Text(en="Parties", de="Parteien"),
    "legal_basis": Text(en="Legal basis", de="Rechtsgrundlage"),
    "works_council": Text(en="Works council", de="Betriebsrat"),
    "data_protection": Text(en="Data protection officer", de="Datenschutzbeauftragte Person"),
}


@dataclass(frozen=True, slots=True)
class Terms:
    """What was agreed. Thresholds count people; `keep_days` from the publishing of a wave on; blank is what was left open."""

    title: str
    agreed_on: date
    parties: str
    fewest: int = FEWEST
    fewest_comments: int = FEWEST_COMMENTS
    keep_days: int | None = None
    legal_basis: str = ""
    impact_assessed: date | None = None
    works_council: str = ""
    data_protection: str = ""


def agreed() -> Agreement | None:
    """The agreement that counts: the newest."""
    return once(IN_FORCE, Agreement.objects.first)


def agreements() -> list[Agreement]:
    """All of them, newest first."""
    return list(Agreement.objects.all())


def floor() -> tuple[int, int]:
    """The fewest people for results and for comments of a wave: as agreed, never below what the program permits."""
    found = agreed()
    return (found.fewest, found.fewest_comments) if found else (FEWEST, FEWEST_COMMENTS)


def terms_of(agreement: Agreement) -> Terms:
    """What it says."""
    return Terms(**{field.name: getattr(agreement, field.name) for field in fields(Terms)})


@action("enter agreement", Capability.KEEP_AGREEMENT)
def agree(actor: Actor, terms: Terms) -> Agreement:
    """Keep to these terms from now on; earlier ones stay to be read. Raises InvalidInput with all that is wrong."""
    wrong = _wrong(terms)
    if wrong:
        raise InvalidInput(
            Text(
                en=" ".join(each.en for each in (*wrong, NOTHING_KEPT)),
                de=" ".join(each.de for each in (*wrong, NOTHING_KEPT)),
            )
        )
    kept = {name: value.strip() if isinstance(value, str) else value for name, value in asdict(terms).items()}
    anew(IN_FORCE)
    return Agreement.objects.create(**kept, actor=actor.actor_id)


def _wrong(terms: Terms) -> list[Text]:
    """Everything that keeps these terms from being entered."""
    today = timezone.localdate()
    wrong = []
    if not (terms.title.strip() and terms.parties.strip()):
        wrong.append(NEEDED)
    for name, label in FIELDS.items():
        said = getattr(terms, name).strip()
        if not said.isprintable() or len(said) > LINE:
            wrong.append(ONE_LINE.fill(field=label, most=LINE))
    if any(day and day > today for day in (terms.agreed_on, terms.impact_assessed)):
        wrong.append(AHEAD)
    results, comments = terms.fewest, terms.fewest_comments
    if not (FEWEST <= results <= MOST_FEWEST and max(FEWEST_COMMENTS, results) <= comments <= MOST_COMMENTS):
        wrong.append(FLOOR)
    if terms.keep_days is not None and not 0 <= terms.keep_days <= MOST_DAYS:
        wrong.append(DAYS)
    return wrong
