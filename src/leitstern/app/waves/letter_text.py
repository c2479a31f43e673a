"""What letters say, in the order a reader asks: who wants what, how long, where, must I, who sees it, is it safe."""

from __future__ import annotations

from leitstern.app.waves.models import Kind
from leitstern.core.texts import Text

SUBJECT = {
    Kind.INVITATION: Text(en="Your view is asked: {name}", de="Ihre Sicht ist gefragt: {name}"),
    Kind.REMINDER: Text(en="There is still time: {name}", de="Noch ist Zeit: {name}"),
}
_REST = Text(
    en="""What it takes: {items} short statements, about {minutes} minutes, on a phone too. You can stop and go on later on the same device. There is time until {closes}.

Here it begins:
{link}

It is voluntary. You need not take part, and you may leave out what you cannot judge. Whether you answered is shown to nobody.

Who sees what? Your answers are kept without name, address and time of day, apart from this link. Only results of at least {fewest} people are shown, and comments only once there are {comments}, without department. When the survey ends, your address and this link are deleted; single answers {keep_days} days after the results are published.

The link is yours alone and lets you answer once: please do not pass it on. Opening it answers nothing, so a scanner that checks links in mails cannot answer for you.

If you have questions, ask whoever looks after the survey in your company. Nobody reads replies to this address.

Thank you!""",
    de="""Was Sie erwartet: {items} kurze Aussagen, etwa {minutes} Minuten, auch am Telefon. Sie können unterbrechen und später am selben Gerät weitermachen. Zeit ist bis zum {closes}.

Hier geht es los:
{link}

Es ist freiwillig. Sie müssen nicht mitmachen, und Sie dürfen auslassen, was Sie nicht beurteilen können. Ob Sie geantwortet haben, wird niemandem gezeigt.

Wer sieht was? Ihre Antworten werden ohne Namen, Adresse und Uhrzeit aufbewahrt, getrennt von diesem Link. Gezeigt werden nur Ergebnisse von mindestens {fewest} Personen, Kommentare erst, wenn es {comments} sind, und ohne Bereich. Wenn die Befragung endet, werden Ihre Adresse und dieser Link gelöscht, einzelne Antworten {keep_days} Tage nach der Veröffentlichung der Ergebnisse.

Der Link gehört Ihnen allein und lässt Sie einmal antworten: Bitte geben Sie ihn nicht weiter. Ihn zu öffnen, beantwortet noch nichts; ein Virenscanner, der Links in E-Mails prüft, kann also nicht für Sie antworten.

Wenn Sie Fragen haben, hilft Ihnen, wer die Befragung in Ihrem Haus betreut. Antworten an diese Adresse liest niemand.

Vielen Dank!""",
)
BODY = {
    Kind.INVITATION: Text(
        en="Good day,\n\nhow does {company} really work for its customers? Nobody knows better than the people who work "
        "there. That is why {company} asks for your view.\n\n" + _REST.en,
        de="Guten Tag,\n\nwie arbeitet {company} wirklich für Kundinnen und Kunden? Niemand weiß das besser als die "
        "Menschen, die dort arbeiten. Deshalb bittet {company} Sie um Ihre Sicht.\n\n" + _REST.de,
    ),
    Kind.REMINDER: Text(
        en="Good day,\n\nnot long ago {company} asked for your view of how it works for its customers. This link has not "
        "been used yet. If you would like to answer, there is still time. If not, that is fine too. This is a letter "
        "the program sends to all unused links; nobody sees to whom.\n\n" + _REST.en,
        de="Guten Tag,\n\nvor Kurzem hat {company} Sie um Ihre Sicht darauf gebeten, wie dort für Kundinnen und Kunden "
        "gearbeitet wird. Dieser Link wurde noch nicht benutzt. Wenn Sie antworten möchten, ist noch Zeit. Wenn nicht, ist "
        "das auch in Ordnung. Diesen Brief schickt das Programm an alle unbenutzten Links; niemand sieht, an wen.\n\n"
        + _REST.de,
    ),
}
BOTH = (
    "(English below)\n\n{german}\n\n– – –\n\n{english}\n"  # nobody's language is known, and nobody's is asked
)
SECONDS_EACH = 9  # that a statement takes to read and to answer


def minutes(items: int) -> int:
    """How long so many statements take, rounded up."""
    return max(1, -(-items * SECONDS_EACH // 60))
