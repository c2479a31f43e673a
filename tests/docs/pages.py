"""Reading our own Markdown: tables, headings, links. As much of the language as our pages use."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"

Row = dict[str, str]


def pages() -> list[Path]:
    """Every page of the project, those at its root included."""
    return sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "examples").rglob("*.md")])


def name(page: Path) -> str:
    """As tests call it."""
    return page.relative_to(ROOT).as_posix()


def prose(page: Path) -> str:
    """The text of a page without its blocks of code."""
    return re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def tables(page: Path) -> list[list[Row]]:
    """Every table as a list of rows, each with its cells by heading of the column."""
    found: list[list[Row]] = []
    header: list[str] | None = None
    for line in prose(page).splitlines():
        if not line.startswith("|"):
            header = None
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if header is None:
            header = cells
            found.append([])
        elif set(line) <= set("|-: "):
            continue
        elif len(cells) != len(header):
            raise AssertionError(f"{name(page)}: a row has {len(cells)} cells, not {len(header)}: {line}")
        else:
            found[-1].append(dict(zip(header, cells, strict=True)))
    return found


def headings(page: Path, level: int) -> list[str]:
    """The page's headings of one level, in order."""
    return re.findall(rf"^{'#' * level} (.+)$", prose(page), flags=re.MULTILINE)


def anchors(page: Path) -> set[str]:
    """What a link may name after `#`."""
    return {
        re.sub(r"[^\w\- ]", "", title.replace("`", "").lower()).strip().replace(" ", "-")
        for level in range(1, 7)
        for title in headings(page, level)
    }


def links(page: Path) -> list[str]:
    """The targets of all links and pictures."""
    return re.findall(r"\]\(([^)\s]+)\)", prose(page))


def bare(cell: str) -> str:
    """A cell without the marks of code."""
    return cell.strip("`")


def named_tests(row: Row) -> list[str]:
    """The tests a row names, each `file::function`."""
    return [bare(entry) for entry in row["test"].split(" ") if entry != "–"]


def is_a_test(node: str) -> bool:
    """Whether this file has this test function, in a class or not."""
    path, _, function = node.partition("::")
    file = ROOT / path
    if not file.is_file() or not function.startswith("test_"):
        return False
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return any(isinstance(n, ast.FunctionDef) and n.name == function for n in ast.walk(tree))
