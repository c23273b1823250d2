/* Lianxin 连心: speaking instead of writing. A button that records, and what it recorded to hear again before it is sent. */
(() => {
  "use strict";
  const LONGEST = 120, NEARLY = 105, SHORTEST = 1, TAP = 400, QUIETEST = 128, TELEPHONE = 8000;
  const Context = window.AudioContext || window.webkitAudioContext;
  const microphone = navigator.mediaDevices && navigator.mediaDevices.getUserMedia && Context;

  // A file that was made here travels with the form like one that was chosen.
  const bundle = (files) => {
    const transfer = new DataTransfer();
    files.forEach((file) => transfer.items.add(file));
    return transfer.files;
  };
  const canBundle = () => {
    try { return bundle([new File(["."], "a")]).length === 1; } catch (old) { return false; }
  };

  // Down to the rate of a telephone; what is too high for it is taken out first, or it would come back as noise.
  const sampler = (rate) => {
    const ratio = rate / TELEPHONE, half = Math.ceil(ratio * 6), phases = 16;
    const tables = Array.from({length: phases}, (_, phase) => Float32Array.from({length: 2 * half}, (__, place) => {
      const x = place - half + 1 - phase / phases, cut = 0.9 / ratio;
      const wave = x === 0 ? 1 : Math.sin(Math.PI * cut * x) / (Math.PI * cut * x);
      return Math.abs(x) >= half ? 0 : cut * wave * (0.5 + 0.5 * Math.cos(Math.PI * x / half));
    }));
    let rest = new Float32Array(half), at = half;
    return (chunk) => {
      const heard = new Float32Array(rest.length + chunk.length);
      heard.set(rest);
      heard.set(chunk, rest.length);
      const samples = [];
      for (; at + half + 1 < heard.length; at += ratio) {
        const whole = Math.floor(at), table = tables[Math.floor((at - whole) * phases)];
        let sum = 0;
        for (let place = 0; place < 2 * half; place++) sum += table[place] * heard[whole - half + 1 + place];
        samples.push(sum);
      }
      const done = Math.max(0, Math.floor(at) - half);
      rest = heard.slice(done);
      at -= done;
      return samples;
    };
  };

  // The µ-law of G.711: eight bits that every player has known since there are telephones.
  const coded = (sample) => {
    const value = Math.min(Math.abs(sample), 32635) + 132, power = Math.floor(Math.log2(value)) - 7;
    return ~((sample < 0 ? 128 : 0) | power << 4 | value >> power + 3 & 15) & 255;
  };

  const wav = (bytes) => {
    const head = new DataView(new ArrayBuffer(58));
    const word = (at, text) => Array.from(text).forEach((letter, place) => head.setUint8(at + place, letter.charCodeAt(0)));
    word(0, "RIFF"); head.setUint32(4, 50 + bytes.length + bytes.length % 2, true); word(8, "WAVEfmt ");
    head.setUint32(16, 18, true); head.setUint16(20, 7, true); head.setUint16(22, 1, true);
    head.setUint32(24, TELEPHONE, true); head.setUint32(28, TELEPHONE, true);
    head.setUint16(32, 1, true); head.setUint16(34, 8, true);
    word(38, "fact"); head.setUint32(42, 4, true); head.setUint32(46, bytes.length, true);
    word(50, "data"); head.setUint32(54, bytes.length, true);
    return new Blob([head, bytes, new Uint8Array(bytes.length % 2)], {type: "audio/wav"});
  };

  // Listens until it is closed and hands on what it heard, sample by sample.
  const listen = async (stream, hear) => {
    const context = new Context();
    if (context.state === "suspended") context.resume();
    const source = context.createMediaStreamSource(stream), sample = sampler(context.sampleRate);
    let node;
    if (context.audioWorklet) {
      await context.audioWorklet.addModule("/voice-worklet.js");
      node = new AudioWorkletNode(context, "voice");
      node.port.onmessage = (event) => hear(sample(event.data));
    } else {
      node = context.createScriptProcessor(4096, 1, 1);
      node.onaudioprocess = (event) => hear(sample(event.inputBuffer.getChannelData(0)));
    }
    source.connect(node);
    node.connect(context.destination);
    return () => { source.disconnect(); node.disconnect(); context.close(); };
  };

  const clock = (seconds) => Math.floor(seconds / 60) + ":" + String(Math.floor(seconds % 60)).padStart(2, "0");

  const begin = (box) => {
    const form = box.closest("form"), words = box.dataset;
    const button = box.querySelector("[data-record-button]"), label = button.querySelector("span");
    const status = box.querySelector("[role=status]"), time = box.querySelector("[data-time]"), list = box.querySelector("ul");
    const icon = button.querySelector("use");
    const carrier = document.createElement("input");
    carrier.type = "file"; carrier.name = "files"; carrier.multiple = true; carrier.hidden = true;
    form.append(carrier);
    box.hidden = false;

    const say = (sentence, n) => { status.textContent = (words[sentence] || "").replace("{n}", n); };
    if (!microphone || !canBundle()) {
      button.hidden = true;
      say("impossible");
      return;
    }

    let state = "idle", takes = [], counted = 0;
    let pressedAt = 0, pressed = false, letGo = false, close = null, sound = [], loudest = 0, warned = false;

    const show = (next) => {
      state = next;
      button.setAttribute("aria-pressed", String(next === "recording"));
      icon.setAttribute("href", "/icons.svg#" + (next === "recording" ? "stop" : "microphone"));
      label.textContent = next === "recording" ? words.stop : takes.length ? words.more : words.record;
      time.hidden = next !== "recording";
    };

    const start = async () => {
      const others = Array.from(form.querySelectorAll("input[type=file]"))
        .filter((input) => input !== carrier).reduce((sum, input) => sum + input.files.length, 0);
      if (takes.length + others + form.querySelectorAll("[name=keep]:checked").length >= words.most) { say("full", words.most); return; }
      show("asking");
      letGo = false; sound = []; loudest = 0; warned = false;
      say("asking");
      let stream;
      try {
        stream = await navigator.mediaDevices.getUserMedia({audio: {echoCancellation: false, noiseSuppression: true, autoGainControl: true}});
      } catch (refusal) {
        show("idle");
        say(refusal.name === "NotAllowedError" || refusal.name === "SecurityError" ? "refused" : "missing");
        return;
      }
      close = () => stream.getTracks().forEach((track) => track.stop());
      try {
        const deafen = letGo ? null : await listen(stream, hear), silence = close;
        if (deafen) close = () => { deafen(); silence(); };
      } catch (broken) {
        close(); show("idle"); say("missing");
        return;
      }
      // Let go while the browser still asked: nobody speaks any more.
      if (letGo) { close(); show("idle"); say("allowed"); return; }
      show("recording");
      say(pressed ? "holding" : "tapped");
      time.textContent = clock(0) + " / " + clock(LONGEST);
    };

    const hear = (samples) => {
      if (state !== "recording") return;
      let level = 0;
      samples.forEach((sample) => {
        const value = Math.round(Math.max(-1, Math.min(1, sample)) * 32767);
        level = Math.max(level, Math.abs(value));
        if (sound.length < LONGEST * TELEPHONE) sound.push(coded(value));
      });
      loudest = Math.max(loudest, level);
      button.style.setProperty("--level", (Math.sqrt(level / 32768) * 1.5).toFixed(2) + "rem");
      const seconds = sound.length / TELEPHONE;
      time.textContent = clock(seconds) + " / " + clock(LONGEST);
      if (seconds >= LONGEST) { stop(); say("enough"); } else if (seconds >= NEARLY && !warned) { warned = true; say("nearly", LONGEST - NEARLY); }
    };

    const stop = () => {
      close();
      button.style.removeProperty("--level");
      const seconds = sound.length / TELEPHONE;
      if (seconds < SHORTEST) { show("idle"); say("short"); return; }
      if (loudest <= QUIETEST) { show("idle"); say("silent"); return; }
      counted += 1;
      add(new File([wav(Uint8Array.from(sound))], words.name.replace("{n}", counted) + ".wav", {type: "audio/wav"}), Math.round(seconds));
      show("idle");
      say("done", Math.round(seconds));
    };

    const add = (file, seconds) => {
      const take = {file, address: URL.createObjectURL(file)};
      const item = document.createElement("li"), player = document.createElement("audio");
      const name = words.take.replace("{n}", seconds);
      player.controls = true; player.src = take.address;
      player.setAttribute("aria-label", name);
      const title = document.createElement("span");
      title.textContent = name;
      item.append(title, player, act("again", name, () => { drop(take, item); button.focus(); say("again"); }),
        act("remove", name, () => { drop(take, item); button.focus(); say("removed"); }));
      list.append(item);
      takes.push(take);
      carrier.files = bundle(takes.map((one) => one.file));
    };

    const act = (what, name, doIt) => {
      const one = document.createElement("button");
      one.type = "button"; one.className = "button button-quiet"; one.textContent = words[what + "Button"];
      one.setAttribute("aria-label", words[what + "Button"] + "：" + name);
      one.addEventListener("click", doIt);
      return one;
    };

    const drop = (take, item) => {
      URL.revokeObjectURL(take.address);
      takes = takes.filter((one) => one !== take);
      carrier.files = bundle(takes.map((one) => one.file));
      item.remove();
      show("idle");
    };

    // Held, it records until it is let go; tapped, until it is tapped again.
    const down = () => {
      pressed = true;
      pressedAt = Date.now();
      if (state === "recording") { pressed = false; stop(); } else if (state === "idle") start();
    };
    const up = () => {
      if (!pressed) return;
      pressed = false;
      const held = Date.now() - pressedAt >= TAP;
      if (state === "recording" && held) stop();
      else if (state === "recording") say("tapped");
      else if (state === "asking" && held) letGo = true;
    };
    let touched = false;
    button.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      touched = true;
      if (button.setPointerCapture) button.setPointerCapture(event.pointerId);
      down();
    });
    ["pointerup", "pointercancel"].forEach((kind) => button.addEventListener(kind, up));
    button.addEventListener("contextmenu", (event) => event.preventDefault());
    button.addEventListener("keydown", (event) => {
      if (event.key !== " " && event.key !== "Enter") return;
      event.preventDefault();
      if (!event.repeat) down();
    });
    button.addEventListener("keyup", (event) => {
      if (event.key !== " " && event.key !== "Enter") return;
      event.preventDefault();
      up();
    });
    // A screen reader presses without a finger and without a key.
    button.addEventListener("click", () => {
      if (!touched) { down(); up(); }
      touched = false;
    });
    document.addEventListener("visibilitychange", () => { if (document.hidden && state === "recording") stop(); });
    form.addEventListener("submit", () => { if (state === "recording") stop(); }, true);
    form.addEventListener("reset", () => {
      takes.forEach((take) => URL.revokeObjectURL(take.address));
      takes = [];
      list.textContent = "";
      show("idle");
    });
    show("idle");
  };

  document.querySelectorAll("[data-recorder]").forEach(begin);
})();
