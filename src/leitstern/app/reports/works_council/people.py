"""Fields about the people who work with Leitstern themselves, and of the audit log."""

from __future__ import annotations

from leitstern.app.accounts.models import Answered, ApiKey, OneTimeLink, Person, WrongPassword
from leitstern.app.accounts.throttle import WINDOW
from leitstern.app.common.models import AuditEntry
from leitstern.app.reports.works_council.described import Described, nobody, user
from leitstern.core.texts import Text

WHILE_HERE = Text(
    en="as long as the installation; access can be closed at once",
    de="so lange wie die Installation; der Zugang lässt sich sofort schließen",
)

RECORDS = {
    Person: Described(
        Text(en="Person who works with Leitstern", de="Person, die mit Leitstern arbeitet"),
        WHILE_HERE,
        {
            "email": user("e-mail address to sign in with", "E-Mail-Adresse zur Anmeldung"),
            "name": user("name", "Name"),
            "role": user(
                "role, which decides what they may see", "Rolle, die entscheidet, was sie sehen dürfen"
            ),
            "language": user("language of the pages", "Sprache der Seiten"),
            "is_active": user("whether they may sign in", "ob sie sich anmelden dürfen"),
            "joined": user("since when", "seit wann"),
            "password": user("hash of the password", "Hash des Passworts"),
        },
    ),
    OneTimeLink: Described(
        Text(en="Invitation to work with Leitstern", de="Einladung, mit Leitstern zu arbeiten"),
        Text(
            en=f"as long as the installation; it can be used for {OneTimeLink.LIFETIME.days} days, once",
            de=f"so lange wie die Installation; zu gebrauchen ist sie {OneTimeLink.LIFETIME.days} Tage, einmal",
        ),
        {
            "hash": nobody("hash of the link", "Hash des Links"),
            "person": user("for whom", "für wen"),
            "role": user("with which role", "mit welcher Rolle"),
            "expires": nobody("until when it is valid", "bis wann sie gilt"),
            "used": user("when it was used", "wann sie benutzt wurde"),
            "example": nobody("only for the example company", "nur für das Beispielunternehmen"),
        },
    ),
    ApiKey: Described(
        Text(en="Key for a program", de="Schlüssel für ein Programm"),
        Text(
            en="as long as the installation; it is valid until its owner ends it or it expires",
            de="so lange wie die Installation; er gilt, bis die Person ihn beendet oder er abläuft",
        ),
        {
            "person": user("whose it is", "wem er gehört"),
            "name": user("what it is called", "wie er heißt"),
            "hash": nobody("hash of the key", "Hash des Schlüssels"),
            "expires": nobody("until when it is valid", "bis wann er gilt"),
            "last_used": user("last use, to the hour", "letzte Benutzung, auf die Stunde"),
            "revoked": nobody("when it was ended", "wann er beendet wurde"),
        },
    ),
    Answered: Described(
        Text(
            en="Answer to a program that asked under a key",
            de="Antwort an ein Programm, das unter einem Schlüssel fragte",
        ),
        Text(en="one day", de="einen Tag"),
        {
            "person": user("whose program it is", "wessen Programm es ist"),
            "key": nobody(
                "hash of the key the program chose", "Hash des Schlüssels, den das Programm wählte"
            ),
            "asked": nobody("hash of what was asked", "Hash dessen, was verlangt wurde"),
            "status": nobody("how it was answered, as a number", "wie geantwortet wurde, als Zahl"),
            "content": nobody(
                "what was answered, to answer it again; emptied as soon as a customer is erased",
                "was geantwortet wurde, um es zu wiederholen; leer, sobald jemand gelöscht wird",
            ),
            "created": user("when", "wann"),
        },
    ),
    WrongPassword: Described(
        Text(en="Wrong password", de="Falsches Passwort"),
        Text(en="{n} minutes", de="{n} Minuten").fill(n=int(WINDOW.total_seconds() // 60)),
        {
            "address": user(
                "keyed hash of the address it was given for", "Hash der Adresse, mit geheimem Schlüssel"
            ),
            "at": user("when", "wann"),
        },
    ),
    AuditEntry: Described(
        Text(en="Entry of the audit log", de="Eintrag des Prüfprotokolls"),
        Text(en="never changed or deleted", de="nie geändert oder gelöscht"),
        {
            "at": user("when", "wann"),
            "verb": user("what was done", "was getan wurde"),
            "subject": nobody("to which record, by number", "an welchem Datensatz, als Nummer"),
            "details": nobody(
                "numbers and purposes, never names or answers", "Nummern und Zwecke, nie Namen oder Antworten"
            ),
            "previous": nobody("check sum of the entry before", "Prüfsumme des Eintrags davor"),
            "hash": nobody("check sum of this entry", "Prüfsumme dieses Eintrags"),
        },
    ),
}
