"use strict";
// A button beside each path and each piece of code that copies it.
(() => {
  const copy = async (text) => {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    // Pages opened from a folder or over plain HTTP have no clipboard of their own.
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "visually-hidden";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (!done) throw new Error("the browser does not let pages copy");
  };

  const say = (text) => {
    const status = document.getElementById("status");
    if (status) status.textContent = text;
  };

  const button = (source) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    const text = () => source.textContent.trim();
    button.setAttribute("aria-label", source.tagName === "PRE" ? "Copy the code" : `Copy ${text()}`);
    button.addEventListener("click", async () => {
      try {
        await copy(text());
        button.textContent = "Copied";
        say(`Copied ${source.tagName === "PRE" ? "the code" : text()}`);
      } catch {
        button.textContent = "Failed";
        say("Could not copy");
      }
      button.focus();
      setTimeout(() => { button.textContent = "Copy"; }, 1500);
    });
    return button;
  };

  window.sagepath = window.sagepath || {};
  // Adds buttons to the paths and the code within an element.
  window.sagepath.addCopyButtons = (within) => {
    for (const code of within.querySelectorAll("td.path > code, .found > code, .code > pre")) {
      if (!code.parentElement.querySelector(":scope > .copy")) code.after(button(code));
    }
  };
  window.sagepath.addCopyButtons(document);
})();
