// The little that needs a script: the drawer, where one is in the navigation, the theme, tooltips by pointer and keyboard, copying a link.
"use strict";

const root = document.documentElement;

document.querySelector(".rail [aria-current]")?.scrollIntoView({ block: "nearest" });

document.querySelector(".menu")?.addEventListener("click", (event) => {
  const button = event.currentTarget;
  const open = button.getAttribute("aria-expanded") !== "true";
  button.setAttribute("aria-expanded", String(open));
  document.body.classList.toggle("drawer-open", open);
  if (open) document.querySelector("#nav a")?.focus();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  hideTip();
  const button = document.querySelector('.menu[aria-expanded="true"]');
  if (button) { button.click(); button.focus(); }
});

document.querySelector("[data-theme-toggle]")?.addEventListener("click", () => {
  const dark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : window.matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  try { localStorage.setItem("theme", root.dataset.theme); } catch { /* only this page then */ }
});

document.addEventListener("click", async (event) => {
  const copy = event.target.closest("[data-copy]");
  if (copy) {
    await navigator.clipboard.writeText(copy.dataset.copy);
    copy.dataset.done = "true";
  }
  if (event.target.closest("[data-print]")) window.print();
});

// Judging by keyboard: 1, 2, 3 answer the first question still open, and Enter sends.
document.addEventListener("keydown", (event) => {
  const form = document.querySelector("form[data-keys]");
  if (!form || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("textarea, select, input:not([type=radio], [type=checkbox])")) return; // is being typed
  const open = [...form.querySelectorAll("fieldset")].find((each) => !each.querySelector("input:checked"));
  const choice = open?.querySelectorAll("input[type=radio]")[Number(event.key) - 1];
  if (choice) { choice.checked = true; choice.focus(); event.preventDefault(); }
});

// Leaving a half-filled form asks first; sending it does not.
let dirty = false;
document.addEventListener("input", (event) => { if (event.target.closest("form[data-guard]")) dirty = true; });
document.addEventListener("submit", () => { dirty = false; });
window.addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });

// Tooltips: any mark with data-tip, on hover and on focus.
const tip = document.getElementById("tip");
let told = null; // the mark whose tooltip is seen

function showTip(mark) {
  told = mark;
  tip.textContent = mark.dataset.tip;
  tip.hidden = false;
  const box = mark.getBoundingClientRect();
  const own = tip.getBoundingClientRect();
  const left = Math.min(Math.max(8, box.left + box.width / 2 - own.width / 2), root.clientWidth - own.width - 8);
  const above = box.top - own.height - 8;
  tip.style.setProperty("left", `${left}px`);
  tip.style.setProperty("top", `${above > 8 ? above : box.bottom + 8}px`);
}

function hideTip() { told = null; tip.hidden = true; }

for (const [on, off] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
  document.addEventListener(on, (event) => {
    const mark = event.target.closest?.("[data-tip]");
    if (mark) showTip(mark);
  });
  document.addEventListener(off, (event) => { if (event.target.closest?.("[data-tip]")) hideTip(); });
}
// Reaching a mark by keyboard scrolls it into view: its tooltip goes along.
document.addEventListener("scroll", () => {
  if (told !== null && told === document.activeElement) showTip(told); else hideTip();
}, { passive: true, capture: true });

// A table too wide for a phone turns its rows into cards with its headings as labels (a table.grid stays one);
// what still scrolls sideways fades at its edge and says so.
const phone = window.matchMedia("(max-width: 600px)");
const LINE = 42; // characters of a label and its value that fit side by side
const TALL = 130; // pixels: five lines

// A heading that is only for listeners (above a column of buttons) is no label: the button says it already.
function heading(cell) {
  return cell.querySelector(":scope > .visually-hidden") ? "" : cell.textContent.trim();
}

function label(table) {
  const headings = [...table.querySelectorAll("thead tr:last-child > *")].map(heading);
  const long = new Set();
  for (const row of table.tBodies[0]?.rows ?? []) {
    let column = 0;
    for (const cell of row.cells) {
      if (cell.matches("td") && cell.colSpan === 1) {
        cell.dataset.label = headings[column] ?? "";
        const words = Math.max(...cell.innerText.trim().split("\n").map((line) => line.length));
        if (cell.dataset.label && !cell.matches(".num") && words + cell.dataset.label.length > LINE) long.add(column);
      }
      column += cell.colSpan;
    }
  }
  // What is too long for one line in one card stands below its label in all of them.
  for (const column of long) {
    for (const cell of table.querySelectorAll(`tbody td:nth-child(${column + 1})`)) cell.classList.add("long");
  }
}

// A row of many short lines is a column squeezed until its words stand below each other.
function squeezed(table) {
  return [...(table.tBodies[0]?.rows ?? [])].some((row) => row.offsetHeight > TALL);
}

function lay(area) {
  const table = area.querySelector(":scope > table:not(.grid)");
  area.classList.remove("cards");
  if (table && phone.matches && (area.scrollWidth > area.clientWidth || squeezed(table))) {
    label(table);
    area.classList.add("cards");
  }
  fade(area);
}

function fade(area) {
  area.classList.toggle("more", area.scrollWidth - area.clientWidth - area.scrollLeft > 2);
}

const laid = new ResizeObserver((entries) => { for (const entry of entries) lay(entry.target); });
for (const area of document.querySelectorAll(".scroll")) {
  laid.observe(area);
  area.addEventListener("scroll", () => fade(area), { passive: true });
}
