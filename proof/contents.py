"""Content files gone wrong: the built-in ones and a clinic's own, changed as data, as text and as bytes."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Any

import texts
import yaml

from holdslides.yaml_data import Decimal
from holdslides.yaml_reader import parse_text

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
Step = tuple[Any, Any]  # a mapping or list, and a key or index in it


@lru_cache(maxsize=256)
def read(path: Path) -> str:
    """A built-in file."""
    return path.read_text("utf-8")


@lru_cache(maxsize=256)
def _data(text: str) -> Any:
    return _plain(parse_text(text, "").data)


def _plain(data: Any) -> Any:
    """Data of nothing but plain types, as YAML can be written of."""
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(value) for value in data]
    return float(data) if isinstance(data, Decimal) else data


def steps(data: Any, into: tuple[Step, ...] = ()) -> list[Step]:
    """Every place in nested data."""
    found = list(into)
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        found.append((data, key))
        found += steps(value)
    return found


# ---- as data ----------------------------------------------------------------------------------------------
def _drop(dice: random.Random, of: Step, _: list[Step]) -> None:
    del of[0][of[1]]


def _rename(dice: random.Random, of: Step, every: list[Step]) -> None:
    owner, key = of
    if not isinstance(owner, dict):
        return
    value, name = owner.pop(key), str(key)
    others = [str(k) for o, k in every if isinstance(o, dict)]
    new = dice.choice((name.upper(), name[:-1], name + "x", unicodedata.normalize("NFD", name),
    dice.choice(others or [name]),
                       texts.odd_text(dice)[:2000], f" {name} ", name.replace("æ", "ae").replace("ø",
                       "oe")))  # fmt: skip
    owner[new] = value


def _retype(dice: random.Random, of: Step, _: list[Step]) -> None:
    owner, key = of
    value = owner[key]
    owner[key] = dice.choice(
        (None, True, False, [], {}, [value], {"x": value}, [[value]], str(value)[:500], dice.choice(texts.NUMBERS),
         [None], {"": value}, {"figur": value}, 0.1, "ja", [value] * 3)
    )  # fmt: skip


def _say(dice: random.Random, of: Step, _: list[Step]) -> None:
    of[0][of[1]] = texts.odd_text(dice)


def _add_words(dice: random.Random, of: Step, _: list[Step]) -> None:
    owner, key = of
    if isinstance(owner[key], str):
        at = dice.randint(0, len(owner[key]))
        owner[key] = owner[key][:at] + texts.odd_text(dice) + owner[key][at:]


def _number(dice: random.Random, of: Step, _: list[Step]) -> None:
    of[0][of[1]] = dice.choice(texts.NUMBERS)


def _swap(dice: random.Random, of: Step, every: list[Step]) -> None:
    other = dice.choice(every)
    of[0][of[1]] = deepcopy(other[0][other[1]])


def _repeat(dice: random.Random, of: Step, _: list[Step]) -> None:
    owner, key = of
    if isinstance(owner, list):
        owner[key:key] = [owner[key]] * dice.choice((1, 2, 20, 400))
    elif isinstance(owner[key], list) and owner[key]:
        owner[key] = owner[key] * dice.choice((2, 5, 100))


def _deepen(dice: random.Random, of: Step, _: list[Step]) -> None:
    value = of[0][of[1]]
    for _i in range(dice.choice((3, 20, 40))):
        value = [value] if dice.random() < 0.5 else {"x": value}
    of[0][of[1]] = value


def _case(dice: random.Random, of: Step, _: list[Step]) -> None:
    value = of[0][of[1]]
    if isinstance(value, str):
        of[0][of[1]] = dice.choice(
            (value.upper(), value.title(), value[::-1], unicodedata.normalize("NFD", value))
        )


CHANGES: tuple[Callable[[random.Random, Step, list[Step]], None], ...] = (
    *(_drop, _rename, _retype, _say, _say, _add_words, _add_words, _number),
    *(_swap, _repeat, _deepen, _case),
)


def changed_data(dice: random.Random, text: str) -> str:
    """The text with one to three of its values or keys changed."""
    data = deepcopy(_data(text))
    for _i in range(dice.choice((1, 1, 1, 2, 3))):
        every = steps(data)
        if not every:
            break
        dice.choice(CHANGES)(dice, dice.choice(every), every)
    style = dice.choice((None, None, '"', "'"))
    dumped: str = yaml.dump(data, Dumper=DUMPER, allow_unicode=dice.random() < 0.7, sort_keys=dice.random() < 0.2,
                            width=dice.choice((60, 2000)), default_flow_style=dice.random() < 0.1,
                            default_style=style)  # fmt: skip
    return dumped


# ---- as text ----------------------------------------------------------------------------------------------
def _bomb(_: random.Random) -> str:
    levels = "".join(f"b{i}: &b{i} [{', '.join([f'*b{i - 1}'] * 10)}]\n" for i in range(1, 10))
    return f"b0: &b0 [x, x]\n{levels}"


SNIPPETS: tuple[Callable[[random.Random], str], ...] = (
    _bomb,
    lambda d: "a: &a [*a]\n",
    lambda d: "<<: &m {titel: x}\n<<: *m\n",
    lambda d: "x: !!python/object/apply:os.system ['true']\n",
    lambda d: (
        f"x: !{d.choice(('!binary', 'egen', '<tag:x>', '!set', '!!float'))} {d.choice(('aGVq', '1', '{a}'))}\n"
    ),
    lambda d: "---\nto: dokumenter\n",
    lambda d: "...\n",
    lambda d: "%YAML 9.9\n%TAG ! tag:x,2000:\n---\n",
    lambda d: "\t- tabulator\n",
    lambda d: "  \tx: 1\n",
    lambda d: "x: [" * d.choice((10, 40, 3000)),
    lambda d: "- " * d.choice((10, 40, 3000)) + "x\n",
    lambda d: "? " * d.choice((2, 40, 2000)) + "x\n",
    lambda d: "? [a, b]\n: {c: d}\n",
    lambda d: "titel: dobbelt\ntitel: dobbelt\n",
    lambda d: "x: |\n  a\n b\n",
    lambda d: "x: >9\n a\n",
    lambda d: '"uden ende\n',
    lambda d: "'uden ende\n",
    lambda d: (
        f'x: "\\{d.choice(("ud800", "udfff", "x00", "0", "U00110000", "q", "N", "_", "ufeff", "U0001F600"))}"\n'
    ),
    lambda d: f"{texts.odd_text(d)[:4000]}: {texts.odd_text(d)[:4000]}\n",
    lambda d: f"x: {texts.odd_text(d)}\n",
    lambda d: f"* {texts.odd_text(d)[:100]}\n",
    lambda d: "x" * d.choice((100, 5000, 200_000)) + ": 1\n",
    lambda d: "#" * d.choice((10, 200_000)) + "\n",
    lambda d: "\n" * d.choice((1, 50_000)),
    lambda d: "".join(f"n{i}: {i}\n" for i in range(d.choice((10, 20_000)))),
)


def changed_text(dice: random.Random, text: str) -> str:
    """The text with lines lost, doubled, moved in, or something strange put between them."""
    lines = text.splitlines(keepends=True) or [""]
    for _i in range(dice.choice((1, 1, 2, 3))):
        at = dice.randrange(len(lines))
        match dice.randrange(9):
            case 0:
                del lines[at : at + dice.choice((1, 1, 2, 10))]
            case 1:
                lines[at:at] = lines[at : at + dice.choice((1, 3, 30))]
            case 2:
                lines[at] = dice.choice((" ", "  ", "    ", "\t")) + lines[at]
            case 3:
                lines[at] = lines[at].lstrip()
            case 4:
                lines[at] = lines[at][: dice.randint(0, len(lines[at]))]
            case 5:
                lines[at] = re.sub(
                    r"""["'\[\]{}:,#-]""",
                    dice.choice(("", '"', ":", "[", "}")),
                    lines[at],
                    count=dice.choice((1, 0)),
                )
            case 6:
                lines = lines[:at]
            case _:
                lines.insert(at, dice.choice(("", "  ", "    ")) + dice.choice(SNIPPETS)(dice))
        lines = lines or [""]
    return "".join(lines)


