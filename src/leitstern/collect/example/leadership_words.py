"""What the offices of the invented company's leaders wrote down, in both languages. Nobody is named."""

from __future__ import annotations

from leitstern.core.texts import Text

VISITED = (
    Text(
        en="Listened in for two hours, beside somebody new", de="Zwei Stunden mitgehört, neben jemand Neuem"
    ),
    Text(en="Opened the morning's letters together", de="Gemeinsam die Post des Morgens geöffnet"),
    Text(
        en="Went through one campaign from brief to result",
        de="Eine Kampagne vom Briefing bis zum Ergebnis mitgemacht",
    ),
    Text(en="Stood at the counter on the first of the month", de="Am Monatsersten am Schalter gestanden"),
)
TALKED = (
    Text(en="Why are we doing this? An hour of questions", de="Warum machen wir das? Eine Stunde Fragen"),
    Text(en="What does it mean for your daily work?", de="Was bedeutet das für Ihre tägliche Arbeit?"),
    Text(en="What we no longer do from now on, and why", de="Was wir ab jetzt nicht mehr tun, und warum"),
)
COACHED = (
    Text(
        en="Prepared a team lead for the first round", de="Eine Teamleitung auf die erste Runde vorbereitet"
    ),
    Text(
        en="Rehearsed how to say no to a list by e-mail",
        de="Geübt, wie man zu einer Liste per E-Mail Nein sagt",
    ),
)
LIFTED = (
    Text(en="Access to the contact history within a day", de="Zugang zur Kontakthistorie binnen eines Tages"),
    Text(en="One approval instead of three", de="Eine Freigabe statt drei"),
)
CONVENED = (
    Text(
        en="Decided on the spot: the call-back stays with one person",
        de="Vor Ort entschieden: Der Rückruf bleibt in einer Hand",
    ),
)
SEEN = (
    Text(
        en="Customers give their address three times", de="Kundinnen und Kunden nennen dreimal ihre Adresse"
    ),
    Text(en="The brief is filled in after the mailing", de="Das Briefing wird nach dem Versand ausgefüllt"),
    Text(
        en="Half of the letters answer a question nobody asked",
        de="Die Hälfte der Briefe beantwortet eine Frage, die niemand gestellt hat",
    ),
)
FOLLOWS = (
    Text(en="Shorten the form", de="Formular kürzen"),
    Text(en="Bring it up in the next steering committee", de="Im nächsten Lenkungskreis ansprechen"),
    Text(en="Give the team an answer by Friday", de="Dem Team bis Freitag antworten"),
)
AGENDA = Text(en="Figures of sales only", de="Nur Vertriebszahlen")
DECIDED = (
    Text(en="Call-backs within a day, in one hand", de="Rückrufe binnen eines Tages, in einer Hand"),
    Text(en="No mailing without a brief", de="Kein Versand ohne Briefing"),
    Text(
        en="Claims: news every week, even if there is none",
        de="Schäden: jede Woche eine Nachricht, auch wenn es keine gibt",
    ),
)
ON_THE_TABLE = (
    Text(en="Call-backs: promise and what customers live", de="Rückrufe: Versprechen und Erleben"),
    Text(en="The story of a mortgage paid off", de="Die Geschichte einer abbezahlten Baufinanzierung"),
    Text(en="What customers say about claims", de="Was Kundinnen und Kunden über Schäden sagen"),
)
LOADS: tuple[tuple[str, Text, float, str, int, bool], ...] = (
    ("customers", Text(en="Accompanying “Close by”", de="„Nah dran“ begleiten"), 18, "change", 0, False),
    ("customers", Text(en="Sales rounds", de="Vertriebsrunden"), 14, "running", 0, True),
    (
        "technology",
        Text(en="Campaign platform in twelve countries", de="Kampagnenplattform in zwölf Ländern"),
        14,
        "change",
        8,
        False,
    ),
    ("technology", Text(en="Steering of core banking", de="Lenkung Kernbanksystem"), 8, "running", 0, False),
    (
        "technology",
        Text(en="Working group of the association", de="Arbeitskreis des Verbands"),
        9,
        "running",
        0,
        True,
    ),
    ("technology", Text(en="Days of vendors", de="Anbietertage"), 4, "running", 20, True),
    ("processing", Text(en="Handovers without loss", de="Übergaben ohne Verlust"), 12, "change", 6, False),
    ("processing", Text(en="Daily steering", de="Tagessteuerung"), 16, "running", 0, False),
    (
        "corporate",
        Text(en="Changing the reward of advisers", de="Vergütung der Beratung umstellen"),
        10,
        "change",
        12,
        False,
    ),
)
QUESTION = Text(
    en="What comes first for us in the coming year?", de="Was kommt für uns im nächsten Jahr zuerst?"
)
GOALS = (
    Text(en="Tell it only once", de="Einmal schildern genügt"),
    Text(en="Trust in big moments", de="Vertrauen in wichtigen Momenten"),
    Text(en="Cheaper contacts", de="Günstigere Kontakte"),
    Text(en="The platform in twelve countries", de="Die Plattform in zwölf Ländern"),
)
