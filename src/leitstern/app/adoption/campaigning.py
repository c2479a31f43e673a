"""Keeping the register of campaigns: rules in versions, accepted spellings, and what comes in; judged as it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from leitstern.app.adoption import metadata_rules
from leitstern.app.adoption.metadata_rules import fields_of
from leitstern.app.adoption.models import Campaign, Feed, Rules, Sent, Spelling, Team
from leitstern.app.adoption.settling import settle
from leitstern.app.common.actions import action, mark_standing, mark_withdrawn, require
from leitstern.app.common.actors import Actor, Capability
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.inside.adoption.metadata import Words
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from leitstern.collect.campaign_file import CampaignRow, SentRow
    from leitstern.core.inside.adoption.metadata import Field, Vocabulary

NO_FIELDS = Text(
    en="Rules need at least one field. Nothing was kept.",
    de="Regeln brauchen mindestens ein Feld. Es wurde nichts gespeichert.",
)
MOST_FIELDS = 40
ODD_FIELDS = Text(
    en="Rules take at most {most} fields, each with a short name of its own and names of at most 80 signs; a field with a list "
    "of its own needs the values it allows. Nothing was kept.",
    de="Regeln fassen höchstens {most} Felder, jedes mit eigenem Kurznamen und Namen von höchstens 80 Zeichen; ein Feld mit "
    "eigener Liste braucht die erlaubten Werte. Es wurde nichts gespeichert.",
)
SETTLED_BEFORE = Text(
    en="Care for metadata cannot count as settled before these rules hold. Nothing was kept.",
    de="Die Pflege kann nicht als eingeschwungen gelten, bevor diese Regeln gelten. Es wurde nichts gespeichert.",
)
NO_TERM = Text(
    en="This value is not allowed in this field. Nothing was kept.",
    de="Diesen Wert gibt es in diesem Feld nicht. Es wurde nichts gespeichert.",
)
ACCEPTED = Text(
    en="This spelling was accepted already. Nothing was kept.",
    de="Diese Schreibweise gilt schon. Es wurde nichts gespeichert.",
)


def all_fields() -> list[Field]:
    """The fields of all rules that were ever in force, each as the newest says it."""
    newest: dict[str, Field] = {}
    for rules in metadata_rules.all_rules():
        for each in fields_of(rules):
            newest.setdefault(each.slug, each)
    return list(newest.values())


@action("enter metadata rules", Capability.KEEP_REGISTERS)
def enter_rules(actor: Actor, fields: Sequence[Field], since: date, settled_from: date) -> Rules:
    """What campaigns from a month on have to say; those that went out before keep the rules of their time."""
    if not fields:
        raise InvalidInput(NO_FIELDS)
    if (
        len(fields) > MOST_FIELDS
        or len({each.slug for each in fields}) < len(fields)
        or any(map(_odd, fields))
    ):
        raise InvalidInput(ODD_FIELDS.fill(most=MOST_FIELDS))
    since, settled_from = since.replace(day=1), settled_from.replace(day=1)
    if settled_from < since:
        raise InvalidInput(SETTLED_BEFORE)
    made = Rules.objects.create(
        fields=[metadata_rules.as_json(each) for each in fields],
        since=since,
        settled_from=settled_from,
        actor=actor.actor_id,
    )
    judge_again(Q(month__gte=since))
    return made


def enter_rules_once(actor: Actor, fields: Sequence[Field], since: date, settled_from: date) -> Rules:
    """The same as `enter_rules`; what holds already is not entered a second time, however often it is sent."""
    require(actor, Capability.KEEP_REGISTERS)
    said = (list(fields), since.replace(day=1), settled_from.replace(day=1))
    newest = next(iter(metadata_rules.all_rules()), None)
    if newest and (fields_of(newest), newest.since, newest.settled_from) == said:
        return newest
    return enter_rules(actor, fields, since, settled_from)


@action("withdraw metadata rules", Capability.KEEP_REGISTERS)
def withdraw_rules(actor: Actor, rules: Rules) -> Rules:
    """They hold no longer; what held before them holds again."""
    mark_withdrawn(rules)
    judge_again(Q(month__gte=rules.since))
    return rules


@action("reinstate metadata rules", Capability.KEEP_REGISTERS)
def reinstate_rules(actor: Actor, rules: Rules) -> Rules:
    """Undo that."""
    mark_standing(rules)
    judge_again(Q(month__gte=rules.since))
    return rules


@action("accept spelling", Capability.KEEP_REGISTERS)
def accept(actor: Actor, field: str, given: str, term: str) -> Spelling:
    """A word is another spelling of an allowed value from now on, in campaigns of the past as well."""
    vocabulary = metadata_rules.vocabulary(all_fields())
    if term not in {each.slug for each in vocabulary.terms(field)}:
        raise InvalidInput(NO_TERM)
    if Spelling.objects.filter(field=field, given=given, withdrawn=None).exists():
        raise Conflict(ACCEPTED)
    made = Spelling.objects.create(field=field, given=given[:200], term=term, actor=actor.actor_id)
    judge_again(Q(sound=False))
    return made


@action("withdraw spelling", Capability.KEEP_REGISTERS)
def withdraw_spelling(actor: Actor, spelling: Spelling) -> Spelling:
    """It is none after all."""
    mark_withdrawn(spelling)
    judge_again(Q(sound=True))
    return spelling


@action("bring in campaigns", Capability.KEEP_REGISTERS)
def bring_campaigns(actor: Actor, name: str, rows: Sequence[CampaignRow]) -> Feed | None:
    """Keep what the register says; of campaigns known before the newer entry stands."""
    team = dict(Team.objects.values_list("slug", "pk"))
    standing = Campaign.objects.filter(stands=True)
    known = {
        each.key: (each.team_id, each.title, each.classified, each.goes_out, each.values) for each in standing
    }
    said = {r.key: (team[r.team], r.title, r.classified, r.goes_out, dict(r.values)) for r in rows}
    same = sum(known.get(key) == each for key, each in said.items())
    if same == len(said):
        return None
    feed = _feed(actor, "campaigns", name, len(said), same)
    made = [
        Campaign(
            feed=feed,
            key=key,
            team_id=team_id,
            title=title,
            classified=classified,
            goes_out=goes_out,
            month=goes_out.replace(day=1),
            values=values,
        )
        for key, (team_id, title, classified, goes_out, values) in said.items()
    ]
    _judge(made)
    Campaign.objects.bulk_create(made, batch_size=2_000)
    settle(Campaign, feed, Q())
    return feed


@action("bring in what went out", Capability.KEEP_REGISTERS)
def bring_sent(actor: Actor, name: str, rows: Sequence[SentRow]) -> Feed | None:
    """Keep a list of what went out; it is asked what of it is documented."""
    team = dict(Team.objects.values_list("slug", "pk"))
    known = set(Sent.objects.filter(stands=True).values_list("key", "team_id", "title", "day"))
    said = [(row.key, team[row.team], row.title, row.day) for row in rows]
    same = sum(each in known for each in said)
    if same == len(said):
        return None
    feed = _feed(actor, "sent", name, len(said), same)
    Sent.objects.bulk_create(
        (
            Sent(feed=feed, key=key, team_id=team_id, title=title, day=day, month=day.replace(day=1))
            for key, team_id, title, day in said
        ),
        batch_size=2_000,
    )
    settle(Sent, feed, Q())
    return feed


def judge_again(which: Q) -> None:
    """Judge campaigns by the rules and spellings that hold now for their month."""
    there = list(Campaign.objects.filter(which))
    before = [(each.complete, each.sound, each.kept) for each in there]
    _judge(there)
    changed = [
        each for each, was in zip(there, before, strict=True) if (each.complete, each.sound, each.kept) != was
    ]
    Campaign.objects.bulk_update(changed, ["complete", "sound", "kept"], batch_size=500)


def _judge(campaigns: Iterable[Campaign]) -> None:
    """Complete, sound, and classified by the day on which it went out, each by the rules of its month."""
    there = metadata_rules.all_rules()
    known: dict[int | None, Vocabulary] = {}
    for each in campaigns:
        rules = metadata_rules.in_force(each.month, there)
        key = rules.pk if rules else None
        if key not in known:
            known[key] = metadata_rules.vocabulary(fields_of(rules) if rules else [])
        found = known[key].check(each.values)
        each.complete, each.sound = found.complete, found.sound
        each.kept = each.classified is not None and each.classified <= each.goes_out


def _odd(field: Field) -> bool:
    names = (field.slug, field.name.en, field.name.de)
    return not all(0 < len(name) <= 80 for name in names) or (
        field.words is Words.LIST and not any(word.strip() for word in field.allowed)
    )


def _feed(actor: Actor, kind: str, name: str, received: int, same: int) -> Feed:
    return Feed.objects.create(kind=kind, name=name[:200], received=received, same=same, actor=actor.actor_id)
