"""Figures of the study “The Experience Gap: AI’s Imminent Impact on CX”, as the article “CX im Wandel” tells them."""

from __future__ import annotations

from leitstern.core.bridge.claims.claim import Claim, Figure, Grade, Quote, Unit, verbatim
from leitstern.core.bridge.claims.counterpart import Counterpart, not_yet
from leitstern.core.texts import Text

STUDY = verbatim("WSJ Intelligence, Code and Theory: The Experience Gap: AI’s Imminent Impact on CX")
ARTICLE = verbatim(
    "CX im Wandel: Warum 93 % der Führungskräfte ihre Customer Experience als „defekt“ ansehen"
)
HEADLINE = Text(en="headline of the article", de="Überschrift des Artikels")
BODY = Text(en="text of the article", de="Text des Artikels")
CONCLUSION = Text(en="conclusion of the article", de="Fazit des Artikels")
ELSEWHERE = Text(en="cxm.world, on the same study", de="cxm.world, über dieselbe Studie")
ASKED = 800
COMPARE = Text(
    en="Beside the own figure, as what other leaders say of themselves.",
    de="Neben der eigenen Zahl, als das, was andere Führungskräfte von sich sagen.",
)
NOT_A_TARGET = Text(
    en="As a target or as proof of what a project brings: it is what leaders in the USA think.",
    de="Als Zielwert oder als Beleg dafür, was ein Vorhaben bringt: Es ist, was Führungskräfte in den USA meinen.",
)
NO_QUESTION = not_yet(
    "no question asks leaders for it in these words",
    "keine Frage fragt Führungskräfte danach mit diesen Worten",
)


def _share(percent: int, en: str, de: str) -> Figure:
    return Figure(percent / 100, Unit.SHARE, Text(f"{percent}%", f"{percent} %"), Text(en, de))


def _asked(
    slug: str,
    name: Text,
    figures: tuple[Figure, ...],
    counterpart: Counterpart = NO_QUESTION,
    quotes: tuple[Quote, ...] = (),
    differ: Text | None = None,
    may: Text = COMPARE,
) -> Claim:
    return Claim(
        slug=slug,
        name=name,
        figures=figures,
        grade=Grade.SURVEY_OPINION,
        source=STUDY,
        through=ARTICLE,
        may=may,
        may_not=NOT_A_TARGET,
        counterpart=counterpart,
        n=ASKED,
        quotes=quotes,
        differ=differ,
    )


