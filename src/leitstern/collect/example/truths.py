"""What is really so at the invented company: the numbers behind every planted truth, and what follows from them.

Two scenarios share everything else: `PLANTED` holds the truths that an analysis should find, `TWIN` is the same
company without any of them: there, promise, belief and lived experience agree everywhere in expectation.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from leitstern.collect.taxonomy_file import read_taxonomy
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.company.taxonomy import Taxonomy

SATISFIED, IN_TIME, EASY, RECOMMEND = "satisfied", "in_time", "easy", "recommend"
TAXONOMY = files(__package__) / "taxonomy.yaml"
MAPPING = files(__package__) / "mapping.yaml"
REVENUE = 12.0  # EUR booked with a payment
PROMOTERS = 0.42  # would recommend with 9 or 10; nothing is promised or guessed about it


@dataclass(frozen=True, slots=True)
class Punctuality:
    """A promise with a date: how often it is kept, and how customers judge either way."""

    kept: float
    satisfied_kept: float
    satisfied_late: float

    @property
    def satisfied(self) -> float:
        """Share of satisfied customers, kept and late together."""
        return self.kept * self.satisfied_kept + (1 - self.kept) * self.satisfied_late


@dataclass(frozen=True, slots=True)
class Calls:
    """Problems brought by phone. `about_letters`: calls about an unclear letter for every other problem.

    Somebody whose problem is not solved calls once more within a week; both calls are judged alike.
    """

    about_letters: float
    letters_since_months: int  # 0 = spread over the whole two years
    unsolved: float
    unsolved_letter: float
    satisfied_solved: float
    satisfied_unsolved: float
    told_again: float = 0.08  # of all calls: the customer says once more what the company knows
    told_again_letter: float = 0.08  # of those about a letter

    @property
    def satisfied(self) -> float:
        """Share of satisfied customers over all calls, first and repeated."""
        twice = self.unsolved + self.about_letters * self.unsolved_letter
        once = 1 + self.about_letters - twice
        return (once * self.satisfied_solved + 2 * twice * self.satisfied_unsolved) / (once + 2 * twice)


@dataclass(frozen=True, slots=True)
class Farewell:
    """How the company ends a mortgage that was paid for 25 years. The four shares are of its customers."""

    paid_online: float
    thanked: float
    history_kept: float
    offered_another: float
    satisfied: float


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything in which the two companies differ. `beliefs` names what leaders do not estimate honestly."""

    loan: Punctuality
    claim: Punctuality
    handoff: float  # share of a claim's days that pass before anybody assesses it
    calls: Calls
    farewell: Farewell
    bereavement: float
    beliefs: tuple[tuple[str, float], ...] = ()
    struggling: str = ""  # the persona whose problems stay unsolved most; empty: nobody more than others
    revenue: tuple[tuple[str, float], ...] = ()  # by persona, of a payment in EUR; REVENUE otherwise


PLANTED = Scenario(
    loan=Punctuality(kept=0.70, satisfied_kept=0.88, satisfied_late=0.40),
    claim=Punctuality(kept=0.60, satisfied_kept=0.85, satisfied_late=0.42),
    handoff=0.7,
    calls=Calls(0.15, 8, 0.06, 0.70, 0.74, 0.35, told_again_letter=0.65),
    farewell=Farewell(paid_online=0.0, thanked=0.0, history_kept=0.0, offered_another=1.0, satisfied=0.05),
    bereavement=0.93,
    beliefs=(("payoff", 0.86), ("call_help", 0.90), ("bereavement", 0.55)),
    struggling="self_employed",
    revenue=(("self_employed", 60.0),),
)
TWIN = Scenario(
    loan=Punctuality(kept=0.95, satisfied_kept=0.85, satisfied_late=0.85),
    claim=Punctuality(kept=0.90, satisfied_kept=0.85, satisfied_late=0.85),
    handoff=0.15,
    calls=Calls(0.15, 0, 0.06, 0.06, 0.80, 0.80),
    farewell=Farewell(paid_online=1.0, thanked=1.0, history_kept=1.0, offered_another=0.0, satisfied=0.90),
    bereavement=0.90,
)


@dataclass(frozen=True, slots=True)
class Truth:
    """Shares 0–1 of the facet's statement at one touchpoint. None: nothing is promised, or nobody is asked."""

    touchpoint: str
    facet: str
    promise: float | None
    belief: float | None
    lived: float


@cache
def taxonomy() -> Taxonomy:
    """The shared language of the invented company."""
    return read_taxonomy(TAXONOMY.read_bytes())


