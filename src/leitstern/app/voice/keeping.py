"""What is changed: versions of the rules, texts that come in, and what people say of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn, require
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.stack.queries import application_names
from leitstern.app.voice import queries
from leitstern.app.voice.models import Rating, Sample, System, Utterance, Version
from leitstern.collect.voice_file import read_texts
from leitstern.core.bridge.voice.drawing import drawn, number_of
from leitstern.core.bridge.voice.rules import MOST_PER_MONTH, Answer, RuleSet, as_json
from leitstern.core.bridge.voice.standing import SEED
from leitstern.core.bridge.voice.valid import problems
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.months import first
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from leitstern.collect.voice_file import VoiceRow
    from leitstern.core.bridge.voice.judging import Uttered

LONGEST_WHY = 1_000
NO_WHY = Text(
    en="Say why it changes, so that others understand it in a year. Nothing was kept.",
    de="Sagen Sie, warum es sich ändert, damit andere es in einem Jahr verstehen. Es wurde nichts gespeichert.",
)
NOT_KEPT = Text(en="Nothing was kept. {said}", de="Es wurde nichts gespeichert. {said}")
UNCHANGED = Text(
    en="That is what the newest version says already. Nothing was kept.",
    de="Das sagt die neueste Fassung schon. Es wurde nichts gespeichert.",
)
ALL_SAME = Text(
    en="Everything in it was known already. Nothing was changed.",
    de="Alles darin war schon bekannt. Es wurde nichts geändert.",
)
WITHDRAWN_ALREADY = Text(
    en="This file was withdrawn already. Nothing was changed.",
    de="Diese Datei war schon zurückgenommen. Es wurde nichts geändert.",
)
STANDS_ALREADY = Text(
    en="This file, or another with the same texts, counts already. Nothing was changed.",
    de="Diese Datei oder eine andere mit denselben Texten zählt schon. Es wurde nichts geändert.",
)
NO_RULES = Text(
    en="There are no statements to judge by yet. Nothing was kept; enter rules first.",
    de="Es gibt noch keine Aussagen, nach denen zu urteilen wäre. Es wurde nichts gespeichert; geben Sie zuerst Regeln ein.",
)
OTHER_STATEMENTS = Text(
    en="The answers do not fit the statements that hold now. Nothing was kept; please judge the text again.",
    de="Die Antworten passen nicht zu den Aussagen, die jetzt gelten. Es wurde nichts gespeichert; bitte urteilen Sie noch "
    "einmal.",
)
RATED_ALREADY = Text(
    en="You have judged this text already. Nothing was changed.",
    de="Sie haben über diesen Text schon geurteilt. Es wurde nichts geändert.",
)


def enter_rules(actor: Actor, rules: RuleSet, why: str) -> Version:
    """A new version; those before stay as they were. Raises InvalidInput with everything that is wrong with it."""
    require(actor, Capability.STEER)
    if not why.strip():
        raise InvalidInput(NO_WHY)
    if wrong := problems(rules):
        said = Text(en=" ".join(each.en for each in wrong), de=" ".join(each.de for each in wrong))
        raise InvalidInput(NOT_KEPT.fill(said=said))
    if queries.newest() and queries.rules_of(queries.newest()) == rules:
        raise Conflict(UNCHANGED)
    return _enter_rules(actor, rules, why.strip()[:LONGEST_WHY])


@action("enter voice rules", Capability.STEER)
def _enter_rules(actor: Actor, rules: RuleSet, why: str) -> Version:
    queries.changed()
    return Version.objects.create(content=as_json(rules), why=why, actor=actor.actor_id)


def hand_in(actor: Actor, folder: Path, name: str, today: date) -> Sample:
    """Keep the texts of the table `name`, all or nothing. Raises InvalidFile with every mistake."""
    require(actor, Capability.KEEP_REGISTERS)
    points = {each.slug: each.name for each in require_taxonomy().touchpoints}
    return bring(actor, name, read_texts(folder, name, application_names(), points, today))


@action("bring in what systems said", Capability.KEEP_REGISTERS)
def bring(actor: Actor, name: str, rows: Sequence[VoiceRow]) -> Sample:
    """Texts that are new, without personal data; of those that chance does not draw only that they were said."""
    numbered = _numbered(rows)
    standing = Utterance.objects.filter(sample__withdrawn=None)
    known = set(standing.values_list("number", flat=True)) & numbered.keys()
    new = {number: row for number, row in numbered.items() if number not in known}
    if not new:
        raise Conflict(ALL_SAME)
    there = queries.systems()
    for row in new.values():
        if row.system not in there:
            there[row.system] = System.objects.create(
                slug=row.system, name=row.name, application=row.application
            )
    sample = Sample.objects.create(
        name=name[:200], received=len(rows), same=len(rows) - len(new), actor=actor.actor_id
    )
    read = drawn((((row.system, first(row.day)), number) for number, row in new.items()), MOST_PER_MONTH)
    Utterance.objects.bulk_create(
        (
            Utterance(
                sample=sample,
                system=there[row.system],
                touchpoint=row.touchpoint,
                day=row.day,
                month=first(row.day),
                language=row.language.value,
                number=number,
                text=row.text if number in read else "",
            )
            for number, row in new.items()
        ),
        batch_size=1_000,
    )
    return sample


@action("withdraw what systems said", Capability.KEEP_REGISTERS)
def withdraw(actor: Actor, sample: Sample) -> Sample:
    """Its texts and what was said of them no longer count."""
    del actor
    if sample.withdrawn:
        raise Conflict(WITHDRAWN_ALREADY)
    return mark_withdrawn(sample)


@action("reinstate what systems said", Capability.KEEP_REGISTERS)
def reinstate(actor: Actor, sample: Sample) -> Sample:
    """They count again, unless the same texts came in with another file since."""
    del actor
    mine = Utterance.objects.filter(sample=sample).values("number")
    if not sample.withdrawn or Utterance.objects.filter(sample__withdrawn=None, number__in=mine).exists():
        raise Conflict(STANDS_ALREADY)
    return mark_standing(sample)


def rate(actor: Actor, text: Uttered, answers: Mapping[str, Answer]) -> Rating:
    """What somebody says of a text, by statement: every statement they have not answered yet, once and for good."""
    require(actor, Capability.KEEP_REGISTERS)
    asked = {each.key for each in queries.rules_of(queries.newest()).statements}
    if not asked:
        raise Conflict(NO_RULES)
    left = asked - queries.own_answers(actor.actor_id).get(text.number, set())
    if not left:
        raise Conflict(RATED_ALREADY)
    if set(answers) != left:
        raise InvalidInput(OTHER_STATEMENTS)
    return _rate(actor, text.number, answers)


@action("judge what a system said", Capability.KEEP_REGISTERS)
def _rate(actor: Actor, number: int, answers: Mapping[str, Answer]) -> Rating:
    rows = [
        Rating(utterance_id=number, statement=key, answer=answer.value, actor=actor.actor_id)
        for key, answer in answers.items()
    ]
    try:
        with transaction.atomic():
            return Rating.objects.bulk_create(rows)[0]
    except IntegrityError as twice:
        raise Conflict(RATED_ALREADY) from twice


def _numbered(rows: Sequence[VoiceRow]) -> dict[str, VoiceRow]:
    """By permanent random number; the same words on the same day count as often as they stand in the file."""
    times: Counter[VoiceRow] = Counter()
    found: dict[str, VoiceRow] = {}
    for row in rows:
        times[row] += 1
        said = (row.system, row.touchpoint, row.day.isoformat(), row.language.value, row.text, times[row])
        found[number_of(SEED, *said)] = row
    return found
