"""All charts on one page per language and medium, for the eye: `python -m tests.charts.gallery FOLDER`."""

from __future__ import annotations

import base64
import importlib.util
import sys
from html import escape
from pathlib import Path

from tests.charts.drawings import CHARTS, NARROW, draw

from leitstern.charts.locales import LOCALES
from leitstern.charts.style import CSS
from leitstern.charts.theme import PRINT, WEB

PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8"><title>Charts</title><style>
{faces}{css}
:root{{color-scheme:{scheme}}}
body{{margin:0;padding:24px;background:var(--bg);color:var(--ink);font:15px Figtree}}
section{{display:flex;gap:24px;align-items:flex-start;margin-bottom:24px}}
.card{{background:var(--surface);border:1px solid var(--line);border-radius:14px;padding:20px}}
h2{{font-size:16px;margin:0 0 12px}}
</style><body>{body}</body></html>"""


def _face(module: str, file: str, family: str) -> str:
    spec = importlib.util.find_spec(module)
    assert spec is not None
    assert spec.origin is not None
    data = base64.b64encode((Path(spec.origin).parent / "files" / file).read_bytes()).decode()
    style = "italic" if "Italic" in file else "normal"
    return f"@font-face{{font-family:{family};src:url(data:font/ttf;base64,{data});font-weight:300 900;font-style:{style}}}"


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    faces = _face("fontpkg_figtree", "Figtree[wght].ttf", "Figtree")
    faces += _face("fontpkg_newsreader", "Newsreader-Italic[opsz,wght].ttf", "Newsreader")
    for medium in ("light", "dark", "paper"):
        for language in LOCALES:
            for only in (*CHARTS, None):
                body = ""
                for name, (_, wide) in CHARTS.items():
                    if only in (name, None):
                        drawings = (
                            draw(name, language, width, PRINT if medium == "paper" else WEB)
                            for width in (wide, NARROW)
                        )
                        cards = "".join(
                            f'<div class="card"><h2>{escape(name)}</h2>{d}</div>' for d in drawings
                        )
                        body += f"<section>{cards}</section>"
                page = PAGE.format(
                    language=language,
                    faces=faces,
                    css=CSS,
                    scheme="dark" if medium == "dark" else "light",
                    body=body,
                )
                (folder / f"{only or 'all'}-{medium}-{language}.html").write_text(page)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
