"""What everybody in the room agrees to before the first vote."""

from __future__ import annotations

from leitstern.core.texts import Text

WORDING = Text(
    en="We rate openly. A small room cannot be anonymous: others may guess who gave which rating, and the result shows "
    "executives, managers and staff apart, even if one of these groups is a single person. Until the room closes, a "
    "random code holds your ratings together; then it is deleted, and no name, device or time is ever stored. "
    "Taking part is voluntary, and you can leave any question out.",
    de="Wir urteilen offen. Ein kleiner Raum kann nicht anonym sein: Andere können erraten, wer wie geurteilt hat, und "
    "das Ergebnis zeigt Geschäftsleitung, Führungskräfte und Mitarbeitende getrennt, auch wenn eine dieser Gruppen aus "
    "einer einzigen Person besteht. Bis der Raum schließt, hält ein zufälliger Code Ihre Urteile zusammen; danach wird "
    "er gelöscht, und weder Name noch Gerät noch Uhrzeit werden je gespeichert. Die Teilnahme ist freiwillig, und Sie "
    "können jede Frage auslassen.",
)
