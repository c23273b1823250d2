/* Lianxin 连心: pictures one after the other, by buttons, keys and fingers. Without it they stand below each other. */
(() => {
  "use strict";
  const EACH = 6000, EACH_SENIOR = 10000, SWIPE = 45;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const each = document.documentElement.classList.contains("senior") ? EACH_SENIOR : EACH;

  const begin = (show) => {
    const wall = show.dataset.show === "wall";
    const slides = Array.from(show.querySelectorAll(".news-slide"));
    const part = (name) => show.querySelector("[data-show-" + name + "]");
    const bar = show.querySelector(".news-show-bar"), said = part("said"), play = part("play"), full = part("full"), back = part("wall");
    const steps = Array.from(show.querySelectorAll("[data-show-step]"));
    let now = -1, playing = 0;

    const large = (slide, yes) => slide.querySelectorAll("source, img").forEach((one) => {
      if (!one.dataset.sizes) one.dataset.sizes = one.sizes;
      one.sizes = yes ? "100vw" : one.dataset.sizes;
    });
    const words = (button, on) => {
      const both = button.querySelectorAll("span");
      both[0].hidden = on;
      both[1].hidden = !on;
    };
    const load = (slide) => { if (slide) slide.querySelector("img").loading = "eager"; };

    const stop = () => {
      if (!playing) return;
      window.clearInterval(playing);
      playing = 0;
      play.setAttribute("aria-pressed", "false");
      words(play, false);
    };
    const at = (place, byHand) => {
      now = Math.max(0, Math.min(slides.length - 1, place));
      show.classList.add("news-showing");
      bar.hidden = false;
      slides.forEach((slide, one) => slide.classList.toggle("news-slide-now", one === now));
      load(slides[now]);
      load(slides[now + 1]);
      if (wall) large(slides[now], true);
      const position = (now + 1) + " / " + slides.length;
      part("position").textContent = position;
      steps.forEach((step) => {
        const end = Number(step.dataset.showStep) < 0 ? now === 0 : now === slides.length - 1;
        step.setAttribute("aria-disabled", String(end));
      });
      const slide = slides[now], caption = slide.querySelector("figcaption").lastChild.textContent.trim();
      // Whoever listens hears what he asked for, and not what plays by itself.
      said.textContent = byHand ? position + " " + (caption || slide.querySelector("img").alt) : "";
    };
    const byHand = (place) => { stop(); at(place, true); };
    const close = () => {
      if (!wall || !show.classList.contains("news-showing")) return;
      stop();
      if (document.fullscreenElement) document.exitFullscreen();
      const from = slides[now];
      show.classList.remove("news-showing");
      bar.hidden = true;
      slides.forEach((slide) => large(slide, false));
      said.textContent = "";
      from.querySelector("a").focus();
    };

    steps.forEach((step) => step.addEventListener("click", () => byHand(now + Number(step.dataset.showStep))));
    play.hidden = still;
    play.addEventListener("click", () => {
      if (playing) { stop(); return; }
      if (now === slides.length - 1) at(0, false);
      playing = window.setInterval(() => { at(now + 1, false); if (now === slides.length - 1) stop(); }, each);
      play.setAttribute("aria-pressed", "true");
      words(play, true);
    });
    // Whoever points at a picture or goes to another button looks: it waits for him.
    show.querySelector(".news-show-list").addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") stop(); });
    show.addEventListener("focusin", (event) => { if (event.target !== play) stop(); });
    document.addEventListener("visibilitychange", () => { if (document.hidden) stop(); });

    full.hidden = !document.fullscreenEnabled;
    full.addEventListener("click", () => { if (document.fullscreenElement) document.exitFullscreen(); else show.requestFullscreen(); });
    document.addEventListener("fullscreenchange", () => words(full, document.fullscreenElement === show));

    const keys = {
      ArrowLeft: () => byHand(now - 1), ArrowRight: () => byHand(now + 1),
      Home: () => byHand(0), End: () => byHand(slides.length - 1), Escape: close,
    };
    show.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !show.classList.contains("news-showing")) return;
      if (event.key === "Escape" && !wall) return;
      const key = keys[event.key];
      if (!key) return;
      event.preventDefault();
      key();
    });

    let start = null;
    const list = show.querySelector(".news-show-list");
    list.addEventListener("touchstart", (event) => { start = event.touches.length === 1 ? event.touches[0] : null; }, { passive: true });
    list.addEventListener("touchend", (event) => {
      if (!start || !show.classList.contains("news-showing")) return;
      const end = event.changedTouches[0], across = end.clientX - start.clientX, down = end.clientY - start.clientY;
      start = null;
      if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(down)) byHand(now + (across < 0 ? 1 : -1));
    });
    window.addEventListener("beforeprint", () => slides.forEach(load));

    show.querySelector(".news-show-hint").hidden = false;
    show.tabIndex = wall ? -1 : 0;
    if (wall) {
      slides.forEach((slide, place) => slide.querySelector("a").addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || show.classList.contains("news-showing")) return;
        event.preventDefault();
        at(place, true);
        show.focus({ preventScroll: true });
        show.scrollIntoView({ block: "start" });
      }));
      back.addEventListener("click", close);
    } else {
      at(0, false);
    }
  };

  document.querySelectorAll("[data-show]").forEach(begin);
})();
