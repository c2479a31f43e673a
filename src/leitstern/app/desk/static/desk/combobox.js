// Lists to choose from by typing two letters: a select with data-combobox becomes a field with a list below it.
"use strict";

const plainly = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

function combobox(select) {
  const field = document.createElement("input");
  const list = document.createElement("ul");
  const options = [...select.options].filter((option) => option.value);
  let shown = [];
  let at = -1;

  Object.assign(field, { type: "text", id: select.id, autocomplete: "off", autofocus: select.autofocus });
  select.id = `${field.id}-chosen`;
  select.hidden = true;
  list.id = `${field.id}-list`;
  list.hidden = true;
  list.className = "choices";
  list.setAttribute("role", "listbox");
  const label = document.querySelector(`label[for="${field.id}"]`);
  if (label) list.setAttribute("aria-label", label.textContent.trim());
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) field.setAttribute(name, value);
  const help = select.getAttribute("aria-describedby");
  if (help) field.setAttribute("aria-describedby", help);
  const place = document.createElement("div");
  place.className = "combobox";
  select.before(place);
  place.append(field, list, select);

  const rows = options.map((option, number) => {
    const row = document.createElement("li");
    row.id = `${field.id}-${number}`;
    row.setAttribute("role", "option");
    row.textContent = option.textContent;
    row.addEventListener("pointerdown", (event) => { event.preventDefault(); take(option); });
    return row;
  });
  const words = options.map((option) => plainly(`${option.textContent} ${option.dataset.also ?? ""}`).split(/[\s\-_/,.()]+/));

  function close() { list.hidden = true; at = -1; field.setAttribute("aria-expanded", "false"); field.removeAttribute("aria-activedescendant"); }

  function mark(position) {
    rows.forEach((row) => row.setAttribute("aria-selected", "false"));
    at = position;
    const row = rows[shown[at]];
    row?.setAttribute("aria-selected", "true");
    row?.scrollIntoView({ block: "nearest" });
    if (row) field.setAttribute("aria-activedescendant", row.id); else field.removeAttribute("aria-activedescendant");
  }

  function open(typed) {
    const parts = plainly(typed).split(/\s+/).filter(Boolean);
    const fits = (number) => parts.every((part) => words[number].some((word) => word.startsWith(part)));
    const first = (number) => (plainly(options[number].textContent).startsWith(parts.join(" ")) ? 0 : 1);
    shown = options.map((_, number) => number).filter(fits).sort((one, other) => first(one) - first(other) || one - other);
    list.replaceChildren(...shown.map((number) => rows[number]));
    list.hidden = shown.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    mark(shown.length && parts.length ? 0 : -1);
  }

  function take(option) {
    select.value = option ? option.value : "";
    field.value = option ? option.textContent : "";
    close();
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  const chosen = () => options.find((option) => option.value === select.value);
  // What was typed means something, or it stays as it is and the server says what it does not know.
  function settle() {
    if (!list.hidden && at >= 0) take(options[shown[at]]);
    else if (!field.value.trim()) take(null);
    else if (field.value !== chosen()?.textContent) field.value = chosen()?.textContent ?? "";
    close();
  }

  field.addEventListener("input", () => open(field.value));
  field.addEventListener("blur", settle);
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) open("");
      if (shown.length) mark((at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1) + shown.length) % shown.length);
    } else if (event.key === "Enter" && !list.hidden && at >= 0) {
      event.preventDefault();
      event.stopPropagation();
      settle();
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      field.value = chosen()?.textContent ?? "";
      close();
    }
  });
  select.addEventListener("shown", () => { field.value = chosen()?.textContent ?? ""; close(); });
  field.value = chosen()?.textContent ?? "";
}

document.querySelectorAll("select[data-combobox]").forEach(combobox);
