"""The local page in a real browser: the whole path by mouse and by keyboard alone, and every view for everybody."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import chromium, overflow, served, violations
from pptx import Presentation

from holdslides.clinic import load_clinic
from holdslides.folders import Folders
from holdslides.pptx_file.package_check import check_package

PATIENCE_MS = 40_000  # a machine may be busy; nothing waits longer than it must
VIEWS = ("/", "/plakater", "/ark", "/klinik")
WATCH = (
    "ms => void (window.followed = new Promise((done, fail) => { setTimeout(fail, ms, 'no programme followed'); "
    "document.addEventListener('program-shown', done, { once: true }); }))"
)
LOADED = {"/": ".thumb img", "/plakater": ".paper img", "/ark": ".paper img", "/klinik": ".approval"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    path = chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


Opener = Callable[..., Any]


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Opener]:
    """Opens a view; anything the browser complains of, such as a broken policy, fails the test."""
    complaints: list[str] = []
    with served(tmp_path / "Holdslides") as server:
        contexts: list[Any] = []

        def open_view(path: str = "/", *, same: Any = None, **window: Any) -> Any:
            context = (
                same.context
                if same
                else browser.new_context(**({"viewport": {"width": 1280, "height": 900}} | window))
            )
            contexts.append(context)
            context.set_default_timeout(PATIENCE_MS)
            page = context.new_page()
            page.on(
                "console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None
            )
            page.on("pageerror", lambda error: complaints.append(str(error)))
            if not same:
                page.goto(server.address)
            if path != "/" or same:
                page.goto(server.address.split("/?")[0] + path)
            page.wait_for_selector(LOADED[path])
            return page

        yield open_view
        for context in dict.fromkeys(contexts):
            context.close()
    allowed = ("409", "422")  # a conflict and a refusal are part of some tests
    assert [c for c in complaints if not any(code in c for code in allowed)] == []


def keys(page: Any) -> list[str]:
    """The blocks as they stand."""
    found: list[str] = page.eval_on_selector_all(".block", "all => all.map(b => b.dataset.key)")
    return found


def after(page: Any, doing: Callable[[], Any]) -> None:
    """Does something and waits until the programme has followed."""
    page.evaluate(WATCH, PATIENCE_MS)
    doing()
    page.evaluate("window.followed.then(() => true)")


def shown(page: Any) -> list[str]:
    """The slides' headlines, in order."""
    labels = page.eval_on_selector_all(".thumb", "all => all.map(b => b.ariaLabel)")
    return [label.split(": ", 1)[1] for label in labels]


def check_deck(path: Path, headlines: list[str]) -> None:
    """The deck is whole, and says what the page showed."""
    data = path.read_bytes()
    assert check_package(data) == []
    slides = Presentation(io.BytesIO(data)).slides
    assert [" ".join(s.shapes.title.text_frame.text.split()) for s in slides] == headlines


# ---- the whole path ---------------------------------------------------------------------------------------
def test_from_condition_to_deck_with_the_mouse(opened: Opener, tmp_path: Path) -> None:
    page = opened()
    after(page, lambda: page.check("[name=condition][value=artrose]"))
    after(page, lambda: page.select_option("[name=session]", "2"))
    after(page, lambda: page.select_option("[name=session]", "1"))
    before = keys(page)
    grip = page.locator(".block").nth(1).locator("[data-do=grip]")
    target = page.locator(".block").nth(3).bounding_box()
    grip.hover()
    page.mouse.down()
    page.mouse.move(target["x"] + 20, target["y"] + target["height"] / 2 + 8, steps=8)
    after(page, page.mouse.up)
    moved = [before[0], before[2], before[3], before[1], *before[4:]]
    assert keys(page) == moved
    after(page, lambda: page.locator(".block").nth(1).locator("[data-do=down]").click())
    assert keys(page)[1:3] == [moved[2], moved[1]]
    after(page, lambda: page.click("#fortryd"))
    assert keys(page) == moved

    out = page.locator(".block").nth(3)
    gone = out.get_attribute("data-key")
    after(page, lambda: out.locator("[data-do=out]").click())
    assert gone not in keys(page)
    page.click("#flere summary")
    after(page, lambda: page.locator("[data-offers=activities] .offer").first.click())
    assert len(keys(page)) == len(before)
    assert "min" in page.inner_text("#ialt")

    page.locator(".block", has=page.locator("[data-do=why]:visible")).first.locator("[data-do=why]").click()
    assert page.locator(".reason:visible").inner_text()

    headlines = shown(page)
    page.click("#lav")
    page.wait_for_selector(".files a")
    with page.expect_download() as download:
        page.click(".files a")
    download.value.save_as(tmp_path / "deck.pptx")
    check_deck(tmp_path / "deck.pptx", headlines)


