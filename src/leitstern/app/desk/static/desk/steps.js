// Working through a list: arrow keys lead from one button to the next.
"use strict";

const buttons = [...document.querySelectorAll(".to-do button")];
document.querySelector(".to-do")?.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const at = buttons.indexOf(event.target);
  if (!step || at < 0) return;
  event.preventDefault();
  buttons[at + step]?.focus();
});
