"""The form of a workshop, its departments, what came of it, and of a pulse."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.forms import formset_factory
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.change.calendar_forms import initiative_field
from leitstern.app.change.involving import chosen, subject_choices
from leitstern.app.change.naming import unit_choices
from leitstern.app.change.shaping import LONGEST, MOST, Held
from leitstern.app.common.forms import day_field, offer
from leitstern.app.leadership.models import Decision
from leitstern.core.bridge.change.participation import Attended

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import QueryDict
    from django_stubs_ext import StrOrPromise

    from leitstern.core.bridge.change.involvement import Subject

    Base = forms.BaseFormSet[forms.Form]
else:
    Base = forms.BaseFormSet


class ShapingForm(forms.Form):
    """A workshop that was held."""

    title = forms.CharField(label=_("What was shaped together?"), max_length=200)
    day = day_field(_("Day"), required=True)
    initiative = initiative_field()
    subject = forms.CharField(
        label=_("What was it about, and what came up?"),
        required=False,
        max_length=LONGEST,
        help_text=_("What was said, never who said it."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    customers = forms.IntegerField(
        label=_("How many customers were there?"), min_value=0, max_value=MOST, initial=0
    )
    shaped = forms.MultipleChoiceField(
        label=_("Which processes, touchpoints and journeys were shaped?"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 8}),
    )

    def __init__(self, *args: Any, before: Iterable[Subject] = (), **kwargs: Any) -> None:
        """With what the workshop named `before`, though it may be no more."""
        super().__init__(*args, **kwargs)
        self.fields["shaped"].choices = subject_choices(before)  # type: ignore[attr-defined]

    def held(self, rows: AttendanceRows) -> Held:
        """What was filled in."""
        given = self.cleaned_data | {"shaped": tuple(chosen(each) for each in self.cleaned_data["shaped"])}
        return Held(attendance=rows.attended(), **given)


class AttendanceForm(forms.Form):
    """How many of a department were invited and came."""

    unit = forms.ChoiceField(label=_("Department"), required=False)
    role = forms.CharField(
        label=_("Role, if only one was meant"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"list": "roles"}),
    )
    invited = forms.IntegerField(label=_("Invited"), required=False, min_value=0, max_value=MOST)
    took_part = forms.IntegerField(label=_("Took part"), required=False, min_value=0, max_value=MOST)

    def __init__(self, *args: Any, units: list[tuple[str, StrOrPromise]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", [("", _("– please choose –")), *units])

    def clean(self) -> None:
        """Numbers belong to a department."""
        super().clean()
        data = self.cleaned_data
        if not data.get("unit") and any(data.get(name) is not None for name in ("invited", "took_part")):
            self.add_error("unit", _("Which department is it?"))


class AttendanceRows(Base):
    """One row per department; rows without one do not count."""

    def attended(self) -> tuple[Attended, ...]:
        """The rows that count."""
        rows = (row.cleaned_data for row in self.forms)
        return tuple(
            Attended(row["unit"], row["role"].strip(), row["invited"] or 0, row["took_part"] or 0)
            for row in rows
            if row.get("unit")
        )


def attendance_rows(posted: QueryDict | None, attended: Iterable[Attended]) -> AttendanceRows:
    """A row for each department, and three more."""
    begins = [
        {"unit": each.unit, "role": each.role, "invited": each.invited, "took_part": each.took_part}
        for each in attended
    ]
    units = unit_choices()
    known = {slug for slug, _name in units}
    units += [(unit, unit) for each in begins if (unit := str(each["unit"])) not in known]
    made = formset_factory(AttendanceForm, formset=AttendanceRows, extra=3, max_num=400)
    return made(posted, prefix="attendance", initial=begins, form_kwargs={"units": units})  # type: ignore[return-value]


class ConsequenceForm(forms.Form):
    """What came of a workshop."""

    text = forms.CharField(
        label=_("What was decided because of it?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    taken_up = forms.TypedChoiceField(
        label=_("Was it taken up?"),
        choices=[("yes", _("taken up")), ("no", _("not taken up, for a reason that stands above"))],
        coerce=lambda said: said == "yes",
    )
    day = day_field(_("Decided on"), required=True)
    decision = forms.ModelChoiceField(
        label=_("Which entry of the decision log is it?"),
        queryset=Decision.objects.none(),
        required=False,
        empty_label=_("none of these"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].initial = timezone.localdate()
        logged = cast("forms.ModelChoiceField[Decision]", self.fields["decision"])
        logged.queryset = Decision.objects.filter(withdrawn=None).order_by("-id")


class PulseForm(forms.Form):
    """A pulse to be prepared."""

    name = forms.CharField(label=_("Name"), max_length=120)
    initiative = initiative_field()
    closes = day_field(_("Last day to answer"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["closes"].initial = timezone.localdate() + timedelta(days=10)
