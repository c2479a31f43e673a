"""What a funnel asks for: two to six touchpoints, how they follow one another, and within how many days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from leitstern.app.journeys.forms import ViewForm
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.outside.funnel import Mode, Way

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leitstern.app.journeys.forms import Offered
    from leitstern.core.company.taxonomy import Taxonomy

FEWEST_STEPS, MOST_STEPS, LONGEST, USUAL = 2, 6, 730, 30


class StepsWidget(forms.Widget):
    """One list per step, all of the same name; what is left empty is no step."""

    use_fieldset = True
    choices: Sequence[tuple[str, str]] = ()

    def value_from_datadict(self, data: Mapping[str, Any], files: object, name: str) -> list[str]:
        """The steps in their order."""
        return [value for value in data.get(name) or [] if value]

    def render(
        self, name: str, value: object, attrs: dict[str, Any] | None = None, renderer: object = None
    ) -> SafeString:
        """As many lists as there may be steps."""
        chosen = [*value] if isinstance(value, list) else []
        lists = []
        for place in range(MOST_STEPS):
            at = chosen[place] if place < len(chosen) else ""
            options = format_html_join(
                "",
                '<option value="{}"{}>{}</option>',
                ((slug, mark_safe(" selected") if slug == at else "", said) for slug, said in self.choices),
            )
            said = {"name": name, "id": f"id_{name}_{place + 1}"}
            said["aria-label"] = gettext("Step %(place)s") % {"place": place + 1}
            lists.append(format_html("<select{}>{}</select>", flatatt(said), options))
        return format_html(
            '<div class="steps fields">{}</div>', format_html_join("", "{}", ((each,) for each in lists))
        )


class StepsField(forms.MultipleChoiceField):
    """Touchpoints in an order."""

    widget = StepsWidget

    def clean(self, value: Any) -> list[str]:
        """Two to six of those that there are."""
        if not FEWEST_STEPS <= len(value or []) <= MOST_STEPS:
            raise forms.ValidationError(_("A funnel has two to six touchpoints."))
        steps: list[str] = super().clean(value)
        return steps


class FunnelForm(ViewForm):
    """The touchpoints; without any those of the first journey that was designed."""

    step = StepsField(label=_("From touchpoint to touchpoint"))
    mode = forms.ChoiceField(
        label=_("Following each other"),
        choices=(
            (Mode.ORDERED, _("in this order, anything between")),
            (Mode.STRICT, _("in this order, immediately, in one journey")),
            (Mode.ANY, _("all of them, in any order")),
        ),
        initial=Mode.ORDERED.value,
    )
    days = forms.IntegerField(label=_("Within days"), min_value=1, max_value=LONGEST, initial=USUAL)

    def __init__(self, data: Mapping[str, Any], offered: Offered) -> None:
        super().__init__(data, offered)
        field, language = self.fields["step"], offered.traits.language
        if isinstance(field, StepsField):
            named = sorted(
                ((each.slug, each.name.to(language)) for each in offered.taxonomy.touchpoints),
                key=lambda each: each[1],
            )
            field.choices = [("", "–"), *named]
        given = data.getlist("step") if hasattr(data, "getlist") else data.get("step", [])
        steps = list(given) if any(given) else list(designed(offered.taxonomy))
        self.data = {**self.data, "step": steps}

    def clean(self) -> dict[str, Any]:
        """In any order, each touchpoint stands once."""
        cleaned = dict(super().clean() or {})
        steps = cleaned.get("step") or []
        if cleaned.get("mode") == Mode.ANY and len(set(steps)) < len(steps):
            self.add_error("step", gettext("In any order, each touchpoint can be asked for once."))
        return cleaned

    @property
    def way(self) -> Way:
        """What was validly asked for."""
        said, lookup = self.cleaned_data, self.offered.taxonomy.lookup(Touchpoint)
        found = [lookup.slug(slug) for slug in said["step"]]
        return Way(tuple(each.code for each in found if each), Mode(said["mode"]), said["days"])


def designed(taxonomy: Taxonomy) -> tuple[str, ...]:
    """What a funnel begins with: the first designed journey that has two steps nobody may leave out."""
    for each in taxonomy.maps:
        needed = [step.touchpoint for step in each.steps if not step.optional]
        if len(needed) >= FEWEST_STEPS:
            return tuple(needed[: MOST_STEPS - 2])
    return ()
