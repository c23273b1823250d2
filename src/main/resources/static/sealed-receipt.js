/* Lianxin 连心: back with a receipt. The receipt stays here; the installation hears only what it was stretched into. */
(() => {
  "use strict";
  const box = document.querySelector("[data-return]"), form = box.querySelector("form"), found = box.querySelector("[data-found]");
  const {Refused} = LianxinSealedForm;
  if (!LianxinSealedForm.begin(box)) return;

  const put = (page) => {
    found.textContent = "";
    found.append(...page.childNodes);
    found.hidden = false;
    form.hidden = true;
  };
  const post = (path, fields) => LianxinSealedForm.sendAsNobody(path, new URLSearchParams(fields).toString(), "application/x-www-form-urlencoded");
  const read = async (receipt) => {
    const answers = Array.from(found.querySelectorAll("[data-answer]"));
    if (answers.length === 0) return;
    const key = await LianxinSealed.unlock(found.querySelector("[data-lock]").dataset.lock, receipt);
    for (const one of answers) LianxinParcel.show(await LianxinSealed.open(JSON.parse(one.dataset.answer), key), one);
  };
  const judging = (receipt, opening) => found.querySelectorAll("[data-enough]").forEach((button) => button.addEventListener("click", () =>
    LianxinSealedForm.doing(box, async () => {
      put(await post("/sealed/receipt/verdict", {opening, enough: button.dataset.enough}));
      await read(receipt);
      judging(receipt, opening);
    })));

  LianxinSealedForm.asked(box, form, async () => {
    const receipt = await LianxinParcel.receipt(form.querySelector("#code").value);
    if (!receipt) throw new Refused(box.dataset.garbled);
    const opening = await LianxinSealed.opening(receipt);
    put(await post("/sealed/receipt", {opening}));
    form.querySelector("#code").value = "";
    await read(receipt);
    judging(receipt, opening);
  });
})();
