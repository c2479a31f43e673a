"""Cards are offered to decisions as evidence of customers."""

from __future__ import annotations

from django.apps import AppConfig


class CardsConfig(AppConfig):
    name = "leitstern.app.cards"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from leitstern.app.cards.citing import frozen, offered
        from leitstern.app.leadership.freezing import also_freezes
        from leitstern.app.leadership.offering import also_offers
        from leitstern.core.bridge.leadership.terms import Proof

        also_freezes(Proof.CARD, frozen)
        also_offers(_("Knowledge cards"), offered)