def test_from_condition_to_deck_with_the_keyboard_alone(opened: Opener, tmp_path: Path) -> None:
    page = opened()
    press = page.keyboard.press

    def tab_to(selector: str, most: int = 120) -> None:
        for _ in range(most):
            press("Tab")
            if page.evaluate("s => document.activeElement.matches(s)", selector):
                return
        raise AssertionError(f"{selector} cannot be reached with Tab")

    tab_to("[name=condition]")
    after(page, lambda: press("ArrowDown"))
    after(page, lambda: press("ArrowUp"))
    tab_to("[name=edition]")
    after(page, lambda: press("ArrowDown"))
    after(page, lambda: press("ArrowUp"))
    tab_to("[name=minutes]")
    after(page, lambda: page.keyboard.type("50"))
    assert page.inner_text("#ialt-tal") == "50 min"

    before = keys(page)
    tab_to(".block [data-do=grip]")
    after(page, lambda: press("ArrowDown"))
    assert keys(page)[1:3] == [before[2], before[1]]
    assert page.evaluate("document.activeElement.closest('.block').dataset.key") == before[1]
    page.wait_for_function("() => document.getElementById('sagt').textContent.includes('nummer 3 af')")
    after(page, lambda: press("Control+z"))
    assert keys(page) == before
    tab_to(".block [data-do=out]")
    gone = page.evaluate("document.activeElement.closest('.block').dataset.key")
    after(page, lambda: press("Enter"))
    assert gone not in keys(page)
    tab_to("#flere summary")
    press("Enter")
    tab_to(".offer")
    offered = page.evaluate("document.activeElement.dataset.key")
    after(page, lambda: press("Enter"))
    assert offered in keys(page)
    page.wait_for_function(
        "key => document.activeElement.closest('.block')?.dataset.key === key", arg=offered
    )

    tab_to(".thumb")
    press("Enter")
    page.wait_for_selector("#stor[open] .say")
    press("ArrowRight")
    page.wait_for_function("() => document.getElementById('stor-navn').textContent.startsWith('2.')")
    press("Escape")
    assert page.evaluate("document.activeElement.matches('.thumb')")

    headlines = shown(page)
    tab_to("#lav", most=300)
    press("Enter")
    page.wait_for_function("() => document.activeElement.matches('.files a')")
    with page.expect_download() as download:
        press("Enter")
    download.value.save_as(tmp_path / "deck.pptx")
    check_deck(tmp_path / "deck.pptx", headlines)


# ---- the clinic's own programme ---------------------------------------------------------------------------
def test_an_own_programme_is_kept_undone_and_given_up(opened: Opener, tmp_path: Path) -> None:
    page = opened()
    suggested = shown(page)
    assert page.is_disabled("#gem")
    after(page, lambda: page.locator(".block").nth(1).locator("[data-do=down]").click())
    slide = page.locator("[data-do=slide-out]:visible").nth(3)
    gone = slide.evaluate("b => b.closest('.cell').dataset.slide")
    after(page, slide.click)
    page.wait_for_selector(f'[data-out="{gone}"]')
    assert len(shown(page)) == len(suggested) - 1
    after(page, lambda: page.fill("[name=minutes]", "50"))
    mine = shown(page)
    after(page, lambda: page.click("#gem"))
    page.wait_for_selector("#eget >> text=jeres eget program")
    assert page.get_attribute("[name=minutes]", "placeholder") == "50"
    assert page.inner_text("#ialt-tal") == "50 min"
    assert "udelad_slides:" in (tmp_path / "Holdslides" / "klinik.yaml").read_text(encoding="utf-8")

    other = opened(same=page)
    assert shown(other) == mine
    after(page, lambda: page.click("#fortryd"))  # the saving
    assert "fra_siden:" not in (tmp_path / "Holdslides" / "klinik.yaml").read_text(encoding="utf-8")
    assert shown(page) == mine
    after(page, lambda: page.click("#gem"))
    after(page, lambda: page.click("#nulstil"))
    assert shown(page) == suggested
    after(page, lambda: page.click("#fortryd"))
    assert shown(page) == mine


