"""The forms of the inventory: applications, capabilities with what they lack, data objects, integrations."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.drawing import words
from leitstern.app.common.forms import choices, day_field, offer
from leitstern.app.company.former import touchpoint_names, unit_names
from leitstern.app.stack.queries import inventory
from leitstern.core.company.money import DECIMALS, Money
from leitstern.core.inside.stack.inventory import (
    Application,
    Capability,
    DataObject,
    Gap,
    Integration,
    Thing,
)
from leitstern.core.inside.stack.terms import (
    CATEGORIES,
    LEVELS,
    LIFECYCLES,
    WAYS,
    Category,
    Kind,
    Level,
    Lifecycle,
    Way,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django_stubs_ext import StrOrPromise

    from leitstern.core.texts import Text

LONGEST = 10_000


def _line(label: StrOrPromise, most: int = 120, help_text: StrOrPromise = "") -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=most, help_text=help_text)


def _area(label: StrOrPromise, help_text: StrOrPromise = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(
        label=label, required=False, max_length=LONGEST, help_text=help_text, widget=widget
    )


def _several(label: StrOrPromise, help_text: StrOrPromise = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, required=False, help_text=help_text, widget=forms.SelectMultiple(attrs={"size": 6})
    )


def _named(names: Mapping[str, Text]) -> list[tuple[str, StrOrPromise]]:
    return sorted(
        ((slug, words(name)) for slug, name in names.items()), key=lambda each: str(each[1]).casefold()
    )


def offer_all(form: forms.Form, field: str, known: Iterable[tuple[str, StrOrPromise]]) -> None:
    """Choices, and whatever stands there now although it is gone: nobody loses it by pressing a button."""
    offered = list(known)
    now = form.initial.get(field) or ()
    there = {slug for slug, _name in offered}
    lost = [slug for slug in ([now] if isinstance(now, str) else now) if slug not in there]
    names = inventory().names
    offer(form, field, [*offered, *((slug, names.get(slug, slug)) for slug in lost)])


def applications() -> list[tuple[str, StrOrPromise]]:
    """Applications that are there, by name."""
    return [(each.slug, each.name) for each in inventory().applications]


class _OfThing(forms.Form):
    """A form of something in the inventory, known by its short name; each gives its `thing` as filled in."""

    def __init__(self, slug: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.slug = slug


class ApplicationForm(_OfThing):
    """An application. Only its name is needed."""

    name = forms.CharField(label=_("Name of the application"), max_length=160)
    category = forms.ChoiceField(label=_("What is the application for?"))
    lifecycle = forms.ChoiceField(label=_("Where does it stand in its life?"))
    units = _several(_("Which departments use it?"))
    owner = _line(_("Who answers for it where it is used?"), help_text=_("A name or a role."))
    it_owner = _line(_("Who answers for it in IT?"))
    vendor = _line(_("Vendor"))
    cost = forms.DecimalField(
        label=_("Cost per year"), required=False, min_value=0, max_digits=18, localize=True
    )
    currency = forms.CharField(label=_("Currency"), required=False, max_length=3, initial="EUR")
    acquired = day_field(_("Acquired on"))
    live_since = day_field(_("Live since"))
    note = _area(_("Note"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "category", choices(CATEGORIES, optional=False))
        offer(self, "lifecycle", choices(LIFECYCLES, optional=False))
        self.initial.setdefault("lifecycle", Lifecycle.LIVE.value)
        offer_all(self, "units", _named(unit_names()))

    def clean(self) -> None:
        """An amount is nothing without its currency."""
        super().clean()
        data = self.cleaned_data
        code = data.get("currency", "").upper()
        amount = data.get("cost")
        if amount is None:
            return
        if len(code) != 3 or not code.isascii() or not code.isalpha():
            self.add_error("currency", _("A cost needs its currency, three letters such as EUR."))
        elif amount * 10 ** DECIMALS.get(code, 2) % 1:
            self.add_error("cost", _("This currency has fewer decimals."))

    def thing(self, gaps: tuple[Gap, ...] = ()) -> Application:
        """The application."""
        data = self.cleaned_data
        code = data["currency"].upper()
        minor = None if data["cost"] is None else int(data["cost"] * 10 ** DECIMALS.get(code, 2))
        texts = {name: data[name].strip() for name in ("owner", "it_owner", "vendor", "note")}
        return Application(
            self.slug,
            data["name"],
            Category(data["category"]),
            Lifecycle(data["lifecycle"]),
            tuple(data["units"]),
            cost=None if minor is None else Money(minor, code),
            acquired=data["acquired"],
            live_since=data["live_since"],
            **texts,
        )


class CapabilityForm(_OfThing):
    """A capability: from the customer's outcome to its three parts."""

    name = forms.CharField(label=_("What do we have to be able to do?"), max_length=160)
    outcome = _area(_("What do customers reach by it?"), _("In their words."))
    owner = _line(_("Who answers for it?"), help_text=_("A name or a role."))
    touchpoints = _several(_("Which touchpoints does it serve?"))
    applications = _several(_("Which applications serve it?"))
    people = forms.ChoiceField(label=_("The people's part"), required=False)
    process = forms.ChoiceField(label=_("The processes' part"), required=False)
    technology = forms.ChoiceField(label=_("The technology's part"), required=False)
    note = _area(_("Note"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for part in ("people", "process", "technology"):
            offer(self, part, choices(LEVELS))
        offer_all(self, "touchpoints", _named(touchpoint_names()))
        offer_all(self, "applications", applications())

    def thing(self, gaps: tuple[Gap, ...] = ()) -> Capability:
        """The capability."""
        data = self.cleaned_data
        people, process, technology = (
            Level(data[part]) if data[part] else None for part in ("people", "process", "technology")
        )
        return Capability(
            self.slug,
            data["name"],
            data["outcome"].strip(),
            data["owner"].strip(),
            tuple(data["touchpoints"]),
            tuple(data["applications"]),
            people,
            process,
            technology,
            gaps,
            data["note"].strip(),
        )


class DataForm(_OfThing):
    """A data object."""

    name = forms.CharField(label=_("What is kept about customers?"), max_length=160)
    leading = forms.ChoiceField(
        label=_("Which application is right, if they disagree?"),
        required=False,
        help_text=_("The leading source; exactly one."),
    )
    kept_in = _several(_("In which applications is it kept?"))
    purpose = _area(_("What is it kept for?"))
    used = day_field(_("Last used for it on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_all(self, "leading", [("", _("none leads")), *applications()])
        offer_all(self, "kept_in", applications())

    def thing(self, gaps: tuple[Gap, ...] = ()) -> DataObject:
        """The data object."""
        data = self.cleaned_data
        return DataObject(
            self.slug,
            data["name"],
            data["leading"],
            tuple(data["kept_in"]),
            data["purpose"].strip(),
            data["used"],
        )


class IntegrationForm(_OfThing):
    """How data gets from one application to another."""

    source = forms.ChoiceField(label=_("From which application?"))
    target = forms.ChoiceField(label=_("To which application?"))
    way = forms.ChoiceField(label=_("How?"))
    objects = _several(_("Which data?"))
    note = _area(_("Note"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in ("source", "target"):
            offer_all(self, field, applications())
        offer(self, "way", choices(WAYS, optional=False))
        offer_all(self, "objects", [(each.slug, each.name) for each in inventory().data])

    def thing(self, gaps: tuple[Gap, ...] = ()) -> Integration:
        """The integration."""
        data = self.cleaned_data
        return Integration(
            data["source"], data["target"], Way(data["way"]), tuple(data["objects"]), data["note"].strip()
        )


FORMS: dict[Kind, type[ApplicationForm | CapabilityForm | DataForm | IntegrationForm]] = {
    Kind.APPLICATION: ApplicationForm,
    Kind.CAPABILITY: CapabilityForm,
    Kind.DATA: DataForm,
    Kind.INTEGRATION: IntegrationForm,
}


def starting_point(thing: Thing) -> dict[str, Any]:
    """A thing as its form begins."""
    found = {name: getattr(thing, name) for name in thing.__dataclass_fields__}
    if isinstance(thing, Application):
        cost = thing.cost
        found["cost"] = Decimal(cost.minor) / 10 ** DECIMALS.get(cost.currency, 2) if cost else None
        found["currency"] = cost.currency if cost else "EUR"
    return found
