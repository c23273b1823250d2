/* Lianxin 连心: reads a part of the page aloud, by a voice that lives on this device and sends nothing anywhere. */
(() => {
  "use strict";
  const speech = window.speechSynthesis;
  const buttons = Array.from(document.querySelectorAll("[data-aloud]"));
  if (!speech || buttons.length === 0) return;
  const language = document.documentElement.lang.toLowerCase();
  const tongue = language.slice(0, 2);
  const plain = (voice) => voice.lang.toLowerCase().replace("_", "-");

  // Never one that speaks from a server: it would be told what was raised here. Cantonese is not what a miner of the north hears.
  const voice = () => {
    const own = speech.getVoices().filter((one) => one.localService && plain(one).startsWith(tongue) && !/hk|yue/.test(plain(one)));
    return own.find((one) => plain(one) === language) || own[0];
  };

  const skipped = "button[data-aloud], select, option, textarea, audio, script, [aria-hidden=true], .no-aloud";
  const sentences = (part) => {
    const texts = [];
    const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const holder = walk.currentNode.parentElement, text = walk.currentNode.textContent.trim();
      if (text && !holder.closest(skipped) && holder.getClientRects().length > 0) texts.push(text);
    }
    // Long speeches are broken off by some phones: one sentence at a time.
    return texts.join("，").replace(/([。！？：，!?.:])，/g, "$1").match(/[^。！？!?\n]+[。！？!?\n]*/g) || [];
  };

  let speaking = null;
  const quiet = () => {
    speech.cancel();
    if (speaking) speaking.setAttribute("aria-pressed", "false");
    speaking = null;
  };
  const read = (button) => {
    const part = document.getElementById(button.dataset.aloud);
    if (!part) return;
    speaking = button;
    button.setAttribute("aria-pressed", "true");
    const all = sentences(part);
    all.forEach((sentence, place) => {
      const spoken = new SpeechSynthesisUtterance(sentence);
      spoken.voice = voice();
      spoken.lang = spoken.voice.lang;
      spoken.rate = 0.9;
      if (place === all.length - 1) spoken.onend = () => { if (speaking === button) quiet(); };
      speech.speak(spoken);
    });
  };

  buttons.forEach((button) => button.addEventListener("click", () => {
    const again = speaking !== button;
    quiet();
    if (again) read(button);
  }));
  const show = () => { const silent = !voice(); buttons.forEach((button) => { button.hidden = silent; }); };
  if (speech.addEventListener) speech.addEventListener("voiceschanged", show);
  else speech.onvoiceschanged = show;
  window.addEventListener("pagehide", quiet);
  show();
})();
