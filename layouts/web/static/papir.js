// The galleries of posters and worksheets: seen at the size and distance they are for, chosen, made.

import { ask, closeOnBackdrop, count, el, fromTemplate, later, number, Refused, say, showProblems, upper } from "./grund.js";
import { maker } from "./lav.js";

const form = document.getElementById("valg");
const fields = form.elements;
const isPoster = form.dataset.what === "poster";
const gallery = document.getElementById("galleri");
const problems = document.getElementById("problemer");
const make = maker(document.getElementById("laver"));
const large = document.getElementById("stor");
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
    made.querySelector(".look").addEventListener("click", () => open(items.findIndex((other) => other.id === item.id)));
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
  pick.disabled = item.problems.length > 0;
  if (pick.disabled) chosen.delete(item.id);
  return made;
}

function drawChosen() {
  for (const [, made] of cards) {
    const is = chosen.has(made.dataset.id);
    made.classList.toggle("chosen", is);
    made.querySelector("input").checked = is;
  }
  const free = items.filter((item) => !item.problems.length);
  document.getElementById("lav").disabled = chosen.size === 0;
  document.getElementById("opsummering").textContent = chosen.size ? `${count(chosen.size, "valgt", "valgt")}` : "Vælg dem, du vil have.";
  const all = document.getElementById("alle");
  all.textContent = chosen.size && chosen.size === free.length ? "Vælg ingen" : "Vælg alle";
}

// ---- large ----------------------------------------------------------------------------------------------
function open(index) {
  at = index;
  const item = items[at];
  large.querySelector("h2").textContent = item.name;
  large.querySelector(".pages").replaceChildren(...item.previews.map((name, i) => el("img", { src: `/billede/${name}.svg`, alt: `${item.name}, side ${i + 1}` })));
  large.querySelector('[data-do="previous"]').disabled = at === 0;
  large.querySelector('[data-do="next"]').disabled = at === items.length - 1;
  if (!large.open) large.showModal();
}

const go = (by) => items[at + by]?.previews.length && open(at + by);
large.querySelector('[data-do="previous"]').addEventListener("click", () => go(-1));
large.querySelector('[data-do="next"]').addEventListener("click", () => go(1));
large.querySelector('[data-do="close"]').addEventListener("click", () => large.close());
large.addEventListener("keydown", (event) => {
  if (event.key === "ArrowLeft") go(-1);
  else if (event.key === "ArrowRight") go(1);
});
closeOnBackdrop(large);

// ---- the controls ---------------------------------------------------------------------------------------
form.addEventListener("change", refresh);
form.addEventListener("input", later(300, (event) => event.target === fields.distance && refresh()));
form.addEventListener("submit", (event) => event.preventDefault());
document.getElementById("alle").addEventListener("click", () => {
  const free = items.filter((item) => !item.problems.length).map((item) => item.id);
  const isAll = chosen.size === free.length;
  chosen.clear();
  if (!isAll) for (const id of free) chosen.add(id);
  drawChosen();
  say(isAll ? "Ingen er valgt" : "Alle er valgt");
});
document.getElementById("lav").addEventListener("click", () => {
  const title = isPoster ? "Laver plakater" : "Laver ark";
  make.start({ ...wanted(), ids: items.filter((item) => chosen.has(item.id)).map((item) => item.id) }, title);
});

refresh();
