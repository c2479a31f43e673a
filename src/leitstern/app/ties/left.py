"""What is answered for by name in every area, in one question, and who of them is no longer there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import (
    BooleanField,
    CharField,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Concat
from django.urls import reverse
from django.utils import timezone

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.queries import people
from leitstern.app.bridge.queries import measures
from leitstern.app.change.models import Message
from leitstern.app.common.findings import once
from leitstern.app.common.lookups import or_not_found
from leitstern.app.company.former import unit_names
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.incentives.models import Boundary, Priority, Target, Verdict
from leitstern.app.leadership.models import Decision
from leitstern.app.policy.models import ContactRule, PersonalDecision
from leitstern.app.portfolio.models import Goal, Initiative, PeopleMeasure, Turn
from leitstern.app.portfolio.queries import holders
from leitstern.app.practice.models import Agreement, Ending, News, Pilot, Principle, StopItem
from leitstern.app.programme.models import Bet, Hurdle, Task
from leitstern.app.stack.queries import inventory
from leitstern.app.ties.part import page, plain
from leitstern.core.bridge.portfolio.stage import OVER
from leitstern.core.bridge.practice.retrospectives import Became
from leitstern.core.bridge.ties.left import Held, Left, Subject, There, held_by, who_left
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import Model
    from django.db.models.expressions import Combinable

NO_PERSON = Text(en="There is no such person.", de="Diese Person gibt es nicht.")
EVERYBODY = Text(en="all roles together", de="alle Rollen zusammen")
STANDS = Q(withdrawn=None)
# Where a thing is handed over to somebody else: the name of the page that is asked for by its key, or of one for all.
PAGES = {
    Subject.GOAL: "portfolio:edit-goal",
    Subject.INITIATIVE: "portfolio:edit-initiative",
    Subject.SPONSORED: "portfolio:edit-initiative",
    Subject.PEOPLE_MEASURE: "portfolio:edit-initiative",
    Subject.TASK: "programme:task",
    Subject.HURDLE: "programme:hurdle",
    Subject.BET: "programme:bet",
    Subject.DECISION: "leadership:decision",
    Subject.MEASURE: "bridge:measure",
    Subject.AGREEMENT: "practice:retrospective",
    Subject.PRINCIPLE: "practice:edit-principle",
    Subject.STOPPED: "practice:edit-stopped",
    Subject.PILOT: "practice:edit-pilot",
    Subject.CONTACT_RULE: "policy:edit-rule",
}
ONE_PAGE = {
    Subject.PERSONAL: "policy:overview",
    Subject.TARGET: "incentives:target",
    Subject.BOUNDARY: "incentives:boundaries",
}


def held() -> tuple[Held, ...]:
    """Everything that stands and that somebody answers for by name; asked once a request."""
    return once("held by name", lambda: (*_registered(), *_technology()))


def left() -> tuple[Left, ...]:
    """What is answered for by people who are no longer there. Nothing is asked where nobody has left."""
    there = _there()
    return who_left(held(), there, timezone.localdate()) if there.left or there.closed else ()


def person_by_id(person_id: int) -> Person:
    """Somebody with an account. Raises NotFound."""
    return or_not_found(Person.objects.filter(pk=person_id).first(), NO_PERSON)


def answers_for(person: Person) -> tuple[Held, ...]:
    """What somebody with an account answers for by name."""
    return held_by(held(), person.name)


def address(thing: Held) -> str:
    """Where it is handed over to somebody else."""
    if thing.subject in PAGES:
        return page(PAGES[thing.subject])(thing.key)
    if thing.subject in ONE_PAGE:
        return reverse(ONE_PAGE[thing.subject])
    if thing.subject is Subject.PRIORITY:
        return reverse("incentives:conflict", args=thing.key.split(" "))
    if thing.subject is Subject.MESSAGE:
        return reverse("change:edit-message", args=[thing.key])
    return reverse("stack:edit", args=[thing.subject.value, thing.key])


def _there() -> There:
    """Accounts and those who answer for things, asked in one question."""
    nobody, never = Value(None, BooleanField()), Value(None, DateField())
    accounts = people().order_by().values_list("name", "is_active", never)
    gone = holders().order_by().exclude(left=None).values_list("name", nobody, "left")
    known = list(accounts.union(gone, all=True))
    return There(
        {name: day for name, _, day in known if day},
        [name for name, active, _ in known if active is not None and not active],
        [name for name, active, _ in known if active],
    )


def _technology() -> Iterator[Held]:
    known = inventory()
    for used in known.applications:
        for who in dict.fromkeys((used.owner, used.it_owner)):
            if who:
                yield Held(Subject.APPLICATION, used.slug, plain(used.name), who)
    for able in known.capabilities:
        if able.owner:
            yield Held(Subject.CAPABILITY, able.slug, plain(able.name), able.owner)


def _registered() -> Iterator[Held]:
    first, *others = _kinds()
    for subject, key, name, who in first.union(*others, all=True).order_by():
        if who:
            yield Held(Subject(subject), key, _called(Subject(subject), name), who)


def _called(subject: Subject, name: str) -> Text:
    """What a thing is called; what is kept by a short name is called as everywhere."""
    if subject is Subject.TARGET:
        return unit_names().get(name, plain(name)) if name else EVERYBODY
    taxonomy = current_taxonomy() if subject is Subject.PERSONAL else None
    point = taxonomy.lookup(Touchpoint).slug(name) if taxonomy else None
    return point.name if point else plain(name)


def _kinds() -> Iterator[Any]:
    """A line for each thing: what it is, its key, what it is called, and who answers for it."""
    today = timezone.localdate()
    running = Initiative.objects.filter(STANDS).exclude(Exists(_over(OuterRef("pk"))))
    yield _lines(Subject.GOAL, Goal.objects.filter(STANDS), "title", "accountable__name")
    yield _lines(Subject.INITIATIVE, running, "title", "owner__name")
    yield _lines(Subject.SPONSORED, running, "title", "sponsor__name")
    beside = PeopleMeasure.objects.filter(initiative__in=running)
    yield _lines(Subject.PEOPLE_MEASURE, beside, "title", "owner", "initiative_id")
    yield _lines(Subject.TASK, Task.objects.filter(STANDS, ended=None), "title", "owner__name")
    yield _lines(Subject.HURDLE, Hurdle.objects.filter(STANDS, cleared=None), "title", "owner__name")
    yield _lines(Subject.BET, Bet.objects.filter(STANDS, ended=None), "reason", "who")
    yield _lines(Subject.DECISION, Decision.objects.filter(STANDS, day=None), "question", "office")
    yield _lines(Subject.MEASURE, measures(), Coalesce("title", "reason"), "owner")
    yield _lines(Subject.AGREEMENT, _agreements(), "what", "now", "retrospective_id")
    principles = Principle.objects.filter(STANDS).exclude(until__lt=today)
    yield _lines(Subject.PRINCIPLE, principles, "sentence", "owner__name")
    yield _lines(Subject.STOPPED, StopItem.objects.filter(STANDS), "name", "owner__name")
    ended = Ending.objects.filter(STANDS, pilot=OuterRef("pk"))
    pilots = Pilot.objects.filter(STANDS).exclude(Exists(ended))
    yield _lines(Subject.PILOT, pilots, "title", "owner__name")
    rules = ContactRule.objects.filter(STANDS).exclude(until__lt=today)
    yield _lines(Subject.CONTACT_RULE, rules, "reason", "owner__name")
    yield _lines(
        Subject.PERSONAL, _newest(PersonalDecision, "touchpoint", "purpose"), "touchpoint", "owner__name"
    )
    between = Concat("verdict__first__slug", Value(" "), "verdict__second__slug")
    yield _lines(Subject.PRIORITY, _priorities(), "figure__name", "owner", between)
    yield _lines(Subject.TARGET, _newest(Target, "unit"), "unit", "owner")
    yield _lines(Subject.BOUNDARY, Boundary.objects.filter(STANDS), "what", "decider")
    yield _lines(Subject.MESSAGE, Message.objects.filter(STANDS, done=None), "title", "who")


def _lines(
    subject: Subject,
    rows: QuerySet[Any],
    name: str | Combinable,
    who: str,
    key: str | Combinable = "pk",
) -> QuerySet[Any, Any]:
    text = CharField()
    columns = (
        Value(subject.value, text),
        Cast(key, text),
        Cast(name, text),
        Coalesce(who, Value(""), output_field=text),
    )
    return rows.order_by().values_list(*columns)


def _over(initiative: OuterRef) -> QuerySet[Turn]:
    """The newest turn of an initiative, where that says it is over."""
    newest = Turn.objects.filter(STANDS, initiative=initiative).order_by("-day", "-id")
    return Turn.objects.filter(pk=Subquery(newest.values("pk")[:1]), stage__in=OVER)


def _agreements() -> QuerySet[Agreement]:
    """What is still to be done, with whoever has it now."""
    news = News.objects.filter(STANDS, agreement=OuterRef("pk"))
    ended = news.filter(how__in=(Became.DONE, Became.DROPPED))
    handed = news.filter(how=Became.HANDED_ON).order_by("-id").values("owner__name")[:1]
    found = Agreement.objects.filter(retrospective__withdrawn=None).exclude(Exists(ended))
    return found.annotate(now=Coalesce(Subquery(handed), F("owner__name")))


def _priorities() -> QuerySet[Priority]:
    """What goes first in conflicts that stand; the newest rule of the newest verdict."""
    pair = {f"{side}_id": OuterRef(f"verdict__{side}_id") for side in ("first", "second")}
    newer = Verdict.objects.filter(STANDS, **pair, pk__gt=OuterRef("verdict_id"))
    found = _newest(Priority, "verdict_id").filter(verdict__withdrawn=None, verdict__confirmed=True)
    return found.exclude(Exists(newer))


def _newest(model: type[Model], *by: str) -> QuerySet[Any]:
    """The newest that stands of each."""
    rows: QuerySet[Any] = model._default_manager.filter(STANDS)
    newer = rows.filter(pk__gt=OuterRef("pk"), **{each: OuterRef(each) for each in by})
    return rows.exclude(Exists(newer))
