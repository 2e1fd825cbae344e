// The clinic's settings: a form over klinik.yaml, with colours judged while they are chosen.

import { ask, el, fromTemplate, get, later, number, Refused, say, showProblems, upload, upper } from "./grund.js";

const form = document.getElementById("klinik");
const problems = document.getElementById("problemer");
const groups = document.getElementById("hold");
const approvals = document.getElementById("godkendelser");
const picker = document.getElementById("farvevaelger");
const verdict = document.getElementById("farve-dom");
const OUR_COLOUR = "#1B5D67";
let settings = null;
let revision = "";
let asked = 0;
let isChanged = false;

// ---- reading and showing --------------------------------------------------------------------------------
async function load() {
  try {
    show(await get("/api/klinik"));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    showProblems(problems, error.problems);
  }
}

function show(now) {
  settings = now;
  revision = now.revision;
  for (const [key, value] of Object.entries(now.words)) form.elements[key].value = value;
  groups.replaceChildren(...now.hold.map(groupRow));
  approvals.replaceChildren(...now.approvals.filter((a) => !a.other).map(approvalItem));
  showLogo();
  document.getElementById("hvor").textContent = now.isNew ? `Mappen ${now.folder} bliver lavet, når du gemmer.` : `Gemmes i ${now.folder}`;
  form.hidden = false;
  isChanged = false;
  judge();
  document.dispatchEvent(new CustomEvent("clinic-shown"));
}

function showLogo() {
  const logo = document.getElementById("logo");
  logo.hidden = !settings.logo;
  document.getElementById("intet-logo").hidden = Boolean(settings.logo);
  if (settings.logo) logo.src = `/klinik/logo?v=${revision}`;
}

function groupRow(group) {
  const row = fromTemplate("holdraekke");
  const known = settings.conditions.map((c) => [c.id, c.name]);
  // what klinik.yaml says stays there until she chooses something else, even where we do not know it
  if (group.tilstand && !known.some(([id]) => id === group.tilstand)) known.push([group.tilstand, group.tilstand]);
  row.querySelector("select").replaceChildren(...known.map(([value, text]) => el("option", { value, text })));
  if (group.at !== undefined) row.dataset.at = group.at;
  for (const input of row.querySelectorAll("[data-name]")) if (group[input.dataset.name]) input.value = group[input.dataset.name];
  const out = row.querySelector('[data-do="out"]');
  const [name, ...others] = row.querySelectorAll("input");
  const follow = () => {
    out.setAttribute("aria-label", `Slet holdet ${name.value}`.trim());
    name.required = others.some((input) => input.value.trim()); // an empty row is not kept; a filled one needs its name
  };
  row.addEventListener("input", follow);
  follow();
  out.addEventListener("click", () => {
    const next = row.nextElementSibling?.querySelector("input") ?? document.getElementById("nyt-hold");
    row.remove();
    changed();
    next.focus();
  });
  return row;
}

function approvalItem(asked) {
  const item = fromTemplate("godkendelse");
  item.querySelector("h3").textContent = asked.condition;
  item.querySelector("blockquote").replaceChildren(...[asked.heading, ...asked.signs, asked.call].filter(Boolean).map((text) => el("p", { text })));
  item.querySelector(".note").textContent = asked.note;
  item.dataset.text = asked.tekst;
  item.dataset.condition = asked.tilstand;
  const tick = item.querySelector("input[type=checkbox]");
  const [by, date] = item.querySelectorAll("[data-name]");
  tick.checked = Boolean(asked.given);
  if (asked.given) {
    item.dataset.at = asked.given.at;
    by.value = asked.given.af;
    date.value = isoDate(asked.given.dato);
    item.dataset.date = asked.given.dato;
  }
  const turn = () => {
    item.classList.toggle("given", tick.checked);
    by.disabled = date.disabled = !tick.checked;
    by.required = date.required = tick.checked;
    if (tick.checked && !date.value) date.value = new Date().toLocaleDateString("sv");
  };
  tick.addEventListener("change", turn);
  turn();
  return item;
}

// klinik.yaml may say 31.1.2026; a date field wants 2026-01-31.
function isoDate(written) {
  const danish = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(written);
  return danish ? `${danish[3]}-${danish[2].padStart(2, "0")}-${danish[1].padStart(2, "0")}` : written;
}

// ---- the colour -----------------------------------------------------------------------------------------
const judgeSoon = later(150, judge);

