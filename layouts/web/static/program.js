// The first page: what is chosen, the programme it gives, and what is done with it. State lives here; the server
// is asked for every change and keeps nothing.

import { ask, closeOnBackdrop, count, el, later, number, Refused, say, showProblems, upper } from "./grund.js";
import { blockList } from "./blokke.js";
import { largeView } from "./stor.js";
import { maker } from "./lav.js";
import { slideShow } from "./fremvis.js";

const STORED = "holdslides-program";
const MOST_UNDO = 100;
const form = document.getElementById("valg");
const fields = form.elements;
const problems = document.getElementById("problemer");
const undoButton = document.getElementById("fortryd");
const undoStack = [];

const start = { condition: fields.condition.value, setting: "", session: 1, course: "", edition: "", joint: "", level: "", minutes: null, weight: false, group: "", arrangements: {} };
let state = restored() ?? start;
let shown = null; // the server's last answer that had a programme
let asked = 0;

const blocks = blockList(document.getElementById("blokke"), { move, leaveOut, light });
const large = largeView(document.getElementById("stor"), { plan, slides: allSlides, saved: refresh });
const show = slideShow(document.getElementById("fremvis"), allSlides);
const make = maker(document.getElementById("laver"));

// ---- state ----------------------------------------------------------------------------------------------
function restored() {
  try {
    return JSON.parse(sessionStorage.getItem(STORED));
  } catch {
    return null;
  }
}

const place = (s = state) => [s.condition, s.setting, s.session].join("|");
const arrangement = (s = state) => s.arrangements[place(s)] ?? { order: [], added: [], leftOut: [] };
const isArranged = ({ order, added, leftOut }) => order.length + added.length + leftOut.length > 0;

function plan(s = state) {
  const { arrangements, ...choices } = s;
  return { ...choices, ...arrangement(s) };
}

// Every change goes through here: it can be undone, and the programme follows.
function change(changes, label) {
  undoStack.push({ state, label });
  if (undoStack.length > MOST_UNDO) undoStack.shift();
  state = { ...state, ...changes };
  return refresh();
}

function arrange(changes, label) {
  const own = { ...arrangement(), ...changes };
  return change({ arrangements: { ...state.arrangements, [place()]: own } }, label);
}

async function undo() {
  const last = undoStack.pop();
  if (!last) return;
  state = last.state;
  fill(shown?.choices);
  await refresh();
  say(`Fortrudt: ${last.label}`);
}

// ---- asking ---------------------------------------------------------------------------------------------
async function refresh() {
  sessionStorage.setItem(STORED, JSON.stringify(state));
  undoButton.disabled = undoStack.length === 0;
  const mine = ++asked;
  let answer;
  try {
    answer = await ask("/api/program", plan());
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (mine === asked) showProblems(problems, error.problems);
    return;
  }
  if (mine !== asked) return; // a later change is on its way
  fill(answer.choices);
  const needed = answer.choices.levels.length > 0 && !state.level;
  showProblems(problems, needed ? [] : answer.problems);
  document.body.classList.toggle("no-programme", !answer.deck);
  if (answer.deck) {
    shown = answer;
    draw();
    askRules();
  } else {
    hold(needed ? "Vælg først, om det er lænden eller nakken." : "");
  }
  document.dispatchEvent(new CustomEvent("program-shown"));
}

// The rules are asked once the slides are shown; what they say is never waited for.
const askRules = later(400, async () => {
  const mine = asked;
  const box = document.getElementById("regler");
  try {
    const { findings } = await ask("/api/regler", plan());
    if (mine !== asked) return;
    box.querySelector("ul").replaceChildren(...findings.map(ruleItem));
    box.hidden = findings.length === 0;
    box.classList.toggle("error", findings.some((f) => f.severity === "fejl"));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    box.hidden = true;
  }
});

