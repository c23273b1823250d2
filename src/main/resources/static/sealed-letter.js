/* Lianxin 连心: an officer opens what is closed for him, and closes his answer for whoever sent it. */
(() => {
  "use strict";
  const box = document.querySelector("[data-letter-page]"), number = box.dataset.number, path = "/sealed-letters/" + number;
  const form = box.querySelector("[data-open]"), answer = box.querySelector("[data-reply]"), answers = box.querySelector("[data-answers]");
  const {Refused} = LianxinSealedForm;
  if (!LianxinSealedForm.begin(box)) return;
  answer.hidden = true;
  let unlocking;

  LianxinSealedForm.asked(box, form, async () => {
    const passphrase = LianxinSealed.onlyDigits(form.querySelector("#passphrase").value);
    unlocking = unlocking || await LianxinSealedForm.send(path + "/opening", {});
    if (!unlocking.envelope) throw new Refused(box.dataset.notFor);
    const keys = new Map();
    const keyFor = async (kid) => {
      if (!keys.has(kid)) {
        try {
          keys.set(kid, await LianxinSealed.unlock(unlocking.keys[kid], passphrase));
        } catch (wrong) {
          throw new Refused(box.dataset.wrong);
        }
      }
      return keys.get(kid);
    };
    const envelope = unlocking.envelope, key = await keyFor(envelope.header.kid);
    LianxinParcel.show(await LianxinSealed.open(envelope, key), box.querySelector("[data-letter]"));
    for (const one of unlocking.answers) {
      const shown = document.createElement("blockquote");
      shown.className = "letter";
      if (one.header.kid !== envelope.header.kid) continue;
      LianxinParcel.show(await LianxinSealed.open(one, key), shown);
      answers.append(shown);
      answers.hidden = false;
    }
    form.hidden = true;
    answer.hidden = box.dataset.over === "true";
  });

  LianxinSealedForm.asked(box, answer, async () => {
    const words = answer.querySelector("#answer").value.trim();
    if (!words) throw new Refused(box.dataset.empty);
    if (words.length > 5000) throw new Refused(box.dataset.long);
    const {protected: head, ...envelope} = await LianxinSealed.seal(await LianxinParcel.pack({words}, []), unlocking.readers);
    await LianxinSealedForm.send(path + "/answer", {head, envelope});
    location.reload();
  });
})();
