"""SLD-6: words and figures that can be seen, also by those who do not see colours."""

from __future__ import annotations

from collections.abc import Iterator

from holdslides.check.bench import Bench
from holdslides.check.examples import NO_TEXT, deck, on_slide, sheet, slide
from holdslides.check.hit import grounds
from holdslides.check.rule import EVERYTHING, Example, Finding, Scope, rule
from holdslides.check.subject import Page, Subject, found
from holdslides.drawing import Colour, Drawing
from holdslides.models_sheet import Mark
from holdslides.pages import LAYOUT_OF
from holdslides.records import replace
from holdslides.theme import Box, Layout, contrast
from holdslides.worksheet import Choices, Option

TEXT_RATIO, GRAPHIC_RATIO = 4.5, 3.0
COLOURED = (Mark.GREEN, Mark.YELLOW, Mark.RED)
COLOUR_FIGURES = ("trafiklys", "lys")
NO_WORDS_OF_ITS_OWN = ("badge", "picture")  # boxes the writer fills with a drawing


def _pale(bench: Bench) -> Bench:
    return bench.with_theme(
        replace(bench.theme, palette={**bench.theme.palette, "ink": "#9AA0A0"}, _mixed={})
    )


@rule(
    "SLD-6",
    what="Al tekst har kontrasten 4,5:1 til det, den står på, figurer 3:1, og intet siges med farve alene.",
    why="Tallene er WCAG 2.2. Prøvet er opsætningernes tekst, temaets farvepar og hver tekst i et billede "
    "over for det, der ligger under den. Grøn, gul og rød har altid ord eller form ved siden af.",
    scopes=EVERYTHING,
    informs=("PEMAT 12", "PEMAT 18"),
    good=on_slide("Smerte er en alarm"),
    bad=(
        Example("Et tema med grå tekst på sand", lambda: deck(slide("Smerte er en alarm")), _pale),
        Example(
            "Ark med en rød ring uden ord",
            lambda: sheet("Dagbog", Choices(NO_TEXT, (Option(Mark.RED, NO_TEXT),), True)),
        ),
    ),
)
def colours_can_be_seen(subject: Subject) -> Iterator[Finding]:
    """Theme, layouts, labels, and marks without words."""
    if subject.decks:
        yield from _pairs(subject)
        for kind in dict.fromkeys(type(page.slide) for page in subject.pages if page.slide):
            yield from _boxes(subject.bench.layouts.by_id[LAYOUT_OF[kind]], subject)
    for page in subject.pages:
        yield from _labels(page, subject)
    if subject.scope is Scope.SHEET:
        for option in found(Option, subject.document):
            if option.mark in COLOURED and not option.text:
                yield Finding(f"{subject.name}: mærket {option.mark} har ingen ord", subject.place)


def _pairs(subject: Subject) -> Iterator[Finding]:
    theme = subject.bench.theme
    for pairs, least in ((theme.text_pairs, TEXT_RATIO), (theme.graphic_pairs, GRAPHIC_RATIO)):
        for a, b in pairs:
            if (ratio := contrast(theme.hex(a), theme.hex(b))) < least:
                yield Finding(
                    f"temaet: {a} på {b} har kontrasten {ratio:.1f}, mindst {least:g}",
                    subject.place,
                    "vælg en mørkere farve i klinik.yaml",
                )


def _boxes(layout: Layout, subject: Subject) -> Iterator[Finding]:
    for box in layout.boxes.values():
        if box.name in NO_WORDS_OF_ITS_OWN or not box.sizes:
            continue
        text, ground = box.colour or layout.text, _ground(box, layout)
        ratio = _ratio(text, ground, subject.bench)
        if ratio < TEXT_RATIO:
            yield Finding(
                f"opsætningen {layout.name}: {box.name} har kontrasten {ratio:.1f}, mindst {TEXT_RATIO}",
                subject.place,
            )


def _ground(box: Box, layout: Layout) -> str:
    x, y = box.x + box.width / 2, box.y + box.height / 2
    for panel in filter(None, (layout.bubble, layout.bar, *layout.panels)):
        if panel.x <= x <= panel.x + panel.width and panel.y <= y <= panel.y + panel.height:
            return panel.colour
    return layout.ground


def _labels(page: Page, subject: Subject) -> Iterator[Finding]:
    bench = subject.bench
    for use in page.figures:
        layout = bench.layouts.by_id[LAYOUT_OF[type(page.slide)]] if page.slide else None
        key = ("labels", use.id, use.values, layout.id if layout else "")
        if key not in bench.known:
            bench.known[key] = list(_pale_labels(bench.drawing(use, page.slide), layout, bench))
        for words, ratio in bench.known[key]:
            hint = "vælg en mørkere tekst eller en lysere bund"
            message = f"figuren {use.id}: »{words}« har kontrasten {ratio:.1f}, mindst {TEXT_RATIO}"
            yield Finding(message, use.place, hint)
        if use.id in COLOUR_FIGURES and page.slide and not subject.labels(page) and page.text.count("\n") < 2:
            yield Finding(f"figuren {use.id}: farverne har ingen ord", use.place)


def _pale_labels(drawing: Drawing, layout: Layout | None, bench: Bench) -> Iterator[tuple[str, float]]:
    """The labels that cannot be read, and their contrast."""
    for label, under in grounds(drawing):
        ground = under or (layout.ground if layout else "sand0")
        if (ratio := _ratio(label.colour, ground, bench)) < TEXT_RATIO:
            yield " ".join(label.lines), ratio


def _ratio(text: Colour, ground: Colour, bench: Bench) -> float:
    return contrast(bench.theme.hex(text), bench.theme.hex(ground))