def test_a_programme_kept_in_another_window_is_not_overwritten_unasked(opened: Opener) -> None:
    page = opened()
    other = opened(same=page)
    for tab, number in ((page, 1), (other, 2)):
        after(
            tab,
            lambda tab=tab, number=number: (
                tab.locator(".block").nth(number).locator("[data-do=down]").click()
            ),
        )
    mine, theirs = keys(page), keys(other)
    after(page, lambda: page.click("#gem"))
    other.click("#gem")
    other.wait_for_selector("#problemer >> text=et andet vindue")
    assert keys(other) == theirs
    after(other, lambda: other.click("text=Brug det, der er gemt"))
    assert keys(other) == mine
    after(other, lambda: other.click("#fortryd"))
    assert keys(other) == theirs
    other.click("#gem")
    after(other, lambda: other.click("text=Gem mit alligevel"))
    other.wait_for_selector("#eget >> text=jeres eget program")
    page.reload()
    page.wait_for_selector(".thumb img")
    assert keys(page) == theirs


def test_slides_are_taken_out_and_kept_with_the_keyboard_alone(opened: Opener, tmp_path: Path) -> None:
    page = opened()
    press = page.keyboard.press
    focused = "document.activeElement.matches(s)"
    cell = page.locator(".cell", has=page.locator("[data-do=slide-out]:visible")).nth(1)
    gone = cell.get_attribute("data-slide")
    cell.locator(".thumb").focus()
    after(page, lambda: press("Delete"))
    back = f'[data-out="{gone}"] button'
    page.wait_for_function(f"s => {focused}", arg=back)
    after(page, lambda: press("Enter"))
    page.wait_for_function(f"s => {focused}", arg=f'[data-slide="{gone}"] .thumb')
    press("Enter")
    page.wait_for_selector("#stor[open] .say")
    page.locator("#stor [data-do=out]").focus()
    after(page, lambda: press("Enter"))
    page.wait_for_selector("#stor[open] .say")
    press("Escape")
    page.wait_for_function("() => document.activeElement.closest('.cell')")  # the view gives the focus back
    assert gone not in page.eval_on_selector_all(".cell", "all => all.map(c => c.dataset.slide)")
    stays = page.locator(".cell", has=page.locator("[data-do=slide-why]:visible")).first
    stays.locator(".thumb").focus()
    press("Delete")
    assert "Kan ikke tages ud" in stays.locator(".reason").inner_text()
    page.locator("#gem").focus()
    after(page, lambda: press("Enter"))
    assert str(gone) in (tmp_path / "Holdslides" / "klinik.yaml").read_text(encoding="utf-8")


def test_what_must_be_chosen_first_is_asked_for_and_nothing_else_is_shown(opened: Opener) -> None:
    page = opened()
    after(page, lambda: page.check("[name=condition][value=nerverod]"))
    assert page.locator("#foerst").inner_text()
    assert not page.locator(".work").is_visible()
    assert page.is_disabled("#lav")
    assert violations(page) == []
    after(page, lambda: page.select_option("[name=level]", "nakke"))
    assert page.locator(".work").is_visible()
    assert not page.locator("#foerst").is_visible()
    after(page, lambda: page.fill("[name=minutes]", "300"))
    assert "for langt" in page.inner_text("#problemer")
    assert page.locator(".work").is_visible()


# ---- a deck made before and edited since ------------------------------------------------------------------
def edited_deck(page: Any, folder: Path, slide: int) -> Path:
    """A deck made on the page, with the title of the slide (from 0) written anew by hand."""
    page.click("#lav")
    page.wait_for_selector(".files a")
    page.keyboard.press("Escape")
    [made] = (folder / "Holdslides" / "ud").rglob("*.pptx")
    deck = Presentation(str(made))
    deck.slides[slide].shapes.title.text_frame.paragraphs[0].runs[0].text = "Min egen overskrift"
    deck.save(str(made))
    return made


