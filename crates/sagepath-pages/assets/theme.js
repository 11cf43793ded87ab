"use strict";
// Before the page is painted: what the reader chose. After: the button that chooses.
(() => {
  const root = document.documentElement;
  const choices = ["system", "light", "dark"];
  root.classList.add("scripted");

  // Pages opened from a folder may have no storage; then a choice lasts for the page.
  const stored = () => {
    try { return localStorage.getItem("sagepath-theme"); } catch { return null; }
  };
  const store = (choice) => {
    try { localStorage.setItem("sagepath-theme", choice); } catch { /* nothing to do */ }
  };

  let choice = choices.includes(stored()) ? stored() : "system";
  const apply = () => {
    if (choice === "system") delete root.dataset.theme;
    else root.dataset.theme = choice;
  };
  apply();

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    if (!button) return;
    const label = () => { button.textContent = `Theme: ${choice}`; };
    label();
    button.addEventListener("click", () => {
      choice = choices[(choices.indexOf(choice) + 1) % choices.length];
      store(choice);
      apply();
      label();
    });
  });
})();
