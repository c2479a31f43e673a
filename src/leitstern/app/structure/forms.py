"""The forms of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.forms.utils import flatatt
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.drawing import words
from leitstern.app.common.forms import choices, offer
from leitstern.app.company.former import journey_names, touchpoint_names
from leitstern.app.structure.bringing import KINDS, Kind
from leitstern.app.structure.naming import LONGEST
from leitstern.app.structure.pages import unit_choices
from leitstern.app.waves.forms import TableForm
from leitstern.core.inside.structure.duties import LETTERS, PLACES, Letter, Place
from leitstern.core.inside.structure.interfaces import ASPECTS, Aspect
from leitstern.core.inside.structure.register import CUTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django_stubs_ext import StrOrPromise

    from leitstern.app.structure.models import Role
    from leitstern.core.inside.structure.register import Register

YES_NO = [("", _("not said")), ("yes", _("yes")), ("no", _("no"))]


def said(value: str) -> bool | None:
    """Yes, no or nothing, as `YES_NO` has it."""
    return {"yes": True, "no": False}.get(value)


def day_field(label: StrOrPromise, help_text: StrOrPromise = "", *, needed: bool = True) -> forms.DateField:
    """A day."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, required=needed, widget=widget)


def long_text(label: StrOrPromise, help_text: StrOrPromise = "", rows: int = 2) -> forms.CharField:
    """A field for sentences that may stay empty."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class LongSelect(forms.Select):
    """A choice among hundreds; its options are written at once, not each by a template of its own."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """The same as any choice."""
        chosen = "" if value is None else str(value)
        options = format_html_join(
            "\n",
            '<option value="{}"{}>{}</option>',
            ((key, mark_safe(" selected") if str(key) == chosen else "", said) for key, said in self.choices),
        )
        return format_html(
            "<select{}>{}</select>",
            flatatt(self.build_attrs(self.attrs, {"name": name, **(attrs or {})})),
            options,
        )


class RoleField(forms.CharField):
    """A role by name and unit, chosen from a list as one types."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TextInput(attrs={"list": "roles", "autocomplete": "off"}), **kwargs)
        self.roles: dict[str, Role] = {}

    def clean(self, value: Any) -> Any:
        """The role itself, or nothing."""
        given = super().clean(value)
        if not given:
            return None
        found = self.roles.get(given)
        if found is None:
            raise forms.ValidationError(_("There is no such role. Choose one from the list."))
        return found


class WithRoles(forms.Form):
    """A form in which roles are chosen."""

    def __init__(self, roles: dict[str, Role], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, RoleField):
                field.roles = roles


class UnitForm(WithRoles):
    """What the register says of a unit."""

    cut = forms.ChoiceField(
        label=_("By what is it cut?"),
        required=False,
        choices=lambda: [("", "–"), *choices(CUTS, optional=False)],
    )
    size = forms.IntegerField(
        label=_("How many people of its own?"),
        help_text=_(
            "Without the units below it. Of fewer than five, no number is shown to anybody but here."
        ),
        required=False,
        min_value=0,
        max_value=1_000_000,
    )
    lead = RoleField(label=_("Which role leads it?"), required=False)
    experience = forms.BooleanField(label=_("Its whole task is the experience of customers"), required=False)


