"""Where the programme is on the seven steps, in one sentence, and what the next gate is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.programme.gates import Cause, Gate, History, State, Terms, gate
from leitstern.core.bridge.programme.seven import GUIDES
from leitstern.core.errors import Conflict
from leitstern.core.inside.steps import Step
from leitstern.core.inside.wording import listed
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

AND = Text(en="and", de="und")
STATES: dict[State, Text] = {
    State.CLOSED: Text(en="not opened yet", de="noch nicht geöffnet"),
    State.GATHERING: Text(en="open, gathering proof", de="offen, sammelt Belege"),
    State.CREDITED: Text(en="credited", de="belegt"),
    State.FALLEN: Text(en="fallen back", de="zurückgefallen"),
    State.SKIPPED: Text(en="skipped by decision", de="durch Entscheidung ausgelassen"),
}
CAUSES: dict[Cause, Text] = {
    Cause.AGE: Text(
        en="its proof has aged, and nothing new was brought",
        de="die Belege sind gealtert, und es kam nichts Neues hinzu",
    ),
    Cause.ALARM: Text(en="a relapse alarm sounds", de="ein Rückfallalarm schlägt an"),
    Cause.REVIEW: Text(
        en="what is claimed or credited is less than before",
        de="es ist weniger angegeben oder anerkannt als vorher",
    ),
    Cause.WITHDRAWN: Text(en="proof was taken back", de="Belege wurden zurückgezogen"),
}
NO_BASELINE = Text(
    en="The starting point is not fixed yet. Without a baseline nobody can say later what has changed; no step and no plan begins before it.",
    de="Der Ausgangspunkt ist noch nicht festgehalten. Ohne ihn kann später niemand sagen, was sich verändert hat; vorher beginnt kein Schritt und kein Plan.",
)
SETTLED = Text(
    en="It has settled: {waves} waves in a row lie above the target. The programme may end; looking goes on.",
    de="Es ist eingeschwungen: {waves} Wellen in Folge liegen über dem Ziel. Das Programm darf enden; hingesehen wird weiter.",
)
FELL_ONE = Text(
    en="Step {n} has fallen back: {why}. {credited}",
    de="Schritt {n} ist zurückgefallen: {why}. {credited}",
)
FELL_SOME = Text(
    en="Steps {n} have fallen back. {credited}", de="Die Schritte {n} sind zurückgefallen. {credited}"
)
NONE_CREDITED = Text(en="No step is credited yet.", de="Noch ist kein Schritt belegt.")
ONE_CREDITED = Text(en="One of seven steps is credited.", de="Einer von sieben Schritten ist belegt.")
SOME_CREDITED = Text(en="{n} of seven steps are credited.", de="{n} von sieben Schritten sind belegt.")
ALL_CREDITED = Text(
    en="All seven steps are credited; done it is only once the culture has settled.",
    de="Alle sieben Schritte sind belegt; fertig ist es erst, wenn die Kultur eingeschwungen ist.",
)
SKIPPED_ONE = Text(
    en=" Step {n} was skipped by decision.", de=" Schritt {n} wurde durch Entscheidung ausgelassen."
)
SKIPPED_SOME = Text(
    en=" Steps {n} were skipped by decision.", de=" Die Schritte {n} wurden durch Entscheidung ausgelassen."
)
NEXT_OPEN = Text(en="Next: open step {n}, “{title}”.", de="Als Nächstes: Schritt {n} öffnen, „{title}“.")
NEXT_PROOF = Text(
    en="Next gate: step {n}, “{title}”. {what}", de="Nächstes Tor: Schritt {n}, „{title}“. {what}"
)
NEXT_MEND = Text(
    en="First mend step {n}, “{title}”. {what}", de="Zuerst Schritt {n} wieder belegen, „{title}“. {what}"
)
ANSWER = Text(
    en="The alarm needs an answer: what is done, or why it is none.",
    de="Der Alarm braucht eine Antwort: was geschieht, oder warum es keiner ist.",
)
EARLIER = Text(
    en="Step {n} has not been opened yet, and none may be skipped silently. Open it first, or decide with a reason to leave it out. Nothing was changed.",
    de="Schritt {n} ist noch nicht geöffnet, und keiner darf stillschweigend ausgelassen werden. Öffnen Sie ihn zuerst, oder entscheiden Sie mit Begründung, ihn auszulassen. Es wurde nichts geändert.",
)
WITHOUT_BASELINE = Text(
    en="Fix the starting point first: a published staff wave, or a survey from before with day, n and source. Nothing was changed.",
    de="Halten Sie zuerst den Ausgangspunkt fest: eine veröffentlichte Mitarbeiterwelle, oder eine frühere Befragung mit Tag, n und Quelle. Es wurde nichts geändert.",
)
COUNTS = {
    2: Text(en="Two", de="Zwei"),
    3: Text(en="Three", de="Drei"),
    4: Text(en="Four", de="Vier"),
    5: Text(en="Five", de="Fünf"),
    6: Text(en="Six", de="Sechs"),
}
SEVEN = tuple(step for step in Step if step is not Step.BASELINE)


@dataclass(frozen=True, slots=True)
class Standing:
    """All seven gates on a day. `settled` are waves in a row above the target, and how many it takes."""

    gates: tuple[Gate, ...]
    baseline: bool
    settled: tuple[int, int]

    @property
    def done(self) -> bool:
        """Never at go-live, never by ticking off: only once it has settled."""
        return self.baseline and self.settled[0] >= self.settled[1]

    def of(self, *states: State) -> tuple[Gate, ...]:
        """Gates in one of these states."""
        return tuple(each for each in self.gates if each.state in states)

    @property
    def next(self) -> Gate | None:
        """What to do first: mend what fell back, then what is open, then what is not opened yet."""
        for state in (State.FALLEN, State.GATHERING, State.CLOSED):
            if found := self.of(state):
                return found[0]
        return None


def standing(
    histories: Mapping[Step, History],
    day: date,
    terms: Terms,
    *,
    baseline: bool,
    settled: tuple[int, int],
) -> Standing:
    """Where all seven steps stand on a day."""
    gates = tuple(gate(histories.get(step, History(step)), day, terms) for step in SEVEN)
    return Standing(gates, baseline, settled)


def sentence(found: Standing) -> Text:
    """Where the programme is."""
    if not found.baseline:
        return NO_BASELINE
    if found.done:
        return SETTLED.fill(waves=found.settled[0])
    n = len(found.of(State.CREDITED))
    credited = (
        NONE_CREDITED
        if n == 0
        else ONE_CREDITED
        if n == 1
        else ALL_CREDITED
        if n == len(SEVEN)
        else SOME_CREDITED.fill(n=COUNTS[n])
    )
    fallen = found.of(State.FALLEN)
    if len(fallen) == 1:
        why = CAUSES[fallen[0].cause or Cause.AGE]
        said = FELL_ONE.fill(n=int(fallen[0].step), why=why, credited=credited)
    elif fallen:
        said = FELL_SOME.fill(n=numbers(fallen), credited=credited)
    else:
        said = credited
    skipped = found.of(State.SKIPPED)
    if not skipped:
        return said
    more = (SKIPPED_ONE if len(skipped) == 1 else SKIPPED_SOME).fill(n=numbers(skipped))
    return Text(said.en + more.en, said.de + more.de)


def next_sentence(found: Standing) -> Text | None:
    """What comes next; None once there is nothing left to open or mend."""
    ahead = found.next
    if ahead is None or not found.baseline:
        return None
    words = {State.FALLEN: NEXT_MEND, State.GATHERING: NEXT_PROOF}.get(ahead.state, NEXT_OPEN)
    what = ANSWER if ahead.cause is Cause.ALARM and ahead.alarms else ahead.missing
    return words.fill(n=int(ahead.step), title=GUIDES[ahead.step].title, what=what)


def numbers(gates: Iterable[Gate]) -> Text:
    """Numbers of steps: 2, 4 and 5."""
    said = [Text(str(int(each.step)), str(int(each.step))) for each in gates]
    return listed(said, AND)


def refuse_silent_skip(step: Step, found: Standing) -> None:
    """Raise Conflict unless every earlier step was opened or skipped by decision, and the starting point is fixed."""
    if not found.baseline:
        raise Conflict(WITHOUT_BASELINE)
    for each in found.gates:
        if each.step < step and each.state is State.CLOSED:
            raise Conflict(EARLIER.fill(n=int(each.step)))


def would_fall(histories: Mapping[Step, History], day: date, later: date, terms: Terms) -> tuple[int, int]:
    """Doing nothing: of the steps credited on a day, how many will have fallen back by a later day without new proof."""
    now = [each for each in histories.values() if gate(each, day, terms).state is State.CREDITED]
    lost: Sequence[History] = [each for each in now if gate(each, later, terms).state is State.FALLEN]
    return len(lost), len(now)
