/* Lianxin 连心: sealing as JSON Web Encryption has it (RFC 7516–7518), by what the browser brings along. Every sealed page shares it. */
self.LianxinSealed = (() => {
  "use strict";
  const TO_PEOPLE = "ECDH-ES+A256KW", BY_WORDS = "PBES2-HS512+A256KW", CONTENT = "A256GCM";
  const CURVE = {name: "ECDH", namedCurve: "P-256"}, ROUNDS = 600000, RECEIPT_DIGITS = 24, PASSPHRASE_DIGITS = 20;
  const OPENING_SALT = "lianxin:sealed:opening:1";
  const subtle = self.crypto && crypto.subtle, utf8 = new TextEncoder(), text = new TextDecoder();
  const able = () => Boolean(self.isSecureContext && subtle && self.BigInt && self.fetch);

  const random = (length) => crypto.getRandomValues(new Uint8Array(length));
  const joined = (...parts) => {
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    parts.reduce((at, part) => { all.set(part, at); return at + part.length; }, 0);
    return all;
  };
  const encode = (bytes) => {
    let said = "";
    for (let at = 0; at < bytes.length; at += 32768) said += String.fromCharCode.apply(null, bytes.subarray(at, at + 32768));
    return btoa(said).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  };
  const decode = (said) => Uint8Array.from(atob(said.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
  const hex = (bytes) => Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");
  const sha256 = async (bytes) => new Uint8Array(await subtle.digest("SHA-256", bytes));
  const number = (value) => new Uint8Array([value >>> 24, value >>> 16 & 255, value >>> 8 & 255, value & 255]);
  const json = (value) => encode(utf8.encode(JSON.stringify(value)));

  // Decimal digits, as many as asked for; 128 bits too many make them even.
  const digits = (length) => {
    const wide = BigInt("0x" + hex(random(Math.ceil(length * 0.4153) + 16)));
    return String(wide % 10n ** BigInt(length)).padStart(length, "0");
  };
  const grouped = (said) => said.replace(/(.{4})(?=.)/g, "$1 ");
  const onlyDigits = (typed) => typed.normalize("NFKC").replace(/[\s\-–—]/g, "");

  const publicPart = (jwk) => ({crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y});
  // RFC 7638.
  const thumbprint = async (jwk) => encode(await sha256(utf8.encode(JSON.stringify(publicPart(jwk)))));
  // What two people compare on the telephone: the first 96 bits of the thumbprint.
  const fingerprint = async (jwk) => grouped(hex(decode(await thumbprint(jwk)).subarray(0, 12)).toUpperCase());
  const forPublic = (jwk) => subtle.importKey("jwk", publicPart(jwk), CURVE, false, []);
  const forPrivate = (jwk) => subtle.importKey("jwk", jwk, CURVE, false, ["deriveBits"]);
  const newPair = async () => {
    const pair = await subtle.generateKey(CURVE, true, ["deriveBits"]), jwk = await subtle.exportKey("jwk", pair.privateKey);
    return Object.assign(publicPart(jwk), {d: jwk.d});
  };

  // RFC 7518, 4.6.2: one round of SHA-256 is a whole key.
  const agreed = async (mine, theirs) => {
    const shared = new Uint8Array(await subtle.deriveBits({name: "ECDH", public: theirs}, mine, 256));
    const about = joined(number(TO_PEOPLE.length), utf8.encode(TO_PEOPLE), number(0), number(0), number(256));
    return subtle.importKey("raw", await sha256(joined(number(1), shared, about)), "AES-KW", false, ["wrapKey", "unwrapKey"]);
  };
  const wrapFor = async (content, jwk) => {
    const once = await subtle.generateKey(CURVE, true, ["deriveBits"]);
    const wrapped = await subtle.wrapKey("raw", content, await agreed(once.privateKey, await forPublic(jwk)), "AES-KW");
    const epk = publicPart(await subtle.exportKey("jwk", once.publicKey));
    return {header: {alg: TO_PEOPLE, kid: await thumbprint(jwk), epk}, encrypted_key: encode(new Uint8Array(wrapped))};
  };
  const unwrap = (wrapped, key, extractable) =>
    subtle.unwrapKey("raw", decode(wrapped), key, "AES-KW", "AES-GCM", Boolean(extractable), ["encrypt", "decrypt"]);
  const contentKey = () => subtle.generateKey({name: "AES-GCM", length: 256}, true, ["encrypt", "decrypt"]);
  const encrypted = async (key, head, bytes) => {
    const iv = random(12), what = {name: "AES-GCM", iv, additionalData: utf8.encode(head)};
    const all = new Uint8Array(await subtle.encrypt(what, key, bytes)), end = all.length - 16;
    return {protected: head, iv: encode(iv), ciphertext: encode(all.subarray(0, end)), tag: encode(all.subarray(end))};
  };
  const decrypted = async (key, box) => {
    const what = {name: "AES-GCM", iv: decode(box.iv), additionalData: utf8.encode(box.protected)};
    return new Uint8Array(await subtle.decrypt(what, key, joined(decode(box.ciphertext), decode(box.tag))));
  };

  // To several people at once: the general JSON form.
  const seal = async (bytes, people) => {
    const key = await contentKey(), box = await encrypted(key, json({enc: CONTENT}), bytes);
    return Object.assign(box, {recipients: await Promise.all(people.map((jwk) => wrapFor(key, jwk)))});
  };
  // One recipient's part of it: the flattened form.
  const keyOf = async (box, jwk, extractable) =>
    unwrap(box.encrypted_key, await agreed(await forPrivate(jwk), await forPublic(box.header.epk)), extractable);
  const open = async (box, jwk) => decrypted(await keyOf(box, jwk), box);
  // Somebody more may read it; what was written stays as it is.
  const passOn = async (box, jwk, next) => wrapFor(await keyOf(box, jwk, true), next);

  const stretched = async (secret, salt, bits, rounds) =>
    new Uint8Array(await subtle.deriveBits({name: "PBKDF2", hash: "SHA-512", salt, iterations: rounds},
      await subtle.importKey("raw", utf8.encode(secret), "PBKDF2", false, ["deriveBits"]), bits));
  const fromWords = async (secret, salt, rounds) =>
    subtle.importKey("raw", await stretched(secret, joined(utf8.encode(BY_WORDS), number(0).subarray(3), salt), 256, rounds), "AES-KW", false, ["wrapKey", "unwrapKey"]);

  // A private key under a passphrase or a receipt: the compact form, RFC 7517, appendix C.
  const lock = async (jwk, secret) => {
    const salt = random(16), head = json({alg: BY_WORDS, enc: CONTENT, p2s: encode(salt), p2c: ROUNDS, cty: "jwk+json"});
    const key = await contentKey(), wrapped = await subtle.wrapKey("raw", key, await fromWords(secret, salt, ROUNDS), "AES-KW");
    const box = await encrypted(key, head, utf8.encode(JSON.stringify(jwk)));
    return [head, encode(new Uint8Array(wrapped)), box.iv, box.ciphertext, box.tag].join(".");
  };
  const unlock = async (locked, secret) => {
    const [head, wrapped, iv, ciphertext, tag] = locked.split("."), said = JSON.parse(text.decode(decode(head)));
    const key = await unwrap(wrapped, await fromWords(secret, decode(said.p2s), said.p2c));
    return JSON.parse(text.decode(await decrypted(key, {protected: head, iv, ciphertext, tag})));
  };
  // By this the installation finds a report again; it cannot compute the receipt from it.
  const opening = async (receipt) => hex(await stretched(receipt, utf8.encode(OPENING_SALT), 256, ROUNDS));

  const newReceipt = () => digits(RECEIPT_DIGITS), newPassphrase = () => digits(PASSPHRASE_DIGITS), newToken = () => encode(random(18));
  return {
    able, seal, open, keyOf, passOn, lock, unlock, opening, newPair, publicPart, thumbprint, fingerprint, newReceipt, newPassphrase, newToken,
    grouped, onlyDigits, encode, decode, hex, sha256, joined, number, random, RECEIPT_DIGITS, PASSPHRASE_DIGITS,
  };
})();
