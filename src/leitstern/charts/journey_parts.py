"""What both layouts of the journey map are made of: stages and touchpoints, their cards, the curve, the sentences."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from leitstern.charts import emotion, symbols
from leitstern.charts.curves import ribbon
from leitstern.charts.legend import Key, interval_name
from leitstern.charts.letters import wrap
from leitstern.charts.svg import Pen, points
from leitstern.charts.units import EMOTION, OF_HUNDRED
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from leitstern.charts.sheet import Side
    from leitstern.charts.svg import Box, Point

LIVED_EMOTION = Text("Mood", "Stimmung")
DESIGNED = Text("On the map", "Im Reiseplan")
UNDESIGNED = Text("Not on the map", "Nicht im Reiseplan")
# Short, since columns are narrow: who answered stands behind what they say, who came stands by itself.
ANSWERED = Text("from\u00a0{n}", "von\u00a0{n}")
CAME = Text("here:\u00a0{n}", "hier:\u00a0{n}")
CAME_SAID = Text("{n} customers came here", "{n} Kundinnen und Kunden waren hier")
EMOTION_SAID = Text("Mood {estimate}, {word}", "Stimmung {estimate}, {word}")
STEP = Text("Step {step} of the map", "Schritt {step} im Reiseplan")
LIVED = Text("Lived, of 100 journeys", "Erlebt, von 100 Reisen")
MET = Text("as designed:\u00a0{share}", "wie geplant:\u00a0{share}")
STRAYED = Text("in between:\u00a0{share}", "dazwischen:\u00a0{share}")
MET_SAID = Text(
    "Of 100 journeys, {estimate} meet it as designed", "Von 100 Reisen kommen {estimate} wie geplant hierher"
)
STRAYED_SAID = Text(
    "Of 100 journeys at the step before, {estimate} meet it although nobody designed it here",
    "Von 100 Reisen am Schritt davor führen {estimate} hierher, obwohl es niemand so geplant hat",
)
OWNER = Text("Owner: {owner}", "Verantwortlich: {owner}")


@dataclass(frozen=True, slots=True)
class MapTouchpoint:
    """A touchpoint on the map: `n` customers came, emotion −2 … +2, and its step (from 1) on the designed path, if any.

    `n` None: too few to say. `lived`, where it is asked for: the share 0–1 of journeys that meet a step as designed, or
    of those at the step before that meet what nobody designed.
    """

    name: str
    n: int | None
    emotion: Side
    step: int = 0
    href: str = ""
    lived: Side | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class MapStage:
    """A stage of the journey with its own emotion over all its touchpoints, which come in reading order.

    `said`: whose emotion it is, where that is more than the name says.
    """

    name: str
    emotion: Side
    touchpoints: tuple[MapTouchpoint, ...]
    said: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A card on the designed path: its number, its column, its box."""

    number: int
    column: int
    box: Box


def keys(stages: Sequence[MapStage], pen: Pen) -> list[Key]:
    """Only what occurs is explained."""
    locale = pen.sheet.locale
    felt = [stage.emotion for stage in stages if isinstance(stage.emotion, Estimate)]
    entries = []
    if felt:
        name = f"{locale.say(LIVED_EMOTION)}, {interval_name(locale, felt[0].level)}"
        entries.append(Key(name, symbols.band, 28))
    if _designed(stages):
        entries.append(Key(locale.say(DESIGNED), lambda pen, x, y: _badge(pen, x, y, "1"), 18))
        if any(touchpoint.lived is not None for stage in stages for touchpoint in stage.touchpoints):
            entries.append(Key(locale.say(LIVED), symbols.sample("fill-outside", 5), 24))
        if any(not touchpoint.step for stage in stages for touchpoint in stage.touchpoints):
            entries.append(Key(locale.say(UNDESIGNED), symbols.sample("stroke-muted dash", 14), 24))
    return entries


def _designed(stages: Sequence[MapStage]) -> bool:
    return any(touchpoint.step for stage in stages for touchpoint in stage.touchpoints)


