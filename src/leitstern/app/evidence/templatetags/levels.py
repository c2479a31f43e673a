"""A level as five marks: filled up to what counts, open up to what is claimed."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from leitstern.core.inside.instrument import HIGHEST_LEVEL

register = template.Library()


@register.simple_tag
def pips(credited: int, claimed: int) -> SafeString:
    """Four marks for levels 1 to 4; the numbers beside them say the same in words."""
    marks = (
        ("on" if level <= credited else "open" if level <= claimed else "off",)
        for level in range(1, HIGHEST_LEVEL + 1)
    )
    return format_html(
        '<span class="pips" aria-hidden="true">{}</span>', format_html_join("", '<i class="{}"></i>', marks)
    )
