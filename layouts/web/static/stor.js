// One slide large, with what the therapist says, does and knows.

import { ask, closeOnBackdrop, el, isShortcut, number, Refused, say } from "./grund.js";
import { rewriting } from "./rettelse.js";

export function largeView(dialog, { plan, slides, saved, takeOut }) {
  const picture = dialog.querySelector(".picture img");
  const notes = dialog.querySelector(".notes");
  const heading = dialog.querySelector("h2");
  let at = 0;
  let details = null;
  const form = rewriting(dialog, { plan, saved: async () => (await saved(), open(slides()[at].id)) });

  async function open(id) {
    at = slides().findIndex((slide) => slide.id === id);
    if (at < 0) return;
    const slide = slides()[at];
    heading.textContent = `${slide.number}. ${slide.headline}`;
    picture.src = `/billede/${slide.preview}.svg`;
    picture.alt = `Slide ${slide.number}: ${slide.headline}`;
    const wasOpen = dialog.open;
    if (!wasOpen) dialog.showModal();
    for (const [action, is] of [["previous", at === 0], ["next", at === slides().length - 1]]) {
      if (is && document.activeElement === button(action)) heading.focus();
      button(action).disabled = is;
    }
    if (slide.kept && document.activeElement === button("out")) heading.focus();
    button("out").hidden = Boolean(slide.kept);
    if (!wasOpen) heading.focus();
    form.close();
    notes.replaceChildren();
    details = null;
    try {
      details = await ask("/api/slide", { plan: plan(), slide: id });
      if (slides()[at]?.id !== id) return;
      notes.replaceChildren(...parts(slide, details));
      button("edit").hidden = details.fields.length === 0;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      notes.replaceChildren(el("p", { text: error.message }));
    }
    notes.scrollTop = 0;
  }

  const button = (action) => dialog.querySelector(`[data-do="${action}"]`);
  const go = (by) => {
    const next = slides()[at + by];
    if (!next || !form.mayLeave()) return;
    open(next.id);
    say(heading.textContent);
  };
  button("previous").addEventListener("click", () => go(-1));
  button("next").addEventListener("click", () => go(1));
  button("close").addEventListener("click", () => form.mayLeave() && dialog.close());
  button("out").addEventListener("click", async () => {
    if (!form.mayLeave()) return;
    const next = slides()[at + 1] ?? slides()[at - 1];
    await takeOut(slides()[at].id);
    next ? open(next.id) : dialog.close();
  });
  button("edit").addEventListener("click", () => (form.isOpen() ? form.mayLeave() && form.close() : details && form.open(slides()[at], details)));
  dialog.addEventListener("cancel", (event) => {
    if (!form.mayLeave()) event.preventDefault();
  });
  closeOnBackdrop(dialog);
  dialog.addEventListener("keydown", (event) => {
    if (isShortcut(event) || event.target.matches("input, textarea, select")) return;
    if (event.key === "ArrowLeft") go(-1);
    else if (event.key === "ArrowRight") go(1);
  });
  dialog.addEventListener("close", () => {
    const slide = slides()[at];
    if (slide) document.querySelector(`[data-slide="${CSS.escape(slide.id)}"] button`)?.focus();
  });

  function parts(slide, details) {
    const made = [];
    const lines = (title, texts, kind) => {
      if (!texts.length) return;
      made.push(el("h3", { text: title }));
      if (kind === "list") made.push(el("ol", {}, ...texts.map((text) => el("li", { text }))));
      else made.push(...texts.map((text) => el("p", { class: kind, text })));
    };
    if (slide.activity) lines(`${slide.activity.name}, ${number(slide.activity.minutes)} min`, [details.participants]);
    lines("Sig", details.say, "say");
    lines("Gør", details.do, "list");
    lines("Siddende", details.seated ? [details.seated] : []);
    lines("Uden at skrive", details.withoutWriting ? [details.withoutWriting] : []);
    if (details.background.length) made.push(folded("Baggrund", details.background.map((text) => el("p", { text }))));
    if (details.sources.length) made.push(folded("Kilder", details.sources.map((s) => el("p", {}, s.claim, el("small", { text: s.where })))));
    return made;
  }

  function folded(title, children) {
    return el("details", {}, el("summary", { text: title }), ...children);
  }

  return { open };
}
