"""The decision log: decisions entered here, measures and approvals where they are kept; nothing is copied."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Max, Prefetch, Q
from django.urls import reverse
from django.utils import timezone

from leitstern.app.bridge.models import Kind
from leitstern.app.bridge.queries import measures
from leitstern.app.common.findings import once
from leitstern.app.common.lookups import or_not_found
from leitstern.app.company.former import touchpoint_names
from leitstern.app.incentives.models import Value
from leitstern.app.leadership import models
from leitstern.app.outside.queries import lived
from leitstern.app.outside.reading import published
from leitstern.app.portfolio.models import Approval
from leitstern.app.waves.queries import publications
from leitstern.core.bridge.leadership import log
from leitstern.core.bridge.leadership.log import Entry, Source, State
from leitstern.core.bridge.leadership.terms import OF_CUSTOMERS, Circle, Favour, Proof
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.months import quarter
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from leitstern.core.stats.estimate import Measured

YEAR = timedelta(days=365)
NO_DECISION = Text(en="There is no such decision.", de="Diese Entscheidung gibt es nicht.")
NO_PROOF = Text(en="There is no such evidence.", de="Diesen Beleg gibt es nicht.")
APPROVE = Text(en="Is “{title}” approved?", de="Wird „{title}“ genehmigt?")
AT = Text(en="What do we do at “{touchpoint}”?", de="Was tun wir bei „{touchpoint}“?")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the log: what is known of it, its question and decision in both languages, and where it is kept."""

    entry: Entry
    question: Text
    decided: Text
    address: str


@dataclass(frozen=True, slots=True)
class Quarter:
    """How far customers reach into what was decided in a quarter."""

    first: date
    decided: tuple[Entry, ...]
    changed: Measured
    evidence: Measured
    favoured: Measured


def decisions() -> QuerySet[models.Decision]:
    """Decisions that count, newest first, with what lay on the table."""
    on_the_table = models.Proof.objects.filter(withdrawn=None)
    return models.Decision.objects.filter(withdrawn=None).prefetch_related(
        Prefetch("proofs", on_the_table, to_attr="table"), "reviews"
    )


def decision_by_id(decision_id: int) -> models.Decision:
    """One decision, withdrawn or not. Raises NotFound."""
    return or_not_found(models.Decision.objects.filter(pk=decision_id).first(), NO_DECISION)


def proof_by_id(proof_id: int) -> models.Proof:
    """One piece of evidence. Raises NotFound."""
    return or_not_found(models.Proof.objects.select_related("decision").filter(pk=proof_id).first(), NO_PROOF)


def overdue(today: date | None = None) -> tuple[Line, ...]:
    """Questions whose deadline has passed without a decision, the longest waiting first."""
    day = today or timezone.localdate()
    late = [line for line in lines() if line.entry.state(day) is State.OVERDUE]
    return tuple(sorted(late, key=lambda line: line.entry.deadline or day))


def lines() -> tuple[Line, ...]:
    """Everything decided or to be decided anywhere, the newest first."""
    return once("decision log", _lines)


def quarter_now(today: date) -> Quarter:
    """The quarter of today."""
    return in_quarter(quarter(today), today)


def in_quarter(first: date, today: date) -> Quarter:
    """What was decided in the quarter that begins on `first`."""
    found = log.decided_in((line.entry for line in lines()), first)
    return Quarter(
        first,
        found,
        log.changed_by_customers(found, today),
        log.with_evidence(found, today),
        log.for_customers(found, today),
    )


def lead_time(today: date) -> Measured:
    """Days from insight to decision, over the whole log; what is still open counts with the days so far."""
    return log.lead_time((line.entry for line in lines()), today)


def waiting() -> tuple[Line, ...]:
    """One knows, and nothing is decided, the longest waiting first."""
    here = {(line.entry.source, line.entry.key): line for line in lines()}
    return tuple(here[each.source, each.key] for each in log.waiting(line.entry for line in lines()))


def without_review() -> tuple[Line, ...]:
    """Decided, and nobody looks again."""
    keys = {(each.source, each.key) for each in log.without_review(line.entry for line in lines())}
    return tuple(line for line in lines() if (line.entry.source, line.entry.key) in keys)


def data_to_decisions(today: date) -> Measured:
    """Of everything that is measured, the share that led to a decision within twelve months."""
    return log.led_to_decisions(_collected(), _used(today - YEAR), today)


def _lines() -> tuple[Line, ...]:
    found = [*_decisions(), *_measures(), *_approvals()]
    return tuple(sorted(found, key=lambda line: line.entry.day or line.entry.asked, reverse=True))


