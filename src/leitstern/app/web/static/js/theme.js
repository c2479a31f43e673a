// Runs before the page is drawn, so that the chosen theme never flashes.
"use strict";
{
  let theme = null;
  try { theme = localStorage.getItem("theme"); } catch { /* storage may be closed to us; the system decides */ }
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
}
