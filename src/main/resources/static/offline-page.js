/* Lianxin 连心: the page for writing without a network, and what waits on this phone. */
(() => {
  "use strict";
  const root = document.querySelector("[data-offline-page]"), form = root.querySelector("form"), words = root.dataset;
  const able = window.isSecureContext && window.indexedDB && window.crypto && crypto.subtle && navigator.serviceWorker && window.LianxinOffline;
  if (!able) return;
  root.querySelector("[data-unable]").hidden = true;
  const store = LianxinOffline, says = root.querySelector("[data-says]"), faults = root.querySelector("[data-fault]");
  const SOONEST = 3000, LATEST = 300000;
  let writer = "";

  const say = (sentence) => {
    says.hidden = false;
    says.querySelector("span").textContent = sentence;
  };
  const fault = (sentence, field) => {
    faults.hidden = false;
    faults.querySelector("span").textContent = sentence;
    if (field) field.focus();
    faults.scrollIntoView({block: "center"});
  };

  // A name needs somebody who signed in on this phone before; without one the mine has to be said.
  const fit = () => {
    form.querySelectorAll("[data-known]").forEach((one) => { one.hidden = !writer; });
    root.querySelector("[data-unknown]").hidden = Boolean(writer);
    if (!writer) form.querySelector("[name=mode][value=ANONYMOUS]").checked = true;
    else if (!form.querySelector("[name=mode]:checked")) form.querySelector("[name=mode][value=NAMED]").checked = true;
  };

  const chosen = () => Array.from(form.querySelectorAll("input[type=file]")).reduce((all, input) => all.concat(Array.from(input.files)), []);
  const read = () => {
    const fields = form.elements;
    return {
      language: document.documentElement.lang === "en" ? "en" : "zh",
      mode: fields.mode.value, writer: fields.mode.value === "ANONYMOUS" ? "" : writer,
      kind: fields.kind.value, matter: fields.matter.value, place: fields.place.value.trim(),
      unit: Number(fields.unit.value) || 0, words: fields.text.value,
    };
  };
  const wrong = (draft, files) => {
    const fields = form.elements;
    if (!draft.words.trim() && files.length === 0) return [words.empty, fields.text];
    if (Array.from(draft.words).length > Number(fields.text.dataset.limit)) return [words.long, fields.text];
    if (files.length > Number(words.most)) return [words.many, fields.files];
    if (files.some((file) => file.size > 20971520)) return [words.large, fields.files];
    if (!draft.mode) return [words.mode, fields.mode[0]];
    return draft.mode === "ANONYMOUS" && !draft.unit ? [words.unit, fields.unit] : null;
  };

  // The one that is written again goes when the new one is kept.
  let busy = false, replaced = "";
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    faults.hidden = true;
    const draft = read(), files = chosen(), found = wrong(draft, files);
    if (found) { fault(found[0], found[1]); return; }
    busy = true;
    try {
      await store.save(draft, files);
      if (replaced) await store.remove(replaced);
      replaced = "";
      form.reset();
      form.elements.text.dispatchEvent(new Event("input"));
      form.querySelectorAll(".file-names").forEach((one) => { one.textContent = ""; });
      fit();
      say(words.saved);
      root.scrollIntoView();
      // Or the browser may throw it away when the phone gets full.
      if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
      await later();
      send();
    } catch (broken) {
      fault(broken && broken.name === "QuotaExceededError" ? words.full : words.broken, form.elements.text);
    } finally {
      busy = false;
    }
  });
  const later = async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration && registration.sync) await registration.sync.register("lianxin-send").catch(() => {});
  };

  const copy = (name) => root.querySelector("template[data-" + name + "]").content.firstElementChild.cloneNode(true);
  const fill = (node, name, value) => { node.querySelector("[data-" + name + "]").textContent = value; };
  const when = (time) => new Date(time).toLocaleString(document.documentElement.lang, {month: "short", day: "numeric", hour: "2-digit", minute: "2-digit"});
  // Twice, so that a slip of the finger takes nothing away.
  const twice = (button, doIt) => button.addEventListener("click", () => {
    if (button.dataset.asked) { doIt(); return; }
    button.dataset.asked = "yes";
    button.textContent = button.dataset.sure;
  });

  const waitingItem = (draft) => {
    const item = copy("waiting"), said = draft.content;
    fill(item, "when", when(draft.made));
    fill(item, "state", draft.state === "refused" ? words.refused : draft.state === "sign-in" ? words.signIn : words.waiting);
    fill(item, "why", draft.state === "refused" ? said.says || "" : "");
    item.querySelector("[data-sign-in]").hidden = draft.state !== "sign-in";
    fill(item, "words", said.words);
    fill(item, "files", said.files.length ? words.files.replace("{n}", said.files.length) : "");
    twice(item.querySelector("[data-discard]"), async () => {
      try {
        if (!(await store.discard(draft))) say(words.arrived);
      } catch (unsure) {
        say(words.unsure);
      }
      await show();
    });
    const again = item.querySelector("[data-again]");
    again.hidden = draft.state !== "refused";
    again.addEventListener("click", () => writeAgain(draft));
    return item;
  };
  // Back into the form; it will have a token of its own.
  const writeAgain = async (draft) => {
    const fields = form.elements, said = draft.content, files = new DataTransfer();
    fields.text.value = said.words; fields.matter.value = said.matter; fields.place.value = said.place; fields.unit.value = said.unit || "";
    fields.kind.value = said.kind; fields.mode.value = said.mode;
    (await store.filesOf(draft)).forEach((file) => files.items.add(file));
    fields.files.files = files.files;
    fields.files.dispatchEvent(new Event("change", {bubbles: true}));
    replaced = draft.id;
    fields.text.focus();
  };
  const receiptItem = (draft) => {
    const item = copy("receipt");
    fill(item, "when", when(draft.made));
    fill(item, "number", draft.content.number);
    draft.content.receipt.match(/\d{4}/g).forEach((group) => {
      const part = document.createElement("span");
      part.textContent = group;
      item.querySelector("[data-digits]").append(part, " ");
    });
    item.querySelector("[data-follow]").href = "/receipt#" + draft.content.receipt;
    item.querySelector("[data-have]").addEventListener("click", async () => { await store.remove(draft.id); await show(); });
    return item;
  };
  const show = async () => {
    const all = await store.list(), waiting = all.filter((one) => one.state !== "sent"), sent = all.filter((one) => one.state === "sent");
    const part = (name, items) => {
      const section = root.querySelector("[data-section=" + name + "]");
      section.hidden = items.length === 0;
      const list = section.querySelector("ul");
      list.textContent = "";
      list.append(...items);
    };
    part("waiting", waiting.map(waitingItem));
    part("receipts", sent.map(receiptItem));
    root.querySelector("[data-count]").textContent = words.count.replace("{n}", waiting.length);
    return waiting.length;
  };

  let pause = SOONEST, timer;
  const send = async (pressed) => {
    clearTimeout(timer);
    const offline = navigator.onLine === false;
    const left = offline ? (await show()) : await store.send();
    const waiting = await show();
    if (pressed && waiting > 0) say(words.still);
    if (left > 0) { timer = setTimeout(send, pause); pause = Math.min(pause * 2, LATEST); }
    else if (!offline) await store.sweep();
  };
  root.querySelector("[data-send]").addEventListener("click", () => { pause = SOONEST; send(true).catch(() => say(words.still)); });
  window.addEventListener("online", () => { pause = SOONEST; send(); });
  if (window.BroadcastChannel) new BroadcastChannel("lianxin-drafts").onmessage = () => show();

  (async () => {
    writer = await store.settings().then((known) => known.writer || "", () => "");
    fit();
    form.hidden = false;
    await show();
    await send();
  })();
})();
