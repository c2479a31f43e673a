"""An installation opened for reading, at one published state."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.tables.lake import LAKE
from leitstern.core.texts import Text
from leitstern.store.home import Home

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import ibis
    import pyarrow as pa

    from leitstern.app.outside.reading import Published
    from leitstern.core.company.taxonomy import Taxonomy
    from leitstern.core.gap.findings import GapReport
    from leitstern.library.seen import Seen
    from leitstern.store.reader import Reader

ONE_HOME = Text(
    en="This process reads {open} already. Start another one for {wanted}.",
    de="Dieser Prozess liest schon {open}. Starten Sie für {wanted} einen weiteren.",
)
NO_TABLE = Text(
    en="There is no table “{name}”. There are: {names}.",
    de="Eine Tabelle „{name}“ gibt es nicht. Es gibt: {names}.",
)
NO_VIEW = Text(
    en="There is no view “{name}”. There are: {names}.",
    de="Eine Ansicht „{name}“ gibt es nicht. Es gibt: {names}.",
)
LANGUAGES = ("de", "en")
NO_LANGUAGE = Text(
    en="Names and sentences are there in “de” and “en”, not in “{language}”.",
    de="Namen und Sätze gibt es auf „de“ und „en“, nicht auf „{language}“.",
)


class Installation:
    """A home folder opened for reading, at the state that is published now.

    Whatever is brought in later is not seen; open it again. Nothing can be changed from here, and no customer's story
    be read, since that takes a purpose that is written down.

    Parameters
    ----------
    folder : Path
        The home folder, as `leitstern --home` names it.
    language : str
        `"de"` or `"en"`: of sentences and names in what is returned.

    Raises
    ------
    NotFound
        If there is no home in the folder, or nothing has been brought in yet.
    Conflict
        If this process has opened another home: there is one per process.
    """

    def __init__(self, folder: Path, language: str = "en") -> None:
        if language not in LANGUAGES:
            raise InvalidInput(NO_LANGUAGE.fill(language=language))
        self.language = language
        self._state = _opened(folder.expanduser().resolve())

    def __repr__(self) -> str:
        return f"<Leitstern: {self.taxonomy.company.to(self.language)}, as of {self.as_of}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the lake; tables cannot be asked any more afterwards."""
        self._reader.__exit__(None, None, None)

    @property
    def as_of(self) -> date:
        """The last day of which something is known.

        Examples
        --------
        >>> home.as_of
        datetime.date(2026, 6, 30)
        """
        return self._state.as_of

    @property
    def taxonomy(self) -> Taxonomy:
        """The shared language: every touchpoint, department, channel with its code in the tables.

        Examples
        --------
        >>> home.taxonomy.touchpoints[0].slug
        'website_visit'
        """
        return self._state.taxonomy

    def table(self, name: str) -> ibis.Table:
        """One of the lake's five tables as an Ibis expression; nothing is read before `rows` asks for it.

        Parameters
        ----------
        name : str
            `"contacts"`, `"feedback"`, `"promises"`, `"transitions"` or `"journeys"`; their columns stand in the
            method pages and in `leitstern.core.tables.lake`. Customers are numbers, times microseconds (UTC).

        Raises
        ------
        InvalidInput
            If there is no such table.

        Examples
        --------
        >>> journeys = home.table("journeys")
        >>> home.rows(journeys.aggregate(n=journeys.count())).to_pylist()
        [{'n': ...}]
        """
        if name not in LAKE:
            raise InvalidInput(NO_TABLE.fill(name=name, names=", ".join(LAKE)))
        return self._reader.table(name)

    def rows(self, expression: ibis.Table) -> pa.Table:
        """The rows of a table expression.

        Returns
        -------
        pyarrow.Table
            `.to_pylist()` for Python, `.to_pandas()` where pandas is installed.
        """
        return self._reader.run(expression)

    def gap(self) -> GapReport:
        """Promise, belief and lived experience side by side, with what parts them.

        Examples
        --------
        >>> len(home.gap().touchpoints) > 5
        True
        """
        from leitstern.app.gap.queries import gap_report

        return gap_report(self._state)

    def view(self, name: str, against: Mapping[str, str] | None = None, **asked: Any) -> Seen:
        """A view of journeys, of one selection or of one beside another, as the pages show it.

        Parameters
        ----------
        name : str
            `"graph"`, `"steps"`, `"channels"`, `"handoffs"`, `"told-again"`, `"variants"`, `"funnel"`, `"waits"`, `"loops"`
            or `"cohorts"`.
        against : Mapping, optional
            What is put beside, in the same words; an empty one for all journeys.
        **asked
            The selection (`since`, `until`, `channel`, `touchpoint`, `department`, `who`) and what the view alone asks,
            as in the address of its page.

        Returns
        -------
        Seen
            Its sentence, rows, document and picture; a notebook shows it by itself.

        Raises
        ------
        InvalidInput
            If there is no such view, or it cannot be asked like this.

        Examples
        --------
        >>> print(home.view("channels", since="2026-01"))
        Of 100 contacts by Web after which the journey goes on, ... go on by App (n ... customers).
        """
        from leitstern.app.journeys.family import VIEWS
        from leitstern.library.seen import see

        if name not in VIEWS:
            raise InvalidInput(NO_VIEW.fill(name=name, names=", ".join(VIEWS)))
        return see(self._state, name, against, asked, self.language)

    @cached_property
    def _reader(self) -> Reader:
        return self._state.reader().__enter__()


def _opened(folder: Path) -> Published:
    # A notebook answers in the same thread that waits for its next cell, which Django would take for a mistake.
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leitstern.app.project.settings")
    home = Home.open(folder)
    known = os.environ.setdefault("LEITSTERN_HOME", str(folder))
    if Path(known).expanduser().resolve() != folder:
        raise Conflict(ONE_HOME.fill(open=known, wanted=folder))
    from leitstern.app.project.opening import ready

    ready(home)
    from leitstern.app.outside.reading import require_published

    return require_published()
