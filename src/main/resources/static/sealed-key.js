/* Lianxin 连心: an officer makes his key. Its private half leaves this page only under the passphrase that is shown once. */
(() => {
  "use strict";
  const box = document.querySelector("[data-key-page]"), make = box.querySelector("[data-make]"), check = box.querySelector("[data-check]");
  const {Refused} = LianxinSealedForm;
  if (!LianxinSealedForm.begin(box)) return;
  let passphrase;
  LianxinSealedForm.asked(box, make, async () => {
    passphrase = LianxinSealed.newPassphrase();
    box.querySelector("[data-passphrase]").textContent = LianxinSealed.grouped(passphrase);
    make.hidden = true;
    check.hidden = false;
  });
  LianxinSealedForm.asked(box, check, async () => {
    if (LianxinSealed.onlyDigits(check.querySelector("#passphrase").value) !== passphrase) throw new Refused(box.dataset.differs);
    const pair = await LianxinSealed.newPair();
    await LianxinSealedForm.send("/sealed-letters/key", {open: LianxinSealed.publicPart(pair), locked: await LianxinSealed.lock(pair, passphrase)});
    location.reload();
  });
})();