function ruleItem(found) {
  const words = [found.message, ...(found.hint ? [el("small", { text: upper(found.hint) })] : [])];
  if (!found.slide) return el("li", {}, ...words);
  const open = el("button", { type: "button", class: "link", text: `»${found.headline}«` });
  open.addEventListener("click", () => large.open(found.slide));
  return el("li", {}, open, " ", ...words);
}

// ---- the choices ----------------------------------------------------------------------------------------
function fill(choices) {
  if (!choices) return;
  options(fields.setting, choices.settings, choices.setting);
  options(fields.session, choices.sessions.map((s) => ({ id: String(s.number), name: choices.sessions.length > 1 ? `${s.number}: ${s.title}` : s.title })), String(state.session));
  options(fields.course, choices.courses, state.course);
  options(fields.edition, choices.editions, state.edition);
  options(fields.joint, choices.joints, state.joint || "begge");
  options(fields.level, state.level ? choices.levels : [{ id: "", name: "Vælg …" }, ...choices.levels], state.level);
  reveal("joint", choices.joints.length > 0);
  reveal("level", choices.levels.length > 0);
  reveal("weight", choices.hasWeight);
  reveal("group", choices.setting !== "individuel");
  const meeting = choices.sessions.find((s) => s.number === state.session);
  fields.minutes.placeholder = meeting ? number(meeting.minutes) : "";
  if (document.activeElement !== fields.minutes) fields.minutes.value = state.minutes ?? "";
  if (document.activeElement !== fields.group) fields.group.value = state.group;
  fields.weight.checked = state.weight;
  fields.condition.value = state.condition;
  const why = document.getElementById("hvorfor");
  why.textContent = choices.whyNoGroup;
  why.hidden = !choices.whyNoGroup;
}

function options(select, entries, value) {
  const wanted = entries.map((e) => e.id + e.name).join("|");
  if (select.dataset.shows !== wanted) {
    select.replaceChildren(...entries.map((e) => el("option", { value: e.id, text: e.name })));
    select.dataset.shows = wanted;
  }
  if (entries.some((e) => e.id === value)) select.value = value;
}

function reveal(name, is) {
  form.querySelector(`[data-for="${name}"]`).hidden = !is;
}

const afresh = { setting: "", session: 1, joint: "", level: "", minutes: null, weight: false };
const labels = { condition: "tilstand", setting: "ramme", session: "gang", course: "varighed", edition: "udgave", joint: "led", level: "niveau", weight: "siden om vægt", minutes: "minutter", group: "holdets navn" };

form.addEventListener("change", (event) => {
  const { name, value, checked } = event.target;
  if (name === "condition") change({ ...afresh, condition: value, group: "" }, labels[name]);
  else if (name === "setting") change({ setting: value, session: 1, minutes: null, ...(value === "individuel" ? { group: "" } : {}) }, labels[name]);
  else if (name === "session") change({ session: Number(value), minutes: null }, labels[name]);
  else if (name === "weight") change({ weight: checked }, labels[name]);
  else if (name === "group") change({ group: value.trim() }, labels[name]);
  else if (name !== "minutes") change({ [name]: value }, labels[name]);
});
const setMinutes = later(250, () => {
  const written = fields.minutes.value.trim();
  const minutes = written === "" ? null : Number(written.replace(",", "."));
  if (minutes !== state.minutes) change({ minutes }, labels.minutes);
});
fields.minutes.addEventListener("input", setMinutes);
form.addEventListener("submit", (event) => event.preventDefault());

// ---- drawing --------------------------------------------------------------------------------------------
function draw() {
  document.getElementById("ialt").hidden = false;
  drawTotal();
  blocks.draw(shown.blocks);
  drawOffers();
  drawSlides();
  list(document.getElementById("bemaerk"), shown.deck.remarks);
  document.getElementById("nulstil").hidden = !isArranged(arrangement());
  document.getElementById("opsummering").textContent = `${shown.deck.title}: ${count(shown.deck.slides, "slide", "slides")}, ${number(shown.deck.minutes)} minutter`;
  setButtons(true);
}

