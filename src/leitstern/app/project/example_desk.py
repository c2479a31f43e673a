"""The example company's service staff enter contacts by hand; what they hear stands in `collect.example.desk`."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from leitstern.app.desk.keeping import enter
from leitstern.app.desk.models import Entry, Way
from leitstern.app.desk.queries import kinds
from leitstern.app.desk.typed import Typed
from leitstern.app.intake.queries import latest_snapshot
from leitstern.app.project.example_dates import date_back
from leitstern.collect.example.desk import TOLD

if TYPE_CHECKING:
    from datetime import date

    from leitstern.app.accounts.models import Person
    from leitstern.collect.example.desk import EnteredTold

FIRST_NUMBER = 10_000_000


def answer_the_phone(service: Person, language: str) -> None:
    """Enter what was heard up to the last day of the story; it waits to be counted. A desk in use stays as it is."""
    shown = latest_snapshot()
    if shown is None or shown.as_of is None or Entry.objects.exists():
        return
    for number, told in enumerate(TOLD):
        way = Way.FORM if told.arrived is None else Way.LETTERS
        entry = enter(service, _typed(told, shown.as_of, language), way, f"example {number}")
        if told.step.en and told.by < 0:
            date_back(entry, step_due=shown.as_of + timedelta(days=told.by))


def _typed(told: EnteredTold, until: date, language: str) -> Typed:
    def day(ahead: int) -> str:
        return (until + timedelta(days=ahead)).isoformat()

    step = told.step.to(language)
    return Typed(
        number=str(FIRST_NUMBER + told.customer),
        kind=kinds()[0],
        touchpoint=told.touchpoint,
        at=day(-told.ago),
        arrived="" if told.arrived is None else day(-told.arrived),
        reason=told.reason.to(language),
        note=told.note.to(language),
        scale=told.scale,
        value=told.value,
        words=told.words.to(language),
        promise=told.promise,
        due=day(told.due) if told.promise else "",
        step=step,
        department=told.department,
        step_due=day(max(told.by, 0)) if step else "",
    )