def changed_bytes(dice: random.Random, raw: bytes) -> bytes:
    """The bytes in another encoding or line ending, damaged, or none of ours at all."""
    match dice.randrange(12):
        case 0:
            return raw.replace(b"\n", b"\r\n")
        case 1:
            return b"\xef\xbb\xbf" + raw
        case 2:
            return raw.decode("utf-8", "replace").encode(
                dice.choice(("utf-16", "utf-16-le", "utf-32", "utf-8-sig"))
            )
        case 3:
            return raw.decode("utf-8", "replace").encode("latin-1", "replace")
        case 4:
            return raw[: dice.randint(0, len(raw))]
        case 5:
            return dice.randbytes(dice.choice((1, 40, 4000)))
        case 6:
            return raw.replace(b"\n", b"\r")
        case 7:
            return b"" if dice.random() < 0.3 else b"\0" * dice.choice((1, 5000))
        case 8:
            return raw * (2_100_000 // max(len(raw), 1) + 1) if dice.random() < 0.2 else raw * 2
        case _:
            damaged = bytearray(raw or b" ")
            for _i in range(dice.choice((1, 1, 3, 30))):
                damaged[dice.randrange(len(damaged))] = dice.randrange(256)
            return bytes(damaged)


def changed(dice: random.Random, text: str) -> bytes:
    """A file gone wrong, or now and then as it was."""
    way = dice.random()
    if way < 0.04:
        return text.encode()
    if way < 0.68:
        return changed_data(dice, text).encode("utf-8", "surrogatepass")
    if way < 0.9:
        return changed_text(dice, text).encode("utf-8", "surrogatepass")
    return changed_bytes(dice, text.encode())
