"""The forms of the programme: its beginning and route, what happens at the gates, and hurdles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.forms import choices, day_field, offer
from leitstern.app.programme.beginning import RouteChoice
from leitstern.app.programme.hurdling import HurdleDraft
from leitstern.core.bridge.programme.hurdle import HURDLE_KINDS, HurdleKind
from leitstern.core.inside.instrument import EvidenceType
from leitstern.core.inside.proof_kinds import KINDS
from leitstern.core.inside.route_words import ROUTES, Route

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

NOTHING: tuple[str, StrOrPromise] = ("", _("– not said –"))
HOLDS = [
    NOTHING,
    ("yes", _("it still holds")),
    ("no", _("it no longer holds")),
    ("unclear", _("cannot tell")),
]


def today_field(form: forms.Form, name: str = "day") -> None:
    """A day begins as today."""
    form.fields[name].initial = timezone.localdate()


def words_field(
    label: StrOrPromise, help_text: StrOrPromise = "", *, required: bool = True
) -> forms.CharField:
    """Some lines of text."""
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(
        label=label, help_text=help_text, required=required, max_length=10_000, widget=widget
    )


class RouteForm(forms.Form):
    """The route; what the direct way asks is needed for it alone."""

    route = forms.ChoiceField(label=_("Which route?"))
    exception_by = forms.CharField(
        label=_("For B, D and HOLD: who decides it?"),
        help_text=_("B needs it; with D and HOLD it makes waiting an explicit bet."),
        required=False,
        max_length=120,
    )
    exception_reason = words_field(_("For B, D and HOLD: why?"), required=False)
    tripwires = words_field(
        _("For B, D and HOLD: what ends it?"),
        _(
            "One tripwire per line, such as: half a year after the start fewer than half work with it; staff say in a pulse that they are overloaded."
        ),
        required=False,
    )
    review = day_field(
        _("For B, D and HOLD: when is it looked at again?"), help_text=_("Half a year later if left empty.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "route", choices(ROUTES, optional=False))

    def choice(self) -> RouteChoice:
        """What was filled in."""
        data = self.cleaned_data
        return RouteChoice(
            Route(data["route"]),
            data["exception_by"],
            data["exception_reason"],
            tuple(data["tripwires"].splitlines()),
            data["review"],
        )


class BeginForm(RouteForm):
    """A programme begins."""

    title = forms.CharField(label=_("What is the programme called?"), max_length=120)
    began = day_field(_("When did it begin?"), required=True)
    field_order = ("title", "began", "route")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today_field(self, "began")


class BaselineForm(forms.Form):
    """A survey from before."""

    day = day_field(_("On which day?"), required=True)
    n = forms.IntegerField(label=_("How many people answered?"), min_value=5)
    source = forms.CharField(label=_("Where is it written?"), max_length=200)


class ExpectForm(forms.Form):
    """Who expects what."""

    who = forms.CharField(label=_("Who expects it?"), max_length=120)
    what = words_field(_("What exactly?"), _("It is read again at every gate, and never changed."))
    day = day_field(_("Since when?"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today_field(self)


class EndForm(forms.Form):
    """The programme ends."""

    day = day_field(_("On which day?"), required=True)
    reason = words_field(
        _("Why does it end?"),
        _("Needed unless it has settled: three waves in a row above the target. It stays in sight."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today_field(self)


class OpenForm(forms.Form):
    """A gate opens."""

    who = forms.CharField(label=_("Who answers for this step?"), max_length=120)
    holds = forms.ChoiceField(
        label=_("Does what was expected at the beginning still hold?"), required=False, choices=HOLDS
    )
    read = words_field(_("What is to be said of it?"), required=False)
    day = day_field(_("Since when?"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today_field(self)


class ClaimForm(forms.Form):
    """How far a step is."""

    level = forms.TypedChoiceField(
        label=_("How far is this step?"), coerce=int, choices=[(str(n), str(n)) for n in range(5)]
    )
    words = words_field(_("What can be seen?"), required=False)
    day = day_field(_("Since when?"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today_field(self)


class ReviewForm(ClaimForm):
    """What a claimed level is worth."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"].label = _("Which level do you credit?")
        self.fields["words"].label = _("Why?")


class SkipForm(forms.Form):
    """A step is left out."""

    who = forms.CharField(label=_("Who decides it?"), max_length=120)
    words = words_field(_("Why?"), _("It stays in sight for good, with the name."))
    day = day_field(_("On which day?"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today_field(self)


class AnswerForm(forms.Form):
    """An alarm is answered."""

    words = words_field(_("What is done about it, or why is it no relapse?"))
    day = day_field(_("On which day?"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today_field(self)


class AlarmForm(AnswerForm):
    """An alarm sounds."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = _("What falls back?")


class ProofForm(forms.Form):
    """Something that shows how far a step is."""

    kind = forms.ChoiceField(label=_("What kind of proof?"))
    title = forms.CharField(label=_("What does it show?"), max_length=200)
    day = day_field(_("Day of the fact it shows"), required=True)
    link = forms.URLField(label=_("Where can it be read?"), required=False, max_length=500)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today_field(self)
        offer(self, "kind", choices(KINDS, optional=False))

    def clean_kind(self) -> EvidenceType:
        """As the rules know it."""
        return EvidenceType(self.cleaned_data["kind"])


class HurdleForm(forms.Form):
    """Something that stands in the way."""

    title = forms.CharField(label=_("What stands in the way?"), max_length=200)
    kind = forms.ChoiceField(label=_("What kind of hurdle is it?"))
    since = day_field(_("Since when?"), required=True)
    unit = forms.ChoiceField(label=_("In which department?"), required=False)
    owner = forms.CharField(
        label=_("Who answers for it?"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"list": "holders"}),
    )
    measure = words_field(_("What is done about it?"), required=False)
    due = day_field(_("By when?"))
    effect = words_field(_("What came of it?"), required=False)

    def __init__(self, units: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today_field(self, "since")
        offer(self, "kind", choices(HURDLE_KINDS, optional=False))
        offer(self, "unit", [("", _("the whole company")), *units])

    def draft(self) -> HurdleDraft:
        """What was filled in."""
        data = self.cleaned_data
        return HurdleDraft(**(data | {"kind": HurdleKind(data["kind"])}))


class ClearForm(forms.Form):
    """A hurdle is gone."""

    effect = words_field(_("How does one notice that it is gone?"))
    day = day_field(_("Since when?"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today_field(self)