EXPERIENCE_GAP: tuple[Claim, ...] = (
    _asked(
        "experience-broken",
        Text(
            en="Leaders who are not content with their company's customer experience",
            de="Führungskräfte, die mit dem Kundenerlebnis ihres Unternehmens nicht zufrieden sind",
        ),
        (_share(93, "of executives asked", "der befragten Führungskräfte"),),
        quotes=(
            Quote("defekt", HEADLINE),
            Quote("gebrochen", BODY),
            Quote("besser sein könnte", CONCLUSION),
            Quote("broken", ELSEWHERE, "en"),
        ),
        differ=Text(
            en="The article says “broken” first and in the end only that it “could be better”, and there it speaks of companies, no longer of leaders. Whoever quotes the figure says which wording is meant.",
            de="Der Artikel sagt zuerst „gebrochen“ und am Ende nur noch, es könne „besser sein“, und spricht dort von Unternehmen statt von Führungskräften. Wer die Zahl nennt, sagt, welcher Wortlaut gemeint ist.",
        ),
    ),
    _asked(
        "experience-matters",
        Text(
            en="Leaders who say that customer experience adds directly to success",
            de="Führungskräfte, nach denen das Kundenerlebnis direkt zum Erfolg beiträgt",
        ),
        (_share(94, "of executives asked", "der befragten Führungskräfte"),),
        quotes=(
            Quote("direkt zum Geschäftserfolg", BODY),
            Quote("contributes directly to business success", ELSEWHERE, "en"),
        ),
        differ=Text(
            en="The article speaks of customer experience, the second source of the strategy for it.",
            de="Der Artikel spricht vom Kundenerlebnis, die zweite Quelle von der Strategie dafür.",
        ),
        may=Text(
            en="Beside the 93%, to show how far aspiration and judgement of oneself part.",
            de="Neben den 93 %, um zu zeigen, wie weit Anspruch und eigenes Urteil auseinanderliegen.",
        ),
    ),
    _asked(
        "innovative-experiences",
        Text(
            en="Those who use new technology for innovative or adaptive experiences",
            de="Wer neue Technologien für innovative oder adaptive Erlebnisse nutzt",
        ),
        (_share(28, "of executives asked", "der befragten Führungskräfte"),),
        counterpart=Counterpart(
            what=Text(
                en="of your initiatives with artificial intelligence are judged by a better experience; the study asked leaders instead of counting initiatives",
                de="Ihrer Initiativen mit künstlicher Intelligenz werden an einem besseren Erleben gemessen; die Studie hat Führungskräfte gefragt und keine Initiativen gezählt",
            )
        ),
        quotes=(Quote("innovative oder adaptive digitale Kundenerlebnisse", BODY),),
    ),
    Claim(
        slug="revenue-of-the-best",
        name=Text(
            en="More revenue of companies with excellent customer experience management",
            de="Mehr Umsatz von Unternehmen mit exzellentem Management des Kundenerlebnisses",
        ),
        figures=(
            Figure(
                0.30,
                Unit.MORE,
                Text("30%", "30 %"),
                Text(
                    "more revenue than less customer-centred competitors, on average",
                    "mehr Umsatz als weniger kundenzentrierte Wettbewerber, im Schnitt",
                ),
            ),
            Figure(
                1.4e9,
                Unit.DOLLARS,
                Text("around US$1.4 billion", "rund 1,4 Milliarden US-Dollar"),
                Text("more per year", "mehr pro Jahr"),
            ),
        ),
        grade=Grade.CROSS_SECTIONAL,
        source=STUDY,
        through=ARTICLE,
        may=Text(
            en="To say that both are found together.",
            de="Um zu sagen, dass beides zusammen vorkommt.",
        ),
        may_not=Text(
            en="As what an initiative will bring, in no business case: rich companies can also afford a better experience.",
            de="Als das, was eine Initiative bringen wird, in keiner Wirtschaftlichkeitsrechnung: Reiche Unternehmen können sich auch ein besseres Erlebnis leisten.",
        ),
        counterpart=not_yet(
            "no revenue is brought in, and one company has nothing to compare with",
            "Umsatz wird nicht eingelesen, und ein einzelnes Unternehmen hat keinen Vergleich",
        ),
        n=ASKED,
        quotes=(Quote("30 % mehr Umsatz, rund 1,4 Milliarden US-Dollar mehr pro Jahr", BODY),),
    ),
    _asked(
        "behind-on-ai",
        Text(
            en="Leaders who see themselves behind with artificial intelligence",
            de="Führungskräfte, die sich bei künstlicher Intelligenz im Rückstand sehen",
        ),
        (_share(76, "of executives asked", "der befragten Führungskräfte"),),
        quotes=(Quote("im Rückstand", BODY), Quote("More than 70%", ELSEWHERE, "en")),
        differ=Text(
            en="The article says 76%, the second source “more than 70%”, and of adoption rather than transformation. Both fit together; we quote the article.",
            de="Der Artikel sagt 76 %, die zweite Quelle „mehr als 70 %“, und das von der Einführung statt von der Transformation. Beides passt zusammen; wir nennen den Artikel.",
        ),
    ),
    _asked(
        "personalisation-unused",
        Text(
            en="Leaders who see the potential of personalisation by artificial intelligence unused",
            de="Führungskräfte, die das Potenzial KI-getriebener Personalisierung nicht ausgeschöpft sehen",
        ),
        (_share(88, "of executives asked", "der befragten Führungskräfte"),),
        quotes=(Quote("noch nicht ausgeschöpft", BODY), Quote("remains unfulfilled", ELSEWHERE, "en")),
    ),
    _asked(
        "emotional-ai",
        Text(
            en="Leaders who say they understand the emotional use of artificial intelligence well",
            de="Führungskräfte, die nach eigenen Angaben viel vom emotionalen Einsatz künstlicher Intelligenz verstehen",
        ),
        (_share(44, "of executives asked", "der befragten Führungskräfte"),),
        quotes=(Quote("fortgeschrittenes Verständnis für den emotionalen Einsatz von KI", BODY),),
    ),
    _asked(
        "barriers",
        Text(en="What leaders say stands in the way", de="Was nach Führungskräften im Weg steht"),
        (
            _share(56, "name the company's culture", "nennen die Unternehmenskultur"),
            _share(49, "name leaders who do not agree", "nennen fehlende Abstimmung in der Führung"),
            _share(44, "name a lack of creative talent", "nennen einen Mangel an kreativem Talent"),
            _share(43, "name internal silos", "nennen interne Silos"),
        ),
        counterpart=not_yet(
            "nobody was asked to name barriers in these four groups",
            "niemand wurde nach Hindernissen in diesen vier Gruppen gefragt",
        ),
        quotes=(Quote("zentrale Hürde", BODY), Quote("cultural dysfunction", ELSEWHERE, "en")),
        differ=Text(
            en="The article speaks of culture as such, the second source of cultural dysfunction.",
            de="Der Artikel spricht von der Kultur überhaupt, die zweite Quelle von einer gestörten Kultur.",
        ),
    ),
)
