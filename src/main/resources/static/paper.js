/* Lianxin 连心: reads the codes below a printed notice and works out, without a network, whether the log holds what is printed. */
(() => {
  "use strict";
  const frame = document.querySelector("[data-paper]"), log = window.LianxinLog;
  if (!frame || !log) return;
  const say = frame.dataset, KEPT = "lianxin-paper", SHEETS = 3, ZONE = "Asia/Shanghai", MICROS = 1000;
  const find = (name) => frame.querySelector("[data-paper-" + name + "]");
  const results = find("results"), facts = find("facts"), words = find("words");

  /* What does not hold, in the reader's words; anything else that goes wrong is a proof that cannot be read. */
  class Refused extends Error {}
  const refuse = (sentence, detail) => { throw new Refused(sentence + (detail ? " " + detail : "")); };
  const tell = (text, good) => {
    const item = document.createElement("li");
    item.textContent = (good === undefined ? "" : good ? "✓ " : "✗ ") + text;
    results.append(item);
  };
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const mark = async (bytes, length) => hex(await log.sha256(bytes)).slice(0, length);

  const contentOf = (digits) => {
    let text = BigInt(digits).toString(16);
    if (text.length % 2) text = "0" + text;
    return Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16)).subarray(1);
  };
  const codesIn = async (text) => {
    const codes = [];
    for (const token of text.trim().split(/\s+/).filter(Boolean)) {
      const word = token.slice(token.indexOf("#proof=") + (token.includes("#proof=") ? 7 : 1));
      const match = /^([1-9]\d?)\.([1-9]\d?)\.([0-9a-f]{12})\.([0-9a-f]{8})\.(\d+)$/.exec(word);
      const named = /^([1-9]\d?)\.([1-9]\d?)\./.exec(word);
      if (!match) refuse(say.damaged, named ? named[1] + "/" + named[2] : "");
      const [, number, of, whole, check, digits] = match;
      const stated = log.utf8.encode([number, of, whole, digits].join("."));
      if (Number(number) > Number(of) || await mark(stated, 8) !== check) refuse(say.damaged, number + "/" + of);
      codes.push({ number: Number(number), of: Number(of), whole, digits });
    }
    return codes;
  };

  const kept = () => { try { return JSON.parse(localStorage.getItem(KEPT)) || []; } catch (unreadable) { return []; } };
  /* The newest sheet comes first; a phone that keeps nothing reads what is pasted at once. */
  const keep = (codes) => {
    const sheets = kept();
    const before = sheets.find((one) => one.whole === codes[0].whole) || { whole: codes[0].whole, of: codes[0].of, digits: {} };
    codes.forEach((code) => { before.digits[code.number] = code.digits; });
    try {
      localStorage.setItem(KEPT, JSON.stringify([before].concat(sheets.filter((one) => one !== before)).slice(0, SHEETS)));
    } catch (full) { /* What was read stands on the page. */ }
    return before;
  };

  const inflated = async (bytes) => {
    if (!window.DecompressionStream) refuse(say.old);
    try {
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
      return JSON.parse(await new Response(stream).text());
    } catch (unreadable) { return refuse(say.malformed); }
  };
  const proofOf = async (sheet) => {
    const parts = [];
    for (let number = 1; number <= sheet.of; number++) parts.push(contentOf(sheet.digits[number]));
    const bytes = log.join(...parts);
    if (await mark(bytes, 12) !== sheet.whole) refuse(say.damaged);
    const proof = await inflated(bytes);
    if (proof.v !== 1 || !Array.isArray(proof.entries)) refuse(say.malformed);
    return proof;
  };

  /* Whether there is a signature of this key at all; whether it is good is another question. */
  const names = async (note, key) => {
    const [name] = key.split("+"), typed = key.split("+").slice(2).join("+");
    const id = (await log.sha256(log.join(log.utf8.encode(name + "\n"), log.bytesOf(typed)))).subarray(0, 4);
    return note.slice(note.lastIndexOf("\n\n") + 2).trim().split("\n").some((line) => {
      const [, by, signature] = line.split(" ");
      return by === name && log.same(log.bytesOf(signature).subarray(0, 4), id);
    });
  };
  const mustBeSigned = async (note, key) => {
    let known = false;
    try { known = await names(note, key); } catch (notAKey) { refuse(say.keyBad); }
    if (!known) refuse(say.keyUnknown);
    const good = await log.signed(note, key);
    if (good === false) refuse(say.signatureBad);
    tell(good === null ? say.signatureNot : say.signature, good === null ? undefined : true);
  };

  const held = async (proof) => {
    const [origin, length, rootText] = proof.checkpoint.split("\n");
    const point = { origin, size: Number(length), root: log.bytesOf(rootText) };
    const parts = {};
    for (const entry of proof.entries) {
      const leaf = await log.leafHash(log.utf8.encode(entry.manifest));
      if (!(entry.index >= 0) || !await log.included(entry.index, point.size, leaf, entry.path.map(log.bytesOf), point.root)) refuse(say.notIn);
      const manifest = JSON.parse(entry.manifest);
      for (const [name, opened] of Object.entries(entry.open)) {
        if (opened.length > 1 && log.base64Of(await log.commitment(opened[0], name, opened[1])) !== manifest.commitments[name]) refuse(say.altered, manifest.subject + ", " + name);
      }
      parts[manifest.kind] = { manifest, index: entry.index, open: entry.open, number: manifest.subject.slice(manifest.subject.indexOf(":") + 1) };
    }
    const head = parts["disclosure.version"], text = parts["disclosure.text"];
    if (!head || !text) refuse(say.malformed);
    if (head.number !== text.number) refuse(say.mixed);
    tell(say.included + " " + point.size, true);
    return { point, head, text };
  };

  const told = (part, name) => (part.open[name] || [])[1];
  const day = (micros, before) => new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE }).format(new Date(Number(micros) / MICROS - before));
  const fact = (label, value) => {
    if (!value) return;
    const row = document.createElement("div"), term = document.createElement("dt"), said = document.createElement("dd");
    term.textContent = label;
    said.textContent = value;
    row.append(term, said);
    facts.append(row);
  };
  const show = ({ head, text }) => {
    const dated = (name, before) => { const at = told(head, name); return at ? day(at, before) : ""; };
    const [notice, place] = head.number.split(":");
    fact(say.title, told(head, "version.title"));
    fact(say.number, notice + " / " + place);
    fact(say.published, dated("version.published_at", 0));
    fact(say.objections, dated("version.objections_until", 1000));
    fact(say.stays, dated("version.stays_until", 1000));
    fact(say.reason, told(head, "version.reason"));
    fact(say.entered, head.manifest.at.replace("T", " ").replace("Z", " UTC"));
    facts.hidden = false;
    const body = told(text, "version.body"), cells = told(text, "version.cells");
    if (body === undefined) { tell(say.untold); return; }
    const columns = JSON.parse(told(text, "version.columns") || "[]");
    const table = [columns.join("\t"), cells].filter(Boolean).join("\n");
    words.querySelector("p").textContent = [body, table].filter(Boolean).join("\n\n");
    words.hidden = false;
  };
  const digest = async ({ text }) => {
    const body = told(text, "version.body");
    if (body) fact("SHA-256", hex(await log.sha256(log.utf8.encode(body))));
  };

  const bare = (typed) => typed.split(/\r?\n/).map((line) => line.trimEnd()).filter(Boolean).join("\n");
  const mustSay = async ({ text }, typed) => {
    if (!typed.trim()) return;
    const [salt, body] = text.open["version.body"];
    if (body === undefined) {
      const said = typed.replace(/\r\n/g, "\n").trimEnd();
      if (log.base64Of(await log.commitment(salt, "version.body", said)) !== text.manifest.commitments["version.body"]) refuse(say.wordsBad);
    } else {
      const one = bare(body), other = bare(typed);
      if (one !== other) {
        let at = 0;
        while (one[at] === other[at]) at++;
        refuse(say.wordsBad, say.character + " " + (at + 1));
      }
    }
    tell(say.wordsGood, true);
  };

  /* Only with a network: whether the log goes on from the paper, and whether the notice still stands so. */
  const now = async ({ point, head }, key) => {
    let note;
    if (navigator.onLine === false) { tell(say.offline); return; }
    try { note = new TextDecoder().decode(await log.fetched("checkpoint")); } catch (unreachable) { tell(say.offline); return; }
    const [, length, root] = note.split("\n"), size = Number(length);
    if (await log.signed(note, key) === false || size < point.size
        || !await log.grown(point.size, size, point.root, log.bytesOf(root), await log.treeOf(size).consistency(point.size))) refuse(say.nowBad);
    tell(say.now, true);
    const [notice, place] = head.number.split(":");
    const answer = await fetch("/disclosures/" + notice);
    if (!answer.ok) { tell(say.over); return; }
    const version = /data-version="(\d+)"/.exec(await answer.text());
    if (version) tell(version[1] === place ? say.stands : say.corrected, version[1] === place ? true : undefined);
  };

  const clear = () => {
    results.textContent = "";
    facts.textContent = "";
    words.querySelector("p").textContent = "";
    facts.hidden = words.hidden = true;
  };
  const check = async (read) => {
    clear();
    try {
      if (!window.isSecureContext || !window.crypto || !crypto.subtle) refuse(say.insecure);
      const codes = await codesIn(read);
      if (codes.length === 0) return;
      if (codes.some((code) => code.whole !== codes[0].whole || code.of !== codes[0].of)) refuse(say.mixed);
      const sheet = keep(codes);
      const missing = [];
      for (let number = 1; number <= sheet.of; number++) if (!sheet.digits[number]) missing.push(number);
      if (missing.length) { tell(say.missing + " " + missing.map((number) => number + "/" + sheet.of).join(", ")); return; }
      const key = find("key").value.trim();
      const proof = await proofOf(sheet);
      await mustBeSigned(proof.checkpoint, key);
      const sheetHeld = await held(proof);
      show(sheetHeld);
      await digest(sheetHeld);
      await mustSay(sheetHeld, find("typed").value);
      tell(say.proven, true);
      await now(sheetHeld, key);
    } catch (refused) {
      tell(refused instanceof Refused ? refused.message : say.malformed, false);
    } finally { frame.dataset.done = String(Number(frame.dataset.done || 0) + 1); }
  };

  const fromAddress = () => { if (location.hash.startsWith("#proof=")) check(location.hash); };
  const button = find("go");
  button.hidden = false;
  button.addEventListener("click", () => check(find("codes").value || location.hash));
  addEventListener("hashchange", fromAddress);
  fromAddress();
})();
