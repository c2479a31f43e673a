"""The forms of principles, exemptions, the stop list and counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.drawing import words
from leitstern.app.common.forms import NOTHING, choices, day_field, offer
from leitstern.app.company.former import touchpoint_names, unit_names
from leitstern.app.practice.queries import stop_list
from leitstern.core.bridge.practice.drafts import PrincipleDraft, RuleDraft, StopDraft
from leitstern.core.bridge.practice.terms import SOURCES, STOP_KINDS, Source, StopKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from django.core.files.uploadedfile import UploadedFile
    from django_stubs_ext import StrOrPromise

    from leitstern.core.texts import Text

MOST_BYTES = 20_000_000
EVERYBODY: tuple[str, StrOrPromise] = ("", _("the whole company"))


def named(names: Mapping[str, Text]) -> list[tuple[str, StrOrPromise]]:
    """Short names with what they are called, by name."""
    return sorted(
        ((slug, words(name)) for slug, name in names.items()), key=lambda each: str(each[1]).casefold()
    )


def several(label: StrOrPromise, size: int = 6, help_text: StrOrPromise = "") -> forms.MultipleChoiceField:
    """Any of several; none is an answer too."""
    return forms.MultipleChoiceField(
        label=label, required=False, help_text=help_text, widget=forms.SelectMultiple(attrs={"size": size})
    )


def owner_field(label: StrOrPromise) -> forms.CharField:
    """A name or role, those known already offered."""
    return forms.CharField(
        label=label, required=False, max_length=120, widget=forms.TextInput(attrs={"list": "holders"})
    )


def area(
    label: StrOrPromise, help_text: StrOrPromise = "", *, rows: int = 3, required: bool = False
) -> forms.CharField:
    """Words of several lines."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class PrincipleForm(forms.Form):
    """A principle in one sentence."""

    sentence = forms.CharField(
        label=_("What holds from now on?"),
        max_length=200,
        help_text=_("One sentence somebody can go by tomorrow morning."),
    )
    why = area(_("Why?"))
    units = several(_("For whom does it hold?"), help_text=_("Nothing chosen: for everybody."))
    owner = owner_field(_("Who answers for it?"))
    since = day_field(_("From when on?"), required=True)
    until = day_field(_("Until when?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "units", named(unit_names()))

    def draft(self) -> PrincipleDraft:
        """What was filled in."""
        data = self.cleaned_data
        return PrincipleDraft(**(data | {"units": tuple(data["units"])}))


class RuleForm(forms.Form):
    """What is counted."""

    source = forms.ChoiceField(label=_("Where do the counts come from?"))
    cases = forms.CharField(
        label=_("What is a case?"), max_length=200, help_text=_("For instance: campaigns that were sent.")
    )
    kept = forms.CharField(
        label=_("When is it kept?"),
        max_length=200,
        help_text=_("For instance: classified before they were sent."),
    )
    touchpoint = forms.ChoiceField(
        label=_("At which touchpoint?"), required=False, help_text=_("For promises and repeats.")
    )
    stopped = forms.ChoiceField(
        label=_("Which entry of the stop list?"), required=False, help_text=_("For months without any use.")
    )
    target = forms.FloatField(
        label=_("In how many of 100 cases should it be kept?"), required=False, min_value=0, max_value=100
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "source", choices(SOURCES, optional=False))
        offer(self, "touchpoint", [NOTHING, *named(touchpoint_names())])
        offer(self, "stopped", [NOTHING, *((each.slug, each.name) for each in stop_list())])

    def rule(self, since: date | None = None) -> RuleDraft:
        """What was filled in."""
        data = self.cleaned_data
        source = Source(data["source"])
        subject = {
            Source.PROMISES: data["touchpoint"],
            Source.REPEATS: data["touchpoint"],
            Source.STOP_LIST: data["stopped"],
        }.get(source, "")
        target = None if data["target"] is None else data["target"] / 100
        return RuleDraft(data["cases"], data["kept"], source, subject, target, since)


class RedefineForm(RuleForm):
    """Something else is counted from a month on."""

    since = day_field(
        _("From which month on?"),
        required=True,
        help_text=_("Any day of it. Months before and after are never compared."),
    )


class ExemptionForm(forms.Form):
    """Who need not keep it for a while."""

    unit = forms.ChoiceField(label=_("Who?"), required=False)
    reason = area(_("Why?"), _("It stays visible here for good."), rows=2, required=True)
    since = day_field(_("From"), required=True)
    until = day_field(_("Until"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", [EVERYBODY, *named(unit_names())])


class StopForm(forms.Form):
    """Something that ends."""

    name = forms.CharField(label=_("What do we no longer do?"), max_length=200)
    kind = forms.ChoiceField(label=_("What is it?"))
    why = area(_("Why?"), rows=2)
    ends = day_field(_("When does it end?"), required=True)
    grace = day_field(
        _("Until when is late use forgiven?"), help_text=_("After that, every use is a sign of relapse.")
    )
    replacement = forms.CharField(label=_("What takes its place?"), required=False, max_length=200)
    units = several(_("Who is affected?"))
    counted = forms.CharField(
        label=_("How is further use counted?"),
        required=False,
        max_length=200,
        help_text=_("What one use is, and where it is counted. Of work, never of persons."),
    )
    owner = owner_field(_("Who answers for it?"))
    application = forms.SlugField(
        label=_("Short name in the technology inventory"), required=False, max_length=80
    )
    since = day_field(_("In use since"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", choices(STOP_KINDS, optional=False))
        offer(self, "units", named(unit_names()))

    def draft(self) -> StopDraft:
        """What was filled in."""
        data = self.cleaned_data
        return StopDraft(**(data | {"kind": StopKind(data["kind"]), "units": tuple(data["units"])}))


class AgainForm(forms.Form):
    """It is let in again, or ends once more."""

    day = day_field(_("From when on?"), required=True)
    reason = area(_("Why?"), _("It stays visible here for good."), rows=2, required=True)


class MonthForm(forms.Form):
    """One month, counted by hand."""

    month = forms.CharField(
        label=_("Month"),
        widget=forms.TextInput(attrs={"type": "month"}),
        help_text=_("A month that is over."),
    )
    unit = forms.ChoiceField(label=_("Where?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", [EVERYBODY, *named(unit_names())])

    def clean_month(self) -> date:
        """Its first day."""
        from leitstern.collect.kpi_columns import month_of

        found = month_of(self.cleaned_data["month"])
        if found is None or found >= timezone.localdate().replace(day=1):
            raise forms.ValidationError(_("This is no month that is over."))
        return found


class CountForm(MonthForm):
    """How often a principle was kept."""

    cases = forms.IntegerField(label=_("Cases"), min_value=0, max_value=2_000_000_000)
    kept = forms.IntegerField(label=_("Of these, kept"), min_value=0, max_value=2_000_000_000)


class UseForm(MonthForm):
    """How often something was used that has ended."""

    uses = forms.IntegerField(label=_("Uses"), min_value=0, max_value=2_000_000_000)


class CountsFileForm(forms.Form):
    """A table of counts."""

    kind = forms.ChoiceField(
        label=_("What does it hold?"),
        choices=[
            ("principles", _("how often principles were kept")),
            ("uses", _("how often things on the stop list were used")),
        ],
    )
    file = forms.FileField(
        label=_("Table (.csv or .xlsx)"),
        help_text=_(
            "One line per month and department. All of it is kept, or nothing, with every mistake named."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx"}),
    )

    def clean_file(self) -> UploadedFile[Any]:
        """A table is not larger than this."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("This file is too large. Nothing was kept."))
        return file
