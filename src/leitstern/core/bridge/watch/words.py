"""What a relapse is called, and what is said about each thing watched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.bridge.watch.alarm import Nostalgia
from leitstern.core.bridge.watch.reading import Standing
from leitstern.core.bridge.watch.stream import Rhythm, Shown, StreamKind
from leitstern.core.inside.wording import decimal
from leitstern.core.outside.periods import name
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.bridge.watch.alarm import Relapse
    from leitstern.core.bridge.watch.reading import Reading
    from leitstern.core.bridge.watch.stream import Stream
    from leitstern.core.stats.estimate import Estimate

NOSTALGIAS = {
    Nostalgia.CULTURAL: Text(en="cultural", de="kulturell"),
    Nostalgia.STRUCTURAL: Text(en="structural", de="strukturell"),
    Nostalgia.PROCESSUAL: Text(en="processual", de="prozessual"),
}
BACK_TO = {
    Nostalgia.CULTURAL: Text(
        en="Attitudes: leaders turn to other things, and the change is told in another way.",
        de="Haltung: Führungskräfte wenden sich anderem zu, und der Wandel wird anders erzählt.",
    ),
    Nostalgia.STRUCTURAL: Text(
        en="Structure: old borders between departments and old rewards come back.",
        de="Struktur: Alte Grenzen zwischen Bereichen und alte Belohnungen kehren zurück.",
    ),
    Nostalgia.PROCESSUAL: Text(
        en="Work: what was to stop is used again, and agreed principles are left out.",
        de="Ablauf: Was enden sollte, wird wieder benutzt, und vereinbarte Prinzipien fallen weg.",
    ),
}
ASK = {
    Nostalgia.CULTURAL: Text(
        en="Ask first: who of the leaders was last there, and what took the place of those hours?",
        de="Zuerst fragen: Wer aus der Führung war zuletzt dabei, und was hat diese Stunden ersetzt?",
    ),
    Nostalgia.STRUCTURAL: Text(
        en="Ask first: which reward or which border makes the old way the safer one?",
        de="Zuerst fragen: Welche Belohnung oder welche Grenze macht den alten Weg zum sichereren?",
    ),
    Nostalgia.PROCESSUAL: Text(
        en="Ask first, without blame: what does the old tool do that the new way does not?",
        de="Zuerst fragen, ohne Vorwurf: Was kann das alte Werkzeug, was der neue Weg nicht kann?",
    ),
}
KINDS = {
    StreamKind.STOP_LIST: Text(en="use of what was to stop", de="Nutzung dessen, was enden sollte"),
    StreamKind.COMPLIANCE: Text(en="a principle that is kept", de="ein Prinzip, das eingehalten wird"),
    StreamKind.HANDOFFS: Text(en="handoffs between departments", de="Übergaben zwischen Bereichen"),
    StreamKind.REWARDS: Text(en="what rewards hang on", de="woran Belohnungen hängen"),
    StreamKind.ATTENTION: Text(en="attention of leaders", de="Aufmerksamkeit der Führung"),
    StreamKind.CO_DESIGN: Text(en="taking part in the design", de="Mitgestalten"),
    StreamKind.READING: Text(en="the change in own words", de="der Wandel in eigenen Worten"),
}
RHYTHMS = {
    Rhythm.MONTHLY: Text(en="monthly", de="monatlich"),
    Rhythm.QUARTERLY: Text(en="quarterly", de="vierteljährlich"),
}

_SHARE = Text(en="{value} of 100", de="{value} von 100")
_NOT_YET = Text(en="Not watched yet: {reason}.", de="Noch nicht beobachtet: {reason}.")
_NOTHING_SINCE = Text(
    en="{level} was reached; nothing was measured since.",
    de="Erreicht waren {level}; seither wurde nichts gemessen.",
)
_HOLDS = Text(
    en="Holds: {level} was reached, {value} at the last count{n}.",
    de="Hält: Erreicht waren {level}, zuletzt gemessen {value}{n}.",
)
_TENSE = Text(
    en="Half of the way to an alarm: {level} was reached, {value} at the last count{n}. It may still be chance.",
    de="Auf halbem Weg zum Alarm: Erreicht waren {level}, zuletzt gemessen {value}{n}. Noch kann es Zufall sein.",
)
_SHORT = Text(
    en="Below what was reached for {many} measurements in a row; with {held} it is an alarm: {level} was reached, {value} at "
    "the last count{n}.",
    de="Seit {many} Messungen in Folge unter dem Erreichten, ab {held} ist es ein Alarm: Erreicht waren {level}, zuletzt "
    "gemessen {value}{n}.",
)
_EARLY = Text(
    en="Not slipping so far, but too little was measured since to say that it holds: {level} was reached, {value} at the last "
    "count{n}.",
    de="Bisher kein Absinken; dass es hält, lässt sich nach so wenigen Messungen noch nicht sagen: Erreicht waren {level}, "
    "zuletzt gemessen {value}{n}.",
)
_SLIPS = Text(
    en="Slipping since {since}, alarm since {day}: {level} was reached, {value} at the last count{n}.",
    de="Rutscht seit {since} ab, Alarm seit {day}: Erreicht waren {level}, zuletzt gemessen {value}{n}.",
)
_NOBODY = Text(
    en="Nothing is watched yet. What was reached can only be kept if somebody looks whether it holds.",
    de="Noch wird nichts beobachtet. Was erreicht ist, bleibt nur, wenn jemand hinsieht, ob es hält.",
)
_NO_LEVELS = Text(
    en="{n} series could be watched; for none of them somebody has said yet when it was settled.",
    de="{n} Reihen könnten beobachtet werden; für keine hat bisher jemand gesagt, wann sie eingeschwungen war.",
)
_NO_LEVEL = Text(
    en="One series could be watched; nobody has said yet when it was settled.",
    de="Eine Reihe könnte beobachtet werden; noch hat niemand gesagt, wann sie eingeschwungen war.",
)
_ALL_HOLD = Text(
    en="What was reached holds: of {n} things watched none is slipping.",
    de="Was erreicht war, hält: Von {n} beobachteten Reihen rutscht keine ab.",
)
_ONE_HOLDS = Text(
    en="What was reached holds: the one thing watched is not slipping.",
    de="Was erreicht war, hält: Die eine Reihe, die beobachtet wird, rutscht nicht ab.",
)
_ONE_SLIPS = Text(
    en="“{name}” is slipping. One thing alone is not a relapse yet; look there first.",
    de="„{name}“ rutscht ab. Eine Reihe allein ist noch kein Rückfall; schauen Sie dort zuerst hin.",
)
_SOME_TENSE = Text(
    en="Nothing is slipping yet; {n} of {all} things watched are half of the way to an alarm.",
    de="Noch rutscht nichts ab; {n} von {all} beobachteten Reihen sind auf halbem Weg zum Alarm.",
)
_ONE_TENSE = Text(
    en="Nothing is slipping yet; one of {all} things watched is half of the way to an alarm.",
    de="Noch rutscht nichts ab; eine von {all} beobachteten Reihen ist auf halbem Weg zum Alarm.",
)
_UNSEEN = Text(
    en="Whether what was reached holds, nobody can say: nothing was measured since.",
    de="Ob hält, was erreicht war, kann niemand sagen: Seither wurde nichts gemessen.",
)
_NONE_YET = Text(
    en="Nothing is slipping so far; too little was measured since to say that what was reached holds.",
    de="Bisher rutscht nichts ab; dass hält, was erreicht war, lässt sich nach so wenigen Messungen noch nicht sagen.",
)
_SOME_HOLD = Text(
    en="Nothing is slipping: {n} of {all} things watched hold; of the others too little was measured since.",
    de="Nichts rutscht ab: {n} von {all} beobachteten Reihen halten; bei den anderen wurde seither zu wenig gemessen.",
)
_RELAPSE = Text(
    en="The change is falling back: {n} of {all} things watched are slipping, the first since {since}. The relapse is {kinds}.",
    de="Der Wandel fällt zurück: {n} von {all} beobachteten Reihen rutschen ab, die erste seit {since}. "
    "Der Rückfall ist {kinds}.",
)
_RELAPSE_OF_ONE = Text(
    en="The change is falling back: “{name}” has been slipping since {since}, far beyond chance. The relapse is {kinds}.",
    de="Der Wandel fällt zurück: „{name}“ rutscht seit {since} ab, weit mehr als durch Zufall. Der Rückfall ist {kinds}.",
)
_SAID = {Standing.HOLDS: _HOLDS, Standing.TENSE: _TENSE, Standing.EARLY: _EARLY}


def written(stream: Stream, value: float) -> Text:
    """A value as people say it: 92 of 100, 3.4, or −0.12."""
    if stream.shown is Shown.SHARE:
        return _SHARE.fill(value=round(value * 100))
    if stream.shown is Shown.INDEX:
        return decimal(value, 2)
    return decimal(value, 0 if abs(value) >= 10 or value == round(value) else 1)


def between(stream: Stream, shown: Estimate) -> Text:
    """The interval beside a value: [91–93]; nothing for a full count, which has none."""
    if stream.step is not None:
        return Text(en="", de="")
    scale = 100 if stream.shown is Shown.SHARE else 1
    digits = {Shown.SHARE: 0, Shown.INDEX: 2}.get(stream.shown, 1)
    low, high = decimal(shown.low * scale, digits), decimal(shown.high * scale, digits)
    return Text(en=f" [{low.en}–{high.en}]", de=f" [{low.de}–{high.de}]")


def counted(n: int) -> str:
    """On how much a number rests, where that is more than one month or meeting."""
    return f" (n = {n})" if n > 1 else ""


def state(reading: Reading) -> Text:
    """One thing watched, in a sentence."""
    stream, settled = reading.stream, reading.settled
    if isinstance(settled, Missing):
        return _NOT_YET.fill(reason=settled.reason)
    level = written(stream, settled.level)
    if reading.standing is Standing.UNSEEN:
        return _NOTHING_SINCE.fill(level=level)
    last = reading.points[-1]
    said = {"level": level, "value": written(stream, last.value), "n": counted(last.n)}
    if reading.alarm:
        return _SLIPS.fill(
            since=name(reading.alarm.since.day, "month"), day=name(reading.alarm.point.day, "month"), **said
        )
    if stream.step is not None and reading.now:
        return _SHORT.fill(many=round(reading.now), held=round(reading.rule.limit), **said)
    return _SAID[reading.standing].fill(**said)


def headline(readings: Sequence[Reading], found: Relapse | None) -> Text:
    """The whole in a sentence or two."""
    watched = [each for each in readings if not isinstance(each.settled, Missing)]
    if not readings:
        return _NOBODY
    if not watched:
        return _NO_LEVEL if len(readings) == 1 else _NO_LEVELS.fill(n=len(readings))
    if found:
        return _relapsed(found, len(watched))
    slipping = [each for each in watched if each.alarm]
    if slipping:
        return _ONE_SLIPS.fill(name=slipping[0].stream.name)
    return _quiet([each.standing for each in watched])


def _quiet(standings: Sequence[Standing]) -> Text:
    """Where nothing slips: what holds is said of that alone of which enough was measured since."""
    every = len(standings)
    tense, holds = standings.count(Standing.TENSE), standings.count(Standing.HOLDS)
    if tense:
        return (_ONE_TENSE if tense == 1 else _SOME_TENSE).fill(n=tense, all=every)
    if holds == every:
        return _ONE_HOLDS if every == 1 else _ALL_HOLD.fill(n=every)
    if holds:
        return _SOME_HOLD.fill(n=holds, all=every)
    return _UNSEEN if standings.count(Standing.UNSEEN) == every else _NONE_YET


def kinds(found: Sequence[Nostalgia]) -> Text:
    """Processual, structural and cultural."""
    *first, last = [NOSTALGIAS[kind] for kind in found]
    if not first:
        return last
    return Text(
        en=f"{', '.join(each.en for each in first)} and {last.en}",
        de=f"{', '.join(each.de for each in first)} und {last.de}",
    )


def _relapsed(found: Relapse, watched: int) -> Text:
    since = min(
        onset.since.day
        for reading in found.readings
        for onset in reading.onsets
        if onset.point.day <= found.day
    )
    said = {"since": name(since, "month"), "kinds": kinds(found.kinds)}
    if len(found.readings) == 1:
        return _RELAPSE_OF_ONE.fill(name=found.readings[0].stream.name, **said)
    return _RELAPSE.fill(n=len(found.readings), all=watched, **said)
