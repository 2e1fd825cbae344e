"""Posters: what they say and for whom, one page of the exact size, and every bad input with its place."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import page
import pytest
from conftest import need
from poster_clinic import SVG, clinic, png, poster
from pypdf import PdfReader

from holdslides.compose_poster import Invitation, load_poster, poster_ids
from holdslides.make import Workshop
from holdslides.make_paper import (
    PosterRequest,
    composed,
    file_name,
    make_posters,
    plan_year,
    poster_pdfs,
)
from holdslides.models_paper import Hanging
from holdslides.paper import A_SIZES_MM, DISTANCE_M, PT_PER_MM, Poster
from holdslides.poster_claims import CONDITIONS
from holdslides.print_file.finish import is_untouched
from holdslides.print_file.glyphs import missing_letters
from holdslides.print_file.page import CAP_HEIGHT
from holdslides.print_file.poster import lay_out
from holdslides.print_file.poster_footer import listed_facts
from holdslides.print_file.trim import BLEED_MM, SLUG_MM, Paper
from holdslides.problems import ContentError, FileError, HoldslidesError, RequestError
from holdslides.theme import load_theme

DAY = date(2026, 1, 15)
SHOP = Workshop.open(None)
IDS = poster_ids(SHOP.library)
C2 = {"staerk", "alarm", "skanning", "kop", "trappe", "trafiklys", "skru_ned", "gaa_cykl_loeft", "moede"} | {
    "skift_stilling", "soeg_hjaelp", "aegte"}  # fmt: skip


@pytest.fixture(scope="module")
def posters() -> dict[str, Poster]:
    return {p.id: p for p in composed(SHOP, PosterRequest(), "januar 2026")}


@pytest.fixture(scope="module")
def pdfs() -> dict[str, bytes]:
    return {p.id: pdf for p, pdf in poster_pdfs(SHOP, PosterRequest(), DAY)}


def problems_of(shop: Workshop, request: PosterRequest, out: Path) -> list[str]:
    with pytest.raises(HoldslidesError) as caught:
        make_posters(shop, request, out, today=DAY)
    assert not list(out.rglob("*.pdf"))
    return [str(problem) for problem in caught.value.problems]


# ---- what they say ------------------------------------------------------------------------------------
def test_the_twelve_the_invitation_and_one_for_each_condition(posters: dict[str, Poster]) -> None:
    assert set(posters) >= C2 | {"kom_til_hold"}
    for condition in CONDITIONS:
        assert any(p.conditions == (condition,) for p in posters.values()), condition


@pytest.mark.parametrize("poster_id", IDS)
def test_every_poster_is_short_has_a_picture_and_says_whom_it_is_for(
    poster_id: str, posters: dict[str, Poster]
) -> None:
    made = posters[poster_id]
    words = made.headline.plain or " ".join(band.word.plain for band in made.bands)
    assert made.figure or all(band.figure for band in made.bands)
    if made.call is None:
        assert 1 <= len(words.split()) <= 8
    assert bool(made.conditions) == bool(made.label)


@pytest.mark.parametrize("poster_id", IDS)
def test_every_fact_holds_for_everyone_the_poster_is_for(poster_id: str, posters: dict[str, Poster]) -> None:
    made = posters[poster_id]
    assert made.sources
    for source in made.sources:
        if source.shown:
            fact = SHOP.library.facts[source.fact]
            assert set(made.conditions or CONDITIONS) <= set(fact.conditions), source.fact
            assert fact.audience in ("P", "R")


def test_the_notice_is_the_locked_text_word_for_word(posters: dict[str, Poster]) -> None:
    made, locked = posters["soeg_hjaelp"], SHOP.library.safety("roede-flag-laend")
    assert made.headline.plain.replace("\n", " ") == locked.heading
    assert tuple(sign.plain for sign in made.signs) == locked.signs
    assert made.call is not None
    assert made.call.plain == locked.call
    assert made.conditions == locked.approved
    assert made.hanging is Hanging.CONSULTING_ROOM


def test_eighty_per_cent_never_without_those_who_get_worse(posters: dict[str, Poster]) -> None:
    shown = posters["nerverod"].body.plain
    assert "Over 8 ud af 10" in shown
    assert SHOP.library.safety("faa-bliver-vaerre").text in shown


def test_the_traffic_light_stands_in_the_order_of_its_headline(posters: dict[str, Poster]) -> None:
    made = posters["trafiklys"]
    order = [band.word.plain.lower() for band in made.bands]
    assert re.findall(r"grøn|gul|rød", made.headline.plain.lower()) == order


# ---- the PDF ------------------------------------------------------------------------------------------
@pytest.mark.parametrize("poster_id", IDS)
def test_every_a3_poster_is_one_exact_page_that_validates(poster_id: str, pdfs: dict[str, bytes]) -> None:
    pdf = pdfs[poster_id]
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf_bytes(pdf, profile=profile)
        assert [(f.rule_id, f.message) for f in report.failures] == []
    (only,) = read(pdf).pages
    assert tuple(map(float, only.mediabox[2:])) == pytest.approx((297 * PT_PER_MM, 420 * PT_PER_MM), abs=0.01)
    assert b"/Subtype/Image" not in pdf
    fonts = [font.get_object() for font in only["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


def read(pdf: bytes) -> PdfReader:
    import io

    return PdfReader(io.BytesIO(pdf))


def test_title_language_and_alternative_text(pdfs: dict[str, bytes], posters: dict[str, Poster]) -> None:
    for poster_id, pdf in pdfs.items():
        reader = read(pdf)
        assert reader.metadata is not None
        assert reader.metadata.title == posters[poster_id].name
        assert reader.trailer["/Root"]["/Lang"] == "da-DK"
        assert b"/S/Figure" in pdf
        assert b"/S/H1" in pdf
        assert b"/Alt" in pdf


def test_the_words_can_be_read_out_in_order(pdfs: dict[str, bytes]) -> None:
    words = " ".join(read(pdfs["trappe"]).pages[0].extract_text().split())
    assert re.search(r"Ét trin ad gangen.*Start roligt.*Klinikkens navn.*Kilde: .*januar 2026", words), words


def test_the_same_bytes_twice_and_a_seal_that_breaks(pdfs: dict[str, bytes]) -> None:
    again = {p.id: pdf for p, pdf in poster_pdfs(Workshop.open(None), PosterRequest(), DAY)}
    assert again == pdfs
    for pdf in pdfs.values():
        assert is_untouched(pdf)
        assert not is_untouched(pdf + b"% a comment\n")
        assert not is_untouched(pdf.replace(b"/Creator", b"/Creatot", 1))
    assert not is_untouched(b"%PDF-1.7 somebody else's")


@pytest.mark.parametrize("size", sorted(A_SIZES_MM))
@pytest.mark.parametrize("bleed", [False, True])
def test_every_size_with_and_without_bleed(size: str, bleed: bool) -> None:
    request = PosterRequest(("trappe", "soeg_hjaelp"), size, bleed=bleed)
    for _, pdf in poster_pdfs(SHOP, request, DAY):
        (only,) = read(pdf).pages
        width, height = (mm * PT_PER_MM for mm in A_SIZES_MM[size])
        slug, inset = (SLUG_MM * PT_PER_MM, (SLUG_MM - BLEED_MM) * PT_PER_MM) if bleed else (0, 0)
        assert box(only.mediabox) == pytest.approx((0, 0, width + 2 * slug, height + 2 * slug), abs=0.01)
        assert box(only.trimbox) == pytest.approx((slug, slug, width + slug, height + slug), abs=0.01)
        if bleed:
            far = (width + 2 * slug - inset, height + 2 * slug - inset)
            assert box(only.bleedbox) == pytest.approx((inset, inset, *far), abs=0.01)
        for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
            assert page.validate_pdf_bytes(pdf, profile=profile).is_compliant


def box(rectangle: object) -> tuple[float, ...]:
    return tuple(map(float, rectangle))  # type: ignore[call-overload]


def test_qpdf_finds_nothing(pdfs: dict[str, bytes], tmp_path: Path) -> None:
    need(bool(shutil.which("qpdf")), "qpdf")
    ((_, bled),) = poster_pdfs(SHOP, PosterRequest(("staerk",), bleed=True), DAY)
    for name, pdf in {**pdfs, "bled": bled}.items():
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(pdf)
        done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


# ---- type and distance --------------------------------------------------------------------------------
@pytest.mark.parametrize("size", sorted(A_SIZES_MM))
@pytest.mark.parametrize("poster_id", IDS)
def test_type_can_be_read_from_the_usual_distance(
    poster_id: str, size: str, posters: dict[str, Poster]
) -> None:
    paper = Paper(size)
    made, wrong = lay_out(posters[poster_id], load_theme(SHOP.folders), paper)
    assert wrong == []
    least = 5 * DISTANCE_M[size] * PT_PER_MM / CAP_HEIGHT / paper.scale
    headings = re.findall(r"#heading\(level: 1, outlined: false\)\[#text\(size: ([\d.]+)pt", made.markup)
    assert headings
    assert min(map(float, headings)) >= least - 0.05
    texts = [
        float(size)
        for size, weight in re.findall(r"size: ([\d.]+)pt, weight: (\d+), fill", made.markup)
        if float(size) > 23 or weight == "900"
    ]
    assert min(texts) >= least / 2 - 0.05


def test_a_longer_distance_makes_the_type_larger_and_the_picture_smaller(posters: dict[str, Poster]) -> None:
    theme = load_theme(SHOP.folders)
    near, _ = lay_out(posters["aegte"], theme, Paper("a3"), 3)
    far, wrong = lay_out(posters["aegte"], theme, Paper("a3"), 5)
    assert wrong == []

    def body(markup: str) -> float:
        return max(float(s) for s in re.findall(r"size: ([\d.]+)pt, weight: 600", markup))

    assert body(far.markup) > 1.3 * body(near.markup)


def test_too_much_text_for_a_distance_is_told_in_millimetres(tmp_path: Path) -> None:
    told = problems_of(SHOP, PosterRequest(("rygmarvskanal",), distance=6), tmp_path)
    assert any(re.search(r"rygmarvskanal\.yaml:\d+: .*\d+ mm for meget i højden.*6 m", line) for line in told)


@pytest.mark.parametrize("distance", [0, -1, 0.1, 99])
def test_a_distance_nobody_stands_at(distance: float, tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="--distance"):
        make_posters(SHOP, PosterRequest(("kop",), distance=distance), tmp_path)


# ---- bad input ----------------------------------------------------------------------------------------
def test_unknown_posters_and_sizes_are_told_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="mente du kop"):
        make_posters(SHOP, PosterRequest(("kopp",)), tmp_path)
    with pytest.raises(RequestError, match="a4, a3, a2, a1, a0"):
        make_posters(SHOP, PosterRequest(("kop",), "b2"), tmp_path)


def test_ids_may_be_typed_as_they_are_spelled() -> None:
    typed = PosterRequest(("Søg hjælp", "KNÆ-HOFTE", "soeg_hjaelp"))
    assert [p.id for p in composed(SHOP, typed, "")] == ["soeg_hjaelp", "knae_hofte"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            poster("Rehabiliteringsforløbsbeskrivelse"),
            r"ny\.yaml:3: .*Rehabiliteringsforl.* \d+ mm for bredt",
        ),
        (poster(body="Gå. " * 40), r"ny\.yaml:4: .*teksten har 40 ord; højst 35"),
        (poster("et to tre fire fem seks syv otte ni"), r"ny\.yaml:3: .*overskriften har 9 ord; højst 8"),
        (poster(body="Godt 漢 gået"), r'ny\.yaml:4: Teksten: .*ikke tegnet "漢" \(U\+6F22\)'),
        (poster(body="Godt 😀 gået"), r"ny\.yaml:4: .*U\+1F600"),
        (poster(facts="G23a"), r"ny\.yaml:8: .*G23a gælder ikke for artrose, nerverod, spinalstenose"),
        (poster(facts="X99"), r"ny\.yaml:8: .*X99 findes ikke"),
        (poster(facts="L16a"), r"ny\.yaml:8: .*L16a er ikke til patienter"),
        (poster(more="tilstande: [laenderyg]"), r"ny\.yaml:9: .*gælder kun for laenderyg og skal sige det"),
        (poster(more="tilstande: [ryg]\nmærkat: Ryg"), r'ny\.yaml:9: .*"ryg" findes ikke'),
        (
            poster(facts="N13a", more="tilstande: [nerverod]\nmærkat: Nerverod"),
            r"ny\.yaml:8: .*N13a gælder kun for laend",
        ),
        (
            poster(more="tilstande: [artrose]\nmærkat: Artrose\nniveau: [nakke]"),
            r"ny\.yaml:11: .*har niveauet nakke",
        ),
        (poster(foot="lilla"), r'ny\.yaml:7: .*farven "lilla" kan ikke bruges'),
        (poster(body="{{ sikkerhed.faa_bliver_vaerre }}"), r"faa-bliver-vaerre er ikke godkendt for"),
        (poster(body="{{ hold.pris }}"), r"ny\.yaml:4: "),
        (poster(more="bånd: []\nfarver: [rød]"), r'ny\.yaml:10: .*"?farver"?'),
    ],
)
def test_a_poster_that_cannot_be_shown_is_told_with_its_place(text: str, told: str, tmp_path: Path) -> None:
    shop = clinic(tmp_path / "klinik", ny=text)
    lines = problems_of(shop, PosterRequest(("ny",)), tmp_path / "ud")
    assert any(re.search(told, line) for line in lines), lines


def test_a_poster_may_be_for_a_condition_of_the_clinics_own(tmp_path: Path) -> None:
    folder = tmp_path / "klinik"
    (folder / "programmer").mkdir(parents=True)
    shutil.copy(
        SHOP.folders.content / "conditions" / "laenderyg.yaml", folder / "programmer" / "skulder.yaml"
    )
    (folder / "fakta.yaml").write_text(
        "fakta:\n  - {id: S1, emne: Gang, tilstande: [skulder], målgruppe: P, påstand: Gå en tur.,"
        " kilde: {dokument: klinikken}}\n",
        encoding="utf-8",
    )
    shop = clinic(folder, ny=poster(facts="S1", more="tilstande: [skulder]\nmærkat: Skulder"))
    (made,) = composed(shop, PosterRequest(("ny",)), "januar 2026")
    assert made.conditions == ("skulder",)


def test_text_that_is_a_little_too_long_is_told_and_never_cut(tmp_path: Path) -> None:
    """Longer and longer: until it is refused, every word stands on the one page."""
    told = ""
    for count in range(4, 36, 6):
        words = [f"ordnummer{n}langt" for n in range(count)]
        shop = clinic(tmp_path / str(count), ny=poster(body=" ".join(words)))
        try:
            ((_, pdf),) = poster_pdfs(shop, PosterRequest(("ny",)), DAY)
        except ContentError as error:
            told = str(error)
            continue
        assert not told
        (only,) = read(pdf).pages
        assert set(words) <= set(only.extract_text().split())
    assert re.search(r"ny\.yaml:4: .* mm for meget i højden", told)


def test_all_problems_of_all_posters_come_at_once(tmp_path: Path) -> None:
    shop = clinic(tmp_path / "k", en=poster(facts="X1"), to=poster(foot="lilla"))
    told = problems_of(shop, PosterRequest(("en", "to", "kop")), tmp_path / "ud")
    assert len(told) == 2


def test_letters_of_the_font_beyond_the_width_table_are_fine() -> None:
    assert list(missing_letters("Nguyễn Ωmega Жук", "Source Sans Pro", None, "Navnet")) == []


# ---- the clinic ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(("name", "data"), [("logo.png", png(300, 100)), ("logo.svg", SVG)])
def test_a_logo_stands_at_the_foot_with_its_own_words(name: str, data: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "k"
    folder.mkdir()
    (folder / name).write_bytes(data)
    shop = clinic(folder, f"logo: {name}\n")
    ((_, pdf),) = poster_pdfs(shop, PosterRequest(("kop",)), DAY)
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert page.validate_pdf_bytes(pdf, profile=profile).is_compliant
    assert pdf.count(b"/S/Figure") == 2


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("logo.png", b"not a picture at all, but a text", "er ikke et billede"),
        ("logo.jpg", b"%PDF-1.7 a PDF", "er ikke et billede"),
        ("logo.png", png(300, 100)[:60], "gået i stykker"),
        ("logo.png", png(8, 8), "er kun 8 x 8 punkter"),
        ("logo.png", png(7000, 700), "7000 x 700 punkter"),
        ("logo.png", png(600, 41), "for langt og smalt"),
        ("logo.png", png(60, 60) + b"\0" * 6_000_000, "fylder 6 MB"),
        ("logo.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "gået i stykker"),
        ("logo.svg", SVG.replace(b"<circle", b'<image href="http://a.dk/x.png"/><circle'), "udefra"),
        ("logo.svg", SVG[:-6], "gået i stykker"),
    ],
)
def test_a_logo_that_cannot_be_printed_is_told_with_its_line(
    name: str, data: bytes, told: str, tmp_path: Path
) -> None:
    folder = tmp_path / "k"
    folder.mkdir()
    (folder / name).write_bytes(data)
    with pytest.raises(ContentError) as caught:
        make_posters(clinic(folder, f"logo: {name}\n"), PosterRequest(("kop",)), tmp_path / "ud")
    (line,) = map(str, caught.value.problems)
    assert re.search(rf'klinik\.yaml:2: .*logoet "{name}".*{told}', line), line
    assert not (tmp_path / "ud").exists()


def test_a_png_that_only_looks_whole_is_refused_in_danish(tmp_path: Path) -> None:
    folder = tmp_path / "k"
    folder.mkdir()
    whole = png(300, 100)
    (folder / "logo.png").write_bytes(whole.replace(whole[60:80], b"\0" * 20, 1))
    shop = clinic(folder, "logo: logo.png\n")
    (line,) = problems_of(shop, PosterRequest(("kop",)), tmp_path / "ud")
    assert re.search(r'logo\.png: logoet "logo\.png" kan ikke tegnes', line), line


GROUPS = """\
lægevagt: "70 11 31 31"
hold:
  - {navn: "Ryghold mandag", tilstand: laenderyg, dag: mandage, tid: "16-17", sted: "Sal 2"}
  - {navn: "Ryghold fredag", tilstand: laenderyg, dag: fredage, tid: "9", sted: "Sal 1"}
