"""What is tried: a clinic's folder with something wrong in it, and a command run on it.

Case N of a seed is always the same.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import clinic_files
import contents
import packages
import texts
from bases import ROOT, Bases, Case

CONTENT = ROOT / "content"
CONDITIONS = ("laenderyg", "artrose", "nerverod", "spinalstenose")
NEEDS = {"nerverod": ("--level", "laend")}
OUT = "ud"


# ---- kinds ------------------------------------------------------------------------------------------------
def _files(kind: str) -> list[Path]:
    return sorted((CONTENT / kind).glob("*.yaml"))


def _deck(condition: str, *more: str) -> tuple[str, ...]:
    return ("deck", condition, *NEEDS.get(condition, ()), *more)


def _module(dice: random.Random, case: Case, _: Bases) -> None:
    path = dice.choice(_files("modules"))
    name = (
        path.stem
        if dice.random() < 0.9
        else dice.choice(("min-egen", "Smerteforståelse", "æøå", "x y", "-x"))
    )
    case.files[f"klinik/moduler/{name}.yaml"] = contents.changed(dice, contents.read(path))
    condition = dice.choice(CONDITIONS)
    case.arguments = dice.choice(
        (
            *(_deck(condition, "--session", "1", "--modules", name),) * 5,
            _deck(condition),
            ("check", name),
            ("show", name),
            ("list", "modules"),
        )
    )


def _condition(dice: random.Random, case: Case, _: Bases) -> None:
    path = dice.choice(_files("conditions"))
    case.files[f"klinik/programmer/{path.stem}.yaml"] = contents.changed(dice, contents.read(path))
    setting = dice.choice(("hold", "individuel", "traening"))
    case.arguments = dice.choice(
        (
            *(_deck(path.stem, "--session", "1"), _deck(path.stem, "--setting", setting)) * 3,
            ("list", "conditions"),
            ("show", path.stem, "--kind", "program"),
            ("sheet", "--condition", path.stem),
            _deck(path.stem, "--minutes", dice.choice(("20", "45", "90", "nan", "-5", "1e9", "0"))),
        )
    )


def _poster(dice: random.Random, case: Case, _: Bases) -> None:
    path = dice.choice(_files("posters"))
    case.files[f"klinik/plakater/{path.stem}.yaml"] = contents.changed(dice, contents.read(path))
    size = dice.choice(("a4", "a3", "a0"))
    case.arguments = dice.choice(
        (
            *(("poster", path.stem, "--size", size),) * 5,
            ("poster", path.stem, "--bleed"),
            ("poster", path.stem, "--distance", dice.choice(("3", "0", "-1", "1e9", "nan", "inf", "0.0001"))),
            ("poster", "--plan"),
            ("list", "posters"),
        )
    )


def _sheet(dice: random.Random, case: Case, _: Bases) -> None:
    path = dice.choice(_files("sheets"))
    case.files[f"klinik/ark/{path.stem}.yaml"] = contents.changed(dice, contents.read(path))
    case.arguments = dice.choice(
        (
            *(("sheet", path.stem),) * 4,
            ("sheet", path.stem, "--large"),
            ("sheet", path.stem, "--condition", "artrose"),
        )
    )


def _activity(dice: random.Random, case: Case, _: Bases) -> None:
    whole = contents.read(CONTENT / "modules" / "aktivitetstyper.yaml")
    item = dice.choice(whole.split("\n  - id: ")[1:])
    name = item.partition("\n")[0].partition("#")[0].strip()
    lines = [line[4:] for line in item.split("\n")[1:] if line.startswith("    ") or not line]
    text = f"id: {name}\n" + "\n".join(lines) + "\n"
    case.files[f"klinik/aktiviteter/{name}.yaml"] = contents.changed(dice, text)
    case.arguments = dice.choice(
        (
            _deck("laenderyg", "--session", "1", "--modules", "aktivitetstyper"),
            ("list", "activities"),
            ("show", name),
        )
    )


def _clinic(dice: random.Random, case: Case, bases: Bases) -> None:
    case.files["klinik/klinik.yaml"] = contents.changed(dice, clinic_files.CLINIC)
    case.files["klinik/egne.pptx"] = bases.own
    case.arguments = dice.choice(
        (
            *(_deck("laenderyg", "--session", "2"), _deck("laenderyg", "--session", "1")) * 2,
            ("list",),
            ("poster", "kom_til_hold", "--hold", "mandag 16"),
            ("sheet", "min_plan", "--condition", "laenderyg"),
            _deck("artrose", "--session", "1"),
        )
    )


def _facts(dice: random.Random, case: Case, _: Bases) -> None:
    case.files["klinik/fakta.yaml"] = contents.changed(dice, clinic_files.FACTS)
    case.arguments = dice.choice(
        (("list", "facts"), _deck("laenderyg", "--session", "1", "--modules", "krop"), ("check", "krop"))
    )


def _edits(dice: random.Random, case: Case, _: Bases) -> None:
    case.files["klinik/rettelser/laenderyg.yaml"] = contents.changed(dice, clinic_files.EDITS)
    case.arguments = _deck("laenderyg", "--session", "1", "--modules", "kopmodellen")


def _built_in(dice: random.Random, case: Case, _: Bases) -> None:
    name = dice.choice(("facts.yaml", "safety.yaml", "safety.yaml", "safety.yaml"))
    case.built_in = (name, contents.changed(dice, contents.read(CONTENT / name)))
    case.arguments = dice.choice(
        (
            _deck("laenderyg", "--session", "1", "--modules", "krop"),
            _deck("nerverod"),
            ("list", "facts"),
            ("show", "krop"),
        )
    )


def _template(dice: random.Random, case: Case, bases: Bases) -> None:
    case.files["klinik/skabelon.pptx"] = packages.changed(dice, dice.choice(bases.templates))
    deck = _deck("laenderyg", "--setting", "traening", "--session", "1")
    if dice.random() < 0.5:
        case.files["klinik/klinik.yaml"] = b"navn: K\nskabelon: {fil: skabelon.pptx}\n"
        case.arguments = deck
    else:
        case.arguments = (*deck, "--template", "klinik/skabelon.pptx")


def _own(dice: random.Random, case: Case, bases: Bases) -> None:
    case.files["klinik/egne.pptx"] = packages.changed(dice, bases.own)
    case.files["klinik/klinik.yaml"] = (
        b"navn: K\nprogram:\n  - tilstand: laenderyg\n    ramme: traening\n    gang: 1\n"
        b"    egne_slides: [{fil: egne.pptx, slides: [1, 2, 3, 4, 5]}]\n"
    )
    case.arguments = _deck("laenderyg", "--setting", "traening", "--session", "1")


def _update(dice: random.Random, case: Case, bases: Bases) -> None:
    name = f"{OUT}/laenderyg/laenderyg-traening-1.pptx"
    case.files[name] = packages.changed(dice, dice.choice((bases.deck, *bases.edited)))
    deck = _deck("laenderyg", "--setting", "traening", "--session", "1")
    case.arguments = (
        *deck,
        *dice.choice((("--update",),) * 6 + (("--update", "--dry-run"), (), ("--replace",))),
    )


def _logo(dice: random.Random, case: Case, bases: Bases) -> None:
    circle = b'<circle cx="40" cy="40" r="36" fill="#1B5D67"/>'
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80">' + circle + b"</svg>"
    name, data = dice.choice((("logo.png", bases.logo), ("logo.svg", svg), ("logo.jpg", bases.logo)))
    if name == "logo.svg" and dice.random() < 0.5:
        data = data.replace(dice.choice((b"200", b"40", b"36", b"#1B5D67", b"circle", b"viewBox", b"</svg>")),
                            dice.choice((b"-1", b"1e999", b"<svg>", b"&l;", b"", b"x", b"nan", b"0")))  # fmt: skip
    case.files["klinik/" + name] = contents.changed_bytes(dice, data)
    case.files["klinik/klinik.yaml"] = f"navn: K\nlogo: {name}\n".encode()
    case.arguments = dice.choice(
        (
            ("poster", "kop"),
            _deck("laenderyg", "--setting", "traening", "--session", "1"),
            ("sheet", "min_kop"),
        )
    )


def _options(dice: random.Random, case: Case, _: Bases) -> None:
    words = ("deck", "poster", "sheet", "kit", "check", "list", "show", "copy", "init", "x", "")
    values = ("laenderyg", "artrose", "kop", "kopmodellen", "hold", "1", "2", "nan", "-1", "æøå", "--",
    "a3", "json", "klinik",
              "udenfor/../x", "\x01", "😀", "a" * 400, "Lænderyg", "la\u0308nd")  # fmt: skip
    names = ("--session", "--minutes", "--modules", "--without", "--hold", "--size", "--distance",
    "--format", "--edition",
             "--level", "--joint", "--course", "--setting", "--condition", "--kind", "--as", "--start",
             "--participants",
             "--update", "--dry-run", "--replace", "--all", "--large", "--bleed", "--weight",
             "--sources", "--plan", "--what",
             "--when", "--help", "--version", "--no")  # fmt: skip
    command = dice.choice(words)
    some = [
        dice.choice(values) if dice.random() < 0.6 else texts.odd_text(dice)[:300].replace("\0", "")
        for _i in range(dice.randint(0, 4))
    ]
    given = [dice.choice((*names, value)) if i % 2 == 0 else value for i, value in enumerate(some)]
    if command == "init":
        given = [f"{OUT}/{(given or ['ny'])[0].replace('/', '_').strip('.')[:80] or 'ny'}"]
    if command == "check" and not any(v in values[:4] for v in given):
        given = ["kop", *given]  # the whole check is timed elsewhere
    if command == "kit" and "laenderyg" not in given:
        given = ["laenderyg", *given]
    case.arguments = (command, *given)


KINDS: dict[str, tuple[Callable[[random.Random, Case, Bases], None], int]] = {
    "module": (_module, 26),
    "condition": (_condition, 14),
    "poster": (_poster, 10),
    "sheet": (_sheet, 8),
    "activity": (_activity, 6),
    "clinic": (_clinic, 10),
    "facts": (_facts, 4),
    "edits": (_edits, 4),
    "safety": (_built_in, 4),
    "template": (_template, 6),
    "own slides": (_own, 4),
    "update": (_update, 8),
    "logo": (_logo, 2),
    "options": (_options, 6),
}
_NO_OUT = ("list", "show", "check", "copy", "init", "x", "", "--help")


def make_case(seed: int, number: int, bases: Bases, *, cold: bool = False, kind: str = "") -> Case:
    """Case `number` of a seed. A cold one leaves out what can only be tried in process."""
    dice = random.Random(f"{seed} {'cold' if cold else 'warm'} {number}")
    kinds = {
        name: weight
        for name, (_, weight) in KINDS.items()
        if not (cold and name == "safety") and kind in ("", name)
    }
    name = dice.choices(list(kinds), list(kinds.values()))[0]
    case = Case(number, name, (), {"klinik/klinik.yaml": b"navn: K\n", "klinik/logo.png": bases.logo})
    KINDS[name][0](dice, case, bases)
    if cold and name in ("module", "condition", "clinic", "poster", "sheet") and dice.random() < 0.15:
        condition = dice.choice(CONDITIONS)
        case.arguments = ("kit", condition, *NEEDS.get(condition, ()))
    command = case.arguments[0] if case.arguments else ""
    if command not in ("init", "x", ""):
        case.arguments += ("--clinic", "klinik")
    if command not in _NO_OUT:
        case.arguments += ("--out", OUT)
    return case
