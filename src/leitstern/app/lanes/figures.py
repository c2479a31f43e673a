"""The few numbers of each lane, read where they stand in full, and what they say in a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone

from leitstern.app.adoption import queries as adoption
from leitstern.app.change.pulses import newest_pulse
from leitstern.app.leadership.queries import attention_now
from leitstern.app.outside.queries import kept_promises
from leitstern.app.placement.queries import placement
from leitstern.app.portfolio import queries as portfolio
from leitstern.app.silo.queries import standing_now
from leitstern.core.bridge.change.pulse import Asked
from leitstern.core.bridge.lanes.lane import Figure, Lane, Shown, Side
from leitstern.core.bridge.portfolio.mix import bare_money
from leitstern.core.bridge.portfolio.purposes import balance
from leitstern.core.bridge.portfolio.terms import AiPurpose
from leitstern.core.gap.headlines import headline
from leitstern.core.inside.org_types import NAMES
from leitstern.core.inside.silo.facet import Verdict
from leitstern.core.inside.silo.words import sentence as silo_sentence
from leitstern.core.inside.wording import decimal, percent
from leitstern.core.stats.counted import counted
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.outside.reading import Published
    from leitstern.core.bridge.leadership.attention import Attention
    from leitstern.core.gap.findings import GapReport, IndexFinding
    from leitstern.core.inside.placement import Placement
    from leitstern.core.stats.estimate import Measured

CUSTOMERS, PEOPLE = Text(en="customers", de="Kundinnen und Kunden"), Text(en="people", de="Menschen")
PLACES, VIEWS = Text(en="places", de="Stellen"), Text(en="views", de="Sichten")
MONTHS, TEAMS = Text(en="months", de="Monate"), Text(en="teams", de="Teams")
INITIATIVES = Text(en="initiatives", de="Initiativen")
FACETS = Text(en="cases of the side with the fewest", de="Fälle der Seite mit den wenigsten")
DELIVERY = Text(en="Promised, but not lived", de="Versprochen, aber nicht erlebt")
PERCEPTION = Text(en="Believed, but not lived", de="Geglaubt, aber nicht erlebt")
WORST = Text(en="Widest declared gap", de="Größte festgestellte Lücke")
KEPT = Text(en="Promises kept in time", de="Pünktlich gehaltene Versprechen")
CULTURE = Text(en="Culture, level 0 to 4", de="Kultur, Stufe 0 bis 4")
TECHNOLOGY = Text(en="Technology, level 0 to 4", de="Technologie, Stufe 0 bis 4")
ATTENTION = Text(en="Accompanying acts of leaders a month", de="Begleitungen durch die Führung im Monat")
PULSE = Text(en="Can explain why we do this", de="Können erklären, warum wir das machen")
SILO = Text(en="Silo index", de="Silo-Index")
RUNS_ONLY = Text(en="Runs, but does not work", de="Läuft, aber wirkt nicht")
BARE = Text(
    en="Technology money without a measure for people", de="Technologiegeld ohne Maßnahme für Menschen"
)
EMPATHY = Text(en="AI initiatives for empathy", de="KI-Initiativen für Empathie")
CERTAIN = Text(en="for certain at {some} of {all} places", de="sicher an {some} von {all} Stellen")
PERHAPS = Text(en="{certain}; the mean may be chance", de="{certain}; das Mittel kann Zufall sein")
LIKELY = Text(en="{type}: {probability} probable", de="{type}: zu {probability} wahrscheinlich")
SETTLED = Text(en="settled level {level}", de="eingeschwungener Stand {level}")
NO_GAP = Missing("no-gap", Text(en="no gap is declared", de="keine Lücke ist festgestellt"))
NO_DATA = Missing(
    "no-data",
    Text(en="nothing of customers has been brought in yet", de="noch nichts von Kundinnen und Kunden"),
)
NOT_DUE = Missing(
    "not-due", Text(en="no promise has fallen due", de="noch ist kein Versprechen fällig geworden")
)
NOT_PLACED = Missing("not-placed", Text(en="nobody has looked yet", de="noch hat niemand hingesehen"))
NOT_ASKED = Missing(
    "not-asked", Text(en="no pulse has been published", de="noch ist kein Puls veröffentlicht")
)
NO_TEAMS = Missing(
    "no-teams", Text(en="no team has brought usage yet", de="noch hat kein Team Nutzungsdaten")
)
NO_MONEY = Missing(
    "no-budget",
    Text(en="no technology initiative has a budget", de="keine Technologie-Initiative hat ein Budget"),
)
NO_PURPOSE = Missing(
    "no-purpose",
    Text(
        en="of no initiative with AI is it said what it is for",
        de="bei keiner Initiative mit KI ist gesagt, wozu sie dient",
    ),
)
OF_MONEY = Text(en="of money in {currency}", de="des Geldes in {currency}")
CURRENCIES = Text(en="; also {others}", de="; außerdem {others}")
RUNNING = Text(
    en="In {some} of {all} teams with numbers technology runs and does not work.",
    de="In {some} von {all} Teams mit Zahlen läuft Technologie und wirkt nicht.",
)
BARELY = Text(
    en="{share} of the technology money goes to initiatives without any measure for people.",
    de="{share} des Technologiegelds gehen an Initiativen ohne jede Maßnahme für Menschen.",
)
NO_EXPERIENCE = Text(
    en="Nothing is known yet of what customers live through.",
    de="Was Kundinnen und Kunden erleben, ist noch nicht bekannt.",
)
NO_TECHNOLOGY = Text(
    en="Nothing is known yet of what technology does.", de="Was Technologie bewirkt, ist noch nicht bekannt."
)
NO_ORGANISATION = Text(
    en="Nothing is known yet of culture, leadership and people.",
    de="Von Kultur, Führung und Menschen ist noch nichts bekannt.",
)


def experience(state: Published | None, report: GapReport | None) -> Side:
    """What customers live through; always as published just now."""
    here = reverse("web:situation")
    if state is None or report is None:
        bring = reverse("intake:imports")
        asked = ((DELIVERY, "delivery"), (PERCEPTION, "perception"), (WORST, "worst"), (KEPT, "kept"))
        missing = tuple(
            Figure(key, name, NO_DATA, Shown.POINTS, CUSTOMERS, None, bring) for name, key in asked
        )
        return Side(Lane.EXPERIENCE, missing, NO_EXPERIENCE)
    promises = kept_promises(state)
    figures = (
        _index("delivery", DELIVERY, report.delivery, here),
        _index("perception", PERCEPTION, report.perception, reverse("inside:beliefs")),
        _worst(report, here),
        Figure("kept", KEPT, promises.kept if promises else NOT_DUE, Shown.SHARE, CUSTOMERS, None, here),
    )
    return Side(Lane.EXPERIENCE, figures, headline(report))


def organisation() -> Side:
    """Culture, leadership, people."""
    found, today = placement(), timezone.localdate()
    attention, pulse, silo = attention_now(), newest_pulse(), standing_now(today).silo
    asked = pulse.company.share(Asked.WHY) if pulse else NOT_ASKED
    figures = (
        Figure(
            "culture",
            CULTURE,
            found.fused.culture if found and found.fused else NOT_PLACED,
            Shown.LEVEL,
            VIEWS,
            _likely(found),
            reverse("placement:placement"),
        ),
        Figure(
            "attention",
            ATTENTION,
            attention.now,
            Shown.RATE,
            MONTHS,
            _settled(attention),
            reverse("leadership:overview"),
        ),
        Figure("pulse", PULSE, asked, Shown.SHARE, PEOPLE, None, reverse("change:pulse")),
        Figure("silo", SILO, silo.index, Shown.POINTS, FACETS, silo_sentence(silo), reverse("silo:overview")),
    )
    if attention.since and attention.sentence:
        sentence = attention.sentence
    elif silo.verdict is Verdict.SILO:
        sentence = silo_sentence(silo)
    elif found and found.fused:
        sentence = found.sentence
    else:
        sentence = attention.sentence or (pulse.sentence if pulse else NO_ORGANISATION)
    return Side(Lane.ORGANISATION, figures, sentence)


def technology() -> Side:
    """What technology does, what it costs people, and what AI is for."""
    found, today, placed = portfolio.portfolio(), timezone.localdate(), placement()
    used = adoption.overview()
    teams = sum(line.teams for line in used.lines)
    only = len(used.runs_only) + used.more
    running = counted(only, teams, teams, today) if teams else NO_TEAMS
    money, purposes = bare_money(found, today), balance(found, today)
    bare, rest = _largest(money)
    empathy = purposes.of(AiPurpose.EMPATHY).share
    overview = reverse("portfolio:overview")
    figures = (
        Figure(
            "runs_only",
            RUNS_ONLY,
            running,
            Shown.SHARE,
            TEAMS,
            None,
            reverse("adoption:overview"),
        ),
        Figure("bare", BARE, bare, Shown.SHARE, INITIATIVES, rest, overview),
        Figure(
            "empathy",
            EMPATHY,
            empathy if isinstance(empathy, Estimate) else NO_PURPOSE,
            Shown.SHARE,
            INITIATIVES,
            purposes.sentence,
            overview,
        ),
        Figure(
            "technology",
            TECHNOLOGY,
            placed.fused.technology if placed and placed.fused else NOT_PLACED,
            Shown.LEVEL,
            VIEWS,
            None,
            reverse("placement:placement"),
        ),
    )
    if only:
        sentence = RUNNING.fill(some=only, all=teams)
    elif isinstance(bare, Estimate) and bare.value:
        sentence = BARELY.fill(share=percent(bare.value))
    elif purposes.n:
        sentence = purposes.sentence
    else:
        sentence = placed.sentence if placed and placed.fused else NO_TECHNOLOGY
    return Side(Lane.TECHNOLOGY, figures, sentence)


def _index(key: str, name: Text, index: IndexFinding, address: str) -> Figure:
    """An index as a share: it is kept in points of 100."""
    points = index.estimate
    value: Measured = points
    note = None
    if isinstance(points, Estimate):
        value = replace(points, value=points.value / 100, low=points.low / 100, high=points.high / 100)
        note = CERTAIN.fill(some=index.places, all=index.touchpoints)
        note = note if index.on_average or index.state == "no gap" else PERHAPS.fill(certain=note)
    return Figure(key, name, value, Shown.POINTS, CUSTOMERS, note, address)


def _worst(report: GapReport, here: str) -> Figure:
    declared = [pair for kind in ("delivery", "perception") for pair in report.declared(kind)]
    if not declared:
        return Figure("worst", WORST, NO_GAP, Shown.POINTS, CUSTOMERS, None, here)
    line, gap = max(declared, key=lambda pair: pair[1].estimate.value)
    address = reverse("web:touchpoint", args=[line.touchpoint])
    return Figure("worst", WORST, gap.estimate, Shown.POINTS, CUSTOMERS, line.touchpoint_name, address)


def _settled(attention: Attention) -> Text | None:
    """What it is held against; the sentence of the lane says what follows."""
    settled = attention.reading.settled
    if isinstance(settled, Missing):
        return settled.reason
    return SETTLED.fill(level=decimal(settled.level, 1))


def _likely(found: Placement | None) -> Text | None:
    if found is None or not found.probabilities:
        return None
    kind = found.candidates[0]
    return LIKELY.fill(type=NAMES[kind], probability=percent(found.probabilities[kind]))


def _largest(money: dict[str, Measured]) -> tuple[Measured, Text | None]:
    """The currency with the most initiatives, and the others in words; currencies are never added."""
    known = {currency: each for currency, each in money.items() if isinstance(each, Estimate)}
    if not known:
        return NO_MONEY, None
    first = max(known, key=lambda currency: known[currency].n)
    note = OF_MONEY.fill(currency=first)
    others = ", ".join(sorted(currency for currency in known if currency != first))
    if others:
        more = CURRENCIES.fill(others=others)
        note = Text(en=note.en + more.en, de=note.de + more.de)
    return known[first], note
