// What can be chosen: condition, setting, meeting, and what the programme depends on besides.

import { el, later, number } from "./grund.js";

const afresh = { setting: "", session: 1, joint: "", level: "", minutes: null, weight: false };
const labels = { condition: "tilstand", setting: "ramme", session: "gang", course: "varighed", edition: "udgave", joint: "led", level: "niveau", weight: "siden om vægt", minutes: "minutter", group: "holdets navn" };

export function choiceForm(form, { state, change }) {
  const fields = form.elements;

  // `aim` is the minutes there are, where nothing else is asked for.
  function fill(choices, aim) {
    if (!choices) return;
    options(fields.setting, choices.settings, choices.setting);
    options(fields.session, choices.sessions.map((s) => ({ id: String(s.number), name: choices.sessions.length > 1 ? `${s.number}: ${s.title}` : s.title })), String(state().session));
    options(fields.course, choices.courses, state().course);
    options(fields.edition, choices.editions, state().edition);
    options(fields.joint, choices.joints, state().joint || "begge");
    options(fields.level, state().level ? choices.levels : [{ id: "", name: "Vælg …" }, ...choices.levels], state().level);
    reveal("joint", choices.joints.length > 0);
    reveal("level", choices.levels.length > 0);
    reveal("weight", choices.hasWeight);
    reveal("group", choices.setting !== "individuel");
    const meeting = choices.sessions.find((s) => s.number === state().session);
    if (meeting && state().minutes === null) fields.minutes.placeholder = number(aim ?? meeting.minutes);
    if (document.activeElement !== fields.minutes) fields.minutes.value = state().minutes ?? "";
    if (document.activeElement !== fields.group) fields.group.value = state().group;
    fields.weight.checked = state().weight;
    fields.condition.value = state().condition;
    const why = document.getElementById("hvorfor");
    why.textContent = choices.whyNoGroup && `Der er ikke hold her: ${choices.whyNoGroup.replace(/\.$/, "")}.`;
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

  form.addEventListener("change", (event) => {
    const { name, value, checked } = event.target;
    if (name === "condition") change({ ...afresh, condition: value, group: "" }, labels[name]);
    else if (name === "setting") change({ setting: value, session: 1, minutes: null, ...(value === "individuel" ? { group: "" } : {}) }, labels[name]);
    else if (name === "session") change({ session: Number(value), minutes: null }, labels[name]);
    else if (name === "weight") change({ weight: checked }, labels[name]);
    else if (name === "group") change({ group: value.trim() }, labels[name]);
    else if (name === "minutes") setMinutes();
    else change({ [name]: value }, labels[name]);
  });
  function setMinutes() {
    const written = fields.minutes.value.trim();
    const minutes = written === "" ? null : Number(written.replace(",", "."));
    if (minutes !== state().minutes) change({ minutes }, labels.minutes);
  }
  fields.minutes.addEventListener("input", later(250, setMinutes));
  form.addEventListener("submit", (event) => event.preventDefault());

  return { fill };
}
