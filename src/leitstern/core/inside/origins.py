"""Where a question comes from: the guiding questions, steps, factors and findings of the sources, by short code."""

from __future__ import annotations

from leitstern.core.texts import Text

_FACTORS = (
    Text(en="no relapse", de="nicht rückfällig werden"),
    Text(en="a task of top management", de="Aufgabe der obersten Führung"),
    Text(en="no department as an excuse", de="kein Bereich als Ausrede"),
    Text(en="sometimes less data is more", de="manchmal sind weniger Daten mehr"),
    Text(en="people who understand data and customers", de="Menschen, die Daten und Kundschaft verstehen"),
    Text(en="incentives", de="Anreize"),
)
_QUESTION = Text(en="guiding question {n}", de="Leitfrage {n}")
_STEP = Text(en="step {n}", de="Schritt {n}")
_FACTOR = Text(en="success factor {n}: {name}", de="Erfolgsfaktor {n}: {name}")

ORIGINS: dict[str, Text] = {
    **{f"q{n}": _QUESTION.fill(n=n) for n in range(1, 8)},
    **{f"s{n}": _STEP.fill(n=n) for n in range(1, 8)},
    **{f"f{n}": _FACTOR.fill(n=n, name=name) for n, name in enumerate(_FACTORS, 1)},
    "contact-history": Text(
        en="finding: 60% have no complete contact history",
        de="Befund: 60 % haben keine vollständige Kontakthistorie",
    ),
    "feedback": Text(en="finding: 75% capture no feedback", de="Befund: 75 % erfassen keine Rückmeldungen"),
    "needs": Text(
        en="finding: fewer than 20% know needs", de="Befund: weniger als 20 % kennen die Bedürfnisse"
    ),
    "orchestration": Text(
        en="all touchpoints interlock without friction",
        de="alle Kontaktpunkte greifen reibungsfrei ineinander",
    ),
    "dynamics": Text(en="digital technology does not stand still", de="digitale Technik bleibt nicht stehen"),
    "enabler": Text(en="the four questions of leadership", de="die vier Fragen der Führung"),
    "experiments": Text(en="safe spaces for experiments", de="sichere Räume für Versuche"),
    "realtime": Text(
        en="fast answers, and proactive only where leadership wants it",
        de="schnelle Antworten, und von sich aus nur, wo die Führung es will",
    ),
    "zero-party": Text(
        en="what customers tell of their own accord", de="was die Kundschaft von sich aus mitteilt"
    ),
    "taxonomy": Text(en="one shared taxonomy", de="eine gemeinsame Taxonomie"),
    "ecosystem": Text(
        en="people supported, partners in one network", de="Menschen unterstützen, Partner in einem Netzwerk"
    ),
    "emotional-ai": Text(
        en="empathy and brand voice, not efficiency alone",
        de="Einfühlung und Ton der Marke, nicht Effizienz allein",
    ),
    "dora": Text(en="DORA capability research", de="Forschung von DORA"),
}


def origins(source: str) -> tuple[Text, ...]:
    """The readable origins of a `source` such as "q1 s5"; a code nobody knows stands for itself."""
    return tuple(ORIGINS.get(code) or Text(en=code, de=code) for code in source.split())
