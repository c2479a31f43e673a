"""Facts of the other areas that the rules look at. Each is asked for where it is kept; nothing is worked out here."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone

from leitstern.app.adoption import queries as adoption
from leitstern.app.adoption.register import all_watched, meanings, watched_names
from leitstern.app.company.former import touchpoint_names
from leitstern.app.incentives import queries as incentives
from leitstern.app.incentives.register import register
from leitstern.app.portfolio import queries as portfolio
from leitstern.app.practice.measuring import stopped
from leitstern.app.practice.queries import stop_list
from leitstern.app.settled.queries import levels_on
from leitstern.app.stack.queries import inventory
from leitstern.app.watch.models import Alarm as Sounded
from leitstern.core.bridge.lanes.facts import Against, Alarm, Ended, Facts, InUse, Place, Pull
from leitstern.core.bridge.portfolio.conflicts import conflicts
from leitstern.core.bridge.portfolio.finding import Topic
from leitstern.core.bridge.portfolio.terms import Aim
from leitstern.core.bridge.practice.terms import StopKind
from leitstern.core.gap.findings import KINDS
from leitstern.core.inside.adoption.rungs import Rung
from leitstern.core.inside.incentives.conflicts import evidence
from leitstern.core.inside.incentives.figures import Origin
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leitstern.app.incentives.queries import Line
    from leitstern.core.bridge.portfolio.picture import Portfolio
    from leitstern.core.gap.findings import GapReport
    from leitstern.core.inside.incentives.figures import Register

NOTHING_SAID = Text(
    en="confirmed by people; no data were compared", de="von Menschen bestätigt; Daten sind nicht verglichen"
)


def facts() -> Facts:
    """Everything inside the company that the rules look at, as it stands today."""
    found, today = portfolio.portfolio(), timezone.localdate()
    told = {each.topic: each for each in portfolio.findings_now(found)}
    known = register()
    board = incentives.conflicts(known)
    return Facts(
        sequence=told.get(Topic.SEQUENCE),
        sequence_address=reverse("portfolio:overview"),
        pulls=tuple(_pulls(board.open, known)),
        judged=sum(line.verdict is not None for line in board.lines),
        against=tuple(_against(found)),
        initiatives=len(found.initiatives),
        in_use=tuple(_in_use()),
        ended=tuple(_ended()),
        alarm=_alarm(),
        watched=len(levels_on(today)),
    )


def places(report: GapReport) -> tuple[Place, ...]:
    """Touchpoints at which a gap of either kind is declared, each by its widest."""
    found: dict[str, Place] = {}
    for kind in KINDS:
        for line, gap in report.declared(kind):
            known = found.get(line.touchpoint)
            if known is None or gap.estimate.value > getattr(known.gap, "value", 0.0):
                address = reverse("web:touchpoint", args=[line.touchpoint])
                found[line.touchpoint] = Place(line.touchpoint, line.touchpoint_name, gap.estimate, address)
    return tuple(found.values())


def _pulls(lines: tuple[Line, ...], known: Register) -> Iterator[Pull]:
    """Confirmed conflicts between a figure of customers and one that is none."""
    figures = {each.slug: each for each in known.figures}
    for line in lines:
        pair = [figures[slug] for slug in line.pair if slug in figures]
        of_customers = [each for each in pair if each.origin is Origin.CUSTOMER]
        others = [each for each in pair if each.origin is not Origin.CUSTOMER]
        if of_customers and others:
            shown = evidence(line.conflict, pair[0].name, pair[1].name) if line.conflict else NOTHING_SAID
            address = reverse("incentives:conflict", args=line.pair)
            yield Pull(of_customers[0].name, others[0].name, line.priority is not None, shown, address)


def _against(found: Portfolio) -> Iterator[Against]:
    """Pairs of initiatives that collide, one of them judged by the experience and the other by something else."""
    by_key = {one.key: one for one in found.initiatives}
    for pair in conflicts(found, touchpoint_names()):
        first, second = by_key[pair.first], by_key[pair.second]
        if (first.aim is Aim.EXPERIENCE) == (second.aim is Aim.EXPERIENCE):
            continue
        other = second if first.aim is Aim.EXPERIENCE else first
        shared = [slug for slug in first.touchpoints if slug in second.touchpoints]
        address = reverse("portfolio:initiative", args=[other.key])
        yield Against(pair.said, other.is_technology, tuple(shared), address)


def _in_use() -> Iterator[InUse]:
    """Applications with usage, and the touchpoints that they, or capabilities that rest on them, are meant for."""
    seen, means = adoption.overview(), meanings()
    slugs, names = dict(all_watched().values_list("pk", "slug")), watched_names()
    only = Counter(each.watched for each in seen.runs_only)
    serving = inventory().capabilities_of
    for line in seen.lines:
        slug = slugs.get(line.watched)
        if slug is None or not line.teams:
            continue
        meant = means[line.watched].touchpoint if line.watched in means else ""
        through = [point for each in serving.get(slug, ()) for point in each.touchpoints]
        yield InUse(
            name=names[slug],
            touchpoints=tuple(dict.fromkeys(filter(None, (meant, *through)))),
            runs=line.whole.runs,
            lived=line.whole.shares[Rung.LIVED],
            runs_only=only[line.watched],
            teams=line.teams,
            address=reverse("adoption:application", args=[slug]),
        )


def _ended() -> Iterator[Ended]:
    """What has ended and was counted since."""
    for each in stopped(list(stop_list()), timezone.localdate()):
        if each.relapse is not None and each.relapse.recent_months:
            row, months = each.row, each.relapse.recent_months
            start = each.forbidden_from or date.min
            before = [n for month, n in each.months if month < start][-months:]
            yield Ended(
                name=row.name,
                technology=row.kind == StopKind.TOOL,
                replacement=row.replacement,
                uses=each.relapse.recent,
                before=sum(before),
                months=months,
                address=reverse("practice:stopped", args=[row.pk]),
            )


def _alarm() -> Alarm | None:
    row = Sounded.objects.filter(closed=None).first()
    if row is None:
        return None
    slips = tuple(Text(**each["name"]) for each in row.rests_on)
    return Alarm(row.day, slips, reverse("watch:alarm", args=[row.pk]))
