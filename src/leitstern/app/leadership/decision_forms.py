"""The forms of decisions: the question, what lies on the table, what was decided, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.drawing import words
from leitstern.app.common.forms import choices, day_field, say
from leitstern.app.leadership.forms import long_text
from leitstern.app.leadership.freezing import LONGEST as LONGEST_PROOF
from leitstern.app.leadership.freezing import Shown
from leitstern.app.structure.kept_units import units_now
from leitstern.core.bridge.leadership.drafts import LINE, QuestionDraft, VerdictDraft
from leitstern.core.bridge.leadership.log import STATES
from leitstern.core.bridge.leadership.terms import CIRCLES, FAVOURS, PROOFS, Circle, Favour, Proof

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.app.common.refusals import WrongDraft
    from leitstern.core.company.taxonomy import Touchpoint

IN_WORDS = (Proof.VOICE, Proof.STORY, Proof.OTHER)
NOWHERE = ("", "–")
ALL = ("", _("all"))


class _Refusing(forms.Form):
    def refused(self, problem: WrongDraft) -> None:
        """Tell each field what is wrong with it."""
        say(self, problem.problems)


class QuestionForm(_Refusing):
    """What is to be decided."""

    question = forms.CharField(
        label=_("What is to be decided?"), max_length=LINE, help_text=_("As a question.")
    )
    circle = forms.ChoiceField(label=_("Who decides?"), choices=lambda: choices(CIRCLES, optional=False))
    unit = forms.ChoiceField(
        label=_("Department"), required=False, help_text=_("If a department decides, or if it is about one.")
    )
    office = forms.CharField(
        label=_("In which office?"),
        required=False,
        max_length=120,
        help_text=_("A role, such as: Board Member Customers."),
    )
    options = long_text(
        _("Which ways are there?"), _("One per line. Doing nothing is always one of them."), rows=3
    )
    asked = day_field(_("Since when is it asked?"), required=True)
    deadline = day_field(_("To be decided by"))
    insight = day_field(
        _("Since when has one known?"),
        help_text=_("The day of the insight. Left empty, that of the first evidence of customers counts."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["asked"].initial = timezone.localdate
        units = [(slug, words(name)) for slug, name in units_now().items()]
        self.fields["unit"].choices = [NOWHERE, *units]  # type: ignore[attr-defined]

    def draft(self) -> QuestionDraft:
        """What was filled in."""
        data = dict(self.cleaned_data)
        options = tuple(line.strip() for line in data.pop("options").splitlines() if line.strip())
        return QuestionDraft(circle=Circle(data.pop("circle")), options=options, **data)


class TableForm(forms.Form):
    """Evidence out of the product; it is frozen as it is now."""

    which = forms.ChoiceField(label=_("What lies on the table?"))

    def __init__(
        self, offered: Sequence[tuple[str, list[tuple[str, str]]]], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["which"].choices = [NOWHERE, *offered]  # type: ignore[attr-defined]

    def shown(self) -> Shown:
        """What was chosen: kind, then what tells one from another."""
        kind, _colon, rest = self.cleaned_data["which"].partition(":")
        first, _colon, second = rest.partition(":")
        if kind == Proof.GAP:
            return Shown(Proof.GAP, touchpoint=first, facet=second)
        return Shown(Proof(kind), reference=first, facet=second)


class WordsForm(forms.Form):
    """Evidence in words."""

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=lambda: choices({each: PROOFS[each] for each in IN_WORDS}, optional=False),
    )
    touchpoint = forms.ChoiceField(label=_("At which touchpoint?"), required=False)
    said = forms.CharField(
        label=_("In a sentence or two"),
        max_length=LONGEST_PROOF,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Never a customer's name. What looks like one, or like a number or an address, is taken out."
        ),
    )

    def __init__(self, touchpoints: Sequence[Touchpoint], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(each.slug, words(each.name)) for each in touchpoints]
        self.fields["touchpoint"].choices = [NOWHERE, *offered]  # type: ignore[attr-defined]

    def shown(self) -> Shown:
        """What was filled in."""
        data = self.cleaned_data
        return Shown(Proof(data["kind"]), touchpoint=data["touchpoint"], said=data["said"])


class VerdictForm(_Refusing):
    """What was decided."""

    day = day_field(_("When was it decided?"), required=True)
    nothing = forms.BooleanField(label=_("We deliberately do nothing"), required=False)
    decided = forms.CharField(
        label=_("What was decided?"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    changed = forms.TypedChoiceField(
        label=_("Did customers change the decision?"),
        coerce=lambda value: value == "yes",
        choices=[("no", _("no")), ("yes", _("yes"))],
        widget=forms.RadioSelect,
    )
    otherwise = long_text(_("If so: what would have been decided otherwise?"))
    reason = long_text(
        _("If no customer evidence lay on the table: why not?"), _("The reason stays in the log.")
    )
    favour = forms.ChoiceField(
        label=_("If interests differed: for whom was it decided?"),
        required=False,
        choices=lambda: choices(FAVOURS),
    )
    review = day_field(_("When does somebody look again what came of it?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].initial = timezone.localdate

    def draft(self) -> VerdictDraft:
        """What was filled in."""
        data = dict(self.cleaned_data)
        favour = data.pop("favour")
        return VerdictDraft(favour=Favour(favour) if favour else None, **data)


class ReviewForm(forms.Form):
    """What came of it."""

    found = forms.CharField(
        label=_("What came of it?"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    again = day_field(_("When does somebody look again?"))


class ReverseForm(forms.Form):
    """Why it no longer holds."""

    why = forms.CharField(
        label=_("Why does it no longer hold?"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 3})
    )


class FilterForm(forms.Form):
    """Which decisions are shown."""

    q = forms.CharField(
        label=_("Search"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )
    state = forms.ChoiceField(
        label=_("State"), required=False, choices=lambda: [ALL, *choices(STATES, optional=False)]
    )
    circle = forms.ChoiceField(
        label=_("Who decides?"), required=False, choices=lambda: [ALL, *choices(CIRCLES, optional=False)]
    )
    customers = forms.ChoiceField(
        label=_("Customers"),
        required=False,
        choices=[
            ALL,
            ("changed", _("changed by customers")),
            ("evidence", _("with evidence of customers")),
            ("without", _("without evidence of customers")),
        ],
    )
