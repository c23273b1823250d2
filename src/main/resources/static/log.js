/* Lianxin 连心: verifies the public log in the reader's browser, with WebCrypto alone. Everything else works without this file. */
(() => {
  "use strict";
  const frame = document.querySelector("[data-log]");
  const list = document.querySelector("[data-log-results]");
  const say = list ? list.dataset : {};
  const utf8 = new TextEncoder();
  const REMEMBERED = "lianxin-log";

  const tell = (text, good) => {
    const item = document.createElement("li");
    item.textContent = (good === undefined ? "" : good ? "✓ " : "✗ ") + text;
    list.append(item);
  };
  const bytesOf = base64 => Uint8Array.from(atob(base64), c => c.charCodeAt(0));
  const base64Of = bytes => btoa(String.fromCharCode(...bytes));
  const join = (...parts) => {
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) { all.set(part, at); at += part.length; }
    return all;
  };
  const sha256 = async bytes => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const leafHash = entry => sha256(join([0], entry));
  const nodeHash = (left, right) => sha256(join([1], left, right));
  const same = (one, other) => one.length === other.length && one.every((byte, i) => byte === other[i]);

  const fetched = async path => {
    const answer = await fetch("/log/" + path);
    if (!answer.ok) throw new Error(path + " " + answer.status);
    return new Uint8Array(await answer.arrayBuffer());
  };

  /* Sizes stay below 2^53; bit operations would cut them at 2^31. */
  const half = length => { let power = 1; while (power * 2 < length) power *= 2; return power; };
  const tilePath = (level, index, width) => {
    let name = String(index % 1000).padStart(3, "0");
    for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) name = "x" + String(rest % 1000).padStart(3, "0") + "/" + name;
    return "tile/" + level + "/" + name + (width === 256 ? "" : ".p/" + width);
  };
  const widthOf = (level, index, size) =>
    Math.min(256, Math.floor(size / Math.pow(256, level === "entries" ? 0 : level)) - index * 256);

  const treeOf = size => {
    const read = new Map();
    const tile = (level, index) => {
      const width = widthOf(level, index, size);
      const path = tilePath(level, index, width);
      if (!read.has(path)) read.set(path, fetched(path).then(bytes => { if (bytes.length !== width * 32) throw new Error(path); return bytes; }));
      return read.get(path);
    };
    const within = async (bytes, from, count) => count === 1 ? bytes.subarray(from * 32, from * 32 + 32)
      : nodeHash(await within(bytes, from, count / 2), await within(bytes, from + count / 2, count / 2));
    const range = async (from, until) => {
      const length = until - from;
      const level = Math.round(Math.log2(length));
      if (Math.pow(2, level) === length) {
        const inside = level % 8;
        const first = from / length * Math.pow(2, inside);
        return within(await tile((level - inside) / 8, Math.floor(first / 256)), first % 256, Math.pow(2, inside));
      }
      const middle = from + half(length);
      return nodeHash(await range(from, middle), await range(middle, until));
    };
    const path = async (goesLeft, ends) => {
      const proof = [];
      let from = 0, until = size;
      while (!ends(from, until)) {
        const middle = from + half(until - from);
        if (goesLeft(middle)) { proof.unshift(await range(middle, until)); until = middle; }
        else { proof.unshift(await range(from, middle)); from = middle; }
      }
      return { proof, from, until };
    };
    return {
      tile,
      root: () => size === 0 ? sha256(new Uint8Array()) : range(0, size),
      inclusion: async index => (await path(middle => index < middle, (from, until) => until - from === 1)).proof,
      consistency: async old => {
        if (old === size) return [];
        const { proof, from, until } = await path(middle => old <= middle, (_, end) => end === old);
        if (from !== 0) proof.unshift(await range(from, until));
        return proof;
      },
    };
  };

  const included = async (index, size, leaf, proof, root) => {
    let node = index, last = size - 1, hash = leaf;
    for (const sibling of proof) {
      if (last === 0) return false;
      if (node % 2 === 1 || node === last) {
        hash = await nodeHash(sibling, hash);
        while (node % 2 === 0 && node !== 0) { node = node / 2; last = Math.floor(last / 2); }
      } else hash = await nodeHash(hash, sibling);
      node = Math.floor(node / 2); last = Math.floor(last / 2);
    }
    return last === 0 && same(hash, root);
  };
  const grown = async (old, size, before, after, proof) => {
    if (old > size) return false;
    if (old === size) return proof.length === 0 && same(before, after);
    let node = old - 1, last = size - 1;
    while (node % 2 === 1) { node = Math.floor(node / 2); last = Math.floor(last / 2); }
    const rest = proof.slice();
    let first = node === 0 ? before : rest.shift();
    if (!first) return false;
    let second = first;
    for (const sibling of rest) {
      if (last === 0) return false;
      if (node % 2 === 1 || node === last) {
        first = await nodeHash(sibling, first);
        second = await nodeHash(sibling, second);
        while (node % 2 === 0 && node !== 0) { node = node / 2; last = Math.floor(last / 2); }
      } else second = await nodeHash(second, sibling);
      node = Math.floor(node / 2); last = Math.floor(last / 2);
    }
    return last === 0 && same(first, before) && same(second, after);
  };

  const signed = async (note, key) => {
    const text = note.slice(0, note.lastIndexOf("\n\n") + 1);
    const [name, , typed] = key.split("+").length > 3 ? [key.split("+")[0], "", key.split("+").slice(2).join("+")] : key.split("+");
    const publicKey = bytesOf(typed);
    const id = (await sha256(join(utf8.encode(name + "\n"), publicKey))).subarray(0, 4);
    let imported;
    try {
      imported = await crypto.subtle.importKey("raw", publicKey.subarray(1), { name: "Ed25519" }, false, ["verify"]);
    } catch (unknown) { return null; }
    for (const line of note.slice(note.lastIndexOf("\n\n") + 2).trim().split("\n")) {
      const words = line.split(" ");
      const bytes = bytesOf(words[2]);
      if (words[1] === name && same(bytes.subarray(0, 4), id)) {
        return crypto.subtle.verify({ name: "Ed25519" }, imported, bytes.subarray(4), utf8.encode(text));
      }
    }
    return false;
  };

  const entriesOf = bundle => {
    const entries = [];
    for (let at = 0; at < bundle.length;) {
      const length = bundle[at] * 256 + bundle[at + 1];
      entries.push(bundle.subarray(at + 2, at + 2 + length));
      at += 2 + length;
    }
    return entries;
  };
  const commitment = (salt, name, value) => {
    const called = utf8.encode(name);
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, called.length);
    return sha256(join(utf8.encode("lianxin/commitment/v1\n"), bytesOf(salt), length, called, utf8.encode(value)));
  };

  /* For the page that reads what a sheet of paper carries. */
  window.LianxinLog = { utf8, bytesOf, base64Of, join, sha256, leafHash, same, fetched, treeOf, included, grown, signed, entriesOf, commitment };
  if (!frame || !list) return;

  const newest = async (size, tree, root) => {
    const index = Math.floor((size - 1) / 256);
    const width = widthOf("entries", index, size);
    const entries = entriesOf(await fetched(tilePath("entries", index, width)));
    const openings = JSON.parse(new TextDecoder().decode(await fetched("openings/" + index + "/" + width)));
    let held = 0;
    for (let i = 0; i < entries.length; i++) {
      const place = index * 256 + i;
      if (!await included(place, size, await leafHash(entries[i]), await tree.inclusion(place), root)) return tell(say.heldBad + " " + place, false);
      const manifest = JSON.parse(new TextDecoder().decode(entries[i]));
      if (openings[i].erased || openings[i].withheld) continue;
      for (const name of Object.keys(manifest.commitments)) {
        const now = (openings[i].now || {})[name];
        if (now === undefined || base64Of(await commitment(openings[i].salts[name], name, now)) !== manifest.commitments[name]) {
          return tell(say.heldBad + " " + manifest.subject + ", " + name, false);
        }
      }
      held++;
    }
    tell(say.held + " " + held, true);
  };

  const check = async () => {
    const note = new TextDecoder().decode(await fetched("checkpoint"));
    const [origin, length, rootText] = note.split("\n");
    const size = Number(length), root = bytesOf(rootText);
    const good = await signed(note, frame.dataset.key);
    if (good === null) tell(say.signatureNot); else tell(good ? say.signature : say.signatureBad, good);
    const tree = treeOf(size);
    const fits = same(await tree.root(), root);
    tell(fits ? say.root : say.rootBad, fits);
    if (good === false || !fits) return;
    const before = JSON.parse(localStorage.getItem(REMEMBERED) || "null");
    let goesOn = true;
    if (before && before.origin === origin && before.size > 0) {
      goesOn = before.size <= size && await grown(before.size, size, bytesOf(before.root), root, await tree.consistency(before.size));
      tell(goesOn ? say.grown : say.grownBad, goesOn);
    } else tell(say.first);
    if (goesOn) localStorage.setItem(REMEMBERED, JSON.stringify({ origin, size, root: rootText }));
    if (size > 0) await newest(size, tree, root);
  };

  const button = frame.querySelector("button");
  button.hidden = false;
  button.addEventListener("click", async () => {
    list.textContent = "";
    if (!window.isSecureContext || !crypto.subtle) { tell(say.insecure, false); return; }
    tell(say.working);
    button.disabled = true;
    try { await check(); } catch (unreachable) { tell(say.failed, false); }
    list.firstChild.remove();
    button.disabled = false;
  });
})();