def test_a_deck_edited_by_hand_is_updated_only_when_the_plan_is_confirmed(
    opened: Opener, tmp_path: Path
) -> None:
    page = opened()
    made = edited_deck(page, tmp_path, slide=1)
    edited = made.read_bytes()

    after(page, lambda: page.locator(".block").nth(1).locator("[data-do=out]").click())
    page.click("#lav")
    page.wait_for_selector("#laver .plan li")
    assert "Min egen overskrift" in page.inner_text("#laver .plan")
    assert made.read_bytes() == edited
    assert violations(page) == []
    page.click("text=Lad den være")
    assert made.read_bytes() == edited
    page.click("#lav")
    page.click("text=Opdatér, og behold mine rettelser")
    page.wait_for_selector(".files a")
    titles = [" ".join(s.shapes.title.text_frame.text.split()) for s in Presentation(str(made)).slides]
    assert titles[1] == "Min egen overskrift"
    assert titles[2:] == shown(page)[2:]


def test_slides_and_pdf_of_a_deck_edited_by_hand_keep_the_edits(opened: Opener, tmp_path: Path) -> None:
    def ask_for_pdf() -> None:
        page.click("#lav-alt")
        page.check("#flere-filer [name=what][value=pdf]")
        page.click("#flere-filer [type=submit]")

    page = opened()
    ask_for_pdf()
    page.wait_for_selector(".files a")
    page.keyboard.press("Escape")
    [made] = (tmp_path / "Holdslides" / "ud").rglob("*.pptx")
    pdf = made.with_suffix(".pdf").read_bytes()
    deck = Presentation(str(made))
    deck.slides[3].shapes.title.text_frame.paragraphs[0].runs[0].text = "Min egen overskrift"
    deck.save(str(made))

    after(page, lambda: page.locator(".block").nth(1).locator("[data-do=out]").click())
    ask_for_pdf()
    page.wait_for_selector("#laver .plan li")
    plan = page.inner_text("#laver .plan")
    assert "»Min egen overskrift«: beholdt (redigeret: tekst)" in plan
    assert "Ingen ny PDF: den ville ikke vise dine rettelser. Gem som PDF i PowerPoint" in plan
    assert violations(page) == []
    page.click("text=Opdatér, og behold mine rettelser")
    page.wait_for_selector(".files a")
    assert "Min egen overskrift" in page.inner_text("#laver .said")
    assert "Min egen overskrift" in [s.shapes.title.text for s in Presentation(str(made)).slides]
    assert made.with_suffix(".pdf").read_bytes() == pdf
    assert page.locator(".files a").count() == 1
    assert violations(page) == []


def test_a_pdf_that_was_replaced_does_not_hide_what_was_edited_in_the_deck(
    opened: Opener, tmp_path: Path
) -> None:
    page = opened()
    made = edited_deck(page, tmp_path, slide=3)
    made.with_suffix(".pdf").write_bytes(b"%PDF-1.7 saved from PowerPoint")
    page.click("#lav-alt")
    page.check("#flere-filer [name=what][value=pdf]")
    page.click("#flere-filer [type=submit]")
    page.wait_for_selector("#laver .plan li")
    assert "laenderyg-1.pdf\nBeholdt, som den er" in page.inner_text("#laver .result")
    assert "Min egen overskrift" in page.inner_text("#laver .result")
    page.click("text=Opdatér, og behold mine rettelser")
    page.wait_for_selector(".files a")
    assert "Min egen overskrift" in [s.shapes.title.text for s in Presentation(str(made)).slides]
    assert made.with_suffix(".pdf").read_bytes().endswith(b"PowerPoint")


# ---- words ------------------------------------------------------------------------------------------------
def test_words_are_rewritten_in_place_and_two_tabs_agree(opened: Opener) -> None:
    page = opened()
    other = opened(same=page)

    def start(tab: Any) -> None:
        tab.locator(".thumb").nth(2).click()
        tab.wait_for_selector("#stor[open] .say")
        tab.click("#stor [data-do=edit]")
        tab.wait_for_selector(".findings:visible")

    start(page)
    start(other)
    picture = page.locator("#stor .picture img")
    before = picture.get_attribute("src")
    page.fill(
        "textarea[name=overskrift]", "En overskrift, der er alt for lang til at kunne stå på det her slide"
    )
    page.wait_for_selector(".findings .error")
    page.fill("textarea[name=overskrift]", "Hvad vil du?")
    page.wait_for_selector(".findings.fine")
    page.wait_for_function(
        "b => document.querySelector('#stor .picture img').getAttribute('src') !== b", arg=before
    )
    after(page, lambda: page.click(".rewrite [type=submit]"))
    assert "Hvad vil du?" in shown(page)

    other.fill("textarea[name=overskrift]", "Hvad vil I?")
    other.click(".rewrite [type=submit]")
    other.wait_for_selector(".rewrite .problems:visible")
    assert "et andet vindue" in other.inner_text(".rewrite .problems")
    assert other.input_value("textarea[name=overskrift]") == "Hvad vil I?"
    after(other, lambda: other.click("text=Gem mine ord alligevel"))
    assert "Hvad vil I?" in shown(other)


