"""The forms of pilots and stories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.forms import NOTHING, choices, day_field, offer
from leitstern.app.company.former import touchpoint_names, unit_names
from leitstern.app.portfolio.models import Initiative
from leitstern.app.practice.forms import area, named, owner_field, several
from leitstern.app.practice.queries import principles
from leitstern.core.bridge.practice.culture import LAYERS, TELLINGS, Telling
from leitstern.core.bridge.practice.drafts import PilotDraft
from leitstern.core.bridge.practice.telling import StoryDraft
from leitstern.core.bridge.practice.terms import PILOT_ENDS, PILOT_KINDS, TELLERS, PilotKind, Teller

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

CHOOSE: tuple[str, StrOrPromise] = ("", _("– please choose –"))


class PilotForm(forms.Form):
    """Something to be tried."""

    title = forms.CharField(label=_("What is tried?"), max_length=200)
    kind = forms.ChoiceField(label=_("Is it tried quietly, or shown to everybody?"))
    hypothesis = area(
        _("What do you expect?"),
        _("So that it can turn out to be wrong: if we do this, customers will …"),
        required=True,
    )
    boundary = area(
        _("Where does it end?"), _("Which customers, which teams, how long; what is left out."), required=True
    )
    stop_rule = area(_("When will you stop?"), _("What has to happen for you to stop early."), required=True)
    safe_room = area(
        _("What need nobody fear?"), _("For instance: nobody's targets count these cases."), rows=2
    )
    units = several(_("Who takes part?"))
    touchpoints = several(_("At which touchpoints?"))
    owner = owner_field(_("Who answers for it?"))
    initiative = forms.ChoiceField(label=_("Which initiative does it belong to?"), required=False)
    begins = day_field(_("Begins"), required=True)
    ends = day_field(_("Ends"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", choices(PILOT_KINDS, optional=False))
        offer(self, "units", named(unit_names()))
        offer(self, "touchpoints", named(touchpoint_names()))
        initiatives = Initiative.objects.filter(withdrawn=None).values_list("slug", "title")
        offer(self, "initiative", [NOTHING, *initiatives])

    def draft(self) -> PilotDraft:
        """What was filled in."""
        data = self.cleaned_data
        several = {name: tuple(data[name]) for name in ("units", "touchpoints")}
        return PilotDraft(**(data | several | {"kind": PilotKind(data["kind"])}))


class EndingForm(forms.Form):
    """How a pilot ended."""

    how = forms.ChoiceField(label=_("How did it end?"))
    day = day_field(_("When?"), required=True)
    learning = area(
        _("What was learned?"),
        _("To stop is a success if something was learned. Without a learning it does not count as one."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "how", choices(PILOT_ENDS, optional=False))
        self.fields["day"].initial = timezone.localdate()


class StoryForm(forms.Form):
    """A story, without names."""

    title = forms.CharField(label=_("What shall the story be called?"), max_length=200)
    teller = forms.ChoiceField(label=_("Whose story is it?"))
    lived = area(
        _("What did the customer live?"),
        _("As the customer would tell it. No names, of nobody."),
        rows=6,
        required=True,
    )
    done = area(
        _("What was done differently?"),
        _("So that others could do the same tomorrow. Say what, not who."),
        rows=5,
        required=True,
    )
    kind = forms.ChoiceField(label=_("Story or artefact?"), required=False)
    layer = forms.ChoiceField(
        label=_("Which layer of culture does it show?"),
        required=False,
        help_text=_(
            "Values: what is held to be right. Norms: what is expected. Artefacts: what tells of it. Behaviour: what is done."
        ),
    )
    unit = forms.ChoiceField(
        label=_("Where?"), help_text=_("A department in which enough people work, so that nobody is meant.")
    )
    touchpoint = forms.ChoiceField(label=_("At which touchpoint?"), required=False)
    day = day_field(_("When was it told?"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "teller", choices(TELLERS, optional=False))
        offer(self, "kind", choices(TELLINGS, optional=False))
        offer(self, "layer", choices(LAYERS))
        offer(self, "unit", [CHOOSE, *named(unit_names())])
        offer(self, "touchpoint", [NOTHING, *named(touchpoint_names())])
        self.fields["day"].initial = timezone.localdate()

    def draft(self) -> StoryDraft:
        """What was filled in."""
        data = self.cleaned_data
        return StoryDraft(
            **(data | {"teller": Teller(data["teller"]), "kind": Telling(data["kind"] or Telling.STORY)})
        )


class ShownForm(forms.Form):
    """A department was shown a pilot."""

    unit = forms.ChoiceField(label=_("Which department was shown it?"))
    day = day_field(_("When?"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", [CHOOSE, *named(unit_names())])
        self.fields["day"].initial = timezone.localdate()


class TakeUpForm(forms.Form):
    """A department that works this way, too."""

    unit = forms.ChoiceField(label=_("Which department?"))
    since = day_field(_("Since when?"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", [CHOOSE, *named(unit_names())])
        self.fields["since"].initial = timezone.localdate()


class StandardForm(forms.Form):
    """What it became: a principle, or a step."""

    principle = forms.ChoiceField(label=_("It became this principle"), required=False)
    step = area(_("Or this step"), rows=2)
    touchpoint = forms.ChoiceField(label=_("At which touchpoint is the step?"), required=False)
    conditions = area(
        _("Under which conditions does it work?"),
        _("What has to be there for it to work elsewhere, too."),
        rows=2,
        required=True,
    )
    day = day_field(_("From when on?"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "principle", [NOTHING, *((str(each.pk), each.sentence) for each in principles())])
        offer(self, "touchpoint", [NOTHING, *named(touchpoint_names())])
        self.fields["day"].initial = timezone.localdate()
