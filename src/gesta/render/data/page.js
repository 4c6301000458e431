"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const words = (text) => (text || "").split(" ").filter(Boolean);

  // Every element that stands for an item, by the item's anchor.
  const shown = new Map();
  for (const node of all("[data-i]"))
    for (const item of words(node.dataset.i)) {
      if (!shown.has(item)) shown.set(item, []);
      shown.get(item).push(node);
    }
  const nodes = (item) => shown.get(item) || [];
  const card = (item) => document.getElementById(item);
  const size = (item) => nodes(item).filter((n) => n.classList.contains("seg")).reduce((sum, n) => sum + n.textContent.length, 0);

  let chosen = null;
  const clear = (name) => all("." + name).forEach((node) => node.classList.remove(name));
  const untag = () => all("[data-tag]").forEach((node) => { delete node.dataset.tag; node.classList.remove("part"); });

  const roleNames = { actors: "who", recipients: "to whom", places: "where", time: "when", number: "how many", victims: "whose" };

  // The words that filled each role: named above the first segment of each run.
  function tag(item) {
    let before = "";
    for (const node of nodes(item).filter((n) => n.classList.contains("seg"))) {
      const roles = words(node.dataset.r).filter((r) => r.startsWith(item + ":")).map((r) => r.slice(item.length + 1));
      const name = roles.filter((r) => r !== "mention" && r !== "leftover").map((r) => roleNames[r] || r).join(", ");
      if (name) node.classList.add("part");
      if (name && name !== before) node.dataset.tag = name;
      before = name;
    }
  }

  const peek = document.createElement("div");
  peek.className = "peek";
  peek.hidden = true;
  peek.setAttribute("role", "status");
  const peekText = document.createElement("span");
  const peekOpen = document.createElement("button");
  peekOpen.type = "button";
  peekOpen.textContent = "Show";
  const peekClose = document.createElement("button");
  peekClose.type = "button";
  peekClose.textContent = "Close";
  peek.append(peekText, peekOpen, peekClose);
  document.body.append(peek);
  peekOpen.addEventListener("click", () => { if (chosen) reveal(chosen, true); peek.hidden = true; });
  peekClose.addEventListener("click", () => choose(null));

  function openUp(node) {
    for (let at = node; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
      if (at.classList.contains("list") && at.hidden) showTab(document.getElementById(at.id + "-tab"));
    }
  }

  const beside = () => matchMedia("(min-width: 56.01rem)").matches;

  function reveal(item, always) {
    const target = card(item);
    if (!target) return;
    openUp(target);
    const detail = target.querySelector(":scope > details");
    if (detail) detail.open = true;
    const panel = target.closest(".panel");
    if (panel && beside()) panel.scrollTop += target.getBoundingClientRect().top - panel.getBoundingClientRect().top - 90;
    else if (always) target.scrollIntoView({ block: "center" });
  }

  function choose(item) {
    clear("on");
    untag();
    if (chosen && chosen !== item) {
      const detail = card(chosen) && card(chosen).querySelector(":scope > details");
      if (detail) detail.open = false;
    }
    chosen = item;
    peek.hidden = true;
    if (!item) return;
    nodes(item).forEach((node) => node.classList.add("on"));
    tag(item);
  }

  function fromText(item) {
    choose(item);
    reveal(item, false);
    const chip = document.getElementById("t-" + item);
    if (!beside() && card(item)) {
      peekText.textContent = chip ? chip.getAttribute("aria-label") : card(item).innerText.split("\n")[0];
      peek.hidden = false;
    }
  }

  function toText(item) {
    choose(item);
    const first = nodes(item).find((n) => n.classList.contains("seg"));
    if (first) first.scrollIntoView({ block: "center" });
  }

  // Events and figures before statements, statements before names, the smallest first; a second click takes the next one.
  function under(segment) {
    const items = words(segment.dataset.i).filter((i) => card(i) && !card(i).classList.contains("off"));
    const layer = (i) => (card(i).matches(".event, .figure") ? 0 : card(i).matches(".statement") ? 1 : 2);
    items.sort((a, b) => layer(a) - layer(b) || size(a) - size(b));
    return items[(items.indexOf(chosen) + 1) % items.length];
  }

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return;
    const ref = event.target.closest("a.ref, a.chip, a.place, .map a");
    if (ref) {
      const goal = decodeURIComponent((ref.getAttribute("href") || "").slice(1));
      event.preventDefault();
      if (goal.startsWith("t-")) toText(goal.slice(2));
      else if (ref.classList.contains("chip")) fromText(goal);
      else { choose(goal); reveal(goal, true); }
      return;
    }
    if (event.target.closest("a, button, summary, select, input, label")) return;
    const segment = event.target.closest(".passages .seg");
    if (segment) {
      if (String(getSelection())) return;
      const item = under(segment);
      if (item) fromText(item);
      return;
    }
    const other = event.target.closest("[data-i]");
    if (other && !String(getSelection())) {
      const item = words(other.dataset.i)[0];
      const detail = other.querySelector(":scope > details");
      choose(chosen === item ? null : item);
      if (detail) detail.open = chosen === item;
    }
  });

  // Pointing at or moving to an item lights it up everywhere.
  function light(event) {
    clear("hot");
    const node = event.target instanceof Element && event.target.closest("[data-i]");
    if (node && event.type !== "mouseout") for (const item of words(node.dataset.i)) nodes(item).forEach((n) => n.classList.add("hot"));
  }
  for (const name of ["mouseover", "mouseout", "focusin"]) document.addEventListener(name, light);

  // Tabs
  function showTab(tab) {
    const tabs = all(".tab", tab.parentElement);
    for (const one of tabs) {
      const active = one === tab;
      one.setAttribute("aria-selected", String(active));
      one.tabIndex = active ? 0 : -1;
      document.getElementById(one.getAttribute("aria-controls")).hidden = !active;
    }
    const panel = tab.closest(".panel");
    if (panel) panel.scrollTop = 0;
  }
  for (const bar of all(".tabs")) {
    bar.setAttribute("role", "tablist");
    const tabs = all(".tab", bar);
    for (const [at, tab] of tabs.entries()) {
      const list = tab.getAttribute("href").slice(1);
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", list);
      document.getElementById(list).setAttribute("role", "tabpanel");
      document.getElementById(list).setAttribute("aria-labelledby", tab.id);
      tab.addEventListener("click", (event) => { event.preventDefault(); showTab(tab); });
      tab.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!step) return;
        event.preventDefault();
        const next = tabs[(at + step + tabs.length) % tabs.length];
        showTab(next);
        next.focus();
      });
    }
    if (tabs.length) showTab(tabs[0]);
  }

  // Narrowing by claimant and era
  for (const report of all(".report")) {
    const voice = report.querySelector(".by");
    const past = report.querySelector(".with-past");
    if (!voice || !past) continue;
    const narrow = () => {
      const off = new Set();
      for (const item of all(".card[data-by]", report)) {
        const hidden = (voice.value !== "" && !words(item.dataset.by).includes(voice.value)) || (!past.checked && item.classList.contains("past"));
        if (hidden) off.add(item.dataset.i);
      }
      for (const node of all("[data-i]", report)) {
        const items = words(node.dataset.i);
        if (node.matches(".seg, .chip, .card, .timeline tr, .matrix li")) node.classList.toggle("off", items.every((i) => off.has(i) || !card(i) || card(i).matches(".who, tr")) && items.some((i) => off.has(i)));
      }
    };
    voice.addEventListener("change", narrow);
    past.addEventListener("change", narrow);
  }

  // Keys: Escape lets go; j and k walk through the items of the report in the order of the text.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, input")) return;
    if (event.key === "Escape") return choose(null);
    if (event.key !== "j" && event.key !== "k") return;
    const report = (chosen && card(chosen) && card(chosen).closest(".report")) || all(".report").find((r) => r.offsetParent);
    if (!report) return;
    const order = all(".chip:not(.off)", report).map((chip) => chip.dataset.i);
    const at = order.indexOf(chosen) + (event.key === "j" ? 1 : -1);
    const next = order[Math.max(0, Math.min(order.length - 1, at))];
    if (!next) return;
    fromText(next);
    document.getElementById("t-" + next).scrollIntoView({ block: "center" });
  });

  // Links into closed reports open them.
  function arrive() {
    let goal = "";
    try { goal = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const target = goal && document.getElementById(goal);
    if (!target) return;
    openUp(target);
    if (shown.has(goal)) choose(goal);
    target.scrollIntoView();
  }
  addEventListener("hashchange", arrive);
  document.addEventListener("click", (event) => {
    const inside = event.target instanceof Element && event.target.closest('a[href^="#"]');
    if (inside && !event.defaultPrevented && inside.getAttribute("href") === location.hash) arrive();
  });
  arrive();

  // Paper shows everything.
  let closed = [];
  addEventListener("beforeprint", () => { closed = all("details.fold:not([open])"); closed.forEach((fold) => { fold.open = true; }); });
  addEventListener("afterprint", () => closed.forEach((fold) => { fold.open = false; }));

  for (const button of all(".save"))
    button.addEventListener("click", () => {
      const records = JSON.parse(document.getElementById("records").textContent);
      const record = records[Number(button.dataset.report.slice(1, -1)) - 1];
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([JSON.stringify(record, null, 2) + "\n"], { type: "application/json" }));
      link.download = String(record.report.id).replace(/[^0-9A-Za-z]/g, "").slice(0, 16) + ".json";
      link.click();
      URL.revokeObjectURL(link.href);
    });
})();
