// The contact form: Enter keeps, and the caret is in the first field again. See draft.js for what survives.
"use strict";

const contact = document.getElementById("contact");
const kept = document.getElementById("kept");
const trouble = contact?.querySelector(".trouble");
const JSON_TYPE = "application/json";
let sending = false;

function first() { contact.elements.number.focus(); }

function complain(text, signIn = false) {
  trouble.querySelector("p").textContent = text;
  trouble.querySelector("a").hidden = !signIn;
  trouble.hidden = false;
}

function clear() {
  trouble.hidden = true;
  contact.querySelectorAll(".wrong").forEach((field) => field.classList.remove("wrong"));
  contact.querySelectorAll(".field .error").forEach((line) => line.remove());
  contact.querySelectorAll("[aria-invalid]").forEach((field) => { field.removeAttribute("aria-invalid"); field.removeAttribute("aria-errormessage"); });
}

function show(errors) {
  for (const [name, told] of Object.entries(errors)) {
    const named = contact.elements[name];
    const place = named?.closest?.(".field");
    if (!place) { complain(told.join(" ")); continue; }
    const field = place.querySelector("input:not([hidden]), textarea, select:not([hidden])");
    const line = document.createElement("p");
    line.className = "error";
    line.id = `${field.id}_error`;
    line.textContent = told.join(" ");
    place.classList.add("wrong");
    place.append(line);
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-errormessage", line.id);
  }
  contact.querySelector("[aria-invalid]")?.focus();
}

function ready(answer) {
  forgetDraft();
  contact.reset();
  contact.querySelectorAll("select").forEach((select) => select.dispatchEvent(new Event("shown")));
  contact.elements.key.value = answer.key;
  document.getElementById("known").replaceChildren();
  kept.querySelector("p").textContent = answer.said;
  kept.querySelector("form").action = answer.undo;
  kept.querySelector("form").hidden = false;
  kept.querySelector("a").href = answer.see;
  kept.hidden = false;
  first();
}

// Where the answer is none of ours, the session is over, or something else stands between: nothing is lost either way.
async function send(form, address) {
  const body = new FormData(form);
  const answer = await fetch(address, { method: "POST", body, headers: { accept: JSON_TYPE }, credentials: "same-origin" });
  if (new URL(answer.url).pathname === new URL(contact.dataset.signIn, location).pathname) return { lost: contact.dataset.signedOut, signIn: true };
  if (!answer.headers.get("content-type")?.startsWith(JSON_TYPE)) return { lost: contact.dataset.again };
  return { good: answer.ok, told: await answer.json() };
}

async function sent(form, address, then) {
  if (sending) return;
  sending = true;
  try {
    const { good, told, lost, signIn } = await send(form, address);
    if (lost) complain(lost, signIn); else then(good, told);
  } catch {
    complain(contact.dataset.lost);
  } finally {
    sending = false;
  }
}

if (contact) {
  contact.addEventListener("submit", (event) => {
    event.preventDefault();
    clear();
    kept.hidden = true; // what it says is of the contact before
    keepDraft();
    sent(contact, location.pathname, (good, told) => {
      if (told.key) contact.elements.key.value = told.key;
      if (good) ready(told); else show(told.errors);
    });
  });
  contact.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.target.matches("button")) return;
    event.preventDefault();
    contact.requestSubmit();
  });
  kept.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    sent(form, form.action, (_good, told) => {
      kept.querySelector("p").textContent = told.said;
      form.hidden = true;
      first();
    });
  });

  const look = async () => {
    if (!contact.elements.purpose.value || !contact.elements.number.value.trim()) return;
    try {
      const answer = await fetch(contact.dataset.known, { method: "POST", body: new FormData(contact), credentials: "same-origin" });
      if (answer.ok && !answer.redirected) document.getElementById("known").innerHTML = await answer.text();
    } catch { /* what is entered does not depend on it */ }
  };
  contact.elements.purpose.addEventListener("change", look);
  contact.elements.number.addEventListener("change", look);
  restoreDraft();
  first();
}
