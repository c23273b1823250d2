// The dispatcher's wall: looks for new dangers every few seconds and sounds until somebody has heard.
(() => {
  "use strict";
  const every = 5000;
  const wall = document.getElementById("alarms");
  const switchOn = document.querySelector("[data-sound]");
  if (!wall) return;

  const Context = window.AudioContext || window.webkitAudioContext;
  const sound = Context ? new Context() : null;

  // Two tones like a siren, made here and nowhere copied from.
  const siren = () => {
    if (!sound || sound.state !== "running") return;
    const now = sound.currentTime;
    const volume = sound.createGain();
    volume.gain.setValueAtTime(0.0001, now);
    volume.gain.exponentialRampToValueAtTime(0.5, now + 0.05);
    volume.gain.setValueAtTime(0.5, now + 1.9);
    volume.gain.exponentialRampToValueAtTime(0.0001, now + 2);
    volume.connect(sound.destination);
    const tone = sound.createOscillator();
    tone.type = "square";
    for (let beat = 0; beat < 4; beat++) {
      tone.frequency.setValueAtTime(880, now + beat * 0.5);
      tone.frequency.setValueAtTime(660, now + beat * 0.5 + 0.25);
    }
    tone.connect(volume);
    tone.start(now);
    tone.stop(now + 2);
  };

  const showSwitch = () => {
    if (switchOn) switchOn.hidden = !sound || sound.state === "running";
  };

  const ring = () => {
    const dangers = Number(wall.dataset.alarms);
    document.title = document.title.replace(/^\(\d+\) /, "");
    if (dangers > 0) {
      document.title = "(" + dangers + ") " + document.title;
      siren();
    }
  };

  // A wall that no longer hears anything must not look quiet.
  const lost = () => {
    if (document.getElementById("wall-lost")) return;
    const line = document.createElement("p");
    line.id = "wall-lost";
    line.className = "flash flash-danger";
    line.setAttribute("role", "alert");
    line.textContent = wall.dataset.refreshed;
    wall.before(line);
  };

  const look = async () => {
    try {
      const answer = await fetch("/dispatch", { credentials: "same-origin", cache: "no-store" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = answer.ok && page.getElementById("alarms");
      if (!fresh) throw new Error("not the wall");
      document.getElementById("wall-lost")?.remove();
      if (fresh.innerHTML !== wall.innerHTML) {
        wall.innerHTML = fresh.innerHTML;
      }
      wall.dataset.alarms = fresh.dataset.alarms;
    } catch {
      lost();
    }
    ring();
  };

  switchOn?.addEventListener("click", () => sound.resume().then(showSwitch).then(ring));
  showSwitch();
  ring();
  setInterval(look, every);
})();