def test_a_change_reaches_the_screen_at_once(opened: Opener) -> None:
    """The bench has the numbers; here, that nothing is fetched anew that did not change."""
    page = opened()
    page.wait_for_load_state("networkidle")
    fetched: list[str] = []
    page.on("request", lambda r: fetched.append(r.url) if "/billede/" in r.url else None)
    after(page, lambda: page.locator(".block").nth(1).locator("[data-do=down]").click())
    page.wait_for_load_state("networkidle")
    touched = page.eval_on_selector_all(".block", "all => all.slice(1, 3).map(b => b.dataset.key)")
    most = page.eval_on_selector_all(
        ".cell", "(all, t) => all.filter(c => t.includes(c.dataset.block)).length", touched
    )
    assert len(fetched) <= most


# ---- full screen ------------------------------------------------------------------------------------------
def test_the_slides_are_projected_and_turned_with_keys(opened: Opener) -> None:
    page = opened()
    headlines = shown(page)

    def at() -> str:
        return str(page.get_attribute("#fremvis img", "alt")).split(": ", 1)[1]

    page.click("#vis")
    assert at() == headlines[0]
    for key, index in (("ArrowRight", 1), (" ", 2), ("PageUp", 1), ("End", -1), ("Home", 0)):
        page.keyboard.press(key)
        assert at() == headlines[index]
    page.keyboard.type("4")
    page.keyboard.press("Enter")
    assert at() == headlines[3]
    page.keyboard.press("b")
    assert not page.locator("#fremvis img").is_visible()
    page.keyboard.press("ArrowRight")
    assert page.locator("#fremvis img").is_visible()
    page.keyboard.press("Escape")
    page.wait_for_selector("#fremvis", state="hidden")
    assert page.evaluate("document.activeElement.id") == "vis"


# ---- posters and settings ---------------------------------------------------------------------------------
def test_posters_are_chosen_and_fetched(opened: Opener, tmp_path: Path) -> None:
    page = opened("/plakater")
    page.select_option("[name=size]", "a4")
    page.locator(".paper .pick").nth(0).click()
    page.locator(".paper .pick").nth(1).click()
    assert "2 valgt" in page.inner_text("#opsummering")
    page.click("#lav")
    page.wait_for_selector(".files a")
    with page.expect_download() as download:
        page.click("text=Hent alle 2 filer")
    download.value.save_as(tmp_path / "plakater.zip")
    assert (tmp_path / "plakater.zip").read_bytes()[:2] == b"PK"


def test_each_groups_invitation_is_seen_and_all_are_chosen_together(opened: Opener, tmp_path: Path) -> None:
    (tmp_path / "Holdslides").mkdir()
    groups = "".join(f"  - navn: {name}\n    tilstand: laenderyg\n" for name in ("mandag", "torsdag"))
    (tmp_path / "Holdslides" / "klinik.yaml").write_text(f"navn: K\nhold:\n{groups}", encoding="utf-8")
    page = opened("/plakater")
    ids = page.eval_on_selector_all(".paper", "all => all.map(p => p.dataset.id)")
    twice = next(id_ for id_ in ids if ids.count(id_) == 2)
    second = page.locator(f".paper[data-id={twice}]").nth(1)
    source = second.locator("img").get_attribute("src")
    second.locator(".look").click()
    assert page.get_attribute("#stor .pages img", "src") == source
    for _ in ids:
        page.keyboard.press("ArrowLeft")
    page.focus("#stor [data-do=next]")
    for _ in ids:
        page.keyboard.press("Enter")
    assert page.locator("#stor [data-do=next]").is_disabled()
    assert page.evaluate("document.activeElement.id") == "stor-navn"  # not lost with the button
    page.wait_for_selector("#stor #sagt:not(:empty)", state="attached")  # outside the dialog it is silent
    page.keyboard.press("Escape")
    page.click("#alle")
    assert page.inner_text("#alle") == "Vælg ingen"
    page.click("#alle")
    assert page.locator(".paper.chosen").count() == 0


