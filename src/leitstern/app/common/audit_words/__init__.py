"""What the audit log keeps as ids, said in words. A test knows every verb of the program."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from leitstern.app.common.audit_words.bridge import BRIDGE
from leitstern.app.common.audit_words.house import HOUSE
from leitstern.app.common.audit_words.inside import INSIDE

VERBS = HOUSE | INSIDE | BRIDGE
ACTORS = {
    "command line": _("command line"),
    "worker": _("worker"),
    "example company": _("example company"),
}
