"""The form of something that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.change.messaging import LONGEST_NOTE, Plan
from leitstern.app.change.naming import read, role_choices, unit_choices, written
from leitstern.app.common.forms import choices, day_field, offer
from leitstern.app.portfolio.models import Initiative
from leitstern.core.bridge.change.brief import RoleKey
from leitstern.core.bridge.change.talk import ANSWERS, CHANNELS, Answer, Channel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import QueryDict

    from leitstern.app.change.models import Message


def initiative_field() -> forms.ModelChoiceField[Initiative]:
    """Which change it is about."""
    return forms.ModelChoiceField(
        label=_("Which change is it about?"),
        queryset=Initiative.objects.filter(withdrawn=None),
        required=False,
        empty_label=_("all that is changing"),
    )


class MessageForm(forms.Form):
    """Who hears what, from whom, when and how."""

    title = forms.CharField(label=_("What happens?"), max_length=200)
    initiative = initiative_field()
    answer = forms.ChoiceField(label=_("What is said?"), initial=Answer.ALL.value)
    day = day_field(_("When?"), required=True)
    channel = forms.ChoiceField(label=_("How?"))
    who = forms.CharField(
        label=_("Who says it?"), max_length=120, widget=forms.TextInput(attrs={"list": "holders"})
    )
    units = forms.MultipleChoiceField(
        label=_("Which departments hear it?"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
    )
    roles = forms.MultipleChoiceField(
        label=_("Which roles hear it?"), required=False, widget=forms.SelectMultiple(attrs={"size": 6})
    )
    note = forms.CharField(
        label=_("What else is to be remembered?"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self,
        row: Message | None,
        posted: QueryDict | None = None,
        begins_with: Mapping[str, Any] | None = None,
    ) -> None:
        begins: dict[str, Any] = {"day": timezone.localdate(), "answer": Answer.ALL.value}
        kept = [RoleKey(unit, name) for unit, name in row.roles] if row else []
        if row:
            fields = ("title", "initiative", "answer", "day", "channel", "who", "units", "note")
            begins = {name: getattr(row, name) for name in fields}
            begins["roles"] = [written(role) for role in kept]
        super().__init__(posted, initial={**begins, **(begins_with or {})})
        offer(self, "answer", choices(ANSWERS, optional=False))
        offer(self, "channel", choices(CHANNELS, optional=False))
        units = unit_choices()
        known = {slug for slug, _name in units}
        offer(
            self,
            "units",
            [*units, *((unit, unit) for unit in (row.units if row else ()) if unit not in known)],
        )
        offer(self, "roles", role_choices(kept))

    def plan(self) -> Plan:
        """What was filled in."""
        data = self.cleaned_data
        return Plan(
            title=data["title"],
            day=data["day"],
            channel=Channel(data["channel"]),
            who=data["who"],
            answer=Answer(data["answer"]),
            initiative=data["initiative"],
            units=tuple(data["units"]),
            roles=tuple(read(value) for value in data["roles"]),
            note=data["note"],
        )


class DoneForm(forms.Form):
    """On which day it was said."""

    day = day_field(_("Said on"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].initial = timezone.localdate()
