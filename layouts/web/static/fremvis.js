// The deck's pages over the whole screen, for a computer without PowerPoint.

import { isShortcut, say } from "./grund.js";

export function slideShow(stage, slides) {
  const picture = stage.querySelector("img");
  let at = 0;
  let typed = "";
  let hintTimer;
  let before;

  function open(from = 0) {
    if (!slides().length) return;
    before = document.activeElement;
    stage.showModal();
    stage.focus();
    stage.requestFullscreen?.().catch(() => {});
    showHint();
    go(from);
  }

  function close() {
    if (!stage.open) return;
    stage.close();
    stage.classList.remove("black");
    if (document.fullscreenElement) document.exitFullscreen();
    before?.focus();
  }

  function go(to) {
    at = Math.min(Math.max(to, 0), slides().length - 1);
    const slide = slides()[at];
    stage.classList.remove("black");
    picture.src = source(slide);
    picture.alt = `Slide ${slide.number} af ${slides().length}: ${slide.headline}`;
    say(picture.alt);
    for (const near of [slides()[at + 1], slides()[at - 1]]) if (near) new Image().src = source(near);
  }

  const source = (slide) => `/billede/${slide.preview}.svg`;

  function showHint() {
    stage.classList.remove("quiet-hint");
    clearTimeout(hintTimer);
    hintTimer = setTimeout(() => stage.classList.add("quiet-hint"), 4000);
  }

  stage.addEventListener("keydown", (event) => {
    if (isShortcut(event)) return;
    const { key } = event;
    const doing = {
      ArrowRight: () => go(at + 1), ArrowDown: () => go(at + 1), PageDown: () => go(at + 1), " ": () => go(at + 1), n: () => go(at + 1),
      ArrowLeft: () => go(at - 1), ArrowUp: () => go(at - 1), PageUp: () => go(at - 1), Backspace: () => go(at - 1), p: () => go(at - 1),
      Home: () => go(0), End: () => go(slides().length - 1),
      Enter: () => go(typed ? Number(typed) - 1 : at + 1),
      b: () => stage.classList.toggle("black"), ".": () => stage.classList.toggle("black"),
      Escape: close, "?": showHint,
    }[key];
    typed = /^[0-9]$/.test(key) ? typed + key : key === "Enter" ? typed : "";
    if (!doing) return;
    event.preventDefault();
    doing();
    typed = "";
  });
  stage.addEventListener("click", (event) => go(at + (event.clientX < innerWidth / 3 ? -1 : 1)));
  stage.addEventListener("cancel", close);
  document.addEventListener("fullscreenchange", () => document.fullscreenElement === null && close());

  return { open };
}
