"""What customers wrote, found by words: counted, and shown masked as it came in. Never kept: searches are many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.answers.asking import Asked
from leitstern.app.answers.comments_form import CommentsForm
from leitstern.app.journeys.lined import of_hundred
from leitstern.app.outside.reading import Question
from leitstern.app.outside.voices import in_own_language
from leitstern.core.outside.comments import (
    Found,
    FoundAt,
    Search,
    counted,
    enough,
    read_counted,
    says,
    written,
)
from leitstern.core.outside.few import TOO_FEW_CUSTOMERS
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text, grouped

if TYPE_CHECKING:
    from datetime import date

    from ibis import Table

    from leitstern.app.answers.asking import Choice
    from leitstern.core.outside.comments import Verdict
    from leitstern.core.stats.estimate import Measured

PAGE = 20  # comments at a time
MOST = 5_000  # comments of one spreadsheet
FOUND = Text(
    en="{comments} comments of {customers} customers{said}; {bad} [{low}–{high}] of 100 come with a bad answer.",
    de="{comments} Kommentare von {customers} Kundinnen und Kunden{said}; {bad} [{low}–{high}] von 100 gehören zu einer schlechten "
    "Antwort.",
)
OF_ONE_KIND = Text(
    en="{comments} comments of {customers} customers{said}, all with {verdict}.",
    de="{comments} Kommentare von {customers} Kundinnen und Kunden{said}, alle mit {verdict}.",
)
KINDS: dict[Verdict, Text] = {
    "good": Text(en="a good answer", de="einer guten Antwort"),
    "bad": Text(en="a bad answer", de="einer schlechten Antwort"),
}
SAYING = Text(en=" say this", de=" enthalten das")
NOTHING = Text(
    en="Nobody wrote this. Try fewer words, another spelling, a wider selection, or * for any letters: deliver* finds delivery and "
    "delivered, too.",
    de="Das hat niemand geschrieben. Versuchen Sie es mit weniger Wörtern, anders geschrieben, in einer weiteren Auswahl oder mit * für "
    "beliebige Buchstaben: liefer* findet auch Lieferung, *liefer* auch geliefert.",
)
FEW = Text(
    en="Fewer than five customers wrote this. What they wrote is not shown, so that nobody is recognised by it; look for something "
    "more general, or in a wider selection.",
    de="Weniger als fünf Kundinnen und Kunden haben das geschrieben. Damit niemand daran zu erkennen ist, wird es nicht gezeigt; suchen "
    "Sie allgemeiner oder in einer weiteren Auswahl.",
)


@dataclass(frozen=True, slots=True)
class Comment:
    """What one customer wrote, with what was looked for marked in it. `ref` names it for picking."""

    ref: str
    parts: tuple[tuple[str, bool], ...]
    language: str
    touchpoint: int
    day: date
    good: bool
    value: float
    high: float

    @property
    def text(self) -> str:
        """The comment as it reads."""
        return "".join(part for part, _ in self.parts)


@dataclass(frozen=True, slots=True)
class Comments:
    """What was found: how much of how much, the share of bad answers, place by place, and the newest of them."""

    search: Search
    found: Found
    among: Found
    bad: Measured
    places: tuple[FoundAt, ...]
    comments: tuple[Comment, ...]
    sentence: Text


def found_comments(choice: Choice, page: int = 1, most: int = PAGE) -> Comments:
    """The comments of a selection in which all of it was said, the newest first; of fewer than five customers none."""
    view = choice.view
    if not isinstance(view, CommentsForm):
        raise TypeError("Comments are asked for with their own form.")
    search = view.search
    with choice.state.reader() as reader:
        one = Asked(Question(choice.state, reader), choice.selections[0])
        there = written(one.answers, view.verdict, view.cleaned_data["language"])
        rows = there.filter(says(there, search)) if search.terms else there
        ((_, found, bad),) = read_counted(one.ask.run(counted(rows)))
        if found.few:
            said = NOTHING if not found.customers else FEW
            return Comments(search, found, found, TOO_FEW_CUSTOMERS, (), (), said)
        among = found if not search.terms else read_counted(one.ask.run(counted(there)))[0][1]
        places = [
            FoundAt(row["touchpoint"], each, share)
            for row, each, share in read_counted(one.ask.run(counted(rows, ["touchpoint"])))
        ]
        newest = rows.order_by([rows.local_date.desc(), rows.seq.desc()]).limit(
            most, offset=(page - 1) * PAGE
        )
        comments = tuple(_comment(row, search) for row in one.ask.rows(shown_columns(newest)))
    said = _sentence(search, found, bad, view.verdict)
    return Comments(search, found, among, bad, enough(places), comments, said)


def shown_columns(answers: Table) -> Table:
    """What is shown of answers, and where they lie; not whose they are."""
    return answers.select(
        *("import_id", "seq", "comment", "language", "touchpoint", "local_date", "value", "high", "good_from")
    )


def _comment(row: dict[str, object], search: Search) -> Comment:
    language = str(row["language"] or "")
    said = in_own_language(str(row["comment"]), language)
    return Comment(
        ref=f"{row['import_id']}-{row['seq']}",
        parts=tuple(search.parts(said)),
        language=language,
        touchpoint=row["touchpoint"],  # type: ignore[arg-type]
        day=row["local_date"],  # type: ignore[arg-type]
        good=row["value"] >= row["good_from"],  # type: ignore[operator]
        value=row["value"],  # type: ignore[arg-type]
        high=row["high"],  # type: ignore[arg-type]
    )


def _sentence(search: Search, found: Found, bad: Measured, verdict: Verdict) -> Text:
    if not isinstance(bad, Estimate):
        raise TypeError("Of five customers and more the share is known.")
    told = {
        "comments": grouped(found.comments),
        "customers": grouped(found.customers),
        "said": SAYING if search.terms else Text("", ""),
    }
    if verdict:
        return OF_ONE_KIND.fill(**told, verdict=KINDS[verdict])
    share = of_hundred(bad)
    return FOUND.fill(**told, bad=share["share"], low=share["low"], high=share["high"])
