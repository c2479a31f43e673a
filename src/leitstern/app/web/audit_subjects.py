"""Which thing an entry of the audit log is about, and what more it keeps: in words, with a way there if one may go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.actors import Capability
from leitstern.app.outside.forms import Purpose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrPromise

PURPOSES = {
    **dict(Purpose.choices),
    "guess": _("So that a room that has guessed sees what is behind the numbers"),
}
DETAILS = {
    "quarantined": _("Erased from quarantine, too"),
    "erased_again": _("Customers erased once more"),
    "files": _("Files"),
    "csv": _("As CSV, too"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of thing is called, and the page that shows one, if there is one and who may see it.

    `one` is false where one page shows all of a kind.
    """

    name: str | _StrPromise
    page: str = ""
    needs: Capability | None = None
    one: bool = True


KINDS = {
    "safekeeping.backup": Kind(_("Backup"), "safekeeping:overview", Capability.LOOK_AFTER, one=False),
    "safekeeping.taken": Kind(_("Export"), "safekeeping:overview", Capability.LOOK_AFTER, one=False),
    "common.job": Kind(_("Long work"), "operations:overview", Capability.SEE_IMPORTS, one=False),
    "entity": Kind(_("Customer"), "outside:customer", Capability.SEE_CUSTOMERS),
    "accounts.person": Kind(_("Person"), "accounts:people", Capability.MANAGE_PEOPLE, one=False),
    "accounts.apikey": Kind(_("Key")),
    "adoption.team": Kind(_("Team"), "adoption:teams", Capability.SEE_INSIDE, one=False),
    "adoption.watched": Kind(
        _("Use of an application"), "adoption:overview", Capability.SEE_INSIDE, one=False
    ),
    "adoption.step": Kind(_("Point of a rollout"), "adoption:overview", Capability.SEE_INSIDE, one=False),
    "adoption.feed": Kind(_("File of use or campaigns"), "adoption:files", Capability.SEE_INSIDE, one=False),
    "adoption.rules": Kind(_("Rules for metadata"), "adoption:rules", Capability.SEE_INSIDE, one=False),
    "adoption.spelling": Kind(_("Accepted spelling"), "adoption:campaigns", Capability.SEE_INSIDE, one=False),
    "bridge.causesaid": Kind(_("Cause of a gap"), "bridge:measures", Capability.SEE_GAP, one=False),
    "bridge.measure": Kind(_("Measure"), "bridge:measure", Capability.SEE_GAP),
    "cards.card": Kind(_("Knowledge card"), "cards:card", Capability.SEE_INSIDE),
    "cards.source": Kind(_("Source of a card"), "cards:overview", Capability.SEE_INSIDE, one=False),
    "cards.ruling": Kind(_("Ruling on a card"), "cards:overview", Capability.SEE_INSIDE, one=False),
    "change.brief": Kind(_("Brief"), "change:overview", Capability.SEE_INSIDE, one=False),
    "change.version": Kind(_("Version of a brief"), "change:print", Capability.SEE_INSIDE),
    "change.handedout": Kind(_("Copies of a brief"), "change:overview", Capability.SEE_INSIDE, one=False),
    "change.message": Kind(
        _("Entry of the communication calendar"), "change:calendar", Capability.SEE_INSIDE, one=False
    ),
    "change.pulse": Kind(_("Pulse"), "change:pulse", Capability.SEE_INSIDE, one=False),
    "change.shaping": Kind(_("Co-design workshop"), "change:shaping", Capability.SEE_INSIDE),
    "change.consequence": Kind(
        _("What came of a co-design workshop"), "change:shapings", Capability.SEE_INSIDE, one=False
    ),
    "desk.entry": Kind(_("Contact entered"), "desk:entry", Capability.ENTER_CONTACTS),
    "company.taxonomyversion": Kind(_("Taxonomy"), "taxonomy:version", Capability.SEE_GAP),
    "evidence.assessment": Kind(
        _("Independent assessment"), "evidence:overview", Capability.SEE_INSIDE, one=False
    ),
    "evidence.claim": Kind(_("Claimed level"), "evidence:overview", Capability.SEE_INSIDE, one=False),
    "evidence.proof": Kind(_("Proof"), "evidence:overview", Capability.SEE_INSIDE, one=False),
    "evidence.review": Kind(_("Review"), "evidence:overview", Capability.SEE_INSIDE, one=False),
    "stack.decision": Kind(_("Decision about technology"), "stack:roadmap", Capability.SEE_INSIDE, one=False),
    "stack.edition": Kind(_("Wording in the inventory"), "stack:overview", Capability.SEE_INSIDE, one=False),
    "stack.import": Kind(_("File of technology"), "stack:file", Capability.SEE_INSIDE),
    "stack.item": Kind(_("Thing in the inventory"), "stack:overview", Capability.SEE_INSIDE, one=False),
    "stack.rating": Kind(
        _("Rating of an application"), "stack:applications", Capability.SEE_INSIDE, one=False
    ),
    "incentives.batch": Kind(_("File of values"), "incentives:files", Capability.SEE_INSIDE, one=False),
    "incentives.boundary": Kind(
        _("Boundary towards customers"), "incentives:files", Capability.SEE_INSIDE, one=False
    ),
    "incentives.boundarycount": Kind(
        _("Cases beyond a boundary"), "incentives:files", Capability.SEE_INSIDE, one=False
    ),
    "incentives.target": Kind(_("Target of rewards"), "incentives:target", Capability.SEE_INSIDE, one=False),
    "incentives.figure": Kind(_("Key figure"), "incentives:figures", Capability.SEE_INSIDE, one=False),
    "incentives.link": Kind(_("Push at a lever"), "incentives:figures", Capability.SEE_INSIDE, one=False),
    "incentives.priority": Kind(
        _("Rule of what goes first"), "incentives:conflicts", Capability.SEE_INSIDE, one=False
    ),
    "incentives.rule": Kind(
        _("Rule of what is taken out"), "incentives:files", Capability.SEE_INSIDE, one=False
    ),
    "incentives.verdict": Kind(
        _("Verdict on a conflict"), "incentives:conflicts", Capability.SEE_INSIDE, one=False
    ),
    "inside.agreement": Kind(_("Agreement"), "reports:works-council", Capability.SEE_INSIDE, one=False),
    "inside.beliefcollection": Kind(_("Beliefs"), "inside:beliefs", Capability.SEE_GAP, one=False),
    "inside.instrumentversion": Kind(_("Instrument"), "inside:instrument", Capability.SEE_INSIDE),
    "maps.notedpain": Kind(_("What hurts customers"), "maps:overview", Capability.SEE_OUTSIDE, one=False),
    "intake.inbox": Kind(_("Inbox"), "intake:imports", Capability.SEE_IMPORTS, one=False),
    "intake.snapshot": Kind(_("State of the data"), "intake:imports", Capability.SEE_IMPORTS, one=False),
    "intake.import": Kind(_("Import"), "intake:import", Capability.SEE_IMPORTS),
    "leadership.act": Kind(_("Act of leaders"), "leadership:acts", Capability.SEE_INSIDE, one=False),
    "leadership.batch": Kind(
        _("File of acts or agendas"), "leadership:files", Capability.SEE_INSIDE, one=False
    ),
    "leadership.capacity": Kind(_("Declared hours"), "leadership:hours", Capability.SEE_INSIDE, one=False),
    "leadership.commitment": Kind(
        _("What takes hours"), "leadership:hours", Capability.SEE_INSIDE, one=False
    ),
    "leadership.decision": Kind(_("Decision"), "leadership:decision", Capability.SEE_INSIDE),
    "leadership.meeting": Kind(_("Agenda"), "leadership:minutes", Capability.SEE_INSIDE, one=False),
    "leadership.proof": Kind(
        _("Evidence on the table"), "leadership:decisions", Capability.SEE_INSIDE, one=False
    ),
    "leadership.review": Kind(
        _("Look at a decision"), "leadership:decisions", Capability.SEE_INSIDE, one=False
    ),
    "leadership.vote": Kind(_("Vote of leaders"), "leadership:agreement", Capability.SEE_INSIDE, one=False),
    "placement.assumptionchange": Kind(
        _("Assumption"), "placement:assumptions", Capability.SEE_INSIDE, one=False
    ),
    "answers.pick": Kind(_("Picked quote"), "answers:quotes", Capability.SEE_OUTSIDE, one=False),
    "window.subscription": Kind(_("Weekly letter"), "window:overview", Capability.SEE_GAP, one=False),
    "silo.tiecount": Kind(_("Count of ties"), "silo:count", Capability.SEE_INSIDE),
    "silo.assignment": Kind(
        _("Departments and functions"), "silo:functions", Capability.SEE_INSIDE, one=False
    ),
    "practice.batch": Kind(_("Counts"), "practice:counts", Capability.SEE_INSIDE, one=False),
    "practice.retrospective": Kind(_("Retrospective"), "practice:retrospective", Capability.SEE_INSIDE),
    "practice.agreement": Kind(
        _("Agreement of a retrospective"), "practice:retrospectives", Capability.SEE_INSIDE, one=False
    ),
    "practice.news": Kind(
        _("What became of an agreement"), "practice:retrospectives", Capability.SEE_INSIDE, one=False
    ),
    "practice.ending": Kind(_("End of a pilot"), "practice:pilots", Capability.SEE_INSIDE, one=False),
    "practice.exemption": Kind(_("Exemption"), "practice:overview", Capability.SEE_INSIDE, one=False),
    "practice.pilot": Kind(_("Pilot"), "practice:pilot", Capability.SEE_INSIDE),
    "practice.shownto": Kind(_("Showing of a pilot"), "practice:pilots", Capability.SEE_INSIDE, one=False),
    "practice.principle": Kind(_("Principle"), "practice:principle", Capability.SEE_INSIDE),
    "practice.rule": Kind(
        _("Rule of what is counted"), "practice:overview", Capability.SEE_INSIDE, one=False
    ),
    "practice.standard": Kind(_("Standard"), "practice:register", Capability.SEE_INSIDE, one=False),
    "practice.stopevent": Kind(
        _("End or readmission"), "practice:overview", Capability.SEE_INSIDE, one=False
    ),
    "practice.stopitem": Kind(_("Entry of the stop list"), "practice:stopped", Capability.SEE_INSIDE),
    "practice.story": Kind(_("Story"), "practice:story", Capability.SEE_GAP),
    "practice.takenup": Kind(_("Taken up elsewhere"), "practice:register", Capability.SEE_INSIDE, one=False),
    "policy.contactrule": Kind(_("Contact rule"), "policy:rule", Capability.SEE_INSIDE),
    "policy.personaldecision": Kind(
        _("How personal a contact is"), "policy:overview", Capability.SEE_INSIDE, one=False
    ),
    "portfolio.goal": Kind(_("Goal"), "portfolio:goal", Capability.SEE_INSIDE),
    "portfolio.initiative": Kind(_("Initiative"), "portfolio:initiative", Capability.SEE_INSIDE),
    "portfolio.approval": Kind(
        _("Approval of an initiative"), "portfolio:overview", Capability.SEE_INSIDE, one=False
    ),
    "portfolio.reading": Kind(_("Reading of a goal"), "portfolio:overview", Capability.SEE_INSIDE, one=False),
    "portfolio.result": Kind(
        _("Result of an initiative"), "portfolio:overview", Capability.SEE_INSIDE, one=False
    ),
    "portfolio.vendorpromise": Kind(
        _("Promise of a vendor"), "portfolio:promises", Capability.SEE_INSIDE, one=False
    ),
    "portfolio.judgement": Kind(
        _("Judgement of a promise"), "portfolio:promises", Capability.SEE_INSIDE, one=False
    ),
    "portfolio.turn": Kind(
        _("Turn of an initiative"), "portfolio:initiatives", Capability.SEE_INSIDE, one=False
    ),
    "portfolio.holder": Kind(_("Name or role"), "portfolio:responsible", Capability.SEE_INSIDE, one=False),
    "programme.programme": Kind(_("Programme"), "programme:overview", Capability.SEE_INSIDE, one=False),
    "programme.expectation": Kind(
        _("Expectation of the programme"), "programme:settings", Capability.SEE_INSIDE, one=False
    ),
    "programme.bet": Kind(_("Bet on waiting"), "programme:bet", Capability.SEE_INSIDE),
    "programme.tripwire": Kind(_("Tripwire"), "programme:bets", Capability.SEE_INSIDE, one=False),
    "programme.wirereading": Kind(
        _("What a tripwire showed"), "programme:bets", Capability.SEE_INSIDE, one=False
    ),
    "programme.stepmove": Kind(_("Entry at a step"), "programme:overview", Capability.SEE_INSIDE, one=False),
    "programme.stepproof": Kind(
        _("Evidence for a step"), "programme:overview", Capability.SEE_INSIDE, one=False
    ),
    "programme.hurdle": Kind(_("Hurdle"), "programme:hurdle", Capability.SEE_INSIDE),
    "programme.task": Kind(_("Task"), "programme:task", Capability.SEE_INSIDE),
    "programme.capacity": Kind(_("Capacity"), "programme:tasks", Capability.SEE_INSIDE, one=False),
    "programme.plan": Kind(_("Calculated roadmap"), "programme:roadmap", Capability.SEE_INSIDE, one=False),
    "programme.scenario": Kind(_("Scenario"), "programme:scenarios", Capability.SEE_INSIDE, one=False),
    "settled.level": Kind(_("Settled period"), "watch:overview", Capability.SEE_INSIDE, one=False),
    "competitors.figure": Kind(
        _("Figure about a competitor"), "competitors:overview", Capability.SEE_OUTSIDE, one=False
    ),
    "structure.claim": Kind(
        _("What one side says of an interface"), "structure:interfaces", Capability.SEE_INSIDE, one=False
    ),
    "structure.interface": Kind(_("Interface"), "structure:interface", Capability.SEE_INSIDE),
    "structure.leftover": Kind(
        _("Something that was ended"), "structure:leftovers", Capability.SEE_INSIDE, one=False
    ),
    "structure.role": Kind(_("Role"), "structure:role", Capability.SEE_INSIDE),
    "structure.rolechange": Kind(_("Change of a role"), "structure:roles", Capability.SEE_INSIDE, one=False),
    "structure.staffing": Kind(
        _("How many can do something"), "structure:skills", Capability.SEE_INSIDE, one=False
    ),
    "structure.training": Kind(_("Training"), "structure:skills", Capability.SEE_INSIDE, one=False),
    "structure.unit": Kind(_("Unit"), "structure:units", Capability.SEE_INSIDE, one=False),
    "structure.use": Kind(
        _("Use of something ended"), "structure:leftovers", Capability.SEE_INSIDE, one=False
    ),
    "structure.work": Kind(_("Piece of work"), "structure:work", Capability.SEE_INSIDE),
    "surveys.guessround": Kind(_("Round of guessing"), "surveys:room", Capability.RUN_GUESS),
    "surveys.knowledgeround": Kind(
        _("Test of knowing the touchpoints"), "surveys:known-room", Capability.RUN_GUESS
    ),
    "taxonomy.decision": Kind(_("What a value means"), "taxonomy:waiting", Capability.SEE_IMPORTS, one=False),
    "taxonomy.agreementcheck": Kind(
        _("Check of the shared language"), "taxonomy:check", Capability.SEE_INSIDE
    ),
    "voice.version": Kind(_("Voice rules"), "voice:rules", Capability.SEE_INSIDE, one=False),
    "voice.sample": Kind(_("File of texts"), "voice:files", Capability.SEE_INSIDE, one=False),
    "voice.rating": Kind(
        _("Judgement of a system's text"), "voice:overview", Capability.SEE_INSIDE, one=False
    ),
    "watch.alarm": Kind(_("Alarm of relapse"), "watch:alarm", Capability.SEE_INSIDE),
    "watch.meaning": Kind(_("What the change means"), "watch:wordings", Capability.SEE_INSIDE, one=False),
    "watch.wording": Kind(
        _("What a department says of the change"), "watch:wordings", Capability.SEE_INSIDE, one=False
    ),
    "watch.judgement": Kind(_("Judgement of own words"), "watch:wordings", Capability.SEE_INSIDE, one=False),
    "waves.waverhythm": Kind(_("Rhythm of waves"), "waves:overview", Capability.SEE_INSIDE, one=False),
    "waves.wave": Kind(_("Wave"), "waves:wave", Capability.RUN_WAVES),
    "workshop.note": Kind(_("Note of a workshop")),
    "workshop.workshop": Kind(_("Workshop"), "workshop:result", Capability.SEE_INSIDE),
}


