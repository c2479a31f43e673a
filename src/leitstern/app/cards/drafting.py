"""What is done with cards: an analyst drafts one and links sources, somebody else confirms it or sends it back."""

from __future__ import annotations

from django.utils import timezone

from leitstern.app.cards import sources
from leitstern.app.cards.models import Card, Ruling, Source, Wording
from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.common.typed import need_typed
from leitstern.collect.masking import masked
from leitstern.core.bridge.cards.terms import (
    FEWEST_SOURCES,
    LONGEST_REASON,
    OF_CUSTOMERS,
    CardDraft,
    Kind,
    card_problems,
)
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

STANDS = Text(
    en="This card is confirmed; its words and sources stand. Withdraw it and draft another one. Nothing was changed.",
    de="Diese Karte ist bestätigt; Worte und Quellen stehen. Ziehen Sie sie zurück und entwerfen Sie eine neue. Es wurde nichts geändert.",
)
GONE = Text(
    en="It was withdrawn. Put it back first; nothing was changed.",
    de="Sie wurde zurückgezogen. Lassen Sie sie zuerst wieder gelten; es wurde nichts geändert.",
)
TWICE = Text(
    en="This source is linked already. Nothing was kept.",
    de="Diese Quelle ist schon verknüpft. Es wurde nichts gespeichert.",
)
TOO_FEW = Text(
    en="One piece of knowledge rests on at least two sources. Nothing was changed.",
    de="Ein Stück Wissen ruht auf mindestens zwei Quellen. Es wurde nichts geändert.",
)
NOT_OF_CUSTOMERS = Text(
    en="None of its sources comes from customers: what they live, say or do. Link one first. Nothing was changed.",
    de="Keine der Quellen kommt von der Kundschaft: was sie erlebt, sagt oder tut. Verknüpfen Sie zuerst eine solche. Es wurde nichts geändert.",
)
OWN = Text(
    en="Whoever worked on a card does not rule on it. Somebody else has to. Nothing was changed.",
    de="Wer an einer Karte gearbeitet hat, entscheidet nicht über sie. Das muss jemand anderes tun. Es wurde nichts geändert.",
)
NO_REASON = Text(
    en="Say why it goes back, so that it can become better. Nothing was changed.",
    de="Sagen Sie, warum sie zurückgeht, damit sie besser werden kann. Es wurde nichts geändert.",
)
OVER = Text(
    en="It is valid no longer; give it a new day first. Nothing was changed.",
    de="Sie gilt nicht mehr; geben Sie ihr zuerst einen neuen Tag. Es wurde nichts geändert.",
)


@action("draft card", Capability.KEEP_REGISTERS)
def draft_card(actor: Actor, draft: CardDraft) -> Card:
    """One piece of knowledge in a sentence, without personal data. Raises WrongDraft."""
    return Card.objects.create(actor=actor.actor_id, **_checked(draft))


@action("reword card", Capability.KEEP_REGISTERS)
def reword_card(actor: Actor, card: Card, draft: CardDraft) -> Card:
    """Say it in other words, or until another day; it waits for a ruling again. Raises WrongDraft or Conflict."""
    _refuse_standing(card)
    wanted = _checked(draft)
    if (card.sentence, card.until) != (wanted["sentence"], wanted["until"]):
        Wording.objects.create(card=card, sentence=card.sentence, until=card.until, actor=actor.actor_id)
        card.sentence, card.until = str(wanted["sentence"]), draft.until or card.until
        _changed(card)
    return card


@action("link source", Capability.KEEP_REGISTERS)
def link(actor: Actor, card: Card, kind: Kind, reference: str) -> Source:
    """Something a card rests on, frozen as it is now. Raises InvalidInput, NotFound or Conflict."""
    _refuse_standing(card)
    row = sources.kept(kind, reference)
    same = {"kind": row["kind"], "reference": row["reference"], "withdrawn": None}
    if card.sources.filter(**same).exists():
        raise Conflict(TWICE)
    made = Source.objects.create(card=card, actor=actor.actor_id, **row)
    _changed(card)
    return made


@action("unlink source", Capability.KEEP_REGISTERS)
def unlink(actor: Actor, source: Source) -> Source:
    """A card no longer rests on it; it stays readable. Raises Conflict."""
    _refuse_standing(source.card)
    _changed(source.card)
    return mark_withdrawn(source)


@action("confirm card", Capability.DECIDE)
def confirm(actor: Actor, card: Card) -> Ruling:
    """It is knowledge, and may be used in decisions. Raises Conflict."""
    _refuse_own(actor, card)
    kinds = [Kind(kind) for kind in card.sources.filter(withdrawn=None).values_list("kind", flat=True)]
    if len(kinds) < FEWEST_SOURCES:
        raise Conflict(TOO_FEW)
    if not OF_CUSTOMERS & set(kinds):
        raise Conflict(NOT_OF_CUSTOMERS)
    if card.until < timezone.localdate():
        raise Conflict(OVER)
    return Ruling.objects.create(card=card, confirmed=True, actor=actor.actor_id)


@action("send card back", Capability.DECIDE)
def send_back(actor: Actor, card: Card, reason: str) -> Ruling:
    """It needs more work, and why. Raises InvalidInput or Conflict."""
    _refuse_own(actor, card)
    words = need_typed(reason, LONGEST_REASON, NO_REASON)
    return Ruling.objects.create(card=card, confirmed=False, reason=words, actor=actor.actor_id)


@action("withdraw card", Capability.KEEP_REGISTERS)
def withdraw(actor: Actor, card: Card) -> Card:
    """It is no longer offered as knowledge; decisions that used it keep what lay on their table."""
    return mark_withdrawn(card)


@action("reinstate card", Capability.KEEP_REGISTERS)
def reinstate(actor: Actor, card: Card) -> Card:
    """Let it stand again, as it stood."""
    return mark_standing(card)


def _checked(draft: CardDraft) -> dict[str, object]:
    found = card_problems(draft, timezone.localdate())
    if found:
        raise WrongDraft(found)
    return {"sentence": masked(draft.sentence.strip())[:300], "until": draft.until}


def _changed(card: Card) -> None:
    card.changed = timezone.now()
    card.save(update_fields=["sentence", "until", "changed"])


def _refuse_standing(card: Card) -> None:
    if card.withdrawn:
        raise Conflict(GONE)
    if card.rulings.filter(confirmed=True).exists():
        raise Conflict(STANDS)


def _refuse_own(actor: Actor, card: Card) -> None:
    """Whoever drafted, reworded or linked anything has worked on it."""
    _refuse_standing(card)
    worked = {card.actor, *card.sources.values_list("actor", flat=True)}
    if actor.actor_id in worked | set(card.wordings.values_list("actor", flat=True)):
        raise Conflict(OWN)
