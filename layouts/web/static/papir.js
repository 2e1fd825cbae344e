// The galleries of posters and worksheets: seen at the size and distance they are for, chosen, made.

import { ask, closeOnBackdrop, count, el, fromTemplate, isShortcut, later, number, Refused, say, showProblems, upper } from "./grund.js";
import { maker } from "./lav.js";

const form = document.getElementById("valg");
const fields = form.elements;
const isPoster = form.dataset.what === "poster";
const gallery = document.getElementById("galleri");
const problems = document.getElementById("problemer");
const make = maker(document.getElementById("laver"));
const large = document.getElementById("stor");
const heading = large.querySelector("h2");
const turning = { previous: -1, next: 1 };
const chosen = new Set();
let items = [];
let asked = 0;
let at = 0;

function wanted() {
  const condition = fields.condition.value;
  if (!isPoster) return { what: "sheet", condition, large: fields.large.checked };
  const written = fields.distance.value.trim();
  return { what: "poster", condition, size: fields.size.value, distance: written ? Number(written) : null, bleed: fields.bleed.checked, group: fields.group?.value ?? "" };
}

async function refresh() {
  const mine = ++asked;
  if (isPoster) fields.distance.placeholder = number(fields.size.selectedOptions[0].dataset.distance).replace(",0", "");
  try {
    const answer = await ask("/api/papir", wanted());
    if (mine !== asked) return;
    showProblems(problems, []);
    items = answer.items.filter((item) => isHere(item));
    draw();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (mine === asked) showProblems(problems, error.problems);
  }
}

// An invitation is there once for each group, all with its id: it is made for all of them or for none.
const isWhole = (id) => items.every((item) => item.id !== id || !item.problems.length);
const free = () => [...new Set(items.map((item) => item.id))].filter(isWhole);

const isHere = ({ conditions }) => !fields.condition.value || !conditions.length || conditions.includes(fields.condition.value);

// ---- drawing --------------------------------------------------------------------------------------------
const cards = new Map();
function draw() {
  const drawn = items.map((item, i) => card(item, i));
  if ([...gallery.children].some((child, i) => child !== drawn[i]) || gallery.children.length !== drawn.length) gallery.replaceChildren(...drawn);
  for (const id of [...chosen]) if (!items.some((item) => item.id === id)) chosen.delete(id);
  drawChosen();
  document.dispatchEvent(new CustomEvent("gallery-shown"));
}

function card(item, i) {
  const key = `${item.id}-${items.slice(0, i).filter((other) => other.id === item.id).length}`;
  let made = cards.get(key);
  if (!made) {
    made = fromTemplate("papir");
    cards.set(key, made);
    made.querySelector(".look").addEventListener("click", () => open([...gallery.children].indexOf(made)));
    made.querySelector("input").addEventListener("change", (event) => {
      event.target.checked ? chosen.add(item.id) : chosen.delete(item.id);
      drawChosen();
    });
  }
  made.dataset.id = item.id;
  const look = made.querySelector(".look");
  const picture = look.querySelector("img");
  const source = item.previews[0] && `/billede/${item.previews[0]}.svg`;
  if (!source) picture.removeAttribute("src");
  else if (picture.getAttribute("src") !== source) picture.src = source;
  look.disabled = !source;
  look.setAttribute("aria-label", `Se ${item.name} stort`);
  made.querySelector("strong").textContent = item.name;
  made.querySelector(".about").textContent = [item.forWhom, item.about].filter(Boolean).join(" · ");
  const note = made.querySelector(".note");
  const said = [...item.problems.map((p) => el("p", {}, upper(p.message), ...(p.hint ? [el("small", { text: upper(p.hint) })] : []))), ...item.remarks.map((text) => el("p", { text }))];
  note.replaceChildren(...said);
  note.hidden = said.length === 0;
  note.classList.toggle("error", item.problems.length > 0);
  const pick = made.querySelector("input");
  pick.disabled = !isWhole(item.id);
  if (pick.disabled) chosen.delete(item.id);
  return made;
}

function drawChosen() {
  for (const [, made] of cards) {
    const is = chosen.has(made.dataset.id);
    made.classList.toggle("chosen", is);
    made.querySelector("input").checked = is;
  }
  document.getElementById("lav").disabled = chosen.size === 0;
  document.getElementById("opsummering").textContent = chosen.size ? `${count(chosen.size, "valgt", "valgt")}` : "Vælg dem, du vil have.";
  const all = document.getElementById("alle");
  all.textContent = chosen.size && chosen.size === free().length ? "Vælg ingen" : "Vælg alle";
}

// ---- large ----------------------------------------------------------------------------------------------
function open(index) {
  at = index;
  const item = items[at];
  heading.textContent = item.name;
  large.querySelector(".pages").replaceChildren(...item.previews.map((name, i) => el("img", { src: `/billede/${name}.svg`, alt: `${item.name}, side ${i + 1}` })));
  const wasOpen = large.open;
  if (!wasOpen) large.showModal();
  for (const [button, by] of Object.entries(turning).map(([action, by]) => [large.querySelector(`[data-do="${action}"]`), by])) {
    const isLast = beside(by) === undefined;
    if (isLast && document.activeElement === button) heading.focus();
    button.disabled = isLast;
  }
  if (wasOpen) say(item.name);
  else heading.focus();
}

// The nearest one before or after that can be seen; none at the ends.
function beside(by) {
  for (let i = at + by; i >= 0 && i < items.length; i += by) if (items[i].previews.length) return i;
}

function go(by) {
  const next = beside(by);
  if (next !== undefined) open(next);
}
for (const [action, by] of Object.entries(turning)) large.querySelector(`[data-do="${action}"]`).addEventListener("click", () => go(by));
large.querySelector('[data-do="close"]').addEventListener("click", () => large.close());
large.addEventListener("keydown", (event) => {
  if (isShortcut(event)) return;
  if (event.key === "ArrowLeft") go(-1);
  else if (event.key === "ArrowRight") go(1);
});
closeOnBackdrop(large);

// ---- the controls ---------------------------------------------------------------------------------------
form.addEventListener("change", refresh);
form.addEventListener("input", later(300, (event) => event.target === fields.distance && refresh()));
form.addEventListener("submit", (event) => event.preventDefault());
document.getElementById("alle").addEventListener("click", () => {
  const isAll = chosen.size === free().length;
  chosen.clear();
  if (!isAll) for (const id of free()) chosen.add(id);
  drawChosen();
  say(isAll ? "Ingen er valgt" : "Alle er valgt");
});
document.getElementById("lav").addEventListener("click", () => {
  const title = isPoster ? "Laver plakater" : "Laver ark";
  make.start({ ...wanted(), ids: free().filter((id) => chosen.has(id)) }, title);
});

refresh();