def curve(
    pen: Pen,
    places: Sequence[tuple[float, Side]],
    at: Callable[[float, float], Point],
    bend: Callable[[Sequence[Point]], str],
) -> str:
    """The curve with its band through (spot, emotion), broken where a stage has none.

    `at` turns a spot along the journey and an emotion into a point, `bend` joins points.
    """
    drawn = []
    for present, run in groupby(places, key=lambda place: isinstance(place[1], Estimate)):
        felt = [(spot, side) for spot, side in run if isinstance(side, Estimate)]
        if present:
            high = bend([at(spot, side.high) for spot, side in felt])
            low = bend([at(spot, side.low) for spot, side in reversed(felt)])
            drawn.append(pen.path(ribbon(high, low), "fill-outside soft"))
            drawn.append(
                pen.path(bend([at(spot, side.value) for spot, side in felt]), "stroke-outside thick")
            )
    return "".join(drawn)


def cards(
    stages: Sequence[MapStage], column: int, pen: Pen, corner: Point, width: float
) -> tuple[str, list[Step], float]:
    """The touchpoints of one stage below each other, those on the designed path, and where they end."""
    x, y = corner
    designed, drawn, steps = _designed(stages), [], []
    for touchpoint in stages[column].touchpoints:
        box, card = _card(touchpoint, pen, (x, y), width, designed)
        drawn.append(card)
        steps += [Step(touchpoint.step, column, box)] if touchpoint.step else []
        y += box[3] + 16
    return "".join(drawn), steps, y


def _card(
    touchpoint: MapTouchpoint, pen: Pen, corner: Point, width: float, designed: bool
) -> tuple[Box, str]:
    (x, y), side = corner, touchpoint.emotion
    name = wrap(touchpoint.name, width - 20, "label")
    lines = [*_feeling(side, touchpoint.n, pen, width - 20), *_lived(touchpoint, pen, width - 20)]
    bar = 0 if touchpoint.lived is None else 10
    box = (x, y, width, 18.0 + len(name) * 17 + len(lines) * 17 + bar)
    border = "stroke-muted dash" if designed and not touchpoint.step else "stroke-line"
    stripe = emotion.fill(side.value) if isinstance(side, Estimate) else "fill-line"
    return box, pen.mark(
        _touchpoint_sentence(touchpoint, pen),
        (x - 3, y - 3, width + 6, box[3] + 6),
        pen.rect(box, f"{border} fill-surface", 6),
        pen.rect((x, y + 6, 4, box[3] - 12), stripe, 2),
        pen.lines(x + 13, y + 22, name, "label", 17),
        pen.lines(x + 13, y + 22 + len(name) * 17, lines, "small fill-muted", 17),
        _bar(touchpoint.lived, pen, (x + 13, y + box[3] - 12), width - 26),
        _badge(pen, x + width - 14, y, str(touchpoint.step)) if touchpoint.step else "",
        href=touchpoint.href,
    )


def _lived(touchpoint: MapTouchpoint, pen: Pen, room: float) -> list[str]:
    """How many journeys come here as designed, or although nobody designed it, and who answers for it."""
    say, lived, said = pen.sheet.locale.say, touchpoint.lived, []
    if lived is not None:
        share = lived if isinstance(lived, str) else OF_HUNDRED.text(lived.value, pen.sheet.locale)
        said += wrap(say(MET if touchpoint.step else STRAYED, share=share), room, "small", 2)
    if touchpoint.owner:
        said += wrap(touchpoint.owner, room, "small", 2)
    return said


def _bar(lived: Side | None, pen: Pen, corner: Point, width: float) -> str:
    """The share as a bar on its track: designed is the whole of it."""
    if lived is None:
        return ""
    x, y = corner
    track = pen.rect((x, y, width, 5), "fill-line", 2)
    return (
        track
        if isinstance(lived, str)
        else track + pen.rect((x, y, width * lived.value, 5), "fill-outside", 2)
    )


