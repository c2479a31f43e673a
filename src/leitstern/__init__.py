"""Leitstern: the gap between what a company believes and what its customers live through."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from leitstern.library.installation import Installation


def open_home(folder: str | PathLike[str], language: str = "en") -> Installation:
    """Open an installation for reading, in a notebook or a program of one's own.

    Parameters
    ----------
    folder : str or PathLike
        The home folder, as `leitstern --home` names it.
    language : str
        `"de"` or `"en"`.

    Returns
    -------
    Installation
        Tables, findings and pictures at the state that is published now.

    Raises
    ------
    NotFound
        If there is no home in the folder, or nothing has been brought in yet.

    Examples
    --------
    >>> import leitstern
    >>> home = leitstern.open_home("my-home")  # doctest: +SKIP
    """
    from leitstern.library.installation import Installation

    return Installation(Path(folder), language)
