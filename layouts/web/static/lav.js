// Files in the making: a bar while it lasts, then the files, one by one or in one zip.

import { ask, closeOnBackdrop, count, el, get, number, Refused, say, showProblems, upper } from "./grund.js";

const POLL_MS = 150;
const KINDS = {
  deck: "Slides til PowerPoint", "deck-pdf": "Slides som PDF", handout: "Noteark", "run-sheet": "Drejebog", sheet: "Ark",
  "take-home": "Tag med hjem", poster: "Plakat", "print-all": "Alt på A4, lige til at printe", readme: "Hvad der skal printes",
};

const fileOf = (problem) => problem.message.split(":")[0];
const isDeck = (name) => name.endsWith(".pptx");

export function maker(dialog) {
  const bar = dialog.querySelector("progress");
  const making = dialog.querySelector(".making");
  const doing = dialog.querySelector(".doing");
  const result = dialog.querySelector(".result");
  let begun = 0; // the dialog shows the last one begun; one before it still makes its files
  dialog.querySelector('[data-do="close"]').addEventListener("click", () => dialog.close());
  closeOnBackdrop(dialog);

  // `wanted` says what: meetings for slides and the kit, ids and size for paper.
  async function start(wanted, title) {
    const mine = ++begun;
    begin(title);
    try {
      const job = await run(wanted, mine);
      if (job.state === "rettet" && wanted.plans && !wanted.update) {
        const tried = await run({ what: "slides", plans: wanted.plans, pdf: wanted.pdf, handout: wanted.handout, update: true, dryRun: true }, mine);
        if (tried.state === "færdig") job.plan = tried.files;
      }
      if (mine === begun) finish(job, wanted, title);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (mine === begun) finish({ state: "fejl", problems: error.problems, files: [], remarks: [] }, wanted, title);
    }
  }

  function begin(title) {
    dialog.querySelector("h2").textContent = title;
    making.hidden = false;
    result.hidden = true;
    result.replaceChildren();
    bar.value = 0;
    doing.textContent = "";
    if (!dialog.open) dialog.showModal();
    say(title);
  }

  async function run(wanted, mine) {
    let job = await ask("/api/lav", wanted);
    while (job.state === "laver") {
      if (mine === begun) {
        bar.value = job.share;
        doing.textContent = job.doing;
      }
      await new Promise((done) => setTimeout(done, POLL_MS));
      job = await get(`/api/job/${job.id}`);
    }
    return job;
  }

  function finish(job, wanted, title) {
    making.hidden = true;
    result.hidden = false;
    dialog.querySelector("h2").textContent = { færdig: "Så er det klart", rettet: job.problems.length > 1 ? "Nogle filer er rettet i hånden" : "Filen er rettet i hånden" }[job.state] ?? "Det gik ikke";
    if (job.state === "færdig") result.replaceChildren(...done(job, wanted));
    else if (job.state === "rettet") result.replaceChildren(...edited(job, wanted, title));
    else {
      const box = el("div", { class: "problems", role: "alert" });
      showProblems(box, job.problems);
      result.replaceChildren(box);
    }
    say(dialog.querySelector("h2").textContent);
    result.querySelector("a, button")?.focus();
  }

  function done(job, wanted) {
    const first = ["deck", "print-all", "readme"];
    const rank = (file) => (first.includes(file.kind) ? first.indexOf(file.kind) : first.length);
    const files = [...job.files].sort((a, b) => rank(a) - rank(b)).map((file) => {
      const about = [KINDS[file.kind] ?? file.kind, file.kind === "deck" ? count(file.pages, "slide", "slides") : file.pages ? count(file.pages, "side", "sider") : "", file.minutes ? `${number(file.minutes)} minutter` : ""];
      const icon = document.querySelector("#lav .icon, .makebar .main .icon").cloneNode(true);
      return el("li", {}, el("a", { href: file.url, download: file.name }, icon, el("span", {}, el("strong", { text: file.name }), el("small", { text: about.filter(Boolean).join(" · ") }))));
    });
    const made = [el("ul", { class: "files" }, ...files)];
    if (job.files.length > 1) made.unshift(el("p", {}, el("a", { class: "main", href: `/hent/${job.id}/alt.zip`, download: true, text: `Hent alle ${job.files.length} filer som én zip` })));
    const folder = [...new Set(job.files.map((file) => file.folder))].sort()[0];
    made.push(el("p", { class: "where", text: `Filerne ligger også i mappen ${folder}` }));
    // After an update each line is about a slide of one file, so the files are told apart.
    if (wanted.update) {
      for (const file of job.files.filter((each) => each.kind === "deck")) made.push(...about(file.name, file.remarks));
      const papers = job.files.filter((file) => file.kind !== "deck").flatMap((file) => file.remarks.map((text) => `${file.name}: ${text}`));
      if (papers.length) made.push(...about("Godt at vide om papirerne", papers));
    }
    else if (job.remarks.length) made.push(...about("Godt at vide", job.remarks));
    return made;
  }

  const about = (heading, lines, kind = "") => [el("h3", { text: heading }), el("ul", { class: `said ${kind}` }, ...lines.map((text) => el("li", { text: upper(text) })))];

  // A deck she has worked in: what an update would do comes first, and nothing is done before she says so.
  function edited(job, wanted, title) {
    const choice = (kind, text, doing) => {
      const button = el("button", { type: "button", class: kind, text });
      button.addEventListener("click", doing);
      return button;
    };
    const aside = (kind) => choice(kind, "Læg den gamle til side, og lav en ny", () => start({ ...wanted, replace: true }, title));
    const keep = choice("plain", "Lad den være", () => dialog.close());
    const said = [el("p", { text: job.problems.length > 1 ? "Nogen har ændret filerne, siden de blev lavet her. De bliver ikke overskrevet, uden at du siger til." : "Nogen har ændret filen, siden den blev lavet her. Den bliver ikke overskrevet, uden at du siger til." })];
    const names = job.problems.map(fileOf);
    if (!job.plan) {
      said.push(el("ul", { class: "said" }, ...names.map((text) => el("li", { text }))));
      return [...said, el("div", { class: "buttons" }, aside("main"), keep)];
    }
    said.push(el("p", { text: "Det her sker, hvis du opdaterer den og beholder det, du selv har rettet:" }));
    for (const name of names.filter((each) => !isDeck(each))) said.push(...about(name, ["beholdt, som den er"], "plan"));
    for (const file of job.plan) said.push(...about(file.name, file.remarks.slice(1), "plan"));
    const update = choice("main", "Opdatér, og behold mine rettelser", () => start({ ...wanted, update: true }, title));
    return [...said, el("div", { class: "buttons" }, update, aside("plain"), keep)];
  }

  return { start };
}
