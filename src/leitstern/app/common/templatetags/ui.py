"""What templates can say: numbers with their uncertainty, names in two languages, and the page's parts."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import template
from django.utils.formats import date_format, number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext

from leitstern.core.outside.periods import half_year as begin_of_half_year
from leitstern.core.outside.periods import name as period_name
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from django.template.context import Context

register = template.Library()
NBSP = "\u00a0"


@register.filter
def text(value: Text | str) -> str:
    """A sentence or name in the reader's language."""
    return value.to(get_language() or "en") if isinstance(value, Text) else str(value)


@register.filter
def coded(said: str) -> SafeString:
    """A sentence whose `words of a file` are set apart as such."""
    parts = str(said).split("`")
    if len(parts) % 2 == 0:  # a mark without its partner is a mark
        return format_html("{}", said)
    return format_html_join("", "{}", ((_code(part) if at % 2 else part,) for at, part in enumerate(parts)))


@register.filter
def points(value: float | None, digits: int = 0) -> str:
    """A share 0–1 as points of 100: 0.234 → 23."""
    return "–" if value is None else _number(value * 100, digits)


@register.filter
def percent(value: float | None) -> str:
    """A share 0–1 in whole percent as the reader's language writes it: 0.234 → 23 %, or 23% in English."""
    return "–" if value is None else f"{_number(value * 100, 0)}{NBSP if get_language() == 'de' else ''}%"


@register.filter
def counted(share: Estimate) -> str:
    """How many a share counted out stands for: 0.45 of n 11 → 5."""
    return _number(share.value * share.n, 0)


@register.filter
def signed_points(value: float | None, digits: int = 0) -> str:
    """A difference of shares with its sign: 0.234 → +23, −0.05 → −5."""
    return "–" if value is None else _signed(value * 100, digits)


@register.filter
def number(value: float | None, digits: int = 0) -> str:
    """A number as the reader's language writes it."""
    return "–" if value is None else _number(value, digits)


@register.filter
def as_given(value: float) -> str:
    """An answer as it was given: 4, or 4.5."""
    return _number(value, 0 if value == round(value) else 1)


@register.filter
def exact(value: float) -> str:
    """A reading with as many digits as it has, two at most: 10, 8.9 or 0.05."""
    return _number(
        value, next(digits for digits in (0, 1, 2) if digits == 2 or value == round(value, digits))
    )


@register.filter
def signed(value: float | None, digits: int = 1) -> str:
    """A number with its sign."""
    return "–" if value is None else _signed(value, digits)


@register.filter
def half_year(day: date) -> str:
    """When somebody said something, no closer than the half-year: fewer than five may have answered in a month."""
    return text(period_name(begin_of_half_year(day), "half-year"))


@register.filter
def is_missing(value: object) -> bool:
    """Whether a number is not there (and says why)."""
    return isinstance(value, Missing)


@register.filter
def count(value: float | None) -> str:
    """A whole number with thousands separated."""
    return "–" if value is None else _number(round(value), 0)


@register.simple_tag
def share(value: Estimate | Missing | None, *, difference: bool = False) -> SafeString:
    """A share as `82 [79–85]`, a stated one as `82`; a missing one says why."""
    if value is None:
        return mark_safe("–")
    if isinstance(value, Missing):
        return format_html('<span class="missing">{}</span>', text(value.reason))
    show = signed_points if difference else points
    if value.low == value.high:
        return format_html('<span class="est"><b>{}</b></span>', show(value.value))
    return format_html(
        '<span class="est"><b>{}</b> <small>{}</small></span>',
        show(value.value),
        interval(value.low, value.high, difference=difference),
    )


def interval(low: float, high: float, *, difference: bool = False) -> str:
    """`79–85`, or `+4 … +12` for differences."""
    if difference:
        return f"{_signed(low * 100, 0)} … {_signed(high * 100, 0)}"
    return f"{_number(low * 100, 0)}–{_number(high * 100, 0)}"


@register.filter
def customers(value: float) -> str:
    """`1,234 customers`."""
    rounded = round(value)
    return ngettext("%(n)s customer", "%(n)s customers", rounded) % {"n": _number(rounded, 0)}


