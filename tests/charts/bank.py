"""Rows of a universal bank for the charts: what the example company might show, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from leitstern.charts.before_after import Change
from leitstern.charts.driver_bars import DriverBar
from leitstern.charts.gap_dumbbell import GapRow
from leitstern.charts.guess_reveal import GuessRound
from leitstern.charts.harm_scatter import HarmPoint
from leitstern.charts.importance_performance import Reason
from leitstern.charts.journey_map import MapStage, MapTouchpoint
from leitstern.charts.pair_matrix import Cell
from leitstern.charts.timeline_swimlane import Moment
from leitstern.charts.trend import TrendEvent, TrendPoint
from leitstern.charts.variant_chevrons import Variant
from leitstern.core.gap.findings import Finding
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.charts.sheet import Side
    from leitstern.core.gap.findings import State
    from leitstern.core.texts import Language


def share(value: float, half: float, n: int) -> Estimate:
    return Estimate(value, max(value - half, 0), min(value + half, 1), n)


def found(claim: Estimate, lived: Estimate) -> Finding:
    """A gap that is judged by whether its interval is clear of five of a hundred."""
    half = ((lived.high - lived.low) ** 2 + (claim.high - claim.low) ** 2) ** 0.5 / 2
    value = claim.value - lived.value
    estimate = Estimate(value, value - half, value + half, lived.n)
    state: State = "declared" if estimate.low > 0.05 else "no gap" if estimate.high < 0.05 else "cannot tell"
    return Finding(claim, lived, estimate, 0.5, 0.5, state, strength=estimate.high < -0.05)


def gap_rows(language: Language) -> list[GapRow]:
    de = language == "de"
    not_asked = "nicht gefragt" if de else "not asked"
    no_promise = "kein Versprechen gegeben" if de else "no promise made"
    too_few = "weniger als fünf Personen haben geschätzt" if de else "fewer than five people guessed"

    def gap(claim: Side, lived: Side) -> Finding | str:
        if isinstance(claim, str):
            return claim
        return lived if isinstance(lived, str) else found(claim, lived)

    def row(name: str, note: str, promise: Side, belief: Side, lived: Side) -> GapRow:
        return GapRow(
            name,
            promise,
            belief,
            lived,
            gap(promise, lived),
            gap(belief, lived),
            note,
            f"/touchpoints/{len(name)}",
        )

    def stated(value: float) -> Estimate:
        return Estimate(value, value, value, 1, "stated")

    names = (
        ("Baufinanzierung: letzte Rate", "Kreditservice", "Mortgage: final payment", "Loan service"),
        (
            "Rückruf innerhalb von 24 Stunden",
            "Kundenservice",
            "Call back within 24 hours",
            "Customer service",
        ),
        ("Schadenregulierung", "Versicherung", "Claims settlement", "Insurance"),
        ("Beratungsgespräch in der Filiale", "Vertrieb", "Advice in the branch", "Sales"),
        ("Onlinebanking", "Digitale Kanäle", "Online banking", "Digital channels"),
        ("Kontoeröffnung", "Vertrieb", "Opening an account", "Sales"),
        ("Kündigungsbestätigung per Brief", "Betrieb", "Cancellation letter", "Operations"),
        ("Beschwerde", "Kundenservice", "Complaint", "Customer service"),
    )
    sides: tuple[tuple[Side, Side, Side], ...] = (
        (stated(0.95), share(0.84, 0.06, 14), share(0.22, 0.07, 61)),
        (stated(0.9), share(0.78, 0.08, 12), share(0.52, 0.02, 4213)),
        (no_promise, share(0.71, 0.09, 11), share(0.58, 0.04, 862)),
        (stated(0.8), share(0.66, 0.07, 14), share(0.88, 0.01, 2904)),
        (stated(0.85), share(0.84, 0.05, 14), share(0.83, 0.01, 18240)),
        (stated(0.98), too_few, share(0.91, 0.03, 1120)),
        (stated(0.95), share(0.9, 0.05, 9), not_asked),
        (no_promise, too_few, share(0.41, 0.05, 377)),
    )
    return [row(n[0] if de else n[2], n[1] if de else n[3], *s) for n, s in zip(names, sides, strict=True)]


def journey(language: Language) -> list[MapStage]:
    de = language == "de"

    def felt(value: float, half: float, n: int) -> Estimate:
        return Estimate(value, max(value - half, -2), min(value + half, 2), n)

    def touchpoint(german: str, english: str, n: int, value: float | None, step: int = 0) -> MapTouchpoint:
        nothing = "nicht gefragt" if de else "not asked"
        feeling = nothing if value is None else felt(value, min(12 / n**0.5, 0.9), max(n // 9, 5))
        return MapTouchpoint(german if de else english, n, feeling, step, f"/touchpoints/{n}")

    return [
        MapStage(
            "Entdecken" if de else "Discover",
            felt(0.9, 0.1, 1204),
            (
                touchpoint("Website", "Website", 41_200, 0.7, 1),
                touchpoint("Empfehlung", "Recommendation", 1_840, 1.6),
            ),
        ),
        MapStage(
            "Abschließen" if de else "Sign up",
            felt(0.3, 0.15, 2110),
            (
                touchpoint("Beratungsgespräch in der Filiale", "Advice in the branch", 9_310, 1.3, 2),
                touchpoint("Onlineantrag Baufinanzierung", "Online mortgage application", 6_020, -0.2, 3),
                touchpoint("Unterlagen nachreichen", "Hand in documents again", 2_877, -1.2),
            ),
        ),
        MapStage(
            "Warten auf die Zusage" if de else "Waiting for approval",
            felt(-1.1, 0.2, 640),
            (
                touchpoint("Zusage per Brief", "Approval letter", 5_480, 0.4, 4),
                touchpoint("Anruf: Wie ist der Stand?", "Call: where does it stand?", 3_905, -1.7),
            ),
        ),
        MapStage(
            "Leben mit dem Kredit" if de else "Living with the loan",
            felt(0.5, 0.12, 1830),
            (
                touchpoint("App", "App", 88_400, 0.8, 5),
                touchpoint("Jahresbescheinigung", "Annual statement", 12_100, None, 6),
                touchpoint("Sondertilgung", "Extra repayment", 1_422, 0.1, 7),
            ),
        ),
        MapStage(
            "Abbezahlt" if de else "Paid off",
            felt(-1.6, 0.35, 61),
            (
                touchpoint("Letzte Rate", "Final payment", 611, -1.4, 8),
                touchpoint("Angebot: neue Baufinanzierung", "Offer: a new mortgage", 420, -1.8),
            ),
        ),
    ]


def lanes(language: Language) -> list[str]:
    if language == "de":
        return ["Filiale", "Kundenservice", "Kreditservice", "Marketing"]
    return ["Branch", "Customer service", "Loan service", "Marketing"]


def timeline(language: Language) -> list[Moment]:
    de = language == "de"
    branch, service, loans, marketing = lanes(language)

    def at(year: int, month: int, day: int) -> datetime:
        return datetime(year, month, day, 10, 30)  # noqa: DTZ001

    return [
        Moment(
            at(1999, 3, 9),
            branch,
            "Abschluss der Baufinanzierung" if de else "Mortgage signed",
            milestone=True,
        ),
        Moment(
            at(2024, 2, 12),
            service,
            "Anruf: letzte Rate online nicht möglich" if de else "Call: final payment not possible online",
            "late",
            "Rückruf drei Tage zu spät" if de else "call back three days late",
        ),
        Moment(at(2024, 2, 15), service, "Anruf: letzte Rate" if de else "Call: final payment", repeat=True),
        Moment(at(2024, 2, 16), loans, "Zuständigkeit geklärt" if de else "Responsibility settled"),
        Moment(
            at(2024, 2, 19),
            service,
            "Anruf: letzte Rate" if de else "Call: final payment",
            repeat=True,
            quote="Ich erkläre es nun zum dritten Mal. Niemand sieht, was ich gestern gesagt habe."
            if de
            else "This is the third time I explain it. Nobody can see what I said yesterday.",
            quote_language=language,
        ),
        Moment(
            at(2024, 3, 1),
            loans,
            "Baufinanzierung abbezahlt" if de else "Mortgage paid off",
            "kept",
            "Löschung der Grundschuld pünktlich" if de else "land charge released on time",
            milestone=True,
            quote="Kein Glückwunsch, kein Dank. Nach 25 Jahren."
            if de
            else "No congratulations, no thanks. After 25 years.",
            quote_language=language,
        ),
        Moment(
            at(2024, 3, 14),
            marketing,
            "Brief: Angebot für eine neue Baufinanzierung" if de else "Letter: offer of a new mortgage",
            quote="Wissen die überhaupt, wer ich bin?" if de else "Do they even know who I am?",
            quote_language=language,
        ),
        Moment(
            at(2024, 3, 18), service, "Beschwerde: Historie gelöscht" if de else "Complaint: history deleted"
        ),
        Moment(at(2024, 11, 4), branch, "Konto gekündigt" if de else "Account closed"),
    ]


def drivers(language: Language) -> list[DriverBar]:
    de = language == "de"
    return [
        DriverBar(
            "Versprechen nicht gehalten" if de else "Promise not kept", Estimate(0.54, 0.47, 0.6, 5232)
        ),
        DriverBar(
            "Wiederholte Anrufe wegen desselben" if de else "Calling again about the same",
            Estimate(0.21, 0.16, 0.27, 5232),
        ),
        DriverBar(
            "Übergaben zwischen Bereichen" if de else "Handoffs between departments",
            Estimate(0.15, 0.1, 0.2, 5232),
        ),
        DriverBar("Wartezeit" if de else "Waiting", Estimate(0.1, -0.02, 0.17, 5232)),
    ]


def months(language: Language) -> list[TrendPoint]:
    few = "zu wenige Antworten" if language == "de" else "too few answers"
    shares = (
        0.62,
        0.6,
        0.61,
        0.55,
        0.57,
        0.54,
        None,
        0.5,
        0.49,
        0.52,
        0.47,
        0.51,
        0.58,
        0.63,
        0.66,
        None,
        0.65,
        0.69,
    )
    counts = (410, 388, 402, 377, 365, 349, 4, 371, 402, 390, 411, 425, 433, 398, 377, 3, 401, 422)
    return [
        TrendPoint(
            date(2024 + (6 + i) // 12, (6 + i) % 12 + 1, 1),
            few if value is None else share(value, 0.82 / n**0.5, n),
        )
        for i, (value, n) in enumerate(zip(shares, counts, strict=True))
    ]


def events(language: Language) -> list[TrendEvent]:
    de = language == "de"
    return [
        TrendEvent(
            date(2025, 5, 12),
            "Maßnahme beginnt: Rückruf mit fester Ansprechperson"
            if de
            else "Measure starts: call back by one named person",
        ),
        TrendEvent(
            date(2025, 6, 2), "Zweite Schicht im Kundenservice" if de else "Second shift in customer service"
        ),
    ]


def room() -> GuessRound:
    guesses = (
        90,
        85,
        80,
        95,
        75,
        80,
        70,
        85,
        90,
        60,
        80,
        85,
        75,
        90,
        80,
        100,
        65,
        85,
        80,
        50,
        70,
        90,
        85,
        80,
    )
    return GuessRound(
        guesses,
        share(0.8, 0.04, 24),
        Estimate(0.9, 0.9, 0.9, 1, "stated"),
        share(0.52, 0.02, 4213),
        Estimate(0.28, 0.24, 0.32, 4213),
    )


def change(language: Language) -> Change:
    before, after = (
        ("Jan. bis März 2025", "Juli bis Sept. 2025")
        if language == "de"
        else ("Jan to Mar 2025", "Jul to Sep 2025")
    )
    return Change(
        share(0.5, 0.025, 1204),
        share(0.66, 0.024, 1176),
        Estimate(0.16, 0.125, 0.195, 2380),
        "better",
        before,
        after,
    )


def unclear(language: Language) -> Change:
    before, after = (
        ("Jan. bis März 2025", "Juli bis Sept. 2025")
        if language == "de"
        else ("Jan to Mar 2025", "Jul to Sep 2025")
    )
    return Change(
        share(0.22, 0.07, 61),
        share(0.27, 0.09, 44),
        Estimate(0.05, -0.06, 0.16, 105),
        "unclear",
        before,
        after,
    )


def variants(language: Language) -> list[Variant]:
    if language == "de":
        offer, visit, form, papers, call, yes, no = (
            "Website",
            "Beratungsgespräch in der Filiale",
            "Onlineantrag",
            "Unterlagen nachreichen",
            "Anruf: Wie ist der Stand?",
            "Zusage",
            "Abbruch",
        )
        note = "im Mittel {} Tage"
    else:
        offer, visit, form, papers, call, yes, no = (
            "Website",
            "Advice in the branch",
            "Online application",
            "Hand in documents again",
            "Call: where does it stand?",
            "Approval",
            "Abandoned",
        )
        note = "{} days in the median"
    return [
        Variant((offer, visit, form, yes), 0.31, 1861, 0.31, note.format(9)),
        Variant(
            (offer, form, papers, call, call, call, visit, papers, yes), 0.18, 1080, 0.49, note.format(31)
        ),
        Variant((offer, form, papers, papers, no), 0.11, 660, 0.6, note.format(14)),
        Variant((visit, form, yes), 0.07, 420, 0.67, note.format(6)),
    ]


def pairs(language: Language) -> tuple[list[str], list[Cell]]:
    """Channels and how many go on from one to the other, the last pair resting on too few."""
    names = ["Telefon", "App", "Brief"] if language == "de" else ["Phone", "App", "Letter"]
    too_few = "zu wenige" if language == "de" else "too few"
    cells = [
        Cell(0, 0, share(0.54, 0.02, 640)),
        Cell(0, 1, share(0.22, 0.02, 640)),
        Cell(1, 2, share(0.07, 0.01, 900)),
        Cell(2, 0, share(0.02, 0.01, 1200)),
        Cell(2, 1, too_few),
    ]
    return names, cells


def compared_pairs(language: Language) -> tuple[list[str], list[Cell]]:
    """The same beside another selection: two differ for sure, one may be chance, one cannot be told."""
    names, cells = pairs(language)
    signs = ((0.10, True), (-0.08, True), (0.01, False), (0.0, False))
    beside = [
        replace(
            cell,
            other=share(0.12, 0.05, 80),
            difference=Estimate(points, points - 0.03, points + 0.03, 720),
            sure=sure,
        )
        for cell, (points, sure) in zip(cells, signs, strict=False)
    ]
    return names, [*beside, replace(cells[-1], other=cells[-1].share, difference=cells[-1].share)]


def harms(language: Language) -> list[HarmPoint]:
    de = language == "de"
    rows = (
        ("Rückruf innerhalb von 24 Stunden", "Call back within 24 hours", 5200, 0.26, 0.08, 4213),
        ("Baufinanzierung: letzte Rate", "Mortgage: final payment", 430, 0.62, 0.09, 61),
        ("Schadenregulierung", "Claims settlement", 1900, 0.13, 0.1, 862),
        ("Onlinebanking", "Online banking", 16000, 0.02, 0.02, 18240),
        ("Unterlagen nachreichen", "Hand in documents again", 2877, 0.22, 0.06, 310),
        ("Kontoeröffnung", "Opening an account", 3100, 0.07, 0.03, 1120),
        ("Beschwerde", "Complaint", 610, 0.41, 0.05, 377),
        ("Kartensperre nachts", "Blocking a card at night", 540, 0.37, 0.11, 48),
        ("Erbfall", "After a death", 90, 0.55, 0.16, 19),
    )
    return [
        HarmPoint(
            d if de else e,
            Estimate(n, n * 0.82, n * 1.2, answers),
            share(h, half, answers),
            sum(row[2] >= n for row in rows),
            sum(row[3] >= h for row in rows),
        )
        for d, e, n, h, half, answers in rows
    ]


def weighed_reasons(language: Language) -> list[Reason]:
    de = language == "de"
    rows = (
        ("Verspätung · Schaden reguliert", "Lateness · Claim settled", 0.48, 0.04, 0.61, 0.02),
        ("Verspätung · Kreditentscheidung", "Lateness · Loan decision", 0.91, 0.06, 0.71, 0.02),
        ("Wiederholkontakte · Problem am Telefon", "Repeats · Problem by phone", 0.63, 0.08, 0.82, 0.02),
        ("Übergaben · Schaden reguliert", "Handoffs · Claim settled", 0.05, 0.03, 0.3, 0.04),
        ("Übergaben · Problem am Telefon", "Handoffs · Problem by phone", 0.15, 0.05, 0.81, 0.02),
    )
    fields = ("zuerst hinsehen", "nicht sicher", "so beibehalten", "später hinsehen", "gut so")
    named = ("look here first", "cannot tell", "keep it up", "look here later", "fine as it is")
    return [
        Reason(d if de else e, share(i, ih, 1497), share(p, ph, 1497), (fields if de else named)[at], at != 1)
        for at, (d, e, i, ih, p, ph) in enumerate(rows)
    ]
