// The first page: what is chosen, the programme it gives, and what is done with it. State lives here; the server
// is asked for every change, and keeps what it is told to keep.

import { ask, closeOnBackdrop, count, el, later, number, Refused, say, showProblems, upper } from "./grund.js";
import { choiceForm } from "./valg.js";
import { drawOffers, drawTotal, isTurn, light } from "./tegn.js";
import { blockList } from "./blokke.js";
import { largeView } from "./stor.js";
import { maker } from "./lav.js";
import { slideShow } from "./fremvis.js";
import { slideSorter } from "./sorter.js";
import { keeper } from "./bevar.js";

const STORED = "holdslides-program-2";
const MOST_UNDO = 100;
const form = document.getElementById("valg");
const problems = document.getElementById("problemer");
const undoButton = document.getElementById("fortryd");
const first = document.getElementById("foerst");
const undoStack = [];

const start = { condition: form.elements.condition.value, setting: "", session: 1, course: "", edition: "", joint: "", level: "", minutes: null, weight: false, group: "", arrangements: {} };
let state = restored() ?? start;
let shown = null; // the server's last answer that had a programme
let asked = 0;

const { fill } = choiceForm(form, { state: () => state, change });
const blocks = blockList(document.getElementById("blokke"), { move, leaveOut, light });
const large = largeView(document.getElementById("stor"), { plan, slides: allSlides, saved: refresh, takeOut: takeSlide });
const sorter = slideSorter(document.getElementById("grupper"), { open: large.open, takeOut: takeSlide, bringBack: bringSlide, isTurn });
const own = keeper(document.getElementById("eget"), document.getElementById("gem"), problems, { now, done: wasKept, drop, forgotten, refresh });
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

// What is changed and not kept; without it the clinic's own programme is shown. `base` is what was kept then.
const changed = (s = state) => s.arrangements[place(s)];
const arrangement = () => changed() ?? { ...shown.kept.arrangement, base: shown.kept.revision };

function plan(s = state) {
  const { arrangements, ...choices } = s;
  const { base, ...own } = changed(s) ?? {};
  return { ...choices, ...own };
}

// Every change goes through here: it can be undone, and the programme follows.
function change(changes, label) {
  undoStack.push({ state, label });
  if (undoStack.length > MOST_UNDO) undoStack.shift();
  state = { ...state, ...changes };
  return refresh();
}

function arrange(changes, label) {
  if (shown.place !== place()) return; // another meeting is on its way
  const own = { ...arrangement(), ...changes };
  return change({ arrangements: { ...state.arrangements, [place()]: own } }, label);
}

const unarranged = () => Object.fromEntries(Object.entries(state.arrangements).filter(([key]) => key !== place()));

async function undo() {
  const last = undoStack.at(-1);
  if (!last || (last.kept && !(await own.restore(last.kept)))) return;
  undoStack.splice(undoStack.indexOf(last), 1);
  state = last.state;
  fill(shown?.choices, shown?.deck.aim);
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
  fill(answer.choices, answer.deck?.aim);
  const needed = answer.choices.levels.length > 0 && !state.level;
  showProblems(problems, needed ? [] : answer.problems);
  document.querySelector(".work").hidden = !answer.deck && shown?.place !== place();
  if (answer.deck) {
    shown = { ...answer, place: place() };
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

// ---- drawing --------------------------------------------------------------------------------------------
function draw() {
  first.hidden = true;
  document.getElementById("ialt").hidden = false;
  drawTotal(shown);
  blocks.draw(shown.blocks);
  drawOffers(shown, putIn);
  sorter.draw(shown.blocks);
  list(document.getElementById("bemaerk"), shown.deck.remarks);
  own.draw();
  document.getElementById("opsummering").textContent = `${shown.deck.title}: ${count(shown.deck.slides, "slide", "slides")}, ${number(shown.deck.minutes)} minutter`;
  setButtons(true);
}

// No programme can be shown for what is chosen: the last one stays, but nothing can be made of it.
function hold(words) {
  document.getElementById("opsummering").textContent = "";
  first.textContent = words;
  first.hidden = !words;
  setButtons(false);
}

function setButtons(on) {
  for (const id of ["vis", "lav", "lav-alt"]) document.getElementById(id).toggleAttribute("disabled", !on);
}

function list(box, lines) {
  box.querySelector("ul").replaceChildren(...lines.map((line) => el("li", { text: line })));
  box.hidden = lines.length === 0;
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

// The last slide of a block takes the block with it.
async function takeSlide(id) {
  const block = shown.blocks.find((b) => b.slides.some((slide) => slide.id === id));
  const slide = block?.slides.find((s) => s.id === id);
  if (!slide || slide.kept) return;
  if (block.slides.length === 1 && block.kept) return say(`Kan ikke tages ud: ${block.kept}`);
  if (block.slides.length === 1) return leaveOut(block.key);
  await arrange({ withoutSlides: [...arrangement().withoutSlides, id] }, `udeladelsen af slidet ${slide.headline}`);
  if (!document.querySelector("dialog[open]")) sorter.focus(id);
  say(`Slidet ${slide.headline} er taget ud`);
}

async function bringSlide({ id, headline }) {
  await arrange({ withoutSlides: arrangement().withoutSlides.filter((other) => other !== id) }, `slidet ${headline}`);
  sorter.focus(id);
  say(`Slidet ${headline} er med igen`);
}

async function putIn(offer) {
  const { added, leftOut } = arrangement();
  const changes = leftOut.includes(offer.key) ? { leftOut: leftOut.filter((k) => k !== offer.key) } : { added: [...added, offer.key] };
  await arrange(changes, `tilføjelsen af ${offer.title}`);
  blocks.focus(offer.key, true);
  say(`${offer.title} er lagt til`);
}

// ---- the clinic's own programme -------------------------------------------------------------------------
function now() {
  const mine = changed();
  const { base, ...own } = mine ?? {};
  const isChanged = Boolean(mine) && JSON.stringify(sorted(own)) !== JSON.stringify(sorted(shown.kept.arrangement));
  return { plan: plan(), kept: shown.kept, minutes: state.minutes, isChanged, base };
}

const sorted = ({ order, added, leftOut, withoutSlides }) => [order, added, leftOut, withoutSlides];

async function wasKept(before) {
  undoStack.push({ state, label: "at programmet blev gemt", kept: before });
  state = { ...state, arrangements: unarranged(), minutes: null };
  await refresh();
}

async function forgotten(before) {
  undoStack.push({ state, label: "det foreslåede program", kept: before });
  await refresh();
}

async function drop() {
  await change({ arrangements: unarranged() }, "at ændringerne blev opgivet");
  say(shown.kept.isKept ? "Programmet er som gemt" : "Programmet er som foreslået igen");
}

// ---- the buttons ----------------------------------------------------------------------------------------
undoButton.addEventListener("click", undo);
document.addEventListener("keydown", (event) => {
  const writes = event.target.matches("input:not([type=radio], [type=checkbox]), textarea");
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z" && !writes && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    undo();
  }
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
