"""What letters say."""

from __future__ import annotations

from leitstern.app.waves.models import Kind
from leitstern.core.texts import Text

SUBJECT = {
    Kind.INVITATION: Text(en="Your view is asked: {name}", de="Ihre Sicht ist gefragt: {name}"),
    Kind.REMINDER: Text(en="Still time until the end: {name}", de="Noch ist Zeit: {name}"),
}
_PROMISE = Text(
    en="""Taking part is voluntary. There are {items} short statements, about ten minutes; you can stop and go on later on the same device. The last day is {closes}.

Your answers carry no name, no address and no time. This link lets you answer once; it is kept apart from what you answer and forgotten when the survey ends. Nothing is ever shown about fewer than {fewest} people.

{link}

The link is yours alone: please do not pass it on. Nobody reads replies to this address.""",
    de="""Die Teilnahme ist freiwillig. Es sind {items} kurze Aussagen, etwa zehn Minuten; Sie können unterbrechen und später am selben Gerät weitermachen. Der letzte Tag ist der {closes}.

Ihre Antworten tragen keinen Namen, keine Adresse und keine Uhrzeit. Dieser Link lässt Sie einmal antworten; er wird getrennt von Ihren Antworten aufbewahrt und vergessen, wenn die Befragung endet. Über weniger als {fewest} Personen wird nie etwas gezeigt.

{link}

Der Link gehört Ihnen allein: Bitte geben Sie ihn nicht weiter. Antworten an diese Adresse liest niemand.""",
)
BODY = {
    Kind.INVITATION: Text(
        en="Good day,\n\nhow does your company really work for its customers? You know. We ask everybody the same questions.\n\n"
        + _PROMISE.en,
        de="Guten Tag,\n\nwie arbeitet Ihr Haus wirklich für seine Kundinnen und Kunden? Sie wissen es. Wir stellen allen dieselben Fragen.\n\n"
        + _PROMISE.de,
    ),
    Kind.REMINDER: Text(
        en="Good day,\n\nthis link has not been used yet. If you would like to answer, there is still time. If not, that is fine too, and nobody will know.\n\n"
        + _PROMISE.en,
        de="Guten Tag,\n\ndieser Link wurde noch nicht benutzt. Wenn Sie antworten möchten, ist noch Zeit. Wenn nicht, ist das auch in Ordnung, und niemand erfährt davon.\n\n"
        + _PROMISE.de,
    ),
}
