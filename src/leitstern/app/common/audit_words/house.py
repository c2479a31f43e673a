"""What is done to the house itself: who may in, what data comes in, what is handed out."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

HOUSE = {
    "accept link": _("came in through a link"),
    "invite person": _("invited somebody"),
    "renew link": _("made a new link"),
    "change role": _("changed a role"),
    "let in or out": _("closed or reopened an access"),
    "create key": _("created a key"),
    "revoke key": _("ended a key"),
    "adopt taxonomy": _("adopted a taxonomy"),
    "begin import": _("began an import"),
    "import": _("brought data in"),
    "begin replay": _("tried records again"),
    "purge import": _("took an import out again"),
    "open inbox": _("opened an inbox"),
    "close inbox": _("closed an inbox"),
    "read customer": _("read a customer's story"),
    "erase customer": _("erased a customer"),
    "rebuild": _("derived transitions and journeys once more"),
    "enter contact": _("entered a contact"),
    "correct contact": _("corrected a contact that was entered"),
    "withdraw contact": _("withdrew a contact that was entered"),
    "read contact": _("read a contact that was entered"),
    "do what was agreed": _("did what was agreed with a customer"),
    "reopen what was agreed": _("opened what was agreed with a customer again"),
    "bring in deck template": _("brought in slides of their own"),
    "remove deck template": _("took own slides out again"),
}
