"""What those say who own an application and those who work with it, and how far apart they are.

One scale for every question, 1 (not at all) to 5 (fully). Of users only counts per answer come in, never fewer than the
agreed number of people; each group is entered once, so that no difference of two groups leads to fewer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date  # noqa: TC003 -- what is stored is read by these types
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.inside.cells import FEWEST
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import mean_estimate
from leitstern.core.stats.means import MeanStatistics
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leitstern.core.stats.estimate import Measured

LOWEST, HIGHEST = 1, 5
MIDDLE = (LOWEST + HIGHEST) / 2
NOBODY = Missing("nobody", Text(en="nobody has rated it yet", de="noch hat es niemand bewertet"))
TOO_FEW = Missing(
    "too-few",
    Text(
        en="fewer people have rated it than may be shown",
        de="weniger Personen haben es bewertet, als gezeigt werden darf",
    ),
)


class Question(StrEnum):
    """What is asked about an application."""

    FUNCTION = "function"
    CUSTOMER = "customer"
    CULTURE = "culture"
    ROLES = "roles"
    PROCESS = "process"
    SUPPORT = "support"
    USE = "use"


class View(StrEnum):
    """From where somebody looks at it."""

    OWNER = "owner"
    USERS = "users"
    INDEPENDENT = "independent"


QUESTIONS = {
    Question.FUNCTION: Text(en="It does what we need.", de="Sie kann, was wir brauchen."),
    Question.CUSTOMER: Text(
        en="It serves what customers want.", de="Sie dient dem, was die Kundschaft möchte."
    ),
    Question.CULTURE: Text(
        en="It suits the way we work together.", de="Sie passt dazu, wie wir zusammenarbeiten."
    ),
    Question.ROLES: Text(en="It suits who does what here.", de="Sie passt dazu, wer hier was tut."),
    Question.PROCESS: Text(en="It suits our processes.", de="Sie passt zu unseren Abläufen."),
    Question.SUPPORT: Text(
        en="It supports those who work with it, and not the other way round.",
        de="Sie unterstützt die, die mit ihr arbeiten, und nicht umgekehrt.",
    ),
    Question.USE: Text(
        en="Those it is meant for use it.", de="Sie wird von denen genutzt, für die sie gedacht ist."
    ),
}
SHORT = {
    Question.FUNCTION: Text(en="Function", de="Funktion"),
    Question.CUSTOMER: Text(en="Customers", de="Kundschaft"),
    Question.CULTURE: Text(en="Culture", de="Kultur"),
    Question.ROLES: Text(en="Roles", de="Rollen"),
    Question.PROCESS: Text(en="Processes", de="Abläufe"),
    Question.SUPPORT: Text(en="Support", de="Unterstützung"),
    Question.USE: Text(en="Use", de="Nutzung"),
}
VIEWS = {
    View.OWNER: Text(en="Whoever answers for it", de="Wer dafür verantwortlich ist"),
    View.USERS: Text(en="Those who work with it", de="Wer damit arbeitet"),
    View.INDEPENDENT: Text(en="Independent assessor", de="Unabhängige Dritte"),
}
HARMONY = (Question.CULTURE, Question.ROLES, Question.PROCESS)  # fit with culture and structure


@dataclass(frozen=True, slots=True)
class Rated:
    """One group's answers: how many chose 1, 2, 3, 4, 5."""

    application: str
    question: Question
    view: View
    counts: tuple[int, ...]
    unit: str = ""
    day: date | None = None

    @property
    def n(self) -> int:
        """People."""
        return sum(self.counts)


def mean_rating(groups: Sequence[Rated], fewest: int = FEWEST) -> Measured:
    """The mean of one question and view over disjoint groups, with its 90 % interval within the scale.

    Of users fewer than `fewest` give nothing. What an owner or a panel states is no sample: its interval is the value.
    """
    counts = [sum(group.counts[at] for group in groups) for at in range(HIGHEST)]
    n = sum(counts)
    if not n:
        return NOBODY
    if groups[0].view is View.USERS and n < fewest:
        return TOO_FEW
    total, total2 = (sum(count * (at + 1) ** power for at, count in enumerate(counts)) for power in (1, 2))
    day = max((group.day for group in groups if group.day), default=None)
    if groups[0].view is not View.USERS:
        return Estimate(total / n, total / n, total / n, n, grade="stated", as_of=day)
    found = mean_estimate(MeanStatistics(n, n, n, total, n, total2, total), LOWEST, HIGHEST, day)
    return replace(found, grade="stated") if isinstance(found, Estimate) else found


@dataclass(frozen=True, slots=True)
class Attachment:
    """One application and question: the owner's rating, the users', and by how much the owner's is higher."""

    application: str
    question: Question
    owner: Estimate
    users: Estimate

    @property
    def bias(self) -> Estimate:
        """Owner's rating less the users' mean; what is uncertain about it is the users'."""
        owner, users = self.owner.value, self.users
        return replace(users, value=owner - users.value, low=owner - users.high, high=owner - users.low)

    def attached(self, points: float) -> bool:
        """Whether the owner rates higher by at least so many points, and surely higher at all."""
        return self.bias.value >= points and self.bias.low > 0


class Ratings:
    """All ratings that stand, by application, question and view; every group entered once."""

    def __init__(self, groups: Iterable[Rated], fewest: int = FEWEST) -> None:
        self.fewest, self.groups = fewest, tuple(groups)
        self._groups: dict[tuple[str, Question, View], list[Rated]] = {}
        for group in self.groups:
            self._groups.setdefault((group.application, group.question, group.view), []).append(group)

    def mean(self, application: str, question: Question, view: View = View.USERS) -> Measured:
        """The mean over all groups of a view."""
        return mean_rating(self._groups.get((application, question, view), ()), self.fewest)

    def seen(self, application: str, question: Question) -> Measured:
        """What counts of an application: an independent view, else the users', else the owner's own."""
        views = (
            self.mean(application, question, view) for view in (View.INDEPENDENT, View.USERS, View.OWNER)
        )
        found = list(views)
        return next((each for each in found if isinstance(each, Estimate)), found[1])

    def units(self, application: str, question: Question) -> dict[str, Measured]:
        """The users' mean by department; of too few people nothing."""
        by_unit: dict[str, list[Rated]] = {}
        for group in self._groups.get((application, question, View.USERS), ()):
            by_unit.setdefault(group.unit, []).append(group)
        return {unit: mean_rating(groups, self.fewest) for unit, groups in by_unit.items() if unit}

    def attachment(self, application: str, question: Question) -> Attachment | None:
        """How much higher the owner rates it; nothing unless the owner and enough users have."""
        owner, users = self.mean(application, question, View.OWNER), self.mean(application, question)
        if isinstance(owner, Missing) or isinstance(users, Missing):
            return None
        return Attachment(application, question, owner, users)

    def harmony(self, application: str) -> Measured:
        """Fit with culture, roles and processes: the weakest of the three counts; nothing while one is unknown."""
        found = [self.seen(application, each) for each in HARMONY]
        missing = next((each for each in found if isinstance(each, Missing)), None)
        return missing or min(
            (each for each in found if isinstance(each, Estimate)), key=lambda each: each.value
        )

    def rated(self) -> tuple[str, ...]:
        """Applications somebody has rated."""
        return tuple(dict.fromkeys(application for application, _, _ in self._groups))
