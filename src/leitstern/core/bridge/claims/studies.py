"""Figures of studies that the product itself is built on, or that people hold against it. Facts only, in our own words."""

from __future__ import annotations

from leitstern.core.bridge.claims.claim import Claim, Figure, Grade, Unit, verbatim
from leitstern.core.bridge.claims.counterpart import Counterpart, not_yet
from leitstern.core.texts import Text

CAPGEMINI = verbatim("Capgemini Digital Transformation Institute")
PROSCI = verbatim("Prosci: Best Practices in Change Management")
XM = verbatim("XM Institute: State of CX Management")
WESTERMAN = verbatim("Westerman, Capgemini Consulting, MIT Center for Digital Business")
FLYVBJERG = verbatim("Flyvbjerg")
PRIOR = Text(
    en="As the starting point for how far self-images err, until your own waves say it.",
    de="Als Ausgangspunkt dafür, wie weit Selbstbilder irren, bis Ihre eigenen Befragungen es sagen.",
)
NOT_OURS = Text(
    en="As a number about your own company, or as proof that a self-image there is too high.",
    de="Als Zahl über Ihr eigenes Unternehmen oder als Beleg, dass dort ein Selbstbild zu hoch ist.",
)
COMPARE = Text(
    en="Beside the own figure, to see whether one is alone.",
    de="Neben der eigenen Zahl, um zu sehen, ob man allein damit ist.",
)
NOT_A_TARGET = Text(
    en="As a target, as an average of all companies, or as what a project brings.",
    de="Als Zielwert, als Durchschnitt aller Unternehmen oder als das, was ein Vorhaben bringt.",
)
AS_RANGE = Text(
    en="As a reason for wide ranges in routes and roadmaps.",
    de="Als Grund für weite Spannen in Routen und Roadmaps.",
)
NO_DATE = Text(
    en="As a date in a plan, or as an excuse for one that was missed.",
    de="Als Termin in einem Plan oder als Entschuldigung für einen verfehlten.",
)
OTHER_QUESTION = not_yet(
    "the placement sets leaders beside customers dimension by dimension, not with this question",
    "die Verortung stellt Führung und Kundschaft Dimension für Dimension nebeneinander, nicht mit dieser Frage",
)
OTHER_SCALE = not_yet(
    "own levels are credited on the scale of the dimensions, not on theirs",
    "eigene Stufen werden auf der Skala der Dimensionen gutgeschrieben, nicht auf dieser",
)
NOT_WALKED = not_yet(
    "it is known once the way has been gone; until then the routes forecast it",
    "es ist bekannt, wenn der Weg gegangen ist; bis dahin sagen die Routen es voraus",
)
BY_INDUSTRY = Text(
    en="It depends on the industry: among internet companies 68% of leaders and 56% of customers agree, in retail 79% and 32%, among utilities 78% and 7%. Gartner (2018) found a smaller distance with other questions. Leaders and customers were not asked about the same companies.",
    de="Es hängt von der Branche ab: Bei Internetunternehmen stimmen 68 % der Führung und 56 % der Kundschaft zu, im Handel 79 % und 32 %, bei Versorgern 78 % und 7 %. Gartner (2018) fand mit anderen Fragen einen kleineren Abstand. Führung und Kundschaft wurden nicht zu denselben Unternehmen befragt.",
)


def _share(percent: int, en: str, de: str, *, sampled: bool = True) -> Figure:
    said = Text(f"{percent}%", f"{percent} %")
    return Figure(percent / 100, Unit.SHARE, said, Text(en, de), sampled=sampled)


def _span(low: float, high: float, unit: Unit, said: Text, of: Text) -> Figure:
    return Figure(low, unit, said, of, upto=high)


def _beliefs(
    slug: str, name: Text, figures: tuple[Figure, ...], source: Text, through: Text, year: int, n: int | None
) -> Claim:
    return Claim(
        slug=slug,
        name=name,
        figures=figures,
        grade=Grade.SURVEY_OPINION,
        source=source,
        through=through,
        may=PRIOR,
        may_not=NOT_OURS,
        counterpart=OTHER_QUESTION,
        n=n,
        year=year,
        against=BY_INDUSTRY,
    )


