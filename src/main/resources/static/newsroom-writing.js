/* Lianxin 连心: keeps what is written, at the server every few seconds and on this device until it is there. Without this file the buttons do it. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-writing]");
  if (!form || !window.fetch || !window.FormData || !window.URLSearchParams) return;
  const words = form.dataset, was = form.elements.was, says = document.querySelector("[data-writing-state]"), asked = document.querySelector("[data-recovery]");
  const SOON = 6000, AGAIN = 10000, PATIENCE = 20000, SHORTLY = 700, STORE = "lianxin-writing", OLDEST = 14 * 24 * 3600 * 1000;
  const able = words.writing === "here" && window.isSecureContext && window.indexedDB && window.crypto && crypto.subtle;

  // What is typed, without files and without what a single press decides.
  const NOT = /^(was|consent|settle)$|^(remove|file|new|mine|theirs)-|^answer/;
  const typed = () => Array.from(new FormData(form).entries()).filter(([name, value]) => typeof value === "string" && !NOT.test(name)).map(([name, value]) => [name, value.replace(/\r\n?/g, "\n")]);
  const written = () => JSON.stringify(typed());
  const now = () => new Date().toTimeString().slice(0, 5);
  const say = (sentence, late) => {
    says.textContent = sentence;
    says.classList.toggle("late", Boolean(late));
  };

  // On this device, sealed by a key that no script can take away, as reports without a network are; gone when it is saved or he signs out.
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const within = async (mode, work) => {
    const opening = indexedDB.open(STORE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("texts", {keyPath: "id"});
    const database = await done(opening);
    try {
      return await done(work(database.transaction("texts", mode).objectStore("texts")));
    } finally {
      database.close();
    }
  };
  const place = () => words.writer + " " + form.getAttribute("action");
  const keepHere = async (sent) => {
    if (!able) return;
    const id = place(), iv = crypto.getRandomValues(new Uint8Array(12));
    const bytes = new TextEncoder().encode(JSON.stringify({typed: typed(), was: was.value}));
    const key = await crypto.subtle.generateKey({name: "AES-GCM", length: 256}, false, ["encrypt", "decrypt"]);
    const sealed = await crypto.subtle.encrypt({name: "AES-GCM", iv}, key, bytes);
    await within("readwrite", (store) => store.put({id, key, iv, sealed, at: Date.now(), sent: Boolean(sent)}));
  };
  const forgetHere = (id) => able ? within("readwrite", (store) => store.delete(id || place())) : Promise.resolve();
  const keptHere = async () => {
    const kept = able && await within("readonly", (store) => store.get(place()));
    if (!kept) return null;
    const bytes = await crypto.subtle.decrypt({name: "AES-GCM", iv: kept.iv}, kept.key, kept.sealed);
    return Object.assign(JSON.parse(new TextDecoder().decode(bytes)), {at: kept.at, sent: kept.sent});
  };
  const sweep = async () => {
    const all = await within("readonly", (store) => store.getAll());
    for (const one of all) if (Date.now() - one.at > OLDEST) await forgetHere(one.id);
  };

  let last = written(), changedAt = 0, timer = 0, shortly = 0, sending = null, over = false;
  const changed = () => written() !== last;

  const answered = async (answer, sent, id) => {
    if (answer.ok && /json/.test(answer.headers.get("Content-Type") || "")) {
      const kept = await answer.json();
      if (kept.state === "elsewhere") {
        // Putting together is for the server, with everything in view: the button does it.
        over = true;
        say(words.elsewhere, true);
        return "elsewhere";
      }
      was.value = kept.was;
      last = sent;
      if (id !== words.writer + " /newsroom/drafts/" + kept.draft) {
        form.setAttribute("action", "/newsroom/drafts/" + kept.draft);
        history.replaceState(null, "", "/newsroom/drafts/" + kept.draft);
      }
      clearTimeout(shortly);
      await forgetHere(id).catch(() => {});
      if (changed()) await keepHere().catch(() => {});
      say(words.saved.replace("{at}", kept.at));
      return "saved";
    }
    if (answer.status === 404) {
      over = true;
      say(words.gone, true);
      return "elsewhere";
    }
    say(answer.type === "opaqueredirect" || answer.status === 401 ? words.signIn : able ? words.offline : words.unsaved, true);
    return "failed";
  };
  const save = (beforeLeaving) => {
    if (sending) return sending.then(() => changed() && !over ? save(beforeLeaving) : "saved");
    if (over) return Promise.resolve("elsewhere");
    if (!changed()) return Promise.resolve("saved");
    clearTimeout(timer);
    timer = 0;
    if (navigator.onLine === false) {
      say(able ? words.offline : words.unsaved, true);
      return Promise.resolve("failed");
    }
    const sent = written(), id = place(), body = new URLSearchParams(typed()), stop = new AbortController(), patience = setTimeout(() => stop.abort(), PATIENCE);
    body.append("was", was.value);
    sending = fetch(form.getAttribute("action") + "/autosave", {
      method: "POST", body, signal: stop.signal, redirect: "manual", cache: "no-store", credentials: "same-origin",
      keepalive: Boolean(beforeLeaving) && body.toString().length < 60000, headers: {Accept: "application/json"},
    }).then((answer) => answered(answer, sent, id), () => {
      say(able ? words.offline : words.unsaved, true);
      return "failed";
    }).then((how) => {
      clearTimeout(patience);
      sending = null;
      if (changed() && !over && !timer) timer = setTimeout(save, how === "failed" ? AGAIN : SOON);
      return how;
    });
    return sending;
  };
  const noticed = () => {
    if (!changed()) return;
    if (!timer && !sending && !over) timer = setTimeout(save, SOON);
    clearTimeout(shortly);
    shortly = setTimeout(() => keepHere().catch(() => {}), SHORTLY);
  };
  form.addEventListener("input", noticed);
  form.addEventListener("change", noticed);
  window.addEventListener("online", () => { if (changed()) save(); });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden" && changed()) save(true); });

  // First what is typed is safe at the server, then the files go along with it. Where that fails a second press goes through all the same.
  let through = false, failed = "";
  form.addEventListener("submit", (event) => {
    if (through || over || !changed()) {
      if (over) keepHere(true).catch(() => {});
      return;
    }
    event.preventDefault();
    const press = event.submitter;
    save().then((how) => {
      if (how === "failed" && failed !== written()) {
        failed = written();
        says.scrollIntoView({block: "center"});
        return;
      }
      through = true;
      if (form.requestSubmit) form.requestSubmit(press); else press.click();
      through = false;
    });
  });

  const fill = (kept) => {
    const fields = new Map(kept.typed);
    for (const field of form.elements) {
      if (!field.name || !fields.has(field.name) || field.type === "file" || field.type === "checkbox") continue;
      if (field.type === "radio") field.checked = field.value === fields.get(field.name);
      else field.value = fields.get(field.name);
    }
    was.value = kept.was;
    form.elements.text.dispatchEvent(new Event("lianxin-filled"));
    form.dispatchEvent(new Event("input"));
  };
  const ask = async () => {
    await sweep();
    const kept = await keptHere();
    if (!kept) return;
    const same = JSON.stringify(kept.typed) === written();
    if (same || (kept.sent && words.answer === "yes")) { await forgetHere(); return; }
    const said = new Map(kept.typed), beginning = (said.get("text") || said.get("title") || "").slice(0, 80);
    asked.querySelector("[data-when]").textContent = asked.dataset.words.replace("{at}", new Date(kept.at).toTimeString().slice(0, 5));
    asked.querySelector("[data-beginning]").textContent = beginning;
    asked.hidden = false;
    asked.querySelector("[data-take-back]").addEventListener("click", () => { asked.hidden = true; fill(kept); form.elements.title.focus(); });
    asked.querySelector("[data-leave]").addEventListener("click", () => { asked.hidden = true; forgetHere().catch(() => {}); form.elements.title.focus(); });
  };
  if (able) ask().catch(() => {});
})();
