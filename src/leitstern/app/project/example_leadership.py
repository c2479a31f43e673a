"""What the example company's leaders did and decided, entered by its own people and dated back to when it was.

Planted truths stand in `collect.example.leadership`; tests find each of them, and none in the twin.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from leitstern.app.accounts.roles import Role
from leitstern.app.leadership import acting, deciding, declaring
from leitstern.app.leadership.freezing import Shown
from leitstern.app.leadership.models import Act
from leitstern.app.leadership.settling import settle_attention
from leitstern.app.outside.reading import published
from leitstern.app.project.example_dates import date_back, moment
from leitstern.collect.example.decisions import DECISIONS
from leitstern.collect.example.leadership import leadership
from leitstern.core.bridge.leadership.drafts import QuestionDraft, VerdictDraft
from leitstern.core.bridge.leadership.terms import Proof
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from leitstern.app.accounts.models import Person
    from leitstern.collect.example.decisions import DecisionTold

ACTS_FILE = Text(en="Acts of three years.xlsx", de="Begleitungen aus drei Jahren.xlsx")
MEETINGS_FILE = Text(en="Agendas of the board.xlsx", de="Tagesordnungen des Vorstands.xlsx")
WHY = Text(
    en="Nine months in which leaders were there as often as they mean to be.",
    de="Neun Monate, in denen die Führung so oft dabei war, wie sie es sich vornimmt.",
)
ASKED_BEFORE = 14  # days between question and decision


def lead_the_change(cast: Mapping[Role, Person], until: date, language: str, *, planted: bool = True) -> None:
    """Acts, meetings, hours, a vote and decisions. A company that has acts keeps them."""
    if Act.objects.exists():
        return
    lead, executive, analyst = cast[Role.LEAD], cast[Role.EXECUTIVE], cast[Role.ANALYST]
    told = leadership(until, language, planted=planted)
    batch = acting.bring_acts(analyst, ACTS_FILE.to(language), told.acts)
    date_back(batch, created=moment(until, 12))
    rows = list(batch.acts.order_by("id"))
    for row, done in zip(rows, told.done, strict=True):
        row.done = done
    Act.objects.bulk_update(rows, ["done"])
    meetings = acting.bring_meetings(analyst, MEETINGS_FILE.to(language), told.meetings)
    date_back(meetings, created=moment(until, 12))
    for level in settle_attention(lead, told.settled.start, told.settled.end, WHY.to(language), today=until):
        date_back(level, created=moment(until, (until - told.settled.end).days - 1))
    for capacity in told.capacities:
        date_back(declaring.declare(executive, capacity), created=moment(until, 200))
    for commitment in told.commitments:
        declaring.commit(executive, commitment)
    declaring.enter_vote(lead, told.vote)
    for each in DECISIONS:
        if planted or each.deadline is None or each.deadline > 0:
            _decide(executive, each, until, language)


def _decide(actor: Person, told: DecisionTold, until: date, language: str) -> None:
    def say(text: Text | None) -> str:
        return text.to(language) if text else ""

    asked = until - timedelta(days=told.known if told.ago is None else told.ago + ASKED_BEFORE)
    question = QuestionDraft(
        say(told.question),
        told.circle,
        asked,
        say(told.office),
        told.unit,
        None if told.deadline is None else until + timedelta(days=told.deadline),
        until - timedelta(days=told.known),
        tuple(say(each) for each in told.options),
    )
    decision = deciding.ask(actor, question)
    if told.proof:
        shown = Shown(told.proof, touchpoint=told.touchpoint, said=say(told.said))
        day = until - timedelta(days=told.known)
        date_back(
            deciding.put_on_the_table(actor, decision, shown), as_of=day, created=moment(until, told.known)
        )
    if told.facet and published():
        deciding.put_on_the_table(actor, decision, Shown(Proof.GAP, told.touchpoint, told.facet))
    date_back(decision, created=moment(until, (until - asked).days))
    decision.refresh_from_db()  # what is decided is kept with the day it was asked
    if told.ago is None:
        return
    day = until - timedelta(days=told.ago)
    deciding.decide(
        actor,
        decision,
        VerdictDraft(
            day,
            say(told.decided),
            changed=told.otherwise is not None,
            nothing=told.nothing,
            otherwise=say(told.otherwise),
            reason=say(told.reason),
            favour=told.favour,
            review=None if told.review is None else day + timedelta(days=told.review),
        ),
    )
    if told.looked:
        looked = deciding.review(actor, decision, say(told.looked), until + timedelta(days=180))
        date_back(looked, day=min(until, day + timedelta(days=60)))
    if told.reversed_why:
        deciding.reverse(actor, decision, say(told.reversed_why), until - timedelta(days=told.ago // 2))
