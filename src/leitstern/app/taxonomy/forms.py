"""The form of a term of any sort, and those around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.drawing import words
from leitstern.app.common.forms import NOTHING, offer
from leitstern.app.taxonomy.keeping import LONGEST_WHY
from leitstern.core.company.differences import REFERS, called
from leitstern.core.company.editing import KINDS_OF, entries, made, new_slug, values_of
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.core.bridge.draft import Problem
    from leitstern.core.company.editing import Entry, Sort
    from leitstern.core.company.taxonomy import Taxonomy

LONGEST = 300
IN_BOTH = ("name", "owner", "question", "text")  # written in each language
LINES = ("synonyms",)
LINES_IN_BOTH = ("goals",)
SEVERAL = ("expects", "spoils")
WHOLE = ("years", "within_days")
PLAIN = ("source", "prop", "value")
NEEDED = ("stage", "department", "touchpoint", "facet")
SAME_AS_CHANNEL = ("digital", "people")
LANGUAGES = (("en", _("English")), ("de", _("German")))
HELP = {
    "synonyms": _("Other words for it in somebody's files, one a line."),
    "importance": _("How much it weighs in priorities: above 0, at most 1."),
    "share": _("How many of 100 customers the company promises this to."),
    "goals": _("One a line, in the same order in both languages."),
    "prop": _("A property that mappings keep with contacts; with its value it tells who is one."),
    "parent": _("The department it is a part of; none: it stands directly below the company."),
    "at": _("Either reached at a touchpoint, or a number of years after the first contact at one."),
}
FIRST = "-"
NO_TEXT = Text(en="", de="")


class TermForm(forms.Form):
    """All that can be said of a term; of a new one also its short name."""

    def __init__(
        self, taxonomy: Taxonomy, sort: Sort, term: Entry | None = None, data: Any = None, *, slug: str = ""
    ) -> None:
        super().__init__(data)
        self.taxonomy, self.sort, self.slug = taxonomy, sort, slug
        if not slug:
            self.fields["slug"] = forms.CharField(
                label=_("Short name"),
                required=False,
                max_length=63,
                help_text=_("In files and addresses; never changes. Left empty, it is made from the name."),
            )
        values = values_of(term) if term else {}
        for field in KINDS_OF[sort].__dataclass_fields__:
            if field not in {"code", "slug"}:
                self._add(field, values.get(field))
        if sort == "stage":
            self._add_order()

    def term(self) -> Entry:
        """The term that was filled in."""
        data = self.cleaned_data
        values = {
            field: self._value(field)
            for field in KINDS_OF[self.sort].__dataclass_fields__
            if field not in {"code", "slug"}
        }
        title: Text = values.get("name") or values.get("text") or Text("", "")
        slug = self.slug or data.get("slug", "").strip() or new_slug(self.taxonomy, self.sort, title.en)
        return made(self.sort, slug, values)

    def after(self) -> str | None:
        """Behind which term it stands (nothing: in front); None where no order was asked for."""
        given = self.cleaned_data.get("after")
        return None if given is None else given.removeprefix(FIRST)

    def say(self, problems: Iterable[Problem]) -> None:
        """Tell each field what is wrong with it; what no field can tell stands above."""
        for each in problems:
            names = (each.field, f"{each.field}_en")
            field = next((name for name in names if name in self.fields), None)
            self.add_error(field, words(each.text))

    def _add(self, field: str, value: Any) -> None:
        label, help_text = words(called(field)), HELP.get(field, "")
        if field in IN_BOTH or field in LINES_IN_BOTH:
            self._add_both(field, value)
        elif field in LINES:
            self.fields[field] = forms.CharField(
                label=label,
                required=False,
                max_length=20_000,
                help_text=help_text,
                widget=forms.Textarea(attrs={"rows": 3}),
                initial="\n".join(value or ()),
            )
        elif field in SEVERAL:
            self.fields[field] = forms.MultipleChoiceField(
                label=label,
                required=False,
                choices=self._named("touchpoint"),
                initial=list(value or ()),
                widget=forms.SelectMultiple(attrs={"size": 5}),
            )
        elif field in REFERS:
            needed = field in NEEDED and self.sort != "department"
            known = [each for each in self._named(REFERS[field]) if each[0] != self.slug or field != "parent"]
            self.fields[field] = forms.ChoiceField(
                label=label,
                required=needed,
                help_text=help_text,
                choices=[NOTHING, *known],
                initial=value or "",
            )
        elif field == "importance":
            self.fields[field] = forms.FloatField(
                label=label,
                help_text=help_text,
                min_value=0,
                max_value=1,
                initial=0.5 if value is None else value,
                widget=forms.NumberInput(attrs={"step": "any"}),
            )
        elif field == "share":
            self.fields[field] = forms.FloatField(
                label=label,
                help_text=help_text,
                min_value=0,
                max_value=100,
                initial=None if value is None else round(value * 100, 6),
                widget=forms.NumberInput(attrs={"step": "any"}),
            )
        elif field in WHOLE:
            least = 1 if field == "within_days" else 0
            self.fields[field] = forms.IntegerField(
                label=label,
                min_value=least,
                max_value=36_500,
                required=field == "within_days",
                initial=(30 if field == "within_days" else 0) if value is None else value,
            )
        elif field in SAME_AS_CHANNEL and not (self.sort == "channel" and field == "digital"):
            usual = _("as its channel") if self.sort == "touchpoint" else _("where it is not digital")
            given = "" if value is None else str(value)
            self.fields[field] = forms.ChoiceField(
                label=label,
                required=False,
                initial=given,
                choices=[("", usual), ("True", _("yes")), ("False", _("no"))],
            )
        elif field in PLAIN:
            self.fields[field] = forms.CharField(
                label=label, required=False, max_length=LONGEST, help_text=help_text, initial=value or ""
            )
        else:
            self.fields[field] = forms.BooleanField(label=label, required=False, initial=bool(value))

    def _add_both(self, field: str, value: Any) -> None:
        several = field in LINES_IN_BOTH
        for language, in_words in LANGUAGES:
            initial = (
                "\n".join(each.to(language) for each in value or ())
                if several
                else (value or NO_TEXT).to(language)
            )
            self.fields[f"{field}_{language}"] = forms.CharField(
                label=f"{words(called(field))} ({in_words})",
                required=field in {"name", "question", "text"},
                max_length=2_000 if several else LONGEST,
                initial=initial,
                help_text=HELP.get(field, ""),
                widget=forms.Textarea(attrs={"rows": 2})
                if several or field in {"question", "text"}
                else None,
            )

    def _add_order(self) -> None:
        slugs = [each.slug for each in self.taxonomy.stages]
        at = slugs.index(self.slug) if self.slug in slugs else len(slugs)
        others = [each for each in self._named("stage") if each[0] != self.slug]
        self.fields["after"] = forms.ChoiceField(label=_("Stands behind"), required=False)
        offer(self, "after", [(FIRST, _("– the first –")), *others])
        self.fields["after"].initial = slugs[at - 1] if at else FIRST

    def _value(self, field: str) -> Any:
        data = self.cleaned_data
        if field in IN_BOTH:
            return _both(data[f"{field}_en"], data[f"{field}_de"], optional=field == "owner")
        if field in LINES_IN_BOTH:
            english, german = (_lines(data[f"{field}_{language}"]) for language, _said in LANGUAGES)
            longest = max(len(english), len(german))
            return tuple(
                Text(_at(english, at) or _at(german, at), _at(german, at) or _at(english, at))
                for at in range(longest)
            )
        if field in LINES:
            return tuple({spelt_alike(word): word for word in reversed(_lines(data[field]))}.values())[::-1]
        if field in SEVERAL:
            return tuple(data[field])
        if field == "share":
            return data[field] / 100
        if field in WHOLE:
            return data[field] or 0
        if field in SAME_AS_CHANNEL and data[field] in {"", "True", "False"}:
            return {"": None, "True": True, "False": False}[data[field]]
        return data[field].strip() if isinstance(data[field], str) else data[field]

    def _named(self, sort: str) -> list[tuple[str, Any]]:
        return [(each.slug, words(each.name)) for each in entries(self.taxonomy, sort)]  # type: ignore[arg-type]


class WhyForm(forms.Form):
    """A change that was looked at is kept."""

    why = forms.CharField(
        label=_("Why does it change?"),
        required=False,
        max_length=LONGEST_WHY,
        help_text=_("It stands beside the version, so that others understand it in a year."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class MergeForm(forms.Form):
    """Into which term another goes."""

    into = forms.ChoiceField(label=_("Goes into"))

    def __init__(self, taxonomy: Taxonomy, sort: Sort, slug: str, data: Any = None) -> None:
        super().__init__(data)
        others = [each for each in entries(taxonomy, sort) if each.slug != slug]
        offer(self, "into", [("", _("please choose")), *((each.slug, words(each.name)) for each in others)])


def _both(english: str, german: str, *, optional: bool) -> Text | None:
    english, german = english.strip(), german.strip()
    if optional and not (english or german):
        return None
    return Text(en=english or german, de=german or english)


def _lines(given: str) -> list[str]:
    return [line.strip() for line in given.splitlines() if line.strip()]


def _at(lines: list[str], at: int) -> str:
    return lines[at] if at < len(lines) else ""