async function judge() {
  const colour = form.elements.farve.value.trim();
  if (/^#[0-9a-f]{6}$/i.test(colour)) picker.value = colour;
  else if (!colour) picker.value = OUR_COLOUR;
  const mine = ++asked;
  let answer;
  try {
    answer = await ask("/api/klinik/farve", { colour });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    answer = { problems: error.problems, pairs: [], previews: [] };
  }
  if (mine !== asked) return;
  const said = answer.problems.map((p) => el("p", {}, upper(p.message), el("small", { text: upper(p.hint) })));
  verdict.className = said.length ? "problems" : "";
  verdict.replaceChildren(...(said.length ? said : [el("ul", { class: "pairs" }, ...answer.pairs.map(pair))]));
  if (!answer.previews.length) return;
  const box = document.getElementById("proever");
  answer.previews.forEach((name, i) => {
    const picture = box.children[i]?.firstChild ?? box.appendChild(el("li", {}, el("img", { width: 960, height: 540, alt: `Slide ${i + 1} i farven` }))).firstChild;
    picture.src = `/billede/${name}.svg`;
  });
  document.dispatchEvent(new CustomEvent("colour-judged"));
}

function pair({ name, front, back, ratio, least }) {
  const item = el("li", {}, el("span", { text: name }), el("span", { text: `${number(ratio)} : 1 ✓` }));
  if (least >= 4.5) {
    item.style.background = back;
    item.style.color = front;
  } else {
    item.style.background = "#fff";
    item.style.boxShadow = `inset 6px 0 0 ${front}`;
  }
  return item;
}

picker.addEventListener("input", () => {
  form.elements.farve.value = picker.value.toUpperCase();
  changed();
  judgeSoon();
});
form.elements.farve.addEventListener("input", judgeSoon);
document.getElementById("vores-farve").addEventListener("click", () => {
  form.elements.farve.value = "";
  changed();
  judge();
});

// ---- the logo -------------------------------------------------------------------------------------------
document.getElementById("logofil").addEventListener("change", async (event) => {
  const [file] = event.target.files;
  if (!file) return;
  const sent = new FormData();
  sent.append("logo", file);
  sent.append("revision", revision);
  await trying(async () => {
    const now = await upload("/api/klinik/logo", sent);
    settings = { ...settings, logo: now.logo };
    revision = now.revision;
    showLogo();
    judge();
    saved("Logoet er gemt");
  });
  event.target.value = "";
});

// ---- keeping --------------------------------------------------------------------------------------------
const rowValues = (row) => ({
  ...(row.dataset.at === undefined ? {} : { at: Number(row.dataset.at) }),
  ...Object.fromEntries([...row.querySelectorAll("[data-name]")].map((input) => [input.dataset.name, input.value.trim()])),
});

function written() {
  const words = Object.fromEntries(Object.keys(settings.words).map((key) => [key, form.elements[key].value.trim()]));
  const hold = [...groups.children].map(rowValues).filter((group) => group.navn);
  const signed = [...approvals.children].filter((item) => item.querySelector("input[type=checkbox]").checked);
  const given = signed.map((item) => {
    const row = rowValues(item);
    if (item.dataset.date && isoDate(item.dataset.date) === row.dato) row.dato = item.dataset.date;
    return { tekst: item.dataset.text, tilstand: item.dataset.condition, ...row };
  });
  const others = settings.approvals.filter((a) => a.other).map((a) => a.given);
  return { revision, words, hold, godkendelser: [...others, ...given] };
}

async function save() {
  await trying(async () => {
    show(await ask("/api/klinik", written()));
    saved("Gemt");
  });
}

async function trying(doing) {
  try {
    showProblems(problems, []);
    await doing();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    showProblems(problems, error.problems);
    if (error.status === 409) problems.append(again());
    problems.scrollIntoView({ block: "center" });
  }
}

// Another window has saved: what it says can be seen, in place of what is written here.
function again() {
  const fresh = el("button", { type: "button", class: "plain", text: "Vis det, der er gemt" });
  fresh.addEventListener("click", () => (showProblems(problems, []), load()));
  return el("p", { class: "buttons" }, fresh);
}

function saved(words) {
  const place = document.getElementById("hvor");
  place.replaceChildren(el("span", { class: "saved", text: `${words}. ` }), `Ligger i ${settings.folder}`);
  say(words);
}

function changed() {
  isChanged = true;
}

form.addEventListener("input", (event) => event.target.id !== "logofil" && changed()); // a logo is kept at once
form.addEventListener("submit", (event) => {
  event.preventDefault();
  save();
});
document.getElementById("nyt-hold").addEventListener("click", () => {
  const row = groups.appendChild(groupRow({}));
  changed();
  row.querySelector("input").focus();
});
addEventListener("beforeunload", (event) => {
  if (isChanged) event.preventDefault();
});

load();
