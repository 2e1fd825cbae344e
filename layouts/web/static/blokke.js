// The list of blocks: moved with the mouse or a finger, with the arrow keys on the handle, or with buttons.

import { fromTemplate, motion, number } from "./grund.js";

const EDGE = 90; // px from the window's edge where a dragged block makes the list roll

// What rolls when the list is longer than its room: its column on a large screen, else the page.
function scroller(list) {
  const column = list.closest(".programme");
  return getComputedStyle(column).overflowY === "auto" ? column : { scrollTop: 0 };
}

function roll(roller, by) {
  if (roller instanceof Element) roller.scrollTop += by;
  else scrollBy(0, by);
}

export function blockList(list, { move, leaveOut, light }) {
  let items = new Map();
  let blocks = [];

  function draw(now) {
    const focused = list.contains(document.activeElement) ? document.activeElement : null;
    const key = focused?.closest(".block")?.dataset.key;
    blocks = now;
    items = new Map(now.map((block, i) => [block.key, fill(items.get(block.key) ?? made(block.key), block, i)]));
    list.replaceChildren(...items.values());
    if (focused && key && items.has(key)) refocus(items.get(key), focused.dataset.do);
  }

  // The same button again; where it is off now (first or last place), the handle.
  function refocus(item, action) {
    const button = item.querySelector(`[data-do="${action}"]`);
    (button && !button.disabled && !button.hidden ? button : item.querySelector('[data-do="grip"]')).focus();
  }

  function made(key) {
    const item = fromTemplate("blok");
    item.dataset.key = key;
    const on = (action, event, doing) => item.querySelector(`[data-do="${action}"]`).addEventListener(event, doing);
    on("up", "click", () => step(key, -1));
    on("down", "click", () => step(key, 1));
    on("out", "click", () => leaveOut(key));
    on("why", "click", (event) => toggle(item, event.currentTarget));
    on("grip", "keydown", (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (by) event.preventDefault(), step(key, by);
    });
    on("grip", "pointerdown", (event) => drag(event, item));
    item.querySelector(".words").addEventListener("click", () => light(key, true));
    item.addEventListener("pointerenter", () => light(key));
    item.addEventListener("pointerleave", () => light(null));
    item.addEventListener("focusin", () => light(key));
    item.addEventListener("focusout", () => light(null));
    return item;
  }

  function fill(item, block, i) {
    const name = block.title;
    const [grip, up, down, out, why] = ["grip", "up", "down", "out", "why"].map((a) => item.querySelector(`[data-do="${a}"]`));
    if (item.dataset.kind !== block.activity.id) {
      item.querySelector(".kind, .kind-here").replaceWith(document.getElementById(`type-${block.activity.id}`).content.cloneNode(true));
      item.dataset.kind = block.activity.id;
    }
    item.querySelector("strong").textContent = name;
    item.querySelector(".about").textContent = `${block.activity.name} · ${number(block.minutes)}\u00a0min`;
    grip.setAttribute("aria-label", `Flyt ${name}, nummer ${i + 1} af ${blocks.length}`);
    up.setAttribute("aria-label", `Flyt ${name} op`);
    down.setAttribute("aria-label", `Flyt ${name} ned`);
    out.setAttribute("aria-label", `Tag ${name} ud`);
    why.setAttribute("aria-label", `Hvorfor kan ${name} ikke tages ud?`);
    const stays = block.kept || block.fixed;
    grip.disabled = Boolean(block.fixed);
    up.hidden = down.hidden = Boolean(block.fixed);
    up.disabled = i <= firstFree();
    down.disabled = i >= lastFree();
    out.hidden = Boolean(block.kept);
    why.hidden = !stays;
    item.querySelector(".reason").textContent = [block.kept && `Kan ikke tages ud: ${block.kept}.`, block.fixed].filter(Boolean).join(" ");
    return item;
  }

  const firstFree = () => (blocks[0]?.fixed ? 1 : 0);
  const lastFree = () => blocks.length - (blocks.at(-1)?.fixed ? 2 : 1);

  function toggle(item, button) {
    const reason = item.querySelector(".reason");
    reason.hidden = !reason.hidden;
    button.setAttribute("aria-expanded", String(!reason.hidden));
  }

  function step(key, by) {
    const to = blocks.findIndex((block) => block.key === key) + by;
    if (to >= firstFree() && to <= lastFree()) move(key, to);
  }

  // ---- drag and drop ------------------------------------------------------------------------------------
  function drag(event, item) {
    if (event.button !== 0) return;
    const grip = event.currentTarget;
    const from = blocks.findIndex((block) => block.key === item.dataset.key);
    const all = [...items.values()];
    const gap = parseFloat(getComputedStyle(list).rowGap);
    const boxes = all.map((other) => other.getBoundingClientRect());
    const roller = scroller(list);
    const rolled = () => scrollY + roller.scrollTop;
    const middles = boxes.map((box) => box.top + box.height / 2 + rolled());
    const startY = event.clientY + rolled();
    let to = from;
    grip.setPointerCapture(event.pointerId);
    item.classList.add("dragged");

    const moved = (e) => {
      const by = e.clientY + rolled() - startY;
      item.style.transform = `translateY(${by}px)`;
      const middle = middles[from] + by;
      to = all.reduce((at, _, i) => (i > from && middle > middles[i] ? Math.max(at, i) : i < from && middle < middles[i] ? Math.min(at, i) : at), from);
      to = Math.min(Math.max(to, firstFree()), lastFree());
      all.forEach((other, i) => {
        if (other === item) return;
        const shift = i > from && i <= to ? -1 : i < from && i >= to ? 1 : 0;
        other.style.transform = shift ? `translateY(${shift * (boxes[from].height + gap)}px)` : "";
      });
      if (e.clientY < EDGE) roll(roller, -12);
      else if (e.clientY > innerHeight - EDGE) roll(roller, 12);
    };
    const ended = (e) => {
      for (const [name, listener] of listeners) grip.removeEventListener(name, listener);
      removeEventListener("keydown", escaped, true);
      item.classList.remove("dragged");
      for (const other of all) other.style.transform = "";
      if (e.type === "pointerup" && to !== from) {
        for (const [i, key] of [...items.keys()].entries()) if (i === to) list.insertBefore(item, to > from ? items.get(key).nextSibling : items.get(key));
        move(item.dataset.key, to);
      }
    };
    const escaped = (e) => {
      if (e.key !== "Escape") return;
      e.preventDefault();
      to = from;
      ended(e);
    };
    const listeners = [["pointermove", moved], ["pointerup", ended], ["pointercancel", ended]];
    for (const [name, listener] of listeners) grip.addEventListener(name, listener);
    addEventListener("keydown", escaped, true);
  }

  function focus(key, show = false) {
    const item = items.get(key);
    if (!item) return;
    const target = [...item.querySelectorAll("button")].find((b) => !b.disabled && !b.hidden);
    target?.focus({ preventScroll: show });
    if (show) {
      item.scrollIntoView({ block: "center", behavior: motion() });
      item.classList.add("landed");
      setTimeout(() => item.classList.remove("landed"), 1300);
    }
  }

  return { draw, focus };
}
