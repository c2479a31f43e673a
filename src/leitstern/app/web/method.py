"""The method pages: how each number is calculated, from the same files as the documentation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt

PACKAGED = Path(__file__).resolve().parents[2] / "method"
CHECKOUT = Path(__file__).resolve().parents[4] / "docs" / "method"
SCROLLER = '<div class="scroll" tabindex="0"><table>'  # reachable by keyboard


@dataclass(frozen=True, slots=True)
class Method:
    """One page: its address, title, first paragraph as plain text, and body as HTML."""

    slug: str
    title: str
    summary: str
    html: str


def folder() -> Path:
    """Where the files are: inside the installed package, or in the checkout it runs from."""
    return PACKAGED if PACKAGED.is_dir() else CHECKOUT


@cache
def methods(language: str) -> dict[str, Method]:
    """All pages in one language, by title."""
    ending = ".de.md" if language.startswith("de") else ".md"
    files = [f for f in folder().glob(f"*{ending}") if ending == ".de.md" or not f.name.endswith(".de.md")]
    pages = [_read(file, file.name.removesuffix(ending)) for file in files if file.name[0].islower()]
    return {page.slug: page for page in sorted(pages, key=lambda page: page.title.casefold())}


def _read(file: Path, slug: str) -> Method:
    source = file.read_text(encoding="utf-8")
    title, _, body = source.partition("\n")
    # The files link each other as files; pages have addresses without an ending. Tables scroll on small screens.
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    html = str(markdown.render(body)).replace('.de.md"', '"').replace('.md"', '"')
    html = html.replace("<table>", SCROLLER).replace("</table>", "</table></div>")
    summary = next(
        (p.strip() for p in body.split("\n\n") if p.strip() and not p.lstrip().startswith(("#", "|", "-"))),
        "",
    )
    return Method(slug, title.lstrip("# ").strip(), " ".join(summary.replace("*", "").split()), html)
