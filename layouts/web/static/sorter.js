// The slides as small pages, block by block: opened, taken out of the programme, brought back.

import { el, fromTemplate, number } from "./grund.js";

export function slideSorter(list, { open, takeOut, bringBack, isTurn }) {
  const thumbs = new Map();

  function draw(blocks) {
    const used = new Set();
    const drawn = blocks.flatMap((block) => [
      ...block.slides.map((slide, i) => thumb(slide, used, block, i)),
      ...block.leftOut.map((slide, i) => ghost(slide, block, i === block.leftOut.length - 1)),
    ]);
    const focused = document.activeElement;
    const slide = focused?.closest("[data-slide]")?.dataset.slide;
    list.replaceChildren(...drawn);
    if (slide && used.has(slide)) {
      const same = thumbs.get(slide).querySelector(`[data-do="${focused.dataset.do}"]`);
      (same && !same.hidden ? same : button(slide)).focus();
    }
    for (const id of [...thumbs.keys()]) if (!used.has(id)) thumbs.delete(id);
  }

  // A thumbnail stays the same element; its picture is only fetched anew when it shows something else.
  function thumb(slide, used, block, i) {
    used.add(slide.id);
    const item = thumbs.get(slide.id) ?? made(slide.id);
    place(item, block, i, i === block.slides.length - 1 && block.leftOut.length === 0);
    const picture = item.querySelector("img");
    const source = `/billede/${slide.preview}.svg`;
    if (picture.getAttribute("src") !== source) picture.src = source;
    const name = `${slide.number}: ${slide.headline}`;
    button(slide.id).setAttribute("aria-label", `Slide ${name}`);
    item.querySelector(".number").textContent = slide.number;
    const [out, why, reason] = ['[data-do="slide-out"]', '[data-do="slide-why"]', ".reason"].map((s) => item.querySelector(s));
    out.setAttribute("aria-label", `Tag slide ${name} ud`);
    why.setAttribute("aria-label", `Hvorfor kan slide ${name} ikke tages ud?`);
    out.hidden = Boolean(slide.kept);
    why.hidden = !slide.kept;
    reason.textContent = slide.kept ? `Kan ikke tages ud: ${slide.kept}.` : "";
    if (!slide.kept) show(item, false);
    return item;
  }

  function made(id) {
    const item = fromTemplate("slide");
    item.dataset.slide = id;
    thumbs.set(id, item);
    const out = item.querySelector('[data-do="slide-out"]');
    button(id).addEventListener("click", () => open(id));
    button(id).addEventListener("keydown", (event) => {
      if (event.key !== "Delete" && event.key !== "Backspace") return;
      event.preventDefault();
      out.hidden ? show(item, true) : takeOut(id);
    });
    out.addEventListener("click", () => takeOut(id));
    item.querySelector('[data-do="slide-why"]').addEventListener("click", () => show(item, item.querySelector(".reason").hidden));
    return item;
  }

  function show(item, is) {
    item.querySelector(".reason").hidden = !is;
    item.querySelector('[data-do="slide-why"]').setAttribute("aria-expanded", String(is));
  }

  function ghost(slide, block, isLast) {
    const item = fromTemplate("slide-ude");
    item.dataset.out = slide.id;
    item.querySelector("strong").textContent = slide.headline;
    const back = item.querySelector("button");
    back.setAttribute("aria-label", `Tag med igen: ${slide.headline}`);
    back.addEventListener("click", () => bringBack(slide));
    place(item, block, 1, isLast, " out");
    return item;
  }

  // Where it stands: under its block's name, or after the first of the block.
  function place(item, block, i, isLast, more = "") {
    item.className = `cell${isTurn(block) ? " turn" : ""}${isLast ? " last" : ""}${more}`;
    item.dataset.block = block.key;
    item.querySelector(".strip").replaceChildren(...(i ? [] : [el("h3", {}, block.title, el("small", { text: ` ${number(block.minutes)} min` }))]));
  }

  const button = (id) => thumbs.get(id).querySelector(".thumb");

  function focus(id) {
    const ghosted = list.querySelector(`[data-out="${CSS.escape(id)}"] button`);
    (thumbs.has(id) ? button(id) : ghosted)?.focus();
  }

  return { draw, focus };
}
