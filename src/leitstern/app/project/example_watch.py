"""The example company watches over what it reached: from when to when it was settled, and the one relapse that is planted.

Leaders are there ever less from month 24 on, spreadsheet lists come back from month 27 and campaigns are classified less
often from month 28 (`collect.example.practice`): the alarm sounds in month 29, processual; a month later the leaders'
attention is over its limit, too. The steps it concerns fall back. In the twin nothing sounds.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.utils import translation

from leitstern.app.accounts.roles import Role
from leitstern.app.project.example_dates import date_back, moment
from leitstern.app.settled.keeping import settle_level
from leitstern.app.watch import own_words
from leitstern.app.watch.models import Meaning
from leitstern.app.watch.queries import watching
from leitstern.app.watch.sounding import look
from leitstern.app.watch.streams import all_streams
from leitstern.collect.example.own_words import MEANING
from leitstern.collect.example.own_words import own_words as told
from leitstern.collect.example.practice import MONTHS, SETTLED, month_of
from leitstern.core.bridge.watch.settled import Period, settle
from leitstern.core.bridge.watch.stream import StreamKind
from leitstern.core.months import later
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from leitstern.app.accounts.models import Person
    from leitstern.core.bridge.watch.stream import Stream

LAST_SETTLED = 23  # month of the story
SAID_THEMSELVES = StreamKind.ATTENTION  # by leaders, on their own page
UNSETTLED = StreamKind.HANDOFFS  # unclear letters send people round; in the twin nothing does
WHY = Text(
    en="Fifteen months in, it had become a matter of course.",
    de="Nach fünfzehn Monaten war es selbstverständlich geworden.",
)


def keep_watch(cast: Mapping[Role, Person], until: date, language: str, *, planted: bool = True) -> None:
    """Settled periods, own words and the alarm up to `until`. A company that said what its change means keeps its own."""
    if Meaning.objects.exists():
        return
    _own_words(cast, until, language, planted=planted)
    period = Period(month_of(until, SETTLED), month_of(until, LAST_SETTLED + 1) - timedelta(days=1))
    streams = all_streams(until)
    for stream in streams:
        left_out = {SAID_THEMSELVES, UNSETTLED} if planted else {SAID_THEMSELVES}
        if stream.kind in left_out or isinstance(settle(stream, period), Missing):
            continue
        level = settle_level(cast[Role.LEAD], stream, period.start, period.end, WHY.to(language), today=until)
        date_back(level, created=moment(until, (until - period.end).days - 1))
    with translation.override(language):
        _sound(cast, until, streams)


def _own_words(cast: Mapping[Role, Person], until: date, language: str, *, planted: bool) -> None:
    lead, analyst, executive = cast[Role.LEAD], cast[Role.ANALYST], cast[Role.EXECUTIVE]
    meaning = own_words.say_meaning(lead, MEANING.to(language))
    date_back(meaning, created=moment(until, MONTHS * 30))
    for each in told(planted=planted):
        day = later(until, 1 - 3 * each.ago) + timedelta(days=14)
        said = own_words.keep_wording(analyst, each.unit, day, each.words.to(language), today=until)
        date_back(said, created=datetime.combine(day, time(12, tzinfo=UTC)))
        for reader, same in zip((lead, executive), each.same, strict=True):
            own_words.judge_wording(reader, said, same=same)


def _sound(cast: Mapping[Role, Person], until: date, streams: Sequence[Stream]) -> None:
    """The alarm sounded on the day it could be seen, and its decision has been waiting since."""
    found = watching(until, streams).found
    if found is None:
        return
    alarm = look(cast[Role.LEAD], found.day, streams)
    if alarm and alarm.decision:
        seen = datetime.combine(found.day, time(12, tzinfo=UTC))
        date_back(alarm, created=seen)
        date_back(alarm.decision, created=seen, asked=found.day)