def _provider(
    slug: str,
    name: Text,
    figures: tuple[Figure, ...],
    source: Text,
    against: Text,
    counterpart: Counterpart,
    year: int | None = None,
    n: int | None = None,
) -> Claim:
    return Claim(
        slug=slug,
        name=name,
        figures=figures,
        grade=Grade.VENDOR,
        source=source,
        through=source,
        may=COMPARE,
        may_not=NOT_A_TARGET,
        counterpart=counterpart,
        n=n,
        year=year,
        against=against,
    )


STUDIES: tuple[Claim, ...] = (
    _beliefs(
        "leaders-believe",
        Text(
            en="Leaders who call their company customer-centric",
            de="Führungskräfte, die ihr Unternehmen kundenorientiert nennen",
        ),
        (_share(75, "of executives asked", "der befragten Führungskräfte"),),
        CAPGEMINI,
        verbatim("onlyinfotech.com, pitr.uk"),
        2017,
        450,
    ),
    _beliefs(
        "customers-agree",
        Text(
            en="Customers who say so of these companies",
            de="Kundinnen und Kunden, die das von diesen Unternehmen sagen",
        ),
        (_share(30, "of consumers asked", "der befragten Verbraucherinnen und Verbraucher"),),
        CAPGEMINI,
        verbatim("onlyinfotech.com, pitr.uk"),
        2017,
        3_300,
    ),
    _beliefs(
        "superior-believed",
        Text(
            en="Companies that believe their experience is superior, and customers who find it so",
            de="Unternehmen, die ihr Erlebnis für überlegen halten, und die Kundschaft, die es so erlebt",
        ),
        (_share(80, "of companies", "der Unternehmen"), _share(8, "of customers", "der Kundschaft")),
        verbatim("Bain & Company"),
        verbatim("seths.blog"),
        2005,
        None,
    ),
    _beliefs(
        "expectations-exceeded",
        Text(
            en="Who sees expectations exceeded: the management, and customers",
            de="Wer Erwartungen übertroffen sieht: das Management und die Kundschaft",
        ),
        (
            _share(48, "exceed what the management expects", "übertreffen, was das Management erwartet"),
            _share(22, "exceed what customers expect", "übertreffen, was Kundinnen und Kunden erwarten"),
        ),
        verbatim("Gartner"),
        verbatim("apmdigest.com, bestcustomerguide.com"),
        2018,
        None,
    ),
    _provider(
        "objectives-partly-met",
        Text(en="How introductions of technology ended", de="Wie Einführungen von Technologie ausgingen"),
        (
            _share(41, "met their objectives only in part", "erreichten ihre Ziele nur zum Teil"),
            _share(4, "failed", "scheiterten"),
        ),
        PROSCI,
        Text(
            en="It is told by people who manage change for a living. That 4% failed speaks against the 70% that is often quoted without a source.",
            de="Es sagen Menschen, die beruflich Veränderungen begleiten. Dass 4 % scheiterten, spricht gegen die 70 %, die oft ohne Quelle genannt werden.",
        ),
        not_yet(
            "how far people come is told per application and team, by the ladder of adoption",
            "wie weit Menschen kommen, sagt die Adoptionsleiter je Anwendung und Team",
        ),
    ),
    _provider(
        "stages-of-experience-management",
        Text(
            en="How far companies are with customer experience",
            de="Wie weit Unternehmen mit dem Kundenerlebnis sind",
        ),
        (
            _share(41, "at the first of five stages", "auf der ersten von fünf Stufen"),
            _share(30, "at the second", "auf der zweiten"),
            _share(18, "at the third", "auf der dritten"),
            _share(2, "at the last", "auf der letzten"),
        ),
        XM,
        Text(
            en="Companies rated themselves. In 2019, among large ones (n = 212), 79% stood at the first two stages and 6% at the top.",
            de="Die Unternehmen stuften sich selbst ein. 2019 standen unter großen (n = 212) 79 % auf den ersten beiden Stufen und 6 % oben.",
        ),
        OTHER_SCALE,
        2024,
        234,
    ),
    _provider(
        "culture-nurturing",
        Text(
            en="What culture does to customer experience, by those who answer for it",
            de="Was die Kultur mit dem Kundenerlebnis macht, nach denen, die dafür einstehen",
        ),
        (
            _share(40, "say that it nurtures it, or very much so", "sagen, sie fördere es, auch sehr"),
            _share(23, "say that it inhibits it", "sagen, sie hemme es"),
        ),
        XM,
        Text(
            en="Those who answer for customer experience were asked, not the staff. Layers of culture below what is said are not seen by it.",
            de="Gefragt wurde, wer für das Kundenerlebnis einsteht, nicht die Belegschaft. Schichten der Kultur unter dem Gesagten sieht das nicht.",
        ),
        OTHER_SCALE,
        2024,
        234,
    ),
    Claim(
        slug="both-axes-pay",
        name=Text(
            en="How much more companies earn that are strong in technology and in leading change",
            de="Wie viel mehr Unternehmen verdienen, die in Technologie und in der Führung des Wandels stark sind",
        ),
        figures=(
            Figure(0.26, Unit.MORE, Text("26%", "26 %"), Text("more profitable", "profitabler")),
            Figure(0.09, Unit.MORE, Text("9%", "9 %"), Text("more revenue", "mehr Umsatz")),
        ),
        grade=Grade.CROSS_SECTIONAL,
        source=WESTERMAN,
        through=verbatim("shop.sloanreview.mit.edu, capgemini.com"),
        may=Text(
            en="As independent support that two axes part companies: technology, and how change is led.",
            de="Als unabhängige Stütze dafür, dass zwei Achsen Unternehmen trennen: Technologie und wie Wandel geführt wird.",
        ),
        may_not=NOT_A_TARGET,
        counterpart=not_yet(
            "own earnings are not compared with others", "der eigene Ertrag wird nicht mit anderen verglichen"
        ),
        n=391,
        year=2012,
        against=Text(
            en="Companies were rated by their own people, and whoever earns more can invest more. Those weak in both earned 24% less.",
            de="Die Unternehmen wurden von den eigenen Leuten eingestuft, und wer mehr verdient, kann mehr investieren. Wer in beidem schwach war, verdiente 24 % weniger.",
        ),
    ),
    Claim(
        slug="culture-change-takes",
        name=Text(en="How long a change of culture takes", de="Wie lange ein Kulturwandel dauert"),
        figures=(
            _span(
                3,
                6,
                Unit.MONTHS,
                Text("3 to 6 months", "3 bis 6 Monate"),
                Text("until there are signs", "bis es Anzeichen gibt"),
            ),
            _span(
                12,
                24,
                Unit.MONTHS,
                Text("12 to 24 months", "12 bis 24 Monate"),
                Text("until people act otherwise", "bis sich Verhalten ändert"),
            ),
            _span(
                3,
                5,
                Unit.YEARS,
                Text("3 to 5 years", "3 bis 5 Jahre"),
                Text("until it carries itself", "bis er sich selbst trägt"),
            ),
        ),
        grade=Grade.QUALITATIVE,
        source=verbatim("evidencebase.app"),
        through=verbatim("evidencebase.app"),
        may=AS_RANGE,
        may_not=NO_DATE,
        counterpart=NOT_WALKED,
        against=Text(
            en="No timeline has been validated by experiment. The source papers name at least five years, the cautious end. A meta-analysis of 126 studies: several levers together do far more than one.",
            de="Kein Zeitplan ist durch Experimente bestätigt. Die Quellen nennen mindestens fünf Jahre, das vorsichtige Ende. Eine Metaanalyse von 126 Studien: Mehrere Hebel zusammen bewirken weit mehr als einer.",
        ),
    ),
    Claim(
        slug="it-overruns",
        name=Text(
            en="How far projects of information technology overrun",
            de="Wie weit IT-Projekte ihren Rahmen sprengen",
        ),
        figures=(
            _share(
                18,
                "of projects cost more than half as much again",
                "der Projekte kosten mehr als die Hälfte zusätzlich",
            ),
            Figure(
                4.47,
                Unit.TIMES,
                Text("447%", "447 %"),
                Text("more than planned, on average of those", "mehr als geplant, im Mittel dieser Projekte"),
            ),
        ),
        grade=Grade.CROSS_SECTIONAL,
        source=FLYVBJERG,
        through=verbatim("evolveagility.com"),
        may=AS_RANGE,
        may_not=NO_DATE,
        counterpart=not_yet(
            "the roadmap compares what was planned with what came, task by task",
            "die Roadmap vergleicht Geplantes mit Gekommenem, Aufgabe für Aufgabe",
        ),
        n=5_392,
        against=Text(
            en="It speaks of cost, and the routes of time. Most projects stay below; it is the tail that ruins a plan, and an average hides it.",
            de="Sie spricht von Kosten, die Routen von Zeit. Die meisten Projekte bleiben darunter; es ist das Ende der Verteilung, das einen Plan ruiniert, und ein Mittelwert verbirgt es.",
        ),
    ),
)
