"""What everybody in the room agrees to before the first vote."""

from __future__ import annotations

from leitstern.core.texts import Text

WORDING = Text(
    en="We rate openly. A small room cannot be anonymous: others may guess who gave which rating, and the result shows "
    "executives, managers and staff apart, even if one of these groups is a single person. While the room is open, a "
    "random code holds your ratings together; it is deleted when the room closes, at the latest a day after the last "
    "question. What stays is how many of each group voted for which level, question by question; no name, device or "
    "time is ever stored. Taking part is voluntary, and you can leave any question out.",
    de="Wir urteilen offen. Ein kleiner Raum kann nicht anonym sein: Andere können erraten, wer wie geurteilt hat, und "
    "das Ergebnis zeigt Geschäftsleitung, Führungskräfte und Mitarbeitende getrennt, auch wenn eine dieser Gruppen aus "
    "einer einzigen Person besteht. Solange der Raum offen ist, hält ein zufälliger Code Ihre Urteile zusammen; er wird "
    "gelöscht, wenn der Raum schließt, spätestens einen Tag nach der letzten Frage. Es bleibt, wie viele jeder Gruppe "
    "für welche Stufe gestimmt haben, Frage für Frage; weder Name noch Gerät noch Uhrzeit werden je gespeichert. Die "
    "Teilnahme ist freiwillig, und Sie können jede Frage auslassen.",
)
