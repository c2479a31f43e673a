"""What the view of scores asks for: which statement, read as what, and told apart by what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from leitstern.app.answers.figures import Figure
from leitstern.app.journeys.forms import ViewForm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leitstern.app.journeys.forms import Offered


class ScoresForm(ViewForm):
    """The statement most asked about is taken where none is chosen."""

    statement = forms.ChoiceField(label=_("Statement"), required=False)
    figure = forms.ChoiceField(
        label=_("Read as"),
        choices=[
            (Figure.AGREE.value, _("share who agree")),
            (Figure.MEAN.value, _("mean answer")),
            (Figure.NPS.value, _("Net Promoter Score")),
        ],
        initial=Figure.AGREE.value,
    )
    by = forms.ChoiceField(
        label=_("Told apart by"),
        required=False,
        choices=[
            ("", _("nothing: all together")),
            ("touchpoint", _("touchpoint")),
            ("map", _("designed journey")),
            ("persona", _("persona")),
        ],
    )

    def __init__(self, data: Mapping[str, str], offered: Offered) -> None:
        super().__init__(data, offered)
        statement = self.fields["statement"]
        if isinstance(statement, forms.ChoiceField):
            language = offered.traits.language
            named = [(facet.slug, facet.name.to(language)) for facet in offered.taxonomy.facets]
            statement.choices = [("", gettext("the one most asked about")), *named]

    @property
    def figure_chosen(self) -> Figure:
        """What was chosen."""
        return Figure(self.cleaned_data["figure"])
