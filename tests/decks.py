"""Small decks made by hand, for tests of what is written: every kind of slide, figures with every shape."""

from __future__ import annotations

from holdslides.deck import Block, Deck, Service
from holdslides.drawing import Drawing, Ellipse, Group, Label, Line, Mix, Path, Polygon, Rectangle, Stroke
from holdslides.pages import (
    Activity,
    ActivityType,
    Column,
    ColumnsSlide,
    ExerciseSlide,
    Notes,
    QuestionSlide,
    SafetySlide,
    SectionSlide,
    SideSlide,
    Slide,
    StatementSlide,
    SummarySlide,
    TableSlide,
    TitleSlide,
    WideSlide,
)
from holdslides.pptx_file.slides import Picture
from holdslides.problems import Place
from holdslides.texts import FigureUse, Run, Source, Text
from holdslides.theme import Layout

PLACE = Place("moduler/proeve.yaml", 7)
ALT = "En person går en tur ved siden af en rød alarm."


def text(*lines: str) -> Text:
    """Paragraphs of plain words; a line between two stars is bold."""
    return Text(
        tuple((Run(line.strip("*"), bold=line.startswith("*")),) for line in lines),
        PLACE,
    )


def notes(say: str = "Spørg, hvad der fylder.") -> Notes:
    return Notes((say, "Giv tid."), ("Vis med hånden.",), ("Smerte er kroppens alarm.",), PLACE)


def activity(type_: ActivityType = ActivityType.DIALOGUE, minutes: float = 3) -> Activity:
    return Activity(type_, minutes, "Taler sammen to og to.", PLACE, "Bliv siddende.", "Sig det højt.")


def figure(alt: str = "") -> FigureUse:
    return FigureUse("proeve", None, PLACE, alt)


def source(shown: bool = True) -> Source:
    return Source(
        "A12", "Smerte kan mærkes, selv om der ikke er skade.", "Vejledning", "Forstå", "12-14", shown
    )


def every_shape(width: float, height: float) -> Drawing:
    """A drawing with every shape, named groups in a group, and a mixture of colours."""
    inner = Group(
        "Person",
        (
            Ellipse(width / 2, 80, 30, 30, "skin2"),
            Rectangle(width / 2 - 30, 110, 60, 80, "coral", radius=12),
            Group("Arm", (Polygon(((10, 10), (40, 20), (20, 50)), Mix("coral", "ink", 0.18)),)),
        ),
    )
    return Drawing(
        width,
        height,
        (
            Rectangle(20, 20, width - 40, height - 60, "petrol2"),
            inner,
            Path((("M", 60, 120), ("C", 80, 90, 120, 90, 140, 120), ("L", 140, 160), ("Z",)), "amber3"),
            Line(160, 150, 60, 60, Stroke("ink", 3, (9, 8)), arrow=True),
            Label(width / 2, 230, ("følsom & rask", "alarm"), 20, 200),
        ),
        ALT,
    )


def draw(use: FigureUse, layout: Layout) -> Picture:
    """Every figure of these decks."""
    box = layout.boxes["picture"]
    return Picture("Prøvefigur", every_shape(box.width, box.height), use.alt or ALT)


def every_kind() -> tuple[Slide, ...]:
    """One slide of each kind."""

    def base(name: str, headline: str, **more: object) -> dict[str, object]:
        return {"id": f"proeve/{name}", "place": PLACE, "headline": text(headline), "notes": notes(), **more}

    return (
        TitleSlide(
            **base("titel", "Forstå din smerte"), subtitle=text("*Ryghold", "Gang 1 af 2"), figure=figure()
        ),
        SectionSlide(**base("del", "Alarmen", droppable=False), number="Del 1", figure=figure()),
        StatementSlide(
            **base("udsagn", "Smerte er altid ægte"), body=text("Det, der skruer op, kan ændre sig.")
        ),
        SideSlide(
            **base("side", "Smerte er kroppens alarm", sources=(source(), source(shown=False))),
            body=text("Den passer på dig."),
            figure=figure("En anden beskrivelse."),
        ),
        WideSlide(
            **base("bred", "Alarmen kan blive for følsom"),
            body=text("Så kan det gøre ondt."),
            figure=figure(),
        ),
        QuestionSlide(
            **base("spm", "Tal sammen to og to", activity=activity(), droppable=False),
            question=text("Hvornår gik din alarm uden brand?"),
            figure=figure(),
        ),
        ExerciseSlide(
            **base("oev", "Rejs dig og sæt dig", activity=activity(ActivityType.EXERCISE, 2.5)),
            body=text("I dit eget tempo."),
            figure=figure(),
        ),
        ColumnsSlide(
            **base("spalter", "To måder at gøre det på"),
            left=Column(text("Op og ned"), text("Meget på gode dage.", "Intet på dårlige.")),
            right=Column(text("Jævnt"), text("Lidt hver dag.")),
        ),
        TableSlide(
            **base("tabel", "Hvad gør du, når det gør ondt?"),
            header=(text("Når"), text("Så")),
            rows=((text("Grønt"), text("Fortsæt som planlagt.")), (text("Rødt"), text("Skru ned i morgen."))),
        ),
        SummarySlide(
            **base("husk", "Husk tre ting", droppable=False),
            points=(text("Alarmen passer på dig"), text("Ryggen er stærk"), text("Bevæg dig hver dag")),
            figure=figure(),
        ),
        SafetySlide(
            **base("hjaelp", "Søg hjælp, hvis …", droppable=False),
            signs=(
                text("Huden føles anderledes."),
                text("Du mister kraft."),
                text("Du kan ikke lade vandet."),
            ),
            call=text("*Ring til din læge.", "Er der lukket: ring til lægevagten."),
            figure=figure(),
        ),
    )


def deck(slides: tuple[Slide, ...] | None = None, **changes: object) -> Deck:
    """A deck of two blocks; `changes` replace fields of the deck."""
    slides = every_kind() if slides is None else slides
    half = max(1, len(slides) // 2)

    def block(name: str, title: str, some: tuple[Slide, ...]) -> Block:
        return Block(name, title, 10, some, PLACE, ActivityType.TALK, False)

    fields: dict[str, object] = {
        "name": "laenderyg-1",
        "title": "Forstå din smerte",
        "condition": "laenderyg",
        "setting": "hold",
        "edition": "fuld",
        "session": 1,
        "sessions": 2,
        "service": Service("Patientuddannelse", ""),
        "clinic": "Fysioterapien Solbakken",
        "group": "mandag 16",
        "minutes": 60,
        "blocks": tuple(
            block(name, title, some)
            for name, title, some in (
                ("alarmen", "Alarmen", slides[:half]),
                ("hverdagen", "Hverdagen", slides[half:]),
            )
            if some
        ),
    }
    return Deck(**(fields | changes))
