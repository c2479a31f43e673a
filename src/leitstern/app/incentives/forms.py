"""The forms of incentives: figures, roles with their rewards, levers, exclusions, files, and decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.drawing import words
from leitstern.app.common.forms import choices, offer
from leitstern.app.company.former import unit_names
from leitstern.app.incentives.bringing import KINDS, Kind
from leitstern.app.incentives.keeping import LONGEST, About
from leitstern.app.structure.kept_units import units_now
from leitstern.app.waves.forms import TableForm
from leitstern.core.inside.incentives.attribution import SCORES, WHYS, Score, Why
from leitstern.core.inside.incentives.declared import STRENGTHS, Strength
from leitstern.core.inside.incentives.figures import (
    DIRECTIONS,
    GIVERS,
    HORIZONS,
    ORIGINS,
    PARTS,
    Direction,
    Giver,
    Horizon,
    Origin,
    Part,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django_stubs_ext import StrOrPromise

    from leitstern.app.incentives.models import Figure


def long_text(
    label: StrOrPromise, help_text: StrOrPromise = "", *, rows: int = 2, needed: bool = True
) -> forms.CharField:
    """A field for sentences."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=needed,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def month_field(label: StrOrPromise, help_text: StrOrPromise, *, needed: bool) -> forms.DateField:
    """A field for a month."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=needed,
        input_formats=["%Y-%m", "%Y-%m-%d", "%m/%Y", "%m.%Y"],
        widget=forms.DateInput(attrs={"type": "month"}, format="%Y-%m"),
    )


class UnitForm(forms.Form):
    """Something of a department."""

    unit = forms.ChoiceField(label=_("Department"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(slug, words(name)) for slug, name in units_now().items()]
        now = self.initial.get("unit")
        if now and now not in dict(offered):  # it left the taxonomy; what was said of it stays
            offered.insert(0, (now, words(unit_names()[now]) if now in unit_names() else now))
        offer(self, "unit", [("", "–"), *offered])


class FigureForm(UnitForm):
    """What a key figure is."""

    name = forms.CharField(label=_("Name"), max_length=160)
    origin = forms.ChoiceField(
        label=_("Whose concern is it?"), choices=lambda: choices(ORIGINS, optional=False)
    )
    part = forms.ChoiceField(
        label=_("Part of the bundle"),
        required=False,
        choices=lambda: [("", "–"), *choices(PARTS, optional=False)],
        help_text=_("For key figures of customers: what of the three it stands for."),
    )
    direction = forms.ChoiceField(
        label=_("Which way is better?"), choices=lambda: choices(DIRECTIONS, optional=False)
    )
    horizon = forms.ChoiceField(
        label=_("When does it move, if something is done?"), choices=lambda: choices(HORIZONS, optional=False)
    )
    giver = forms.ChoiceField(label=_("Who set it?"), choices=lambda: choices(GIVERS, optional=False))
    counted_in = forms.CharField(
        label=_("Counted in"), max_length=40, required=False, help_text=_("Such as EUR, hours, %.")
    )
    score = forms.ChoiceField(
        label=_("If scored from cases"),
        choices=lambda: choices(SCORES, optional=False),
        initial=Score.MEAN.value,
    )
    receivers = forms.IntegerField(
        label=_("Receivers who have to rate"),
        min_value=1,
        max_value=50,
        initial=1,
        help_text=_("Only what so many different receivers rated counts; 1 for everything nobody rates."),
    )
    field_order: tuple[str, ...] = (
        *("name", "unit", "origin", "part", "direction"),
        *("horizon", "giver", "counted_in"),
    )

    def about(self) -> About:
        """What was filled in."""
        data = self.cleaned_data
        return About(
            name=data["name"],
            unit=data["unit"],
            horizon=Horizon(data["horizon"]),
            direction=Direction(data["direction"]),
            origin=Origin(data["origin"]),
            giver=Giver(data["giver"]),
            part=Part(data["part"]) if data["part"] else None,
            counted_in=data["counted_in"],
            score=Score(data["score"]),
            receivers=data["receivers"],
        )


class NewFigureForm(FigureForm):
    """A key figure with its first definition."""

    definition = long_text(_("What exactly is counted?"), rows=3)
    field_order = ("name", "unit", "definition", *FigureForm.field_order[2:])


class DefinitionForm(forms.Form):
    """What is counted from a month on."""

    definition = long_text(_("What exactly is counted?"), rows=3)
    since = month_field(
        _("From which month on?"),
        _("Values before and after are not compared. Without a month, the first definition is corrected."),
        needed=False,
    )


class RoleForm(UnitForm):
    """A role, its people, and its reward: one field per figure."""

    name = forms.CharField(label=_("Role"), max_length=120, help_text=_("What people do; nobody's name."))
    people = forms.IntegerField(
        label=_("How many people hold it"),
        min_value=0,
        max_value=1_000_000,
        help_text=_("Of a role that fewer than five hold, no number is shown to anybody but here."),
    )
    field_order = ("name", "unit", "people")

    def __init__(self, figures: Sequence[Figure], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._figures = figures
        for figure in figures:
            self.fields[f"weight-{figure.slug}"] = forms.IntegerField(
                label=figure.name, required=False, min_value=0, max_value=100
            )

    def weights(self) -> dict[str, int]:
        """Percent by figure."""
        return {figure.slug: self.cleaned_data[f"weight-{figure.slug}"] or 0 for figure in self._figures}

    def about_fields(self) -> list[forms.BoundField]:
        """What the role is."""
        return [self[name] for name in self.field_order]

    def weight_fields(self) -> list[tuple[Figure, forms.BoundField]]:
        """What it is rewarded for."""
        return [(figure, self[f"weight-{figure.slug}"]) for figure in self._figures]

    def clean(self) -> None:
        """All rewards together are one."""
        super().clean()
        together = sum(value or 0 for name, value in self.cleaned_data.items() if name.startswith("weight-"))
        if together > 100:
            message = _("The weights add up to %(sum)s percent; the whole reward is 100.")
            raise forms.ValidationError(message, params={"sum": together})


class LinkForm(forms.Form):
    """Which lever a figure pushes."""

    lever = forms.CharField(
        label=_("What does it change in daily work?"),
        max_length=160,
        help_text=_("The lever, such as: time per contact."),
        widget=forms.TextInput(attrs={"list": "levers"}),
    )
    sign = forms.TypedChoiceField(
        label=_("Whoever works on this figure pushes it"),
        coerce=int,
        choices=[("1", _("up")), ("-1", _("down"))],
        widget=forms.RadioSelect,
    )
    strength = forms.ChoiceField(
        label=_("How strongly?"),
        choices=lambda: choices(STRENGTHS, optional=False),
        initial=Strength.MEDIUM.value,
    )
    basis = long_text(_("How do you know?"), needed=False)


class RuleForm(forms.Form):
    """What is taken out before scoring."""

    name = forms.CharField(label=_("Rule"), max_length=160, help_text=_("Such as: storms and strikes."))
    why = forms.ChoiceField(label=_("Why can nobody help it?"), choices=lambda: choices(WHYS, optional=False))
    reasons = long_text(
        _("Reasons as they stand in the cases"), _("One in each line. Case and spaces do not matter."), rows=3
    )
    figure = forms.ChoiceField(label=_("For which key figure?"), required=False)

    def __init__(self, figures: Sequence[Figure], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "figure", [("", _("every key figure")), *((f.slug, f.name) for f in figures)])

    def chosen(self) -> tuple[Why, list[str]]:
        """Why, and which reasons."""
        return Why(self.cleaned_data["why"]), self.cleaned_data["reasons"].splitlines()


class FileForm(TableForm):
    """A table of the register or of values."""

    kind = forms.ChoiceField(
        label=_("What does it hold?"),
        choices=lambda: choices(KINDS, optional=False),
        initial=Kind.VALUES.value,
        widget=forms.RadioSelect,
    )
    field_order = ("kind", "file")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].label = cast("str", _("Table (.csv or .xlsx)"))


class BeginFigureForm(UnitForm):
    """For which department a template is begun."""


class BeginConflictForm(forms.Form):
    """Who owns the two figures of a conflict."""

    first = forms.ChoiceField(label="")
    second = forms.ChoiceField(label="")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.fields:
            offer(self, name, [("", "–"), *((slug, words(unit)) for slug, unit in units_now().items())])