def _badge(pen: Pen, x: float, y: float, number: str) -> str:
    circle = pen.circle(x, y, 9, "stroke-star fill-surface")
    return circle + pen.text(x, y + 4, number, "tick fill-star", "middle")


def path(steps: Sequence[Step], pen: Pen) -> str:
    """The designed path from card to card where the next is below or in the next column; else its numbers tell."""
    drawn = []
    for one, other in pairwise(sorted(steps, key=lambda step: step.number)):
        (x, y, w, h), (x2, y2, w2, _) = one.box, other.box
        right, left = x + w + 8, x2 - 8
        if one.column == other.column and 0 < y2 - y - h < 20:
            corners = [(x + w - 14, y + h), (x + w - 14, y2 - 9)]
        elif one.column == other.column and y2 > y:
            corners = [(x + w, y + 18), (right, y + 18), (right, y2 + 18), (x2 + w2, y2 + 18)]
        elif other.column == one.column + 1:
            corners = [(x + w, y + 18), (left, y + 18), (left, y2 + 18), (x2, y2 + 18)]
        else:
            continue
        drawn.append(pen.path(points(*corners), "stroke-star thick round"))
    return "".join(drawn)


def _feeling(side: Side, came: int | None, pen: Pen, room: float) -> list[str]:
    """Number and word, how many answered and how many came, in as few lines as they fit."""
    lines = wrap(side if isinstance(side, str) else " ".join(emotion.said(pen, side.value)), room, "small")
    who = [] if isinstance(side, str) else [(" ", _customers(ANSWERED, side.n, pen))]
    who += [] if came is None else [(" · ", _customers(CAME, came, pen))]
    for joint, part in who:
        if pen.width(lines[-1] + joint + part, "small") <= room:
            lines[-1] += joint + part
        else:
            lines.append(part)
    return lines


def _customers(text: Text, n: int, pen: Pen) -> str:
    return pen.sheet.locale.say(text, n=pen.sheet.locale.number(n))


def stage_n(stage: MapStage, pen: Pen) -> str:
    """How many customers a stage's emotion rests on, or nothing."""
    return _customers(ANSWERED, stage.emotion.n, pen) if isinstance(stage.emotion, Estimate) else ""


def stage_said(stage: MapStage, pen: Pen, room: float) -> list[str]:
    """A stage's emotion in words, or why there is none."""
    return _feeling(stage.emotion, None, pen, room)


def _emotion_said(side: Side, pen: Pen) -> str:
    if isinstance(side, str):
        return side
    estimate = EMOTION.estimate(side, pen.sheet.locale)
    return pen.sheet.locale.say(EMOTION_SAID, estimate=estimate, word=emotion.said(pen, side.value)[1])


def stage_sentence(stage: MapStage, pen: Pen) -> str:
    """Everything about one stage."""
    return f"{stage.said or stage.name}. {_emotion_said(stage.emotion, pen)}."


def _touchpoint_sentence(touchpoint: MapTouchpoint, pen: Pen) -> str:
    locale = pen.sheet.locale
    came = "" if touchpoint.n is None else f" {_customers(CAME_SAID, touchpoint.n, pen)}."
    step = f" {locale.say(STEP, step=touchpoint.step)}." if touchpoint.step else ""
    lived = f" {said}." if (said := _lived_said(touchpoint, pen)) else ""
    owner = f" {locale.say(OWNER, owner=touchpoint.owner)}." if touchpoint.owner else ""
    return f"{touchpoint.name}.{came} {_emotion_said(touchpoint.emotion, pen)}.{step}{lived}{owner}"


def _lived_said(touchpoint: MapTouchpoint, pen: Pen) -> str:
    lived, locale = touchpoint.lived, pen.sheet.locale
    if lived is None or isinstance(lived, str):
        return ""
    estimate = OF_HUNDRED.estimate(lived, locale)
    return locale.say(MET_SAID if touchpoint.step else STRAYED_SAID, estimate=estimate)
