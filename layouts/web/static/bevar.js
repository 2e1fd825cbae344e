// The clinic's own programme: kept in its folder, so that every deck made later has it, here and elsewhere.

import { ask, el, number, Refused, say, showProblems } from "./grund.js";

const SAVE = "/api/program/gem";

// `now` gives what is shown: { plan, kept, minutes, isChanged, base }; `done(before)` is called when it is kept,
// `drop` throws away what is not kept, `refresh` asks the server again.
export function keeper(box, button, problems, { now, done, drop, forgotten, refresh }) {
  const back = box.querySelector("button");

  function draw() {
    const { kept, minutes, isChanged } = now();
    button.disabled = !isChanged;
    button.classList.toggle("plain", isChanged);
    button.classList.toggle("quiet", !isChanged);
    box.hidden = !isChanged && !kept.isKept;
    const also = minutes ? `, også de ${number(minutes)} minutter` : "";
    box.querySelector("p").textContent = isChanged
      ? `Du har ændret ${kept.isKept ? "jeres eget program" : "programmet"}. Gem det${also}, så er det sådan næste gang.`
      : "Det her er jeres eget program. Det er gemt i klinikkens mappe og bruges hver gang.";
    back.textContent = isChanged && kept.isKept ? "Tilbage til det gemte" : "Tilbage til det foreslåede program";
  }

  async function save(revision = now().base) {
    const { plan, kept } = now();
    if (!(await sent({ plan, revision }))) return;
    await done(kept);
    say("Programmet er gemt og bruges fra nu af");
  }

  // What was kept before is put back; false when that cannot be done.
  async function restore(before) {
    const { plan, kept } = now();
    const put = before.isKept ? { plan: { ...plan, ...before.arrangement, minutes: before.minutes }, exact: true } : { plan, forget: true };
    return sent({ ...put, revision: kept.revision });
  }

  async function forget() {
    const { plan, kept } = now();
    if (!(await sent({ plan, forget: true, revision: kept.revision }))) return;
    await forgotten(kept);
    say("Programmet er som foreslået igen");
  }

  async function sent(data) {
    try {
      await ask(SAVE, data);
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      showProblems(problems, error.problems);
      if (error.status === 409) problems.append(choices());
      problems.scrollIntoView({ block: "nearest" });
      problems.querySelector("button")?.focus();
      return false;
    }
  }

  // Another window has saved: hers is thrown away, or this one is saved on top of it.
  function choices() {
    const mine = el("button", { type: "button", class: "plain", text: "Gem mit alligevel" });
    const theirs = el("button", { type: "button", class: "plain", text: "Brug det, der er gemt" });
    mine.addEventListener("click", async () => {
      await refresh();
      await save(now().kept.revision);
    });
    theirs.addEventListener("click", drop);
    return el("div", { class: "buttons" }, mine, theirs);
  }

  button.addEventListener("click", () => save());
  back.addEventListener("click", () => (now().isChanged ? drop() : forget()));

  return { draw, restore };
}
