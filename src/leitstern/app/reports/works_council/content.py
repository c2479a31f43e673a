"""What the pack says, section by section: read from models, roles, settings, agreement and log as they are."""

from __future__ import annotations

from leitstern.app.accounts.roles import CAPABILITIES, Role
from leitstern.app.inside.agreements import agreed, floor
from leitstern.app.reports.works_council import data, questions, users, wording
from leitstern.app.reports.works_council.agreement import terms_table
from leitstern.app.reports.works_council.evaluations import evaluations
from leitstern.app.reports.works_council.law import LEGAL
from leitstern.app.reports.works_council.setting import Section, Writer
from leitstern.app.workshop.consent import WORDING
from leitstern.app.workshop.models import MOST_SEATS
from leitstern.core.inside.beliefs import FEWEST as FEWEST_BELIEFS


def sections(language: str) -> tuple[Section, ...]:
    """Everything, in order."""
    write = Writer(language)
    return (
        _purposes(write),
        _agreed(write),
        Section(write.say("What is never done", "Was nie geschieht"), points=write.all(wording.NEVER)),
        _evaluated(write),
        _anonymity(write),
        users.who(write),
        users.watched(write),
        users.log(write),
        Section(
            write.say("What can be taken along", "Was sich mitnehmen lässt"),
            points=write.all(wording.EXPORTS),
        ),
        data.kept(write),
        _law(write),
        questions.asked(write),
        data.stored_records(write),
    )


def _purposes(write: Writer) -> Section:
    return Section(
        write.say("Purposes", "Zwecke"),
        write.all(wording.VOLUNTARY),
        write.all(wording.PURPOSES),
    )


def _agreed(write: Writer) -> Section:
    found = agreed()
    table = write.table(
        ("Agreement", "Vereinbarung"), [("What", "Was"), ("Entry", "Eintrag")], terms_table(found)
    )
    told = wording.AGREED if found else wording.NOT_AGREED
    return Section(
        write.say("What was agreed", "Was vereinbart ist"), (told.to(write.language),), tables=(table,)
    )


def _evaluated(write: Writer) -> Section:
    table = write.table(
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
        wording.ON_PAPER,
    )
    return Section(
        write.say("What is evaluated", "Was ausgewertet wird"),
        (wording.NOT_SEEN_LEDE.to(write.language),),
        write.all(wording.NOT_SEEN),
        (table,),
    )


def _anonymity(write: Writer) -> Section:
    fewest, comments = floor()
    filled = (
        text.fill(fewest=fewest, comments=comments, beliefs=FEWEST_BELIEFS, seats=MOST_SEATS, wording=WORDING)
        for text in wording.SUPPRESSION
    )
    return Section(
        write.say("How small groups are protected", "Wie kleine Gruppen geschützt sind"),
        points=write.all(filled),
    )


def _law(write: Writer) -> Section:
    table = write.table(
        ("Sources", "Quellen"),
        [("Source", "Quelle"), ("What the program does because of it", "Was das Programm deshalb tut")],
        LEGAL,
    )
    return Section(
        write.say("Legal bases", "Rechtsgrundlagen"), (wording.NO_ADVICE.to(write.language),), tables=(table,)
    )
