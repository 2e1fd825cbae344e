// Other words on one slide: tried while she writes, with what the rules say, and kept when she says so.

import { ask, el, later, Refused, say, showProblems, upper } from "./grund.js";

const TRY_MS = 120;

export function rewriting(dialog, { plan, saved }) {
  const form = dialog.querySelector(".rewrite");
  const rows = form.querySelector(".rewrite-fields");
  const notes = dialog.querySelector(".notes");
  const picture = dialog.querySelector(".picture img");
  const findings = dialog.querySelector(".findings");
  const problems = form.querySelector(".problems");
  const toggle = dialog.querySelector('[data-do="edit"]');
  const original = form.querySelector('[data-do="original"]');
  let slide = null;
  let fields = [];
  let revision = "";
  let asked = 0;

  const texts = () => Object.fromEntries([...rows.querySelectorAll("textarea")].map((area) => [area.name, area.value]));
  const isOpen = () => !form.hidden;
  const isChanged = () => isOpen() && fields.some((field) => !field.locked && texts()[field.name] !== field.text);

  function open(now, details) {
    slide = now;
    fields = details.fields;
    revision = details.revision;
    rows.replaceChildren(...fields.map(row));
    original.hidden = !details.isEdited;
    form.querySelector(".where").textContent = `Gemmes i ${details.folder}`;
    showProblems(problems, []);
    show(true);
    rows.querySelector("textarea")?.focus();
    tryOut();
  }

  function close() {
    show(false);
    findings.hidden = true;
    asked++;
    if (slide) picture.src = `/billede/${slide.preview}.svg`;
    slide = null;
  }

  function show(is) {
    form.hidden = !is;
    notes.hidden = is;
    toggle.setAttribute("aria-expanded", String(is));
  }

  function row(field) {
    if (field.locked) {
      return el("div", { class: "field" }, field.label, el("p", { class: "locked", text: field.text }), el("small", { text: `${upper(field.locked)}.` }));
    }
    const area = el("textarea", { name: field.name, rows: Math.min(9, Math.max(field.name === "overskrift" ? 2 : 3, Math.ceil(field.text.length / 38))), maxlength: 4000, spellcheck: "true" });
    area.value = field.text;
    area.addEventListener("input", trySoon);
    return el("label", { class: "field" }, field.label, area);
  }

  // ---- trying -------------------------------------------------------------------------------------------
  const trySoon = later(TRY_MS, tryOut);

  async function tryOut() {
    if (!isOpen()) return;
    const mine = ++asked;
    try {
      const answer = await ask("/api/ret/proev", { plan: plan(), slide: slide.id, texts: texts() });
      if (mine !== asked || !isOpen()) return;
      if (answer.preview) picture.src = `/billede/${answer.preview}.svg`;
      showFindings(answer.problems);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (mine === asked) showFindings(error.problems);
    }
  }

  function showFindings(found) {
    findings.hidden = false;
    findings.classList.toggle("fine", found.length === 0);
    const said = found.map((p) => el("li", { class: p.severity === "fejl" ? "error" : "warning" }, el("span", { text: p.message }), ...(p.hint ? [el("small", { text: upper(p.hint) })] : [])));
    findings.replaceChildren(...(said.length ? [el("h3", { text: said.length === 1 ? "Én ting at se på" : `${said.length} ting at se på` }), el("ul", {}, ...said)] : [el("p", { text: "Teksten passer på slidet, og reglerne har ingen bemærkninger." })]));
    document.dispatchEvent(new CustomEvent("tried"));
  }

  // ---- keeping ------------------------------------------------------------------------------------------
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await ask("/api/ret/gem", { plan: plan(), slide: slide.id, texts: texts(), revision });
      fields = [];
      say("Rettelsen er gemt");
      await saved();
      toggle.focus();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      showProblems(problems, error.problems);
      if (error.status === 409) problems.append(again());
    }
  });

  // Another window has saved: hers is read, and what is written here can be saved on top of it.
  function again() {
    const button = el("button", { type: "button", class: "plain", text: "Gem mine ord alligevel" });
    button.addEventListener("click", async () => {
      try {
        revision = (await ask("/api/slide", { plan: plan(), slide: slide.id })).revision;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        return showProblems(problems, error.problems);
      }
      form.requestSubmit();
    });
    return button;
  }

  form.querySelector('[data-do="cancel"]').addEventListener("click", () => {
    close();
    toggle.focus();
  });
  original.addEventListener("click", () => {
    for (const field of fields) if (!field.locked) rows.querySelector(`[name="${field.name}"]`).value = field.original;
    tryOut();
  });

  const mayLeave = () => !isChanged() || confirm("Du har ikke gemt dine ord. Vil du forlade dem?");

  return { open, close, isOpen, mayLeave };
}
