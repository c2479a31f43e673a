"""A statement and how many agree with it, as people say it: observed and, where few answered, with caution beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.company.facets import EASY, IN_TIME, RECOMMEND, SATISFIED
from leitstern.core.gap.wording import hundred_bracket, of_hundred
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text, grouped

if TYPE_CHECKING:
    from leitstern.core.gap.findings import Finding, Kind, Observed, TouchpointGap

CLOSE = 0.05  # observed and cautious share this near each other need no second number

AGREE = {
    SATISFIED.slug: Text(en="{who} are satisfied", de="Zufrieden sind {who}"),
    IN_TIME.slug: Text(en="{who} got it in time", de="Rechtzeitig bekommen haben es {who}"),
    EASY.slug: Text(en="{who} find it easy", de="Einfach finden es {who}"),
    RECOMMEND.slug: Text(en="{who} would recommend us", de="Weiterempfehlen würden uns {who}"),
}
AGREE_OTHERWISE = Text(en="{who} agree with “{facet}”", de="Der Aussage „{facet}“ stimmen zu: {who}")
OF_100 = Text(en="{share} of 100", de="{share} von 100")
OF_THOSE = Text(en="{agreeing} of {n} ({share} of 100)", de="{agreeing} von {n} ({share} von 100)")
CAUTION = Text(
    en="Because few have answered, we reckon cautiously with {lived}.",
    de="Weil wenige geantwortet haben, rechnen wir vorsichtig mit {lived}.",
)
CLAIMED: dict[Kind, Text] = {
    "delivery": Text(en="{claim} were promised", de="versprochen waren {claim}"),
    "perception": Text(en="we had guessed {claim}", de="geschätzt hatten wir {claim}"),
}


def observed_apart(line: TouchpointGap) -> Observed | None:
    """What was observed, where it lies so far from the cautious share that readers would stumble over one alone."""
    return _apart(line, line.lived) if isinstance(line.lived, Estimate) else None


def lived_said(line: TouchpointGap) -> Text | None:
    """Both numbers with the reason for the second; None where one is enough."""
    if not isinstance(line.lived, Estimate) or not _apart(line, line.lived):
        return None
    said, careful = _agreeing(line, line.lived), CAUTION.fill(lived=hundred_bracket(line.lived))
    return Text(en=f"{said.en}. {careful.en}", de=f"{said.de}. {careful.de}")


def compared(line: TouchpointGap, kind: Kind, gap: Finding) -> Text:
    """What customers live and what was claimed, as one or two whole sentences."""
    said = _agreeing(line, gap.lived)
    claim = CLAIMED[kind].fill(claim=of_hundred(gap.claim.value))
    both = Text(en=f"{said.en}, {claim.en}.", de=f"{said.de}, {claim.de}.")
    if not _apart(line, gap.lived):
        return both
    careful = CAUTION.fill(lived=hundred_bracket(gap.lived))
    return Text(en=f"{both.en} {careful.en}", de=f"{both.de} {careful.de}")


def _apart(line: TouchpointGap, lived: Estimate) -> Observed | None:
    if line.observed is None:
        return None
    away = abs(line.observed.share - lived.value)
    return line.observed if away > min(CLOSE, (lived.high - lived.low) / 2) else None


def _agreeing(line: TouchpointGap, lived: Estimate) -> Text:
    """`Zufrieden sind 7 von 51 (14 von 100)`, or `Zufrieden sind 70 von 100`; a sentence without its stop."""
    observed = _apart(line, lived)
    who = (
        OF_THOSE.fill(
            agreeing=grouped(observed.agreeing), n=grouped(observed.n), share=of_hundred(observed.share)
        )
        if observed
        else OF_100.fill(share=of_hundred(lived.value))
    )
    return AGREE.get(line.facet, AGREE_OTHERWISE).fill(who=who, facet=line.facet_name)
