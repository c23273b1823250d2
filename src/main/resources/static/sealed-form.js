/* Lianxin 连心: what every sealed page does alike: whether it can, what went wrong, one thing at a time. */
self.LianxinSealedForm = (() => {
  "use strict";
  class Refused extends Error {}
  const language = document.documentElement.lang === "en" ? "en" : "zh";

  // Shows either the forms or why there are none.
  const begin = (box) => {
    const able = LianxinSealed.able(), why = window.isSecureContext ? "browser" : "context";
    box.querySelectorAll("[data-unable]").forEach((one) => { one.hidden = able || one.dataset.unable !== why; });
    box.querySelectorAll("[data-able]").forEach((one) => { one.hidden = !able; });
    return able;
  };
  const say = (box, sentence) => {
    const fault = box.querySelector("[data-fault]");
    fault.querySelector("span").textContent = sentence;
    fault.hidden = !sentence;
    if (sentence) fault.scrollIntoView({block: "nearest"});
  };
  // The buttons sleep meanwhile; what fails is said in words and what was typed stays.
  const doing = async (box, work) => {
    const buttons = Array.from(box.querySelectorAll("button:enabled")), busy = box.querySelector("[data-busy]");
    say(box, "");
    buttons.forEach((one) => { one.disabled = true; });
    if (busy) busy.hidden = false;
    try {
      return await work();
    } catch (broken) {
      say(box, broken instanceof Refused ? broken.message : broken instanceof TypeError ? box.dataset.network : box.dataset.broken);
    } finally {
      buttons.forEach((one) => { one.disabled = false; });
      if (busy) busy.hidden = true;
    }
  };
  const asked = (box, form, work) => form.addEventListener("submit", (event) => { event.preventDefault(); doing(box, work); });

  // Without a cookie: whoever is signed in on this device stays out of it. Answers a page.
  const sendAsNobody = async (path, body, type) => {
    const answer = await self.LianxinPass.ask(path + "?language=" + language, {
      method: "POST", body, credentials: "omit", cache: "no-store", redirect: "manual", headers: {"Content-Type": type, Accept: "text/html"},
    });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
    if (!answer.ok) throw new Refused(page ? page.querySelector("p").textContent : "");
    return page;
  };
  const fetchAsNobody = async (path, fields) => {
    const answer = await self.LianxinPass.ask(path, {
      method: "POST", body: new URLSearchParams(fields).toString(), credentials: "omit", cache: "no-store", redirect: "manual",
      headers: {"Content-Type": "application/x-www-form-urlencoded"},
    });
    if (!answer.ok) throw new Error("answered " + answer.status);
    return answer.arrayBuffer();
  };
  const send = async (path, body) => {
    const answer = await fetch(path, {
      method: "POST", body: JSON.stringify(body), cache: "no-store", redirect: "manual", credentials: "same-origin",
      headers: {"Content-Type": "application/json", Accept: "application/json"},
    });
    if (answer.status === 204) return null;
    if (answer.type === "opaqueredirect") throw new TypeError("signed out");
    const said = await answer.json();
    if (!answer.ok) throw new Refused(said.detail || "");
    return said;
  };
  const show = (page) => {
    const main = document.querySelector("main");
    main.replaceChildren ? main.replaceChildren(...page.childNodes) : (main.textContent = "", main.append(...page.childNodes));
    window.scrollTo(0, 0);
    return main;
  };
  return {Refused, begin, say, doing, asked, sendAsNobody, fetchAsNobody, send, show, language};
})();
