/* Lianxin 连心: draws boxes on a picture with mouse, finger or keys. The number fields below hold them; without this file they are filled in by hand. */
(() => {
  "use strict";
  const layer = document.querySelector("[data-boxes]");
  if (!layer) return;
  const rows = Array.from(document.querySelectorAll("[data-box]"));
  const add = document.querySelector("[data-add-box]");
  const group = layer.querySelector("g");
  const sides = ["left", "top", "width", "height"];
  const least = 0.5;
  const drawn = new Map();

  const field = (row, name) => row.querySelector("[name=" + name + "]");
  const blank = (row) => sides.every((name) => field(row, name).value.trim() === "");
  const read = (row) => {
    const box = sides.map((name) => parseFloat(field(row, name).value.replace(",", ".")));
    return box.every(Number.isFinite) && box[2] > 0 && box[3] > 0 ? box : null;
  };
  const tenth = (number) => Math.round(number * 10) / 10;
  const between = (low, number, high) => Math.min(Math.max(low, number), high);
  const write = (row, box) => sides.forEach((name, side) => { field(row, name).value = box ? String(tenth(box[side])) : ""; });

  const show = () => {
    rows.forEach((row, place) => {
      const box = read(row);
      let rect = drawn.get(row);
      row.hidden = blank(row);
      if (!box) {
        if (rect) rect.remove();
        drawn.delete(row);
        return;
      }
      if (!rect) {
        rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
        rect.setAttribute("tabindex", "0");
        rect.setAttribute("role", "button");
        drawn.set(row, rect);
        group.append(rect);
      }
      const select = field(row, "covers");
      rect.setAttribute("aria-label", layer.dataset.label.replace("{n}", place + 1).replace("{what}", select.options[select.selectedIndex].text));
      ["x", "y", "width", "height"].forEach((name, side) => rect.setAttribute(name, box[side] * 10));
    });
    if (add) add.disabled = !rows.some(blank);
  };
  const rowOf = (rect) => rows.find((row) => drawn.get(row) === rect);
  const at = (event) => {
    const frame = layer.getBoundingClientRect();
    return [between(0, (event.clientX - frame.left) / frame.width * 100, 100), between(0, (event.clientY - frame.top) / frame.height * 100, 100)];
  };

  // A press on a box moves it, at its lower right corner stretches it; elsewhere a new one begins.
  let hold = null;
  layer.addEventListener("pointerdown", (event) => {
    if (event.button > 0 || hold) return;
    const from = at(event);
    const pressed = rowOf(event.target);
    const row = pressed || rows.find(blank);
    if (!row) return;
    event.preventDefault();
    const box = pressed ? read(pressed) : [from[0], from[1], 0, 0];
    const frame = event.target.getBoundingClientRect();
    const corner = pressed && frame.right - event.clientX < 16 && frame.bottom - event.clientY < 16;
    hold = { row, from, box, way: !pressed ? "new" : corner ? "stretch" : "move" };
    layer.setPointerCapture(event.pointerId);
    if (pressed) event.target.focus();
  });
  layer.addEventListener("pointermove", (event) => {
    if (!hold) return;
    const to = at(event), [left, top, width, height] = hold.box;
    const dx = to[0] - hold.from[0], dy = to[1] - hold.from[1];
    if (hold.way === "new") write(hold.row, [Math.min(to[0], left), Math.min(to[1], top), Math.abs(dx), Math.abs(dy)]);
    else if (hold.way === "move") write(hold.row, [between(0, left + dx, 100 - width), between(0, top + dy, 100 - height), width, height]);
    else write(hold.row, [left, top, between(least, width + dx, 100 - left), between(least, height + dy, 100 - top)]);
    show();
  });
  const drop = () => {
    if (!hold) return;
    const { row, way } = hold, box = read(row);
    hold = null;
    if (way === "new" && (!box || box[2] < 1 || box[3] < 1)) write(row, null);
    show();
    if (way === "new" && drawn.get(row)) drawn.get(row).focus();
  };
  layer.addEventListener("pointerup", drop);
  layer.addEventListener("pointercancel", drop);

  // Arrows move, with Shift they stretch; Delete removes, Enter goes to its fields.
  layer.addEventListener("keydown", (event) => {
    const row = rowOf(event.target), box = row && read(row);
    if (!box) return;
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const [left, top, width, height] = box;
    if (way && event.shiftKey) write(row, [left, top, between(least, width + way[0], 100 - left), between(least, height + way[1], 100 - top)]);
    else if (way) write(row, [between(0, left + way[0], 100 - width), between(0, top + way[1], 100 - height), width, height]);
    else if (event.key === "Delete" || event.key === "Backspace") write(row, null);
    else if (event.key === "Enter") field(row, "covers").focus();
    else return;
    event.preventDefault();
    show();
    if (!drawn.get(row) && add) add.focus();
  });

  document.addEventListener("input", (event) => { if (event.target.closest("[data-box]")) show(); });
  rows.forEach((row) => {
    const remove = row.querySelector("[data-remove-box]");
    remove.hidden = false;
    remove.addEventListener("click", () => { write(row, null); show(); if (add) add.focus(); });
  });
  if (add) {
    add.hidden = false;
    add.addEventListener("click", () => {
      const row = rows.find(blank);
      if (!row) return;
      write(row, [40, 40, 20, 20]);
      show();
      drawn.get(row).focus();
    });
  }
  group.replaceChildren();
  show();
})();
