"""The forms of contact rules, and of how personal a contact is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.forms import NOTHING, choices, day_field, offer
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.policy.queries import milestone_names
from leitstern.app.practice.forms import area, named, owner_field
from leitstern.core.bridge.policy.personal import LONGEST_LINK, Answers, PersonalDraft
from leitstern.core.bridge.policy.rules import MOST_DAYS, Demand, Occasion, Words
from leitstern.core.bridge.policy.terms import DUTIES, PURPOSES, Duty, OccasionKind, Purpose

if TYPE_CHECKING:
    from leitstern.app.policy.models import ContactRule
    from leitstern.core.texts import Text


def touchpoints_now() -> dict[str, Text]:
    """Touchpoints that customers can be at today."""
    taxonomy = current_taxonomy()
    return {each.slug: each.name for each in taxonomy.touchpoints} if taxonomy else {}


def answering() -> forms.CharField:
    """Somebody answers for it, by name or role."""
    field = owner_field(_("Who answers for it?"))
    field.required = True
    return field


class WordsForm(forms.Form):
    """What is said around a rule, and until when it holds."""

    reason = area(_("Why?"), rows=2, required=True)
    outcome = area(
        _("What do customers notice of it?"),
        _("In their words. A rule nobody would notice is none."),
        rows=2,
        required=True,
    )
    owner = answering()
    review = day_field(_("When does somebody look at it again?"), required=True)
    until = day_field(_("Until when?"), help_text=_("Empty: until further notice."))

    def words(self) -> Words:
        """What was filled in."""
        data = self.cleaned_data
        return Words(data["reason"], data["outcome"], data["owner"], data["review"])


class RuleForm(WordsForm):
    """A rule: what it demands, and what is said around it."""

    occasion = forms.ChoiceField(label=_("After what?"))
    duty = forms.ChoiceField(label=_("What holds then?"))
    touchpoint = forms.ChoiceField(label=_("Which contact?"))
    first = forms.IntegerField(
        label=_("From which day on?"),
        min_value=0,
        max_value=MOST_DAYS,
        initial=0,
        help_text=_("In calendar days after it; 0 is the same day."),
    )
    last = forms.IntegerField(label=_("Up to which day?"), min_value=0, max_value=MOST_DAYS, initial=30)
    since = day_field(_("From when on?"), required=True, help_text=_("It is counted from this day on."))
    field_order = ["occasion", "duty", "touchpoint", "first", "last", "since", "until"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        points = touchpoints_now()
        at = [(f"{OccasionKind.TOUCHPOINT}:{slug}", name) for slug, name in named(points)]
        reached = [(f"{OccasionKind.MILESTONE}:{slug}", name) for slug, name in named(milestone_names())]
        grouped = [NOTHING, (_("A milestone is reached"), reached), (_("A touchpoint is met"), at)]
        self.fields["occasion"].choices = grouped  # type: ignore[attr-defined]
        offer(self, "duty", choices(DUTIES, optional=False))
        offer(self, "touchpoint", [NOTHING, *named(points)])

    def demand(self) -> Demand:
        """What was filled in."""
        data = self.cleaned_data
        kind, _colon, slug = data["occasion"].partition(":")
        days = {name: data[name] for name in ("since", "first", "last", "until")}
        return Demand(Occasion(OccasionKind(kind), slug), data["touchpoint"], Duty(data["duty"]), **days)


class PersonalForm(forms.Form):
    """Three answers for one purpose at one touchpoint."""

    touchpoint = forms.ChoiceField(label=_("At which touchpoint?"))
    purpose = forms.ChoiceField(label=_("For what is the contact there?"))
    gain = forms.BooleanField(
        label=_("Customers gain something if it is personal."),
        required=False,
        help_text=_("Customers, not the company. Say below where that is shown."),
    )
    evidence = forms.CharField(
        label=_("Where is that shown?"),
        required=False,
        max_length=LONGEST_LINK,
        help_text=_("A link, or what was measured when and on whom. Without it the gain does not count."),
    )
    consent = forms.BooleanField(
        label=_("Customers have consented to their data being used for this."), required=False
    )
    asked = forms.IntegerField(
        label=_("How many customers were asked whether it would feel like being watched?"),
        min_value=0,
        max_value=10_000_000,
        initial=0,
    )
    watched = forms.IntegerField(
        label=_("Of these, how many said yes?"), min_value=0, max_value=10_000_000, initial=0
    )
    owner = answering()
    review = day_field(_("When does somebody look at it again?"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "touchpoint", [NOTHING, *named(touchpoints_now())])
        offer(self, "purpose", choices(PURPOSES, optional=False))

    def draft(self) -> PersonalDraft:
        """What was filled in."""
        data = self.cleaned_data
        answers = Answers(*(data[name] for name in ("gain", "evidence", "consent", "asked", "watched")))
        purpose = Purpose(data["purpose"])
        return PersonalDraft(data["touchpoint"], purpose, answers, data["owner"], data["review"])


def beginning(row: ContactRule) -> dict[str, object]:
    """What is said around a rule, to be said otherwise."""
    said = {name: getattr(row, name) for name in ("reason", "outcome", "review", "until")}
    return said | {"owner": row.owner.name}