// No programme can be shown for what is chosen: the last one stays, but nothing can be made of it.
function hold(words) {
  document.getElementById("opsummering").textContent = words;
  setButtons(false);
}

function setButtons(on) {
  for (const id of ["vis", "lav", "lav-alt"]) document.getElementById(id).toggleAttribute("disabled", !on);
}

function drawTotal() {
  const { minutes, aim } = shown.deck;
  document.getElementById("ialt-tal").textContent = `${number(minutes)} min`;
  const of = document.getElementById("ialt-af");
  const over = minutes - aim;
  of.textContent = over > 0 ? `– ${number(over)} min mere end de ${number(aim)}` : over < 0 ? `af ${number(aim)} – ${number(-over)} min i overskud` : `af ${number(aim)}`;
  of.classList.toggle("over", over > 0);
  const parts = shown.blocks.map((block) => {
    const part = el("span", { class: isTurn(block) ? "turn" : "", "data-key": block.key });
    part.style.flexGrow = block.minutes;
    return part;
  });
  if (over < 0) {
    const rest = el("span", { class: "rest" });
    rest.style.flexGrow = -over;
    parts.push(rest);
  }
  document.querySelector(".timeline").replaceChildren(...parts);
}

const isTurn = (block) => ["oevelse", "dialog", "skema"].includes(block.activity.id);

function light(key, scroll = false) {
  if (scroll) document.querySelector(`.cell[data-block="${CSS.escape(key)}"]`)?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  for (const part of document.querySelectorAll(".timeline span")) part.classList.toggle("lit", part.dataset.key === key);
}

function list(box, lines) {
  box.querySelector("ul").replaceChildren(...lines.map((line) => el("li", { text: line })));
  box.hidden = lines.length === 0;
}

function drawOffers() {
  const own = shown.offers.filter((offer) => offer.ofProgramme);
  const other = shown.offers.filter((offer) => !offer.ofProgramme);
  for (const [name, offers] of Object.entries({ own, other, activities: shown.activities })) {
    const place = document.querySelector(`[data-offers="${name}"]`);
    place.replaceChildren(...offers.map(offerItem));
    place.hidden = place.previousElementSibling.hidden = offers.length === 0;
  }
}

function offerItem(offer) {
  const item = document.getElementById("tilbud").content.firstElementChild.cloneNode(true);
  item.querySelector(".kind-here").replaceWith(document.getElementById(`type-${offer.activity.id}`).content.cloneNode(true));
  item.querySelector("strong").textContent = offer.title;
  item.querySelector("small").textContent = `${number(offer.minutes)} min. ${offer.about}`;
  const button = item.querySelector("button");
  button.dataset.key = offer.key;
  button.addEventListener("click", () => putIn(offer));
  return item;
}

const thumbs = new Map();
function drawSlides() {
  const groups = document.getElementById("grupper");
  const used = new Set();
  const drawn = shown.blocks.flatMap((block) => block.slides.map((slide, i) => thumb(slide, used, block, i)));
  const focused = document.activeElement?.closest?.("[data-slide]")?.dataset.slide;
  groups.replaceChildren(...drawn);
  if (focused && thumbs.has(focused)) thumbs.get(focused).querySelector("button").focus();
  for (const id of [...thumbs.keys()]) if (!used.has(id)) thumbs.delete(id);
}

// A thumbnail stays the same element; its picture is only fetched anew when it shows something else.
function thumb(slide, used, block, i) {
  used.add(slide.id);
  let item = thumbs.get(slide.id);
  if (!item) {
    item = document.getElementById("slide").content.firstElementChild.cloneNode(true);
    item.dataset.slide = slide.id;
    item.querySelector("button").addEventListener("click", () => large.open(slide.id));
    thumbs.set(slide.id, item);
  }
  item.className = `cell${isTurn(block) ? " turn" : ""}${i === block.slides.length - 1 ? " last" : ""}`;
  item.dataset.block = block.key;
  const strip = item.querySelector(".strip");
  strip.replaceChildren(...(i ? [] : [el("h3", {}, block.title, el("small", { text: ` ${number(block.minutes)} min` }))]));
  const picture = item.querySelector("img");
  const source = `/billede/${slide.preview}.svg`;
  if (picture.getAttribute("src") !== source) picture.src = source;
  item.querySelector("button").setAttribute("aria-label", `Slide ${slide.number}: ${slide.headline}`);
  item.querySelector(".number").textContent = slide.number;
  return item;
}

