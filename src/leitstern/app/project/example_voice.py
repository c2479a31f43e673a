"""The example company listens to its chat assistant; what is planted stands in `collect.example.assistant`."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from leitstern.app.accounts.roles import Role
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.project.example_dates import date_back, moment
from leitstern.app.stack.queries import application_names
from leitstern.app.voice import keeping, queries
from leitstern.app.voice.models import Rating, Version
from leitstern.collect.example import assistant
from leitstern.collect.table_lines import Table
from leitstern.collect.voice_file import COLUMNS, texts_of
from leitstern.core.bridge.voice.beginning import begin_with
from leitstern.core.months import later

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from leitstern.app.accounts.models import Person
    from leitstern.collect.example.assistant import SaidTold

FIRST, TIMES, JUDGED = 130, 40, 12  # days before the end


def listen_in(cast: Mapping[Role, Person], until: date, language: str, *, planted: bool) -> None:
    """Two versions of the rules, three months of texts, and what two people said of those that were drawn."""
    if Version.objects.exists():
        return
    lead, analyst = cast[Role.LEAD], cast[Role.ANALYST]
    begin = replace(begin_with(language), per_month=assistant.PER_MONTH)
    version = keeping.enter_rules(lead, begin, assistant.WHY_FIRST.to(language))
    date_back(version, created=moment(until, FIRST))
    now = replace(begin, rules=(*begin.rules, *assistant.time_rules(language)))
    date_back(keeping.enter_rules(lead, now, assistant.WHY_TIMES.to(language)), created=moment(until, TIMES))
    told = assistant.assistant_texts(planted=planted)
    table = _table(told, until, language)
    points = {each.slug: each.name for each in require_taxonomy().touchpoints}
    name = f"{assistant.SYSTEM.to(language)}.csv"
    sample = keeping.bring(lead, name, texts_of(name, table, application_names(), points, until))
    date_back(sample, created=moment(until, JUDGED + 1))
    by_text = {each.text: each.answers for each in told}
    for text in queries.drawn_texts(now.per_month):
        for rater, answers in zip((lead, analyst), by_text[text.text], strict=True):
            given = {each.key: answer for each, answer in zip(now.statements, answers, strict=True)}
            keeping.rate(rater, text, given)
    Rating.objects.update(created=moment(until, JUDGED))


def _table(told: Sequence[SaidTold], until: date, language: str) -> Table:
    """As the company's people would hand it in."""
    system = assistant.SYSTEM.to(language)
    lines = tuple(
        (
            str(at),
            (
                system,
                each.touchpoint,
                (later(until, -each.ago - 1) + timedelta(days=each.day - 1)).isoformat(),
                each.language.value,
                each.text,
            ),
        )
        for at, each in enumerate(told, start=1)
    )
    return Table(tuple(each.title.en for each in COLUMNS), lines)
