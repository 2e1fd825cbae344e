"""Walks a document as a new user would: every command in its place, every YAML example in its file.

What a reader cannot see is in comments, `<!-- prøve: … -->`: what she has done to a file in between.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent

import deck_edits as edits
import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Emu

from holdslides.cli.app import run
from holdslides.cli.clicked import as_click
from holdslides.cli.parameters import command_named
from holdslides.folders import Folders, find_clinic
from holdslides.make import Workshop

_STAGE = re.compile(r"<!-- prøve: (.+?) -->")
_SERVERS = ("web",)  # commands that stay open: only their options are parsed
_CHECKED = ("moduler", "ark", "plakater")  # folders whose files `check` takes by name
_PROGRAMME, _BLOCKS = "artrose", "# blokke i et program"  # blocks join a programme of ours
_FRAGMENTS = {  # where an example that is a part of a file goes, what stands before it, and how far in it is
    "# slides i et modul": ("moduler", 'titel: "Prøve"\nslides:\n', 2),
    "# dele af et ark": ("ark", 'navn: "Prøve"\ntitel: "Prøve"\nfakta: {vist: [L29]}\ndele:\n', 2),
}


@dataclass(frozen=True)
class Step:
    """Something to do: `what` is command, told, yaml or stage; `told` are the lines a document promises."""

    line: int
    what: str
    text: str
    told: tuple[str, ...] = ()


def steps(document: Path) -> Iterator[Step]:
    """What the document does, from top to bottom."""
    lines = iter(enumerate(document.read_text(encoding="utf-8").splitlines(), 1))
    for number, line in lines:
        if found := _STAGE.match(line.strip()):
            yield Step(number, "stage", found[1])
        elif line.strip().startswith("```"):
            block = []
            for _, inner in lines:
                if inner.strip() == "```":
                    break
                block.append(inner)
            yield from _block(line.strip().removeprefix("```"), block, number + 1)
        elif line.startswith("    ") and line.split()[:1] in (["holdslides"], ["cd"]):
            yield Step(number, "command", line.strip())


def _block(language: str, block: list[str], number: int) -> Iterator[Step]:
    if language == "yaml":
        yield Step(number, "yaml", "\n".join(block) + "\n")
    elif language in ("sh", "bat"):
        for i, line in enumerate(block):
            for part in line.split("&&"):
                name, _, rest = part.strip().partition(" ")
                if re.split(r"[\\/]", name)[-1] == "holdslides":
                    yield Step(number + i, "command", f"holdslides {rest}")
    elif language == "text":
        starts = [i for i, line in enumerate(block) if line.startswith("$ ")]
        for start, end in zip(starts, [*starts[1:], len(block)], strict=True):
            told = tuple(block[start + 1 : end])
            yield Step(number + start, "told", block[start].removeprefix("$ "), told)


class Walk:
    """One reader in one empty folder."""

    def __init__(self, folder: Path, go: Callable[[Path], None], said: Callable[[], str]) -> None:
        self.folder, self._go, self._said = folder, go, said
        self._new_folders = self._fragments = 0
        self.new_folder()

    def take(self, step: Step) -> None:
        """Does what a step says. Raises AssertionError when it is not as the document says."""
        match step.what:
            case "command":
                self.do(step.text)
            case "told":
                self.is_told(step)
            case "yaml":
                self.write(step.text)
            case _:
                self.stage(step.text)

    def do(self, line: str) -> None:
        name, *arguments = shlex.split(line)
        if name == "cd":
            self._go(Path.cwd() / arguments[0])
        elif arguments and arguments[0] in _SERVERS:
            as_click(command_named(arguments[0])).make_context(arguments[0], arguments[1:])
        else:
            self._said()
            code = run(arguments)
            assert code == 0, f"{line}: {self._said()}"

    def is_told(self, step: Step) -> None:
        self._said()
        code = run(shlex.split(step.text)[1:])
        said = self._said()
        is_told_of_files = re.match(r"ud/\S+  \(", step.told[0])
        assert code == 0 if is_told_of_files else code in (1, 2), said
        for line in step.told:
            wanted = ".*".join(map(re.escape, line.strip().split("…")))
            assert re.search(wanted, said), f"»{line}« is not said, but:\n{said}"

    def write(self, text: str) -> None:
        first, _, rest = text.partition("\n")
        if first == _BLOCKS:
            path, text = Path("programmer", f"{_PROGRAMME}.yaml"), _with_blocks(rest)
        elif first in _FRAGMENTS:
            self._fragments += 1
            folder, head, depth = _FRAGMENTS[first]
            path, text = Path(folder, f"proeve-{self._fragments}.yaml"), head + indent(rest, " " * depth)
        else:
            path = Path(first.removeprefix("# "))
            assert path.suffix == ".yaml", f"the first line of an example names its file: {first}"
        path.write_text(text, encoding="utf-8")
        clinic = find_clinic(Path.cwd())
        assert clinic is not None
        if path.parent.name in _CHECKED:  # loads everything too
            self.do(f"holdslides check {path.stem}")
        else:
            problems = Workshop.open(clinic).library.load_all()
            assert not problems, "\n".join(map(str, problems))

    def stage(self, text: str) -> None:
        verb, _, rest = text.partition(" ")
        name, _, more = rest.partition(": ")
        path = Path(name)
        match verb:
            case "ny":
                self.new_folder()
            case "kør":
                self.do(rest)
            case "hent":
                _own_logo(path) if path.suffix == ".png" else _own_slides(path)
            case "ret":
                _edit(path)
            case "åbn":
                path.with_name(f"~${path.name}").write_text("", encoding="utf-8")
            case "luk":
                path.with_name(f"~${path.name}").unlink()
            case "erstat":
                old, new = more.split(" => ")
                before = path.read_text(encoding="utf-8")
                assert old in before, f"{old} is not in {path}"
                path.write_text(before.replace(old, new), encoding="utf-8")
            case "tilføj":
                with path.open("a", encoding="utf-8") as stream:
                    stream.write(more + "\n")
            case _:
                pytest.fail(f"nobody knows how to {text}")

    def new_folder(self) -> None:
        self._new_folders += 1
        folder = self.folder / str(self._new_folders)
        folder.mkdir()
        self._go(folder)


def _with_blocks(blocks: str) -> str:
    """The programme with the blocks before its own first one."""
    written = (Folders().content / "conditions" / f"{_PROGRAMME}.yaml").read_text(encoding="utf-8")
    before, key, after = written.partition("        blokke:\n")
    return before + key + indent(blocks, " " * 10) + after


def _own_logo(path: Path) -> None:
    Image.new("RGB", (240, 80), "#7A1F5C").save(path)


def _own_slides(path: Path) -> None:
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Emu(12192000), Emu(6858000)
    for title in ("Velkommen hos os", "Vores hold", "Parkering"):
        presentation.slides.add_slide(presentation.slide_layouts[5]).shapes.title.text = title
    presentation.save(str(path))


def _edit(path: Path) -> None:
    """One slide rewritten and one deleted."""
    presentation = edits.opened(path.read_bytes())
    edits.change_text(presentation.slides[4])
    edits.delete(presentation, 10)
    path.write_bytes(edits.saved(presentation))
