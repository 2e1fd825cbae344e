"""Every figure keeps its contract in every area; the second set refuses what it cannot draw."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest
from figure_shapes import corners, leaves

from holdslides.drawing import Drawing, Group, Rectangle, labels
from holdslides.figures import MAX_LABELS, Area, Fault, figure_ids, load_figure
from holdslides.keys import danish_keys
from holdslides.kit.cast import CAST
from holdslides.kit.lettering import widest

WIDE, SIDE, QUESTION, SAFETY = Area(960, 400), Area(560, 540), Area(490, 480), Area(864, 170)
POSTER = Area(842, 700, 32)
AREAS = {"wide": WIDE, "side": SIDE, "poster": POSTER}
BLEED = 40.0  # how far a shape may reach over its area's edge, pt: a poster's and a slide's own edges cut it
TIGHT = 3.0  # the same where the text of the slide begins: left of a picture beside it, above one below it
BLEEDING = {"afsnit"}  # whose art runs off its corner on purpose

# Figures of the second set, each with values it has to refuse: (key, field, value).
SET2: dict[str, tuple[tuple[str, str, Any], ...]] = {
    "almindeligt": (("sted", "sore", "tå"),),
    "behandling": (("titler", "titles", ("Medicin",)), ("tekster", "texts", ("", ""))),
    "brems": (
        ("vaerdi", "value", 1.2),
        ("bremser", "brakes", ("motion", "latter")),
        ("bremser", "brakes", ("motion", "latter", "vejrtrækningsøvelser")),
        ("gas", "gas", ("", "uro", "søvn")),
        ("titler", "titles", ("Kan bremse",)),
        ("titler", "titles", ("Kan bremse", "Kan virkelig give gas")),
    ),
    "dagbog": (("raekker", "rows", ("blå",)), ("raekker", "rows", ("groen",) * 6), ("hvem", "who", "ingen")),
    "frygt_cirkel": (
        ("led", "stations", ("smerte", "frygt")),
        ("led", "stations", ("smerte", "bekymring", "undgår", "meget mindre styrke", "mere smerte")),
        ("vej_ud", "way_out", ""),
        ("hvem", "who", "ingen"),
    ),
    "handleplan": (
        ("trin", "steps", ("0 tillid",)),
        ("trin", "steps", ("0", "1", "2", "3", "4", "5", "6 hold helt fast")),
        ("naaet", "reached", 7),
        ("hvem", "who", "ingen"),
        ("hjaelper", "helper", "ingen"),
    ),
    "ikon_raekke": (("antal", "count", 11), ("ud_af", "total", 12)),
    "kontakt": (
        ("hvem", "who", "ingen"),
        ("svarer", "answers", "ingen"),
        ("svarer", "answers", "birthe"),
        ("nummer", "number", "12 34 56 78 lokal 9"),
    ),
    "linje": (("ender", "ends", ("jeg undgår",)),),
    "loeft": (("hvem", "who", "ingen"),),
    "lytter": (("fortaeller", "teller", "ingen"), ("lytter", "listener", "kaj")),
    "maal": (("foerste", "first", ""), ("foerste", "first", "en lang sætning")),
    "myte_kort": (("bunker", "piles", ("Myte",)), ("bunker", "piles", ("Myte", "Det er helt sandt"))),
    "oevelse": (
        ("bevaegelser", "movements", ()),
        ("bevaegelser", "movements", ("flyve",)),
        ("bund", "ground", "rød"),
        ("ord", "words", ("gå",)),
    ),
    "opblussen": (("top", "peak", 3.0), ("hvem", "who", "ingen")),
    "paaroerende": (("hvem", "who", "ingen"), ("med", "relative", "ingen"), ("med", "relative", "inger")),
    "scene": (("scene", "scene", "ingenting"),),
    "nerverod": (("sted", "where", "lysken"), ("ord", "words", ("nerve",))),
    "plads": (("titler", "titles", ("Plads",)), ("ord", "words", ("nerver",))),
    "skriver": (("hvem", "who", "ingen"), ("ark", "sheet", "brev")),
    "sluser": (
        ("titler", "titles", ("Lav trussel",)),
        ("ud", "out", ("mindre smerte", "meget mere smerte end før")),
        ("signaler", "signals", "alle signalerne"),
        ("hvem", "who", "ingen"),
    ),
    "soeg_hjaelp": (
        ("udvalg", "chosen", ()),
        ("udvalg", "chosen", ("ryg",)),
        ("udvalg", "chosen", ("ben",) * 5),
    ),
    "stillinger": (("hvem", "who", "ingen"),),
    "soevn": (("hvem", "who", "ingen"),),
    "to_moenstre": (
        ("op_og_ned", "up", (50, 50)),
        ("jaevnt", "even", (50, 50, 50, 50, 50, 50, 0)),
        ("op_og_ned", "up", (50, 50, 50, 50, 50, 50, 120)),
        ("titler", "titles", ("Op", "Ned", "Op igen")),
        ("dage", "days", ("mandag morgen", "søndag")),
        ("hvem", "who", "ingen"),
    ),
    "to_skanninger": (("led", "part", "skulder"), ("titler", "titles", ("Uden", "Med", "Måske"))),
    "ugen": (("plan", "plan", ("gaa",)), ("plan", "plan", (*("gaa",) * 6, "flyve"))),
}  # fmt: skip

# Values that change the picture: every one of them has to be drawn as well as the default.
VARIANTS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("almindeligt", {"sore": "nakke"}),
    ("brems", {"value": 0.95}),
    ("brems", {"value": 0.0, "brakes": ("ro", "leg", "en lille gåtur"), "titles": ("Ned", "Op")}),
    ("handleplan", {"reached": 0}),
    ("handleplan", {"reached": 6}),
    ("kontakt", {"number": "12 34 56 78"}),
    ("nerverod", {"where": "nakke"}),
    ("paaroerende", {"with_dog": False, "who": "poul", "relative": "mette"}),
    ("plads", {"words": ()}),
    ("rejs_fra_stol", {"ground": "amber"}),
    ("skriver", {"sheet": "linjer"}),
    ("skriver", {"sheet": "tidslinje"}),
    ("soeg_hjaelp", {"chosen": ("telefon",)}),
    ("soeg_hjaelp", {"chosen": ("laar", "ben", "toilet", "telefon")}),
    ("soevn", {"awake": True, "who": "amina"}),
    ("to_moenstre", {"up": (100, 5, 5, 5, 5, 5, 5), "even": (100,) * 7}),
    ("to_moenstre", {"up": (20, 20, 20, 100, 20, 20, 20)}),
    ("to_skanninger", {"part": "nakke"}),
    ("to_skanninger", {"part": "knae"}),
    ("to_skanninger", {"part": "hofte"}),
    ("ugen", {"plan": ("hvile", "svoemme", "gaa", "cykle", "loefte", "hvile", "gaa")}),
)
ENGLISH = re.compile(r"\b(the|and|with|must|should|choose)\b", re.IGNORECASE)


def drawn(figure_id: str, area: Area, **values: Any) -> Drawing:
    figure = load_figure(figure_id)
    made = figure.values(**values)
    assert list(figure.faults(made)) == []
    return figure.draw(made, area)


@pytest.mark.parametrize("figure_id", sorted(set(figure_ids()) - BLEEDING))
@pytest.mark.parametrize("area", AREAS.values(), ids=AREAS)
def test_every_figure_fills_exactly_its_area_and_stays_in_it(figure_id: str, area: Area) -> None:
    drawing = drawn(figure_id, area)
    assert (drawing.width, drawing.height) == (area.width, area.height)
    for shape in leaves(drawing.shapes):
        for x, y in corners(shape):
            assert -BLEED <= x <= area.width + BLEED, shape
            assert -BLEED <= y <= area.height + BLEED, shape


@pytest.mark.parametrize("figure_id", sorted(set(figure_ids()) - BLEEDING))
def test_no_figure_reaches_into_the_text_beside_or_above_it(figure_id: str) -> None:
    for area in (SIDE, QUESTION):
        for shape in leaves(drawn(figure_id, area).shapes):
            assert min((x for x, _ in corners(shape)), default=0) >= -TIGHT, (area, shape)
    for shape in leaves(drawn(figure_id, WIDE).shapes):
        assert min((y for _, y in corners(shape)), default=0) >= -TIGHT, shape


def keeps_label_rules(drawing: Drawing, area: Area) -> None:
    found = labels(drawing.shapes)
    assert len(found) <= MAX_LABELS
    for label in found:
        assert label.size >= area.label - 1e-9, label
        assert widest(label.lines, label.size) <= label.room + 0.5, label
        assert all(line == line.strip() for line in label.lines), label
        across = {"left": (0, 1), "middle": (-0.5, 0.5), "right": (-1, 0)}[label.align]
        width = widest(label.lines, label.size)
        assert label.x + across[0] * width >= 0, label
        assert label.x + across[1] * width <= area.width, label
        last = label.baseline + (len(label.lines) - 1) * label.size * label.leading
        assert label.baseline >= 0.7 * label.size, label
        assert last <= area.height, label


@pytest.mark.parametrize("figure_id", figure_ids())
@pytest.mark.parametrize("area", AREAS.values(), ids=AREAS)
def test_every_figure_keeps_its_labels_few_large_and_inside(figure_id: str, area: Area) -> None:
    keeps_label_rules(drawn(figure_id, area), area)


@pytest.mark.parametrize("figure_id", figure_ids())
def test_every_figure_describes_itself_in_plain_danish(figure_id: str) -> None:
    alt = drawn(figure_id, WIDE).alt
    assert alt[0].isupper()
    assert alt.endswith(".")
    assert ". " not in alt
    assert 20 <= len(alt) <= 240
    assert not ENGLISH.search(alt)


@pytest.mark.parametrize("figure_id", figure_ids())
def test_every_value_has_a_danish_key_that_is_ascii_and_explained(figure_id: str) -> None:
    figure = load_figure(figure_id)
    assert figure.id == figure_id
    assert figure.name
    for danish, of in danish_keys(figure.values).items():
        assert re.fullmatch(r"[a-z][a-z_]*", danish), danish
        assert of.metadata.get("doc", "").strip(), danish
        assert of.default is not dataclasses.MISSING or of.default_factory is not dataclasses.MISSING, danish


@pytest.mark.parametrize("figure_id", figure_ids())
def test_drawing_twice_gives_the_same(figure_id: str) -> None:
    assert drawn(figure_id, SIDE) == drawn(figure_id, SIDE)


@pytest.mark.parametrize(
    ("figure_id", "danish", "field", "value"),
    [(figure_id, *refused) for figure_id, cases in SET2.items() for refused in cases],
)
def test_what_cannot_be_drawn_is_named_in_danish(figure_id: str, danish: str, field: str, value: Any) -> None:
    figure = load_figure(figure_id)
    found = list(figure.faults(figure.values(**{field: value})))
    assert danish in {fault.key for fault in found}
    assert all(isinstance(fault, Fault) and not ENGLISH.search(fault.message) for fault in found)
    assert set(danish_keys(figure.values)) >= {fault.key for fault in found}


@pytest.mark.parametrize(("figure_id", "values"), VARIANTS)
@pytest.mark.parametrize("area", AREAS.values(), ids=AREAS)
def test_every_variant_keeps_the_label_rules(figure_id: str, values: dict[str, Any], area: Area) -> None:
    drawing = drawn(figure_id, area, **values)
    keeps_label_rules(drawing, area)
    assert drawing.shapes != drawn(figure_id, area).shapes


def texts(drawing: Drawing) -> list[str]:
    return [" ".join(label.lines) for label in labels(drawing.shapes)]


def test_own_words_stand_in_the_picture_and_in_its_description() -> None:
    brems = drawn("brems", WIDE, brakes=("ro", "leg", "en gåtur"))
    assert {"ro", "leg", "en gåtur"} <= set(texts(brems))
    assert "ro, leg og en gåtur" in brems.alt
    plan = drawn("handleplan", WIDE, reached=4)
    assert "4 prøv" in texts(plan)
    assert plan.alt.endswith("nået til 4 prøv.")
    assert "12 34 56 78" in texts(drawn("kontakt", SIDE, number="12 34 56 78"))
    assert texts(drawn("kontakt", SIDE)) == []


def test_the_description_follows_the_values() -> None:
    assert "knæ" in drawn("to_skanninger", WIDE, part="knae").alt
    assert drawn("soevn", SIDE).alt != drawn("soevn", SIDE, awake=True).alt
    assert "hund" not in drawn("paaroerende", SIDE, with_dog=False).alt
    assert "ringer" in drawn("soeg_hjaelp", SIDE, chosen=("telefon",)).alt


def test_warning_pictures_stand_in_a_row_in_the_safety_box_and_below_each_other_in_a_column() -> None:
    def panels(area: Area) -> list[Rectangle]:
        groups = [shape for shape in drawn("soeg_hjaelp", area).shapes if isinstance(shape, Group)]
        return [group.shapes[0] for group in groups if isinstance(group.shapes[0], Rectangle)]

    row, column = panels(SAFETY), panels(Area(300, 700))
    assert [round(p.x) for p in row] == [0, 296, 592]
    assert {round(p.width) for p in row} == {272}
    assert len({p.x for p in column}) == 1
    assert len({p.y for p in column}) == 3


def test_warning_marks_on_a_body_are_never_red_or_yellow() -> None:
    drawing = drawn("soeg_hjaelp", SAFETY, chosen=("laar", "ben"))
    fills = {str(getattr(shape, "fill", "")) for shape in leaves(drawing.shapes)}
    assert not {fill for fill in fills if "coral" in fill and "skin" not in fill}
    assert not {fill for fill in fills if "amber" in fill}


@pytest.mark.parametrize("figure_id", ["kontakt", "soevn", "paaroerende", "loeft", "lytter", "dagbog"])
def test_scenes_with_a_ground_of_their_own_cover_their_whole_area(figure_id: str) -> None:
    for area in (SIDE, QUESTION, WIDE, POSTER):
        first = next(leaves(drawn(figure_id, area).shapes))
        assert isinstance(first, Rectangle)
        assert (first.x, first.y, first.width, first.height) == (0, 0, area.width, area.height)


def test_the_wide_scenes_keep_clear_of_the_footer() -> None:
    """Below y 350 a slide's footer runs: words end above it."""
    for figure_id in (
        "brems",
        "sluser",
        "to_moenstre",
        "frygt_cirkel",
        "to_skanninger",
        "ugen",
        "handleplan",
    ):
        for label in labels(drawn(figure_id, WIDE).shapes):
            last = label.baseline + (len(label.lines) - 1) * label.size * label.leading
            assert last <= 350, (figure_id, label)
            assert 40 <= label.x <= 920, (figure_id, label)


@pytest.mark.parametrize("figure_id", figure_ids())
def test_an_alt_text_that_says_man_or_woman_says_it_of_whoever_is_drawn(figure_id: str) -> None:
    defaults = {field.name: field.default for field in dataclasses.fields(load_figure(figure_id).values)}
    people = {name: who for name, who in defaults.items() if isinstance(who, str) and who in CAST}
    for name in people:
        for who in CAST.keys() - {other for of, other in people.items() if of != name}:
            shown = {CAST[one].seen_as.split()[-1] for one in {**people, name: who}.values()}
            said = re.findall("mand|kvinde", drawn(figure_id, SIDE, **{name: who}).alt.casefold())
            assert set(said) <= shown, who
