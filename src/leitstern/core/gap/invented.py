"""Names of digital touchpoints that other kinds of company have: plausible, and not in the register that is tested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.company.lookup import spellings, spelt_alike
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.core.company.taxonomy import Touchpoint

INVENTED: dict[str, Text] = {
    "live-map": Text(en="Live map of the technician on the way", de="Live-Karte der Technikerin auf dem Weg"),
    "fitting-room": Text(en="Digital fitting room", de="Digitale Umkleide"),
    "waiting-number": Text(en="Text message with a waiting number", de="Kurznachricht mit einer Wartenummer"),
    "friends-page": Text(en="Page on which customers invite friends", de="Seite zum Einladen von Bekannten"),
    "customer-forum": Text(
        en="Forum in which customers help each other", de="Forum, in dem Kundinnen und Kunden einander helfen"
    ),
    "returns-portal": Text(en="Returns portal", de="Retourenportal"),
    "loyalty-wallet": Text(
        en="Loyalty points in the phone's wallet", de="Treuepunkte in der Handy-Brieftasche"
    ),
    "beginners-webinar": Text(en="Webinar for beginners", de="Webinar zum Einstieg"),
    "photo-warranty": Text(en="Warranty registered by photo", de="Garantie per Foto anmelden"),
    "voice-assistant": Text(
        en="Voice assistant for the speaker at home", de="Sprachassistent für den Lautsprecher zu Hause"
    ),
    "shop-terminal": Text(en="Self-service terminal in the shop", de="Selbstbedienungs-Terminal im Laden"),
    "wish-list": Text(en="Wish list to share", de="Wunschliste zum Teilen"),
    "spare-parts": Text(en="Finder of spare parts", de="Ersatzteilsuche"),
    "video-visit": Text(
        en="Video visit outside opening hours", de="Videobesuch außerhalb der Öffnungszeiten"
    ),
    "meter-photo": Text(en="Meter reading by photo", de="Zählerstand per Foto"),
    "seat-choice": Text(en="Choosing a seat online", de="Sitzplatzwahl im Netz"),
    "messenger-slot": Text(en="Choosing a delivery time in a messenger", de="Lieferzeit im Messenger wählen"),
    "customer-podcast": Text(en="Podcast for customers", de="Podcast für die Kundschaft"),
    "room-viewer": Text(
        en="Viewer that shows a product in one's own room", de="Ansicht eines Produkts im eigenen Raum"
    ),
    "outage-map": Text(en="Map of disruptions", de="Störungskarte"),
    "packing-list": Text(en="Packing list by e-mail", de="Packliste per E-Mail"),
    "season-quiz": Text(en="Quiz of the season in the newsletter", de="Quiz der Saison im Newsletter"),
    "key-app": Text(en="App that opens the door", de="App, die die Tür öffnet"),
    "refill-reminder": Text(en="Reminder to order again", de="Erinnerung ans Nachbestellen"),
}


def not_ours(register: Iterable[Touchpoint]) -> tuple[str, ...]:
    """Those that the register does not have: no touchpoint is called or written like them."""
    ours = {spelling for each in register for spelling in spellings(each)}
    return tuple(
        slug
        for slug, name in INVENTED.items()
        if not {spelt_alike(each) for each in (slug, name.en, name.de)} & ours
    )
