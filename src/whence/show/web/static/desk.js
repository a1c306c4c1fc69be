/* What every page of the desk gains from a script.  Each page works without it; nothing here is needed to read or judge.
 *
 * data-key="d"            a button or link that the key D presses (letters only, never while one types)
 * data-rows               a list in which J and K (or the arrows, on the row itself) walk the elements with data-row; Enter opens
 * data-copy="words"       a button that copies those words (a citation, an address)
 * data-opens="id"         a button that opens the <dialog> with that id
 * data-hint="name"        a <details> hint: stays closed once the reader has closed it
 * data-say="words"        on content that htmx brings: read out by screen readers when it arrives
 * data-focus              on content that htmx brings: takes the focus when it arrives
 * data-auto               a form that sends itself when a choice in it changes
 * data-keys               a checkbox that switches single keys on and off, for those whom they surprise (speech input)
 */
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  const typing = (node) => node.closest("input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable]");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /* One region, read out politely. */
  const live = document.createElement("div");
  live.className = "vh";
  live.setAttribute("role", "status");
  document.body.append(live);
  const say = (words) => {
    live.textContent = "";
    setTimeout(() => { live.textContent = words; }, 50); // an empty moment, so that equal words are read out again
  };

  /* What stands in a region from the start is not read out by itself. */
  for (const notice of all("main > .notice:is([role=status], [role=alert])")) say(notice.textContent.trim());

  /* Keys. */
  const rows = () => all("[data-rows] [data-row]").filter((row) => row.getClientRects().length);
  const walk = (step) => {
    const found = rows();
    const at = found.findIndex((row) => row.contains(document.activeElement));
    const next = found[at < 0 ? (step > 0 ? 0 : found.length - 1) : at + step];
    if (!next) return false;
    (next.matches("a, button, [tabindex]") ? next : next.querySelector("a, button, [tabindex]"))?.focus();
    next.scrollIntoView({ block: "nearest" });
    return true;
  };
  const press = (key) => {
    const open = document.querySelector("dialog[open]");
    const found = all("[data-key]", open ?? document).find((b) => b.dataset.key.toLowerCase() === key && !b.disabled && b.getClientRects().length);
    if (!found) return false;
    found.matches("input, textarea, select") ? found.focus() : found.click();
    return true;
  };
  const acts = {
    j: () => walk(1),
    k: () => walk(-1),
    "/": () => { const box = document.querySelector("form.find input"); box?.focus(); box?.select(); return Boolean(box); },
    "?": () => { const help = document.getElementById("keys"); help?.showModal?.(); return Boolean(help); },
  };
  const silent = () => localStorage.getItem("keys") === "off";
  for (const box of all("[data-keys]")) {
    box.checked = !silent();
    box.addEventListener("change", () => localStorage.setItem("keys", box.checked ? "on" : "off"));
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") root.dataset.tips = "off"; // a tip that covers something can be sent away
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !(event.target instanceof Element)) return;
    if (silent() || typing(event.target) || event.target.closest(".viz-box")) return; // drawings have keys of their own
    const key = event.key.toLowerCase();
    if (press(key) || acts[event.key]?.() || acts[key]?.()) event.preventDefault();
  });
  document.addEventListener("pointermove", () => { delete root.dataset.tips; }, { passive: true });
  document.addEventListener("focusin", () => { delete root.dataset.tips; });

  /* Copying, dialogs, forms that send themselves. */
  document.addEventListener("click", async (event) => {
    const copy = event.target.closest("[data-copy]");
    if (copy) {
      await navigator.clipboard.writeText(copy.dataset.copy);
      say("Copied");
      copy.classList.add("done");
      setTimeout(() => copy.classList.remove("done"), 1500);
    }
    const opener = event.target.closest("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens)?.showModal();
  });
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-auto]");
    if (form && !event.target.matches("input[type=text], input[type=search], textarea")) form.requestSubmit();
  });

  /* Hints: only their names are remembered, nothing of the case. */
  const hints = (within) => {
    for (const hint of all("details[data-hint]", within)) {
      const name = `hint:${hint.dataset.hint}`;
      if (localStorage.getItem(name) === "closed") hint.open = false;
      hint.addEventListener("toggle", () => localStorage.setItem(name, hint.open ? "open" : "closed"));
    }
  };
  hints(document);

  /* What htmx brings. */
  document.addEventListener("htmx:afterSettle", (event) => {
    const fresh = event.detail.elt;
    hints(fresh);
    fresh.querySelector("[data-focus]")?.focus({ preventScroll: false });
    const words = (fresh.matches("[data-say]") ? fresh : fresh.querySelector("[data-say]"))?.dataset.say;
    if (words) say(words);
  });
  for (const name of ["htmx:sendError", "htmx:responseError"]) {
    document.addEventListener(name, () => say("That did not reach the desk. Is “whence serve” still running? Reload the page to try again."));
  }

  /* A target inside something folded is opened, so that a link to the words leads to the words. */
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let fold = target.closest("details:not(.fold)"); fold; fold = fold.parentElement.closest("details:not(.fold)")) fold.open = true;
    for (const fold of target.querySelectorAll(":scope > details.tellings")) fold.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  globalThis.desk = Object.freeze({ say });
})();
