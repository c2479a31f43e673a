"""How findings about the gap are written."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.templatetags.ui import count, points, share, text
from leitstern.app.gap.names import SPOT_NAMES, SPOT_TONES
from leitstern.core.company.facets import IN_TIME
from leitstern.core.gap import headlines
from leitstern.core.gap.findings import Finding, IndexFinding, Kind, TouchpointGap

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
def on_average(index: IndexFinding) -> str:
    """The mean of an index, and whether it is more than chance."""
    return text(headlines.on_average(index))


@register.filter
def observed_said(line: TouchpointGap) -> str:
    """`7 of 51 who answered (14 of 100)`: what was observed, and of whom; nothing where fewer than five were."""
    seen = line.observed
    if seen is None:
        return ""
    numbers = {"agreeing": count(seen.agreeing), "n": count(seen.n), "share": points(seen.share)}
    if line.facet == IN_TIME.slug:
        return gettext("%(agreeing)s of %(n)s who were promised it (%(share)s of 100)") % numbers
    return gettext("%(agreeing)s of %(n)s who answered (%(share)s of 100)") % numbers


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
