"""The structure holds: who may import whom, and a new figure needs no other file touched."""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import holdslides
import holdslides.figures
from holdslides.figures import Area, figure_ids, load_figure

SOURCE = Path(holdslides.__file__).parent
MODULES = sorted(p for p in SOURCE.rglob("*.py") if "__pycache__" not in p.parts)

# Which libraries only one place may import.
ONLY = {
    "pptx": ("pptx_file",),
    "typst": ("print_file",),
    "click": ("cli",),
    "flask": ("web",),
    "jinja2": ("templates.py", "web"),
}
# Who may not import whom, by the first part of the path below holdslides/.
FORBIDDEN = {
    "drawing.py": ("figures", "kit", "pptx_file", "print_file", "compose.py", "theme.py", "cli", "web"),
    "kit": ("figures", "compose.py", "pages.py", "theme.py", "pptx_file", "print_file", "cli", "web"),
    "figures": ("compose.py", "pages.py", "theme.py", "library.py", "pptx_file", "print_file", "cli", "web"),
    "compose.py": ("pptx_file", "print_file", "cli", "web", "make.py", "fit.py", "theme.py", "kit"),
    "slides_from.py": ("pptx_file", "print_file", "cli", "web", "make.py", "fit.py", "theme.py", "kit"),
    "schedule.py": ("pptx_file", "print_file", "cli", "web", "library.py"),
    "library.py": ("compose.py", "fit.py", "pptx_file", "print_file", "cli", "web"),
    "fit.py": ("pptx_file", "print_file", "compose.py", "cli", "web", "library.py"),
    "placing.py": ("pptx_file", "print_file", "compose.py", "cli", "web", "library.py"),
    "pptx_file": ("print_file", "compose.py", "cli", "web", "make.py"),
    "print_file": ("pptx_file", "compose.py", "cli", "web", "make.py"),
    "make.py": ("cli", "web"),
}


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every module a file imports, at the top or inside a function, with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module, node.lineno
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def part(path: Path) -> str:
    """The first part of a file's path below the package."""
    return path.relative_to(SOURCE).parts[0]


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 40
    assert {part(p) for p in MODULES} >= set(FORBIDDEN) - {"web"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_a_module_imports_only_what_its_layer_may(path: Path) -> None:
    for name, line in imports(path):
        top = name.split(".")[0]
        if top in ONLY:
            assert part(path) in ONLY[top], f"{path.name}:{line} imports {name}"
        if name.startswith("holdslides."):
            target = name.split(".")[1]
            for forbidden in FORBIDDEN.get(part(path), ()):
                assert target != forbidden.removesuffix(".py"), f"{path.name}:{line} imports {name}"


def test_adding_a_figure_is_adding_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The walk of docs/architecture.md, with its very code."""
    guide = (Path(__file__).parent.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    block = guide.split("```python\n", 1)[1].split("```", 1)[0]
    code = "\n".join(line.removeprefix("   ") for line in block.splitlines())
    head = (
        "from collections.abc import Iterable\nfrom dataclasses import dataclass\n"
        "from holdslides.drawing import Drawing\nfrom holdslides.figures import Area, Fault, Figure\n"
        "from holdslides.keys import key\nfrom holdslides.kit.canvas import Canvas\n"
    )
    (tmp_path / "timeglas.py").write_text(head + code, encoding="utf-8")
    monkeypatch.setattr(holdslides.figures, "__path__", [*holdslides.figures.__path__, str(tmp_path)])
    figure_ids.cache_clear()
    try:
        assert "timeglas" in figure_ids()
        figure = load_figure("timeglas")
        drawing = figure.draw(figure.values(), Area(560, 540))
        assert (drawing.width, drawing.height) == (560, 540)
        assert drawing.shapes
        assert drawing.alt.endswith(".")
        assert [f.key for f in figure.faults(figure.values(2.0))] == ["sand_tilbage"]
    finally:
        sys.modules.pop("holdslides.figures.timeglas", None)
        figure_ids.cache_clear()
        importlib.invalidate_caches()
