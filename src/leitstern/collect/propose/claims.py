"""Which roles a column could play, from its name and its values, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.collect.propose.roles import GUESS, LIKELY, SURE, Claim, Role
from leitstern.collect.propose.words import channel_like, plain_name, speaks_of
from leitstern.core.texts import Text, grouped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leitstern.collect.propose.evidence import Evidence

XES: dict[str, Role] = {
    "case:concept:name": Role.JOURNEY,
    "concept:name": Role.TOUCHPOINT,
    "time:timestamp": Role.TIME,
    "org:group": Role.DEPARTMENT,
    "org:resource": Role.IGNORE,
    "lifecycle:transition": Role.IGNORE,
    "ocel:eid": Role.ROW,
    "ocel:activity": Role.TOUCHPOINT,
}
OBJECT = "object:"  # before the type of an object in an object-centric log


def say(text: Text, evidence: Evidence) -> Text:
    """A reason with the counts of a column filled in."""
    numbers = {
        key: grouped(getattr(evidence, key)) for key in ("rows", "filled", "distinct", "dates", "numbers")
    }
    scale = {"low": f"{evidence.low:g}", "high": f"{evidence.high:g}"}
    de = {key: value.replace(".", ",") for key, value in scale.items()}
    return Text(
        en=text.en.format(column=evidence.name, **scale, **{key: text.en for key, text in numbers.items()}),
        de=text.de.format(column=evidence.name, **de, **{key: text.de for key, text in numbers.items()}),
    )


def is_time(evidence: Evidence) -> bool:
    """Dates; bare digits only where the name says so."""
    told = speaks_of(evidence.name, "time") or speaks_of(evidence.name, "due")
    return evidence.is_dates and (evidence.style not in ("compact", "epoch") or told)


def claims(evidence: Evidence) -> list[Claim]:
    """All roles the column could play, the surest first; leaving it out is always one of them.

    Columns of dates are not judged here: their roles depend on each other (`layout`).
    """
    if evidence.name in XES:
        return [Claim(XES[evidence.name], 1.0, say(STANDARD, evidence))]
    if not evidence.filled:
        return [Claim(Role.IGNORE, SURE, say(NO_VALUES, evidence))]
    if evidence.name.endswith("[]"):
        return [Claim(Role.IGNORE, SURE, say(LISTED, evidence))]
    if (kind := evidence.name.removeprefix(OBJECT)) != evidence.name and "." not in kind:
        return [*_object(kind, evidence), Claim(Role.IGNORE, 0.3, say(NOT_NEEDED, evidence))]
    found = [*_who(evidence), *_where(evidence), *_judged(evidence), *_said(evidence), *_left_out(evidence)]
    return sorted(found, key=lambda claim: -claim.confidence)


def _object(kind: str, evidence: Evidence) -> Iterator[Claim]:
    """What kind of object the customer is, and what the order or case; types are often named in the plural."""
    for role, subject, reason in ((Role.CUSTOMER, "customer", CUSTOMER), (Role.JOURNEY, "journey", JOURNEY)):
        if speaks_of(kind, subject) or speaks_of(kind.removesuffix("s"), subject):
            yield Claim(role, SURE, say(reason, evidence))


def _who(evidence: Evidence) -> Iterator[Claim]:
    name = evidence.name
    if is_time(evidence) or evidence.is_sentences:
        return
    if speaks_of(name, "customer"):
        confidence = SURE if evidence.is_identifiers or speaks_of(name, "id") else GUESS
        yield Claim(Role.CUSTOMER, confidence, say(CUSTOMER, evidence))
    elif evidence.emails >= 0.9 * evidence.filled:
        yield Claim(Role.CUSTOMER, LIKELY, say(EMAIL, evidence))
    elif speaks_of(name, "journey") and (evidence.is_identifiers or speaks_of(name, "id")):
        yield Claim(Role.JOURNEY, SURE if evidence.is_identifiers else LIKELY, say(JOURNEY, evidence))
    elif speaks_of(name, "id") and evidence.is_identifiers and not evidence.is_categories:
        if evidence.distinct == evidence.rows:
            yield Claim(Role.ROW, LIKELY, say(ROW, evidence))
        elif evidence.distinct <= 0.9 * evidence.filled:
            yield Claim(Role.CUSTOMER, 0.4, say(REPEATED, evidence))


def _where(evidence: Evidence) -> Iterator[Claim]:
    name = evidence.name
    if not evidence.is_categories or evidence.emails:
        return
    if speaks_of(name, "touchpoint"):
        yield Claim(Role.TOUCHPOINT, SURE, say(TOUCHPOINT, evidence))
    elif speaks_of(name, "maybe_touchpoint"):
        yield Claim(Role.TOUCHPOINT, GUESS, say(TOUCHPOINT, evidence))
    if speaks_of(name, "channel"):
        yield Claim(Role.CHANNEL, SURE, say(CHANNEL, evidence))
    elif evidence.examples and all(map(channel_like, evidence.examples)):
        yield Claim(Role.CHANNEL, LIKELY, say(CHANNEL_VALUES, evidence))
    if speaks_of(name, "department"):
        yield Claim(Role.DEPARTMENT, LIKELY, say(DEPARTMENT, evidence))
    if speaks_of(name, "language") and evidence.length <= 8:
        yield Claim(Role.LANGUAGE, SURE, say(LANGUAGE, evidence))


def _judged(evidence: Evidence) -> Iterator[Claim]:
    name = evidence.name
    if not evidence.is_numbers or evidence.low < 0 or is_time(evidence) or speaks_of(name, "id"):
        return
    graded = speaks_of(name, "grade") and evidence.low >= 1 and evidence.high <= 6
    if graded:
        yield Claim(Role.IGNORE, 0.9, say(GRADE, evidence))
    elif evidence.high > 10:
        pass
    elif speaks_of(name, "nps"):
        yield Claim(Role.NPS, SURE if evidence.whole else LIKELY, say(SCORE, evidence))
    elif speaks_of(name, "ces") and evidence.high <= 7:
        yield Claim(Role.CES, SURE, say(SCORE, evidence))
    elif speaks_of(name, "csat"):
        yield Claim(Role.CSAT, SURE, say(SCORE, evidence))
    elif speaks_of(name, "rating"):
        yield Claim(Role.RATING, SURE, say(SCORE, evidence))
    if speaks_of(name, "number"):
        yield Claim(Role.NUMBER, GUESS, say(NUMBER, evidence))


def _said(evidence: Evidence) -> Iterator[Claim]:
    if evidence.is_numbers or is_time(evidence) or evidence.is_identifiers or evidence.is_categories:
        return
    if speaks_of(evidence.name, "comment"):
        yield Claim(Role.COMMENT, SURE if evidence.is_sentences else LIKELY, say(COMMENT, evidence))
    elif evidence.is_sentences and evidence.spaces >= 4 and not speaks_of(evidence.name, "personal"):
        yield Claim(Role.COMMENT, GUESS, say(SENTENCES, evidence))


def _left_out(evidence: Evidence) -> Iterator[Claim]:
    if speaks_of(evidence.name, "staff"):
        yield Claim(Role.IGNORE, SURE, say(STAFF, evidence))
    elif speaks_of(evidence.name, "personal") and evidence.emails < 0.9 * evidence.filled:
        yield Claim(Role.IGNORE, LIKELY, say(PERSONAL, evidence))
    elif plain_name(evidence.name):
        yield Claim(Role.IGNORE, 0.3, say(NOT_NEEDED, evidence))


STANDARD = Text(
    en="“{column}” has a fixed meaning in event logs.",
    de="„{column}“ hat in Ereignisprotokollen eine feste Bedeutung.",
)
LISTED = Text(
    en="“{column}” holds several values at once. To make a row of each, the mapping says `unnest`.",
    de="„{column}“ enthält mehrere Werte auf einmal. Soll aus jedem eine Zeile werden, steht in der Zuordnung `unnest`.",
)
NO_VALUES = Text(
    en="“{column}” is empty in all {rows} rows.", de="„{column}“ ist in allen {rows} Zeilen leer."
)
CUSTOMER = Text(
    en="The name “{column}” speaks of customers; {distinct} different ones appear in {rows} rows.",
    de="Der Name „{column}“ spricht von Kundinnen und Kunden; {distinct} verschiedene kommen in {rows} Zeilen vor.",
)
EMAIL = Text(
    en="“{column}” has e-mail addresses, {distinct} different ones; they are stored only as a fingerprint.",
    de="„{column}“ enthält E-Mail-Adressen, {distinct} verschiedene; gespeichert wird davon nur ein Fingerabdruck.",
)
REPEATED = Text(
    en="“{column}” has {distinct} different values in {rows} rows, so some come back: perhaps the customer.",
    de="„{column}“ enthält in {rows} Zeilen {distinct} verschiedene Werte, manche kommen also wieder: vielleicht die Kundin oder der Kunde.",
)
JOURNEY = Text(
    en="The name “{column}” speaks of an order or case; {distinct} different ones appear in {rows} rows.",
    de="Der Name „{column}“ spricht von einem Auftrag oder Vorgang; {distinct} verschiedene kommen in {rows} Zeilen vor.",
)
ROW = Text(
    en="“{column}” is different in each of the {rows} rows, so the same row is recognised when it comes again.",
    de="„{column}“ ist in jeder der {rows} Zeilen anders; so wird dieselbe Zeile wiedererkannt, wenn sie noch einmal kommt.",
)
TOUCHPOINT = Text(
    en="The name “{column}” speaks of what happened; there are {distinct} kinds in {rows} rows.",
    de="Der Name „{column}“ spricht davon, was geschah; es gibt {distinct} Arten in {rows} Zeilen.",
)
CHANNEL = Text(
    en="The name “{column}” speaks of a channel; there are {distinct} of them.",
    de="Der Name „{column}“ spricht von einem Kanal; es gibt {distinct} davon.",
)
CHANNEL_VALUES = Text(
    en="The values of “{column}” are ways to get in touch; there are {distinct} of them.",
    de="Die Werte in „{column}“ sind Wege, in Kontakt zu kommen; es gibt {distinct} davon.",
)
DEPARTMENT = Text(
    en="The name “{column}” speaks of a part of the organisation; there are {distinct} of them.",
    de="Der Name „{column}“ spricht von einem Teil der Organisation; es gibt {distinct} davon.",
)
LANGUAGE = Text(
    en="The name “{column}” speaks of a language and the values are short.",
    de="Der Name „{column}“ spricht von einer Sprache, und die Werte sind kurz.",
)
SCORE = Text(
    en="“{column}” has numbers from {low} to {high} in {numbers} of {rows} rows, and its name speaks of a judgement.",
    de="„{column}“ enthält in {numbers} von {rows} Zeilen Zahlen von {low} bis {high}, und der Name spricht von einem Urteil.",
)
GRADE = Text(
    en="“{column}” looks like school grades, where 1 is best. Our scales grow with satisfaction; please turn it round first.",
    de="„{column}“ sieht nach Schulnoten aus, bei denen 1 die beste ist. Unsere Skalen steigen mit der Zufriedenheit; bitte drehen Sie sie vorher um.",
)
NUMBER = Text(
    en="“{column}” has numbers from {low} to {high}; they can help to explain what customers lived through.",
    de="„{column}“ enthält Zahlen von {low} bis {high}; sie können helfen, das Erlebte zu erklären.",
)
COMMENT = Text(
    en="The name “{column}” speaks of what customers wrote; {filled} of {rows} rows have a text. Names and numbers in it are masked.",
    de="Der Name „{column}“ spricht davon, was Kundinnen und Kunden schrieben; {filled} von {rows} Zeilen haben einen Text. Namen und Nummern darin werden unkenntlich gemacht.",
)
SENTENCES = Text(
    en="“{column}” has whole sentences in {filled} of {rows} rows.",
    de="„{column}“ enthält in {filled} von {rows} Zeilen ganze Sätze.",
)
STAFF = Text(
    en="“{column}” names colleagues. Leitstern looks at customers, never at single employees.",
    de="„{column}“ nennt Kolleginnen und Kollegen. Leitstern betrachtet Kundinnen und Kunden, nie einzelne Mitarbeitende.",
)
PERSONAL = Text(
    en="“{column}” is personal and nothing here needs it.",
    de="„{column}“ ist persönlich und wird hier nicht gebraucht.",
)
NOT_NEEDED = Text(
    en="Nothing here needs “{column}”; it will not be stored.",
    de="„{column}“ wird hier nicht gebraucht und nicht gespeichert.",
)
