"""Whether two meanings are one: what a program writes differently is no edit, what a person changed is.

`was` is what holdslides wrote, with what it inherited; `now` is what a file holds. A slide that has lost its
tags has been through a program that writes out inherited looks and forgets alt texts (LibreOffice): there,
what is not said counts as unchanged.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from holdslides.pptx_file.formatting import Props
from holdslides.pptx_file.same_looks import (
    NEAR,
    Eyes,
    same_colour,
    same_fill,
    same_line,
    same_look,
    same_runs,
)

_NOTES_KEYS = ("b", "i", "u", "strike", "mark")


def difference(was: Props, now: Props, eyes: Eyes) -> str:
    """What has changed, in a Danish word or two; "" when the slides mean the same."""
    return next(_differences(was, now, eyes), "")


def _differences(was: Props, now: Props, eyes: Eyes) -> Iterator[str]:
    if was.get("hidden", False) != now.get("hidden", False):
        yield "skjult" if now.get("hidden") else "vist igen"
    yield from _shapes(was["shapes"], now["shapes"], eyes)
    if not eyes.lost_tags and was.get("layout", "") != now.get("layout", ""):
        yield "layout"
    if not same_fill(was.get("ground"), now.get("ground"), eyes):
        yield "baggrund"
    for key, word in (("effects", "animation"), ("transition", "overgang"), ("comments", "kommentar")):
        if was.get(key) != now.get(key):
            yield word
    if was.get("extras", []) != now.get("extras", []):
        yield "indsat indhold"
    if not _same_footers(was.get("foot", {}), now.get("foot", {}), eyes):
        yield "sidefod"
    if not _same_notes(was.get("notes", []), now.get("notes", []), eyes):
        yield "noter"


def _shapes(was: list[Props], now: list[Props], eyes: Eyes) -> Iterator[str]:
    if [s["kind"] for s in was] != [s["kind"] for s in now]:
        gone, new = len(was) > len(now), len(was) < len(now)
        yield "noget er fjernet" if gone else "noget er sat ind" if new else "billeder eller figurer"
        return
    for one, other in zip(was, now, strict=True):
        yield from _shape(one, other, eyes)


def _shape(was: Props, now: Props, eyes: Eyes) -> Iterator[str]:
    inherited = was.get("in", {})
    match was["kind"]:
        case "group":
            yield from _group(was, now, eyes)
        case "table":
            yield from _table(was, now, eyes)
        case "chart":
            if not _same_chart(was, now, eyes):
                yield "diagram"
        case "pic":
            if was.get("picture") != now.get("picture") or was.get("crop") != now.get("crop"):
                yield "billede"
        case "text" | "foot":
            yield from _text(was.get("text", {"p": []}), now.get("text", {"p": []}), inherited, eyes)
        case _:
            if (was.get("what"), was.get("says")) != (now.get("what"), now.get("says")):
                yield "indsat indhold"
    if not _same_place(was.get("at", inherited.get("at")), now.get("at"), was, eyes):
        yield "placering"
    if was.get("turn", "") != now.get("turn", ""):
        yield "placering"
    if not _same_outside(was, now, eyes):
        yield "udseende"
    if was.get("alt", "") != now.get("alt", "") and not (eyes.lost_tags and not now.get("alt")):
        yield "beskrivelse af billede"


def _same_chart(was: Props, now: Props, eyes: Eyes) -> bool:
    names = [one.get("tx") for one in was.get("series", [])]
    heading = now.get("heading")
    if eyes.lost_tags and not was.get("heading") and names == [[heading]]:
        heading = was.get("heading")  # LibreOffice writes out what a chart of one series is headed by
    same = all(was.get(key) == now.get(key) for key in ("plots", "series"))
    return same and was.get("heading") == heading


def _same_place(was: list[int] | None, now: list[int] | None, shape: Props, eyes: Eyes) -> bool:
    if now is None:
        return eyes.lost_tags or "at" not in shape
    if was is None:
        return False
    if eyes.lost_tags and shape.get("text", {}).get("box", {}).get("wrap") == "none":
        # LibreOffice makes the box of a line that does not wrap as wide as its words
        return abs(was[0] + was[2] / 2 - now[0] - now[2] / 2) <= NEAR and abs(was[1] - now[1]) <= NEAR
    # a table is as high as its words need in the program that shows it
    count = 3 if shape["kind"] == "table" else 4
    return all(abs(a - b) <= NEAR for a, b in zip(was[:count], now[:count], strict=True))


def _same_outside(was: Props, now: Props, eyes: Eyes) -> bool:
    shape = was.get("shape") or "rect"
    if now.get("shape") and now["shape"] != shape and {now["shape"], shape} != {"line", "straightConnector1"}:
        return False
    return same_fill(was.get("fill"), now.get("fill"), eyes) and same_line(
        was.get("line"), now.get("line"), eyes
    )


# ---- figures and tables -----------------------------------------------------------------------------------
def _group(was: Props, now: Props, eyes: Eyes) -> Iterator[str]:
    texts = (was.get("texts", []), now.get("texts", []))
    if len(texts[0]) != len(texts[1]):
        yield "tekst i figuren"
        return
    for one, other in zip(*texts, strict=True):
        if list(_text(one, other, {}, eyes)):
            yield "tekst i figuren"
    if not _same_columns(was.get("places", []), now.get("places", [])):
        yield "figuren"
    for key in ("kinds", "turns", "ends", "dashes"):
        if was.get(key) != now.get(key):
            yield "figuren"
    fills, strokes = was.get("fills", "").split(), was.get("lines", "").split("|")
    new_fills, new_strokes = now.get("fills", "").split(), now.get("lines", "").split("|")
    if (
        len(fills) != len(new_fills)
        or len(strokes) != len(new_strokes)
        or not all(same_colour(a, b, eyes) for a, b in zip(fills, new_fills, strict=True))
        or not all(same_line(a, b, eyes) for a, b in zip(strokes, new_strokes, strict=True))
    ):
        yield "farver i figuren"


def _same_columns(was: list[str], now: list[str]) -> bool:
    if was == now:
        return True
    for one, other in zip(was, now, strict=False):
        a, b = one.split(), other.split()
        if len(a) != len(b) or any(abs(int(x) - int(y)) > NEAR for x, y in zip(a, b, strict=True)):
            return False
    return len(was) == len(now)


def _table(was: Props, now: Props, eyes: Eyes) -> Iterator[str]:
    sizes = [[len(row) for row in table.get("rows", [])] for table in (was, now)]
    if sizes[0] != sizes[1]:
        yield "tabellen"
        return
    columns = zip(was.get("columns", []), now.get("columns", []), strict=False)
    if any(abs(a - b) > NEAR for a, b in columns):
        yield "tabellen"
    inherited = was.get("in", {})
    for number, (row, new_row) in enumerate(zip(was.get("rows", []), now.get("rows", []), strict=True)):
        look = inherited.get("head" if number == 0 else "body", {})
        for cell, new in zip(row, new_row, strict=True):
            if list(_text(cell["text"], new["text"], {"levels": {"0": look}}, eyes)):
                yield "tabellen"
            if cell.get("spans") != new.get("spans"):
                yield "tabellen"
            if "fill" in new and not same_fill(cell.get("fill", look.get("fill")), new["fill"], eyes):
                yield "tabellen"


# ---- words ------------------------------------------------------------------------------------------------
def _text(was: Props, now: Props, inherited: Props, eyes: Eyes) -> Iterator[str]:
    if not _same_words(was["p"], now["p"]):
        yield "tekst"
        return
    anchor = was.get("anchor", inherited.get("anchor", "t"))
    if "anchor" in now and now["anchor"] != anchor:
        yield "formatering"
    if not eyes.lost_tags and was.get("box", {}) != now.get("box", {}):
        yield "formatering"
    levels = inherited.get("levels", {})
    for one, other in zip(was["p"], now["p"], strict=False):
        look = levels.get(str(one[0].get("level", 0)), levels.get("0", {}))
        if not same_look(one[0], other[0], look, eyes) or not same_runs(one[1], other[1], look, eyes):
            yield "formatering"


def _same_words(was: list[Any], now: list[Any]) -> bool:
    def lines(paragraphs: list[Any]) -> list[str]:
        found = ["".join(words for words, _ in runs) for _, runs in paragraphs]
        while found and not found[-1]:
            found.pop()
        return found

    return lines(was) == lines(now)


def _same_notes(was: list[Any], now: list[Any], eyes: Eyes) -> bool:
    if not _same_words([[{}, runs] for runs in was], [[{}, runs] for runs in now]):
        return False
    if not eyes.lost_tags:
        return all(same_runs(a, b, {}, eyes) for a, b in zip(was, now, strict=False))

    def chosen(runs: list[Any]) -> list[Any]:
        return [[words, {k: v for k, v in look.items() if k in _NOTES_KEYS}] for words, look in runs]

    return all(same_runs(chosen(a), chosen(b), {}, eyes) for a, b in zip(was, now, strict=False))


def _same_footers(was: Props, now: Props, eyes: Eyes) -> bool:
    if was.keys() != now.keys():
        return False
    for key, one in was.items():
        other = now[key]
        if not _same_words(one.get("text", {"p": []})["p"], other.get("text", {"p": []})["p"]):
            return False
        if not eyes.lost_tags and list(_shape(one, other, eyes)):
            return False
    return True
