"""Stories as a mail somebody can send on: text and HTML, opened as a draft by mail programs."""

from __future__ import annotations

from email.message import EmailMessage
from typing import TYPE_CHECKING

from django.template.loader import render_to_string
from django.utils.translation import gettext, ngettext

from leitstern.core.bridge.practice.terms import TELLERS, Teller

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leitstern.app.practice.models import Story
    from leitstern.core.texts import Text


def story_mail(stories: Sequence[Story], units: Mapping[str, Text], language: str) -> bytes:
    """A message without sender and receiver; nothing in it is loaded from anywhere."""
    told = [
        {
            "row": each,
            "teller": TELLERS[Teller(each.teller)].to(language),
            "unit": units[each.unit].to(language) if each.unit in units else each.unit,
        }
        for each in stories
    ]
    mail = EmailMessage()
    mail["Subject"] = (
        stories[0].title
        if len(stories) == 1
        else ngettext("%(n)s story of how we work", "%(n)s stories of how we work", len(stories))
        % {"n": len(stories)}
    )
    mail["X-Unsent"] = "1"  # mail programs then open it for writing
    context = {"stories": told, "none": gettext("No story has been published yet.")}
    mail.set_content(render_to_string("practice/mail.txt", context))
    mail.add_alternative(render_to_string("practice/mail.html", context), subtype="html")
    return mail.as_bytes()
