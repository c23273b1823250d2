/* Lianxin 连心: the three screens on which a report is sealed. Nothing leaves this page but what is closed. */
(() => {
  "use strict";
  const box = document.querySelector("[data-seal]"), form = box.querySelector("form");
  const {Refused} = LianxinSealedForm, most = Number(box.dataset.most);
  if (!LianxinSealedForm.begin(box)) return;

  // The back key goes one screen back and loses nothing.
  const screen = () => (/^#[123]$/.test(location.hash) ? location.hash[1] : "1");
  const turn = () => {
    const now = screen();
    form.querySelectorAll("[data-screen]").forEach((one) => { one.hidden = one.dataset.screen !== now; });
    form.querySelectorAll(".steps li").forEach((one, place) => {
      one.className = place + 1 < Number(now) ? "done" : "";
      if (String(place + 1) === now) one.setAttribute("aria-current", "step"); else one.removeAttribute("aria-current");
    });
    LianxinSealedForm.say(box, "");
    window.scrollTo(0, 0);
  };
  window.addEventListener("hashchange", turn);
  if (screen() !== "1") history.replaceState(null, "", location.pathname);
  turn();

  const chosen = () => Array.from(form.querySelectorAll("[data-key]:checked"), (one) => JSON.parse(one.dataset.key));
  const mustBeChosen = () => {
    const count = chosen().length;
    if (count === 0 || count > most) throw new Refused(box.dataset.choose);
  };
  // Prepared once: whatever is sent again is the same to the bit.
  let ready;
  form.addEventListener("input", () => { ready = undefined; });
  const prepare = async () => {
    const words = form.querySelector("#words").value.trim(), files = Array.from(form.querySelector("#files").files);
    if (!words && files.length === 0) throw new Refused(box.dataset.empty);
    if (words.length > 5000) throw new Refused(box.dataset.long);
    let parcel;
    try {
      parcel = await LianxinParcel.pack({words, name: form.querySelector("#reporter").value.trim()}, files);
    } catch (large) {
      throw large instanceof RangeError ? new Refused(box.dataset.large) : large;
    }
    const receipt = LianxinSealed.newReceipt(), reporter = await LianxinSealed.newPair();
    const {protected: head, ...envelope} = await LianxinSealed.seal(parcel, chosen().concat(JSON.parse(box.dataset.recovery)));
    const body = {
      token: LianxinSealed.newToken(), opening: await LianxinSealed.opening(receipt), reporter: LianxinSealed.publicPart(reporter),
      reporterLock: await LianxinSealed.lock(reporter, receipt), head, envelope, climbs: form.querySelector("#climbs").checked,
    };
    return {receipt, body: JSON.stringify(body)};
  };

  // What stands behind the # never leaves a device. A page without the picture still has digits and words.
  const picture = (canvas, address) => {
    if (!self.QrCreator) return;
    QrCreator.render({text: address, ecLevel: "M", radius: 0, fill: "#000", background: "#fff", size: 720}, canvas);
    canvas.hidden = false;
  };
  const finish = async (page, receipt) => {
    const main = LianxinSealedForm.show(page), digits = main.querySelector("[data-digits]");
    LianxinSealed.grouped(receipt).split(" ").forEach((group) => {
      const one = document.createElement("span");
      one.textContent = group;
      digits.append(one);
    });
    try {
      LianxinParcel.toWords(receipt, await LianxinParcel.wordList()).forEach((word) => {
        const one = document.createElement("span");
        one.textContent = word;
        main.querySelector("[data-words]").append(one, " ");
      });
    } catch (none) {
      main.querySelector(".receipt-words").hidden = true;
    }
    picture(main.querySelector("[data-qr]"), location.origin + "/sealed/receipt#" + receipt);
    history.replaceState(null, "", location.pathname);
  };
  LianxinSealedForm.asked(box, form, async () => {
    const now = screen();
    if (now === "2") mustBeChosen();
    if (now !== "3") { location.hash = "#" + (Number(now) + 1); return; }
    mustBeChosen();
    ready = ready || await prepare();
    const {receipt, body} = ready;
    await finish(await LianxinSealedForm.sendAsNobody("/sealed", body, "application/json"), receipt);
  });
})();
