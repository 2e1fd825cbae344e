"""The structure holds: who may import whom, and a new figure needs no other file touched."""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

import holdslides
import holdslides.figures
from holdslides.figures import Area, figure_ids, load_figure

SOURCE = Path(holdslides.__file__).parent
MODULES = sorted(p for p in SOURCE.rglob("*.py") if "__pycache__" not in p.parts)

# From what knows nothing of the others to what knows them all: a module imports from its own stage and those above it.
STAGES = {
    "ground": (
        "__init__.py problems.py records.py ids.py keys.py atomic.py folders.py yaml_*.py zip_limits.py"
    ),
    "shapes": "drawing.py widths.py fonts_data type_metrics.py kit figures",
    "slides": "texts.py pages.py deck.py",
    "content": (
        "structure.py wrong_values.py models*.py slide_keys.py figure_values.py theme.py brand.py logo.py look.py"
        " clinic.py own_deck.py register.py references.py activities.py edits.py safety_net.py library.py"
        " content_check.py clinic_check.py overlay.py schemas.py starting.py markup.py templates.py"
        " plain_templates.py locked_texts.py"
    ),
    "said": (
        "request.py setting_words.py occasion.py selection.py parts.py own_parts.py orders.py page_orders.py"
        " arranging.py choosing.py leaving.py schedule.py timing.py asked_time.py slides_from.py compose*.py"
        " prospects.py sheet_phones.py paper_writer.py poster_claims.py stair_minutes.py rotation.py paper.py"
        " worksheet.py run_sheet.py"
    ),
    "placed": "lines.py placing.py table_fit.py furniture.py measured.py fit.py",
    "written": "pptx_file print_file",
    "judged": "check",
    "made": "make*.py listing.py paper_files.py kit_readme.py",
    "asked for": "cli web __main__.py",
}
# An order or own slides in klinik.yaml are judged by following them, as a request would.
REACH_BACK = {("clinic_check.py", of) for of in ("orders.py", "own_parts.py", "request.py")}
# Beside the stages: who must not know whom though the stages would allow it.
STRANGERS = {
    "drawing.py": "kit figures",
    "kit": "figures",
    "figures": "widths.py type_metrics.py",
    "compose.py": "theme.py kit figures",
    "slides_from.py": "theme.py kit figures",
    "schedule.py": "library.py occasion.py",
    "fit.py": "library.py compose.py",
    "placing.py": "library.py compose.py",
    "pptx_file": "print_file library.py compose.py kit",
    "print_file": "pptx_file library.py compose.py",
    "check": "pptx_file",
    "cli": "pptx_file print_file library.py compose.py",
    "web": "pptx_file cli",
}
# Who may import each library, and what of the standard library only one place has a use for; "" is nobody.
ONLY = {
    "pptx": "pptx_file/clinic_template.py pptx_file/template_*.py pptx_file/logo.py",
    "lxml": "pptx_file/*",
    "typst": "print_file/compiler.py",
    "fontpkg_arimo": "print_file/compiler.py",
    "font_source_sans_pro": "print_file/compiler.py",
    "click": "cli/*",
    "flask": "web/*",
    "werkzeug": "web/*",
    "jinja2": "templates.py web/app.py",
    "yaml": "yaml_text.py yaml_reader.py",
    "marshal": "yaml_cache.py",
    "ruamel": "web/clinic_file.py web/commented_yaml.py web/program_file.py web/rewriting.py",
    "multiprocessing": "make_clinics.py",
    "threading": "web/*",
    "_thread": "print_file/compiler.py",
    "socket": "web/server.py",
    "webbrowser": "web/server.py",
    "subprocess": "",
    "pickle": "",
    "ctypes": "",
}
# Commands alone speak; nothing runs text as code but the maker of `__init__`s.
CALLS = {"print": "", "input": "", "eval": "", "breakpoint": "", "exec": "records.py"}
MOST_LINES = 300


