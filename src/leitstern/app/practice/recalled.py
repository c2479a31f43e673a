"""Retrospectives as they stand: every agreement with who answers for it now, when it is due, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from django.db.models import Prefetch
from django.utils import timezone

from leitstern.app.practice.models import Agreement, News, Retrospective
from leitstern.core.bridge.practice.retrospectives import Agreement as Agreed
from leitstern.core.bridge.practice.retrospectives import Became, Going, how_it_goes
from leitstern.core.bridge.practice.retrospectives import News as Happened
from leitstern.core.errors import NotFound
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from leitstern.app.portfolio.models import Holder

NO_RETROSPECTIVE = Text(en="There is no such retrospective.", de="Diesen Rückblick gibt es nicht.")
NO_AGREEMENT = Text(en="There is no such agreement.", de="Diese Vereinbarung gibt es nicht.")
NO_NEWS = Text(en="Nothing of the kind was said.", de="So etwas wurde nicht gesagt.")


@dataclass(frozen=True, slots=True)
class Recalled:
    """An agreement with everything that was said of it; `owner` is whoever has it now."""

    row: Agreement
    agreed: Agreed
    owner: Holder
    news: tuple[News, ...]

    @property
    def state(self) -> Going:
        """Where it stands today."""
        return self.agreed.state(timezone.localdate())

    @property
    def due(self) -> date:
        """When it is due, after all it was put off."""
        return self.agreed.due_at(timezone.localdate())

    @property
    def postponed(self) -> int:
        """How often it was put off."""
        return self.agreed.postponed(timezone.localdate())

    @property
    def outcome(self) -> str:
        """What was said last of what became of it."""
        standing = [each for each in self.news if not each.withdrawn]
        return standing[-1].words if standing else ""


def retrospectives_ever() -> QuerySet[Retrospective]:
    """Every retrospective with all that was agreed on and said, the youngest first, also those taken back."""
    news = Prefetch("news", News.objects.select_related("owner"))
    agreements = Agreement.objects.select_related("owner", "retrospective").prefetch_related(news)
    return Retrospective.objects.prefetch_related(Prefetch("agreements", agreements))


def retrospective_by_id(retrospective_id: int) -> Retrospective:
    """One, withdrawn or not. Raises NotFound."""
    return retrospectives_ever().filter(pk=retrospective_id).first() or _no(NO_RETROSPECTIVE)


def agreement_by_id(agreement_id: int) -> Agreement:
    """One agreement. Raises NotFound."""
    found = Agreement.objects.filter(pk=agreement_id).select_related("owner", "retrospective")
    return found.first() or _no(NO_AGREEMENT)


def news_by_id(news_id: int) -> News:
    """Something that was said of an agreement. Raises NotFound."""
    found = News.objects.filter(pk=news_id).select_related("agreement")
    return found.first() or _no(NO_NEWS)


def recalled(row: Agreement) -> Recalled:
    """An agreement as it stands."""
    news = tuple(row.news.all())
    standing = [each for each in news if not each.withdrawn]
    handed = [each.owner for each in standing if each.how == Became.HANDED_ON and each.owner]
    owner = handed[-1] if handed else row.owner
    there = owner.left is None or owner.left > timezone.localdate()
    happened = tuple(Happened(Became(each.how), each.day, each.until) for each in standing)
    return Recalled(row, Agreed(row.due, there, happened), owner, news)


def agreements(rows: QuerySet[Retrospective] | list[Retrospective]) -> list[Recalled]:
    """What was agreed on in these: overdue first, then open, then what has ended; by the day they are due."""
    order = [Going.OVERDUE, Going.OPEN, Going.DONE, Going.DROPPED]
    found = [recalled(each) for row in rows for each in row.agreements.all()]
    return sorted(found, key=lambda each: (order.index(each.state), each.due, each.row.pk))


def standing_on(day: date) -> Text:
    """How agreements stood on a day, in words."""
    rows = [each for each in retrospectives_ever().filter(withdrawn=None) if each.day <= day]
    return how_it_goes([each.agreed for each in agreements(rows)], len(rows), day)


def _no(text: Text) -> NoReturn:
    raise NotFound(text)
