// The grid of letters: paste from a spreadsheet, Ctrl+D from above, arrow keys between rows, Enter keeps all.
"use strict";

const grid = document.getElementById("letters");

if (grid) {
  const body = grid.querySelector("tbody");
  const most = Number(grid.dataset.most);
  const lines = () => [...body.querySelectorAll("[data-row]")];
  const cells = (line) => [...line.querySelectorAll("input")];

  function addLine() {
    const all = lines();
    const line = all[all.length - 1].cloneNode(true);
    for (const cell of cells(line)) {
      cell.name = `${cell.dataset.column}-${all.length}`;
      cell.value = "";
      cell.setAttribute("aria-label", cell.getAttribute("aria-label").replace(/\d+$/, String(all.length + 1)));
      cell.removeAttribute("aria-invalid");
      cell.removeAttribute("aria-describedby");
      cell.closest("td").classList.remove("wrong");
    }
    body.append(line);
    grid.elements.rows.value = String(all.length + 1);
  }

  function makeRoom(rows) {
    while (lines().length < Math.min(rows, most)) addLine();
  }

  function place(cell) {
    const line = cell.closest("[data-row]");
    return { row: lines().indexOf(line), column: cells(line).indexOf(cell) };
  }

  grid.addEventListener("paste", (event) => {
    const cell = event.target.closest("[data-column]");
    const table = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
    if (!cell || !/[\t\n]/.test(table)) return;
    event.preventDefault();
    const { row, column } = place(cell);
    const pasted = table.split("\n").map((line) => line.split("\t"));
    makeRoom(row + pasted.length);
    const all = lines();
    pasted.forEach((line, down) => {
      if (!all[row + down]) return;
      const into = cells(all[row + down]);
      line.forEach((text, across) => { if (into[column + across]) into[column + across].value = text.trim(); });
    });
    keepDraft();
  });

  grid.addEventListener("keydown", (event) => {
    const cell = event.target.closest("[data-column]");
    if (!cell) return;
    const { row, column } = place(cell);
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "d") {
      event.preventDefault();
      if (row > 0) { cell.value = cells(lines()[row - 1])[column].value; keepDraft(); }
    } else if (!cell.list && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      if (event.key === "ArrowDown") makeRoom(row + 2);
      const next = lines()[row + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) cells(next)[column].focus();
    } else if (event.key === "Tab" && !event.shiftKey && row === lines().length - 1 && column === cells(lines()[row]).length - 1 && cell.value) {
      makeRoom(row + 2);
    }
  });

  // What the server has answered is the newest word; before it was asked, what was typed here is.
  if (grid.dataset.sent) { if (grid.querySelector(".why")) keepDraft(); else forgetDraft(); } else restoreDraft(makeRoom);
  (grid.querySelector("[aria-invalid]") ?? cells(lines()[0])[0]).focus();
}
