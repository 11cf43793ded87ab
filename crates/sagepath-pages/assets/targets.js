"use strict";
// Code for many tools at once: shows the one that the reader chose, on every page.
(() => {
  const key = "sagepath-target";
  const stored = () => {
    try { return localStorage.getItem(key); } catch { return null; }
  };
  const store = (target) => {
    try { localStorage.setItem(key, target); } catch { /* nothing to do */ }
  };
  const groups = [...document.querySelectorAll(".targets")];

  const show = (target) => {
    for (const group of groups) {
      const panels = [...group.querySelectorAll(":scope > [data-target]")];
      const chosen = panels.some((panel) => panel.dataset.target === target) ? target : panels[0].dataset.target;
      for (const panel of panels) panel.classList.toggle("shown", panel.dataset.target === chosen);
      for (const tab of group.querySelectorAll("[role=tab]")) {
        const selected = tab.dataset.target === chosen;
        tab.setAttribute("aria-selected", String(selected));
        tab.tabIndex = selected ? 0 : -1;
      }
    }
  };

  const choose = (target) => {
    store(target);
    show(target);
  };

  for (const group of groups) {
    const list = document.createElement("div");
    list.className = "tabs";
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", "Code for");
    for (const panel of group.querySelectorAll(":scope > [data-target]")) {
      const heading = panel.querySelector(".tool");
      const tab = document.createElement("button");
      tab.type = "button";
      tab.setAttribute("role", "tab");
      tab.dataset.target = panel.dataset.target;
      tab.textContent = heading.textContent;
      tab.id = `${panel.id}-tab`;
      tab.setAttribute("aria-controls", panel.id);
      tab.addEventListener("click", () => choose(tab.dataset.target));
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", tab.id);
      list.append(tab);
    }
    list.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const tabs = [...list.children];
      const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length];
      next.focus();
      choose(next.dataset.target);
      event.preventDefault();
    });
    group.prepend(list);
    group.classList.add("ready");
  }
  if (groups.length > 0) show(stored());
})();
