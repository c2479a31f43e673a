"""The form in which a contact is typed while somebody is on the phone."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from leitstern.app.desk.queries import kinds
from leitstern.app.desk.told import QUESTIONS
from leitstern.app.desk.typed import LONGEST_LINE, LONGEST_NOTE, LONGEST_NUMBER, Typed
from leitstern.app.outside.forms import KINDS, Purpose
from leitstern.core.company.facets import IN_TIME
from leitstern.core.company.scales import SCALES
from leitstern.core.company.taxonomy import Channel
from leitstern.core.tables.lake import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.app.common.refusals import WrongDraft
    from leitstern.app.desk.models import Entry
    from leitstern.core.company.lookup import Term
    from leitstern.core.company.taxonomy import Taxonomy, Touchpoint

NOTHING = ("", "–")
QUIET = {"autocomplete": "off"}


class Picked(forms.Select):
    """A list to choose from by typing two letters of a name or of another word for it (see desk.js)."""

    def __init__(self, also: dict[str, str] | None = None) -> None:
        super().__init__(attrs={"data-combobox": "true"})
        self.also = also or {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """An option, with the other words for it."""
        option = super().create_option(name, value, *args, **kwargs)
        if words := self.also.get(str(value)):
            option["attrs"]["data-also"] = words
        return option


def line(label: Any, most: int = LONGEST_LINE, **attrs: Any) -> forms.CharField:
    """One line that may stay empty; what is wrong with it is said by `typed`."""
    widget = forms.TextInput(attrs={**QUIET, "maxlength": most, **attrs})
    return forms.CharField(label=label, required=False, widget=widget)


def picked(label: Any, help_text: Any = "") -> forms.CharField:
    """One of a list, or nothing."""
    return forms.CharField(label=label, required=False, help_text=help_text, widget=Picked())


class ContactForm(forms.Form):
    """In the order in which a conversation goes. Everything but the customer and the touchpoint may stay empty."""

    number = line(_("Customer's number"), LONGEST_NUMBER, autofocus="true")
    kind = forms.CharField(label=_("Kind of number"), required=False, widget=forms.Select())
    purpose = forms.CharField(
        label=_("Show their last contacts"), required=False, widget=forms.Select()
    )  # not kept with the contact: it goes to the audit log when their contacts are shown
    touchpoint = picked(_("Touchpoint"), _("Two letters are enough."))
    at = line(_("When"), placeholder=_("now, 9:40, -20, yesterday 14:15"))
    reason = line(_("Why they got in touch"))
    told_again = forms.BooleanField(
        label=_("Had to tell it again"),
        required=False,
        help_text=_(
            "Customers said once more what we knew already, or who they are. An empty box counts as no."
        ),
    )
    promise = picked(_("What was promised"))
    due = line(_("Promised until"), placeholder=_("Friday, +3, 27.11."))
    step = line(_("Next step"))
    department = picked(_("Who does it"))
    step_due = line(_("By when"), placeholder=_("Friday, +3, 27.11."))
    scale = forms.CharField(label=_("Asked word for word"), required=False, widget=forms.Select())
    value = line(_("Answer"), 2, inputmode="numeric")
    words = line(_("In the customer's words"), LONGEST_NOTE)
    note = forms.CharField(
        label=_("Note"),
        required=False,
        help_text=_("Names and numbers are made unrecognisable."),
        widget=forms.Textarea(attrs={**QUIET, "rows": 2, "maxlength": LONGEST_NOTE}),
    )
    channel = forms.CharField(label=_("Channel"), required=False, widget=forms.Select())

    def __init__(self, taxonomy: Taxonomy, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = get_language() or "en"
        numbers = kinds()
        self._offer("kind", [(kind, KINDS.get(kind, kind)) for kind in numbers])
        self.fields["kind"].initial = numbers[0]
        self.asks_kind = len(numbers) > 1
        self._offer("purpose", [("", _("no, not needed")), *Purpose.choices])
        self._touchpoints(taxonomy)
        by_a_day = (each for each in taxonomy.promises if each.facet == IN_TIME.slug)
        self._offer("promise", [NOTHING, *self._named(by_a_day)])
        self._offer("department", [NOTHING, *self._named(taxonomy.departments)])
        usual = ("", _("as usual at the touchpoint"))
        self._offer("channel", [usual, *self._named(taxonomy.channels)])
        asked = [scale.kind for scale in SCALES.values() if scale.kind in QUESTIONS]
        questions = (
            (kind, QUESTIONS[kind].to(self.language)) for kind in asked if taxonomy.facet(SCALES[kind].facet)
        )
        self._offer("scale", [("", _("not asked")), *questions])

    def typed(self, unticked: str = TOLD[False]) -> Typed:
        """What was typed, as it was typed; a box that was left empty says `unticked`."""
        names = (each.name for each in fields(Typed))
        typed = {name: str(self.data.get(name, "")) for name in names}
        return Typed(**typed | {"told_again": TOLD[True] if "told_again" in self.data else unticked})

    def tell(self, problem: WrongDraft) -> None:
        """Say beside each field what is wrong with it."""
        self.is_valid()
        for each in problem.problems:
            self.add_error(each.field, each.text.to(self.language))

    def _touchpoints(self, taxonomy: Taxonomy) -> None:
        """Those where people meet first: what happens online is rarely entered by hand."""
        met = [point for point in taxonomy.touchpoints if not _digital(point, taxonomy)]
        online = [point for point in taxonomy.touchpoints if _digital(point, taxonomy)]
        groups: list[Any] = [NOTHING]
        for label, points in ((_("In person, by phone, by post"), met), (_("Online"), online)):
            if points:
                groups.append((label, self._named(points)))
        widget = Picked(
            {point.slug: " ".join((point.slug, *point.synonyms)) for point in taxonomy.touchpoints}
        )
        self.fields["touchpoint"].widget = widget
        self._offer("touchpoint", groups)

    def _named(self, terms: Iterable[Term]) -> list[tuple[str, str]]:
        return [(term.slug, term.name.to(self.language)) for term in terms]

    def _offer(self, name: str, choices: list[Any]) -> None:
        self.fields[name].widget.choices = choices


def beginning(entry: Entry, at: str) -> dict[str, str]:
    """What the form begins with when an entry is corrected: what it says, but for the number."""
    said = {each.name: getattr(entry, each.name) for each in fields(Typed)}
    said |= {"number": "", "at": at, "value": "" if entry.value is None else f"{entry.value:g}"}
    return {name: str(value) if value else "" for name, value in said.items()} | {"kind": entry.kind}


def _digital(point: Touchpoint, taxonomy: Taxonomy) -> bool:
    """As the touchpoint says, else its channel; where neither does, people may meet."""
    if point.digital is not None:
        return point.digital
    channel = taxonomy.lookup(Channel).slug(point.channel)
    return channel is not None and channel.digital
