"""The forms of judging: ratings, decisions, files."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.drawing import words
from leitstern.app.common.forms import choices, day_field, offer
from leitstern.app.structure.kept_units import units_now
from leitstern.app.waves.forms import TableForm
from leitstern.collect.stack.brought import ORIGINS, Origin
from leitstern.core.inside.stack.advice import OPTIONS, Option
from leitstern.core.inside.stack.ratings import HIGHEST, QUESTIONS, VIEWS, Question, Rated, View

ANSWERS = range(1, HIGHEST + 1)


class RatingForm(forms.Form):
    """How many people gave which answer to one question."""

    view = forms.ChoiceField(label=_("Who says so?"))
    question = forms.ChoiceField(label=_("To what?"))
    unit = forms.ChoiceField(
        label=_("Where do they work?"),
        required=False,
        help_text=_("Each group of people once: either all together or by department."),
    )
    day = day_field(_("Day"), required=True)
    source = forms.CharField(label=_("Where does it come from?"), required=False, max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].initial = timezone.localdate()
        offer(self, "view", choices(VIEWS, optional=False))
        offer(self, "question", choices(QUESTIONS, optional=False))
        offer(
            self,
            "unit",
            [("", _("– not said –")), *((slug, words(name)) for slug, name in units_now().items())],
        )
        for at in ANSWERS:
            self.fields[f"count-{at}"] = forms.IntegerField(
                label=str(at), min_value=0, max_value=1_000_000, required=False
            )

    def about_fields(self) -> list[forms.BoundField]:
        """Who, what, when."""
        return [self[name] for name in ("view", "question", "unit", "day", "source")]

    def count_fields(self) -> list[forms.BoundField]:
        """How many people gave each answer."""
        return [self[f"count-{at}"] for at in ANSWERS]

    def rated(self, application: str) -> Rated:
        """What was filled in."""
        data = self.cleaned_data
        counts = tuple(data[f"count-{at}"] or 0 for at in ANSWERS)
        return Rated(
            application, Question(data["question"]), View(data["view"]), counts, data["unit"], data["day"]
        )


class DecisionForm(forms.Form):
    """What a person decides, whatever the rule says."""

    option = forms.ChoiceField(label=_("What is to be done?"), widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Why?"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 3}))
    exception_by = forms.CharField(
        label=_("Who answers for replacing it?"),
        required=False,
        max_length=120,
        help_text=_("Only if it is to be replaced. Replacing is the exception and needs a name."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = {each: OPTIONS[each] for each in Option if each is not Option.UNDECIDED}
        offer(self, "option", choices(offered, optional=False))


class FileForm(TableForm):
    """A file of technology."""

    origin = forms.ChoiceField(label=_("What does it hold?"), widget=forms.RadioSelect)
    whole = forms.BooleanField(label=_("It lists everything: what it leaves out is gone"), required=False)
    field_order = ("origin", "file", "whole")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "origin", choices(ORIGINS, optional=False))
        self.initial.setdefault("origin", Origin.APPLICATIONS.value)
        self.fields["file"].label = cast("str", _("File (.csv, .xlsx or .yaml)"))
        self.fields["file"].widget.attrs["accept"] = ".csv,.xlsx,.yaml,.yml"
