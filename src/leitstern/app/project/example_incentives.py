"""What the example company rewards: three years of key figures, entered by its own people.

Planted truths:

- customer service is paid for cheap contacts and for solving things at once; month by month the one gets better at the
  other's expense (shocks correlate with −0.75), while both improve over the years, so that their levels hide it;
- closings against revocations is declared, confirmed, and has a rule of what goes first;
- finance, controlling and purchasing carry no key figure of customers; two back-office departments do;
- nobody is rewarded for loyalty; the campaigns live by clicks that a vendor set;
- rewards of customer service were shifted towards customers in the second year, and stay there;
- half a year ago the board decided that 40 of 100 are to hang on customers, in customer service 50: both are far off;
- threats by customers need not be accepted: the protocol counts them in customer service, claims take them out of scoring;
- one key figure changed its definition a year ago, another has a month without value; of claims, storms are taken out.

In the twin nobody decided a target and no boundary was needed, the two key figures of customer service have nothing to do with each other, and nobody declared a conflict.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from math import sin
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from leitstern.app.accounts.roles import Role
from leitstern.app.incentives import beginning, boundaries, bringing, deciding, keeping
from leitstern.app.incentives.models import Figure, Link
from leitstern.app.incentives.targets import set_target
from leitstern.app.project.example_dates import NOON, date_back, moment
from leitstern.app.structure.roles import enter_role
from leitstern.collect.kpi_series import Point
from leitstern.core.inside.incentives.attribution import Case, Score, Why
from leitstern.core.inside.incentives.figures import Direction, Giver, Horizon, Origin, Part
from leitstern.core.months import later
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from numpy.typing import NDArray

    from leitstern.app.accounts.models import Person
    from leitstern.app.incentives.models import Rule

    type Floats = NDArray[np.float64]

SEED = 42
MONTHS = 36
PULL = -0.75  # correlation of the shocks of cost and solving
COST, SOLVED = "cost_per_contact", "first_contact_resolution"
CLOSINGS, REVOKED = "conversion", "return_rate"
GAP, REDEFINED, SHIFTED = 20, 24, 12  # months from the first
CONFLICTS = (
    ("cost_or_solved", ("corporate", "service")),
    ("conversion_or_returns", ("operations", "branches")),
)


class Told(NamedTuple):
    """A figure besides those of templates: its level, its shocks and what it gains in three years."""

    slug: str
    name: Text
    definition: Text
    unit: str
    about: tuple[Horizon, Direction, Origin]
    counted_in: Text
    level: float
    shock: float
    gain: float
    giver: Giver = Giver.OWN
    part: Part | None = None


SHARE, HOURS = Text("%", "%"), Text("hours", "Stunden")
FIGURES = (
    Told(
        "loan_hours",
        Text("Hours to the decision on a loan", "Stunden bis zur Kreditentscheidung"),
        Text(
            "Median of the working hours from complete documents to the decision the customer reads.",
            "Median der Arbeitsstunden von vollständigen Unterlagen bis zur Entscheidung, die die Kundin oder der Kunde liest.",
        ),
        "lending",
        (Horizon.SHORT, Direction.LOWER, Origin.CUSTOMER),
        HOURS,
        31.0,
        1.4,
        -3.0,
        part=Part.SATISFACTION,
    ),
    Told(
        "ad_clicks",
        Text("Clicks on promotions", "Klicks auf Werbung"),
        Text(
            "Of 100 promotions shown, those clicked, as the vendor's platform counts them.",
            "Von 100 gezeigten Werbemitteln die angeklickten, wie die Plattform des Anbieters sie zählt.",
        ),
        "marketing",
        (Horizon.SHORT, Direction.HIGHER, Origin.OPERATIONS),
        SHARE,
        1.9,
        0.12,
        0.3,
        Giver.VENDOR,
    ),
    Told(
        "margin",
        Text("Margin", "Marge"),
        Text("Contribution margin in % of revenue.", "Deckungsbeitrag in % vom Ertrag."),
        "corporate",
        (Horizon.SHORT, Direction.HIGHER, Origin.FINANCE),
        SHARE,
        24.0,
        0.5,
        1.0,
    ),
    Told(
        "availability",
        Text("Systems that run", "Verfügbarkeit der Systeme"),
        Text(
            "Minutes in which all core systems ran, of 100.",
            "Von 100 Minuten jene, in denen alle Kernsysteme liefen.",
        ),
        "it",
        (Horizon.MID, Direction.HIGHER, Origin.OPERATIONS),
        SHARE,
        99.2,
        0.15,
        0.2,
    ),
)
NEW_MARGIN = Text(
    "Contribution margin in % of revenue, now without one-off income.",
    "Deckungsbeitrag in % vom Ertrag, jetzt ohne einmalige Erträge.",
)
CLAIM_DAYS = Text("Days to the settled claim", "Tage bis zum geregelten Schaden")
CLAIM_DEFINITION = Text(
    "Median of the days from the report of a claim to the money; storms are taken out.",
    "Median der Tage von der Schadenmeldung bis zur Zahlung; Unwetter sind herausgenommen.",
)
ABUSE = Text("threat", "Bedrohung")
THREATS = Text("Threats and insults", "Bedrohungen und Beleidigungen")
THEN = Text(
    "Say once that you will end the talk. If it goes on, end it. The team lead writes to the customer the same day and "
    "decides whether we go on working together.",
    "Einmal ankündigen, dass Sie das Gespräch beenden. Geht es weiter, beenden Sie es. Die Teamleitung schreibt der "
    "Kundin oder dem Kunden noch am selben Tag und entscheidet, ob wir weiter zusammenarbeiten.",
)
TEAM_LEAD = Text("Team lead on duty", "Diensthabende Teamleitung")
BOARD = Text("Board", "Vorstand")
BEYOND = (6, 4, 7, 3, 5, 2)  # cases of the last months in customer service, oldest first
STORM = Text("storm", "Unwetter")
FILE = Text("Key figures of three years.xlsx", "Kennzahlen aus drei Jahren.xlsx")
CLAIMS_FILE = Text("Claims of a year.csv", "Schäden eines Jahres.csv")
ROLES: tuple[tuple[Text, str, int, dict[str, int]], ...] = (
    (Text("Advice by phone", "Telefonische Beratung"), "service", 140, {COST: 10, SOLVED: 5}),
    (Text("Team lead", "Teamleitung"), "service", 8, {COST: 30, SOLVED: 10}),
    (Text("Advice in the branch", "Filialberatung"), "branches", 190, {CLOSINGS: 20, "margin": 5}),
    (Text("Campaign planning", "Kampagnenplanung"), "campaigns", 11, {"ad_clicks": 20, CLOSINGS: 10}),
    (Text("Loan processing", "Kreditbearbeitung"), "lending", 70, {"loan_hours": 5}),
    (Text("Claims assessment", "Schadenprüfung"), "claims_assessment", 34, {"claim_days": 10}),
    (Text("Contract services", "Vertragsservice"), "operations", 78, {REVOKED: 5}),
    (Text("System operation", "Systembetrieb"), "it", 88, {"availability": 10}),
    (Text("Finance and controlling", "Finanzen und Controlling"), "corporate", 40, {"margin": 15}),
    (Text("Head of finance", "Leitung Finanzen"), "corporate", 1, {"margin": 40}),
)
BEFORE = {  # until rewards were shifted towards customers
    "Advice by phone": {COST: 15},
    "Team lead": {COST: 40},
}
CLOSING_RULE = Text(
    "In every talk about a contract of more than two years: no closing on the same day.",
    "In jedem Gespräch über einen Vertrag von mehr als zwei Jahren: kein Abschluss am selben Tag.",
)
CONFIRMED = Text(
    "Branches told us in the spring: closings of the last week of a quarter are revoked twice as often.",
    "Die Filialen haben es im Frühjahr erzählt: Abschlüsse aus der letzten Woche eines Quartals werden doppelt so oft "
    "widerrufen.",
)
HEAD_OF_BRANCHES = Text("Head of Branches", "Leitung Filialen")


def found_incentives(
    cast: Mapping[Role, Person], until: date, language: str, *, planted: bool = True
) -> None:
    """The register, its values up to the month before `until`, and what was decided. A company that has one keeps it."""
    if Figure.objects.exists():
        return
    analyst = cast[Role.ANALYST]
    months = last_months(until)
    _register(analyst, months, language, planted=planted)
    for name, unit, people, percents in ROLES:
        role = enter_role(analyst, name.to(language), unit, people)
        role.headcounts.update(since=datetime.combine(months[0], NOON))
        for at, said in ((0, BEFORE.get(name.en, percents)), (SHIFTED, percents)):
            known = set(role.weights.values_list("pk", flat=True))
            keeping.reward(analyst, role, said)
            role.weights.exclude(pk__in=known).update(created=datetime.combine(months[at], NOON))
    values = [
        Point(slug, month, value)
        for slug, series in series_of(planted=planted).items()
        for at, (month, value) in enumerate(zip(months, series, strict=True))
        if (slug, at) != ("availability", GAP)
    ]
    date_back(bringing.bring_values(analyst, FILE.to(language), values), created=moment(until, 12))
    storms = Text("Storms", "Unwetter").to(language)
    claims = Figure.objects.get(slug="claim_days")
    keeping.enter_rule(analyst, storms, Why.EXTERNAL, [STORM.to(language)], claims)
    abuse = keeping.enter_rule(analyst, THREATS.to(language), Why.ABUSE, [ABUSE.to(language)])
    batch = bringing.bring_cases(
        analyst, CLAIMS_FILE.to(language), {"claim_days": _claims(months[-12:], language)}
    )
    date_back(batch, created=moment(until, 11))
    if planted:
        _protect(analyst, abuse, months, until, language)
        _decide(cast[Role.EXECUTIVE], until, language)


def last_months(until: date) -> list[date]:
    """The first days of the three years of months that are over, oldest first."""
    months = [later(until, -1)]
    while len(months) < MONTHS:
        months.append(later(months[-1], -1))
    return months[::-1]


def series_of(*, planted: bool) -> dict[str, list[float]]:
    """Three years of every key figure with monthly values; a bad year would be an accident, so the seed is fixed."""
    rng = np.random.default_rng(SEED)
    pull = PULL if planted else 0.0
    shocks = rng.multivariate_normal([0, 0], [[1, pull], [pull, 1]], MONTHS)
    better = _with_memory(shocks) + np.linspace(0, 3, MONTHS)[:, None]  # both improve over the years
    found = {
        COST: [round(6.4 - 0.16 * v, 2) for v in better[:, 0]],
        SOLVED: [round(63 + 1.6 * v, 1) for v in better[:, 1]],
    }
    for told in FIGURES:
        noise = _with_memory(rng.normal(size=(MONTHS, 1)))[:, 0]
        trend = np.linspace(0, told.gain, MONTHS)
        found[told.slug] = [round(float(v), 2) for v in told.level + trend + told.shock * noise]
    found["margin"] = [v - 1.8 if at >= REDEFINED else v for at, v in enumerate(found["margin"])]
    return found


def _with_memory(shocks: Floats) -> Floats:
    """What happened in a month wears off by half in the next."""
    values: Floats = np.zeros_like(shocks)
    for at in range(1, len(shocks)):
        values[at] = 0.5 * values[at - 1] + shocks[at]
    return values


def _register(actor: Person, months: list[date], language: str, *, planted: bool) -> None:
    for template, units in CONFLICTS:
        beginning.begin_conflict(actor, template, units, language)
    for link in Link.objects.filter(withdrawn=None) if not planted else ():
        keeping.unlink(actor, link)
    for told in FIGURES:
        horizon, direction, origin = told.about
        about = keeping.About(
            told.name.to(language),
            told.unit,
            horizon,
            direction,
            origin,
            told.giver,
            told.part,
            told.counted_in.to(language),
        )
        keeping.enter_figure(actor, about, told.definition.to(language), slug=told.slug)
    margin = Figure.objects.get(slug="margin")
    keeping.define(actor, margin, NEW_MARGIN.to(language), months[REDEFINED])
    claims = keeping.About(
        CLAIM_DAYS.to(language),
        "claims_assessment",
        Horizon.MID,
        Direction.LOWER,
        Origin.CUSTOMER,
        part=Part.EXPERIENCE,
        counted_in=Text("days", "Tage").to(language),
        score=Score.MEDIAN,
    )
    keeping.enter_figure(actor, claims, CLAIM_DEFINITION.to(language), slug="claim_days")


def _claims(months: list[date], language: str) -> list[Case]:
    """About thirty claims a month; in November every third one came of a storm and took three times as long."""
    found = []
    for month in months:
        for at in range(28 + month.month % 5):
            stormy = month.month == 11 and at % 3 == 0
            days = 16 + 6 * sin(at * 1.3 + month.month) + (35 if stormy else 0)
            found.append(Case(month, round(days, 1), STORM.to(language) if stormy else ""))
    found += [Case(month, 60.0, ABUSE.to(language)) for month in months[-3:]]  # one each, counted and no more
    return found


def _protect(analyst: Person, abuse: Rule, months: list[date], until: date, language: str) -> None:
    """What nobody has to accept, and how often it came to that."""
    made = boundaries.enter_boundary(
        analyst, THREATS.to(language), THEN.to(language), TEAM_LEAD.to(language), months[-len(BEYOND)], abuse
    )
    for month, cases in zip(months[-len(BEYOND) :], BEYOND, strict=True):
        boundaries.count_cases(analyst, made, "service", month, cases, today=until)


def _decide(executive: Person, until: date, language: str) -> None:
    """Two targets; one conflict was confirmed in spring and has a rule, the one that shows in the data still waits."""
    for percent, unit in ((40, ""), (50, "service")):
        target = set_target(
            executive, percent, until + timedelta(days=400), BOARD.to(language), unit, today=until
        )
        date_back(target, created=moment(until, 180))
    verdict = deciding.confirm(executive, CLOSINGS, REVOKED, CONFIRMED.to(language))
    date_back(verdict, created=moment(until, 60))
    priority = deciding.prioritise(
        executive,
        CLOSINGS,
        REVOKED,
        REVOKED,
        CLOSING_RULE.to(language),
        HEAD_OF_BRANCHES.to(language),
        until + timedelta(days=120),
        today=until,
    )
    date_back(priority, created=moment(until, 55))
