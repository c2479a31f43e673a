"""One selection of answers, or one against another: asked of the published state and kept like every finding."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from leitstern.app.answers.forms import AnswersForm
from leitstern.app.journeys.asking import OTHER, UNREADABLE, Sides
from leitstern.app.journeys.forms import Offered
from leitstern.app.journeys.traits import traits_of
from leitstern.core.errors import InvalidInput
from leitstern.core.outside.answered import EVERY_ANSWER, Answered, selected_answers
from leitstern.core.outside.few import FEWEST

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.forms import Form
    from ibis import Table

    from leitstern.app.journeys.forms import ViewForm
    from leitstern.app.outside.reading import Published, Question


@dataclass(frozen=True, slots=True)
class Asked:
    """An open reader and the answers that one side looks at."""

    ask: Question
    selection: Answered

    @property
    def answers(self) -> Table:
        """These answers."""
        contacts, transitions = self.ask.table("contacts"), self.ask.table("transitions")
        taxonomy = self.ask.published.taxonomy
        return selected_answers(self.selection, self.ask.table("feedback"), contacts, transitions, taxonomy)


@dataclass(frozen=True, slots=True)
class Amount:
    """How much a selection rests on."""

    answers: int
    customers: int

    @property
    def few(self) -> bool:
        """Whether it is too little to show anything of it."""
        return self.customers < FEWEST


@dataclass(frozen=True, slots=True)
class Choice:
    """The forms as filled in; the second is empty where nothing is compared, and None where nothing can be."""

    state: Published
    one: AnswersForm
    other: AnswersForm | None
    compared: bool
    view: ViewForm | None = None  # what this view alone asks for

    @property
    def valid(self) -> bool:
        """Whether everything that was asked for could be read."""
        return all(form.is_valid() for form in self.forms)

    @property
    def forms(self) -> tuple[Form, ...]:
        """Those that count."""
        given = (self.one, self.other if self.compared else None, self.view)
        return tuple(form for form in given if form is not None)

    @property
    def selections(self) -> tuple[Answered, Answered | None]:
        """What is looked at, and what beside it."""
        return self.one.answered(), self.other.answered() if self.compared and self.other else None

    def narrowed(self, **conditions: Any) -> Answered:
        """What is looked at, with some conditions changed."""
        return replace(self.selections[0], **conditions)

    def find[T](self, name: str, compute: Callable[[Asked], T], *inputs: object) -> Sides[T]:
        """The finding `name` for both sides, from the cache or computed now; of fewer than five customers nothing."""
        one, other = self.selections
        a = self.found(name, one, compute, *inputs)
        return Sides(
            a, None if other is None else self.found(name, other, compute, *inputs), other is not None
        )

    def found[T](
        self, name: str, selection: Answered, compute: Callable[[Asked], T], *inputs: object
    ) -> T | None:
        """The finding `name` for one selection; None where fewer than five customers gave it."""
        if self.amount(selection).few:
            return None
        return self.state.find(
            f"answers: {name}", (selection, *inputs), lambda ask: compute(Asked(ask, selection))
        )

    def amounts(self) -> tuple[Amount, Amount | None]:
        """How much each side rests on."""
        one, other = self.selections
        return self.amount(one), None if other is None else self.amount(other)

    def amount(self, selection: Answered = EVERY_ANSWER) -> Amount:
        """How many answers and customers a selection has."""

        def compute(ask: Question) -> Amount:
            answers = Asked(ask, selection).answers
            row = ask.rows(answers.aggregate(n=answers.count(), people=answers.entity_id.nunique()))[0]
            return Amount(row["n"], row["people"])

        return self.state.find("answers: amount", (selection,), compute)


def choose_answers(
    state: Published,
    given: Mapping[str, Any],
    language: str,
    view: type[ViewForm] | None = None,
    *,
    beside: bool = True,
) -> Choice:
    """What an address asks for; look at `valid` before asking for findings."""
    offered = Offered(state.taxonomy, traits_of(state, language))
    other = AnswersForm(given, offered, OTHER) if beside else None
    return Choice(
        state,
        AnswersForm(given, offered),
        other,
        other is not None and ("compare" in given or other.asked),
        view(given, offered) if view else None,
    )


def require_answers(
    state: Published,
    given: Mapping[str, Any],
    language: str,
    view: type[ViewForm] | None = None,
    *,
    beside: bool = True,
) -> Choice:
    """As `choose_answers`. Raises InvalidInput with everything that cannot be read."""
    choice = choose_answers(state, given, language, view, beside=beside)
    if not choice.valid:
        told = [
            f"{form[name].html_name}: {error}"
            for form in choice.forms
            for name, errors in form.errors.items()
            for error in errors
        ]
        raise InvalidInput(UNREADABLE.fill(told=" ".join(told)))
    return choice
