"""Tolerate, invest, migrate or eliminate: what an application is worth, against how well people can work with it.

After the four fields of application portfolio management. Instead of business value against technical fit, we set what it
does for customers (function and customers: the weaker counts) against how it suits those who work with it (culture,
roles, processes, support, use: the weakest counts). The middle of the scale divides the fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.inside.stack.ratings import MIDDLE, NOBODY, Question
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.inside.stack.ratings import Ratings
    from leitstern.core.stats.estimate import Measured

WORTH = (Question.FUNCTION, Question.CUSTOMER)
LIVED = (Question.CULTURE, Question.ROLES, Question.PROCESS, Question.SUPPORT, Question.USE)


class TimeClass(StrEnum):
    """The four fields."""

    INVEST = "invest"
    MIGRATE = "migrate"
    TOLERATE = "tolerate"
    ELIMINATE = "eliminate"


CLASSES = {
    TimeClass.INVEST: Text(en="Invest", de="Investieren"),
    TimeClass.MIGRATE: Text(en="Migrate", de="Ablösen"),
    TimeClass.TOLERATE: Text(en="Tolerate", de="Dulden"),
    TimeClass.ELIMINATE: Text(en="Eliminate", de="Abschalten"),
}
MEANING = {
    TimeClass.INVEST: Text(
        en="It serves customers and suits those who work with it.",
        de="Sie dient der Kundschaft und passt zu denen, die mit ihr arbeiten.",
    ),
    TimeClass.MIGRATE: Text(
        en="Customers need what it does, but people work against it: change how they work, or what they work with.",
        de="Die Kundschaft braucht, was sie tut, aber die Menschen arbeiten gegen sie an: Ändern Sie die Arbeit oder das Werkzeug.",
    ),
    TimeClass.TOLERATE: Text(
        en="People like to work with it, customers gain little: put nothing more into it.",
        de="Man arbeitet gern mit ihr, die Kundschaft hat wenig davon: Stecken Sie nichts weiter hinein.",
    ),
    TimeClass.ELIMINATE: Text(
        en="It serves neither customers nor those who work with it.",
        de="Sie dient weder der Kundschaft noch denen, die mit ihr arbeiten.",
    ),
}


@dataclass(frozen=True, slots=True)
class Placed:
    """Both sides of an application, the field it lies in, and whether it surely does."""

    worth: Measured
    lived: Measured
    field: TimeClass | None
    sure: bool


def time_class(ratings: Ratings, application: str) -> Placed:
    """The field of an application; none while nobody has rated one of its sides."""
    worth, lived = _weakest(ratings, application, WORTH), _weakest(ratings, application, LIVED)
    if isinstance(worth, Missing) or isinstance(lived, Missing):
        return Placed(worth, lived, None, sure=False)
    found = {
        (True, True): TimeClass.INVEST,
        (True, False): TimeClass.MIGRATE,
        (False, True): TimeClass.TOLERATE,
        (False, False): TimeClass.ELIMINATE,
    }[worth.value >= MIDDLE, lived.value >= MIDDLE]
    return Placed(worth, lived, found, sure=all(not each.low < MIDDLE < each.high for each in (worth, lived)))


def _weakest(ratings: Ratings, application: str, questions: Sequence[Question]) -> Measured:
    """The lowest rating among those that are known."""
    known = [
        each for question in questions if isinstance((each := ratings.seen(application, question)), Estimate)
    ]
    return min(known, key=lambda each: each.value, default=NOBODY)
