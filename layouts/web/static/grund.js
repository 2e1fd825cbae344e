// What every page needs: asking the server, building elements, speaking to a screen reader, a sign of life.

const token = document.querySelector('meta[name="holdslides-token"]').content;
const pageId = crypto.randomUUID();
const BEAT_MS = 15000;

export class Refused extends Error {
  constructor(problems, status) {
    super(problems.map((p) => p.message).join("\n"));
    this.problems = problems;
    this.status = status;
  }
}

// POSTs `data` and returns the answer; throws Refused with Danish problems when the server says no.
export async function ask(path, data, options = {}) {
  const answer = await send(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Holdslides-Token": token },
    body: JSON.stringify(data),
    ...options,
  });
  return answer.status === 204 ? null : answer.json();
}

export async function get(path) {
  return (await send(path, {})).json();
}

export async function upload(path, form) {
  return (await send(path, { method: "POST", headers: { "X-Holdslides-Token": token }, body: form })).json();
}

async function send(path, options) {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    lost(true);
    throw new Refused([{ message: "Forbindelsen til holdslides er væk. Start programmet igen.", hint: "" }], 0);
  }
  lost(false);
  if (answer.ok) return answer;
  const said = await answer.json().catch(() => ({ problems: [{ message: "Noget gik galt. Genindlæs siden.", hint: "" }] }));
  throw new Refused(said.problems, answer.status);
}

function lost(is) {
  document.getElementById("tabt").hidden = !is;
}

// el("p", { class: "x", text: "…" }, child, …): text is never read as HTML.
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "text") made.textContent = value;
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

export function fromTemplate(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}

// An open dialog makes everything outside it silent, so the region stands in the one that is in use.
let speaking;
export function say(words) {
  const region = document.getElementById("sagt");
  const room = document.activeElement?.closest("dialog[open]") ?? document.querySelector("dialog[open]") ?? document.body;
  if (region.parentElement !== room) room.append(region);
  region.textContent = "";
  clearTimeout(speaking);
  speaking = setTimeout(() => (region.textContent = words), 60);
}

// Problems in a box: what is wrong, and under it how to mend it.
export function showProblems(box, problems) {
  box.replaceChildren(
    ...problems.map((p) => el("p", {}, p.message, ...(p.hint ? [el("small", { text: upper(p.hint) })] : [])))
  );
  box.hidden = problems.length === 0;
}

export const upper = (words) => words.charAt(0).toUpperCase() + words.slice(1);
export const number = (n) => String(n).replace(".", ",");
export const count = (n, one, many) => `${number(n)} ${n === 1 ? one : many}`;

// How something scrolls into view: at once for those who have asked for less motion.
export const motion = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

// With a key of the system's held down, an arrow or a letter is the browser's own shortcut.
export const isShortcut = (event) => event.ctrlKey || event.metaKey || event.altKey;

// Calls `action` when `ms` have passed since the last call.
export function later(ms, action) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), ms);
  };
}

export function closeOnBackdrop(dialog) {
  dialog.addEventListener("pointerdown", (event) => {
    const box = dialog.getBoundingClientRect();
    const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    if (event.target === dialog && !inside) dialog.requestClose ? dialog.requestClose() : dialog.close();
  });
}

const beat = () => ask("/api/liv", { page: pageId }).catch(() => {});
beat();
setInterval(beat, BEAT_MS);
addEventListener("pageshow", (event) => event.persisted && beat());
addEventListener("pagehide", () => ask("/api/liv", { page: pageId, bye: true }, { keepalive: true }).catch(() => {}));
