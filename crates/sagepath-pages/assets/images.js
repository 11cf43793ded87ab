"use strict";
// The search over all images: words and filters, with their state in the address.
(() => {
  const { catalog, form } = window.sagepath;
  const { data, images } = catalog;
  const search = document.getElementById("search");
  const results = document.getElementById("results");
  const count = document.getElementById("count");
  const fields = search.querySelector(".fields");
  const SHOWN_AT_ONCE = 150;

  const state = form.readState();
  const title = (image) => data.frameworks[images.framework[image]].title;
  const scopes = (image) => catalog.wordsOf(images.scopes[image], data.scopes);
  const order = catalog.numbers
    .filter((image) => !images.withheld[image])
    .sort((left, right) => title(left).localeCompare(title(right), "en") || right - left);
  // What the words are looked for in: what a reader sees of an image, and what it is called elsewhere.
  const haystack = images.tag.map((_, image) => [
    title(image), data.frameworks[images.framework[image]].slug, images.version[image], images.aliases[image],
    catalog.reference(image), images.other_tags[image], images.cuda[image], images.base_framework[image],
    images.processor[image], images.python[image], ...scopes(image),
  ].join(" ").toLowerCase());

  const once = (words) => [...new Set(words)].filter(Boolean);
  const sorted = (words) => once(words).sort((left, right) => left.localeCompare(right, "en", { numeric: true }));
  const plain = (words) => words.map((word) => [word, word]);
  const FILTERS = [
    {
      name: "region", label: "Region", all: "Any region",
      choices: () => data.regions.map(([id, name]) => [id, `${id} – ${name}`]),
      passes: (image, value) => catalog.isOffered(image, catalog.regionIndex.get(value)),
    },
    {
      name: "framework", label: "Framework", all: "All frameworks",
      choices: () => once(order.map((image) => data.frameworks[images.framework[image]].slug))
        .map((slug) => [slug, data.frameworks[catalog.frameworkIndex.get(slug)].title]),
      passes: (image, value) => images.framework[image] === catalog.frameworkIndex.get(value),
    },
    {
      name: "version", label: "Version", all: "All versions",
      choices: () => plain(once(order.filter((image) => !state.framework
        || data.frameworks[images.framework[image]].slug === state.framework).map((image) => images.version[image]))),
      passes: (image, value) => images.version[image] === value || images.aliases[image].split(" ").includes(value),
      needs: "framework",
    },
    {
      name: "scope", label: "Job type", all: "All job types",
      choices: () => plain(data.scopes),
      passes: (image, value) => scopes(image).includes(value),
    },
    {
      name: "processor", label: "Runs on", all: "All processors",
      choices: () => plain(data.processors),
      passes: (image, value) => Boolean(images.runs_on[image] & catalog.bitOf(value, data.processors)),
    },
    {
      name: "python", label: "Python", all: "All Pythons",
      choices: () => plain(sorted(images.python)),
      passes: (image, value) => images.python[image] === value,
    },
  ];
  const CHECKS = [
    { name: "alive", label: "Alive today", passes: (image) => catalog.mayBeAlive(image, catalog.today()) },
    { name: "listed", label: "Listed by a source", passes: (image) => Boolean(images.listed[image]) },
  ];

  const query = search.elements.q;
  query.value = state.q ?? "";
  query.addEventListener("input", () => { state.q = query.value; update(); });
  for (const filter of FILTERS) {
    filter.control = form.element("select", { name: filter.name });
    filter.wrapper = form.field(filter.label, filter.control);
    filter.control.addEventListener("input", () => { state[filter.name] = filter.control.value; update(); });
    fields.append(filter.wrapper);
  }
  for (const check of CHECKS) {
    check.control = form.element("input", { type: "checkbox", name: check.name, checked: Boolean(state[check.name]) });
    check.control.addEventListener("input", () => { state[check.name] = check.control.checked ? "1" : ""; update(); });
    fields.append(form.element("label", { className: "check" }, check.control, check.label));
  }

  const cell = (text) => form.element("td", {}, text);
  const row = (image, region) => {
    const framework = data.frameworks[images.framework[image]];
    const link = form.element("a", { href: `frameworks/${framework.slug}.html` }, framework.title);
    const name = form.element("th", { scope: "row" }, link);
    const host = region === undefined ? "" : catalog.host(image, region);
    const parts = [host, catalog.reference(image)].filter(Boolean).map((part) => form.element("span", {}, part));
    const code = form.element("code", {}, ...parts);
    const end = form.element("td", {}, form.element("time", {}, images.end[image]));
    const ended = images.end[image] && images.end[image] <= catalog.today();
    if (ended) end.append(" ", form.element("b", { className: "badge" }, "ended"));
    return form.element(
      "tr", { className: ended ? "ended" : "" }, name, cell(images.version[image]),
      form.element("td", { className: "path" }, code), cell(scopes(image).join(", ")), cell(images.processor[image]),
      cell(images.python[image]), cell(images.cuda[image]), end, cell(images.listed[image] ? "listed" : "derived"),
    );
  };
  const COLUMNS = [
    "Framework", "Version", "Registry path", "Job types", "Processor", "Python", "CUDA", "Patched until", "Evidence",
  ];
  const table = (found, region) => {
    const header = form.element("tr", {}, ...COLUMNS.map((column) => form.element("th", { scope: "col" }, column)));
    return form.element(
      "table", { className: "images" }, form.element("thead", {}, header),
      form.element("tbody", {}, ...found.map((image) => row(image, region))),
    );
  };

  const show = (found, region, limit) => {
    if (found.length === 0) {
      results.replaceChildren(form.element("p", { className: "note" }, "No image has all of it. Take a word or a filter away."));
      return;
    }
    results.replaceChildren(table(found.slice(0, limit), region));
    if (found.length > limit) {
      const more = form.element("button", { type: "button" }, `Show all ${found.length}`);
      more.addEventListener("click", () => {
        show(found, region, found.length);
        results.querySelectorAll("tbody a")[limit]?.focus();
      });
      results.append(form.element("p", {}, more));
    }
    window.sagepath.addCopyButtons?.(results);
  };

  const update = () => {
    for (const filter of FILTERS) {
      const choices = filter.choices();
      if (!choices.some(([value]) => value === state[filter.name])) state[filter.name] = "";
      form.fill(filter.control, filter.all, choices, state[filter.name]);
      filter.wrapper.hidden = Boolean(filter.needs) && !state[filter.needs];
      if (filter.wrapper.hidden) state[filter.name] = "";
    }
    form.writeState(state);
    const words = (state.q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const active = [
      ...FILTERS.filter(({ name }) => state[name]).map(({ name, passes }) => (image) => passes(image, state[name])),
      ...CHECKS.filter(({ name }) => state[name]).map(({ passes }) => passes),
    ];
    const found = order.filter((image) => words.every((word) => haystack[image].includes(word))
      && active.every((passes) => passes(image)));
    count.textContent = `${found.length} of ${order.length} images`;
    show(found, catalog.regionIndex.get(state.region), SHOWN_AT_ONCE);
  };

  search.addEventListener("submit", (event) => event.preventDefault());
  update();
})();
