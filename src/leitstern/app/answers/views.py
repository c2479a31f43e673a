"""The pages of the family that ask about answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from leitstern.app.answers.comments_form import CommentsForm
from leitstern.app.answers.comments_page import comments_page, comments_table
from leitstern.app.answers.pages import show
from leitstern.app.answers.scores_form import ScoresForm
from leitstern.app.answers.scores_page import scores_page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

LAST = 100_000  # pages that can be asked for


def scores(request: HttpRequest) -> HttpResponse:
    """How scores moved from period to period."""
    return show(request, "scores", scores_page, ScoresForm)


def comments(request: HttpRequest) -> HttpResponse:
    """What customers wrote, found by words."""
    asked = request.GET.get("page", "")
    page = min(int(asked), LAST) if asked.isascii() and asked.isdigit() and int(asked) else 1
    table = request.GET.get("format") == "csv"
    build = comments_table if table else partial(comments_page, page=page)
    return show(request, "comments", build, CommentsForm, beside=False)
