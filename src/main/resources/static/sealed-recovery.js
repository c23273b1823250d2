/* Lianxin 连心: two key holders bring their parts together on this page, and close a report for one reader more. */
(() => {
  "use strict";
  const box = document.querySelector("[data-recovery-page]"), form = box.querySelector("form"), path = "/sealed-letters/" + box.dataset.number;
  const {Refused} = LianxinSealedForm;
  if (!LianxinSealedForm.begin(box)) return;
  LianxinSealedForm.asked(box, form, async () => {
    const places = [1, 2].map((one) => form.querySelector("#holder-" + one).value);
    const shares = await Promise.all([1, 2].map((one) => LianxinShares.read(form.querySelector("#part-" + one).value)));
    const wrong = shares.indexOf(null);
    if (wrong >= 0) throw new Refused(box.dataset.garbled.replace("{n}", wrong + 1));
    if (shares[0].place === shares[1].place || places[0] === places[1]) throw new Refused(box.dataset.same);
    const reason = form.querySelector("#reason").value;
    const recovering = await LianxinSealedForm.send(path + "/recovery/opening", {holders: places, reason});
    const key = Object.assign({}, recovering.recoveryKey, {d: LianxinSealed.encode(LianxinShares.join(shares[0], shares[1]))});
    let passed;
    try {
      passed = await LianxinSealed.passOn(recovering.envelope, key, recovering.ownKey);
    } catch (other) {
      throw new Refused(box.dataset.wrong);
    }
    await LianxinSealedForm.send(path + "/recovery", passed);
    form.reset();
    location.reload();
  });
})();