class PlaceForm(forms.Form):
    """Name and place of a unit that the taxonomy does not have."""

    name = forms.CharField(label=_("Name"), max_length=160)
    parent = forms.ChoiceField(label=_("Part of"), required=False, widget=LongSelect)
    back_office = forms.BooleanField(label=_("Back office"), required=False)

    def __init__(self, *args: Any, without: str = "", known: Register | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [each for each in unit_choices(known) if each[0] != without]
        offer(self, "parent", [("", _("the company")), *offered])


class MergeForm(forms.Form):
    """Into which unit another was merged."""

    successor = forms.ChoiceField(label=_("Goes on in"), widget=LongSelect)
    since = day_field(_("Since"))

    def __init__(self, *args: Any, without: str = "", known: Register | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [each for each in unit_choices(known) if each[0] != without]
        offer(self, "successor", [("", "–"), *offered])


class RoleForm(forms.Form):
    """A role."""

    name = forms.CharField(label=_("Role"), max_length=120, help_text=_("What people do; nobody's name."))
    unit = forms.ChoiceField(label=_("Department"))
    people = forms.IntegerField(
        label=_("How many people hold it"),
        min_value=0,
        max_value=1_000_000,
        help_text=_("Of a role that fewer than five hold, no number is shown to anybody but here."),
    )
    ambassador = forms.ChoiceField(
        label=_("Does speaking up for customers belong to it?"), required=False, choices=YES_NO
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now, offered = self.initial.get("unit"), unit_choices()
        if now and now not in dict(offered):
            offered.insert(0, (now, str(self.initial.get("unit_name", now))))
        offer(self, "unit", [("", "–"), *offered])


class RoleChangeForm(WithRoles):
    """What changed about a role."""

    since = day_field(_("Since"))
    before = RoleField(label=_("Out of which role did it come?"), required=False)
    added = long_text(_("Tasks that came"), _("One in each line."))
    dropped = long_text(_("Tasks that went"), _("One in each line."))
    why = long_text(_("Why?"))


class InterfaceForm(forms.Form):
    """A new interface."""

    giver = forms.ChoiceField(label=_("Who hands over?"))
    receiver = forms.ChoiceField(label=_("Who takes over?"))
    what = forms.CharField(
        label=_("What is handed over?"), max_length=200, help_text=_("Such as: the decision on a loan.")
    )
    touchpoint = forms.ChoiceField(label=_("At which touchpoint do customers notice?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [("", "–"), *unit_choices()]
        offer(self, "giver", offered)
        offer(self, "receiver", offered)
        names = [(slug, words(name)) for slug, name in touchpoint_names().items()]
        offer(self, "touchpoint", [("", "–"), *names])


class ClaimForm(forms.Form):
    """What one side says of an interface."""

    side = forms.ChoiceField(label=_("Who says so?"), widget=forms.RadioSelect)
    defined = forms.ChoiceField(label=_("Is it defined?"), choices=YES_NO, required=False)
    accepted = forms.ChoiceField(label=_("Is it accepted?"), choices=YES_NO, required=False)
    lived = forms.ChoiceField(label=_("Is it lived?"), choices=YES_NO, required=False)
    evidence = long_text(_("What shows it?"), _("Lived is credited only if something shows it."))
    day = day_field(_("When was it so?"))

    def __init__(self, sides: Sequence[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "side", sides)
        self.fields["day"].initial = timezone.localdate

    def claims(self) -> dict[Aspect, bool | None]:
        """What was said of each."""
        return {aspect: said(self.cleaned_data[aspect.value]) for aspect in ASPECTS}


class WorkForm(forms.Form):
    """A new piece of work."""

    place = forms.ChoiceField(
        label=_("What is it?"),
        choices=lambda: choices(PLACES, optional=False),
        initial=Place.PROCESS.value,
        widget=forms.RadioSelect,
    )
    name = forms.CharField(label=_("Name of the process"), max_length=160, required=False)
    touchpoints = forms.MultipleChoiceField(
        label=_("Touchpoints where customers meet the process"), required=False
    )
    customer = forms.BooleanField(label=_("The process is work for customers"), required=False, initial=True)
    touchpoint = forms.ChoiceField(label=_("or the touchpoint"), required=False)
    journey = forms.ChoiceField(label=_("or the journey"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        touchpoints = [(slug, words(name)) for slug, name in touchpoint_names().items()]
        journeys = [(slug, words(name)) for slug, name in journey_names().items()]
        offer(self, "touchpoints", touchpoints)
        offer(self, "touchpoint", [("", "–"), *touchpoints])
        offer(self, "journey", [("", "–"), *journeys])

    def clean(self) -> None:
        """Each kind needs its own field."""
        super().clean()
        field = {"process": "name"}.get(str(self.cleaned_data.get("place")), self.cleaned_data.get("place"))
        if field and not self.cleaned_data.get(field):
            self.add_error(str(field), _("Say which one."))

    def chosen(self) -> tuple[Place, str]:
        """What kind it is, and its name or short name."""
        place = Place(self.cleaned_data["place"])
        return place, self.cleaned_data["name" if place is Place.PROCESS else place.value]


class DutyForm(WithRoles):
    """One more part of a role."""

    role = RoleField(label=_("Role"))
    letter = forms.ChoiceField(
        label=_("What has it to do with it?"),
        choices=lambda: choices(LETTERS, optional=False),
        initial=Letter.ACCOUNTABLE.value,
    )


class FileForm(TableForm):
    """A table of the register."""

    kind = forms.ChoiceField(
        label=_("What does it hold?"),
        choices=lambda: choices(KINDS, optional=False),
        initial=Kind.UNITS.value,
        widget=forms.RadioSelect,
    )
    field_order = ("kind", "file")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].label = cast("str", _("Table (.csv or .xlsx)"))
