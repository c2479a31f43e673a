"""The forms of the brand voice: a file of texts, a new version of the rules, and judging a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.drawing import words
from leitstern.app.voice.keeping import LONGEST_WHY
from leitstern.app.waves.forms import TableForm
from leitstern.core.bridge.voice.rules import (
    ADDRESSES,
    ANSWERS,
    FEWEST_PER_MONTH,
    KINDS,
    MOST_PER_MONTH,
    MOST_RULES,
    MOST_STATEMENTS,
    SIDES,
    TONGUES,
    Address,
    Answer,
    Rule,
    RuleKind,
    RuleSet,
    Side,
    Statement,
    Tongue,
)
from leitstern.core.bridge.voice.valid import LONGEST_SENTENCE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leitstern.core.texts import Text

EMPTY_ROWS = 2


def choices_of(named: Mapping[Any, Text]) -> list[tuple[str, str]]:
    """Each value with its name in the reader's language."""
    return [(str(value.value), words(name)) for value, name in named.items()]


class TextsForm(TableForm):
    """A table of texts that is handed in."""


class VersionForm(forms.Form):
    """What a version of the rules says as a whole."""

    why = forms.CharField(
        label=_("Why does it change?"),
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    per_month = forms.IntegerField(
        label=_("Texts drawn per system and month"),
        min_value=FEWEST_PER_MONTH,
        max_value=MOST_PER_MONTH,
        help_text=_("Two people judge each of them."),
    )


class RuleForm(forms.Form):
    """One rule."""

    name = forms.CharField(label=_("Name"), max_length=80, required=False)
    kind = forms.ChoiceField(label=_("What is checked"), choices=lambda: choices_of(KINDS))
    language = forms.ChoiceField(label=_("Language of the texts"), choices=lambda: choices_of(TONGUES))
    words = forms.CharField(
        label=_("Words or phrases"),
        max_length=2_000,
        required=False,
        help_text=_("Separated by commas; * at the end stands for any ending."),
    )
    most = forms.IntegerField(
        label=_("Longest sentence, in words"), min_value=0, max_value=LONGEST_SENTENCE, required=False
    )
    address = forms.ChoiceField(label=_("Form of address"), choices=lambda: choices_of(ADDRESSES))
    reason = forms.CharField(label=_("Reason"), max_length=300, required=False)
    example = forms.CharField(
        label=_("An example that breaks it"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def rule(self) -> Rule | None:
        """What was filled in; None for a row without a name."""
        data = self.cleaned_data
        name = " ".join(data.get("name", "").split())
        if not name:
            return None
        kind = RuleKind(data["kind"])
        worded = kind in {RuleKind.FORBIDDEN, RuleKind.REQUIRED, RuleKind.DATED}
        return Rule(
            name,
            kind,
            Tongue(data["language"]),
            data["reason"].strip(),
            data["example"].strip(),
            _listed(data["words"]) if worded else (),
            (data["most"] or 0) if kind is RuleKind.SENTENCE else 0,
            Address(data["address"]) if kind is RuleKind.ADDRESS else Address.FORMAL,
        )


class StatementForm(forms.Form):
    """One statement."""

    text = forms.CharField(label=_("Statement"), max_length=160, required=False)
    side = forms.ChoiceField(label=_("Whose measure is it?"), choices=lambda: choices_of(SIDES))

    def statement(self) -> Statement | None:
        """What was filled in; None for an empty row."""
        text = " ".join(self.cleaned_data.get("text", "").split())
        return Statement(text, Side(self.cleaned_data["side"])) if text else None


def rule_set(data: Any = None, rules: Sequence[Rule] = ()) -> Any:
    """A row for every rule there is, and some empty ones."""
    made = forms.formset_factory(RuleForm, extra=EMPTY_ROWS, max_num=MOST_RULES, absolute_max=MOST_RULES)
    initial = [
        {
            "name": each.name,
            "kind": each.kind.value,
            "language": each.language.value,
            "words": ", ".join(each.words),
            "most": each.most or None,
            "address": each.address.value,
            "reason": each.reason,
            "example": each.example,
        }
        for each in rules
    ]
    return made(data, initial=initial, prefix="rules")


def statement_set(data: Any = None, statements: Sequence[Statement] = ()) -> Any:
    """A row for every statement there is, and some empty ones."""
    made = forms.formset_factory(
        StatementForm, extra=EMPTY_ROWS, max_num=MOST_STATEMENTS, absolute_max=MOST_STATEMENTS
    )
    initial = [{"text": each.text, "side": each.side.value} for each in statements]
    return made(data, initial=initial, prefix="statements")


def filled(rows: Any, said: Any, per_month: int) -> RuleSet:
    """The version that valid forms make."""
    return RuleSet(
        tuple(rule for row in rows if (rule := row.rule())),
        tuple(statement for row in said if (statement := row.statement())),
        per_month,
    )


class JudgingForm(forms.Form):
    """A text is judged: every statement gets one of three answers."""

    def __init__(self, statements: Sequence[Statement], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for each in statements:
            self.fields[each.key] = forms.ChoiceField(
                label=each.text, choices=choices_of(ANSWERS), widget=forms.RadioSelect
            )

    def answers(self) -> dict[str, Answer]:
        """What was answered, by statement."""
        return {key: Answer(int(value)) for key, value in self.cleaned_data.items()}


def _listed(given: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for each in given.split(",") if (word := each.strip())))
