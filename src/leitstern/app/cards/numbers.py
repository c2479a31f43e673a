"""Numbers that cards rest on and that no other area reads as one: a view, words, a visible reason, a key figure."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.http import QueryDict
from django.urls import Resolver404, resolve

from leitstern.app.common.findings import once
from leitstern.app.common.lookups import or_not_found
from leitstern.app.gap.queries import gap_report
from leitstern.app.incentives.models import Figure, Value
from leitstern.app.incentives.register import NO_FIGURE, redefined
from leitstern.app.journeys.asking import require_choice
from leitstern.app.outside.queries import explanations
from leitstern.app.outside.reading import require_published
from leitstern.core.bridge.cards.standing import TOO_FEW, usual_movement
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.errors import InvalidInput
from leitstern.core.gap.wording import of_hundred
from leitstern.core.inside.wording import decimal
from leitstern.core.outside.comments import Search, says, written
from leitstern.core.outside.few import FEWEST
from leitstern.core.outside.reasons import drivers_of
from leitstern.core.outside.sampling import customer_sums, share_statistics
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import share_estimate, wilson
from leitstern.core.texts import Text, grouped

if TYPE_CHECKING:
    from datetime import date

    from leitstern.app.outside.reading import Question
    from leitstern.core.company.facets import Facet
    from leitstern.core.gap.findings import TouchpointGap
    from leitstern.core.stats.estimate import Measured

NO_VIEW = Text(
    en="This is not the address of a view of journeys that selects some of them. Open one under Journeys, choose what it shows, "
    "and copy its address. Nothing was kept.",
    de="Das ist nicht die Adresse einer Ansicht von Reisen, die einige auswählt. Öffnen Sie eine unter Reisen, wählen Sie, was sie "
    "zeigt, und kopieren Sie ihre Adresse. Es wurde nichts gespeichert.",
)
LIVED = Text(
    en="{touchpoint} – “{facet}”: {share} of 100 customers ({low} to {high}, n {n}).",
    de="{touchpoint} – „{facet}“: {share} von 100 Kundinnen und Kunden ({low} bis {high}, n {n}).",
)
VIEW = Text(
    en="{share} of 100 customers have journeys like these ({low} to {high}, n {n}).",
    de="{share} von 100 Kundinnen und Kunden haben solche Reisen ({low} bis {high}, n {n}).",
)
NO_PLACE = Text(
    en="There is no such touchpoint in the taxonomy. Nothing was kept.",
    de="Diesen Kontaktpunkt gibt es in der Taxonomie nicht. Es wurde nichts gespeichert.",
)
WORDS = Text(
    en="{touchpoint}: {share} of 100 comments say “{words}” ({low} to {high}, n {n} customers).",
    de="{touchpoint}: {share} von 100 Kommentaren enthalten „{words}“ ({low} bis {high}, n {n} Kundinnen und Kunden).",
)
NO_REASON = Text(
    en="This visible reason is not found there. Nothing was kept.",
    de="Dieser sichtbare Grund zeigt sich dort nicht. Es wurde nichts gespeichert.",
)
REASON = Text(
    en="{touchpoint} – “{facet}”: “{reason}” stands for {share} of 100 parts of what all visible reasons explain "
    "({low} to {high}, n {n}); an association.",
    de="{touchpoint} – „{facet}“: „{reason}“ steht für {share} von 100 Teilen dessen, was alle sichtbaren Gründe erklären "
    "({low} bis {high}, n {n}); ein Zusammenhang.",
)
NO_VALUES = Text(
    en="There are no monthly values yet. Nothing was kept.",
    de="Es gibt noch keine Monatswerte. Es wurde nichts gespeichert.",
)
FIGURE = Text(
    en="Key figure “{name}”: {value} {unit} in {month}.",
    de="Kennzahl „{name}“: {value} {unit} im Monat {month}.",
)
SHORT_PAST = Missing(
    "short-past",
    Text(
        en="fewer than twelve monthly values, so that nobody knows how far it usually moves",
        de="weniger als zwölf Monatswerte, sodass niemand weiß, wie weit sie sich üblicherweise bewegt",
    ),
)
COUNTED_ANEW = Missing(
    "redefined",
    Text(
        en="it has been counted in another way since, and cannot be compared",
        de="sie wird seither anders gezählt und lässt sich nicht vergleichen",
    ),
)


def lived_at(reference: str) -> tuple[TouchpointGap, Measured]:
    """The lived share at a touchpoint for a statement (“touchpoint:facet”)."""
    line = or_not_found(once("lived shares of cards", _lived).get(reference), NO_PLACE)
    return line, line.lived


def lived_said(line: TouchpointGap, share: Estimate) -> Text:
    """It in words."""
    return LIVED.fill(touchpoint=line.touchpoint_name, facet=line.facet_name, **_said(share))


def view_now(address: str) -> tuple[Text, Measured]:
    """The share of customers whose journeys a view shows, by its address within Leitstern."""
    parts = urlsplit(address)
    try:
        found = resolve(parts.path)
    except Resolver404:
        raise InvalidInput(NO_VIEW) from None
    if parts.netloc or "journeys" not in (found.app_name, found.url_name):
        raise InvalidInput(NO_VIEW)
    chosen = require_choice(require_published(), QueryDict(parts.query), "en")
    selection = chosen.selections[0]
    if selection.everything:
        raise InvalidInput(NO_VIEW)
    these, everybody = chosen.size(selection).customers, chosen.size().customers
    if these < FEWEST:
        return TOO_FEW.reason, TOO_FEW
    share = these / everybody
    number = Estimate(share, *wilson(share, everybody), everybody, as_of=chosen.state.as_of)
    return VIEW.fill(**_said(number)), number


def words_now(reference: str) -> tuple[Text, Measured]:
    """The share of comments at a touchpoint (“touchpoint:words”) that say something."""
    slug, _, asked = reference.partition(":")
    state, search = require_published(), Search.of(asked)
    here = state.taxonomy.lookup(Touchpoint).slug(slug)
    if here is None:
        raise InvalidInput(NO_PLACE)
    if search.problem:
        raise InvalidInput(search.problem)

    def compute(ask: Question) -> Measured:
        import ibis

        answers = ask.table("feedback")
        there = written(answers.filter(answers.touchpoint == here.code))
        rows = there.mutate(said=ibis.ifelse(says(there, search), 1, 0))
        found = ask.run(customer_sums(rows, (), "entity_id", ["said"])).to_pylist()[0]
        said = ask.rows(rows.filter(rows.said == 1).aggregate(n=rows.entity_id.nunique()))[0]["n"]
        return TOO_FEW if said < FEWEST else share_estimate(share_statistics(found, "said"))

    number = state.find("cards: words", (here.code, search), compute)
    if not isinstance(number, Estimate):
        return number.reason, number
    return WORDS.fill(touchpoint=here.name, words=asked, **_said(number)), number


def reason_now(reference: str) -> tuple[Text, Measured]:
    """How much of what all visible reasons explain is one of them (“touchpoint:facet:reason”)."""
    slug, facet, wanted = (*reference.split(":", 2), "", "")[:3]
    state = require_published()
    here, statement = state.taxonomy.lookup(Touchpoint).slug(slug), state.taxonomy.facet(facet)
    if here is None or statement is None:
        raise InvalidInput(NO_REASON)
    for each in explanations(state):
        if (each.touchpoint, each.facet) != (here.code, facet):
            continue
        if isinstance(each.attribution, Missing):
            return each.attribution.reason, each.attribution
        if share := next((one.share for one in each.attribution.drivers if one.slug == wanted), None):
            return _reason(here, statement, wanted, share), share
    raise InvalidInput(NO_REASON)


def figure_now(slug: str, since: date | None) -> tuple[Text, Measured]:
    """A key figure's newest month, give or take how far it usually moves; not comparable if counted anew `since`."""
    figure, changes, known = or_not_found(once("key figures of cards", _figures).get(slug), NO_FIGURE)
    if not known:
        raise InvalidInput(NO_VALUES)
    month, value = next(reversed(known.items()))
    said = FIGURE.fill(name=figure.name, value=decimal(value), unit=figure.counted_in, month=f"{month:%m/%Y}")
    if since and any(since < change <= month for change in changes):
        return said, COUNTED_ANEW
    began = max((change for change in changes if change <= month), default=None)
    usual = usual_movement([each for at, each in known.items() if began is None or at >= began])
    if usual is None:
        return said, SHORT_PAST
    return said, Estimate(value, value - usual, value + usual, len(known), grade="stated", as_of=month)


