"""Operations as rows, for CSV and the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.outside.quality import Side
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leitstern.app.operations.quality import Scores
    from leitstern.app.operations.signs import Sign
    from leitstern.core.outside.ledger import Line
    from leitstern.core.outside.quality import Quality
    from leitstern.core.stats.estimate import Measured

LEDGER_HEADER = (
    *("begin", "source", "again", "received", "stored", "quarantined", "duplicates", "not_selected"),
    *("unaccounted", "imports"),
)
SIGNS_HEADER = (
    "source",
    "arrived",
    "newest",
    "lag_hours",
    "lag_items",
    "quiet_days",
    "threshold_days",
    "said",
)
QUALITY_HEADER = (
    *("of", "key", "name", "month", "score", "weakest"),
    *(column for side in Side for column in (side.value, f"{side.value}_n")),
    "advice",
)


def ledger_rows(ledger: Iterable[Line]) -> Iterator[tuple[object, ...]]:
    """A line per source and hour or day."""
    for line in ledger:
        items = line.items
        yield (
            *(line.begin.isoformat(), line.source, "yes" if line.again else ""),
            *(items.received, items.stored, items.quarantined, items.duplicates, items.not_selected),
            *(items.unaccounted, " ".join(map(str, line.runs))),
        )


def sign_rows(signs: Iterable[Sign], language: str) -> Iterator[tuple[object, ...]]:
    """A line per source."""
    for sign in signs:
        silence = sign.silence
        yield (
            *(sign.source, sign.arrived.isoformat(), sign.newest.isoformat() if sign.newest else None),
            *(None if sign.lag_us is None else round(sign.lag_us / 3.6e9, 2), sign.lag_items),
            *(
                (silence.quiet, silence.threshold, silence.sentence.to(language))
                if silence
                else (None, None, "")
            ),
        )


def quality_rows(found: Scores, language: str) -> Iterator[tuple[object, ...]]:
    """A line per source and department as a whole, and one for each month of arrival."""
    for of, scored in (("source", found.sources), ("department", found.departments)):
        for each in scored:
            for month, quality in [("", each.quality), *each.months]:
                yield of, each.key, each.name.to(language), month, *_quality(quality, language)


def _quality(quality: Quality, language: str) -> Iterator[object]:
    yield _value(quality.score)
    yield quality.weakest
    for side in Side:
        share = quality.sides[side]
        yield _value(share)
        yield share.n if isinstance(share, Estimate) else None
    yield quality.advice.to(language) if quality.advice else ""


def _value(measured: Measured) -> float | None:
    return round(measured.value, 4) if isinstance(measured, Estimate) else None
