"""One selection, or one against another: asked of the published state and kept like every finding."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from leitstern.app.journeys.forms import Offered, SelectionForm, ViewForm
from leitstern.app.journeys.traits import traits_of
from leitstern.core.errors import InvalidInput
from leitstern.core.outside.few import FEWEST
from leitstern.core.outside.selection import EVERYTHING, Selection, selected_journeys, selected_transitions
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ibis import Table

    from leitstern.app.outside.reading import Published, Question
    from leitstern.store.held.picked import Picked

OTHER = "b"  # what the names of the second selection begin with


@dataclass(frozen=True, slots=True)
class Side:
    """An open reader and the journeys that one side looks at."""

    ask: Question
    selection: Selection

    @property
    def journeys(self) -> Table:
        """These journeys."""
        return selected_journeys(self.selection, *self._tables())

    @property
    def transitions(self) -> Table:
        """Their contacts, with what came next."""
        return selected_transitions(self.selection, *self._tables())

    @property
    def picked(self) -> Picked | None:
        """These journeys held in memory; None where they are not."""
        return self.ask.picked(self.selection)

    def _tables(self) -> tuple[Table, Table, Table]:
        return self.ask.table("journeys"), self.ask.table("transitions"), self.ask.table("contacts")


@dataclass(frozen=True, slots=True)
class Size:
    """How much a selection rests on."""

    journeys: int
    customers: int

    @property
    def few(self) -> bool:
        """Whether it is too little to show anything of it."""
        return self.customers < FEWEST


@dataclass(frozen=True, slots=True)
class Sides[T]:
    """What was found for the selection and, when asked for, for the one beside it; None where it may not be shown."""

    a: T | None
    b: T | None
    compared: bool

    def map[U](self, change: Callable[[T], U]) -> Sides[U]:
        """The same with what was found changed."""
        a, b = (None if found is None else change(found) for found in (self.a, self.b))
        return Sides(a, b, self.compared)

    @property
    def shown(self) -> tuple[T, ...]:
        """What there is of both."""
        return tuple(each for each in (self.a, self.b) if each is not None)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The forms as filled in; the second is empty where nothing is compared."""

    state: Published
    one: SelectionForm
    other: SelectionForm
    compared: bool
    view: ViewForm | None = None  # what this view alone asks for

    @property
    def valid(self) -> bool:
        """Whether everything that was asked for could be read."""
        return all(form.is_valid() for form in self.forms)

    @property
    def forms(self) -> tuple[SelectionForm | ViewForm, ...]:
        """Those that count."""
        given = (self.one, self.other if self.compared else None, self.view)
        return tuple(form for form in given if form is not None)

    @property
    def alone(self) -> Chosen:
        """The same without anything beside it."""
        return replace(self, compared=False)

    @property
    def selections(self) -> tuple[Selection, Selection | None]:
        """What is looked at, and what beside it."""
        return self.one.selection(), self.other.selection() if self.compared else None

    def find[T](self, name: str, compute: Callable[[Side], T], *inputs: object) -> Sides[T]:
        """The finding `name` for both sides, from the cache or computed now; of fewer than five customers nothing."""
        one, other = self.selections

        def found(selection: Selection) -> T | None:
            if self.size(selection).few:
                return None
            return self.state.find(
                f"journeys: {name}", (selection, *inputs), lambda ask: compute(Side(ask, selection))
            )

        return Sides(found(one), None if other is None else found(other), other is not None)

    def sizes(self) -> tuple[Size, Size | None]:
        """How much each side rests on."""
        one, other = self.selections
        return self.size(one), None if other is None else self.size(other)

    def size(self, selection: Selection = EVERYTHING) -> Size:
        """How many journeys and customers a selection has."""

        def compute(ask: Question) -> Size:
            journeys = Side(ask, selection).journeys
            row = ask.rows(journeys.aggregate(n=journeys.count(), people=journeys.person.nunique()))[0]
            return Size(row["n"], row["people"])

        return self.state.find("journeys: size", (selection,), compute)


def choose(
    state: Published, given: Mapping[str, Any], language: str, view: type[ViewForm] | None = None
) -> Chosen:
    """What an address asks for; look at `valid` before asking for findings."""
    offered = Offered(state.taxonomy, traits_of(state, language))
    other = SelectionForm(given, offered, OTHER)
    return Chosen(
        state,
        SelectionForm(given, offered),
        other,
        "compare" in given or other.asked,
        view(given, offered) if view else None,
    )


def require_choice(
    state: Published, given: Mapping[str, Any], language: str, view: type[ViewForm] | None = None
) -> Chosen:
    """As `choose`. Raises InvalidInput with everything that cannot be read."""
    chosen = choose(state, given, language, view)
    if not chosen.valid:
        told = [
            f"{form[name].html_name}: {error}"
            for form in chosen.forms
            for name, errors in form.errors.items()
            for error in errors
        ]
        raise InvalidInput(UNREADABLE.fill(told=" ".join(told)))
    return chosen


UNREADABLE = Text(
    en="The selection cannot be used: {told}",
    de="Die Auswahl ist so nicht möglich: {told}",
)
