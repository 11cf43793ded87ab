"use strict";
// The resolver: offers only what exists, so that each answer is one that the look-up gives. The data says for each image on
// which processors the look-up answers with it; the form never composes a question of its own.
(() => {
  const { catalog, form } = window.sagepath;
  const { data, images } = catalog;
  const place = document.querySelector("#resolver .fields");
  const answer = document.getElementById("answer");
  if (!place || !answer) return;

  const once = (words) => [...new Set(words)];
  const architectureOf = (row) => data.architectures[images.architecture[row.image]];
  const platformOf = (row) => data.platforms[images.platform[row.image]];
  // What tells images apart, in the order in which it is asked for: `of` gives the values of a row, and `usual` what the
  // look-up takes by silence.
  const FACETS = [
    { name: "scope", label: "Job type", of: (row) => catalog.wordsOf(images.scopes[row.image], data.scopes) },
    { name: "platform", label: "Platform", of: (row) => [platformOf(row)], usual: data.platforms[0] },
    { name: "version", label: "Version", of: (row) => [images.version[row.image]].filter(Boolean) },
    { name: "processor", label: "Processor", of: (row) => [row.processor] },
    { name: "architecture", label: "Architecture", of: (row) => [architectureOf(row)], usual: data.architectures[0] },
    { name: "base_framework", label: "Base framework", of: (row) => [images.base_framework[row.image]].filter(Boolean) },
    { name: "python", label: "Python", of: (row) => [images.python[row.image]].filter(Boolean) },
    { name: "sdk_version", label: "Neuron SDK", of: (row) => [images.neuron_sdk[row.image]].filter(Boolean) },
  ];

  const state = form.readState();
  const controls = new Map();
  const addControl = (name, label, control) => {
    control.name = name;
    const wrapper = form.field(label, control);
    control.addEventListener("input", () => {
      state[name] = control.value.trim();
      update();
    });
    place.append(wrapper);
    controls.set(name, { control, wrapper });
  };
  addControl("framework", "Framework", form.element("select"));
  addControl("region", "Region", form.element("select"));
  const instanceList = form.element("datalist", { id: "instance-types" });
  instanceList.append(...catalog.instanceTypes.map((name) => new Option(name, name)));
  const instance = form.element("input", { type: "text", placeholder: "any, or ml.g5.xlarge", spellcheck: false });
  instance.setAttribute("list", instanceList.id);
  place.append(instanceList);
  addControl("instance_type", "Instance type", instance);
  for (const { name, label } of FACETS) addControl(name, label, form.element("select"));

  const answered = once(images.framework.filter((_, image) => images.answers[image]));
  const frameworks = once([
    ...answered,
    ...data.frameworks.map((_, index) => index).filter((index) => Object.keys(data.frameworks[index].siblings).length),
  ]);
  const byTitle = (left, right) => left[1].localeCompare(right[1], "en");
  form.fill(
    controls.get("framework").control,
    "Choose a framework",
    frameworks.map((index) => [data.frameworks[index].slug, data.frameworks[index].title]).sort(byTitle),
    state.framework,
  );
  form.fill(
    controls.get("region").control,
    "Choose a region",
    data.regions
      .filter((_, index) => data.offers.some((offer) => offer.includes(index)))
      .map(([id, title]) => [id, `${id} – ${title}`]),
    state.region,
  );
  instance.value = state.instance_type ?? "";

  // The images that answer for a framework, each with a processor: its own, and those of the frameworks that hold its
  // images for some processors.
  const rowsOf = (framework, family) => {
    const { siblings } = data.frameworks[framework];
    const rows = [];
    for (const image of catalog.numbers) {
      const owner = images.framework[image];
      const wanted = family?.smdistributed && images.smdistributed[image];
      const bits = wanted ? images.runs_on[image] : images.answers[image];
      for (const processor of catalog.wordsOf(bits, data.processors)) {
        if ((siblings[processor] ?? framework) === owner) rows.push({ image, processor });
      }
    }
    if (!family) return rows;
    const fit = rows.filter((row) => row.processor === family.processor
      && (!family.architecture || family.architecture === architectureOf(row))
      && !family.except.includes(row.image));
    const preferred = (row) => fit.some((other) => images.smdistributed[other.image]
      && FACETS.every(({ of }) => of(other).join() === of(row).join()));
    return family.smdistributed ? fit.filter((row) => images.smdistributed[row.image] || !preferred(row)) : fit;
  };

  const say = (...children) => answer.replaceChildren(...children.map((child) => (
    typeof child === "string" ? form.element("p", {}, child) : child)));

  const found = (path) => form.element("p", { className: "found" }, form.element("code", {}, path));

  const command = (row, slug, family) => {
    const { image } = row;
    // An image that is made for no processor in particular is the answer without one, too.
    const processor = images.processor[image] || state.processor ? row.processor : "";
    const options = [
      ["version", images.version[image]],
      ["scope", state.scope || catalog.wordsOf(images.scopes[image], data.scopes)[0]],
      family ? ["instance-type", state.instance_type] : ["processor", processor],
      ["architecture", architectureOf(row) === data.architectures[0] ? "" : architectureOf(row)],
      ["platform", platformOf(row) === data.platforms[0] ? "" : platformOf(row)],
      ["base-framework", images.base_framework[image]],
      ["python", images.python[image]],
      ["sdk-version", images.neuron_sdk[image]],
      ["region", state.region],
    ];
    const words = options.filter(([, value]) => value).map(([name, value]) => ` --${name} ${value}`);
    return `sagepath uri ${slug}${words.join("")}`;
  };

  const tellOne = (rows, region, slug, family) => {
    const { image } = rows[0];
    const owner = data.frameworks[images.framework[image]];
    const facts = [images.listed[image] ? "Listed by a source." : "Composed by the SDK's rules: no source lists this tag."];
    const end = images.end[image];
    if (end) facts.push(end > catalog.today() ? `Patched until ${end}.` : `Ended on ${end}: it gets no more patches.`);
    if (images.deprecated[image]) facts.push("The documentation calls this version deprecated.");
    if (images.tag[image] === "latest") facts.push("The tag is for trying out: what it stands for changes.");
    const link = form.element("a", { href: `frameworks/${owner.slug}.html` }, `All about ${owner.title}`);
    const others = images.other_tags[image];
    const parts = [
      found(catalog.path(image, region)),
      form.element("p", {}, `${facts.join(" ")} `, link),
      ...(others ? [form.element("p", { className: "about" }, `Equal tags: ${others.split(" ").join(", ")}`)] : []),
      form.element("div", { className: "code" }, form.element("pre", { tabIndex: 0 }, command(rows[0], slug, family))),
    ];
    say(...parts);
  };

  const tellSeveral = (rows, region, open) => {
    const few = once(rows.map((row) => row.image));
    const shown = few.slice(0, 5);
    const question = open.length ? ` Choose ${open.map((label) => label.toLowerCase()).join(", ")}.` : "";
    say(`${few.length} images fit.${question}`, ...(few.length <= 5 ? shown.map((image) => found(catalog.path(image, region))) : []));
  };

  // Narrows the rows by each facet, and fills its control with what is left to choose.
  const narrow = (rows) => {
    const open = [];
    for (const { name, label, of, usual } of FACETS) {
      const { control, wrapper } = controls.get(name);
      const values = once(rows.flatMap(of));
      if (name === "version") values.reverse();
      const alias = (value) => rows.some((row) => images.version[row.image] === value
        && images.aliases[row.image].split(" ").includes(state[name]));
      const byAlias = name === "version" && state[name] ? values.find(alias) : "";
      const given = values.includes(state[name]) ? state[name] : byAlias;
      state[name] = given || "";
      const chosen = given || (values.includes(usual) ? usual : "");
      // What cannot change the answer is not asked for.
      wrapper.hidden = values.length < 2 || (!given && isOneImage(rows));
      form.fill(control, "Choose", values.map((value) => [value, value]), chosen);
      if (chosen) rows = rows.filter((row) => of(row).includes(chosen));
      else if (values.length > 1 && new Set(rows.map((row) => of(row).join())).size > 1) open.push(label);
    }
    return { rows, open };
  };

  const isOneImage = (rows) => rows.every(({ image }) => image === rows[0].image);

  const update = () => {
    const framework = catalog.frameworkIndex.get(state.framework);
    const region = catalog.regionIndex.get(state.region);
    const family = state.instance_type ? catalog.familyOf(state.instance_type) : null;
    const unknown = Boolean(state.instance_type) && !family;
    instance.setAttribute("aria-invalid", String(unknown));
    if (framework === undefined || region === undefined || unknown) {
      for (const { name } of FACETS) controls.get(name).wrapper.hidden = true;
      say(unknown ? `Instance type ${state.instance_type} is not known.` : "Choose a framework and a region.");
      form.writeState(state);
      return;
    }
    const all = rowsOf(framework, family);
    const offered = all.filter((row) => catalog.isOffered(row.image, region));
    const { title, slug } = data.frameworks[framework];
    const { rows, open } = narrow(offered);
    form.writeState(state);
    if (offered.length === 0) {
      const where = all.length ? ` in ${state.region}` : "";
      say(`No image of ${title} is known${family ? ` for ${state.instance_type}` : ""}${where}.`);
      return;
    }
    if (isOneImage(rows)) tellOne(rows, region, slug, family);
    else tellSeveral(rows, region, open);
    window.sagepath.addCopyButtons?.(answer);
  };

  document.getElementById("resolver").addEventListener("submit", (event) => event.preventDefault());
  update();
})();
