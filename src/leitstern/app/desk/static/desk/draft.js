// What is being typed survives an error, a lost session and a lost server: in this tab, for an hour, for this person only.
"use strict";

const HOUR = 3_600_000;
const draftForm = document.querySelector("form[data-draft]");
const DRAFT = "leitstern-draft";
const draftKey = draftForm && `${DRAFT}:${draftForm.dataset.draft}:${draftForm.dataset.person}`;

function stored() {
  try { return sessionStorage; } catch { return null; } // a browser may keep nothing; then nothing is promised either
}

// Nobody finds what somebody else typed, nor what was left lying.
function sweep(all) {
  const kept = stored();
  if (!kept) return;
  for (const key of Object.keys(kept).filter((each) => each.startsWith(`${DRAFT}:`))) {
    const mine = key.endsWith(`:${draftForm.dataset.person}`);
    const old = Date.now() - (JSON.parse(kept.getItem(key)).at ?? 0) > HOUR;
    if (all || !mine || old) kept.removeItem(key);
  }
}

const typedFields = () => [...draftForm.elements].filter((field) => field.name && !["hidden", "submit"].includes(field.type) && field.name !== "purpose");

const said = (field) => (field.type === "checkbox" ? (field.checked ? field.value : "") : field.value);

function keepDraft() {
  const values = Object.fromEntries(typedFields().map((field) => [field.name, said(field)]));
  stored()?.setItem(draftKey, JSON.stringify({ at: Date.now(), values, key: draftForm.elements.key.value, rows: draftForm.elements.rows?.value }));
}

function forgetDraft() {
  stored()?.removeItem(draftKey);
  draftForm.querySelector(".restored").hidden = true;
}

function restoreDraft(makeRoom = () => {}) {
  const kept = stored()?.getItem(draftKey);
  if (!kept) return;
  const { values, key, rows } = JSON.parse(kept);
  const usual = Object.fromEntries(typedFields().map((field) => [field.name, said(field)]));
  if (!Object.entries(values).some(([name, value]) => value && value !== usual[name])) return;
  makeRoom(Number(rows ?? 0));
  for (const field of typedFields()) {
    if (!(field.name in values)) continue;
    if (field.type === "checkbox") field.checked = Boolean(values[field.name]);
    else field.value = values[field.name];
    field.dispatchEvent(new Event("shown"));
  }
  draftForm.elements.key.value = key; // what was kept without our hearing of it is not kept twice
  const line = draftForm.querySelector(".restored");
  line.querySelector("p").textContent = draftForm.dataset.restored;
  line.hidden = false;
}

if (draftForm) {
  sweep(false);
  for (const kind of ["input", "change"]) draftForm.addEventListener(kind, keepDraft);
  draftForm.querySelector(".restored button").addEventListener("click", () => { forgetDraft(); location.reload(); });
  document.querySelector('form[action$="sign-out"]')?.addEventListener("submit", () => sweep(true));
}
