"""The forms of adoption: teams, what living an application means, since when it is live, rollout, and files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from leitstern.app.adoption.feeding import KINDS, Kind
from leitstern.app.adoption.watching import LONGEST, LONGEST_TEXT, STEP_KINDS, Said, StepKind
from leitstern.app.common.drawing import words
from leitstern.app.common.forms import choices, offer
from leitstern.app.company.former import touchpoint_names, unit_names
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.structure.kept_units import units_now
from leitstern.app.waves.forms import TableForm
from leitstern.core.company.facets import complete

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django_stubs_ext import StrOrPromise

    from leitstern.app.adoption.models import Team


def month_field(label: StrOrPromise, help_text: StrOrPromise = "", *, needed: bool = True) -> forms.DateField:
    """A field for a month."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=needed,
        input_formats=["%Y-%m", "%Y-%m-%d", "%m/%Y", "%m.%Y"],
        widget=forms.DateInput(attrs={"type": "month"}, format="%Y-%m"),
    )


def day_field(label: StrOrPromise, help_text: StrOrPromise = "", *, needed: bool = True) -> forms.DateField:
    """A field for a day."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=needed,
        input_formats=["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


def short_text(label: StrOrPromise, help_text: StrOrPromise = "") -> forms.CharField:
    """A field for a line that may stay empty."""
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=LONGEST)


class TeamForm(forms.Form):
    """What a team is."""

    name = forms.CharField(label=_("Name"), max_length=120)
    unit = forms.ChoiceField(label=_("Department"))
    country = forms.CharField(
        label=_("Country"), required=False, max_length=2, help_text=_("With two letters, such as AT.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(slug, words(name)) for slug, name in units_now().items()]
        now = self.initial.get("unit")
        if now and now not in dict(offered):  # it left the taxonomy; what was said of it stays
            offered.insert(0, (now, words(unit_names()[now]) if now in unit_names() else now))
        offer(self, "unit", [("", "–"), *offered])


class SizeForm(forms.Form):
    """How many people there are since when."""

    people = forms.IntegerField(label=_("How many people?"), min_value=0, max_value=1_000_000)
    since = month_field(_("Since which month?"))


class NewTeamForm(SizeForm, TeamForm):
    """A team with its first size."""

    field_order = ("name", "unit", "country", "people", "since")


class MeaningForm(forms.Form):
    """What using and living an application means."""

    active = forms.CharField(
        label=_("Who counts as active in a week?"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Signing in once is little. Such as: opened, changed or approved a brief."),
    )
    workflow = short_text(
        _("Core workflow"), _("The usage feed then tells how many runs began and how many were completed.")
    )
    features = forms.CharField(
        label=_("Required features"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One in each line. What is nice to have does not belong here."),
    )
    principle = short_text(_("Principle"), _("Such as: every campaign is classified before it goes out."))
    metadata = short_text(_("Metadata that have to be filled in"))
    touchpoint = forms.ChoiceField(label=_("Where should customers notice?"), required=False)
    facet = forms.ChoiceField(label=_("By which statement?"), required=False)
    since = month_field(
        _("Since which month?"),
        _("Months before are not compared with later ones. Empty: from the beginning."),
        needed=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taxonomy = current_taxonomy()
        names = touchpoint_names()
        points = [(each.slug, words(names[each.slug])) for each in taxonomy.touchpoints] if taxonomy else []
        facets = [(each.slug, words(each.name)) for each in complete(taxonomy.facets)] if taxonomy else []
        offer(self, "touchpoint", [("", "–"), *points])
        offer(self, "facet", [("", "–"), *facets])

    def said(self) -> Said:
        """What was filled in."""
        data = dict(self.cleaned_data)
        data.pop("application", None)
        data.pop("name", None)
        return Said(**data | {"features": tuple(data["features"].splitlines())})


class WatchForm(MeaningForm):
    """An application, from the register of technology or by its name, and what living it means."""

    application = forms.ChoiceField(label=_("Application of the technology register"), required=False)
    name = forms.CharField(
        label=_("Or its name"),
        required=False,
        max_length=160,
        help_text=_("For one that is not in the register."),
    )
    field_order = ("application", "name")

    def __init__(self, names: Mapping[str, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._names = names
        offer(self, "application", [("", "–"), *sorted(names.items(), key=lambda each: each[1])])

    def called(self) -> tuple[str, str]:
        """Its name, and its short name where the register knows it."""
        slug = self.cleaned_data["application"]
        return (self._names[slug], slug) if slug else (self.cleaned_data["name"], "")


class LiveForm(forms.Form):
    """Since when it is live, in which teams."""

    teams = forms.MultipleChoiceField(label=_("In which teams?"), widget=forms.CheckboxSelectMultiple)
    day = day_field(_("Live since"))

    def __init__(self, teams: Sequence[Team], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "teams", [(each.slug, each.name) for each in teams])


class StepForm(forms.Form):
    """A point of the rollout."""

    kind = forms.ChoiceField(
        label=_("What is it about?"), choices=lambda: choices(STEP_KINDS, optional=False)
    )
    title = forms.CharField(label=_("What has to be there?"), max_length=160)
    done = day_field(_("Done on"), needed=False)

    def chosen(self) -> StepKind:
        """What it is about."""
        return StepKind(self.cleaned_data["kind"])


class FileForm(TableForm):
    """A table that is handed in."""

    kind = forms.ChoiceField(
        label=_("What does it hold?"),
        choices=lambda: choices(KINDS, optional=False),
        initial=Kind.USAGE.value,
        widget=forms.RadioSelect,
    )
    field_order = ("kind", "file")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].label = cast("str", _("Table (.csv or .xlsx)"))
