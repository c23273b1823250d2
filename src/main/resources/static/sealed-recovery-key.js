/* Lianxin 连心: the key of the installation is made before three people, and each takes a part; the whole is forgotten. */
(() => {
  "use strict";
  const box = document.querySelector("[data-ceremony]"), names = box.querySelector("[data-names]"), hand = box.querySelector("[data-hand]");
  const {Refused} = LianxinSealedForm;
  if (!LianxinSealedForm.begin(box)) return;
  let open, parts, place, people;

  const showPart = async () => {
    hand.querySelector("[data-whose]").textContent = box.dataset.whose.replace("{n}", place + 1).replace("{name}", people[place]);
    hand.querySelector("[data-part]").textContent = await LianxinShares.print(parts[place]);
    hand.querySelector("#typed").value = "";
  };
  LianxinSealedForm.asked(box, names, async () => {
    people = ["discipline", "labour", "outsider"].map((one) => names.querySelector("#" + one).value.trim());
    if (people.some((one) => !one) || new Set(people).size < 3) throw new Refused(box.dataset.people);
    const pair = await LianxinSealed.newPair();
    open = LianxinSealed.publicPart(pair);
    parts = LianxinShares.split(LianxinSealed.decode(pair.d));
    place = 0;
    names.hidden = true;
    hand.hidden = false;
    await showPart();
  });
  // Each types his part once, so that what lies in his safe is known to be right.
  LianxinSealedForm.asked(box, hand, async () => {
    const typed = await LianxinShares.read(hand.querySelector("#typed").value);
    if (!typed || typed.place !== parts[place].place || LianxinSealed.hex(typed.bytes) !== LianxinSealed.hex(parts[place].bytes)) throw new Refused(box.dataset.differs);
    place += 1;
    if (place < parts.length) return showPart();
    await LianxinSealedForm.send("/sealed-recovery", {open, discipline: people[0], labour: people[1], outsider: people[2]});
    parts = undefined;
    location.reload();
    return undefined;
  });
})();