@register.filter
def duration(microseconds: float | None) -> str:
    """A wait as a person says it: `45 min`, `5 h`, `3.2 days`."""
    if microseconds is None:
        return "–"
    minutes = microseconds / 60e6
    if minutes < 90:
        return gettext("%(n)s min") % {"n": _number(minutes, 0)}
    if minutes < 48 * 60:
        return gettext("%(n)s h") % {"n": _number(minutes / 60, 0)}
    return gettext("%(n)s days") % {"n": _number(minutes / 1440, 1)}


@register.filter
def hours(value: float | None) -> str:
    """A wait given in hours."""
    return duration(None if value is None else value * 3_600e6)


@register.filter
def when(value: date) -> str:
    """A moment with its time of day; only the day where only the day is known."""
    return date_format(value, "SHORT_DATETIME_FORMAT" if isinstance(value, datetime) else "SHORT_DATE_FORMAT")


@register.filter
def get(mapping: dict[Any, Any], key: object) -> Any:
    """`mapping|get:key` for keys that are not attribute names."""
    return mapping.get(key)


@register.simple_block_tag
def card(
    content: str, title: str = "", sub: str = "", tone: str = "", wide: bool = False, method: str = ""
) -> SafeString:
    """A surface with a heading, one line of explanation and, where numbers are shown, how they are calculated."""
    heading = format_html("<h2>{}</h2>", title) if title else ""
    below = format_html("<p>{}</p>", sub) if sub else ""
    how = (
        format_html('<a class="how" href="/method/{}">{}</a>', method, gettext("How calculated"))
        if method
        else ""
    )
    return format_html(
        '<section class="card{}{}"><header><div>{}{}</div>{}</header>{}</section>',
        f" {tone}" if tone else "",
        " wide" if wide else "",
        heading,
        below,
        how,
        mark_safe(content),  # noqa: S308 -- rendered by the template engine
    )


@register.simple_block_tag
def scroller(content: str, label: str) -> SafeString:
    """A table or chart wider than the screen: scrolls by itself and by keyboard, and says so.

    On phones the rows of a table become cards with its headings as labels, but for a `table.grid` (see app.js).
    """
    return format_html(
        '<div class="scroll" tabindex="0" role="region" aria-label="{}">{}</div>'
        '<p class="swipe small muted" aria-hidden="true">{} →</p>',
        label,
        mark_safe(content),  # noqa: S308 -- rendered by the template engine
        gettext("There is more to the side"),
    )


@register.simple_block_tag(takes_context=True)
def twin(context: Context, content: str, label: str = "") -> SafeString:
    """The table behind a chart, one click away."""
    del context
    return format_html(
        '<details class="twin"><summary>{}</summary>{}</details>',
        label or gettext("As a table"),
        mark_safe(content),  # noqa: S308 -- rendered by the template engine
    )


@register.simple_block_tag
def empty(content: str, title: str, href: str = "", action: str = "") -> SafeString:
    """Nothing here yet, and what to do next."""
    link = format_html('<a class="button" href="{}">{}</a>', href, action) if href else ""
    return format_html(
        '<div class="empty"><h2>{}</h2><p>{}</p>{}</div>',
        title,
        mark_safe(content),  # noqa: S308 -- rendered by the template engine
        link,
    )


@register.simple_block_tag
def quote(content: str, who: str = "", lang: str = "") -> SafeString:
    """A customer's own words: the only place where the customer's typeface is used."""
    return format_html(
        '<blockquote class="voice"{}><p>{}</p>{}</blockquote>',
        format_html(' lang="{}"', lang) if lang else "",
        mark_safe(content.strip()),  # noqa: S308 -- rendered by the template engine
        format_html("<cite>{}</cite>", who) if who else "",
    )


def _code(word: str) -> SafeString:
    return format_html("<code>{}</code>", word)


def _number(value: float, digits: int) -> str:
    # Django cuts digits off; readers expect them rounded, and no negative zero.
    rounded = round(value, digits) or 0
    written = number_format(rounded, decimal_pos=digits, use_l10n=True, force_grouping=abs(value) >= 10_000)
    return written.replace("-", "−")


def _signed(value: float, digits: int) -> str:
    if round(value, digits) == 0:
        return "±0"
    return ("+" if value > 0 else "") + _number(value, digits)


@register.filter
def attr(thing: object, name: str) -> Any:
    """`thing|attr:"name"`; nothing if there is no thing."""
    return getattr(thing, name, "")


@register.filter(name="hex")
def as_hex(value: int) -> str:
    """A number as it stands in addresses."""
    return f"{value:x}"