def truth_table(scenario: Scenario = PLANTED) -> dict[tuple[str, str], Truth]:
    """The truth by (touchpoint, facet), wherever customers answer or a date is promised.

    Where nothing is planted, lived experience is what the taxonomy promises, and leaders know it.
    """
    lived = {
        ("loan_decision", IN_TIME): scenario.loan.kept,
        ("loan_decision", SATISFIED): scenario.loan.satisfied,
        ("claim_settled", IN_TIME): scenario.claim.kept,
        ("claim_settled", SATISFIED): scenario.claim.satisfied,
        ("call_help", SATISFIED): scenario.calls.satisfied,
        ("payoff", SATISFIED): scenario.farewell.satisfied,
        ("bereavement", SATISFIED): scenario.bereavement,
    }
    beliefs = {(touchpoint, SATISFIED): belief for touchpoint, belief in scenario.beliefs}
    table = {}
    for promise in taxonomy().promises:
        key = promise.touchpoint, promise.facet
        share = lived.get(key, promise.share)
        table[key] = Truth(*key, promise=promise.share, belief=beliefs.get(key, share), lived=share)
    table["yearly_statement", RECOMMEND] = Truth("yearly_statement", RECOMMEND, None, None, PROMOTERS)
    return table


@dataclass(frozen=True, slots=True)
class PlantedTruth:
    """One truth an analysis should find, said in both languages; `at` names where."""

    slug: str
    at: tuple[tuple[str, str], ...]
    text: Text


TRUTHS = (
    PlantedTruth(
        "belief_above_reality",
        (("payoff", SATISFIED), ("call_help", SATISFIED)),
        Text(
            en="Leaders believe that 86 of 100 customers are satisfied when they have paid off their mortgage, and 90 "
            "when they call with a problem. It is 5 and 64. Everywhere else they judge honestly.",
            de="Die Führung glaubt, dass 86 von 100 Kundinnen und Kunden zufrieden sind, wenn ihre Baufinanzierung "
            "abbezahlt ist, und 90, wenn sie mit einem Anliegen anrufen. Es sind 5 und 64. Überall sonst schätzt sie ehrlich.",
        ),
    ),
    PlantedTruth(
        "mortgage_story",
        (("payoff", SATISFIED),),
        Text(
            en="A mortgage is paid off after 25 years: the final payment does not work online, two to four calls follow, "
            "nobody says thank you, the loan disappears from online banking, and a letter offers a new mortgage.",
            de="Eine Baufinanzierung ist nach 25 Jahren abbezahlt: Die Schlusszahlung geht online nicht, zwei bis vier "
            "Anrufe folgen, niemand dankt, das Darlehen verschwindet aus dem Online-Banking, und ein Brief bietet eine neue an.",
        ),
    ),
    PlantedTruth(
        "slow_handoff",
        (("claim_settled", IN_TIME), ("claim_settled", SATISFIED)),
        Text(
            en="Seven tenths of a claim's days pass between intake and assessment. 60 instead of the promised 90 of 100 "
            "claims are settled in ten days; of those, 85 of 100 customers are satisfied, of the others 42.",
            de="Sieben Zehntel der Tage eines Schadens vergehen zwischen Annahme und Prüfung. 60 statt der zugesagten 90 "
            "von 100 Schäden sind in zehn Tagen reguliert; dann sind 85 von 100 zufrieden, sonst 42.",
        ),
    ),
    PlantedTruth(
        "unseen_strength",
        (("bereavement", SATISFIED),),
        Text(
            en="93 of 100 bereaved families are satisfied with the advice in the branch. Inside, 55 are expected.",
            de="93 von 100 Familien sind mit der Beratung im Trauerfall zufrieden. Im Haus rechnet man mit 55.",
        ),
    ),
    PlantedTruth(
        "late_loans",
        (("loan_decision", IN_TIME), ("loan_decision", SATISFIED)),
        Text(
            en="95 of 100 loan decisions are promised within three working days, 70 arrive. In time, 88 of 100 customers "
            "are satisfied, late 40. How long it takes does not matter beyond that.",
            de="95 von 100 Kreditentscheidungen sind in drei Werktagen zugesagt, 70 kommen. Pünktlich sind 88 von 100 "
            "zufrieden, verspätet 40. Wie lange es dauert, spielt darüber hinaus keine Rolle.",
        ),
    ),
    PlantedTruth(
        "unclear_letters",
        (("call_help", SATISFIED),),
        Text(
            en="For eight months, letters about terms have been unclear. Of 100 who call about them, 70 call again within "
            "a week, of all others 6. In 65 of 100 calls about a letter they have to say again what we know, in all others in 8.",
            de="Seit acht Monaten sind die Schreiben zu Konditionen unklar. Von 100, die deswegen anrufen, rufen 70 "
            "innerhalb einer Woche noch einmal an, von allen anderen 6. In 65 von 100 Anrufen zu einem Schreiben müssen sie noch "
            "einmal sagen, was wir schon wissen, in allen anderen in 8.",
        ),
    ),
)
