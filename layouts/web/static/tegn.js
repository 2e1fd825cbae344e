// The running total against the time there is, and what can be put in.

import { el, motion, number } from "./grund.js";

export const isTurn = (block) => ["oevelse", "dialog", "skema"].includes(block.activity.id);

export function drawTotal({ deck, blocks }) {
  const { minutes, aim } = deck;
  document.getElementById("ialt-tal").textContent = `${number(minutes)} min`;
  const of = document.getElementById("ialt-af");
  const over = minutes - aim;
  of.textContent = over > 0 ? `– ${number(over)} min mere end de ${number(aim)}` : over < 0 ? `af ${number(aim)} – ${number(-over)} min i overskud` : `af ${number(aim)}`;
  of.classList.toggle("over", over > 0);
  const parts = blocks.map((block) => {
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

export function light(key, scroll = false) {
  if (scroll) document.querySelector(`.cell[data-block="${CSS.escape(key)}"]`)?.scrollIntoView({ block: "nearest", behavior: motion() });
  for (const part of document.querySelectorAll(".timeline span")) part.classList.toggle("lit", part.dataset.key === key);
}

export function drawOffers({ offers, activities }, putIn) {
  const own = offers.filter((offer) => offer.ofProgramme);
  const other = offers.filter((offer) => !offer.ofProgramme);
  for (const [name, found] of Object.entries({ own, other, activities })) {
    const place = document.querySelector(`[data-offers="${name}"]`);
    place.replaceChildren(...found.map((offer) => offerItem(offer, putIn)));
    place.hidden = place.previousElementSibling.hidden = found.length === 0;
  }
}

function offerItem(offer, putIn) {
  const item = document.getElementById("tilbud").content.firstElementChild.cloneNode(true);
  item.querySelector(".kind-here").replaceWith(document.getElementById(`type-${offer.activity.id}`).content.cloneNode(true));
  item.querySelector("strong").textContent = offer.title;
  item.querySelector("small").textContent = `${number(offer.minutes)} min. ${offer.about}`;
  const button = item.querySelector("button");
  button.dataset.key = offer.key;
  button.addEventListener("click", () => putIn(offer));
  return item;
}
