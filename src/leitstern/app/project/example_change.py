"""What the example company tells its people, asks them and shapes with them; truths in `collect.example.change_told`."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from leitstern.app.accounts.roles import Role
from leitstern.app.change import briefing, messaging, shaping
from leitstern.app.change.models import Brief, Copy, Language, Pulse
from leitstern.app.inside.instruments import named_version
from leitstern.app.portfolio.models import Edition, Initiative
from leitstern.app.practice.queries import principles, stop_list
from leitstern.app.project.example_dates import date_back, moment
from leitstern.app.project.example_waves import hold_wave
from leitstern.collect.example import change_briefs as written
from leitstern.collect.example import change_told as story
from leitstern.collect.example.staff_wave import StaffWave
from leitstern.core.bridge.change.brief import BriefDraft, Chosen, ForRole, RoleKey
from leitstern.core.bridge.change.involvement import Subject
from leitstern.core.bridge.change.participation import Attended
from leitstern.core.bridge.change.pulse import INSTRUMENT, Asked
from leitstern.core.bridge.change.talk import Channel
from leitstern.core.inside.ratings import View
from leitstern.core.inside.wave import Answered
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from leitstern.app.accounts.models import Person
    from leitstern.app.change.models import Version
    from leitstern.collect.example.change_briefs import Answer, BriefTold
    from leitstern.collect.example.change_told import MessageTold

PULSE = Text(en="Does the change arrive? {year}", de="Kommt die Veränderung an? {year}")
QUARTER = 91  # days
FRIDAY = 4
DRAWN_UP = 410  # days before the end on which the initiatives were entered


def tell_change(cast: Mapping[Role, Person], until: date, language: str, *, planted: bool = True) -> None:
    """Briefs, the calendar, workshops and a pulse. A company that has briefs keeps them."""
    if Brief.objects.exists():
        return
    lead = cast[Role.LEAD]
    rows = {row.slug: row for row in Initiative.objects.all()}
    for edition in Edition.objects.filter(initiative__isnull=False):
        date_back(edition, created=moment(until, DRAWN_UP))
    for told in (*written.BRIEFS, *([written.CHATBOT] if planted else [])):
        _publish(lead, told, rows[told.initiative], until, language, planted=planted)
    if not planted:
        for slug in ("personal_offers", "chatbot", "shorter_calls", "online_banking"):
            told = _twin(slug, rows[slug], language)
            _publish(lead, told, rows[slug], until, language, planted=planted)
    for message in _messages(planted):
        _plan(lead, message, rows, until, language)
    _shape(lead, rows, until, language)
    _ask(lead, until, language, planted=planted)


def _publish(
    lead: Person, told: BriefTold, row: Initiative, until: date, language: str, *, planted: bool
) -> None:
    roles = [*told.roles, *(() if planted else _missing(told, row, language))]
    draft = BriefDraft(
        why=told.why.to(language),
        speaker=told.speaker.to(language),
        valid_from=until - timedelta(days=told.applies),
        principles=_chosen(told.principles, {each.sentence: each.slug for each in principles()}, language),
        stops=_chosen(told.stops, {each.name: each.slug for each in stop_list()}, language),
        roles=tuple(
            ForRole(RoleKey(unit, name.to(language)), text.to(language)) for name, unit, text in roles
        ),
    )
    version = briefing.publish(lead, briefing.keep_brief(lead, row, Language(language), draft))
    date_back(version, created=moment(until, told.ago))
    for name, out, opened in told.reach:
        _hand_out(lead, version, name.to(language), until - timedelta(days=told.ago - 1), (out, opened))


def _hand_out(lead: Person, version: Version, role: str, day: date, counted: tuple[int, int]) -> None:
    copy = Copy.objects.select_related("version").get(version=version, role=role)
    out, opened = counted
    briefing.hand_out(lead, copy, day, out, Channel.MAIL)
    date_back(copy, opened=opened)


def _chosen(words: Iterable[Text], known: Mapping[str, str], language: str) -> tuple[Chosen, ...]:
    """In the register's short names where it knows the words, else by number."""
    said = [each.to(language) for each in words]
    return tuple(Chosen(known.get(each, f"told-{at}"), each) for at, each in enumerate(said, 1))


