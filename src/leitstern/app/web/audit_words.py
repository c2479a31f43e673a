"""What the audit log keeps as ids, said in words. A test knows every verb of the program."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

VERBS = {
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
    "read customer": _("read a customer's story"),
    "erase customer": _("erased a customer"),
    "record beliefs": _("handed in beliefs"),
    "record a room's guesses": _("kept a room's guesses"),
    "remove beliefs": _("took beliefs out again"),
    "open guess": _("asked a room for its guesses"),
    "reveal guess": _("showed a room reality"),
    "show story to room": _("showed a room one customer's story"),
    "keep guess as belief": _("kept a room's guesses as a belief"),
    "bring in instrument": _("brought in an instrument"),
    "copy instrument": _("copied an instrument with own questions"),
    "choose instrument": _("chose the instrument that is asked"),
    "remove instrument": _("took an instrument out again"),
    "change assumption": _("changed an assumption"),
    "restore assumption": _("put an assumption back to its default"),
    "decide measure": _("decided what is done"),
    "withdraw measure": _("withdrew a decision"),
    "reinstate measure": _("let a decision stand again"),
    "claim level": _("claimed a level"),
    "withdraw claim": _("withdrew a claimed level"),
    "reinstate claim": _("let a claimed level stand again"),
    "bring proof": _("brought proof"),
    "remove proof": _("removed proof"),
    "review claim": _("examined a claimed level"),
    "assess independently": _("kept an independent assessment"),
    "withdraw assessment": _("withdrew an independent assessment"),
    "reinstate assessment": _("let an independent assessment count again"),
}
ACTORS = {
    "command line": _("command line"),
    "worker": _("worker"),
    "example company": _("example company"),
}
