"""What a bought market study, a consumer test and a competitor itself say; planted beside what the company's customers live.

In the planted company customers who call with a problem are helped better elsewhere; families in mourning are advised
better here, and more people recommend this company. In the twin the competitors are as good as the company is.
"""

from __future__ import annotations

from leitstern.collect.example.truths import EASY, PLANTED, RECOMMEND, SATISFIED, TWIN, truth_table
from leitstern.core.bridge.competitors.figure import STAYED, Asked, FigureDraft, Origin
from leitstern.core.texts import Text

# Invented names. Of 100 customers there: by competitor, touchpoint, statement; in the twin the company's own truth.
_THERE = (
    ("Nordstern Bank", "call_help", SATISFIED, 82),
    ("Hafen Direktbank", "call_help", SATISFIED, 80),
    ("Nordstern Bank", "bereavement", SATISFIED, 62),
    ("Nordstern Bank", "", RECOMMEND, 14),
    ("Hafen Direktbank", "payment", EASY, 90),
)
_RECOMMENDED_AT = "yearly_statement"  # the only place where the company asks it
_ASKED = 1_200
_WORDING = {
    SATISFIED: Text(
        en="How satisfied are you with it? 1 to 5; 4 and 5 agree",
        de="Wie zufrieden sind Sie damit? 1 bis 5; 4 und 5 stimmen zu",
    ),
    RECOMMEND: Text(
        en="Would you recommend us? 0 to 10; 9 and 10 agree",
        de="Würden Sie uns weiterempfehlen? 0 bis 10; 9 und 10 stimmen zu",
    ),
    EASY: Text(
        en="We made it easy for you. 1 to 7; 5 to 7 agree",
        de="Wir haben es Ihnen leicht gemacht. 1 bis 7; 5 bis 7 stimmen zu",
    ),
}
_STUDY = Text(en="Bought market study on banking, table 12", de="Gekaufte Marktstudie Banken, Tabelle 12")
_TEST = Text(en="Consumer magazine, test of claims", de="Verbrauchermagazin, Test der Schadenregulierung")
_GRADES = Text(en="School grades by 14 testers", de="Schulnoten von 14 Testpersonen")
_ADVERT = Text(en="Advertisement of the competitor", de="Anzeige des Wettbewerbers")
_LOYAL = Text(en="Annual report, letter to shareholders", de="Geschäftsbericht, Brief an die Aktionäre")


def market_told(year: int, language: str, *, planted: bool) -> list[FigureDraft]:
    """Figures as somebody would enter them in `year`."""
    truths = truth_table(PLANTED if planted else TWIN)
    return [
        *(
            FigureDraft(
                name,
                point,
                facet,
                share if planted else round(100 * truths[point or _RECOMMENDED_AT, facet].lived, 1),
                _ASKED,
                year - 1,
                _STUDY.to(language),
                _WORDING[facet].to(language),
                Asked.SAME,
                Origin.COMMISSIONED,
            )
            for name, point, facet, share in _THERE
        ),
        FigureDraft(
            "Assekuranz Elbe",
            "claim_settled",
            SATISFIED,
            74.0,
            None,
            year - 4,
            _TEST.to(language),
            _GRADES.to(language),
            Asked.OTHER,
            Origin.INDEPENDENT,
        ),
        FigureDraft(
            "Hafen Direktbank",
            "account_opening",
            EASY,
            98.0,
            None,
            year - 1,
            _ADVERT.to(language),
            "",
            Asked.UNKNOWN,
            Origin.OWN_WORDS,
        ),
        FigureDraft(
            "Nordstern Bank",
            "",
            STAYED,
            93.0,
            20_000,
            year - 1,
            _LOYAL.to(language),
            "",
            Asked.UNKNOWN,
            Origin.OWN_WORDS,
        ),
    ]
