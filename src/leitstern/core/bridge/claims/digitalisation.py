"""Figures in “Mit Customer Experience Management die Digitalisierung meistern”, most of them quoted there from others."""

from __future__ import annotations

from leitstern.core.bridge.claims.claim import Claim, Figure, Grade, Quote, Unit, verbatim
from leitstern.core.bridge.claims.counterpart import Counterpart, not_yet
from leitstern.core.texts import Text

PAPER = verbatim("Bingemer, Ohlwein: Mit Customer Experience Management die Digitalisierung meistern")
INTRODUCTION = Text(en="section 1", de="Abschnitt 1")
STATE = Text(en="section 2", de="Abschnitt 2")
FACTORS = Text(en="section 7", de="Abschnitt 7")
SUMMARY = Text(en="section 8", de="Abschnitt 8")
AS_OTHERS = Text(
    en="To place the own figure. What the study asked, and whom, our source does not say.",
    de="Um die eigene Zahl einzuordnen. Was und wen die Studie gefragt hat, sagt unsere Quelle nicht.",
)
NOT_TODAY = Text(
    en="As the state of today, as a target, or as proof of what a project brings.",
    de="Als Stand von heute, als Zielwert oder als Beleg dafür, was ein Vorhaben bringt.",
)
COMPANIES = Text(en="of companies", de="der Unternehmen")
MUUUH = Text(en="MUUUH! Consulting 2018, p. 25", de="MUUUH! Consulting 2018, S. 25")
BLOOMBERG = verbatim("Bloomberg 2014")


def _share(value: float, said: Text, of: Text = COMPANIES) -> Figure:
    return Figure(value, Unit.SHARE, said, of)


def _found(
    slug: str,
    name: Text,
    figures: tuple[Figure, ...],
    source: Text,
    year: int,
    counterpart: Counterpart,
    quotes: tuple[Quote, ...],
    grade: Grade = Grade.SURVEY_OPINION,
    may: Text = AS_OTHERS,
    may_not: Text = NOT_TODAY,
    differ: Text | None = None,
) -> Claim:
    return Claim(
        slug=slug,
        name=name,
        figures=figures,
        grade=grade,
        source=source,
        through=PAPER,
        may=may,
        may_not=may_not,
        counterpart=counterpart,
        year=year,
        quotes=quotes,
        differ=differ,
    )


