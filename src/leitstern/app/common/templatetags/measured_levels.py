"""A measured level with its interval."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from leitstern.app.common.drawing import locale, words
from leitstern.charts.levels import CHANGES, LEVELS
from leitstern.core.inside.wording import percent as whole_percent
from leitstern.core.stats.estimate import Estimate, Missing

register = template.Library()


@register.filter
def percent(probability: float) -> str:
    """A probability in whole percent; below 1 and above 99 as that, since nothing here is certain."""
    return words(whole_percent(probability))


@register.simple_tag
def level(value: Estimate | Missing, *, difference: bool = False) -> SafeString:
    """`2.6 [2.2–3.0]`; a missing one says why."""
    if isinstance(value, Missing):
        return format_html('<span class="missing">{}</span>', words(value.reason))
    if value.low == value.high:
        return format_html('<span class="est"><b>{}</b></span>', LEVELS.text(value.value, locale()))
    unit, here = CHANGES if difference else LEVELS, locale()
    return format_html(
        '<span class="est"><b>{}</b> <small>[{}]</small></span>',
        unit.text(value.value, here),
        unit.interval(value, here),
    )
