
(() => {
  const all = (css, within = document) => [...within.querySelectorAll(css)];
  const root = document.documentElement, form = document.forms.filter;
  const items = all("[data-articles]"), cards = all(".finding"), words = new Map();
  const has = (list, one) => !one || list.includes(` ${one} `);
  const text = (item) => words.get(item) ?? words.set(item, item.textContent.toLowerCase()).get(item);

  const filter = () => {
    const wanted = new FormData(form), severities = wanted.getAll("severity"), category = wanted.get("category");
    const sought = wanted.get("words").trim().toLowerCase();
    for (const item of items) {
      const { severity, category: own, articles, speakers } = item.dataset;
      item.hidden = !(has(articles, wanted.get("article")) && has(speakers, wanted.get("speaker")) &&
        (!severity || severities.includes(severity)) && (!own || !category || own === category) &&
        (!sought || text(item).includes(sought)));
    }
    for (const group of all("[data-group]")) group.hidden = !group.querySelector(".finding:not([hidden])");
    const left = cards.filter((card) => !card.hidden).length;
    form.elements.shown.value = `${left} of ${cards.length} shown.`;
    document.getElementById("nothing").hidden = left > 0;
  };

  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (form && target.closest("[data-articles][hidden]")) { form.reset(); filter(); }
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    target.scrollIntoView();
  };

  if (form) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    document.getElementById("all").addEventListener("click", () => form.reset());
    document.getElementById("findings").addEventListener("keydown", (event) => {
      const step = { j: 1, k: -1 }[event.key], here = event.target.closest(".finding");
      if (!step || !here || event.ctrlKey || event.metaKey || event.altKey) return;
      const open = cards.filter((card) => !card.hidden), next = open[open.indexOf(here) + step];
      if (next) { next.querySelector(".number").focus(); next.scrollIntoView({ block: "start" }); }
    });
    filter();
  }

  const theme = document.getElementById("theme");
  theme.hidden = false;
  theme.addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme:dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });

  let closed = [];
  addEventListener("beforeprint", () => { for (const one of all("details:not([open])")) { one.open = true; closed.push(one); } });
  addEventListener("afterprint", () => { for (const one of closed) one.open = false; closed = []; });
  addEventListener("hashchange", reveal);
  reveal();
})();