DIGITALISATION: tuple[Claim, ...] = (
    _found(
        "in-transformation",
        Text(
            en="Companies that have begun a digital transformation",
            de="Unternehmen, die einen digitalen Wandel eingeleitet haben",
        ),
        (_share(0.9, Text("nine of ten", "neun von zehn")),),
        BLOOMBERG,
        2014,
        not_yet(
            "one company has begun or has not; there is no share",
            "ein einzelnes Unternehmen hat begonnen oder nicht; einen Anteil gibt es nicht",
        ),
        (
            Quote("hatten […] eingeleitet", INTRODUCTION),
            Quote("angeben, einen digitalen Transformationsprozess eingeleitet zu haben", SUMMARY),
        ),
        differ=Text(
            en="Section 1 tells it as a fact, section 8 as what companies say of themselves. We take it as the latter.",
            de="Abschnitt 1 erzählt es als Tatsache, Abschnitt 8 als Angabe der Unternehmen über sich. Wir nehmen es als Angabe.",
        ),
    ),
    _found(
        "lived-orientation",
        Text(
            en="Companies that live customer orientation",
            de="Unternehmen, die Kundenorientierung leben",
        ),
        (_share(0.4, Text("only 40%", "nur 40 %")),),
        Text(en="Eichsteller, Seitz 2017, p. 4", de="Eichsteller, Seitz 2017, S. 4"),
        2017,
        not_yet(
            "the study does not say from where on orientation counts as lived; your levels of culture stand in the placement",
            "die Studie sagt nicht, ab wann Orientierung als gelebt gilt; Ihre Stufen der Kultur stehen in der Verortung",
        ),
        (Quote("leben nur 40%", STATE),),
    ),
    _found(
        "contact-history",
        Text(
            en="Companies without a complete contact history",
            de="Unternehmen ohne vollständige Kontakthistorie",
        ),
        (_share(0.6, Text("60%", "60 %")),),
        MUUUH,
        2018,
        Counterpart(
            what=Text(
                en="of your touchpoints are missing from your customers' history: no contact there has been brought in; the study counted companies, not touchpoints",
                de="Ihrer Kontaktpunkte fehlen in der Historie Ihrer Kundschaft: Von dort wurde kein Kontakt eingelesen; die Studie hat Unternehmen gezählt, nicht Kontaktpunkte",
            )
        ),
        (Quote("60% mangelt es an einer vollständigen Kontakthistorie", STATE),),
        Grade.VENDOR,
    ),
    _found(
        "feedback-captured",
        Text(
            en="Companies that do not capture what their customers say back",
            de="Unternehmen, die Rückmeldungen ihrer Kundschaft nicht erfassen",
        ),
        (_share(0.75, Text("75%", "75 %")),),
        MUUUH,
        2018,
        Counterpart(
            what=Text(
                en="of your touchpoints have no answer from any customer; the study counted companies, not touchpoints",
                de="Ihrer Kontaktpunkte sind ohne jede Antwort von Kundinnen und Kunden; die Studie hat Unternehmen gezählt, nicht Kontaktpunkte",
            )
        ),
        (Quote("75% erfassen das Feedback ihrer Kunden nicht", STATE),),
        Grade.VENDOR,
    ),
    _found(
        "needs-known",
        Text(
            en="Companies that know what their customers want and need",
            de="Unternehmen, die Wünsche und Bedürfnisse ihrer Kundschaft kennen",
        ),
        (_share(0.2, Text("less than 20%", "weniger als 20 %")),),
        MUUUH,
        2018,
        not_yet(
            "what customers tell of their needs is not brought in",
            "was Kundinnen und Kunden von ihren Bedürfnissen erzählen, wird nicht eingelesen",
        ),
        (Quote("weniger als 20% kennen deren Wünsche und Bedürfnisse", STATE),),
        Grade.VENDOR,
    ),
    _found(
        "data-people-missing",
        Text(
            en="People missing in the USA in 2018 who understand data",
            de="Menschen, die 2018 in den USA fehlen und Daten verstehen",
        ),
        (
            Figure(
                180_000,
                Unit.PEOPLE,
                Text("around 180,000", "rund 180.000"),
                Text("analysts", "Fachleute für Datenanalyse"),
            ),
            Figure(
                1_500_000,
                Unit.PEOPLE,
                Text("1,500,000", "1.500.000"),
                Text("deciders", "Entscheidungstragende"),
            ),
        ),
        Text(
            en="McKinsey Global Institute: Manyika et al. 2011, p. 10 f.",
            de="McKinsey Global Institute: Manyika et al. 2011, S. 10 f.",
        ),
        2011,
        not_yet(
            "skills are not on record, so nobody can say how many people are missing",
            "Kompetenzen sind nicht erfasst, darum kann niemand sagen, wie viele Menschen fehlen",
        ),
        (Quote("Lücke von rund 180.000 Datenanalyseexperten", FACTORS),),
        Grade.VENDOR,
        may=Text(
            en="To say that in 2011 a consultancy expected a shortage for 2018.",
            de="Um zu sagen, dass eine Beratung 2011 für 2018 einen Mangel erwartete.",
        ),
        may_not=Text(
            en="As something that was counted, or for any other year or country.",
            de="Als etwas, das gezählt wurde, oder für ein anderes Jahr oder Land.",
        ),
    ),
    _found(
        "staffing-hurdle",
        Text(
            en="Companies for which too few or untrained people are a central hurdle for big data",
            de="Unternehmen, für die zu wenig oder zu wenig geschultes Personal eine zentrale Hürde bei Big Data ist",
        ),
        (_share(0.5, Text("around half", "rund die Hälfte")),),
        Text(en="Russom 2011, p. 12", de="Russom 2011, S. 12"),
        2011,
        Counterpart(
            what=Text(
                en="of all positions here that need a data skill are open; the study asked companies what stands in their way",
                de="aller Stellen hier, die eine Datenkompetenz brauchen, sind offen; die Studie hat Unternehmen gefragt, was ihnen im Weg steht",
            )
        ),
        (Quote("rund die Hälfte der Unternehmen", FACTORS),),
    ),
    _found(
        "employees-part",
        Text(
            en="Experiences in which employees have a part",
            de="Erlebnisse, an denen Mitarbeitende beteiligt sind",
        ),
        (
            _share(
                0.6, Text("60%", "60 %"), Text("of delighting experiences", "der begeisternden Erlebnisse")
            ),
            _share(
                0.7, Text("70%", "70 %"), Text("of frustrating experiences", "der frustrierenden Erlebnisse")
            ),
        ),
        Text(en="Esch, Kochann 2018, p. 16", de="Esch, Kochann 2018, S. 16"),
        2018,
        Counterpart(
            what=Text(
                en="of all answers were given where customers meet an employee; the study counted experiences, not answers",
                de="aller Antworten stammen von Stellen, an denen Kundinnen und Kunden jemanden von uns treffen; die Studie hat Erlebnisse gezählt, nicht Antworten",
            ),
            each=(
                Text(en="of the best answers possible", de="der besten möglichen Antworten"),
                Text(en="of the worst answers possible", de="der schlechtesten möglichen Antworten"),
            ),
        ),
        (
            Quote(
                "60 Prozent der begeisternden und sogar an 70 Prozent der frustrierenden Erlebnisse", FACTORS
            ),
        ),
        may=Text(
            en="To say that people have a part in most of what stays in mind, good or bad.",
            de="Um zu sagen, dass Menschen an dem meisten beteiligt sind, was in Erinnerung bleibt, im Guten wie im Schlechten.",
        ),
        may_not=Text(
            en="As blame: taking part is not causing. Nor as what training will bring.",
            de="Als Schuld: Beteiligt ist nicht verursacht. Auch nicht als das, was Schulung bringen wird.",
        ),
    ),
    _found(
        "touchpoints-understood",
        Text(
            en="Those asked who understand their digital touchpoints well",
            de="Befragte, die ihre digitalen Kontaktpunkte gut verstehen",
        ),
        (_share(0.25, Text("only a quarter", "nur ein Viertel"), Text("of those asked", "der Befragten")),),
        BLOOMBERG,
        2014,
        Counterpart(
            Text(
                en="of the digital touchpoints in the register are known to the rooms asked in the last twelve months, beyond "
                "guessing; the study counted people, here counts what they recognise",
                de="der digitalen Kontaktpunkte im Register kennen die Räume, die in den letzten zwölf Monaten gefragt wurden, "
                "über Raten hinaus; die Studie zählte Menschen, hier zählt, was sie erkennen",
            )
        ),
        (Quote("solides Verständnis von den digitalen Touchpoints", SUMMARY),),
    ),
)
