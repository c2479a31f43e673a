"""The brand voice as tables of plain values, for CSV from the pages and from the command line."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from leitstern.app.company.queries import current_taxonomy
from leitstern.collect.voice_file import COLUMNS
from leitstern.core.bridge.voice.rules import TONGUES, Tongue
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import date

    from leitstern.app.voice.models import System
    from leitstern.core.bridge.voice.judging import Judged
    from leitstern.core.bridge.voice.rules import RuleSet
    from leitstern.core.bridge.voice.standing import Shares, Standing
    from leitstern.core.stats.estimate import Measured


def _three(name: str) -> tuple[str, str, str]:
    return (name, f"{name}_low", f"{name}_high")


STANDING_HEADER = [
    *("system", "name", "touchpoint", "month", "said", "drawn", "judged"),
    *(*_three("conforms"), *_three("on_brand"), *_three("expected"), *_three("passes")),
    *("agreement", "agreement_low", "agreement_high", "cannot_tell"),
]
TEXT_HEADER = ["text", "system", "touchpoint", "month", "language", "said", "breaks", "judged", "conforms"]
RULE_HEADER = ["name", "checked", "language", "words", "longest", "address", "reason", "example"]
SAID = Text(
    "Your card arrives within seven days. Is there anything else you would like to know?",
    "Ihre Karte kommt innerhalb von sieben Tagen. Möchten Sie noch etwas wissen?",
)


def standing_rows(
    found: Iterable[Standing], named: Mapping[str, System], language: str
) -> Iterator[list[object]]:
    """Of every system one row as a whole, one per touchpoint, and one per month."""
    for each in found:
        name = named[each.system].name
        yield [each.system, name, "", "", *_cells(each.whole, language, each.agreement)]
        for point, shares in each.touchpoints:
            yield [each.system, name, point, "", *_cells(shares, language)]
        for month, shares in each.months:
            yield [each.system, name, "", f"{month:%Y-%m}", *_cells(shares, language)]


def _cells(shares: Shares, language: str, agreement: Measured | None = None) -> list[object]:
    conforms = shares.conforms
    why = "" if isinstance(conforms, Estimate) else conforms.reason.to(language)
    return [
        *(shares.said, shares.drawn, shares.judged),
        *numbers(conforms),
        *numbers(shares.on_brand),
        *numbers(shares.expected),
        *numbers(shares.passes),
        *numbers(agreement),
        why,
    ]


def numbers(found: Measured | None) -> list[float | None]:
    """Value and interval, or three empty cells."""
    if not isinstance(found, Estimate):
        return [None, None, None]
    return [round(end, 4) for end in (found.value, found.low, found.high)]


def text_rows(
    texts: Iterable[Judged], seen: Collection[int], points: Mapping[str, Text], language: str
) -> Iterator[list[object]]:
    """One row per text; what was found of it only where the reader may know."""
    for each in texts:
        said, known = each.said, each.said.number in seen and each.counts
        point = points[said.touchpoint].to(language) if said.touchpoint in points else said.touchpoint
        yield [
            *(said.number, said.system, point, f"{said.month:%Y-%m}", said.language.value, said.text),
            "; ".join(breach.rule for breach in each.breaches),
            each.counts,
            each.conforms if known else None,
        ]


def rule_rows(rules: RuleSet | None) -> Iterator[list[object]]:
    """One row per rule, then one per statement with whose measure it is."""
    for each in rules.rules if rules else ():
        yield [
            *(each.name, each.kind.value, each.language.value, ", ".join(each.words), each.most or None),
            *(each.address.value if each.kind == "address" else "", each.reason, each.example),
        ]
    for statement in rules.statements if rules else ():
        yield [statement.text, f"people: {statement.side.value}", "", "", None, "", "", ""]


def sample_table(language: str, today: date) -> tuple[list[str], list[list[str]]]:
    """Titles and a line that could be handed in, in the reader's language."""
    taxonomy = current_taxonomy()
    point = taxonomy.touchpoints[0].name.to(language) if taxonomy and taxonomy.touchpoints else ""
    system = Text("Chat assistant", "Chat-Assistent").to(language)
    tongue = Tongue.DE if language.startswith("de") else Tongue.EN
    day = (today - timedelta(days=1)).isoformat()
    line = [system, point, day, TONGUES[tongue].to(language), SAID.to(language)]
    return [each.title.to(language) for each in COLUMNS], [line]
