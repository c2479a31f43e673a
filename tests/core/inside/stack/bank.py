"""A bank's technology, small enough to be seen at a glance."""

from __future__ import annotations

from datetime import date

from leitstern.core.company.money import Money
from leitstern.core.inside.stack.finding import Ground
from leitstern.core.inside.stack.inventory import (
    Application,
    Capability,
    DataObject,
    Integration,
    Inventory,
)
from leitstern.core.inside.stack.ratings import Question, Rated, Ratings, View
from leitstern.core.inside.stack.terms import Category, Way
from leitstern.core.texts import Text

TODAY = date(2026, 6, 30)


def euros(amount: int) -> Money:
    """Whole euros."""
    return Money(100 * amount, "EUR")


CRM = Application("crm", "CRM", Category.CRM, owner="Sales", it_owner="IT", cost=euros(400_000))
MAIL = Application("mail", "Mail", Category.AUTOMATION, owner="Marketing", it_owner="IT", cost=euros(60_000))
LETTERS = Application(
    "letters", "Letters", Category.AUTOMATION, owner="Travel", it_owner="IT", cost=Money(9_000_000, "CHF")
)
CLAIMS = Application("claims", "Claims photos", Category.CONTENT, units=("claims",), cost=euros(35_000))
NEWSLETTER = Capability("news", "Write to customers", owner="Marketing", applications=("mail", "letters"))
EMAIL = DataObject("email", "E-mail address", kept_in=("crm", "mail", "letters"), purpose="Writing")
FLOWS = (
    Integration("crm", "mail", Way.LIVE, ("email",)),
    Integration("mail", "letters", Way.LIVE, ("email",)),
    Integration("mail", "crm", Way.BY_HAND, ("email",)),
)
UNITS = {"claims": Text("Claims", "Schaden")}


def inventory(**change: object) -> Inventory:
    """The bank's, or with something else in it."""
    parts: dict[str, object] = {
        "applications": (CRM, MAIL, LETTERS, CLAIMS),
        "capabilities": (NEWSLETTER,),
        "data": (EMAIL,),
        "integrations": FLOWS,
    }
    return Inventory(**parts | change)  # type: ignore[arg-type]


def ground(found: Inventory | None = None, rated: tuple[Rated, ...] = (), **more: object) -> Ground:
    """Everything findings are made from."""
    return Ground(found or inventory(), Ratings(rated), TODAY, units=UNITS, **more)  # type: ignore[arg-type]


def users(*counts: int, question: Question = Question.SUPPORT, unit: str = "") -> Rated:
    """What those who work with the CRM said."""
    return Rated("crm", question, View.USERS, counts, unit, TODAY)


def owner(value: int, question: Question = Question.SUPPORT) -> Rated:
    """What whoever answers for the CRM said."""
    return Rated("crm", question, View.OWNER, tuple(int(at == value) for at in range(1, 6)), "", TODAY)
