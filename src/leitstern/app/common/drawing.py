"""Charts for a page: the same findings, drawn wide and narrow, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from leitstern.charts.fit import fit
from leitstern.charts.locales import LOCALES, Locale
from leitstern.charts.sheet import Sheet
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.charts.sheet import Side
    from leitstern.core.stats.estimate import Measured
    from leitstern.core.texts import Text

WIDE = 1060


def language() -> str:
    """The reader's language as charts know it."""
    return "de" if (get_language() or "en").startswith("de") else "en"


def locale() -> Locale:
    """How the reader's language writes numbers."""
    return LOCALES["de" if language() == "de" else "en"]


def words(text: Text) -> str:
    """A name or sentence in the reader's language."""
    return text.to(language())


def side(measured: Measured) -> Side:
    """A number for a chart, or the words that say why it is not there."""
    return words(measured.reason) if isinstance(measured, Missing) else measured


def fitted(
    draw: Callable[[Sheet], str], name: str, title: str, description: str, width: int = WIDE
) -> SafeString:
    """The chart in both layouts; the room it has decides which is seen."""
    sheet = Sheet(name, title, description, width, locale())
    # Drawn by leitstern.charts, which escapes every word it is given.
    return mark_safe(fit(draw, sheet))  # noqa: S308