def _missing(told: BriefTold, row: Initiative, language: str) -> list[Answer]:
    """Answers for roles that only the initiative names."""
    there = {name.to(language).casefold() for name, _unit, _text in told.roles}
    return [(Text(name, name), "", written.TWIN_ANSWER) for name in row.roles if name.casefold() not in there]


def _twin(slug: str, row: Initiative, language: str) -> BriefTold:
    """A brief of the twin: for whoever the initiative names."""
    bare = written.BriefTold(slug, 100, 90, written.TWIN_WHY, written.BOARD, ())
    named = tuple(_missing(bare, row, language))
    stops = (written.NOTES,)
    return written.BriefTold(slug, 100, 90, written.TWIN_WHY, written.BOARD, named, (written.ONCE,), stops)


def _messages(planted: bool) -> Iterable[MessageTold]:
    yield from story.MESSAGES
    rounds, ago = story.BRANCH_ROUNDS, story.LATE if planted else story.IN_TIME
    leads = Text("Head of Branches", "Leitung Filialen")
    yield story.MessageTold(rounds, ago, Channel.TEAM, leads, ("branches",), "one_record")
    if planted:
        yield story.MessageTold(story.CHATBOT_ROUND, 33, Channel.TEAM, written.CHIEF, ("it",), "chatbot")


def _plan(
    lead: Person, told: MessageTold, rows: Mapping[str, Initiative], until: date, language: str
) -> None:
    day = _working_day(until - timedelta(days=told.ago))
    plan = messaging.Plan(
        title=told.title.to(language),
        day=day,
        channel=told.channel,
        who=told.who.to(language),
        initiative=rows[told.initiative] if told.initiative else None,
        units=told.units,
    )
    message = messaging.keep_message(lead, plan)
    if told.done:
        messaging.tick_off(lead, message, day, until)


def _shape(lead: Person, rows: Mapping[str, Initiative], until: date, language: str) -> None:
    for quarter in range(story.QUARTERS):
        year, told = quarter // len(story.SHAPINGS), story.SHAPINGS[quarter % len(story.SHAPINGS)]
        day = _working_day(until - timedelta(days=23 + QUARTER * quarter))
        held = shaping.Held(
            title=told.titles[year].to(language),
            day=day,
            attendance=tuple(
                Attended(unit, "", invited, min(invited, took + year))
                for unit, invited, took in told.attendance
            ),
            initiative=rows[told.initiative] if told.initiative else None,
            customers=told.customers,
            shaped=tuple(Subject(place.value, slug) for place, slug in told.shaped),
        )
        row = shaping.keep_shaping(lead, held, until)
        for text, taken_up in ((told.taken_up, True), (told.refused, False)):
            if text:
                after = day + timedelta(days=10)
                shaping.record_consequence(lead, row, text.to(language), after, taken_up=taken_up)


def _working_day(day: date) -> date:
    """The day, or the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > FRIDAY else 0)


def _ask(lead: Person, until: date, language: str, *, planted: bool) -> None:
    units = np.repeat(np.array(list(story.ASKED), dtype="<U32"), list(story.ASKED.values()))
    given = np.zeros((len(units), len(Asked)))
    for unit in story.ASKED:
        people = np.flatnonzero(units == unit)
        for at, (_asked, yes) in enumerate(story.yes_in(unit, planted).items()):
            given[np.roll(people, 3 * at)[:yes], at] = 1
    turned = list(Asked).index(Asked.OURS)
    given[:, turned] = 1 - given[:, turned]  # asked the other way round
    answered = Answered(given, np.full(len(units), View.STAFF.value, dtype="<U12"), units)
    invited = Counter({(View.STAFF, unit): n for unit, n in story.ASKED.items()})
    told = StaffWave(story.ASKED_AGO, invited, answered, ())
    wave = hold_wave(lead, told, until, language, asked=named_version(INSTRUMENT), name=PULSE)
    Pulse.objects.create(wave=wave)
