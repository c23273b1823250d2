/* Lianxin 连心: a little work by which a device shows that somebody sits before it. No picture puzzles, nothing leaves the device but a number. */
self.LianxinPass = (() => {
  "use strict";
  // SHA-256 by hand: a mine's plain HTTP has no crypto.subtle. The constants are what the standard says they are.
  const primes = [], K = new Int32Array(64), START = new Int32Array(8);
  for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p)) primes.push(n);
  const fraction = (x) => ((x - Math.floor(x)) * 4294967296) | 0;
  primes.forEach((p, i) => { K[i] = fraction(Math.cbrt(p)); if (i < 8) START[i] = fraction(Math.sqrt(p)); });
  const W = new Int32Array(64);
  const round = (state, words, at) => {
    for (let i = 0; i < 16; i++) W[i] = words[at + i];
    for (let i = 16; i < 64; i++) {
      const x = W[i - 15], y = W[i - 2];
      W[i] = (W[i - 16] + W[i - 7] + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3) + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10)) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const t = (h + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + (e & f ^ ~e & g) + K[i] + W[i]) | 0;
      const u = (((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + (a & b ^ a & c ^ b & c)) | 0;
      h = g; g = f; f = e; e = (d + t) | 0; d = c; c = b; b = a; a = (t + u) | 0;
    }
    return Int32Array.of(state[0] + a, state[1] + b, state[2] + c, state[3] + d, state[4] + e, state[5] + f, state[6] + g, state[7] + h);
  };
  const words = (text, total) => {
    const length = ((text.length + 8 >> 6) + 1) << 4, all = new Int32Array(length);
    for (let i = 0; i < text.length; i++) all[i >> 2] |= text.charCodeAt(i) << (24 - (i & 3) * 8);
    all[text.length >> 2] |= 0x80 << (24 - (text.length & 3) * 8);
    all[length - 1] = total * 8;
    return all;
  };
  const zeros = (state) => state[0] ? Math.clz32(state[0]) : 32 + Math.clz32(state[1]);

  // What does not change is digested once. In small bites, so that the page stays awake.
  const solve = (task) => new Promise((done) => {
    const [text, bits] = task.split(";"), whole = text + ".", kept = whole.length & ~63;
    let head = START, number = 0;
    if (kept) {
      const first = words(whole.slice(0, kept), kept);
      for (let at = 0; at < kept >> 2; at += 16) head = round(head, first, at);
    }
    const bite = () => {
      for (const end = number + 3000; number < end; number++) {
        const rest = whole.slice(kept) + number, last = words(rest, kept + rest.length);
        let state = head;
        for (let at = 0; at < last.length; at += 16) state = round(state, last, at);
        if (zeros(state) >= Number(bits)) { done(text + "." + number); return; }
      }
      setTimeout(bite, 0);
    };
    bite();
  });

  // A request of a script that is asked for work does it and comes again, twice at most.
  const ask = async (address, options) => {
    let answer = await fetch(address, options);
    for (let tries = 0; tries < 2 && answer.status === 429 && answer.headers.get("Lianxin-Task"); tries++) {
      const proof = await solve(answer.headers.get("Lianxin-Task"));
      answer = await fetch(address, Object.assign({}, options, {headers: Object.assign({"Lianxin-Proof": proof}, options.headers)}));
    }
    return answer;
  };

  if (!self.document) return {solve, ask};
  const form = document.querySelector("[data-task]");
  if (form) {
    const says = form.querySelector("[role=status]"), button = form.querySelector("button");
    says.textContent = says.dataset.working;
    button.disabled = true;
    solve(form.dataset.task).then((proof) => {
      form.elements._proof.value = proof;
      button.disabled = false;
      says.textContent = says.dataset.ready;
      if (form.dataset.whole) form.submit();
    });
  } else {
    const early = document.querySelector("meta[name=task]");
    if (early) {
      solve(early.content).then((proof) => fetch("/pass", {method: "POST", headers: {"Lianxin-Proof": proof}})).catch(() => {});
    }
  }
  return {solve, ask};
})();
