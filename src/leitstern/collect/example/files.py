"""The company's files, each as its system exports it: separators, encodings and dates are as mixed as in real life."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from typing import TYPE_CHECKING, Any

import numpy as np
import xlsxwriter

from leitstern.collect.example.arrays import pick, quota
from leitstern.collect.example.log import log
from leitstern.collect.example.moments import german, german_days, iso_with_offset
from leitstern.collect.example.registers import (
    ABOUT_LETTERS,
    APP_WEB,
    CHANNELS,
    PROMISES,
    QUESTIONS,
    SEGMENTS,
)
from leitstern.collect.example.truths import REVENUE, taxonomy

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.collect.example.arrays import Flags, Ints, Words
    from leitstern.collect.example.history import History
    from leitstern.collect.example.log import Log

Columns = dict[str, list[Any]]

_CREATED = datetime(2020, 1, 1)  # noqa: DTZ001  # written into every workbook: the same history gives the same bytes
LOST_TIMES = 9  # calls whose time the telephone system lost: they go to quarantine
PAID = APP_WEB["payment"]
_SPREAD = 0.5  # of the logarithm of what a payment brings
TWICE = 14  # letters that the export holds twice: they are duplicates


def write_files(folder: Path, history: History) -> None:
    """All exports of the company into `folder`."""
    _csv(folder / "contact_centre.csv", _contact_centre(history), ";", "cp1252")
    _csv(folder / "app_web.csv", _app_web(history))
    _csv(folder / "letters.csv", _letters(history), ";", "utf-8-sig")
    _xlsx(folder / "branches.xlsx", "Besuche", _branches(history))
    _csv(folder / "claims.csv", _claims(history), ";")
    _csv(folder / "loans.txt", _loans(history), "\t", "utf-16")
    _csv(folder / "promises.csv", _promises(history), ";")
    _csv(folder / "feedback.csv", _feedback(history))


def _contact_centre(history: History) -> Columns:
    calls, rng = log(history.visits, "phone"), history.world.rng("contact_centre.csv")
    n = len(calls.at)
    columns = {
        "Gesprächsnummer": _numbered("G", n),
        "Kundennummer": _who(history, calls.customer),
        "Beginn": german(calls.at),
        "Anlass": calls.occasion.tolist(),
        "Vorgang": calls.case.tolist(),
        "Erneut geschildert": _told_again(history, calls.occasion == ABOUT_LETTERS),
        "Wartezeit (Sek.)": rng.gamma(1.4, 90, n).astype(int).tolist(),
        "Dauer (Sek.)": (20 + rng.gamma(3.0, 95, n)).astype(int).tolist(),
    }
    columns = _again(columns, list(range(0, n, max(1, n // LOST_TIMES)))[:LOST_TIMES])
    columns["Gesprächsnummer"] = _numbered("G", n + LOST_TIMES)
    columns["Beginn"][n:] = ["00.00.0000 00:00"] * LOST_TIMES
    return columns


def _told_again(history: History, letter: Flags) -> list[str]:
    """Whether customers had to say again what the company knew: most of those who call about a letter."""
    rng, truth = history.world.rng("told_again"), history.world.scenario.calls
    told = np.zeros(len(letter), dtype=np.bool_)
    for about, share in ((letter, truth.told_again_letter), (~letter, truth.told_again)):
        told[about] = quota(rng, int(about.sum()), share)
    said: list[str] = np.where(told, "ja", "nein").tolist()
    return said


def _app_web(history: History) -> Columns:
    events = log(history.visits, "app", "web")
    return {
        "event_id": _numbered("e", len(events.at)),
        "customer_no": _who(history, events.customer),
        "occurred_at": iso_with_offset(events.at),
        "platform": events.channel.tolist(),
        "event": events.occasion.tolist(),
        "case_no": events.case.tolist(),
        "revenue_eur": _revenue(history, events),
    }


def _revenue(history: History, events: Log) -> list[str]:
    """What a payment brings in fees and interest, by the persona who pays; nothing else is booked online."""
    truth, rng = dict(history.world.scenario.revenue), history.world.rng("revenue")
    usual = {name: truth.get(name, REVENUE) for name in SEGMENTS}
    mean = np.array([usual[each] for each in history.world.people.persona[events.customer].tolist()])
    booked = mean * rng.lognormal(-(_SPREAD**2) / 2, _SPREAD, len(mean))
    paid = (events.occasion == PAID).tolist()
    return [f"{amount:.2f}" if each else "" for amount, each in zip(booked.tolist(), paid, strict=True)]


def _letters(history: History) -> Columns:
    letters = log(history.visits, "letter")
    n = len(letters.at)
    columns = {
        "Schreiben": _numbered("P", n),
        "Kundennummer": _who(history, letters.customer),
        "Datum": german_days(letters.at),
        "Betreff": letters.occasion.tolist(),
        "Unser Zeichen": letters.case.tolist(),
        "Segment": [SEGMENTS[each] for each in history.world.people.persona[letters.customer].tolist()],
    }
    return _again(columns, list(range(n - TWICE, n)))


def _branches(history: History) -> Columns:
    seen, rng = log(history.visits, "branch"), history.world.rng("branches.xlsx")
    places = {"Marktplatz": 4.0, "Bahnhof": 3.0, "Neustadt": 2.0, "Am See": 1.0}
    return {
        "Beleg": _numbered("F", len(seen.at)),
        "Kundennummer": _who(history, seen.customer),
        "Zeitpunkt": seen.at.tolist(),
        "Filiale": pick(rng, len(seen.at), places).tolist(),
        "Anlass": seen.occasion.tolist(),
        "Vorgang": seen.case.tolist(),
    }


def _claims(history: History) -> Columns:
    claims, rng = history.claims, history.world.rng("claims.csv")
    n = len(claims.reported)
    lines = {"Kfz": 4.0, "Hausrat": 3.0, "Haftpflicht": 2.0, "Wohngebäude": 1.5}
    return {
        "Schadennummer": claims.number.tolist(),
        "Kundennummer": _who(history, claims.customer),
        "Sparte": pick(rng, n, lines).tolist(),
        "Meldeweg": _channels(claims.way),
        "Gemeldet": german(claims.reported),
        "In Prüfung": german(claims.assessed),
        "Zugesagt bis": german_days(claims.due),
        "Reguliert": german(claims.settled),
        "Betrag": [f"{amount:.2f}".replace(".", ",") for amount in rng.lognormal(6.6, 1.0, n)],
    }


def _loans(history: History) -> Columns:
    loans, rng = history.loans, history.world.rng("loans.txt")
    house, n = loans.product == "Baufinanzierung", len(loans.applied)
    amounts = np.where(house, rng.lognormal(12.3, 0.4, n), rng.lognormal(9.2, 0.6, n)).round(-2)
    return {
        "Antragsnummer": loans.number.tolist(),
        "Kundennummer": _who(history, loans.customer),
        "Produkt": loans.product.tolist(),
        "Weg": _channels(loans.way),
        "Beantragt": german(loans.applied),
        "Unterlagen vollständig": german(loans.complete),
        "Zugesagt bis": german_days(np.where(np.isnat(loans.complete), loans.complete, loans.due)),
        "Entschieden": german(loans.decided),
        "Betrag": [f"{amount:.0f}" for amount in amounts],
    }


def _promises(history: History) -> Columns:
    columns: Columns = {}
    for promised in history.promised:
        kind: Columns = {
            "Art": [PROMISES[promised.promise]] * len(promised.made),
            "Kundennummer": _who(history, promised.customer),
            "Vorgang": promised.case.tolist(),
            "Zugesagt am": german(promised.made),
            "Zugesagt bis": german(promised.due),
            "Gehalten am": german(promised.kept),
        }
        columns = {name: columns.get(name, []) + values for name, values in kind.items()}
    return columns


def _feedback(history: History) -> Columns:
    names = {touchpoint.slug: touchpoint.name.de for touchpoint in taxonomy().touchpoints}
    columns: Columns = {}
    for answers in history.answers:
        some: Columns = {
            "answered_at": np.datetime_as_string(answers.at, unit="s").tolist(),
            "customer_no": _who(history, answers.customer),
            "touchpoint": [names[answers.touchpoint]] * len(answers),
            "question": [QUESTIONS[answers.facet]] * len(answers),
            "score": answers.value.tolist(),
            "comment": answers.comment.tolist(),
            "language": np.where(answers.english, "en", "de").tolist(),
            "case_no": answers.case.tolist(),
        }
        columns = {name: columns.get(name, []) + values for name, values in some.items()}
    order = np.argsort(columns["answered_at"], kind="stable").tolist()
    sorted_by_time = {name: [values[i] for i in order] for name, values in columns.items()}
    return {"answer_no": _numbered("A", len(order)), **sorted_by_time}


def _csv(path: Path, columns: Columns, delimiter: str = ",", encoding: str = "utf-8") -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(zip(*columns.values(), strict=True))
    path.write_bytes(text.getvalue().encode(encoding))


def _xlsx(path: Path, name: str, columns: Columns) -> None:
    with xlsxwriter.Workbook(
        path, {"constant_memory": True, "default_date_format": "dd.mm.yyyy hh:mm"}
    ) as book:
        book.set_properties({"created": _CREATED})
        sheet = book.add_worksheet(name)
        sheet.set_column(0, len(columns) - 1, 18)
        sheet.write_row(0, 0, columns)
        for line, row in enumerate(zip(*columns.values(), strict=True), 1):
            sheet.write_row(line, 0, row)


def _again(columns: Columns, rows: list[int]) -> Columns:
    """The same table with these rows once more at its end."""
    return {name: values + [values[i] for i in rows] for name, values in columns.items()}


def _numbered(letter: str, n: int) -> list[str]:
    return [f"{letter}{i:06d}" for i in range(1, n + 1)]


def _who(history: History, customer: Ints) -> list[str]:
    who: list[str] = history.world.people.number[customer].tolist()
    return who


def _channels(way: Words) -> list[str]:
    return [CHANNELS[w] for w in way.tolist()]
