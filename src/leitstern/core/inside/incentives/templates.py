"""Key figures of customers for units that never see one, and conflicts that many companies have."""

from __future__ import annotations

from dataclasses import dataclass

from leitstern.core.inside.incentives.attribution import Score
from leitstern.core.inside.incentives.declared import Strength
from leitstern.core.inside.incentives.figures import Direction, Horizon, Origin, Part
from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class FigureTemplate:
    """A figure to begin with: for whom it is, how it is defined, and how many receivers have to rate where any do."""

    slug: str
    fits: Text
    name: Text
    definition: Text
    counted_in: Text
    direction: Direction
    origin: Origin
    horizon: Horizon = Horizon.SHORT
    part: Part | None = None
    score: Score = Score.MEAN
    receivers: int = 1


@dataclass(frozen=True, slots=True)
class ConflictTemplate:
    """Two figures that push one lever apart: `first` pushes it down, `second` up."""

    slug: str
    name: Text
    first: FigureTemplate
    second: FigureTemplate
    lever: Text
    strength: Strength
    why_first: Text
    why_second: Text


def _text(en: str, de: str) -> Text:
    return Text(en=en, de=de)


HOURS, SHARE, MONEY = _text("hours", "Stunden"), _text("%", "%"), _text("EUR", "EUR")
DAYS, RATING = _text("days", "Tage"), _text("points, 1 to 5", "Punkte, 1 bis 5")

SPECIAL_PRICE = FigureTemplate(
    "special_price_hours",
    _text("Pricing", "Preisgestaltung"),
    _text("Hours to the answer on a special price", "Stunden bis zur Antwort auf eine Sonderpreisanfrage"),
    _text(
        "Median of the working hours from the request for a special price to the answer the customer can use.",
        "Median der Arbeitsstunden von der Sonderpreisanfrage bis zur Antwort, mit der die Kundin oder der Kunde etwas "
        "anfangen kann.",
    ),
    HOURS,
    Direction.LOWER,
    Origin.CUSTOMER,
    part=Part.EXPERIENCE,
    score=Score.MEDIAN,
)
FIGURES = (
    SPECIAL_PRICE,
    FigureTemplate(
        "recommendation_quality",
        _text("Analytics, controlling", "Datenanalyse, Controlling"),
        _text("Quality of recommendations", "Qualität der Handlungsempfehlungen"),
        _text(
            "Mean rating of each recommendation by those who received it; it counts once two different receivers rated it.",
            "Mittlere Bewertung jeder Handlungsempfehlung durch alle, die sie erhalten haben; sie zählt, sobald zwei "
            "verschiedene Stellen sie bewertet haben.",
        ),
        RATING,
        Direction.HIGHER,
        Origin.CUSTOMER,
        Horizon.MID,
        Part.EXPERIENCE,
        receivers=2,
    ),
    FigureTemplate(
        "recommendations_adopted",
        _text("Analytics, controlling", "Datenanalyse, Controlling"),
        _text("Recommendations that were followed", "Umgesetzte Handlungsempfehlungen"),
        _text(
            "Of 100 recommendations, those that led to a change customers notice within six months.",
            "Von 100 Handlungsempfehlungen jene, aus denen binnen sechs Monaten eine für die Kundschaft spürbare Veränderung "
            "wurde.",
        ),
        SHARE,
        Direction.HIGHER,
        Origin.CUSTOMER,
        Horizon.MID,
        Part.EXPERIENCE,
    ),
    FigureTemplate(
        "refund_days",
        _text("Finance, accounting", "Finanzen, Buchhaltung"),
        _text("Days to the refund", "Tage bis zur Erstattung"),
        _text(
            "Median of the days from the promise of a refund to the money on the customer's account.",
            "Median der Tage von der Zusage einer Erstattung bis zur Gutschrift auf dem Konto der Kundin oder des Kunden.",
        ),
        DAYS,
        Direction.LOWER,
        Origin.CUSTOMER,
        part=Part.SATISFACTION,
        score=Score.MEDIAN,
    ),
    FigureTemplate(
        "correct_bills",
        _text("Finance, accounting", "Finanzen, Buchhaltung"),
        _text("Bills nobody had to ask about", "Abrechnungen ohne Rückfrage"),
        _text(
            "Of 100 bills, those after which no customer got in touch about the bill within 30 days.",
            "Von 100 Abrechnungen jene, zu denen sich binnen 30 Tagen niemand aus der Kundschaft gemeldet hat.",
        ),
        SHARE,
        Direction.HIGHER,
        Origin.CUSTOMER,
        part=Part.SATISFACTION,
    ),
    FigureTemplate(
        "supplier_promises",
        _text("Purchasing", "Einkauf"),
        _text(
            "Suppliers' promises kept to customers",
            "Gegenüber der Kundschaft gehaltene Zusagen von Lieferanten",
        ),
        _text(
            "Of 100 customers whose promise depends on a supplier, those who got it in time.",
            "Von 100 Kundinnen und Kunden, deren Zusage von einem Lieferanten abhängt, jene, die es rechtzeitig bekamen.",
        ),
        SHARE,
        Direction.HIGHER,
        Origin.CUSTOMER,
        part=Part.SATISFACTION,
    ),
    FigureTemplate(
        "letters_understood",
        _text("Legal, compliance", "Recht, Compliance"),
        _text("Letters understood at first reading", "Auf Anhieb verstandene Schreiben"),
        _text(
            "Of 100 letters and clauses released in a month, those that eight of ten test readers understood at once.",
            "Von 100 freigegebenen Schreiben und Klauseln eines Monats jene, die acht von zehn Testpersonen auf Anhieb "
            "verstanden.",
        ),
        SHARE,
        Direction.HIGHER,
        Origin.CUSTOMER,
        Horizon.MID,
        Part.EXPERIENCE,
    ),
    FigureTemplate(
        "customers_without_fault",
        _text("Information technology", "Informationstechnik"),
        _text("Customers without a fault", "Kundschaft ohne Störung"),
        _text(
            "Of 100 customers who used a digital service in a month, those who met no fault in it.",
            "Von 100 Kundinnen und Kunden, die in einem Monat einen digitalen Dienst nutzten, jene, die keine Störung "
            "erlebten.",
        ),
        SHARE,
        Direction.HIGHER,
        Origin.CUSTOMER,
        part=Part.EXPERIENCE,
    ),
    FigureTemplate(
        "posts_filled",
        _text("Human resources", "Personal"),
        _text(
            "Days a post with customers stays empty", "Tage, die eine Stelle mit Kundenkontakt leer bleibt"
        ),
        _text(
            "Median of the days from the day a post with contact to customers falls vacant to the first day of whoever fills "
            "it.",
            "Median der Tage vom Freiwerden einer Stelle mit Kundenkontakt bis zum ersten Arbeitstag der Nachfolge.",
        ),
        DAYS,
        Direction.LOWER,
        Origin.CUSTOMER,
        Horizon.MID,
        Part.LOYALTY,
        Score.MEDIAN,
    ),
)

