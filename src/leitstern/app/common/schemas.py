"""What numbers and names look like in the interface for programs."""

from __future__ import annotations

from datetime import date

from ninja import Field, Schema

from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text


class TextOut(Schema):
    """A name or sentence in both languages."""

    de: str
    en: str


class Number(Schema):
    """A number with its interval and n, or the reason why it is `missing`."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    level: float | None = None
    grade: str | None = None
    as_of: date | None = None
    missing: str | None = None
    reason: TextOut | None = None


class Problem(Schema):
    """An error (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str


REFUSALS = {400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem}


class MoneyOut(Schema):
    """`minor` counts the smallest units of the currency."""

    minor: int = Field(ge=0)
    currency: str = Field(pattern="^[A-Z]{3}$")


def both(text: Text) -> TextOut:
    """A name or sentence of the program in both languages."""
    return TextOut(de=text.de, en=text.en)


def number(measured: Estimate | Missing) -> Number:
    """As the interface shows it."""
    if isinstance(measured, Missing):
        return Number(missing=measured.code, reason=both(measured.reason))
    return Number(
        value=measured.value,
        low=measured.low,
        high=measured.high,
        n=measured.n,
        level=measured.level,
        grade=measured.grade,
        as_of=measured.as_of,
    )
