"""The form of an initiative: from the customer inwards, all on one page. Rows left empty do not count."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.drawing import words
from leitstern.app.common.forms import NOTHING, choices, day_field, offer
from leitstern.app.company.former import journey_names, persona_names, touchpoint_names, unit_names
from leitstern.app.portfolio.forms import parted
from leitstern.app.portfolio.initiative_rows import area
from leitstern.core.bridge.claims.register import TITLES
from leitstern.core.bridge.portfolio.drafts import ForPeople, InitiativeDraft, Pull
from leitstern.core.bridge.portfolio.picture import Expectation, Path, ProjectMilestone
from leitstern.core.bridge.portfolio.terms import (
    AI_MODES,
    AI_PURPOSES,
    AIMS,
    FATES,
    HORIZONS,
    KINDS,
    ORIGINS,
    Aim,
    AiMode,
    AiPurpose,
    Horizon,
    Kind,
    MilestoneKind,
    Origin,
)
from leitstern.core.company.money import DECIMALS, Money
from leitstern.core.outside.outcomes import Fate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django_stubs_ext import StrOrPromise

    from leitstern.app.portfolio.initiative_rows import MilestoneForms, PathForms, PeopleForms
    from leitstern.app.portfolio.models import Goal, Initiative
    from leitstern.core.texts import Text

PULLS: list[tuple[str, StrOrPromise]] = [
    ("3", _("works strongly for it")),
    ("2", _("works for it")),
    ("1", _("works slightly for it")),
    ("0", _("has nothing to do with it")),
    ("-1", _("works slightly against it")),
    ("-2", _("works against it")),
    ("-3", _("works strongly against it")),
]
EXPECTED = ("expects_metric", "expects_value", "expects_by", "expects_who")


def _several(label: StrOrPromise, size: int = 6, help_text: StrOrPromise = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, required=False, help_text=help_text, widget=forms.SelectMultiple(attrs={"size": size})
    )


class InitiativeForm(forms.Form):
    """Everything but the rows of chain, people measures and milestones; one field per goal (`goal-…`)."""

    title = forms.CharField(label=_("What is it called?"), max_length=200)
    kind = forms.ChoiceField(label=_("What does it mainly change?"))
    aim = forms.ChoiceField(label=_("What is it judged by in the end?"))
    origin = forms.ChoiceField(label=_("Where did the idea come from?"), required=False)
    persona = forms.ChoiceField(label=_("For whom, above all?"), required=False)
    unit = forms.ChoiceField(label=_("Which department leads it?"))
    partners = _several(_("Who takes part?"))
    touchpoints = _several(_("Which touchpoints does it change?"))
    journeys = _several(_("Which journeys is it about?"), 4)
    data_objects = area(_("Which data does it use?"), help_text=_("One per line, such as contact history."))
    ai_mode = forms.ChoiceField(label=_("What does artificial intelligence do in it?"), required=False)
    ai_purpose = forms.ChoiceField(label=_("What is it for, as customers see it?"), required=False)
    roles = area(_("Whose work changes?"), help_text=_("Roles, one per line; never persons."))
    work_change = area(_("How does everyday work change?"))
    personalises = forms.BooleanField(label=_("It personalises what single customers get"), required=False)
    owner = forms.CharField(
        label=_("Who answers for it?"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"list": "holders"}),
    )
    sponsor = forms.CharField(
        label=_("Who on the board answers for it?"),
        required=False,
        max_length=120,
        help_text=_("Whoever is named here for the first time counts as a member of the board."),
        widget=forms.TextInput(attrs={"list": "holders"}),
    )
    budget = forms.DecimalField(label=_("Budget"), required=False, min_value=0, max_digits=18, localize=True)
    currency = forms.CharField(label=_("Currency"), required=False, max_length=3, initial="EUR")
    horizon = forms.ChoiceField(label=_("How far ahead?"), required=False)
    begins = day_field(_("Begins"))
    ends = day_field(_("Ends"))
    needs = _several(_("What has to come first?"), 4)
    expects_metric = forms.CharField(label=_("What is measured?"), required=False, max_length=200)
    expects_baseline = forms.FloatField(label=_("Where does it stand today?"), required=False)
    expects_value = forms.FloatField(label=_("Which value is expected?"), required=False)
    expects_unit = forms.CharField(label=_("Unit"), required=False, max_length=40)
    expects_by = day_field(_("By when?"))
    expects_who = forms.CharField(label=_("Who expects it?"), required=False, max_length=120)
    customer_outcome = forms.ChoiceField(
        label=_("What is to become of customers?"),
        required=False,
        help_text=_(
            "Measured from contacts and answers, before it began and since, of the persona and the journeys above."
        ),
    )
    expects_claim = forms.ChoiceField(
        label=_("What does it rest on?"),
        required=False,
        help_text=_(
            "A published figure that cannot carry an expectation keeps the gate closed, and it says why."
        ),
    )

    def __init__(
        self, goals: Iterable[Goal], others: Iterable[Initiative], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", choices(KINDS, optional=False))
        offer(self, "aim", choices(AIMS, optional=False))
        offer(self, "origin", choices(ORIGINS))
        offer(self, "ai_mode", [("", _("nothing")), *choices(AI_MODES, optional=False)])
        offer(self, "ai_purpose", choices(AI_PURPOSES))
        offer(self, "customer_outcome", choices(FATES))
        offer(self, "horizon", choices(HORIZONS))
        offer(self, "unit", [("", _("– please choose –")), *_named(unit_names())])
        offer(self, "partners", _named(unit_names()))
        offer(self, "touchpoints", _named(touchpoint_names()))
        offer(self, "journeys", _named(journey_names()))
        offer(self, "persona", [NOTHING, *_named(persona_names())])
        offer(self, "expects_claim", [("", _("on what we know ourselves")), *_named(TITLES)])
        offer(self, "needs", [(each.slug, each.title) for each in others])
        self.goals = tuple(goals)
        for goal in self.goals:
            self.fields[f"goal-{goal.slug}"] = forms.ChoiceField(label=goal.title, choices=PULLS, initial="0")

    def goal_fields(self) -> list[forms.BoundField]:
        """One per goal."""
        return [self[f"goal-{goal.slug}"] for goal in self.goals]

    def clean(self) -> None:
        """An expectation is whole or not there; a budget has a currency and no smaller parts than it."""
        data = super().clean() or self.cleaned_data
        given = [name for name in EXPECTED if data.get(name) not in (None, "")]
        if given and len(given) < len(EXPECTED):
            for name in EXPECTED:
                if name not in given and name not in self.errors:
                    self.add_error(name, _("An expectation needs this, too."))
        budget = data.get("budget")
        if budget is not None:
            scaled = budget * 10 ** DECIMALS.get(data.get("currency", "").upper(), 2)
            if scaled != scaled.to_integral_value():
                self.add_error("budget", _("More decimals than the currency has."))

    def draft(self, paths: PathForms, people: PeopleForms, milestones: MilestoneForms) -> InitiativeDraft:
        """What was filled in, rows included."""
        data = self.cleaned_data
        optional = {"origin": Origin, "ai_mode": AiMode, "ai_purpose": AiPurpose, "horizon": Horizon}
        optional |= {"customer_outcome": Fate}
        return InitiativeDraft(
            title=data["title"],
            kind=Kind(data["kind"]),
            aim=Aim(data["aim"]),
            units=tuple(dict.fromkeys([data["unit"], *data["partners"]])),
            **{name: kind(data[name]) if data[name] else None for name, kind in optional.items()},  # type: ignore[arg-type]
            **{name: tuple(data[name]) for name in ("touchpoints", "journeys", "needs")},  # type: ignore[arg-type]
            **{name: parted(data[name]) for name in ("data_objects", "roles")},  # type: ignore[arg-type]
            **{name: data[name] for name in ("persona", "personalises", "work_change", "begins", "ends")},
            owner=data["owner"],
            sponsor=data["sponsor"],
            budget=self._money(),
            expects=self._expectation(),
            paths=tuple(Path(**row) for row in paths.filled()),
            pulls=tuple(
                Pull(goal.slug, 1 if weight > 0 else -1, abs(weight))
                for goal in self.goals
                if (weight := int(data[f"goal-{goal.slug}"]))
            ),
            people_measures=tuple(ForPeople(**row) for row in people.filled()),
            milestones=tuple(
                ProjectMilestone(**(row | {"kind": MilestoneKind(row["kind"])}))
                for row in milestones.filled()
            ),
        )

    def _money(self) -> Money | None:
        data = self.cleaned_data
        if data["budget"] is None:
            return None
        currency = data["currency"].upper()
        return Money(int(data["budget"] * 10 ** DECIMALS.get(currency, 2)), currency)

    def _expectation(self) -> Expectation | None:
        data = self.cleaned_data
        if data["expects_value"] is None:
            return None
        names = ("metric", "baseline", "value", "unit", "by", "who", "claim")
        return Expectation(**{name: data[f"expects_{name}"] for name in names})


def starting_point(draft: InitiativeDraft) -> dict[str, Any]:
    """What the form begins with for an initiative that is there."""
    fields = (
        "title",
        "persona",
        "touchpoints",
        "journeys",
        "work_change",
        "personalises",
        "owner",
        "sponsor",
    )
    begins: dict[str, Any] = {name: getattr(draft, name) for name in (*fields, "begins", "ends", "needs")}
    begins |= {
        name: str(getattr(draft, name) or "")
        for name in ("kind", "aim", "origin", "ai_mode", "ai_purpose", "customer_outcome", "horizon")
    }
    begins |= {name: "\n".join(getattr(draft, name)) for name in ("data_objects", "roles")}
    begins |= {"unit": draft.units[0] if draft.units else "", "partners": draft.units[1:]}
    if draft.budget:
        scale = 10 ** DECIMALS.get(draft.budget.currency, 2)
        begins |= {"budget": Decimal(draft.budget.minor) / scale, "currency": draft.budget.currency}
    for name in ("metric", "baseline", "value", "unit", "by", "who", "claim") if draft.expects else ():
        begins[f"expects_{name}"] = getattr(draft.expects, name)
    return begins | {f"goal-{pull.goal}": str(pull.sign * pull.weight) for pull in draft.pulls}


def _named(names: dict[str, Text]) -> list[tuple[str, StrOrPromise]]:
    return sorted(((slug, words(name)) for slug, name in names.items()), key=lambda each: each[1].casefold())