function allSlides() {
  return shown ? shown.blocks.flatMap((block) => block.slides.map((slide) => ({ ...slide, block: block.title }))) : [];
}

// ---- changing the order ---------------------------------------------------------------------------------
async function move(key, to) {
  const keys = shown.blocks.map((block) => block.key);
  const from = keys.indexOf(key);
  keys.splice(from, 1);
  keys.splice(to, 0, key);
  const title = shown.blocks[from].title;
  await arrange({ order: keys }, `flytningen af ${title}`);
  say(`${title} er nu nummer ${shown.blocks.findIndex((b) => b.key === key) + 1} af ${shown.blocks.length}`);
}

async function leaveOut(key) {
  const at = shown.blocks.findIndex((block) => block.key === key);
  const { title } = shown.blocks[at];
  const { added, leftOut } = arrangement();
  const wasAdded = added.includes(key);
  await arrange({ added: added.filter((k) => k !== key), leftOut: wasAdded ? leftOut : [...leftOut, key] }, `udeladelsen af ${title}`);
  blocks.focus(shown.blocks[Math.min(at, shown.blocks.length - 1)]?.key);
  say(`${title} er taget ud`);
}

async function putIn(offer) {
  const { added, leftOut } = arrangement();
  const changes = leftOut.includes(offer.key) ? { leftOut: leftOut.filter((k) => k !== offer.key) } : { added: [...added, offer.key] };
  await arrange(changes, `tilføjelsen af ${offer.title}`);
  blocks.focus(offer.key, true);
  say(`${offer.title} er lagt til`);
}

// ---- the buttons ----------------------------------------------------------------------------------------
undoButton.addEventListener("click", undo);
document.addEventListener("keydown", (event) => {
  const writes = event.target.matches("input:not([type=radio], [type=checkbox]), textarea");
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === "z" && !writes && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    undo();
  }
});
document.getElementById("nulstil").addEventListener("click", async () => {
  await arrange({ order: [], added: [], leftOut: [] }, "det foreslåede program");
  say("Programmet er som foreslået igen");
});
document.getElementById("lav").addEventListener("click", () => make.start({ what: "slides", plans: [plan()] }, "Laver slides"));
const more = document.getElementById("flere-filer");
const wishes = more.querySelector("form");
document.getElementById("lav-alt").addEventListener("click", () => more.showModal());
more.querySelector('[data-do="close"]').addEventListener("click", () => more.close());
closeOnBackdrop(more);
wishes.addEventListener("change", () => {
  wishes.querySelector(".kit-only").hidden = wishes.elements.what.value !== "kit";
});
wishes.addEventListener("submit", () => {
  const { what, participants, start: clock, large: print } = wishes.elements;
  const meetings = shown.choices.sessions.map((s) => plan({ ...state, session: s.number, minutes: s.number === state.session ? state.minutes : null }));
  const wanted = {
    kit: { what: "kit", plans: meetings, participants: Number(participants.value), start: clock.value.trim(), large: print.checked },
    all: { what: "slides", plans: meetings },
    pdf: { what: "slides", plans: [plan()], pdf: true },
    handout: { what: "slides", plans: [plan()], handout: true },
  }[what.value];
  make.start(wanted, what.value === "kit" ? "Laver hele sættet" : "Laver filerne");
});
document.getElementById("vis").addEventListener("click", () => show.open());

refresh();
