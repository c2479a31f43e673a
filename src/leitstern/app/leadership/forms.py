"""The forms of acts, meetings, hours and votes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.drawing import words
from leitstern.app.common.forms import choices, day_field, say
from leitstern.app.leadership.areas import areas, places
from leitstern.core.bridge.leadership.alignment import Counted, Form, Vote
from leitstern.core.bridge.leadership.drafts import (
    LINE,
    LONGEST,
    ActDraft,
    CapacityDraft,
    CommitmentDraft,
    MeetingDraft,
)
from leitstern.core.bridge.leadership.terms import ACTS, CIRCLES, DUTIES, WORKS, ActKind, Circle, Duty, Work
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from leitstern.app.common.refusals import WrongDraft

FORMS = {
    Form.RANKS: Text(en="in an order", de="in eine Reihenfolge gebracht"),
    Form.POINTS: Text(en="each on a scale", de="jedes für sich auf einer Skala"),
}
MOST_THINGS = 40


def long_text(label: StrOrPromise, help_text: StrOrPromise = "", *, rows: int = 2) -> forms.CharField:
    """A field for sentences that nobody has to fill."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class AreaForm(forms.Form):
    """Something of a board area."""

    area = forms.ChoiceField(label=_("Board area"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(slug, words(name)) for slug, name in areas().items()]
        self.fields["area"].choices = offered  # type: ignore[attr-defined]

    def refused(self, problem: WrongDraft) -> None:
        """Tell each field what is wrong with it."""
        say(self, problem.problems)


class ActForm(AreaForm):
    """One line is enough; the rest can follow."""

    kind = forms.ChoiceField(label=_("What was it?"), choices=lambda: choices(ACTS, optional=False))
    said = forms.CharField(
        label=_("In one line"), max_length=LINE, help_text=_("What it was about; nobody's name.")
    )
    day = day_field(_("When?"), required=True)
    place = forms.CharField(
        label=_("Where?"),
        required=False,
        max_length=160,
        widget=forms.TextInput(attrs={"list": "places"}),
        help_text=_("The department or team that was accompanied."),
    )
    seen = long_text(_("What was to be seen?"))
    follow_up = long_text(_("What follows from it?"))
    duty = forms.ChoiceField(
        label=_("Which duty of leaders did it serve?"), required=False, choices=lambda: choices(DUTIES)
    )
    field_order = ("kind", "area", "said", "day", "place", "follow_up", "seen", "duty")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].initial = timezone.localdate

    def short(self) -> list[forms.BoundField]:
        """What is needed."""
        return [self[name] for name in self.field_order[:4]]

    def more(self) -> list[forms.BoundField]:
        """What can follow."""
        return [self[name] for name in self.field_order[4:]]

    def draft(self) -> ActDraft:
        """What was filled in."""
        data = self.cleaned_data
        return ActDraft(
            day=data["day"],
            kind=ActKind(data["kind"]),
            area=data["area"],
            said=data["said"],
            place=places().read(data["place"].strip()),
            seen=data["seen"],
            follow_up=data["follow_up"],
            duty=Duty(data["duty"]) if data["duty"] else None,
        )


class FollowForm(forms.Form):
    """What follows from an act, or the day it was done."""

    follow_up = long_text(_("What follows from it?"))
    done = day_field(_("Done on"))


class MeetingForm(forms.Form):
    """The agenda of one meeting."""

    circle = forms.ChoiceField(
        label=_("Whose meeting?"),
        choices=lambda: choices(
            {each: CIRCLES[each] for each in (Circle.BOARD, Circle.STEERING)}, optional=False
        ),
    )
    day = day_field(_("When?"), required=True)
    minutes = forms.IntegerField(label=_("Minutes in all"), min_value=1, max_value=6_000)
    customers = forms.IntegerField(label=_("Minutes on customers"), min_value=0, max_value=6_000)
    decided = long_text(_("What was decided about customers?"))
    evidence = long_text(
        _("Which customer evidence lay on the table?"),
        _("Such as a touchpoint, a story, a report; nobody's name."),
    )

    def draft(self) -> MeetingDraft:
        """What was filled in."""
        data = dict(self.cleaned_data)
        return MeetingDraft(circle=Circle(data.pop("circle")), **data)

    def refused(self, problem: WrongDraft) -> None:
        """Tell each field what is wrong with it."""
        say(self, problem.problems)


class CapacityForm(AreaForm):
    """What a board area declares."""

    hours = forms.FloatField(
        label=_("Hours a month for leading the change"),
        help_text=_("What is really free, not what would be nice."),
    )
    visits = forms.IntegerField(label=_("Field visits a quarter"), required=False)

    def draft(self) -> CapacityDraft:
        """What was filled in."""
        return CapacityDraft(**self.cleaned_data)


class CommitmentForm(AreaForm):
    """What takes hours of a board area."""

    title = forms.CharField(label=_("What takes hours?"), max_length=200)
    hours = forms.FloatField(label=_("Hours a month"))
    work = forms.ChoiceField(label=_("What is it?"), choices=lambda: choices(WORKS, optional=False))
    since = day_field(_("From"), required=True)
    until = day_field(_("Until"))
    droppable = forms.BooleanField(label=_("It could be dropped or wait"), required=False)

    def draft(self) -> CommitmentDraft:
        """What was filled in."""
        data = dict(self.cleaned_data)
        return CommitmentDraft(work=Work(data.pop("work")), **data)


class VoteForm(forms.Form):
    """Counts of a secret vote: one line per thing."""

    question = forms.CharField(label=_("What was asked?"), max_length=LINE)
    form = forms.ChoiceField(label=_("How was it voted?"), choices=lambda: choices(FORMS, optional=False))
    day = day_field(_("When?"), required=True)
    things = forms.CharField(
        label=_("Counts"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "One line per thing: its name, a colon, and how many gave it place or point 1, 2, 3 and so on, such as: "
            "Fast answers: 5 2 1 0"
        ),
    )

    def clean_things(self) -> tuple[Counted, ...]:
        """Names with their counts. Every line that cannot be read is told."""
        found, wrong = [], []
        for at, line in enumerate(self.cleaned_data["things"].strip().splitlines(), start=1):
            name, colon, numbers = line.rpartition(":")
            counts = numbers.replace(",", " ").replace(";", " ").split()
            if not colon or not name.strip() or not counts or not all(_is_count(each) for each in counts):
                wrong.append(str(at))
            else:
                found.append(Counted(name.strip()[:160], tuple(int(each) for each in counts)))
        if wrong:
            message = _("These lines cannot be read: %(lines)s. A name, a colon, then whole numbers.")
            raise forms.ValidationError(message, params={"lines": ", ".join(wrong)})
        if len(found) > MOST_THINGS or any(not each.n for each in found):
            raise forms.ValidationError(_("Up to 40 things, each with at least one vote."))
        return tuple(found)

    def vote(self) -> Vote:
        """What was filled in."""
        data = self.cleaned_data
        return Vote(data["question"], Form(data["form"]), data["day"], data["things"])

    def refused(self, problem: WrongDraft) -> None:
        """Tell each field what is wrong with it."""
        say(self, problem.problems)


def _is_count(given: str) -> bool:
    return given.isdecimal() and given.isascii() and len(given) <= 4
