/* Lianxin 连心: words and files as one parcel of a few sizes, so that its weight tells nothing. */
self.LianxinParcel = (() => {
  "use strict";
  const SMALLEST = 16384, LARGEST = 8388608, CHECK = 307n, WORDS = 8, SIZE = 2048n;
  const {joined, number} = LianxinSealed, utf8 = new TextEncoder(), text = new TextDecoder();

  // Four bytes of length, what was said, the files one after the other, nothing up to the next size.
  const pack = async (said, files) => {
    const parts = await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer())));
    const list = files.map((file, place) => ({name: file.name, size: parts[place].length}));
    const head = utf8.encode(JSON.stringify(Object.assign({}, said, {files: list})));
    const all = joined(number(head.length), head, ...parts);
    let room = SMALLEST;
    while (room < all.length) room *= 2;
    if (room > LARGEST) throw new RangeError("too large");
    return joined(all, new Uint8Array(room - all.length));
  };
  const unpack = (bytes) => {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), said = JSON.parse(text.decode(bytes.subarray(4, 4 + length)));
    let at = 4 + length;
    const files = said.files.map((file) => ({name: file.name, bytes: bytes.slice(at, at += file.size)}));
    return Object.assign(said, {files});
  };

  // A receipt in words and back: eight of the list, where a remainder shows a word heard wrong.
  const toWords = (digits, list) => {
    const words = [];
    for (let rest = BigInt(digits) * CHECK; words.length < WORDS; rest /= SIZE) words.unshift(list[Number(rest % SIZE)]);
    return words;
  };
  const fromWords = (typed, list) => {
    const said = Array.from(typed.normalize("NFKC").replace(/[\s,.，。、·]/g, ""));
    if (said.length !== WORDS * 2) return "";
    let all = 0n;
    for (let at = 0; at < said.length; at += 2) {
      const place = list.indexOf(said[at] + said[at + 1]);
      if (place < 0) return "";
      all = all * SIZE + BigInt(place);
    }
    const digits = String(all / CHECK).padStart(LianxinSealed.RECEIPT_DIGITS, "0");
    return all % CHECK || digits.length > LianxinSealed.RECEIPT_DIGITS ? "" : digits;
  };
  const wordList = async () => {
    const answer = await fetch("/sealed/words", {credentials: "omit"});
    if (!answer.ok) throw new Error("answered " + answer.status);
    return (await answer.text()).trim().split("\n");
  };
  const receipt = async (typed) => {
    const digits = LianxinSealed.onlyDigits(typed);
    if (/^\d+$/.test(digits)) return digits.length === LianxinSealed.RECEIPT_DIGITS ? digits : "";
    return fromWords(typed, await wordList());
  };

  // What was sealed, shown as text and never as anything that runs.
  const show = (bytes, box) => {
    const said = unpack(bytes);
    const add = (label, value) => {
      if (!value) return;
      const line = document.createElement("p"), name = document.createElement("strong");
      line.className = "letter-text"; name.textContent = label ? label + " " : "";
      line.append(name, value); box.append(line);
    };
    box.textContent = "";
    add("", said.words);
    add(box.dataset.name || "", said.name);
    said.files.forEach((file) => {
      const line = document.createElement("p"), link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([file.bytes], {type: "application/octet-stream"}));
      link.download = file.name; link.textContent = file.name + " (" + Math.ceil(file.bytes.length / 1024) + " KB)"; link.className = "button";
      line.append(link); box.append(line);
    });
    box.hidden = false;
  };
  return {pack, unpack, toWords, wordList, receipt, show};
})();
