/* Lianxin 连心: back with a receipt. The receipt stays here; the installation hears only what it was stretched into. */
(() => {
  "use strict";
  const box = document.querySelector("[data-return]"), form = box.querySelector("form"), found = box.querySelector("[data-found]");
  const {Refused} = LianxinSealedForm;
  if (!LianxinSealedForm.begin(box)) return;

  if (/^#\d{24}$/.test(location.hash)) {
    form.querySelector("#code").value = location.hash.slice(1);
    history.replaceState(null, "", location.pathname);
  }
  const post = (path, fields) => LianxinSealedForm.sendAsNobody(path, new URLSearchParams(fields).toString(), "application/x-www-form-urlencoded");
  const read = async (receipt) => {
    const answers = Array.from(found.querySelectorAll("[data-answer]"));
    if (answers.length === 0) return;
    const key = await LianxinSealed.unlock(found.querySelector("[data-lock]").dataset.lock, receipt);
    for (const one of answers) LianxinParcel.show(await LianxinSealed.open(JSON.parse(one.dataset.answer), key), one);
  };
  const judging = (receipt, opening) => found.querySelectorAll("[data-enough]").forEach((button) => button.addEventListener("click", () =>
    LianxinSealedForm.doing(box, async () =>
      put(await post("/sealed/receipt/verdict", {opening, enough: button.dataset.enough}), receipt, opening))));
  const speaking = (receipt, opening) => found.querySelectorAll("[data-trouble]").forEach((button) => button.addEventListener("click", () =>
    LianxinSealedForm.doing(box, async () =>
      put(await post("/sealed/receipt/peace", {opening, trouble: button.dataset.trouble}), receipt, opening))));
  /* The proof lies in the page already: nobody learns whether it was kept. What it is of has to be fetched, as nobody. */
  const keep = (name, content, type) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], {type}));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  const proving = (opening) => {
    found.querySelectorAll("[data-proof]").forEach((button) => button.addEventListener("click", () =>
      keep("proof.txt", button.dataset.proof, "text/plain")));
    found.querySelectorAll("[data-parcel]").forEach((button) => button.addEventListener("click", () =>
      LianxinSealedForm.doing(box, async () =>
        keep("locked.json", await LianxinSealedForm.fetchAsNobody("/sealed/receipt/parcel", {opening, step: button.dataset.parcel}), "application/json"))));
  };
  /* Nobody judges an answer that he has not read: it is shown when it has been opened, not before. */
  const put = async (page, receipt, opening) => {
    found.hidden = true;
    found.textContent = "";
    found.append(...page.childNodes);
    try {
      await read(receipt);
      judging(receipt, opening);
      speaking(receipt, opening);
      proving(opening);
    } finally {
      form.hidden = true;
      found.hidden = false;
    }
  };

  LianxinSealedForm.asked(box, form, async () => {
    const receipt = await LianxinParcel.receipt(form.querySelector("#code").value);
    if (!receipt) throw new Refused(box.dataset.garbled);
    const opening = await LianxinSealed.opening(receipt);
    const page = await post("/sealed/receipt", {opening});
    form.querySelector("#code").value = "";
    await put(page, receipt, opening);
  });
})();
