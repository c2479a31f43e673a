"""The example company's lived practice, entered by its own people through the ordinary actions; truths in `collect.example.practice`."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from leitstern.app.accounts.roles import Role
from leitstern.app.portfolio.models import Initiative
from leitstern.app.practice import counting, ending, keeping, retrospecting, spreading, telling, trying
from leitstern.app.practice.models import Opened, Principle
from leitstern.app.practice.shining import shining
from leitstern.app.project.example_dates import date_back, moment
from leitstern.collect.example import practice as story
from leitstern.collect.example.practice_pilots import PILOTS
from leitstern.collect.example.practice_retrospectives import RETROSPECTIVES
from leitstern.collect.example.truths import taxonomy
from leitstern.collect.practice_file import CountLine, UseLine
from leitstern.core.bridge.practice.drafts import PilotDraft, PrincipleDraft, RuleDraft, StopDraft
from leitstern.core.bridge.practice.retrospectives import AgreementDraft, NewsDraft, RetrospectiveDraft
from leitstern.core.bridge.practice.telling import StoryDraft
from leitstern.core.bridge.practice.terms import PilotKind, Source
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from leitstern.app.accounts.models import Person
    from leitstern.app.practice.models import StopItem

    type Say = Callable[[Text], str]

CLASSIFIED = Text(
    "Every campaign is classified before it is sent", "Jede Kampagne ist vor dem Versand eingeordnet"
)
WHAT_NEXT = Text("Every letter says what happens next", "In jedem Brief steht, was als Nächstes geschieht")
ON_THE_DAY = Text(
    "A card is there on the day we promised", "Eine Karte ist an dem Tag da, den wir zugesagt haben"
)
WHY = {
    CLASSIFIED: Text(
        "Three letters in one week to the same family: nobody had meant it, and nobody could see it.",
        "Drei Briefe in einer Woche an dieselbe Familie: Niemand hatte es gewollt, und niemand konnte es sehen.",
    ),
    WHAT_NEXT: Text(
        "Most calls about letters ask one thing only: do I have to do something?",
        "Die meisten Anrufe zu Briefen haben nur eine Frage: Muss ich etwas tun?",
    ),
    ON_THE_DAY: Text("A date is a promise.", "Ein Datum ist ein Versprechen."),
}
LETTERS = Text("letters looked at", "durchgesehene Briefe")
LETTERS_AND_MESSAGES = Text(
    "letters and messages in the app looked at", "durchgesehene Briefe und Nachrichten in der App"
)
SAYS_NEXT = Text("which say what happens next", "in denen steht, was als Nächstes geschieht")
MOVING = Text(
    "Lending changes its letter system this month; old texts go out once more.",
    "Die Kreditbearbeitung wechselt in diesem Monat das Briefsystem; alte Texte gehen ein letztes Mal hinaus.",
)
STEP = Text(
    "Papers are asked for once; whoever has them hands them on.",
    "Nach Unterlagen wird einmal gefragt; wer sie hat, reicht sie weiter.",
)
STEP_WORKS = Text(
    "Everybody in the case can read what the customer has said already.",
    "Alle im Fall können lesen, was die Kundin oder der Kunde schon gesagt hat.",
)
SHOWN_TO = ("service", "branches", "insurance")
OPENED = (9, 14, 6, 11)  # on the last four days
LETTERS_FILE = Text("Letters looked at.xlsx", "Briefdurchsicht.xlsx")
GATEWAY_FILE = Text("Mail gateway, files by department.csv", "Postausgang, Dateien je Bereich.csv")
CALENDAR_FILE = Text("Reports and rounds counted.csv", "Gezählte Berichte und Termine.csv")


def live_practice(cast: Mapping[Role, Person], until: date, language: str, *, planted: bool = True) -> None:
    """Principles, stop list, pilots, stories and their counts up to `until`. A company that has principles keeps its own."""
    if Principle.objects.exists():
        return

    def say(text: Text) -> str:
        return text.to(language)

    _principles(cast, until, say)
    _stop_list(cast, until, say, planted=planted)
    _pilots(cast, until, say)
    _stories(cast, until, say)
    _retrospectives(cast, until, say, planted=planted)
    shining()  # so that nobody waits for it on a page


def _head(unit: str) -> Text:
    """Who answers for a department."""
    return next((each.owner or each.name) for each in taxonomy().departments if each.slug == unit)


def _principles(cast: Mapping[Role, Person], until: date, say: Say) -> None:
    lead, analyst = cast[Role.LEAD], cast[Role.ANALYST]
    rules = {
        CLASSIFIED: (story.PLATFORM, "campaigns", _campaigns(say)),
        WHAT_NEXT: (story.LETTERS_SINCE, "operations", RuleDraft(say(LETTERS), say(SAYS_NEXT), target=0.85)),
        ON_THE_DAY: (story.SETTLED, "operations", _cards(say)),
    }
    kept = {}
    for sentence, (at, unit, rule) in rules.items():
        since = story.month_of(until, at)
        draft = PrincipleDraft(say(sentence), since, say(WHY[sentence]), owner=say(_head(unit)))
        kept[sentence] = keeping.keep_principle(lead, draft, rule=rule)
        when = moment(until, (until - since).days)
        date_back(kept[sentence], created=when)
        kept[sentence].rules.update(created=when)
        kept[sentence].editions.update(created=when)
    letters = kept[WHAT_NEXT]
    other = RuleDraft(
        say(LETTERS_AND_MESSAGES), say(SAYS_NEXT), target=0.85, since=story.month_of(until, story.REDEFINED)
    )
    again = keeping.define(lead, letters, other)
    date_back(again, created=moment(until, (until - story.month_of(until, story.REDEFINED)).days))
    first = story.month_of(until, story.EXEMPT)
    keeping.exempt(lead, letters, "lending", say(MOVING), first, first + timedelta(days=27))
    lines = [
        CountLine(letters.slug, unit, story.month_of(until, at), n, story.OF_LETTERS)
        for (unit, at), n in story.clear_letters().items()
    ]
    batch = counting.count(analyst, say(LETTERS_FILE), lines, until)
    date_back(batch, created=moment(until, 4))


def _campaigns(say: Say) -> RuleDraft:
    cases = Text("campaigns in the register", "Kampagnen im Register")
    kept = Text("classified before they were sent", "eingeordnet, bevor sie versandt wurden")
    return RuleDraft(say(cases), say(kept), Source.CAMPAIGNS, target=0.9)


def _cards(say: Say) -> RuleDraft:
    cases = Text("cards that were due", "fällige Karten")
    kept = Text("delivered in time", "rechtzeitig zugestellt")
    return RuleDraft(say(cases), say(kept), Source.PROMISES, "card_delivery", 0.95)


def _stop_list(cast: Mapping[Role, Person], until: date, say: Say, *, planted: bool) -> None:
    lead, analyst, executive = cast[Role.LEAD], cast[Role.ANALYST], cast[Role.EXECUTIVE]
    items: list[StopItem] = []
    for told in story.STOPS:
        ends = story.month_of(until, told.ends)
        draft = StopDraft(
            say(told.name),
            told.kind,
            ends,
            grace=ends + timedelta(days=75),
            why=say(told.why),
            replacement=say(told.replacement),
            application="campaign_platform" if told.units[0] in {"campaigns", "marketing"} else "",
            units=told.units,
            counted=say(told.counted),
            owner=say(_head(told.owner)),
        )
        item = ending.keep_stop_item(lead, draft)
        when = moment(until, (until - ends).days + 30)
        date_back(item, created=when)
        item.editions.update(created=when)
        items.append(item)
    lists, report, approvals = items
    let_in, again = (story.month_of(until, at) for at in (story.LET_IN, story.ENDED_AGAIN))
    ending.let_in_again(executive, approvals, let_in, say(story.LET_IN_WHY))
    ending.end_again(lead, approvals, again, reason=say(story.ENDED_AGAIN_WHY))
    uses = [
        UseLine(lists.slug, "campaigns", story.month_of(until, at), n)
        for at, n in enumerate(story.list_uses(planted=planted))
    ]
    date_back(counting.count_use(analyst, say(GATEWAY_FILE), uses, until), created=moment(until, 3))
    quiet = [
        UseLine(report.slug, "service", story.month_of(until, at), 4 if at < story.STOPS[1].ends else 0)
        for at in range(story.MONTHS)
    ] + [
        UseLine(approvals.slug, "marketing", story.month_of(until, at), 2 if _meets(at) else 0)
        for at in range(story.MONTHS)
    ]
    date_back(counting.count_use(analyst, say(CALENDAR_FILE), quiet, until), created=moment(until, 3))


def _meets(at: int) -> bool:
    """Whether the round of approvals met in a month: before it ended, and while it was let in again."""
    return at < story.STOPS[2].ends or story.LET_IN <= at < story.ENDED_AGAIN


def _pilots(cast: Mapping[Role, Person], until: date, say: Say) -> None:
    lead, executive = cast[Role.LEAD], cast[Role.EXECUTIVE]
    known = set(Initiative.objects.values_list("slug", flat=True))
    for told in PILOTS:
        begins = until - timedelta(days=told.begins)
        draft = PilotDraft(
            say(told.title),
            say(told.hypothesis),
            begins,
            told.kind,
            boundary=say(told.boundary),
            stop_rule=say(told.stop_rule),
            safe_room=say(told.safe_room),
            units=told.units,
            touchpoints=told.touchpoints,
            owner=say(_head(told.units[0])),
            initiative=told.initiative if told.initiative in known else "",
            ends=until - timedelta(days=told.ends),
        )
        pilot = trying.keep_pilot(lead, draft)
        date_back(pilot, created=moment(until, told.begins + 14))
        pilot.editions.update(created=moment(until, told.begins + 14))
        if told.how is None:
            continue
        end = until - timedelta(days=told.ended)
        trying.end_pilot(lead, pilot, told.how, end, say(told.learning) if told.learning else "")
        for unit in told.taken_up:
            spreading.take_up(lead, pilot, unit, end + timedelta(days=45))
        if told.kind is PilotKind.LIGHTHOUSE:
            for unit in SHOWN_TO:
                trying.show(lead, pilot, unit, end + timedelta(days=20))
            Opened.objects.create(pilot=pilot, day=until - timedelta(days=9), times=27)
        if told.step and told.conditions:
            spreading.make_standard(
                executive,
                pilot,
                end + timedelta(days=60),
                say(told.conditions),
                touchpoint=told.touchpoints[0],
                step=say(told.step),
            )


def _stories(cast: Mapping[Role, Person], until: date, say: Say) -> None:
    lead, executive = cast[Role.LEAD], cast[Role.EXECUTIVE]
    for told in story.STORIES:
        draft = StoryDraft(
            say(told.title),
            told.teller,
            say(told.lived),
            say(told.done),
            told.unit,
            until - timedelta(days=told.ago),
            told.touchpoint,
            layer=told.layer.value,
        )
        row = telling.keep_story(lead, draft)
        if told.approved:
            telling.approve(executive, row)
        if told.published:
            telling.publish(lead, row)
            Opened.objects.bulk_create(
                Opened(story=row, day=until - timedelta(days=back), times=times)
                for back, times in enumerate(OPENED, start=1)
            )
        date_back(row, created=moment(until, told.ago))
        row.editions.update(created=moment(until, told.ago))
        if told.unit == "bereavement_care":
            for unit in ("insurance", "service"):
                spreading.take_up(lead, row, unit, until - timedelta(days=told.ago - 90))
            spreading.make_standard(
                executive,
                row,
                until - timedelta(days=told.ago - 120),
                say(STEP_WORKS),
                touchpoint=told.touchpoint,
                step=say(STEP),
            )


def _retrospectives(cast: Mapping[Role, Person], until: date, say: Say, *, planted: bool) -> None:
    """What was agreed on; where nothing is planted, all that was due has been carried out."""
    lead = cast[Role.LEAD]
    for told in RETROSPECTIVES:
        day = until - timedelta(days=told.ago)
        draft = RetrospectiveDraft(say(told.title), day, say(told.seen), told.unit, say(told.occasion))
        row = retrospecting.keep_retrospective(lead, draft)
        date_back(row, created=moment(until, told.ago))
        row.editions.update(created=moment(until, told.ago))
        for each in told.agreements:
            due = until - timedelta(days=each.due)
            agreed = retrospecting.agree(
                lead, row, AgreementDraft(say(each.what), say(_head(each.unit)), due)
            )
            for news in each.planted if planted else each.news:
                when = until - timedelta(days=news.ago)
                later = until - timedelta(days=news.until) if news.until is not None else None
                retrospecting.tell(lead, agreed, NewsDraft(news.how, when, say(news.words), later))
