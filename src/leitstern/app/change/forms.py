"""The form of a brief, and of copies that are handed out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.forms import formset_factory
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.change.naming import unit_choices
from leitstern.app.common.forms import choices, day_field, offer
from leitstern.app.practice.queries import principles, stop_list
from leitstern.core.bridge.change.brief import LONGEST, LONGEST_NAME, BriefDraft, Chosen, ForRole, RoleKey
from leitstern.core.bridge.change.talk import CHANNELS, Channel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import QueryDict
    from django_stubs_ext import StrOrPromise

    Base = forms.BaseFormSet[forms.Form]
else:
    Base = forms.BaseFormSet


class BriefForm(forms.Form):
    """All of a brief but the answers for roles."""

    why = forms.CharField(
        label=_("1. Why do we do this?"),
        required=False,
        max_length=LONGEST,
        help_text=_("What gets better for customers, and for those who work here? Technology is no reason."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    principles = forms.MultipleChoiceField(
        label=_("3. Which principles apply from now on?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    stops = forms.MultipleChoiceField(
        label=_("4. What do we deliberately stop?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    speaker = forms.CharField(
        label=_("Who says it?"),
        required=False,
        max_length=LONGEST_NAME,
        help_text=_("By name or role; whom people can ask."),
        widget=forms.TextInput(attrs={"list": "holders"}),
    )
    valid_from = day_field(_("From which day on does it apply?"))

    def __init__(self, draft: BriefDraft, posted: QueryDict | None = None) -> None:
        begins = {
            "why": draft.why,
            "speaker": draft.speaker,
            "valid_from": draft.valid_from,
            "principles": [each.slug for each in draft.principles],
            "stops": [each.slug for each in draft.stops],
        }
        super().__init__(posted, initial=begins)
        held = {each.slug: each.words for each in draft.principles}
        ended = {each.slug: each.words for each in draft.stops}
        self._principles = held | {each.slug: each.sentence for each in principles()}
        self._stops = ended | {each.slug: each.name for each in stop_list()}
        offer(self, "principles", [*self._principles.items()])
        offer(self, "stops", [*self._stops.items()])

    def draft(self, roles: RoleRows) -> BriefDraft:
        """What was filled in."""
        data = self.cleaned_data
        return BriefDraft(
            why=data["why"].strip(),
            speaker=data["speaker"].strip(),
            valid_from=data["valid_from"],
            principles=tuple(Chosen(slug, self._principles[slug]) for slug in data["principles"]),
            stops=tuple(Chosen(slug, self._stops[slug]) for slug in data["stops"]),
            roles=roles.answers(),
        )


class RoleForm(forms.Form):
    """What it means for the daily work of one role."""

    name = forms.CharField(
        label=_("Role"),
        required=False,
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"list": "roles"}),
    )
    unit = forms.ChoiceField(label=_("Department"), required=False)
    text = forms.CharField(
        label=_("What does it mean for the daily work?"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, units: list[tuple[str, StrOrPromise]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", [("", _("– not said –")), *units])

    def clean(self) -> None:
        """An answer says for whom it is."""
        super().clean()
        data = self.cleaned_data
        if data.get("text", "").strip() and not data.get("name", "").strip():
            self.add_error("name", _("For which role is this answer?"))


class RoleRows(Base):
    """One row per role; rows without a name do not count."""

    def answers(self) -> tuple[ForRole, ...]:
        """The rows that count."""
        rows = (row.cleaned_data for row in self.forms)
        return tuple(
            ForRole(RoleKey(row["unit"], row["name"].strip()), row["text"].strip())
            for row in rows
            if row.get("name", "").strip()
        )


def role_rows(posted: QueryDict | None, answers: Iterable[ForRole]) -> RoleRows:
    """A row for each role, and three more."""
    begins = [{"unit": each.role.unit, "name": each.role.name, "text": each.text} for each in answers]
    kept = {unit for each in begins if (unit := each["unit"])}
    units = unit_choices()
    known = {slug for slug, _name in units}
    units += [(slug, slug) for slug in sorted(kept - known)]
    made = formset_factory(RoleForm, formset=RoleRows, extra=3, max_num=200)
    return made(posted, prefix="roles", initial=begins, form_kwargs={"units": units})  # type: ignore[return-value]


class HandOutForm(forms.Form):
    """How many copies were handed out."""

    n = forms.IntegerField(label=_("How many copies?"), min_value=1, max_value=1_000_000)
    channel = forms.ChoiceField(label=_("How?"), initial=Channel.MAIL.value)
    day = day_field(_("Day"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "channel", choices(CHANNELS, optional=False))
        self.fields["day"].initial = timezone.localdate()
