"""Evidence as it is when it is put on the table: words and numbers of that day, which later data never change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from leitstern.app.bridge.judging import judgement
from leitstern.app.bridge.queries import measure_by_id
from leitstern.app.common.typed import typed
from leitstern.app.company.former import touchpoint_names
from leitstern.app.gap.queries import gap_report
from leitstern.app.incentives.register import figure_by_slug, values
from leitstern.app.outside.reading import require_published
from leitstern.app.waves.queries import wave_by_id
from leitstern.app.waves.results import results_of
from leitstern.collect.masking import masked
from leitstern.core.bridge.leadership.terms import Proof
from leitstern.core.bridge.verdict import Judgement
from leitstern.core.company.tree import COMPANY
from leitstern.core.errors import InvalidInput
from leitstern.core.gap.wording import of_hundred
from leitstern.core.inside.groups import Group
from leitstern.core.inside.ratings import View
from leitstern.core.inside.wording import decimal
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text, grouped

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 2_000
NOTHING_KNOWN = Text(
    en="Nothing is known there yet that could be put on the table. Nothing was kept.",
    de="Dort ist noch nichts bekannt, was auf den Tisch gelegt werden könnte. Es wurde nichts gespeichert.",
)
NO_WORDS = Text(
    en="Say in at most {most} signs what it was. Nothing was kept.",
    de="Sagen Sie in höchstens {most} Zeichen, was es war. Es wurde nichts gespeichert.",
).fill(most=LONGEST)
LIVED = Text(
    en="{touchpoint} – “{facet}”: {lived} of 100 customers ({low} to {high}, n {n}){promised}.",
    de="{touchpoint} – „{facet}“: {lived} von 100 Kundinnen und Kunden ({low} bis {high}, n {n}){promised}.",
)
PROMISED = Text(en="; {promise} were promised", de="; versprochen waren {promise}")
MEASURE = Text(en="Measure “{title}”: {said}", de="Maßnahme „{title}“: {said}")
WAVE = Text(
    en="Wave “{wave}”, staff on “{dimension}”: level {level} of 4 ({low} to {high}, n {n}).",
    de="Welle „{wave}“, Mitarbeitende zu „{dimension}“: Stufe {level} von 4 ({low} bis {high}, n {n}).",
)
FIGURE = Text(
    en="Key figure “{name}”: {value} {unit} in {month}.",
    de="Kennzahl „{name}“: {value} {unit} im Monat {month}.",
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What somebody puts on the table.

    A gap by touchpoint and facet, a measure by its number, a wave by its number and the dimension as facet, a key
    figure by its short name, a knowledge card by its number; everything else in words, which are kept without personal data.
    """

    kind: Proof
    touchpoint: str = ""
    facet: str = ""
    reference: str = ""
    said: str = ""


def also_freezes(kind: Proof, freeze: Callable[[Shown], dict[str, Any]]) -> None:
    """Evidence that only an area above knows how to freeze."""
    _FREEZE[kind] = freeze


def frozen(shown: Shown) -> dict[str, Any]:
    """As a row keeps it. Raises InvalidInput or NotFound for what is not there."""
    freeze = _FREEZE.get(shown.kind, _words)
    found = {
        "kind": shown.kind,
        "touchpoint": shown.touchpoint,
        "facet": shown.facet,
        "reference": shown.reference,
        **freeze(shown),
    }
    text = found.pop("text")
    return {**found, "said_de": text.de, "said_en": text.en}


def _gap(shown: Shown) -> dict[str, Any]:
    report = gap_report(require_published())
    line = next(
        (g for g in report.touchpoints if (g.touchpoint, g.facet) == (shown.touchpoint, shown.facet)), None
    )
    if line is None or not isinstance(line.lived, Estimate):
        raise InvalidInput(NOTHING_KNOWN)
    promised = (
        PROMISED.fill(promise=of_hundred(line.promise.value)) if isinstance(line.promise, Estimate) else ""
    )
    text = LIVED.fill(
        touchpoint=line.touchpoint_name,
        facet=line.facet_name,
        lived=of_hundred(line.lived.value),
        low=of_hundred(line.lived.low),
        high=of_hundred(line.lived.high),
        n=grouped(line.lived.n),
        promised=promised,
    )
    return _numbers(line.lived, text)


def _measure(shown: Shown) -> dict[str, Any]:
    measure = measure_by_id(_number(shown.reference))
    found = judgement(require_published(), measure)
    text = MEASURE.fill(title=measure.title, said=_said(found))
    change = found.change if isinstance(found, Judgement) else None
    place = {"touchpoint": measure.touchpoint, "facet": measure.facet}
    return {**(_numbers(change, text) if isinstance(change, Estimate) else {"text": text}), **place}


def _said(found: Judgement | Missing) -> Text:
    return found.sentence if isinstance(found, Judgement) else found.reason


def _wave(shown: Shown) -> dict[str, Any]:
    wave = wave_by_id(_number(shown.reference))
    results = results_of(wave)
    dimension = next((each for each in results.dimensions if each.slug == shown.facet), None)
    level = results.shown(Group(wave.pk, View.STAFF, COMPANY), shown.facet).level
    if dimension is None or not isinstance(level, Estimate):
        raise InvalidInput(NOTHING_KNOWN)
    text = WAVE.fill(
        wave=wave.name,
        dimension=dimension.name,
        level=decimal(level.value, 1),
        low=decimal(level.low, 1),
        high=decimal(level.high, 1),
        n=grouped(level.n),
    )
    return _numbers(level, text)


def _figure(shown: Shown) -> dict[str, Any]:
    figure = figure_by_slug(shown.reference)
    known = [(month, row) for month, row in values(figure).items() if row.value is not None]
    if not known:
        raise InvalidInput(NOTHING_KNOWN)
    month, row = known[-1]
    text = FIGURE.fill(
        name=figure.name, value=decimal(row.value or 0.0), unit=figure.counted_in, month=f"{month:%m/%Y}"
    )
    return {"text": text, "value": row.value, "n": row.cases, "as_of": month}


def _words(shown: Shown) -> dict[str, Any]:
    said = typed(shown.said)
    if not said or len(said) > LONGEST:
        raise InvalidInput(NO_WORDS)
    if shown.touchpoint and shown.touchpoint not in touchpoint_names():
        raise InvalidInput(NOTHING_KNOWN)
    without_names = masked(said)
    return {"text": Text(without_names, without_names), "as_of": timezone.localdate()}


def _numbers(found: Estimate, text: Text) -> dict[str, Any]:
    return {
        "text": text,
        "value": found.value,
        "low": found.low,
        "high": found.high,
        "n": found.n,
        "as_of": found.as_of or timezone.localdate(),
    }


def _number(reference: str) -> int:
    return int(reference) if reference.isdecimal() and len(reference) < 10 else 0


_FREEZE: dict[Proof, Callable[[Shown], dict[str, Any]]] = {
    Proof.GAP: _gap,
    Proof.MEASURE: _measure,
    Proof.WAVE: _wave,
    Proof.FIGURE: _figure,
}
