"""The example company's programme: three years of steps, hurdles, tasks and plans, dated back to when they were.

Planted truths stand in `collect.example.programme`; tests find each of them, and none in the twin.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import Actor
from leitstern.app.portfolio.following import turn
from leitstern.app.portfolio.models import Initiative
from leitstern.app.programme import beginning, planning, stepping, tasking
from leitstern.app.programme.beginning import RouteChoice
from leitstern.app.programme.betting import BetDraft, ReadingDraft, WireDraft, place_bet, read_wire
from leitstern.app.programme.hurdling import HurdleDraft, clear_hurdle, keep_hurdle
from leitstern.app.programme.stepping import Opening
from leitstern.app.project.example_dates import date_back
from leitstern.collect.example.portfolio_told import CARDS, Teller
from leitstern.collect.example.programme import BASELINE, EXPECTED, MONTHS, TITLE, hurdles, steps
from leitstern.collect.example.programme_bet import WHO, WHY, wires
from leitstern.collect.example.programme_tasks import (
    AHEAD,
    CALENDARS,
    CAPACITIES,
    DIRECT,
    DONE,
    DROPPED,
    HOPED,
    MORE_TIME,
    NOTHING,
    SAID,
    TaskTold,
)
from leitstern.core.bridge.portfolio.stage import Stage
from leitstern.core.bridge.programme.as_json import change_json
from leitstern.core.bridge.programme.bet import BetKind
from leitstern.core.bridge.programme.duration import ThreePoint
from leitstern.core.bridge.programme.looking_back import DAYS_A_MONTH
from leitstern.core.bridge.programme.scenario import Change
from leitstern.core.bridge.programme.task import Resource, Supply
from leitstern.core.inside.steps import Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from leitstern.app.accounts.models import Person
    from leitstern.app.programme.models import Programme, Task
    from leitstern.collect.example.inside_truths import Inside
    from leitstern.collect.example.programme import StepTold
    from leitstern.core.texts import Text

FEWER = 500  # runs of plans of before; only the newest one is looked at closely
RUNNING = ("bereavement_care", "one_record")


def run_programme(cast: Mapping[Role, Person], inside: Inside, until: date, language: str) -> None:
    """Everything from its beginning to the plan of today."""
    told = _Story(cast[Role.LEAD], until, language)
    row = told.begin()
    for step in steps(inside):
        told.open(row, step)
    for step in steps(inside):
        told.prove(row, step)
    told.hurdles(row, inside)
    told.capacities(row, inside)
    told.bet(planted=inside.planted)
    told.plan(row, told.tasks(row, DONE, 1.5, {}))
    for slug in RUNNING:
        turn(cast[Role.LEAD], Initiative.objects.get(slug=slug), Stage.RUNNING, told.day(34))


class _Story(Teller):
    """One language, days counted in months since the beginning."""

    def __init__(self, actor: Actor, until: date, language: str) -> None:
        super().__init__(until, language)
        self.actor = actor
        self.began = until - timedelta(days=round(MONTHS * DAYS_A_MONTH))

    def day(self, month: float) -> date:
        """So many months after the beginning."""
        return min(self.began + timedelta(days=round(month * DAYS_A_MONTH)), self.until)

    def begin(self) -> Programme:
        """Name, route, starting point, expectations."""
        row = beginning.begin(self.actor, self.say(TITLE), self.began, RouteChoice())
        month, n, source = BASELINE
        beginning.fix_baseline(self.actor, row, self.day(month), n, self.say(source))
        date_back(row, baseline_day=self.began)
        row.refresh_from_db()
        for who, what in EXPECTED:
            beginning.expect(self.actor, row, self.head(who), self.say(what), self.began)
        return row

    def open(self, row: Programme, told: StepTold) -> None:
        """Open a gate."""
        opening = Opening(self.head(told.owner), told.holds, self.say(told.read))
        stepping.open_step(self.actor, row, Step(told.number), opening, self.day(told.opened))

    def prove(self, row: Programme, told: StepTold) -> None:
        """Its proofs as they came, and the level that was claimed."""
        step = Step(told.number)
        for kind, month, title in told.proofs:
            day = self.day(month)
            proof = stepping.bring_proof(self.actor, row, step, kind, self.say(title), day)
            date_back(proof, brought=day)
        if told.claimed is not None:
            stepping.claim_step(self.actor, row, step, told.level, "", self.day(told.claimed))

    def hurdles(self, row: Programme, inside: Inside) -> None:
        """What stood in the way, and what is gone."""
        for each in hurdles(inside):
            owner = self.say(CARDS) if each.owner == "cards" else self.head(each.owner) if each.owner else ""
            draft = HurdleDraft(
                self.say(each.title),
                each.kind,
                self.day(each.since),
                owner,
                each.unit,
                self.say(each.measure) if each.measure else "",
            )
            kept = keep_hurdle(self.actor, row, draft)
            if each.cleared:
                clear_hurdle(self.actor, kept, self.say(each.cleared[1]), self.day(each.cleared[0]))

    def capacities(self, row: Programme, inside: Inside) -> None:
        """How much change the company can carry at a time; of leaders' hours the areas declare more lately."""
        for supply, of, amount in CAPACITIES:
            tasking.set_capacity(self.actor, row, supply, of, amount, self.say(CALENDARS), self.day(1))
        if inside.planted:
            supply, of, amount, month = HOPED
            tasking.set_capacity(self.actor, row, supply, of, amount, self.say(DROPPED), self.day(month))

    def bet(self, *, planted: bool) -> None:
        """A niche that is held as a bet, and what its tripwires showed."""
        told = wires(planted=planted)
        drafts = (
            WireDraft(
                self.say(each.what),
                each.kind,
                each.bound,
                each.side,
                each.unit,
                self.say(each.source),
                self.say(each.reader),
            )
            for each in told
        )
        review = self.until + timedelta(days=120)
        draft = BetDraft(BetKind.NICHE, self.say(WHO), self.say(WHY), review, tuple(drafts))
        row = place_bet(self.actor, draft, day=self.day(20))
        for wire, each in zip(row.wires.order_by("id"), told, strict=True):
            for ago, value, half, n in each.readings:
                day = self.until - timedelta(days=ago)
                reading = ReadingDraft(day, self.say(each.source), value, value - half, value + half, n)
                read_wire(self.actor, wire, reading)

    def plan(self, row: Programme, kept: dict[str, Task]) -> None:
        """The first plan, what became of it, the tasks ahead, the plan of today and its scenarios."""
        self._keep_plan(row, 1.7)
        self._ran(DONE, kept)
        kept = self.tasks(row, AHEAD, 30, kept)
        self._keep_plan(row, 30)
        self._ran(AHEAD, kept)
        for title, change in (
            (
                MORE_TIME,
                Change(
                    {
                        Resource(Supply.LEADERS, each): 1.5
                        for each in ("customers", "technology", "processing")
                    }
                ),
            ),
            (DIRECT, Change(direct=True)),
            (NOTHING, Change(nothing=True)),
        ):
            said = change_json(change) | {"initiatives": []}
            planning.keep_scenario(self.actor, row, self.say(title), said, self.day(35))
        found = planning.work_out(row, self.until, _silent)
        planning.keep_plan(self.actor, row, found)

    def tasks(
        self, row: Programme, told: Iterable[TaskTold], month: float, kept: dict[str, Task]
    ) -> dict[str, Task]:
        """Tasks entered in a month, with those there were."""
        for each in told:
            leaders, people, it, money = each.amounts
            draft = tasking.TaskDraft(
                self.say(each.title),
                each.side,
                ThreePoint(*each.months),
                self.say(SAID),
                unit=each.unit,
                owner=self.head(each.unit),
                initiative=Initiative.objects.get(slug=each.initiative).pk if each.initiative else None,
                carries_gate=each.gate,
                leaders=leaders,
                people=people,
                it=it,
                money=round(money * 100_000),
                currency="EUR" if money else "",
                needs=tuple(kept[slug].pk for slug in each.needs),
            )
            kept[each.slug] = tasking.keep_task(self.actor, row, draft, entered=self.day(month))
        return kept

    def _ran(self, told: Iterable[TaskTold], kept: Mapping[str, Task]) -> None:
        for each in told:
            if each.ran:
                began, ended = each.ran
                tasking.begin_task(self.actor, kept[each.slug], self.day(began))
                if ended is not None:
                    tasking.end_task(self.actor, kept[each.slug], self.day(ended))

    def _keep_plan(self, row: Programme, month: float) -> None:
        found = planning.work_out(row, self.day(month), _silent, FEWER)
        planning.keep_plan(self.actor, row, found)


def _silent(share: float, step: Text) -> None:
    """Nobody watches."""
