"use strict";
// A field that narrows a list or the tables of a page to what has all the words in it.
(() => {
  for (const place of document.querySelectorAll("[data-filter]")) {
    const target = document.getElementById(place.dataset.filter);
    if (!target) continue;
    const label = document.createElement("label");
    const field = document.createElement("input");
    field.type = "search";
    label.append("Narrow the list", field);
    place.append(label);
    field.addEventListener("input", () => {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const item of target.querySelectorAll("li, tbody tr")) {
        const text = item.textContent.toLowerCase();
        item.hidden = !words.every((word) => text.includes(word));
      }
    });
  }
})();
