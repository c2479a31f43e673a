"""The forms of the roadmap: tasks, capacities, scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.forms import choices, day_field, offer
from leitstern.app.programme.forms import today_field, words_field
from leitstern.app.programme.tasking import TaskDraft
from leitstern.core.bridge.programme.as_json import change_json
from leitstern.core.bridge.programme.duration import ThreePoint
from leitstern.core.bridge.programme.scenario import MOST_WAIT, Change
from leitstern.core.bridge.programme.task import CHANGE, SIDES, SUPPLIES, Resource, Side, Supply
from leitstern.core.company.money import DECIMALS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.app.portfolio.models import Initiative
    from leitstern.app.programme.models import Task


class TaskForm(forms.Form):
    """A task: how long, on whose say, what it needs and waits for."""

    title = forms.CharField(label=_("What is to be done?"), max_length=200)
    side = forms.ChoiceField(label=_("What is it about?"))
    low = forms.FloatField(label=_("Months at least"))
    mode = forms.FloatField(label=_("Months most likely"))
    high = forms.FloatField(label=_("Months at most"))
    source = forms.CharField(
        label=_("Who says so?"), max_length=200, help_text=_("Those who do the work know best.")
    )
    carries_gate = forms.BooleanField(
        label=_("It carries the culture gate"),
        required=False,
        help_text=_("Technology waits until this is done."),
    )
    unit = forms.ChoiceField(label=_("In which department?"), required=False)
    owner = forms.CharField(
        label=_("Who answers for it?"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"list": "holders"}),
    )
    initiative = forms.ChoiceField(label=_("Which initiative does it belong to?"), required=False)
    needs = forms.MultipleChoiceField(label=_("What has to be done first?"), required=False)
    earliest = day_field(_("Not before"))
    leaders = forms.FloatField(label=_("Hours of leaders a month"), required=False, min_value=0)
    people = forms.FloatField(label=_("Days of employees a month"), required=False, min_value=0)
    it = forms.FloatField(label=_("IT days a month"), required=False, min_value=0)
    money = forms.FloatField(label=_("Money a month"), required=False, min_value=0)
    currency = forms.CharField(label=_("Currency"), required=False, max_length=3)

    def __init__(
        self,
        units: list[tuple[str, str]],
        initiatives: Iterable[Initiative],
        others: Iterable[Task],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "side", choices(SIDES, optional=False))
        offer(self, "unit", [("", _("the whole company")), *units])
        offer(self, "initiative", [("", _("none")), *((str(each.pk), each.title) for each in initiatives)])
        offer(self, "needs", [(str(each.pk), each.title) for each in others])

    def draft(self) -> TaskDraft:
        """What was filled in."""
        data = self.cleaned_data
        currency = data["currency"].strip().upper()
        return TaskDraft(
            title=data["title"],
            side=Side(data["side"]),
            duration=ThreePoint(data["low"], data["mode"], data["high"]),
            source=data["source"],
            unit=data["unit"],
            owner=data["owner"],
            initiative=int(data["initiative"]) if data["initiative"] else None,
            carries_gate=data["carries_gate"],
            earliest=data["earliest"],
            leaders=data["leaders"] or 0,
            people=data["people"] or 0,
            it=data["it"] or 0,
            money=round((data["money"] or 0) * 10 ** DECIMALS.get(currency, 2)),
            currency=currency,
            needs=tuple(map(int, data["needs"])),
        )


class DayForm(forms.Form):
    """On which day something began or ended."""

    day = day_field(_("On which day?"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today_field(self)


class LeaveOutForm(forms.Form):
    """Why a task is left out."""

    why = words_field(_("Why is it left out?"))


class CapacityForm(forms.Form):
    """How much of something there is a month."""

    supply = forms.ChoiceField(label=_("What is scarce?"))
    unit = forms.ChoiceField(label=_("Whose?"), required=False, help_text=_("For leaders and employees."))
    currency = forms.CharField(label=_("Currency"), required=False, max_length=3, help_text=_("For budgets."))
    amount = forms.FloatField(
        label=_("How much a month?"),
        required=False,
        min_value=0,
        help_text=_("Left empty, it no longer limits the plan."),
    )
    source = forms.CharField(label=_("Where does this number come from?"), max_length=200)

    def __init__(self, units: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "supply", choices(SUPPLIES, optional=False))
        offer(self, "unit", [("", _("the whole company")), *units])

    def resource(self) -> Resource:
        """Of what."""
        supply = Supply(self.cleaned_data["supply"])
        if supply in CHANGE:
            return Resource(supply, self.cleaned_data["unit"])
        currency = self.cleaned_data["currency"].strip().upper()
        return Resource(supply, currency if supply is Supply.BUDGET else "")

    def how_much(self) -> float | None:
        """How much, money in minor units."""
        amount: float | None = self.cleaned_data["amount"]
        of = self.resource()
        if amount is None or of.supply is not Supply.BUDGET:
            return amount
        return float(round(amount * 10 ** DECIMALS.get(of.of, 2)))


class ScenarioForm(forms.Form):
    """What if."""

    title = forms.CharField(label=_("What is this scenario called?"), max_length=120)
    more = forms.ChoiceField(label=_("What of more capacity?"), required=False)
    times = forms.FloatField(
        label=_("How many times as much?"),
        required=False,
        min_value=0,
        max_value=10,
        help_text=_("1.5 is half as much again."),
    )
    initiatives = forms.MultipleChoiceField(label=_("Without which initiatives?"), required=False)
    without = forms.MultipleChoiceField(label=_("Without which tasks?"), required=False)
    wait = forms.IntegerField(
        label=_("Months to wait before anything new begins"), required=False, min_value=0, max_value=MOST_WAIT
    )
    direct = forms.BooleanField(
        label=_("On the direct way B: technology does not wait for the culture"), required=False
    )
    nothing = forms.BooleanField(label=_("Doing nothing"), required=False)

    def __init__(
        self,
        resources: list[tuple[str, str]],
        initiatives: Iterable[Initiative],
        tasks: Iterable[Task],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "more", [("", _("nothing")), *resources])
        offer(self, "initiatives", [(str(each.pk), each.title) for each in initiatives])
        offer(self, "without", [(str(each.pk), each.title) for each in tasks])

    def change(self) -> dict[str, Any]:
        """What is different, as it is kept."""
        data = self.cleaned_data
        capacity = {}
        if data["more"] and data["times"] is not None:
            supply, _sep, of = data["more"].partition(":")
            capacity = {Resource(Supply(supply), of): data["times"]}
        change = Change(capacity, tuple(data["without"]), data["direct"], data["wait"] or 0, data["nothing"])
        return change_json(change) | {"initiatives": [int(each) for each in data["initiatives"]]}