def _lived() -> dict[str, TouchpointGap]:
    return {f"{each.touchpoint}:{each.facet}": each for each in gap_report(require_published()).touchpoints}


def _figures() -> dict[str, tuple[Figure, frozenset[date], dict[date, float]]]:
    """Every key figure, the months from which on it is counted otherwise, and its values: asked in three questions."""
    newest: dict[int, dict[date, float]] = defaultdict(dict)
    rows = Value.objects.filter(batch__withdrawn=None).exclude(value=None).order_by("batch_id", "id")
    for figure, month, value in rows.values_list("figure_id", "month", "value"):
        newest[figure][month] = value or 0.0
    return {
        each.slug: (each, redefined(each.definitions.all()), dict(sorted(newest[each.pk].items())))
        for each in Figure.objects.prefetch_related("definitions")
    }


def _reason(here: Touchpoint, statement: Facet, slug: str, share: Estimate) -> Text:
    drivers = drivers_of(require_published().taxonomy)
    name = next((each.name for each in drivers if each.slug == slug), Text(slug, slug))
    return REASON.fill(touchpoint=here.name, facet=statement.name, reason=name, **_said(share))


def _said(share: Estimate) -> dict[str, Text]:
    return {
        "share": of_hundred(share.value),
        "low": of_hundred(share.low),
        "high": of_hundred(share.high),
        "n": grouped(share.n),
    }
