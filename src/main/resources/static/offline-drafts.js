/* Lianxin 连心: what was written without a network. Kept encrypted on this phone, sent once, then gone. Page and service worker share it. */
self.LianxinOffline = (() => {
  "use strict";
  const DRAFTS = "lianxin-drafts", SETTINGS = "lianxin-settings", STORES = ["drafts", "files", "keys"];
  const FIRST_PART = 65536, SMALLEST_PART = 16384, LARGEST_PART = 524288, PATIENCE = 60000, ROUNDS = 5;
  const utf8 = new TextEncoder(), text = new TextDecoder();

  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const open = (name, stores) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => stores.forEach((store) => request.result.createObjectStore(store, {keyPath: store === "files" ? ["id", "place"] : "id"}));
    return done(request);
  };
  // One transaction, whole or not at all; what it asked for is answered when it is through.
  const within = async (mode, work, name, stores) => {
    const database = await open(name || DRAFTS, stores || STORES);
    try {
      return await new Promise((resolve, reject) => {
        const transaction = database.transaction(stores || STORES, mode);
        let answer;
        transaction.oncomplete = () => resolve(answer instanceof IDBRequest ? answer.result : undefined);
        transaction.onabort = () => reject(transaction.error || new DOMException("", "QuotaExceededError"));
        try { answer = work(transaction); } catch (broken) { transaction.abort(); reject(broken); }
      });
    } finally {
      database.close();
    }
  };
  const get = (store, id) => within("readonly", (transaction) => transaction.objectStore(store).get(id));
  // One at a time, whichever page or worker it is.
  const alone = (what, work) => navigator.locks ? navigator.locks.request("lianxin-" + what, work) : work();

  const random = (length) => crypto.getRandomValues(new Uint8Array(length));
  const hex = (bytes) => Array.from(new Uint8Array(bytes), (one) => one.toString(16).padStart(2, "0")).join("");
  const base64 = (bytes) => btoa(String.fromCharCode.apply(null, bytes)).replace(/\+/g, "-").replace(/\//g, "_");
  const newKey = () => crypto.subtle.generateKey({name: "AES-GCM", length: 256}, false, ["encrypt", "decrypt"]);
  const seal = async (key, bytes, what) => {
    const iv = random(12);
    return {iv, sealed: await crypto.subtle.encrypt({name: "AES-GCM", iv, additionalData: utf8.encode(what)}, key, bytes)};
  };
  const unseal = (key, box, what) => crypto.subtle.decrypt({name: "AES-GCM", iv: box.iv, additionalData: utf8.encode(what)}, key, box.sealed);
  const sealContent = (key, id, content) => seal(key, utf8.encode(JSON.stringify(content)), id);

  const changed = () => {
    if (!self.BroadcastChannel) return;
    const channel = new BroadcastChannel("lianxin-drafts");
    channel.postMessage("changed");
    channel.close();
  };
  const drop = (transaction, id) => {
    transaction.objectStore("drafts").delete(id);
    transaction.objectStore("keys").delete(id);
    dropFiles(transaction, id);
  };
  const dropFiles = (transaction, id) => transaction.objectStore("files").delete(IDBKeyRange.bound([id, 0], [id, 99]));

  // What cannot fit is not begun: browsers count what they undid until the database goes.
  const roomFor = async (files) => {
    if (!navigator.storage || !navigator.storage.estimate) return;
    const {quota, usage} = await navigator.storage.estimate();
    if (quota && usage + files.reduce((all, file) => all + file.size, 0) > quota) throw new DOMException("", "QuotaExceededError");
  };
  const keep = async (content, files) => {
    const id = hex(random(16)), key = await newKey(), boxes = [], list = [];
    for (let place = 0; place < files.length; place++) {
      const bytes = await files[place].arrayBuffer();
      list.push({name: files[place].name, size: bytes.byteLength, sha256: hex(await crypto.subtle.digest("SHA-256", bytes))});
      boxes.push(Object.assign({id, place}, await seal(key, bytes, id + ":" + place)));
    }
    const box = await sealContent(key, id, Object.assign({}, content, {token: base64(random(18)), files: list}));
    await alone("store", () => within("readwrite", (transaction) => {
      transaction.objectStore("keys").put({id, key});
      boxes.forEach((one) => transaction.objectStore("files").put(one));
      transaction.objectStore("drafts").put(Object.assign({id, made: Date.now(), state: "waiting"}, box));
    }));
    return id;
  };
  // Whole or refused: QuotaExceededError where the phone is full.
  const save = async (content, files) => {
    try {
      await roomFor(files);
      const id = await keep(content, files);
      changed();
      return id;
    } catch (refused) {
      // A browser that said it had room and had none has none for less either, until the database goes.
      await sweep();
      throw refused;
    }
  };

  const records = () => within("readonly", (transaction) => transaction.objectStore("drafts").getAll());
  const content = async (record) => {
    const found = await get("keys", record.id);
    return JSON.parse(text.decode(await unseal(found.key, record, record.id)));
  };
  const list = async () => {
    const all = [];
    for (const record of (await records()).sort((one, other) => one.made - other.made)) {
      try {
        all.push({id: record.id, made: record.made, state: record.state, content: await content(record)});
      } catch (gone) { /* Sent or discarded meanwhile. */ }
    }
    return all;
  };
  const filesOf = async (draft) => {
    const found = await get("keys", draft.id), files = [];
    for (let place = 0; place < draft.content.files.length; place++) {
      const bytes = await unseal(found.key, await get("files", [draft.id, place]), draft.id + ":" + place);
      files.push(new File([bytes], draft.content.files[place].name));
    }
    return files;
  };

  // Nothing waits and no receipt is kept: then nothing at all is.
  const sweep = () => navigator.locks && alone("store", async () => {
    if ((await records()).length === 0) await done(indexedDB.deleteDatabase(DRAFTS));
  });
  const remove = async (id) => {
    await within("readwrite", (transaction) => drop(transaction, id));
    await sweep();
    changed();
  };
  const rewrite = async (draft, state, more) => {
    const found = await get("keys", draft.id);
    if (!found) return;
    draft.state = state;
    Object.assign(draft.content, more);
    const box = await sealContent(found.key, draft.id, draft.content);
    await within("readwrite", (transaction) => {
      const drafts = transaction.objectStore("drafts"), still = drafts.count(draft.id);
      still.onsuccess = () => { if (still.result) drafts.put(Object.assign({id: draft.id, made: draft.made, state}, box)); };
    });
    changed();
  };

  // The receipt takes the place of the draft, under a key of its own; the key of the draft goes with it.
  const filed = async (draft, answer) => {
    const id = hex(random(16)), key = await newKey();
    const box = await sealContent(key, id, {number: answer.number, receipt: answer.receipt});
    const exchange = () => within("readwrite", (transaction) => {
      drop(transaction, draft.id);
      transaction.objectStore("keys").put({id, key});
      transaction.objectStore("drafts").put(Object.assign({id, made: draft.made, state: "sent"}, box));
    });
    try {
      await exchange();
    } catch (full) {
      await within("readwrite", (transaction) => dropFiles(transaction, draft.id));
      await exchange();
    }
    changed();
  };

  class Later extends Error {}
  class Stopped extends Error {
    constructor(state, says) { super(state); this.state = state; this.says = says; }
  }

  // Without a name it is sent without cookies too.
  const call = async (draft, method, path, body, headers) => {
    const stop = new AbortController(), timer = setTimeout(() => stop.abort(), PATIENCE), said = draft.content;
    try {
      const answer = await self.LianxinPass.ask("/concerns/new/offline/" + said.token + path + "?language=" + said.language, {
        method, body, signal: stop.signal, cache: "no-store", redirect: "manual",
        credentials: said.mode === "ANONYMOUS" ? "omit" : "same-origin",
        headers: Object.assign({Accept: "application/json"}, headers),
      });
      const words = await answer.text();
      return judged(answer, /json/.test(answer.headers.get("Content-Type")) ? JSON.parse(words) : {});
    } catch (broken) {
      throw broken instanceof Stopped ? broken : new Later(String(broken));
    } finally {
      clearTimeout(timer);
    }
  };
  const judged = (answer, body) => {
    const {status, type} = answer;
    if (answer.ok || (status === 409 && body.title !== "draft-gone")) return {status, body};
    if (status === 401 || type === "opaqueredirect" || body.title === "offline-sign-in") throw new Stopped("sign-in", "");
    if (status === 422 || status === 409) throw new Stopped("refused", body.detail || "");
    throw new Later("answered " + status);
  };
  const JSON_BODY = {"Content-Type": "application/json"};

  const sendFile = async (draft, place, bytes) => {
    const ask = () => call(draft, "PUT", "/files/" + place, JSON.stringify(draft.content.files[place]), JSON_BODY);
    let size = FIRST_PART, misses = 0, known = await ask();
    while (!known.body.whole) {
      if (known.status === 409 && misses++ === ROUNDS) throw new Later("never whole");
      const at = known.body.offset, begun = Date.now();
      known = known.status === 409 ? await ask()
        : await call(draft, "PATCH", "/files/" + place, bytes.slice(at, at + size), {"Upload-Offset": String(at), "Content-Type": "application/offset+octet-stream"});
      size = Date.now() - begun < 1000 ? Math.min(size * 2, LARGEST_PART) : Math.max(size / 2, SMALLEST_PART);
    }
  };
  const sendOne = async (draft) => {
    if (draft.content.tried) {
      const before = await call(draft, "GET", "");
      if (before.status === 200) return filed(draft, before.body);
    }
    const found = await get("keys", draft.id), said = draft.content;
    for (let place = 0; place < said.files.length; place++) {
      await sendFile(draft, place, await unseal(found.key, await get("files", [draft.id, place]), draft.id + ":" + place));
    }
    if (!said.tried) await rewrite(draft, "waiting", {tried: true});
    const body = {writer: said.writer, mode: said.mode, kind: said.kind, matter: said.matter, place: said.place, unit: said.unit || null, words: said.words, files: said.files.length};
    const answer = await call(draft, "POST", "", JSON.stringify(body), JSON_BODY);
    if (answer.status === 409) throw new Later(answer.body.title);
    return filed(draft, answer.body);
  };

  // Answers how many would go with a better network; those that wait for a person do not count.
  const send = () => alone("sending", async () => {
    let left = 0;
    for (const draft of await list()) {
      if (draft.state !== "waiting" && draft.state !== "sign-in") continue;
      try {
        await sendOne(draft);
      } catch (broken) {
        if (broken instanceof Stopped) await rewrite(draft, broken.state, {says: broken.says});
        else left += 1;
      }
    }
    return left;
  });

  // What may have arrived is asked for first. Answers whether it is gone from here, or sent after all.
  const discard = (draft) => alone("sending", async () => {
    if (draft.content.tried && draft.state !== "refused") {
      const before = await call(draft, "GET", "");
      if (before.status === 200) { await filed(draft, before.body); return false; }
    }
    await remove(draft.id);
    return true;
  });

  // How pages are to look without a network, and the mark of whoever signed in last.
  const settings = async () => (await within("readonly", (transaction) => transaction.objectStore("page").get("all"), SETTINGS, ["page"])) || {id: "all"};
  const remember = async (more) => {
    const all = Object.assign(await settings(), more);
    await within("readwrite", (transaction) => { transaction.objectStore("page").put(all); }, SETTINGS, ["page"]);
  };
  const forgetAll = () => Promise.all([done(indexedDB.deleteDatabase(DRAFTS)), done(indexedDB.deleteDatabase(SETTINGS))]);

  return {save, list, filesOf, records, send, discard, remove, sweep, settings, remember, forgetAll};
})();
