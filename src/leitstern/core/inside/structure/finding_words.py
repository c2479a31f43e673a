"""The sentences of what the register shows."""

from __future__ import annotations

from leitstern.core.texts import Text

OR = Text(en="or", de="oder")
CONTRADICTS = Text(
    en="Leaders see the structure built around customers (level {level} of 4), yet one role carries only {share} of the steps.",
    de="Die Führung sieht den Aufbau rund um die Kundschaft (Stufe {level} von 4), getragen sind aber nur {share} der Schritte.",
)
CONTRADICTS_ALL = Text(
    en="Leaders see the structure built around customers (level {level} of 4), yet none of {n} steps is carried by one role.",
    de="Die Führung sieht den Aufbau rund um die Kundschaft (Stufe {level} von 4), getragen ist aber keiner von {n} Schritten.",
)
FITS = Text(
    en="What leaders say about the structure (level {level} of 4) does not contradict it: one role carries {share} of the steps.",
    de="Was die Führung über den Aufbau sagt (Stufe {level} von 4), widerspricht ihm nicht: Getragen sind {share} der Schritte.",
)
NO_JOURNEY = Text(
    en="For none of {n} journeys does exactly one role answer from beginning to end.",
    de="Für keine von {n} Reisen ist von Anfang bis Ende genau eine Rolle verantwortlich.",
)
JOURNEYS = Text(
    en="{share} of {n} steps lie with whoever answers for the whole journey.",
    de="{share} von {n} Schritten liegen bei jemandem, der für die ganze Reise verantwortlich ist.",
)
ONE_AGAINST = Text(
    en="About one interface the two sides say opposite things.",
    de="Über eine Schnittstelle sagen die beiden Seiten Gegenteiliges.",
)
AGAINST = Text(
    en="About {n} interfaces the two sides say opposite things.",
    de="Über {n} Schnittstellen sagen die beiden Seiten Gegenteiliges.",
)
NONE_AGAINST = Text(
    en="About none of {n} interfaces do the two sides contradict each other.",
    de="Bei keiner von {n} Schnittstellen widersprechen sich die beiden Seiten.",
)
ONE_WRONG = Text(en="“{name}”: {why}.", de="„{name}“: {why}.")
WRONG = Text(
    en="In {n} of {of} pieces of work it is unclear who answers; “{name}”: {why}.",
    de="Bei {n} von {of} Aufgaben ist unklar, wer die Verantwortung trägt; „{name}“: {why}.",
)
RIGHT = Text(
    en="For each of {n} pieces of work exactly one role answers; {changing} of them are about to change.",
    de="Für jede von {n} Aufgaben ist genau eine Rolle verantwortlich; {changing} davon sollen sich ändern.",
)
EXCUSE = Text(
    en="{share} of the work for customers ({n} of {of}) belongs to nobody but the unit for experience.",
    de="{share} der Arbeit für die Kundschaft ({n} von {of}) gehört niemandem als der Stelle für Kundenerlebnis.",
)
NO_EXCUSE = Text(
    en="No work for customers ({of} pieces) is left to the unit for experience alone.",
    de="Keine Arbeit für die Kundschaft ({of} Aufgaben) ist allein der Stelle für Kundenerlebnis überlassen.",
)
AMBASSADORS = Text(
    en="{n} of {of} units have ambassadors for customers.",
    de="{n} von {of} Bereichen haben Kundenbotschafter.",
)
SILENT = Text(en="None in: {names}.", de="Keine gibt es in: {names}.")
SPANS = Text(
    en="{n} of {of} leading roles answer for more than one function.",
    de="{n} von {of} Führungsrollen sind für mehr als eine Funktion verantwortlich.",
)
SHORT = Text(
    en="For {n} of {of} skills there are too few people; most of all: {skill} (at least {least} of {needed} missing).",
    de="Für {n} von {of} Kompetenzen gibt es zu wenige; am meisten fehlt: {skill} (mindestens {least} von {needed}).",
)
ENOUGH = Text(
    en="Of none of {of} skills can it be said that people are missing.",
    de="Bei keiner von {of} Kompetenzen lässt sich sagen, dass jemand fehlt.",
)
USED = Text(
    en="{n} of {of} things that were ended are still used; “{name}” {times} times since.",
    de="{n} von {of} beendeten Dingen werden weiter benutzt; „{name}“ seither {times}-mal.",
)
UNUSED = Text(
    en="Nothing of what was ended ({of}) has been used since.",
    de="Nichts von dem, was beendet wurde ({of}), wurde seither benutzt.",
)
