"""What was entered, and what is still to be done, as documents for programs and the terminal. No customer is named in them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from ninja import Field, Schema

from leitstern.app.common.schemas import TextOut, both
from leitstern.app.desk.models import Standing
from leitstern.app.desk.typed import LONGEST_LINE, LONGEST_NOTE, LONGEST_NUMBER, Typed
from leitstern.core.tables.lake import TOLD

if TYPE_CHECKING:
    from leitstern.app.desk.models import Entry
    from leitstern.app.desk.queries import Agreed


class ContactIn(Schema):
    """A contact, named by slugs, names or synonyms of the taxonomy. `at` is now where it is left out."""

    number: str = Field(max_length=LONGEST_NUMBER)  # the customer's
    kind: str = ""  # of the number; else the one brought in last
    touchpoint: str
    channel: str = ""
    at: datetime | None = None
    arrived: date | None = None
    reason: str = Field(default="", max_length=LONGEST_LINE)
    told_again: bool | None = None  # whether they had to say again what you knew; null where nobody can say
    note: str = Field(default="", max_length=LONGEST_NOTE)
    scale: Literal["", "csat", "ces", "nps"] = ""  # that was asked, word for word
    value: int | None = None
    words: str = Field(default="", max_length=LONGEST_NOTE)
    promise: str = ""
    due: date | None = None
    step: str = Field(default="", max_length=LONGEST_LINE)
    department: str = ""
    step_due: date | None = None

    def typed(self) -> Typed:
        """As it would have been typed."""
        said = {name: "" if value is None else str(value) for name, value in self}
        again = "" if self.told_again is None else TOLD[self.told_again]
        return Typed(**said | {"at": self.at.isoformat() if self.at else "", "told_again": again})


class ContactOut(Schema):
    contact: int
    standing: Standing
    touchpoint: str
    at: datetime
    arrived: date | None
    reason: str  # masked, as all texts
    told_again: bool | None
    note: str
    scale: str
    value: int | None
    words: str
    promise: str
    due: date | None
    kept: datetime | None
    step: str
    department: str
    step_due: date | None
    step_done: datetime | None
    corrects: int | None


class ToDoOut(Schema):
    contact: int
    what: Literal["step", "promise"]
    said: TextOut
    department: str
    due: date
    days_overdue: int


def contact_document(entry: Entry) -> ContactOut:
    """An entry, without whose it is."""
    return ContactOut(
        contact=entry.pk,
        standing=entry.standing,
        touchpoint=entry.touchpoint,
        at=entry.at,
        arrived=entry.arrived,
        reason=entry.reason,
        told_again=entry.told_again,
        note=entry.note,
        scale=entry.scale,
        value=None if entry.value is None else round(entry.value),
        words=entry.words,
        promise=entry.promise,
        due=entry.due,
        kept=entry.kept,
        step=entry.step,
        department=entry.department,
        step_due=entry.step_due,
        step_done=entry.step_done,
        corrects=entry.corrects_id,
    )


def step_document(agreed: Agreed) -> ToDoOut:
    """Something that is still to be done."""
    return ToDoOut(
        contact=agreed.entry.pk,
        what=agreed.what,
        said=both(agreed.said),
        department=agreed.department,
        due=agreed.due,
        days_overdue=max(agreed.days_late, 0),
    )
