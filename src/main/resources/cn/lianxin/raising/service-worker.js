/* Lianxin 连心: without a network, every page is the one for raising, but for the one that reads what a printed notice carries. Only what is the same for everybody is put away. */
(() => {
  "use strict";
  const CACHE = "lianxin-" + VERSION, PAGE = "/concerns/new/offline", PAPER = "/log/paper", PATIENCE = 12000;
  const FILES = ["/lianxin.css", "/lianxin.js", "/icons.svg", "/offline.js", "/pass.js", "/offline-drafts.js", "/offline-page.js", "/voice.js", "/voice-worklet.js", "/log.js", "/paper.js"];
  const pageIn = (language, senior, page = PAGE) => page + "?language=" + (language || "zh") + "&senior=" + (senior || "off");
  const PAGES = [PAGE, PAPER].flatMap((page) => [pageIn("zh", "off", page), pageIn("zh", "on", page), pageIn("en", "off", page), pageIn("en", "on", page)]);

  const putAway = async (cache, address) => {
    const answer = await fetch(address, {cache: "reload", credentials: "omit"});
    if (!answer.ok) throw new Error(address);
    await cache.put(address, answer);
  };
  addEventListener("install", (event) => event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    await Promise.all(FILES.concat(PAGES).map((address) => putAway(cache, address)));
    await skipWaiting();
  })()));
  addEventListener("activate", (event) => event.waitUntil((async () => {
    const old = (await caches.keys()).filter((name) => name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await clients.claim();
  })()));

  const kept = async (path) => {
    const looks = await LianxinOffline.settings();
    return (await caches.match(pageIn(looks.language, looks.senior, path === PAPER ? PAPER : PAGE))) || Response.error();
  };
  // The two switches work without a network as well.
  const display = async (address) => {
    const wanted = {};
    ["language", "senior"].forEach((one) => { if (address.searchParams.has(one)) wanted[one] = address.searchParams.get(one); });
    await LianxinOffline.remember(wanted);
    return Response.redirect(PAGE, 303);
  };
  const tired = () => new Promise((_, reject) => { setTimeout(() => reject(new Error("slow")), PATIENCE); });
  const page = async (request, address) => {
    try {
      const asked = fetch(request);
      return await (/^\/(concerns\/new)?$/.test(address.pathname) ? Promise.race([asked, tired()]) : asked);
    } catch (gone) {
      return address.pathname === "/display" ? display(address) : kept(address.pathname);
    }
  };

  addEventListener("fetch", (event) => {
    const {request} = event, address = new URL(request.url);
    if (address.origin !== location.origin) return;
    if (request.mode === "navigate" && request.method === "GET") event.respondWith(page(request, address));
    else if (request.mode === "navigate" && address.pathname === "/sign-out") event.waitUntil(LianxinOffline.forgetAll());
    else if (request.mode === "navigate" && address.pathname === "/sign-in") event.waitUntil(LianxinOffline.remember({writer: ""}));
    else if (request.method === "GET" && FILES.includes(address.pathname)) event.respondWith(fetch(request).catch(() => caches.match(address.pathname)));
  });

  addEventListener("sync", (event) => {
    if (event.tag !== "lianxin-send") return;
    event.waitUntil(LianxinOffline.send().then((left) => { if (left > 0) throw new Error("later"); }));
  });
})();
