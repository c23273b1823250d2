/* Lianxin 连心: a key in three parts of which any two give it back (Shamir 1979), over GF(256) with the polynomial of AES. */
self.LianxinShares = (() => {
  "use strict";
  const POLYNOMIAL = 0x11b, {random, sha256, hex, joined} = LianxinSealed;
  const times = (one, other) => {
    let product = 0;
    for (let bit = 0; bit < 8; bit++) {
      product ^= -(other >> bit & 1) & one;
      one = one << 1 ^ -(one >> 7) & POLYNOMIAL;
    }
    return product;
  };
  const inverse = (one) => {
    let power = one;
    for (let bit = 0; bit < 6; bit++) power = times(times(power, power), one);
    return times(power, power);
  };
  // A straight line through the secret at 0; its points at 1, 2 and 3.
  const split = (secret) => {
    const slope = random(secret.length);
    return [1, 2, 3].map((place) => ({place, bytes: secret.map((byte, at) => byte ^ times(slope[at], place))}));
  };
  const join = (one, other) => {
    const below = inverse(one.place ^ other.place);
    return one.bytes.map((byte, at) => times(byte, times(other.place, below)) ^ times(other.bytes[at], times(one.place, below)));
  };

  // As it is printed: place, 64 digits, and 4 that show a slip of the pen.
  const check = async (place, bytes) => hex((await sha256(joined(new Uint8Array([place]), bytes))).subarray(0, 2));
  const print = async (share) =>
    share.place + " " + LianxinSealed.grouped(hex(share.bytes) + (await check(share.place, share.bytes))).toUpperCase();
  const read = async (typed) => {
    const said = typed.normalize("NFKC").replace(/[\s\-–—]/g, "").toLowerCase();
    if (!/^[123][0-9a-f]{68}$/.test(said)) return null;
    const place = Number(said[0]), bytes = Uint8Array.from(said.slice(1, 65).match(/../g), (one) => parseInt(one, 16));
    return (await check(place, bytes)) === said.slice(65) ? {place, bytes} : null;
  };
  return {split, join, print, read};
})();
