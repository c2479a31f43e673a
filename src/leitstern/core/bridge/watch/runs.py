"""What the rules do when the level is only estimated, as it always is: simulated, by how many measurements it rests on.

Made by `python -m tests.bench.relapsing`: normal series are read as the product reads them (`reading.read`), from a level
of so many settled measurements. Measurements differ not at all, as much, or twice as much as counting explains; of
these, what errs most often is kept. A sudden fall is measured in what single measurements differ by anyway.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.watch.stream import Rhythm
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.bridge.watch.reading import Reading
    from leitstern.core.bridge.watch.settled import Settled


@dataclass(frozen=True, slots=True)
class Run:
    """Shares of series. Where nothing slips: those whose first alarm `begins` in each quarter of the first two years, and
    those that lie far beyond the limit in that time (`strong`). Of a fall by `one` standard deviation, or one and a half
    (`more`): those noticed within a year.
    """

    begins: tuple[float, ...]
    strong: float
    one: float
    more: float

    @property
    def sounds(self) -> float:
        """Those with an alarm in the first two years although nothing slips."""
        return sum(self.begins)


MONTHLY = {
    6: Run(
        begins=(0.0045, 0.017, 0.0165, 0.0112, 0.0088, 0.0095, 0.0085, 0.0095),
        strong=0.043,
        one=0.41,
        more=0.69,
    ),
    9: Run(
        begins=(0.0027, 0.0095, 0.013, 0.0112, 0.012, 0.0095, 0.01, 0.01), strong=0.033, one=0.49, more=0.81
    ),
    12: Run(
        begins=(0.002, 0.008, 0.0123, 0.0092, 0.0103, 0.0107, 0.0107, 0.0095),
        strong=0.026,
        one=0.54,
        more=0.86,
    ),
    18: Run(
        begins=(0.0022, 0.0067, 0.0077, 0.0088, 0.0097, 0.01, 0.01, 0.0063), strong=0.02, one=0.61, more=0.91
    ),
    24: Run(
        begins=(0.0013, 0.0057, 0.008, 0.0105, 0.0105, 0.0092, 0.0088, 0.007),
        strong=0.016,
        one=0.64,
        more=0.95,
    ),
}
QUARTERLY = {
    3: Run(
        begins=(0.006, 0.0138, 0.0135, 0.013, 0.013, 0.0088, 0.0103, 0.0055),
        strong=0.041,
        one=0.17,
        more=0.27,
    ),
    4: Run(
        begins=(0.0055, 0.0123, 0.016, 0.012, 0.0105, 0.0127, 0.0105, 0.006),
        strong=0.036,
        one=0.21,
        more=0.36,
    ),
    6: Run(
        begins=(0.0025, 0.0077, 0.0095, 0.0163, 0.0143, 0.013, 0.0097, 0.0105),
        strong=0.024,
        one=0.24,
        more=0.44,
    ),
    8: Run(
        begins=(0.0018, 0.0073, 0.0092, 0.0092, 0.0127, 0.0125, 0.013, 0.01),
        strong=0.018,
        one=0.27,
        more=0.51,
    ),
    12: Run(
        begins=(0.001, 0.0057, 0.011, 0.0083, 0.0107, 0.0118, 0.0123, 0.008), strong=0.013, one=0.3, more=0.59
    ),
}
RUNS = {Rhythm.MONTHLY: MONTHLY, Rhythm.QUARTERLY: QUARTERLY}

_RUNS = Text(
    en=(
        "This level rests on {n} measurements. Even where nothing slips, a false alarm comes in {still} of 100 cases within "
        "the first two years. A sudden fall by as much as single measurements differ anyway is noticed within a year in "
        "{one} of 100 cases; a fall half as large again, in {more}."
    ),
    de=(
        "Dieser Stand beruht auf {n} Messungen. Auch wo nichts nachlässt, kommt es in den ersten zwei Jahren in {still} von "
        "100 Fällen zu einem Fehlalarm. Ein plötzliches Absinken um so viel, wie sich einzelne Messungen ohnehin "
        "unterscheiden, fällt binnen eines Jahres in {one} von 100 Fällen auf, eines um die Hälfte mehr in {more}."
    ),
)
_FULL = Text(
    en=(
        "Everybody is counted here, so nothing is chance: it sounds once the value has lain {fall} of 100 or more below "
        "what was reached for {held} measurements in a row."
    ),
    de=(
        "Hier sind alle gezählt, also ist nichts Zufall: Die Reihe meldet sich, sobald der Wert {held} Messungen in Folge "
        "{fall} von 100 oder mehr unter dem Erreichten lag."
    ),
)


def run_of(rhythm: Rhythm, n: int) -> Run:
    """Of a level that rests on `n` measurements: the nearest that was simulated with no more."""
    return RUNS[rhythm][max(at for at in RUNS[rhythm] if at <= n)]


def statement(reading: Reading, settled: Settled) -> Text:
    """How often this series errs and how soon it notices, for the page that shows it."""
    step = reading.stream.step
    if step is not None:
        return _FULL.fill(fall=round(step * 100), held=round(reading.rule.limit))
    run = run_of(reading.stream.rhythm, settled.n)
    return _RUNS.fill(
        n=settled.n, still=round(run.sounds * 100), one=round(run.one * 100), more=round(run.more * 100)
    )