def test_a_group_is_neither_dropped_nor_given_another_condition(opened: Opener, tmp_path: Path) -> None:
    (tmp_path / "Holdslides").mkdir()
    file = tmp_path / "Holdslides" / "klinik.yaml"
    file.write_text("navn: K\nhold:\n  - navn: mandag\n    tilstand: skulder\n", encoding="utf-8")
    page = opened("/klinik")
    page.click("#nyt-hold")
    page.locator("#hold .row").nth(1).locator("[data-name=tid]").fill("16.00")
    page.click("button[type=submit]")
    assert page.evaluate("document.activeElement.dataset.name") == "navn"  # a name is asked for
    page.keyboard.type("onsdag")
    assert (
        page.locator("#hold .row").nth(1).locator("[data-do=out]").get_attribute("aria-label")
        == "Slet holdet onsdag"
    )
    page.click("button[type=submit]")
    page.wait_for_selector(".saved")
    groups = load_clinic(Folders(file.parent)).groups
    assert [(g.name, g.condition, g.time) for g in groups] == [
        ("mandag", "skulder", ""),
        ("onsdag", "laenderyg", "16.00"),
    ]


def test_the_clinic_is_written_down(opened: Opener, tmp_path: Path) -> None:
    page = opened("/klinik")
    page.fill("[name=navn]", "<script>alert(1)</script> & Co")
    page.fill("[name=farve]", "#7A1F5C")
    page.wait_for_selector(".pairs li:nth-child(5)")
    page.click("#nyt-hold")
    page.fill("[data-name=navn]", "mandag 16")
    page.click("#klinik [type=submit]")
    page.wait_for_selector(".saved")
    assert 'farve: "#7A1F5C"' in (tmp_path / "Holdslides" / "klinik.yaml").read_text(encoding="utf-8")
    page.goto(page.url.replace("/klinik", "/"))
    page.wait_for_selector(".thumb img")
    assert page.locator("#hold option").get_attribute("value") == "mandag 16"


# ---- for everybody ----------------------------------------------------------------------------------------
@pytest.mark.parametrize("path", VIEWS)
def test_no_view_has_an_accessibility_fault(opened: Opener, path: str) -> None:
    assert violations(opened(path)) == []


def test_no_dialog_has_an_accessibility_fault(opened: Opener) -> None:
    page = opened()
    page.click("#flere summary")
    after(page, lambda: page.locator("[data-do=slide-out]:visible").nth(3).click())
    page.locator("[data-do=slide-why]:visible").first.click()
    after(page, lambda: page.click("#gem"))
    assert violations(page) == []
    page.locator(".thumb").nth(2).click()
    page.wait_for_selector("#stor[open] .say")
    assert violations(page) == []
    page.click("#stor [data-do=edit]")
    page.wait_for_selector(".findings:visible")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.click("#lav-alt")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.click("#lav")
    page.wait_for_selector(".files a")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.click("#vis")
    assert violations(page) == []


@pytest.mark.parametrize("path", VIEWS)
def test_every_view_is_usable_on_a_phone(opened: Opener, path: str) -> None:
    page = opened(path, viewport={"width": 400, "height": 800})
    assert overflow(page) <= 0
    assert violations(page) == []


@pytest.mark.parametrize("path", VIEWS)
def test_every_view_is_usable_at_twice_the_size(opened: Opener, path: str) -> None:
    """200 % zoom of a window of 1280 x 800, and letters of twice the size alone."""
    page = opened(path, viewport={"width": 640, "height": 400}, device_scale_factor=2)
    assert overflow(page) <= 0
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert overflow(page) <= 0


def test_a_deck_is_made_on_a_phone(opened: Opener) -> None:
    page = opened(viewport={"width": 400, "height": 800})
    after(page, lambda: page.locator(".block").nth(1).locator("[data-do=down]").click())
    page.locator(".thumb").first.click()
    page.wait_for_selector("#stor[open] .say")
    assert (
        page.evaluate(
            "document.querySelector('#stor').scrollWidth - document.querySelector('#stor').clientWidth"
        )
        <= 0
    )
    page.click("#stor [data-do=close]")
    page.click("#lav")
    page.wait_for_selector(".files a")
