"""The forms of goals, and of what follows an approval."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.forms import NOTHING, choices, day_field, offer
from leitstern.app.portfolio.following import Measured
from leitstern.core.bridge.portfolio.drafts import GoalDraft
from leitstern.core.bridge.portfolio.stage import STAGES, Stage
from leitstern.core.bridge.portfolio.terms import CADENCES, HORIZONS, Cadence, Horizon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.core.files.uploadedfile import UploadedFile

    from leitstern.app.portfolio.models import Goal

MOST_BYTES = 20_000_000


def parted(written: str) -> tuple[str, ...]:
    """What stands in lines or between semicolons."""
    return tuple(part for each in written.replace("\n", ";").split(";") if (part := each.strip()))


class GoalForm(forms.Form):
    """A goal. Only its name is needed; what else is missing, the page tells."""

    title = forms.CharField(label=_("What do we want to reach for our customers?"), max_length=200)
    metric = forms.CharField(
        label=_("What is measured?"),
        required=False,
        max_length=200,
        help_text=_("Something customers notice, such as the share of requests solved at the first contact."),
    )
    unit = forms.CharField(label=_("Unit"), required=False, max_length=40)
    baseline = forms.FloatField(label=_("Where does it stand today?"), required=False)
    target = forms.FloatField(label=_("Where should it stand?"), required=False)
    target_day = day_field(_("By when?"))
    accountable = forms.CharField(
        label=_("Which member of the board answers for it?"),
        required=False,
        max_length=300,
        help_text=_("Exactly one. Whoever is named here for the first time counts as a member of the board."),
        widget=forms.TextInput(attrs={"list": "holders"}),
    )
    cadence = forms.ChoiceField(label=_("How often does somebody look?"), required=False)
    horizon = forms.ChoiceField(label=_("How far ahead?"), required=False)
    parent = forms.ChoiceField(label=_("Which goal does it serve?"), required=False)
    link = forms.URLField(label=_("Where does the strategy say so?"), required=False, max_length=500)

    def __init__(self, others: Iterable[Goal], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "cadence", choices(CADENCES))
        offer(self, "horizon", choices(HORIZONS))
        offer(self, "parent", [NOTHING, *((each.slug, each.title) for each in others)])

    def draft(self) -> GoalDraft:
        """What was filled in."""
        data = self.cleaned_data
        return GoalDraft(
            title=data["title"],
            metric=data["metric"],
            unit=data["unit"],
            baseline=data["baseline"],
            target=data["target"],
            target_day=data["target_day"],
            cadence=Cadence(data["cadence"]) if data["cadence"] else None,
            horizon=Horizon(data["horizon"]) if data["horizon"] else None,
            parent=data["parent"],
            accountable=parted(data["accountable"]),
            link=data["link"],
        )


class MeasuredForm(forms.Form):
    """A number from elsewhere, with its uncertainty."""

    day = day_field(_("Day"), required=True)
    value = forms.FloatField(label=_("Value"))
    low = forms.FloatField(
        label=_("At least"),
        help_text=_("The lower end of its interval, which holds the value in 9 of 10 cases."),
    )
    high = forms.FloatField(label=_("At most"))
    n = forms.IntegerField(label=_("From how many (n)?"), min_value=1)
    source = forms.CharField(label=_("Where does it come from?"), max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].initial = timezone.localdate()

    def measured(self) -> Measured:
        """What was filled in."""
        return Measured(**self.cleaned_data)


class ExceptionForm(forms.Form):
    """Who makes an exception, and why."""

    exception_by = forms.CharField(label=_("Who makes the exception?"), max_length=120)
    exception_reason = forms.CharField(
        label=_("Why?"),
        max_length=10_000,
        help_text=_("It stays visible here for good, with the name."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class PromiseForm(forms.Form):
    """What a vendor promised."""

    vendor = forms.CharField(label=_("Vendor"), max_length=120)
    capability = forms.CharField(label=_("What shall it be able to do?"), max_length=200)
    metric = forms.CharField(label=_("What is it measured by?"), max_length=200)
    level = forms.CharField(label=_("How much of it was promised?"), max_length=120)
    due = day_field(_("By when?"), required=True)
    source = forms.CharField(label=_("Where does it stand?"), required=False, max_length=200)


class JudgementForm(forms.Form):
    """Whether a vendor kept a promise."""

    kept = forms.TypedChoiceField(
        label=_("Kept?"),
        choices=[("yes", _("kept")), ("no", _("not kept"))],
        coerce=lambda said: said == "yes",
        empty_value=None,
    )
    measured = forms.CharField(
        label=_("What was found?"), max_length=200, help_text=_("With n, and the interval if there is one.")
    )
    day = day_field(_("Day"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].initial = timezone.localdate()


class TurnForm(forms.Form):
    """Where an initiative is beyond its approval."""

    stage = forms.ChoiceField(label=_("How far is it?"))
    day = day_field(_("Since when?"), required=True)
    words = forms.CharField(
        label=_("What was learned?"),
        required=False,
        max_length=10_000,
        help_text=_("A stopped initiative without a lesson is stopped twice."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    who = forms.CharField(
        label=_("Who carries it on in daily work?"),
        required=False,
        max_length=120,
        help_text=_("Only if it is handed over."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].initial = timezone.localdate()
        offer(self, "stage", choices(STAGES, optional=False))

    def clean_stage(self) -> Stage:
        """As the checks know it."""
        return Stage(self.cleaned_data["stage"])


class HolderForm(forms.Form):
    """Whether somebody is on the board, and since when they no longer answer."""

    board = forms.BooleanField(label=_("on the board"), required=False)
    left = day_field(_("No longer there since"))


class TableForm(forms.Form):
    """A table of initiatives."""

    file = forms.FileField(
        label=_("Table of initiatives (.csv or .xlsx)"),
        help_text=_("One line per initiative. All of them are kept, or none, with every mistake named."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx"}),
    )

    def clean_file(self) -> UploadedFile[Any]:
        """A table is not larger than this."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("This file is too large. Nothing was kept."))
        return file
