/* Lianxin 连心: small comforts. Everything works without this file. */
(() => {
  "use strict";
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));

  // Sending twice: the buttons go quiet after the first submit and wake up when the page comes back.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("data-repeatable")) return;
    if (form.hasAttribute("data-sent")) { event.preventDefault(); return; }
    form.setAttribute("data-sent", "");
    // Later, because a disabled button would not send its own value.
    setTimeout(() => all("button:not([type=button]):enabled", form).forEach((button) => {
      button.disabled = true;
      button.setAttribute("data-asleep", "");
    }), 0);
  });
  window.addEventListener("pageshow", () => {
    all("[data-sent]").forEach((form) => form.removeAttribute("data-sent"));
    all("[data-asleep]").forEach((button) => {
      button.disabled = false;
      button.removeAttribute("data-asleep");
    });
  });

  // Ctrl Enter sends a form that is filled in while somebody is on the telephone.
  document.addEventListener("keydown", (event) => {
    const form = event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.closest("form[data-hasty]");
    if (form) form.querySelector("button:not([type=button])").click();
  });

  // A busy address: the device shows beforehand that somebody sits before it, while he still writes.
  if (document.querySelector('meta[name=task]') && !document.querySelector('script[src="/pass.js"]')) {
    const script = document.createElement("script");
    script.src = "/pass.js";
    document.head.append(script);
  }

  // One group of the head line is open at a time; a press elsewhere and Escape close it.
  const fold = (but) => all(".navigation-group[open]").filter((group) => group !== but).forEach((group) => { group.open = false; });
  document.addEventListener("click", (event) => fold(event.target.closest(".navigation-group")));
  document.addEventListener("keydown", (event) => {
    const group = event.key === "Escape" && document.querySelector(".navigation-group[open]");
    if (!group) return;
    if (group.contains(document.activeElement)) group.querySelector("summary").focus();
    fold();
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-print]");
    if (!button) return;
    document.body.classList.toggle("slip-a4", button.dataset.print === "slip");
    window.print();
  });

  // Keys j k a r t, never while somebody types. Enter follows the focused row by itself.
  const typing = (node) => /^(TEXTAREA|SELECT)$/.test(node.tagName) || (node.tagName === "INPUT" && !/^(radio|checkbox)$/.test(node.type));
  document.addEventListener("keydown", (event) => {
    const list = document.querySelector("[data-keys]");
    const key = event.key;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (typing(event.target)) {
      if (list && key === "Escape") event.target.blur();
    } else if (key === "t") {
      const link = document.querySelector('a[data-key="t"]');
      if (link) link.click();
    } else if (!list) {
      return;
    } else if (key === "j" || key === "k") {
      const rows = all(".row-link", list);
      let at = rows.indexOf(document.activeElement);
      if (at < 0) at = rows.findIndex((row) => row.closest("[aria-current]"));
      const next = rows[at < 0 ? 0 : at + (key === "j" ? 1 : -1)];
      if (next) next.focus();
    } else if (key === "a" || key === "r") {
      const form = document.querySelector('[data-key="' + key + '"]');
      if (!form) return;
      const fold = form.closest("details");
      if (fold) fold.open = true;
      const field = all("input:not([type=hidden]):enabled, select:enabled, textarea:enabled, button:enabled", form)[0];
      if (field) field.focus();
      event.preventDefault();
    }
  });

  // How much may still be written; the words come from the page: data-left="还可以写 {n} 字" data-over="多了 {n} 字".
  all("textarea[data-limit]").forEach((area) => {
    const counter = document.createElement("p");
    counter.className = "counter";
    area.after(counter);
    const show = () => {
      const left = area.dataset.limit - Array.from(area.value).length;
      counter.textContent = ((left < 0 ? area.dataset.over : area.dataset.left) || "{n}").replace("{n}", Math.abs(left));
      counter.classList.toggle("late", left < 0);
      counter.setAttribute("aria-live", left < 0 ? "polite" : "off");
    };
    area.addEventListener("input", show);
    show();
  });

  // The names of the chosen photos and papers.
  document.addEventListener("change", (event) => {
    const input = event.target;
    if (input.type !== "file") return;
    let names = input.nextElementSibling;
    if (!names || names.className !== "file-names") {
      names = document.createElement("ul");
      names.className = "file-names";
      input.after(names);
    }
    names.textContent = "";
    Array.from(input.files).forEach((file) => {
      const item = document.createElement("li");
      item.textContent = file.name + " · " + (file.size < 1e6 ? Math.ceil(file.size / 1e3) + " KB" : (file.size / 1e6).toFixed(1) + " MB");
      names.append(item);
    });
  });

  // A receipt's QR code carries its digits behind the #, which no server sees.
  const receipt = document.querySelector("[data-from-hash]");
  if (receipt && /^#\d{20}$/.test(location.hash)) {
    receipt.value = location.hash.slice(1);
    history.replaceState(null, "", location.pathname);
  }

  const summary = document.querySelector(".error-summary");
  if (summary) summary.focus();
})();