"""


def test_an_invitation_for_each_group_or_lines_to_fill_in(tmp_path: Path) -> None:
    (blank,) = composed(SHOP, PosterRequest(("kom_til_hold",)), "")
    assert [row.value.plain for row in blank.rows] == [""] * 4
    shop = clinic(tmp_path, GROUPS)
    request = PosterRequest(("kom_til_hold",))
    monday, friday = composed(shop, request, "")
    assert [row.value.plain for row in monday.rows] == [
        "Ryghold mandag", "Dig med ondt i lænden", "Mandage kl. 16-17", "Sal 2",
    ]  # fmt: skip
    assert file_name(friday, request) == "kom_til_hold-ryghold-fredag-a3.pdf"
    one = PosterRequest(("kom_til_hold",), group="ryghold FREDAG", invitation=Invitation(where="I haven"))
    (only,) = composed(shop, one, "")
    assert only.rows[3].value.plain == "I haven"
    with pytest.raises(RequestError, match="holdet"):
        composed(shop, PosterRequest(("kom_til_hold",), group="tirsdag"), "")


def test_an_approved_notice_names_whom_it_is_approved_for(tmp_path: Path) -> None:
    (before,) = composed(SHOP, PosterRequest(("soeg_hjaelp",)), "")
    assert any("ondt i lænden" in remark for remark in before.remarks)
    signed = (
        "godkendelser:\n  - {tekst: roede-flag-laend, tilstand: laenderyg, af: A. Holm, dato: 2026-01-31}\n"
    )
    (after,) = composed(clinic(tmp_path, signed), PosterRequest(("soeg_hjaelp",)), "")
    assert after.conditions == ("nerverod", "laenderyg")
    assert "Ondt i lænden" in after.label
    assert not any("ondt i lænden" in remark for remark in after.remarks)


@pytest.mark.parametrize("size", ["a4", "a3", "a0"])
def test_a_notice_approved_for_all_has_room_for_their_names(size: str, tmp_path: Path) -> None:
    approved = "".join(
        f"  - {{tekst: roede-flag-laend, tilstand: {one}, af: A. Holm, dato: 2026-01-31}}\n"
        for one in ("laenderyg", "spinalstenose")
    )
    settings = f'lægevagt: "70 11 31 31"\ngodkendelser:\n{approved}'
    ((made, pdf),) = poster_pdfs(clinic(tmp_path, settings), PosterRequest(("soeg_hjaelp",), size), DAY)
    words = " ".join(read(pdf).pages[0].extract_text().split())
    assert made.label.count(" · ") == 2
    assert all(name in words for name in made.label.split(" · "))


def test_the_out_of_hours_number_stands_on_the_notice(tmp_path: Path) -> None:
    ((_, pdf),) = poster_pdfs(clinic(tmp_path, GROUPS), PosterRequest(("soeg_hjaelp",)), DAY)
    assert "70 11 31 31" in read(pdf).pages[0].extract_text()


def test_a_clinics_name_that_is_far_too_long(tmp_path: Path) -> None:
    (tmp_path / "k").mkdir()
    shop = clinic(tmp_path / "k")
    name = "Fysioterapeuterne ved den gamle havn i Nørresundby og omegn, ApS, afdeling Vest"
    (tmp_path / "k" / "klinik.yaml").write_text(f"navn: {name}\n", encoding="utf-8")
    shop = Workshop.open(tmp_path / "k")
    told = problems_of(shop, PosterRequest(("kop",)), tmp_path / "ud")
    assert any(re.search(r"klinik\.yaml:1: klinikkens navn er \d+ mm for langt", line) for line in told)


# ---- files and plan -----------------------------------------------------------------------------------
def test_a_poster_somebody_wrote_on_is_not_overwritten(tmp_path: Path) -> None:
    request = PosterRequest(("kop",))
    (made,) = make_posters(SHOP, request, tmp_path, today=DAY)
    make_posters(SHOP, request, tmp_path, today=DAY)  # untouched: simply renewed
    made.path.write_bytes(made.path.read_bytes() + b"% a comment\n")
    with pytest.raises(FileError, match="--replace"):
        make_posters(SHOP, request, tmp_path, today=DAY)
    (again,) = make_posters(SHOP, request, tmp_path, replace_changed=True, today=DAY)
    assert "Din gamle fil" in again.changes[0]
    assert len(list(made.path.parent.glob("*.pdf"))) == 2


def test_the_plan_hangs_three_at_most_and_two_of_them_always() -> None:
    year, names = plan_year(SHOP, start=date(2026, 11, 5))
    assert [month.name for month in (year[0], year[1], year[2])] == [
        "november 2026",
        "december 2026",
        "januar 2027",
    ]
    assert len(year) == 12
    for month in year:
        assert month.posters[:2] == ("alarm", "gaa_cykl_loeft")
        assert len(month.posters) == 3
    turns = [month.posters[-1] for month in year]
    assert len(set(turns)) == 12
    assert set(turns) <= set(names)
    assert "soeg_hjaelp" not in turns
    for id_ in turns:
        assert load_poster(SHOP.library, id_).value.hanging is Hanging.IN_TURN
    with pytest.raises(RequestError, match="skiftes"):
        plan_year(SHOP, ("alarm",))


def test_the_foot_says_the_source_in_words_and_the_pdf_keeps_the_ids(
    pdfs: dict[str, bytes], posters: dict[str, Poster]
) -> None:
    for id_, data in pdfs.items():
        read = PdfReader(io.BytesIO(data))
        facts = [source.fact for source in posters[id_].sources if source.shown]
        said = " ".join(read.pages[0].extract_text().split())
        assert ("Kilde: vejledninger om patientuddannelse" in said) == bool(facts)
        assert not re.search(r"\b[GLNASO]\d\d[a-z]?\b", said)
        keywords = read.metadata.get("/Keywords", "") if read.metadata else ""
        assert not facts or f"fakta: {listed_facts(facts)}" in keywords


def test_sources_are_drawn_together() -> None:
    assert listed_facts(["G16a", "G16b", "G16c", "L29", "G16e", "G16a"]) == "G16a-c, L29, G16e"
    assert listed_facts(["a", "b", "hund", "hune"]) == "a, b, hund, hune"  # a clinic's own
