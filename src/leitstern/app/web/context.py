"""What every page's frame needs: navigation, languages, the star in the browser tab."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext_lazy as _

from leitstern.app.accounts.models import Person
from leitstern.app.common.actors import Capability
from leitstern.charts.style import CSS

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the navigation."""

    label: _StrPromise
    view: str
    needs: Capability | None = None
    prefix: str = ""  # pages below this address belong to the entry


@dataclass(frozen=True, slots=True)
class Group:
    """One of the areas, in its colour."""

    label: _StrPromise
    tone: str
    entries: tuple[Entry, ...]


NAVIGATION = (
    Group(
        _("Gap"),
        "gap",
        (
            Entry(_("Situation"), "web:situation", Capability.SEE_GAP, "/touchpoints"),
            Entry(_("Three lanes"), "lanes:overview", Capability.SEE_INSIDE, "/lanes"),
            Entry(_("Value for both"), "value:overview", Capability.SEE_OUTSIDE, "/value"),
            Entry(_("Reports"), "reports:reports", Capability.SEE_GAP, "/reports"),
            Entry(_("Guess for yourselves"), "surveys:guesses", Capability.RUN_GUESS, "/guess"),
        ),
    ),
    Group(
        _("Outside"),
        "outside",
        (
            Entry(_("Journeys"), "outside:journeys", Capability.SEE_OUTSIDE, "/journeys"),
            Entry(_("Journey maps"), "maps:overview", Capability.SEE_OUTSIDE, "/maps"),
            Entry(_("Customers' voices"), "answers:scores", Capability.SEE_OUTSIDE, "/answers"),
            Entry(_("Whom we hear"), "outside:heard", Capability.SEE_OUTSIDE, "/heard"),
            Entry(_("Customer window"), "window:overview", Capability.SEE_GAP, "/window"),
            Entry(_("Competitors"), "competitors:overview", Capability.SEE_OUTSIDE, "/competitors"),
            Entry(_("Customers"), "outside:customers", Capability.SEE_CUSTOMERS, "/customers"),
            Entry(_("Enter a contact"), "desk:enter", Capability.ENTER_CONTACTS, "/contacts"),
            Entry(_("Bring data in"), "intake:imports", Capability.SEE_IMPORTS, "/imports"),
            Entry(_("Taxonomy"), "taxonomy:overview", Capability.SEE_GAP, "/taxonomy"),
        ),
    ),
    Group(
        _("Inside"),
        "inside",
        (
            Entry(_("Beliefs"), "inside:beliefs", Capability.SEE_GAP, "/beliefs"),
            Entry(_("Where we stand & route"), "placement:placement", Capability.SEE_INSIDE, "/placement"),
            Entry(_("Evidence"), "evidence:overview", Capability.SEE_INSIDE, "/evidence"),
            Entry(_("Workshop"), "workshop:list", Capability.RUN_WORKSHOP, "/workshops"),
            Entry(_("Staff waves"), "waves:overview", Capability.SEE_INSIDE, "/waves"),
            Entry(_("Organisation"), "structure:overview", Capability.SEE_INSIDE, "/organisation"),
            Entry(_("Incentives"), "incentives:overview", Capability.SEE_INSIDE, "/incentives"),
            Entry(_("Technology"), "stack:overview", Capability.SEE_INSIDE, "/technology"),
            Entry(_("Adoption"), "adoption:overview", Capability.SEE_INSIDE, "/adoption"),
            Entry(_("Brand voice"), "voice:overview", Capability.SEE_INSIDE, "/voice"),
            Entry(_("What touches this?"), "ties:search", Capability.SEE_INSIDE, "/ties"),
            Entry(_("Instruments"), "inside:instruments", Capability.SEE_INSIDE, "/instruments"),
        ),
    ),
    Group(
        _("Bridge"),
        "bridge",
        (
            Entry(_("Measures"), "bridge:measures", Capability.SEE_GAP, "/measures"),
            Entry(
                _("Target picture & initiatives"), "portfolio:overview", Capability.SEE_INSIDE, "/portfolio"
            ),
            Entry(_("Programme"), "programme:overview", Capability.SEE_INSIDE, "/programme"),
            Entry(_("Relapse watch"), "watch:overview", Capability.SEE_INSIDE, "/watch"),
            Entry(_("Briefs"), "change:overview", Capability.SEE_INSIDE, "/change"),
            Entry(_("Principles & stop list"), "practice:overview", Capability.SEE_INSIDE, "/practice"),
            Entry(_("Contact rules"), "policy:overview", Capability.SEE_INSIDE, "/policy"),
            Entry(_("Stories"), "practice:stories", Capability.SEE_GAP, "/stories"),
            Entry(_("Knowledge cards"), "cards:overview", Capability.SEE_INSIDE, "/cards"),
            Entry(_("Leadership & decisions"), "leadership:overview", Capability.SEE_INSIDE, "/leadership"),
        ),
    ),
    Group(
        _("About"),
        "about",
        (
            Entry(_("Method"), "web:method", None, "/method"),
            Entry(_("Operations"), "operations:overview", Capability.SEE_IMPORTS, "/operations"),
            Entry(_("Published figures"), "claims:claims", Capability.SEE_INSIDE, "/claims"),
            Entry(_("Works council"), "reports:works-council", Capability.SEE_INSIDE, "/works-council"),
            Entry(_("People and roles"), "accounts:people", Capability.MANAGE_PEOPLE, "/people"),
            Entry(_("Audit log"), "web:audit", Capability.READ_AUDIT, "/audit"),
        ),
    ),
)

# As many entries are seen at a glance; above that, only the group where somebody is stands open.
UNFOLDED = 12

CHART_STYLES = sha256(CSS.encode()).hexdigest()[:12]  # part of their address


def shell(request: HttpRequest) -> dict[str, Any]:
    """Navigation for the person who asks; entries their role does not permit are not shown."""
    user = getattr(request, "user", None)
    if not isinstance(user, Person):
        return {"navigation": (), "chart_styles": CHART_STYLES}
    addresses, path = _addresses(get_script_prefix()), request.path
    permitted = [
        (group, [entry for entry in group.entries if entry.needs is None or entry.needs in user.capabilities])
        for group in NAVIGATION
    ]
    stands_in = next(
        (group for group, entries in permitted if any(_is_here(entry, addresses, path) for entry in entries)),
        None,
    )
    folds = stands_in is not None and sum(len(entries) for group, entries in permitted) > UNFOLDED
    navigation = [
        {
            "label": group.label,
            "tone": group.tone,
            "entries": [
                {
                    "label": entry.label,
                    "address": addresses[entry.view],
                    "here": _is_here(entry, addresses, path),
                }
                for entry in entries
            ],
            "open": not folds or group is stands_in,
        }
        for group, entries in permitted
        if entries
    ]
    return {"navigation": navigation, "me": user, "chart_styles": CHART_STYLES}


@cache
def _addresses(_below: str) -> dict[str, str]:
    """By view, where its entry leads to, as long as the application is served below this address."""
    return {entry.view: reverse(entry.view) for group in NAVIGATION for entry in group.entries}


def _is_here(entry: Entry, addresses: dict[str, str], path: str) -> bool:
    """Whether the page asked for is the entry's, or below it."""
    return path == addresses[entry.view] or bool(entry.prefix and path.startswith(entry.prefix))
