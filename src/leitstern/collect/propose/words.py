"""What the names of columns speak of, in German and English.

A name is first made plain ("BestellDatum_neu" → "bestell datum neu", "Prüfung" → "pruefung"), then compared with
patterns. German compounds are the reason for open ends: "kundennummer", "lieferdatum".
"""

from __future__ import annotations

import re

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})

_ID = r"(unique |eindeutige )?(id|ids|nr|no|num|nummer|number|key|schluessel|code|kennung|ref|uuid|concept name)"
_CUSTOMER = (
    r"(end)?kunden?|kundin|customer|client|klienten?|mandanten?|debitor(en)?|mitglieds?|member|versicherten?|"
    r"versicherungsnehmer|buerger|citizen|patienten?|user|nutzer|besteller|teilnehmer|subscriber|account|konto|"
    r"partner|geschaeftspartner|gp|person(en)?"
)
_JOURNEY = (
    r"order|bestell(ung|ungs)?|auftrags?|vorgangs?|case|ticket|fall|antrags?|application|vertrags?|contract|"
    r"journey|reise|session|sitzungs?|booking|buchungs?|claim|schaden|schadens|anliegen|request|anfrage|process|"
    r"prozess|projekt|incident|storungs?|stoerungs?|rechnungs?|invoice|police|policen"
)

WORDS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "customer": rf"\b({_CUSTOMER}) ?{_ID}?$",
        "journey": rf"\b({_JOURNEY}) ?{_ID}?$",
        "journey_alone": rf"\b({_JOURNEY})$",
        "id": rf"(\b|[a-z]){_ID}$",
        "time": r"dat(e|um)|time|zeit(?!raum)|timestamp|\b(at|on|am|um|wann|when|tag|day)$|stempel|erstellt|created",
        "due": r"estimat|planned|geplant|planung|\bplan|due\b|deadline|\bsoll|zugesagt|zusage|versproch|promis|expected|"
        r"erwartet|faellig|frist|target|\bziel|\bsla\b|\beta\b|wunsch|commit|prognos|avisiert|voraussichtlich| bis$",
        "done": r"deliver|liefer|geliefert|erledigt|\bdone|complet|abgeschlossen|abschluss|closed|\bend|\bist\b|actual|"
        r"tatsaechlich|finish|fertig|resolved|geloest|erfuellt|\bkept|zugestellt|zustell|erhalten|received",
        "touchpoint": r"touch ?point|kontakt(punkt|art|anlass|grund)|^kontakte?$|^contact( type| reason)?$|activit|aktivitaet|"
        r"\bevent|ereignis|\bschritt|\bstep|\baktion|^action|vorgangsart|anlass|interaktion|interaction",
        "maybe_touchpoint": r"\b(type|typ|art|kategorie|category|grund|reason|thema|topic|betreff|concept name)$",
        "channel": r"kanal|channel|medium|kontaktweg|eingangsweg|\bvia$",
        "department": r"abteilung|department|\bdept|bereich|\bteam|org group|einheit|organisation|dienststelle|fachstelle",
        "staff": r"resource|agent|bearbeiter|mitarbeiter|employee|staff|sachbearbeit|responsible|berater|advisor|verantwort",
        "nps": r"\bnps\b|recommend|empfehl|promoter",
        "ces": r"\bces\b|effort|aufwand|einfach|\beas[ey]",
        "csat": r"csat|zufrieden|satisf",
        "rating": r"score|rating|bewertung|sterne|\bstars?\b|punkte|review|\bnote\b|urteil",
        "grade": r"schulnote|\bnote\b|\bgrade\b",
        "comment": r"comment|kommentar|freitext|\btext|message|nachricht|remark|bemerkung|anmerkung|verbatim|feedback|"
        r"begruendung|beschreibung|description|title|titel|meinung|rueckmeldung|opinion|wortlaut",
        "language": r"\blang|sprache|locale",
        "number": r"wait|warte|dauer|duration|minut|second|sekund|stunden|hours|anzahl|count|\bitems?\b|menge|quantity|"
        r"betrag|amount|preis|price|wert\b|value|versuche|attempts",
        "personal": r"name\b|e ?mail|telefon|phone|mobil|adress|address|strass|"
        r"street|plz|\bzip|postal|\bort$|\bcity|geburt|birth|iban|\bip\b",
    }.items()
}  # fmt: skip

_CLOCK_WORDS = {
    "timestamp", "date", "datum", "time", "zeit", "zeitpunkt", "uhrzeit", "at", "on", "am", "um", "ts", "dt", "tag", "day"
}  # fmt: skip


_CHANNELS = re.compile(
    r"\b(tele(fon|phone)|phone|call|anruf|hotline|e ?mail|mail|web(site|seite)?|internet|online|portal|app|chat(bot)?|"
    r"brief|post|letter|fax|sms|filiale|branch|schalter|desk|shop|store|laden|counter|social( media)?|whatsapp|video|"
    r"in person|persoenlich|vor ort)\b"
)
_DIGITAL = re.compile(r"mail|web|internet|online|portal|\bapp|chat|sms|social|whatsapp|video|digital|bot\b")


def plain_name(column: str) -> str:
    """The words of a column's name, small, without umlauts, apart from each other."""
    apart = re.sub(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])", " ", column)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", apart.lower().translate(_UMLAUTS)).split())


def speaks_of(column: str, subject: str) -> bool:
    """Whether the name of a column speaks of a subject of `WORDS`."""
    return WORDS[subject].search(plain_name(column)) is not None


def overlap(one: str, other: str) -> float:
    """How far the shorter of two names is contained in the other: its share of words found there, 0–1."""
    first, second = _stems(one), _stems(other)
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def alike(one: str, other: str) -> float:
    """How much two names speak of the same thing: their words in common, of all their words, 0–1."""
    first, second = _stems(one), _stems(other)
    return len(first & second) / len(first | second) if first and second else 0.0


def _stems(column: str) -> set[str]:
    """The first letters of each word, so that "delivered" and "delivery", "geliefert" and "Lieferung" meet."""
    words = (word for word in plain_name(column).split() if word not in _CLOCK_WORDS)
    return {re.sub(r"^ge(?=[a-z]{4})", "", word)[:5] for word in words}


def title(column: str, shared: frozenset[str] = frozenset()) -> str:
    """A name for people: "order_purchase_timestamp" → "Purchase", where "order" is `shared` by all columns."""
    words = re.sub(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])|[^\w]+|_", " ", column).split()
    kept = [word for word in words if word.lower() not in _CLOCK_WORDS | shared] or words
    kept[-1] = re.sub(r"(?<=[a-zäöü]{3})(datum|zeitpunkt|zeit|date)$", "", kept[-1])
    joined = " ".join(kept)
    return joined[:1].upper() + joined[1:]


def slug(name: str) -> str:
    """A short name for files and addresses."""
    return plain_name(name).replace(" ", "_")[:40].strip("_") or "x"


def channel_like(value: str) -> bool:
    """Whether a value is a way to get in touch."""
    return _CHANNELS.search(plain_name(value)) is not None


def digital_like(value: str) -> bool:
    """Whether a channel is digital."""
    return _DIGITAL.search(plain_name(value)) is not None
