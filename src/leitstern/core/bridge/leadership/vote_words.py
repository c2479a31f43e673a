"""What is said of a vote of leaders, and of counts that cannot be one."""

from __future__ import annotations

from leitstern.core.texts import Text

TOGETHER = Text(
    en="The {n} leaders lie close together on everything they voted on.",
    de="Die Führung liegt bei allem, worüber sie abgestimmt hat, nah beieinander ({n} Stimmen).",
)
RANKED = Text(
    en="The leaders disagree most on “{name}”: it stands anywhere from place {low} to place {high} of {points}.",
    de="Am wenigsten einig ist sich die Führung bei „{name}“: Es steht irgendwo zwischen Platz {low} und Platz {high} von {points}.",
)
RATED = Text(
    en="The leaders disagree most on “{name}”: answers reach from {low} to {high} of {points}.",
    de="Am wenigsten einig ist sich die Führung bei „{name}“: Die Antworten reichen von {low} bis {high} von {points}.",
)
UNEVEN = Text(
    en="Every line needs a count for each of the same two or more points.",
    de="Jede Zeile braucht für dieselben zwei oder mehr Punkte je eine Anzahl.",
)
NO_COUNT = Text(
    en="Counts are whole numbers from 0 to {most}.", de="Anzahlen sind ganze Zahlen von 0 bis {most}."
)
TOO_FEW = Text(
    en="On “{name}” only {n} voted; below {fewest} nothing is kept, so that nobody’s vote can be told.",
    de="Zu „{name}“ haben nur {n} abgestimmt; unter {fewest} wird nichts gespeichert, damit niemandes Stimme erkennbar ist.",
)
NOT_RANKS = Text(
    en="{things} things need {things} ranks, and there are {points}.",
    de="Für {things} Zeilen braucht es {things} Plätze, es sind aber {points}.",
)
RANK_COUNT = Text(
    en="Place {rank} was given {there} times by {n} leaders; everybody gives each place once.",
    de="Platz {rank} wurde bei {n} Abstimmenden {there}-mal vergeben; alle vergeben jeden Platz genau einmal.",
)
THING_COUNT = Text(
    en="“{name}” has {there} votes of {n} leaders; in an order everybody places everything.",
    de="„{name}“ hat {there} Stimmen bei {n} Abstimmenden; in einer Reihenfolge bekommt von allen alles genau einen Platz.",
)
