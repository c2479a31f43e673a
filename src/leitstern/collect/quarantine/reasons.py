"""Why a row was put aside, in words: what happened, in which column, with which value, what is allowed."""

from __future__ import annotations

from leitstern.core.texts import Text

SHOWN = 80  # letters of a value


def explain(code: str, column: str = "", value: str = "", allowed: str = "") -> Text:
    """The sentence for a reason. `value` is "found/expected" where values were counted, `allowed` the ends of a scale."""
    shown = value if len(value) <= SHOWN else f"{value[:SHOWN]}…"
    found, _, expected = value.partition("/")
    low, _, high = allowed.partition("/")
    return REASONS[code].fill(column=column, value=shown, found=found, expected=expected, low=low, high=high)


REASONS: dict[str, Text] = {
    "quote": Text(
        en="A quotation mark is opened and not properly closed.",
        de="Ein Anführungszeichen wird geöffnet und nicht richtig geschlossen.",
    ),
    "line-end": Text(
        en="There is a stray line break within the row.", de="In der Zeile steht ein einzelner Zeilenumbruch."
    ),
    "nul": Text(
        en="The row contains a zero byte, so it was damaged.",
        de="Die Zeile enthält ein Null-Byte, wurde also beschädigt.",
    ),
    "encoding": Text(
        en="The row contains bytes that are no letters in the encoding of the file.",
        de="Die Zeile enthält Bytes, die in der Zeichenkodierung der Datei kein Zeichen sind.",
    ),
    "too-few": Text(
        en="The row has {found} values, the header names {expected} columns.",
        de="Die Zeile hat {found} Werte, die Kopfzeile nennt {expected} Spalten.",
    ),
    "too-many": Text(
        en="The row has {found} values, the header names only {expected} columns. Is a separator inside a value not quoted?",
        de="Die Zeile hat {found} Werte, die Kopfzeile nennt nur {expected} Spalten. Steht ein Trennzeichen ohne "
        "Anführungszeichen in einem Wert?",
    ),
    "not-one-row": Text(
        en="What was put aside is not exactly one row.",
        de="Was beiseitegelegt wurde, ist nicht genau eine Zeile.",
    ),
    "json": Text(
        en="The line is no proper JSON. Was it cut off?",
        de="Die Zeile ist kein gültiges JSON. Ist sie abgeschnitten?",
    ),
    "json-no-object": Text(
        en="The line is JSON, but no object with names and values.",
        de="Die Zeile ist JSON, aber kein Objekt mit Namen und Werten.",
    ),
    "json-twice": Text(
        en="“{value}” comes twice in the record, so it is not known which one counts.",
        de="„{value}“ kommt im Datensatz zweimal vor; welches gilt, ist unbekannt.",
    ),
    "json-number": Text(
        en="“{value}” is no number; in JSON a missing one is `null`.",
        de="„{value}“ ist keine Zahl; in JSON schreibt man eine fehlende als `null`.",
    ),
    "json-deep": Text(
        en="The record is nested more than {value} levels deep.",
        de="Der Datensatz ist mehr als {value} Ebenen tief verschachtelt.",
    ),
    "json-half": Text(
        en="The record contains half of a letter (a lone surrogate), so it was damaged.",
        de="Der Datensatz enthält ein halbes Zeichen (ein einzelnes Surrogat), wurde also beschädigt.",
    ),
    "customer-missing": Text(
        en="Column “{column}” is empty, so it is not known whose contact this is.",
        de="Die Spalte „{column}“ ist leer, also ist unbekannt, um wen es geht.",
    ),
    "key-missing": Text(
        en="The columns that tell one row from another ({column}) are empty.",
        de="Die Spalten, an denen eine Zeile zu erkennen ist ({column}), sind leer.",
    ),
    "time-missing": Text(en="Column “{column}” has no time.", de="In der Spalte „{column}“ fehlt die Zeit."),
    "time-unreadable": Text(
        en="“{value}” in column “{column}” is no time we can read. Understood are ISO 8601, DD.MM.YYYY and the formats "
        "that the mapping names under “dates”.",
        de="„{value}“ in der Spalte „{column}“ ist keine Zeit, die wir lesen können. Verstanden werden ISO 8601, "
        "TT.MM.JJJJ und die Formate, die in der Zuordnung unter „dates“ stehen.",
    ),
    "time-skipped": Text(
        en="“{value}” in column “{column}” does not exist: the clocks were put forward over it.",
        de="„{value}“ in der Spalte „{column}“ gibt es nicht: Die Uhr wurde in dieser Stunde vorgestellt.",
    ),
    "time-range": Text(
        en="“{value}” in column “{column}” is not between the years 1900 and 2099.",
        de="„{value}“ in der Spalte „{column}“ liegt nicht zwischen den Jahren 1900 und 2099.",
    ),
    "value-unreadable": Text(
        en="“{value}” in column “{column}” is no number.",
        de="„{value}“ in der Spalte „{column}“ ist keine Zahl.",
    ),
    "value-outside": Text(
        en="“{value}” in column “{column}” is outside the scale from {low} to {high}.",
        de="„{value}“ in der Spalte „{column}“ liegt außerhalb der Skala von {low} bis {high}.",
    ),
}