def _decisions() -> list[Line]:
    return [as_line(row) for row in decisions()]


def as_line(row: models.Decision) -> Line:
    """A decision as it stands in the log."""
    return Line(
        as_entry(row),
        Text(row.question, row.question),
        Text(row.decided, row.decided),
        reverse("leadership:decision", args=[row.pk]),
    )


def as_entry(row: models.Decision) -> Entry:
    """A decision as a line of the log. Since when one knew is what was said, or the first evidence of customers."""
    table: list[models.Proof] = (
        row.table if hasattr(row, "table") else list(row.proofs.filter(withdrawn=None))
    )
    of_customers = [each for each in table if Proof(each.kind) in OF_CUSTOMERS]
    known = [each.as_of for each in of_customers if each.as_of and (row.day is None or each.as_of <= row.day)]
    reviews = list(row.reviews.all())
    return Entry(
        source=Source.DECISION,
        key=row.pk,
        asked=row.asked,
        question=row.question,
        decided=row.decided,
        day=row.day,
        circle=Circle(row.circle),
        unit=row.unit,
        office=row.office,
        deadline=row.deadline,
        review=row.review,
        reviewed=reviews[0].day if reviews else None,
        evidence=bool(of_customers),
        changed=row.changed,
        nothing=row.nothing,
        favour=Favour(row.favour) if row.favour else None,
        insight=row.insight or min(known, default=None),
        reversed_on=row.reversed_on,
    )


def _measures() -> list[Line]:
    """Measures are judged with every publication: one that was to be measured again has been looked at."""
    names, today = touchpoint_names(), timezone.localdate()
    return [
        Line(
            Entry(
                source=Source.MEASURE,
                key=row.pk,
                asked=timezone.localdate(row.created),
                question=row.touchpoint,
                decided=row.title,
                day=timezone.localdate(row.created),
                office=row.owner,
                deadline=row.due,
                review=row.measure_again if row.measure_again and row.measure_again >= today else None,
                reviewed=row.measure_again if row.measure_again and row.measure_again < today else None,
                evidence=row.baseline is not None,
                nothing=row.kind == Kind.NOTHING,
            ),
            AT.fill(touchpoint=names.get(row.touchpoint, row.touchpoint)),
            Text(row.title, row.title),
            reverse("bridge:measure", args=[row.pk]),
        )
        for row in measures()
    ]


def _approvals() -> list[Line]:
    rows = (
        Approval.objects.filter(withdrawn=None)
        .select_related("initiative__sponsor")
        .annotate(judged=Max("results__day", filter=Q(results__withdrawn=None)))
    )
    return [
        Line(
            Entry(
                source=Source.APPROVAL,
                key=row.pk,
                asked=timezone.localdate(row.created),
                question=row.initiative.title,
                decided=row.initiative.title,
                day=timezone.localdate(row.created),
                office=row.exception_by or (row.initiative.sponsor.name if row.initiative.sponsor else ""),
                review=None if row.judged else row.initiative.expects_by,
                reviewed=row.judged,
            ),
            APPROVE.fill(title=row.initiative.title),
            APPROVED,
            reverse("portfolio:initiative", args=[row.initiative_id]),
        )
        for row in rows
    ]


APPROVED = Text(en="Approved.", de="Genehmigt.")


def _collected() -> tuple[str, ...]:
    """Every statement customers answered at a touchpoint, every published wave, every key figure with values."""
    state = published()
    here = state.taxonomy.lookup(Touchpoint) if state else None
    statements = [
        f"gap:{point.slug}:{line.facet}"
        for line in (lived(state) if state else ())
        if here and (point := here.code(line.touchpoint))
    ]
    figures = Value.objects.filter(batch__withdrawn=None).values_list("figure__slug", flat=True).distinct()
    waves = publications().values_list("wave_id", flat=True)
    return (
        *statements,
        *(f"wave:{wave}" for wave in waves),
        *(f"figure:{slug}" for slug in figures.order_by()),
    )


def _used(since: date) -> set[str]:
    """What decisions since a day rest on."""
    found = {
        f"gap:{row.touchpoint}:{row.facet}" for row in measures() if timezone.localdate(row.created) >= since
    }
    proofs = models.Proof.objects.filter(
        withdrawn=None, decision__withdrawn=None, decision__day__gte=since
    ).exclude(kind__in=[Proof.VOICE, Proof.STORY, Proof.CARD, Proof.OTHER])
    for row in proofs:
        place = f"{row.touchpoint}:{row.facet}" if row.kind in {Proof.GAP, Proof.MEASURE} else row.reference
        found.add(f"{Proof.GAP if row.kind == Proof.MEASURE else row.kind}:{place}")
    return found