# Entries of before keep the words of before; the log is never rewritten.
MOVED = {"incentives.role": "structure.role", "leadership.settledperiod": "settled.level"}


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing in words; `href` is empty where there is no page, or not for this reader."""

    words: str
    href: str = ""


def subject(written: str, names: Mapping[str, str], may: frozenset[Capability]) -> Subject:
    """What `area.model:id` stands for; `names` are those of people by the id actors have."""
    kind, _colon, key = written.partition(":")
    known = KINDS.get(MOVED.get(kind, kind))
    if known is None:
        return Subject(written)
    if kind == "accounts.person":
        words = names.get(f"person:{key}", f"{known.name} {key}")
    else:  # of a customer's fingerprint, as much as tells two apart
        words = f"{known.name} {key[:8] if kind == 'entity' else key}"
    if not known.page or known.needs not in may:
        return Subject(words)
    return Subject(words, reverse(known.page, args=[key] if known.one else None))


def details(written: Mapping[str, Any]) -> list[str]:
    """What an entry keeps besides, one phrase each; the purpose of a look stands for itself."""
    said = []
    for name, value in written.items():
        if name == "purpose":
            said.append(str(PURPOSES.get(value, value)))
        else:
            said.append(gettext("%(what)s: %(value)s") % {"what": DETAILS.get(name, name), "value": value})
    return said
