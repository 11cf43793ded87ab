"use strict";
// The catalog's data as search and resolver ask for it. An image is a number: its place in the columns.
(() => {
  const { data } = window.sagepath;
  const { images } = data;
  const count = images.tag.length;

  const wordsOf = (bits, list) => list.filter((_, place) => bits >> place & 1);
  const bitOf = (word, list) => {
    const place = list.indexOf(word);
    return place < 0 ? 0 : 1 << place;
  };

  const regionIndex = new Map(data.regions.map(([id], index) => [id, index]));
  const frameworkIndex = new Map(data.frameworks.map(({ slug }, index) => [slug, index]));
  const familyByName = new Map(data.families.map((family) => [family.name, family]));

  const reference = (image) => {
    const [repository] = data.repositories[images.repository[image]];
    const tag = images.tag[image];
    return tag ? `${repository}:${tag}` : repository;
  };
  const host = (image, region) => {
    const [, table] = data.repositories[images.repository[image]];
    const [id, , suffix] = data.regions[region];
    return `${data.accounts[table][region]}.dkr.ecr.${id}.${suffix}/`;
  };
  const isOffered = (image, region) => data.offers[images.offer[image]].includes(region);

  window.sagepath.catalog = {
    data,
    images,
    numbers: Array.from({ length: count }, (_, image) => image),
    regionIndex,
    frameworkIndex,
    wordsOf,
    bitOf,
    reference,
    isOffered,

    host,

    // The registry path in a region; nothing where the region does not offer the image.
    path(image, region) {
      return isOffered(image, region) ? host(image, region) + reference(image) : null;
    },

    // The family of an instance type that exists.
    familyOf(instanceType) {
      const match = /^ml\.([^.]+)\.(.+)$/.exec(instanceType);
      const family = match && familyByName.get(match[1]);
      return family && family.sizes.includes(match[2]) ? family : null;
    },
    instanceTypes: data.families.flatMap(({ name, sizes }) => sizes.map((size) => `ml.${name}.${size}`)),

    // Whether an image may be alive on a day: where no source tells an end, it may.
    mayBeAlive(image, day) {
      const start = images.start[image];
      const end = images.end[image];
      return (!start || start <= day) && (!end || day < end);
    },
    today: () => new Date().toISOString().slice(0, 10),
  };

  // What both forms do with an element's address and their state.
  window.sagepath.form = {
    element(name, properties = {}, ...children) {
      const element = Object.assign(document.createElement(name), properties);
      element.append(...children);
      return element;
    },
    // A control under its label.
    field(label, control) {
      control.id = `field-${control.name}`;
      const text = Object.assign(document.createElement("label"), { htmlFor: control.id, textContent: label });
      const field = Object.assign(document.createElement("div"), { className: "field" });
      field.append(text, control);
      return field;
    },
    readState: () => Object.fromEntries(new URLSearchParams(location.search)),
    writeState(state) {
      const given = Object.entries(state).filter(([, value]) => value);
      const query = new URLSearchParams(given).toString();
      try {
        history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
      } catch { /* some browsers let pages from a folder keep no state */ }
    },
    // Fills a select with choices, [value, text] each, and keeps what is chosen.
    fill(select, placeholder, choices, chosen) {
      const options = choices.map(([value, text]) => new Option(text, value, false, value === chosen));
      select.replaceChildren(new Option(placeholder, "", false, !chosen), ...options);
    },
  };
})();
