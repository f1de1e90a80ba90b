"use strict";
(() => {
  const get = (id) => document.getElementById(id);
  const cases = [...document.querySelectorAll(".case")];
  const level = (text) => text.normalize("NFKD").replace(/[\p{M}\u0640]/gu, "").replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه").toLowerCase();
  const texts = cases.map((one) => level(one.textContent));
  const fields = ["mark", "kind", "language", "search"];

  const filter = () => {
    const [mark, kind, language] = fields.map((id) => get(id).value);
    const words = level(get("search").value).split(/\s+/).filter(Boolean);
    let shown = 0;
    cases.forEach((one, place) => {
      const { mark: own, state, kind: ownKind, language: ownLanguage } = one.dataset;
      const there = (!mark || mark === own || mark === state) && (!kind || kind === ownKind)
        && (!language || language === ownLanguage) && words.every((word) => texts[place].includes(word));
      one.hidden = !there;
      shown += there;
    });
    get("shown").textContent = `${shown} of ${cases.length}`;
  };

  const reveal = () => {
    const wanted = location.hash.startsWith("#case-") && get(decodeURIComponent(location.hash.slice(1)));
    if (!wanted) return;
    if (wanted.hidden) { fields.forEach((id) => { get(id).value = ""; }); filter(); }
    const details = wanted.querySelector("details");
    details.open = true;
    wanted.scrollIntoView({ block: "start" });
    details.querySelector("summary").focus({ preventScroll: true });
  };

  get("filters").addEventListener("input", filter);
  get("filters").addEventListener("submit", (event) => event.preventDefault());
  get("open-all").addEventListener("click", (event) => {
    const open = event.target.textContent === "Open all";
    cases.forEach((one) => { one.querySelector("details").open = open; });
    event.target.textContent = open ? "Close all" : "Open all";
  });
  addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.closest("input, select")) { event.preventDefault(); get("search").focus(); }
    if (event.key === "Escape" && event.target.id === "search") { get("search").value = ""; filter(); }
  });

  // On paper nothing can be opened: the wrong cases are printed whole.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".case.wrong:not([hidden]) details:not([open])")];
    opened.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach((details) => { details.open = false; }));

  addEventListener("hashchange", reveal);
  filter();
  reveal();
})();
