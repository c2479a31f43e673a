"""Answering: a draft that only the answering browser knows, then once and for all, without a trace of who it was.

None of this is written to the audit log, and nothing here keeps a time.
"""

from __future__ import annotations

from collections.abc import Mapping
from secrets import token_urlsafe

from django.db import transaction

from leitstern.app.waves.models import Answer, Comment, Draft, Token, Wave
from leitstern.app.waves.queries import invited, takes_answers
from leitstern.app.waves.tokens import digest
from leitstern.collect.masking import masked
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.inside.instrument import Instrument
from leitstern.core.texts import Text

LONGEST_COMMENT = 4_000  # characters
DRAFTS_EACH = 5  # per person invited: several browsers, and some that were left
FULL = Text(
    en="More answers have been begun in this survey than there are people, so yours cannot be kept for now. Please tell whoever invited you.",
    de="In dieser Befragung wurden mehr Antworten begonnen, als Personen eingeladen sind; Ihre lassen sich gerade nicht speichern. Bitte sagen Sie es denen, die Sie eingeladen haben.",
)
OVER = Text(
    en="This survey has ended; answers are no longer taken. Thank you for wanting to take part.",
    de="Diese Befragung ist beendet; Antworten werden nicht mehr angenommen. Danke, dass Sie mitmachen wollten.",
)
USED = Text(
    en="With this link answers have been handed in already. They cannot be changed any more, since nobody knows which they are.",
    de="Mit diesem Link wurden schon Antworten abgegeben. Sie lassen sich nicht mehr ändern, denn niemand weiß, welche es sind.",
)
NOTHING = Text(
    en="You have not answered anything yet. Answer what you like, and hand it in then.",
    de="Sie haben noch nichts beantwortet. Beantworten Sie, was Sie möchten, und geben Sie es dann ab.",
)
TOO_LONG = Text(
    en="A comment has at most {most} characters, yours has {given}. Your answers are kept; please shorten the comment.",
    de="Ein Kommentar hat höchstens {most} Zeichen, Ihrer hat {given}. Ihre Antworten sind noch da; bitte kürzen Sie den Kommentar.",
)


def new_key() -> str:
    """The key of a draft that is not there yet; only its hash will be kept."""
    return token_urlsafe(24)


def draft_with(wave: Wave, key: str) -> Draft | None:
    """The draft a browser has the key of."""
    return Draft.objects.filter(wave=wave, key=digest(key)).first() if key else None


def keep(wave: Wave, key: str, given: Mapping[str, int | None]) -> None:
    """Remember these answers (item → point; None takes one back); the first one makes the draft.

    Raises Conflict when the wave takes no answers, or holds more drafts than its people could need.
    """
    with transaction.atomic():
        if not takes_answers(wave):
            raise Conflict(OVER)
        draft = draft_with(wave, key)
        known = draft.answers if draft else {}
        answers = {item: point for item, point in (known | dict(given)).items() if point is not None}
        if draft is None and answers:
            if wave.drafts.count() >= DRAFTS_EACH * invited(wave).total():
                raise Conflict(FULL)
            Draft.objects.create(wave=wave, key=digest(key), answers=answers)
        elif draft is not None:
            draft.answers = answers
            draft.save(update_fields=["answers"])


def checked(instrument: Instrument, answers: Mapping[str, object]) -> dict[str, int]:
    """Only answers to items of the instrument, on its scale, in its order and not in that of answering."""
    return {
        item.slug: point
        for item in instrument.items
        if isinstance(point := answers.get(item.slug), int) and point in instrument.scale.points
    }


def hand_in(wave: Wave, token: Token, draft: Draft | None, comment: str, instrument: Instrument) -> None:
    """Turn a draft into an answer. Raises Conflict if the token was used, InvalidInput if there is nothing to keep.

    From here on nothing leads back: the draft is gone, the token says only that it was used.
    """
    comment = comment.strip()
    if len(comment) > LONGEST_COMMENT:
        raise InvalidInput(TOO_LONG.fill(most=LONGEST_COMMENT, given=len(comment)))
    answers = checked(instrument, draft.answers) if draft else {}
    if draft is None or not answers:
        raise InvalidInput(NOTHING)
    said = masked(comment) if comment else ""
    with transaction.atomic():
        if not takes_answers(wave):
            raise Conflict(OVER)
        if not Token.objects.filter(pk=token.pk, used=False).update(used=True):
            raise Conflict(USED)
        store(wave, token.level, token.unit, answers, said)
        draft.delete()


def store(wave: Wave, level: str, unit: str, answers: dict[str, int], comment: str) -> None:
    """Keep one person's answers and, apart from them, their comment; both under random ids."""
    Answer.objects.create(wave=wave, level=level, unit=unit, answers=answers)
    if comment:
        Comment.objects.create(wave=wave, text=comment)
