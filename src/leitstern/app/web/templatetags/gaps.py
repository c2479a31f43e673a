"""How findings about the gap are written."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.templatetags.ui import share
from leitstern.app.gap.names import SPOT_NAMES, SPOT_TONES
from leitstern.core.gap.findings import Finding, Kind, TouchpointGap

register = template.Library()

STATE_NAMES = {"declared": _("declared"), "cannot tell": _("cannot tell"), "no gap": _("no gap")}


@register.simple_tag
def gap(line: TouchpointGap, kind: Kind) -> SafeString:
    """A gap with its interval and whether it is certain; a missing one with its reason."""
    found = line.gap(kind)
    if not isinstance(found, Finding):
        return share(found)
    return format_html(
        '<span class="finding {}">{} <small>{}</small></span>',
        found.state.replace(" ", "-"),
        share(found.estimate, difference=True),
        STATE_NAMES[found.state],
    )


@register.filter
def spot_name(kind: str) -> str:
    """What a kind of spot is called."""
    return str(SPOT_NAMES[kind])


@register.filter
def spot_tone(kind: str) -> str:
    """Its colour."""
    return SPOT_TONES[kind]


@register.simple_tag
def development_of(
    developments: dict[tuple[str, str], SafeString] | None, line: TouchpointGap
) -> SafeString | str:
    """The small curve of a line, where there is one."""
    return (developments or {}).get((line.touchpoint, line.facet), "")