CONFLICTS = (
    ConflictTemplate(
        "cost_or_solved",
        _text("Cost per contact against solved at once", "Kosten je Kontakt gegen sofort gelöst"),
        FigureTemplate(
            "cost_per_contact",
            _text("Customer service", "Kundenservice"),
            _text("Cost per contact", "Kosten je Kontakt"),
            _text(
                "All costs of customer service in a month, divided by its contacts.",
                "Alle Kosten des Kundenservice in einem Monat, geteilt durch seine Kontakte.",
            ),
            MONEY,
            Direction.LOWER,
            Origin.FINANCE,
        ),
        FigureTemplate(
            "first_contact_resolution",
            _text("Customer service", "Kundenservice"),
            _text("Solved at first contact", "Beim ersten Kontakt gelöst"),
            _text(
                "Of 100 requests, those about which nobody had to get in touch again within seven days.",
                "Von 100 Anliegen jene, zu denen sich binnen sieben Tagen niemand noch einmal melden musste.",
            ),
            SHARE,
            Direction.HIGHER,
            Origin.CUSTOMER,
            part=Part.SATISFACTION,
        ),
        _text("Time per contact", "Zeit je Kontakt"),
        Strength.STRONG,
        _text("Short contacts are cheap contacts.", "Kurze Kontakte sind billige Kontakte."),
        _text("Solving something takes its time.", "Etwas zu lösen, braucht seine Zeit."),
    ),
    ConflictTemplate(
        "speed_or_margin",
        _text("Speed of special prices against margin", "Schnelle Sonderpreise gegen Marge"),
        SPECIAL_PRICE,
        FigureTemplate(
            "margin",
            _text("Sales control, finance", "Vertriebssteuerung, Finanzen"),
            _text("Margin", "Marge"),
            _text("Contribution margin in % of revenue.", "Deckungsbeitrag in % vom Umsatz."),
            SHARE,
            Direction.HIGHER,
            Origin.FINANCE,
        ),
        _text("Depth of each check", "Tiefe jeder Prüfung"),
        Strength.MEDIUM,
        _text("Whoever answers fast checks less.", "Wer schnell antwortet, prüft weniger."),
        _text("Whoever protects the margin checks every price.", "Wer die Marge schützt, prüft jeden Preis."),
    ),
    ConflictTemplate(
        "conversion_or_returns",
        _text("Conversion against returns", "Abschlussquote gegen Rückgaben"),
        FigureTemplate(
            "return_rate",
            _text("Logistics, contract services", "Logistik, Vertragsservice"),
            _text("Return rate", "Rückgabequote"),
            _text(
                "Of 100 purchases or contracts, those given back or revoked within 30 days.",
                "Von 100 Käufen oder Verträgen jene, die binnen 30 Tagen zurückgegeben oder widerrufen wurden.",
            ),
            SHARE,
            Direction.LOWER,
            Origin.CUSTOMER,
            part=Part.SATISFACTION,
        ),
        FigureTemplate(
            "conversion",
            _text("Marketing, sales", "Marketing, Vertrieb"),
            _text("Conversion", "Abschlussquote"),
            _text(
                "Of 100 visits to the shop or the offer, those that ended in a purchase or contract.",
                "Von 100 Besuchen im Laden, im Web oder beim Angebot jene, die mit einem Kauf oder Vertrag endeten.",
            ),
            SHARE,
            Direction.HIGHER,
            Origin.FINANCE,
        ),
        _text("Pressure to close", "Druck auf den Abschluss"),
        Strength.MEDIUM,
        _text(
            "Whoever fears returns lets people think it over.",
            "Wer Rückgaben vermeiden will, lässt Bedenkzeit.",
        ),
        _text("Whoever counts closings presses for them.", "Wer Abschlüsse zählt, drängt auf sie."),
    ),
)
FIGURE_TEMPLATES = {each.slug: each for each in FIGURES}
CONFLICT_TEMPLATES = {each.slug: each for each in CONFLICTS}
