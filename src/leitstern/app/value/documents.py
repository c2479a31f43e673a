"""Both sides as documents: the same for programs and on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.value.queries import beside
from leitstern.core.company.taxonomy import Persona

if TYPE_CHECKING:
    from leitstern.app.outside.reading import Published
    from leitstern.core.outside.both_values.forecast import Forecast
    from leitstern.core.outside.both_values.ledger import Effort, Goal


class ValueGoalOut(Schema):
    """`map`, or `touchpoint` and `statement`, tell whether it is reached; all empty: nothing does yet."""

    goal: TextOut
    map: str
    touchpoint: str
    statement: str
    reached: Number | None
    reached_by_everybody: Number | None


class ValueEffortOut(Schema):
    """Per journey on a designed map."""

    journeys: int | None
    contacts: Number
    designed_contacts: Number
    contacts_beyond: Number
    waiting_days: Number
    repeats: Number
    handoffs: Number
    designed_handoffs: Number


class ValueCheckOut(Schema):
    """What would have been forecast so many months ago, and what came; `error` is forecast − came."""

    months: int
    forecast: Number
    came: Number
    error: Number


class ValueForecastOut(Schema):
    """Expected margin per customer in the coming twelve months."""

    customers: int | None
    margin: Number
    check: ValueCheckOut | None


class ValueLedgerOut(Schema):
    """`persona` is null for everybody, `company` where the taxonomy declares no earnings."""

    persona: str | None
    goals: list[ValueGoalOut]
    effort: ValueEffortOut
    company: ValueForecastOut | None


class ValueOut(Schema):
    """`unread` contacts hold something in the declared property that is no number."""

    sentence: TextOut
    currency: str | None
    currencies: list[str]
    amounts: int | None
    unread: int | None
    ledgers: list[ValueLedgerOut]


def value_document(state: Published, currency: str = "") -> ValueOut:
    """Both sides of everybody, then persona by persona. Raises NotFound for a currency that is not declared."""
    found = beside(state, currency)
    personas = state.taxonomy.lookup(Persona)
    return ValueOut(
        sentence=both(found.sentence),
        currency=found.earning.currency if found.earning else None,
        currencies=[each.currency for each in state.taxonomy.earnings],
        amounts=found.booked.amounts if found.booked else None,
        unread=found.booked.unread if found.booked else None,
        ledgers=[
            ValueLedgerOut(
                persona=persona.slug if each.persona and (persona := personas.code(each.persona)) else None,
                goals=[_goal(goal) for goal in each.goals],
                effort=_effort(each.effort),
                company=_forecast(each.forecast) if each.forecast else None,
            )
            for each in found.ledgers
        ],
    )


def _goal(goal: Goal) -> ValueGoalOut:
    return ValueGoalOut(
        goal=both(goal.text),
        map=goal.reach.map if goal.reach else "",
        touchpoint=goal.reach.touchpoint if goal.reach else "",
        statement=goal.reach.facet if goal.reach else "",
        reached=number(goal.share) if goal.share else None,
        reached_by_everybody=number(goal.everybody) if goal.everybody else None,
    )


def _effort(effort: Effort) -> ValueEffortOut:
    return ValueEffortOut(
        journeys=effort.journeys,
        contacts=number(effort.contacts),
        designed_contacts=number(effort.designed),
        contacts_beyond=number(effort.more),
        waiting_days=number(effort.wait_days),
        repeats=number(effort.repeats),
        handoffs=number(effort.handoffs),
        designed_handoffs=number(effort.designed_handoffs),
    )


def _forecast(found: Forecast) -> ValueForecastOut:
    check = found.check
    return ValueForecastOut(
        customers=found.customers,
        margin=number(found.margin),
        check=ValueCheckOut(
            months=check.months,
            forecast=number(check.forecast),
            came=number(check.came),
            error=number(check.error),
        )
        if check
        else None,
    )
