"""The forms of bets: one is made, renewed and ended; tripwires are set and read."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.forms import choices, day_field, offer
from leitstern.app.programme.betting import BetDraft, ReadingDraft, WireDraft, review_after
from leitstern.app.programme.forms import today_field, words_field
from leitstern.core.bridge.programme.bet import BETS, QUARTER, WIRES, BetKind, Beyond, WireKind

NAMES_OF_SIDES = (
    (Beyond.BELOW.value, _("it falls below the bound")),
    (Beyond.ABOVE.value, _("it rises above the bound")),
)


class BetForm(forms.Form):
    """A bet. Its tripwires follow on its page."""

    kind = forms.ChoiceField(label=_("What is bet on?"))
    who = forms.CharField(label=_("Who decides it?"), max_length=120)
    reason = words_field(_("Why?"), _("What would have to be true for waiting to be right?"))
    review = day_field(_("When is it looked at again?"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", choices(BETS, optional=False))
        self.fields["review"].initial = review_after(timezone.localdate())

    def draft(self) -> BetDraft:
        """What was filled in."""
        data = self.cleaned_data
        return BetDraft(BetKind(data["kind"]), data["who"], data["reason"], data["review"])


class WireForm(forms.Form):
    """A tripwire; without a bound it is one in words."""

    what = forms.CharField(
        label=_("What is watched?"),
        help_text=_("Such as our share of new accounts, or customers who leave for a new competitor."),
        max_length=300,
    )
    kind = forms.ChoiceField(label=_("Kind"))
    bound = forms.FloatField(
        label=_("Bound"),
        required=False,
        help_text=_("Left empty, whoever reads it says whether it is crossed."),
    )
    unit = forms.CharField(
        label=_("Unit"), required=False, max_length=20, help_text=_("Such as % or customers a month.")
    )
    side = forms.ChoiceField(label=_("It is crossed when"), choices=NAMES_OF_SIDES)
    source = forms.CharField(label=_("Where does the number come from?"), max_length=200)
    reader = forms.CharField(label=_("Who reads it?"), max_length=120, help_text=_("A role is enough."))
    every = forms.IntegerField(
        label=_("At least every how many days?"), min_value=1, max_value=366, initial=QUARTER
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", choices(WIRES, optional=False))

    def draft(self) -> WireDraft:
        """What was filled in."""
        data = self.cleaned_data
        chosen = {"kind": WireKind(data["kind"]), "side": Beyond(data["side"])}
        return WireDraft(**data | chosen)


class ReadingForm(forms.Form):
    """What a tripwire shows."""

    day = day_field(_("On which day?"), required=True)
    value = forms.FloatField(label=_("Value"), required=False)
    low = forms.FloatField(label=_("Interval from"), required=False)
    high = forms.FloatField(label=_("Interval to"), required=False)
    n = forms.IntegerField(label="n", required=False, min_value=5)
    crossed = forms.TypedChoiceField(
        label=_("Is it crossed?"),
        choices=[("no", _("no")), ("yes", _("yes"))],
        coerce=lambda said: said == "yes",
    )
    source = forms.CharField(label=_("Source"), max_length=200)

    def __init__(self, *args: Any, measured: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today_field(self)
        self.fields["value"].required = measured
        for name in ("crossed",) if measured else ("value", "low", "high", "n"):
            del self.fields[name]

    def draft(self) -> ReadingDraft:
        """What was filled in."""
        return ReadingDraft(**self.cleaned_data)


class RenewForm(forms.Form):
    """Somebody looked, and lets it stand."""

    review = day_field(_("When is it looked at again?"), required=True)
    reason = words_field(_("Why does it still hold?"))


class EndBetForm(forms.Form):
    """It is over."""

    outcome = words_field(_("What came of it?"))
