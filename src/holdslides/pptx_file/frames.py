"""Tables, charts and what else stands in a graphic frame, as plain data."""

from __future__ import annotations

from typing import Any

from holdslides.pptx_file.drawn import place
from holdslides.pptx_file.formatting import Link, Props, fill, local, tenths, text
from holdslides.pptx_file.heritage import Heritage
from holdslides.pptx_file.namespaces import CHART, A, P, R
from holdslides.pptx_file.opened import Opened

_PLOTS = ("barChart", "lineChart", "pieChart", "areaChart", "scatterChart", "doughnutChart", "radarChart")


def frame(package: Opened, slide: str, element: Any, link: Link, heritage: Heritage | None) -> Props:
    """A `p:graphicFrame`."""
    transform = element.find(f"{P}xfrm")
    said: Props = {
        "kind": "other",
        "at": place(transform) if transform is not None else None,
        "alt": str(element[0].find(f"{P}cNvPr").get("descr") or ""),
    }
    inner = element.find(f"{A}graphic/{A}graphicData")
    for child in inner if inner is not None else ():
        match local(child):
            case "tbl":
                said |= {"kind": "table", **_table(child, link, heritage)}
            case "chart":
                said |= {"kind": "chart", **_chart(package, package.target(slide, child.get(f"{R}id")))}
            case name:
                said |= {"what": name, "says": _says(package, slide, child)}
    return {key: value for key, value in said.items() if value}


def _table(table: Any, link: Link, heritage: Heritage | None) -> Props:
    about = table.find(f"{A}tblPr")
    said: Props = {
        "columns": [tenths(column.get("w")) for column in table.iter(f"{A}gridCol")],
        "rows": [[_cell(cell, link) for cell in row.findall(f"{A}tc")] for row in table.findall(f"{A}tr")],
    }
    if heritage is not None and about is not None:
        styles = heritage.table(about.findtext(f"{A}tableStyleId") or "")
        plain_look = heritage.of(None, {0})["levels"]["0"]
        head, body = ({**plain_look, **styles.get(part, {})} for part in ("head", "body"))
        said["in"] = {"head": head if about.get("firstRow") in ("1", "true") else body, "body": body}
    return said


def _cell(cell: Any, link: Link) -> Props:
    body, about = cell.find(f"{A}txBody"), cell.find(f"{A}tcPr")
    # where the words stand in a cell is said by the cell; its text body may repeat it
    said: Props = {"text": {"p": text(body, link)["p"] if body is not None else []}}
    if about is not None:
        if anchor := about.get("anchor"):
            said["text"]["anchor"] = anchor
        if filled := fill(about):
            said["fill"] = filled
    spans = {key: cell.get(key) for key in ("gridSpan", "rowSpan", "hMerge", "vMerge") if cell.get(key)}
    return {**said, "spans": spans} if spans else said


def _chart(package: Opened, part: str) -> Props:
    if part not in package.parts:
        return {}
    tree = package.tree(part)
    series = [
        {local(side): _values(side) for side in one if local(side) in ("tx", "cat", "val", "xVal", "yVal")}
        for one in tree.iter(f"{CHART}ser")
    ]
    plots = [name for name in _PLOTS if tree.find(f".//{CHART}{name}") is not None]
    title = tree.find(f"{CHART}chart/{CHART}title")
    heading = "".join(t.text or "" for t in title.iter(f"{A}t")) if title is not None else ""
    return {"plots": plots, "series": series, "heading": heading}


def _values(side: Any) -> list[str]:
    return [_number(v.text or "") for v in side.iter(f"{CHART}v")]


def _number(words: str) -> str:
    try:
        return f"{float(words):.6g}"
    except ValueError:
        return words


def _says(package: Opened, slide: str, child: Any) -> str:
    """The words of a diagram, or the program of an embedded object."""
    for name in package.related(slide, "diagramData"):
        return "\n".join(t.text or "" for t in package.tree(name).iter(f"{A}t"))
    return str(child.get("progId") or "")
