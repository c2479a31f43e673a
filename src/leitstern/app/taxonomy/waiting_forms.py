"""Deciding what a stack of values means: one question per value, answered by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.drawing import words
from leitstern.app.common.forms import NOTHING, offer
from leitstern.app.taxonomy.deciding import Chosen
from leitstern.app.taxonomy.keeping import LONGEST_WHY
from leitstern.app.taxonomy.models import Outcome
from leitstern.core.company.editing import entry

if TYPE_CHECKING:
    from leitstern.app.taxonomy.waiting import Waiting
    from leitstern.core.company.taxonomy import Taxonomy

STACK = 10  # values asked about at once
OTHER, NEW, OUT, LATER = "other", "new", "out", "later"


class StackForm(forms.Form):
    """What each of some values means; what stays unanswered waits on."""

    why = forms.CharField(
        label=_("Because"),
        required=False,
        max_length=LONGEST_WHY,
        help_text=_("Needed where a value is left out; otherwise optional."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    stage = forms.ChoiceField(label=_("New touchpoints belong to the stage"), required=False)
    department = forms.ChoiceField(label=_("New touchpoints belong to the department"), required=False)
    digital = forms.BooleanField(label=_("New channels are digital"), required=False)

    def __init__(self, taxonomy: Taxonomy, found: list[Waiting], data: Any = None) -> None:
        super().__init__(data)
        self.found = found
        kinds = {each.kind for each in found}
        for name, terms in (("stage", taxonomy.stages), ("department", taxonomy.departments)):
            offer(self, name, [NOTHING, *((each.slug, words(each.name)) for each in terms)])
            if "touchpoint" not in kinds:
                del self.fields[name]
        if "channel" not in kinds:
            del self.fields["digital"]
        for at, each in enumerate(found):
            alike = [
                (f"={like.slug}", words(entry(taxonomy, each.kind, like.slug).name)) for like in each.alike
            ]
            rest = [
                (OTHER, gettext("another one, chosen below")),
                (NEW, gettext("a new term")),
                (OUT, gettext("leave it out, because …")),
                (LATER, gettext("decide later")),
            ]
            numbered = [(value, f"{n} {said}") for n, (value, said) in enumerate([*alike, *rest], start=1)]
            self.fields[f"means-{at}"] = forms.ChoiceField(
                label=each.value, required=False, choices=numbered, widget=forms.RadioSelect
            )
            self.fields[f"other-{at}"] = forms.ChoiceField(
                label=gettext("Another one for “%(value)s”") % {"value": each.value},
                required=False,
                choices=[NOTHING, *((term.slug, words(term.name)) for term in taxonomy.terms(each.kind))],
            )

    def lines(self) -> list[tuple[Waiting, forms.BoundField, forms.BoundField]]:
        """Each value with its two fields."""
        return [(each, self[f"means-{at}"], self[f"other-{at}"]) for at, each in enumerate(self.found)]

    def around(self) -> list[forms.BoundField]:
        """The fields that hold for all of them."""
        return [self[name] for name in ("stage", "department", "digital", "why") if name in self.fields]

    def chosen(self) -> list[Chosen]:
        """What was decided."""
        data = self.cleaned_data
        found = []
        for at, each in enumerate(self.found):
            means, other = data[f"means-{at}"], data[f"other-{at}"]
            if means == OTHER or means.startswith("="):
                term = other if means == OTHER else means.removeprefix("=")
                found.append(Chosen(each.kind, each.value, Outcome.SYNONYM, term))
            elif means == NEW:
                place = (data.get("stage", ""), data.get("department", ""), data.get("digital", False))
                found.append(Chosen(each.kind, each.value, Outcome.NEW, "", *place))
            elif means == OUT:
                found.append(Chosen(each.kind, each.value, Outcome.LEFT_OUT))
        return found
