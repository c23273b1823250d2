/* Lianxin 连心: readies this phone for writing without a network, and sends what waits. Loaded last, after everything else. */
(() => {
  "use strict";
  const box = document.querySelector("[data-offline]");
  if (!box || !window.isSecureContext || !navigator.serviceWorker || !window.indexedDB || !window.crypto || !crypto.subtle) return;
  const IDLE = 1500, SOONEST = 5000, LATEST = 300000;

  const load = (address) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address; script.onload = resolve; script.onerror = reject;
    document.head.append(script);
  });
  const show = async () => {
    const all = await LianxinOffline.records(), waiting = all.filter((one) => one.state !== "sent").length;
    const words = waiting ? box.dataset.waiting : box.dataset.receipts, n = waiting || all.length;
    box.querySelector("span span").textContent = words.replace("{n}", n);
    box.hidden = all.length === 0;
    return all.length;
  };

  let pause = SOONEST, timer;
  const send = async () => {
    clearTimeout(timer);
    if ((await show()) === 0) { await LianxinOffline.sweep(); return; }
    const left = navigator.onLine === false ? 1 : await LianxinOffline.send();
    await show();
    if (left > 0) { timer = setTimeout(send, pause); pause = Math.min(pause * 2, LATEST); }
  };

  const begin = async () => {
    await load("/pass.js");
    await load("/offline-drafts.js");
    const page = document.documentElement, looks = {language: page.lang === "en" ? "en" : "zh", senior: page.classList.contains("senior") ? "on" : "off"};
    await LianxinOffline.remember(box.dataset.writer ? Object.assign(looks, {writer: box.dataset.writer}) : looks);
    if (window.BroadcastChannel) new BroadcastChannel("lianxin-drafts").onmessage = show;
    window.addEventListener("online", () => { pause = SOONEST; send(); });
    await navigator.serviceWorker.register("/service-worker.js");
    await send();
  };
  // A phone that cannot keep anything goes on as before.
  const later = () => setTimeout(() => begin().catch(() => {}), IDLE);
  if (document.readyState === "complete") later(); else window.addEventListener("load", later);
})();
