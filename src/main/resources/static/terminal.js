/* Shared terminal: signs out after a pause, leaves nothing behind, takes the card reader's digits. */
(() => {
  "use strict";
  const leave = document.querySelector("[data-leave]");
  if (!leave) return;
  const PAUSE = 60, LAST_CALL = 15;

  // Drafts of this visit, by the token in their address: the server forgets them when the person leaves.
  const drafts = new Set(JSON.parse(sessionStorage.getItem("drafts") || "[]"));
  const token = document.querySelector('form input[name="token"]');
  const address = location.pathname.match(/^\/concerns\/new\/([\w-]{24})\//);
  if (address) drafts.add(address[1]);
  if (token) drafts.add(token.value);
  sessionStorage.setItem("drafts", JSON.stringify(Array.from(drafts)));
  leave.addEventListener("submit", () => {
    drafts.forEach((draft) => {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = "draft";
      field.value = draft;
      leave.append(field);
    });
    sessionStorage.clear();
  });

  // Nothing a browser would offer to the next one; nothing that the back key would bring up again.
  document.querySelectorAll("form, input").forEach((form) => form.setAttribute("autocomplete", "off"));
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  // The pause. Somebody may only have looked at the first page: then there is nothing to leave.
  let idle = 0;
  const call = document.querySelector("[data-last-call]");
  const seconds = call.querySelector("[data-seconds]");
  const awake = () => { idle = 0; call.hidden = true; };
  ["pointerdown", "keydown", "input", "scroll"].forEach((kind) => document.addEventListener(kind, awake, {passive: true}));
  call.querySelector("button").addEventListener("click", awake);
  const nothingToLeave = () => !leave.hasAttribute("data-signed-in") && location.pathname === "/" && drafts.size === 0;
  setInterval(() => {
    if (nothingToLeave()) return;
    idle += 1;
    if (idle < PAUSE) return;
    const left = PAUSE + LAST_CALL - idle;
    if (call.hidden) { call.hidden = false; call.querySelector("button").focus(); }
    seconds.textContent = seconds.dataset.seconds.replace("{n}", Math.max(0, left));
    if (left <= 0) { leave.requestSubmit ? leave.requestSubmit() : leave.submit(); idle = PAUSE - 5; }
  }, 1000);

  // A card reader types digits and Enter, very fast. Anywhere outside a field they mean: sign in as this number.
  const number = document.querySelector("#number");
  const password = document.querySelector("#password");
  if (number && password) {
    number.value = sessionStorage.getItem("card") || number.value;
    sessionStorage.removeItem("card");
    (number.value ? password : number).focus();
    number.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !password.value) { event.preventDefault(); password.focus(); }
    });
  } else if (!leave.hasAttribute("data-signed-in")) {
    let typed = "";
    document.addEventListener("keydown", (event) => {
      if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
      if (/^[0-9A-Za-z]$/.test(event.key)) typed += event.key;
      else if (event.key === "Enter" && typed.length >= 4) {
        event.preventDefault();
        sessionStorage.setItem("card", typed);
        location.assign("/sign-in");
      } else typed = "";
    });
  }
})();