def imports(source: str) -> Iterator[tuple[str, int]]:
    """Every module a source imports, at the top or inside a function, with its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module, node.lineno
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def calls(source: str) -> Iterator[tuple[str, int]]:
    """Every call of a plain name, with its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node.lineno


def is_one_of(name: str, patterns: str) -> bool:
    """Whether a path below holdslides/ is meant by one of the patterns."""
    return any(fnmatch(name, pattern) for pattern in patterns.split())


def stage_of(top: str) -> int:
    """The number of the stage a file or folder of holdslides/ belongs to."""
    (stage,) = (i for i, patterns in enumerate(STAGES.values()) if is_one_of(top, patterns))
    return stage


def faults(name: str, source: str) -> Iterator[str]:
    """Everything a module, by its path below holdslides/, must not import or call."""
    top = name.split("/")[0]
    for imported, line in imports(source):
        first, _, rest = imported.partition(".")
        if first != "holdslides":
            if not is_one_of(name, ONLY.get(first, "*" if first in sys.stdlib_module_names else "")):
                yield f"{name}:{line} imports {imported}"
            continue
        target = rest.split(".")[0]
        target += "" if (SOURCE / target).is_dir() else ".py"
        if not rest or not (SOURCE / target).exists():
            continue  # a name of the package itself
        is_later = stage_of(target) > stage_of(top) and (top, target) not in REACH_BACK
        if is_later or is_one_of(target, STRANGERS.get(top, "")):
            yield f"{name}:{line} imports {imported}"
    for called, line in calls(source):
        if not is_one_of(name, CALLS.get(called, "*")):
            yield f"{name}:{line} calls {called}"


def below(path: Path) -> str:
    """A file's path below the package."""
    return path.relative_to(SOURCE).as_posix()


def test_every_file_and_folder_belongs_to_one_stage_and_every_pattern_to_something() -> None:
    tops = {below(path).split("/")[0] for path in MODULES}
    assert len(MODULES) > 300
    assert {"kit", "figures", "check", "pptx_file", "print_file", "cli", "web"} <= tops
    for top in tops:
        assert sum(is_one_of(top, patterns) for patterns in STAGES.values()) == 1, top
    for pattern in " ".join((*STAGES.values(), *STRANGERS, *STRANGERS.values())).split():
        assert any(fnmatch(top, pattern) for top in tops), pattern
    for pattern in " ".join((*ONLY.values(), *CALLS.values())).split():
        assert any(fnmatch(below(path), pattern) for path in MODULES), pattern


@pytest.mark.parametrize("path", MODULES, ids=below)
def test_a_module_imports_and_calls_only_what_its_stage_may(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert list(faults(below(path), source)) == []
    assert len(source.splitlines()) <= MOST_LINES


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("library.py", "from holdslides import compose"),
        ("library.py", "from holdslides.compose import compose_decks"),
        ("pages.py", "import holdslides.fit"),
        ("kit/canvas.py", "from holdslides.figures import Area"),
        ("figures/kop.py", "from holdslides.theme import Theme"),
        ("check/run.py", "from holdslides.make import make_decks"),
        ("print_file/sheet.py", "from holdslides.pptx_file import write"),
        ("cli/app.py", "from holdslides.pptx_file.write import write_deck"),
        ("pptx_file/write.py", "import pptx"),
        ("make.py", "import click"),
        ("library.py", "import yaml"),
        ("make.py", "import subprocess"),
        ("make.py", "import numpy"),
        ("make.py", "def f():\n    print('x')"),
    ],
)
def test_a_forbidden_import_or_call_is_seen(name: str, line: str) -> None:
    assert len(set(faults(name, line))) >= 1


def test_adding_a_figure_is_adding_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The walk of docs/architecture.md, with its very code."""
    guide = (Path(__file__).parent.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    block = guide.split("```python\n", 1)[1].split("```", 1)[0]
    code = "\n".join(line.removeprefix("   ") for line in block.splitlines())
    head = (
        "from collections.abc import Iterable\nfrom holdslides.records import dataclass\n"
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
