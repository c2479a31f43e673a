"""Answers on paper: entered sheet by sheet, into a group, without anybody's name.

A wave is held by link or on paper, never both: whoever enters sheets knows what they say, and could otherwise subtract
them from what is published and be left with the answers of the few who came by link.

Sheets get a number when they are entered, not before they are handed out. Until the wave is published it tells which
answer came from which sheet, so that a sheet can be entered twice, taken back, and never counts double.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Max

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.wiping import wipe_after_commit
from leitstern.app.waves.answering import LONGEST_COMMENT, NOTHING, TOO_LONG, checked
from leitstern.app.waves.models import Answer, Comment, Sheet, Wave, WaveState
from leitstern.app.waves.queries import answered, by_link, instrument_of, invited
from leitstern.app.waves.results import unit_name
from leitstern.app.waves.states import in_state
from leitstern.collect.masking import masked
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.inside.ratings import VIEWS, View
from leitstern.core.texts import Text

type Place = tuple[View, str]

NO_PLACE = Text(
    en="Nobody of this department and level is on the roster. The sheet was not kept.",
    de="Aus diesem Bereich und dieser Ebene steht niemand auf der Liste. Der Bogen wurde nicht übernommen.",
)
BY_LINK = Text(
    en="People answer this wave by link, so no sheets are taken. Nothing was kept.",
    de="Diese Welle wird über Links beantwortet, deshalb werden keine Bögen angenommen. Es wurde nichts übernommen.",
)
TOO_MANY = Text(
    en="From this group as many have answered as are on the roster. The sheet was not kept.",
    de="Aus dieser Gruppe haben schon so viele geantwortet, wie auf der Liste stehen. Der Bogen wurde nicht übernommen.",
)
KNOWN = Text(
    en="Sheet {number} has been entered already and was not kept a second time. The next number is {next}.",
    de="Bogen {number} ist schon eingegeben und wurde nicht noch einmal übernommen. Die nächste Nummer ist {next}.",
)
NO_SHEET = Text(
    en="No sheet has been entered that could be taken back.",
    de="Es ist kein Bogen eingegeben, der sich verwerfen ließe.",
)
NOBODY = Text(
    en="There is nobody on the roster yet. Hand it in first.",
    de="Auf der Liste steht noch niemand. Geben Sie sie zuerst ab.",
)
GROUP = Text(en="{unit} · {level}", de="{unit} · {level}")


@dataclass(frozen=True, slots=True)
class Progress:
    """How many sheets were entered, how many of them twice, of how many people; the last one, and the next number."""

    entered: int
    twice: int
    people: int
    last: Sheet | None
    next: int


def on_paper(wave: Wave) -> bool:
    """Whether the people on the roster answer on paper; as long as there are none, nobody knows."""
    if wave.state == WaveState.DRAFT:
        return wave.roster.exists() and not wave.roster.exclude(address="").exists()
    return bool(wave.places) and not by_link(wave)


def progress(wave: Wave) -> Progress:
    """How far entering has come."""
    sheets = wave.sheets.select_related("answer")
    highest = sheets.aggregate(highest=Max("number"))["highest"] or 0
    twice = sheets.filter(twice=True).count()
    return Progress(sheets.count(), twice, invited(wave).total(), sheets.order_by("-id").first(), highest + 1)


def group_name(wave: Wave, place: Place) -> Text:
    """What a group is called: department and level."""
    return GROUP.fill(unit=unit_name(wave, place[1]), level=VIEWS[place[0]])


def groups(wave: Wave) -> list[tuple[str, Text]]:
    """Every group with people on the roster: how it is told in addresses, and its name."""
    return [(f"{level}:{unit}", group_name(wave, (level, unit))) for level, unit in sorted(invited(wave))]


def taking_sheets(wave: Wave) -> Wave:
    """The wave, if it takes sheets now: until it is published, since paper comes later than links.

    Raises Conflict before and after, and in a wave by link.
    """
    wave = in_state(wave, WaveState.RUNNING, WaveState.CLOSED)
    if by_link(wave):
        raise Conflict(BY_LINK)
    return wave


@action("hold wave on paper", Capability.RUN_WAVES)
def hold_on_paper(actor: Actor, wave: Wave) -> Wave:
    """Ask everybody on the roster on paper: their addresses are deleted. Raises Conflict without anybody."""
    wave = in_state(wave, WaveState.DRAFT)
    if not wave.roster.update(address=""):
        raise Conflict(NOBODY)
    wipe_after_commit()
    return wave


@action("enter sheet", Capability.RUN_WAVES)
def enter_sheet(
    actor: Actor,
    wave: Wave,
    place: Place,
    answers: Mapping[str, object],
    comment: str = "",
    number: int | None = None,
) -> Wave:
    """Keep one sheet, under the next number if none is given.

    Raises InvalidInput for an empty one, Conflict in a wave by link, for a number that is taken, or for more sheets
    than people. What a sheet says is looked at first, so that an empty one tells nothing about who has answered.
    """
    current = in_state(wave, WaveState.RUNNING, WaveState.CLOSED)
    given = checked(instrument_of(current), answers)
    if not given:
        raise InvalidInput(NOTHING)
    comment = comment.strip()
    if len(comment) > LONGEST_COMMENT:
        raise InvalidInput(TOO_LONG.fill(most=LONGEST_COMMENT, given=len(comment)))
    current = taking_sheets(wave)
    following = progress(current).next
    number = number or following
    if current.sheets.filter(number=number).exists():
        raise Conflict(KNOWN.fill(number=number, next=following))
    asked = invited(current)[place]
    if not asked:
        raise InvalidInput(NO_PLACE)
    if answered(current)[place] >= asked:
        raise Conflict(TOO_MANY)
    keep_sheet(current, number, place, given, masked(comment) if comment else "")
    return current


def keep_sheet(wave: Wave, number: int, place: Place, answers: dict[str, int], comment: str) -> None:
    """Store what a sheet says; `comment` is masked."""
    answer = Answer.objects.create(wave=wave, level=place[0], unit=place[1], answers=answers)
    said = Comment.objects.create(wave=wave, text=comment) if comment else None
    Sheet.objects.create(wave=wave, number=number, answer=answer, comment=said)


@action("discard last sheet", Capability.RUN_WAVES)
def discard_last_sheet(actor: Actor, wave: Wave) -> Wave:
    """Take back the sheet entered last, with its comment. Raises Conflict where there is none."""
    wave = taking_sheets(wave)
    last = wave.sheets.select_related("answer", "comment").order_by("-id").first()
    if last is None:
        raise Conflict(NO_SHEET)
    if last.comment:
        last.comment.delete()
    last.answer.delete()  # and the sheet with it
    return wave
