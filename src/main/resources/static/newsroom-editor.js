/* Lianxin 连心: a way to write the lines and marks of an article as they will look. The text area stays what is sent; without this file it is written in directly. */
import {Schema, Slice, Fragment} from "/webjars/prosemirror-model/1.25.4/dist/index.js";
import {EditorState, NodeSelection, TextSelection} from "/webjars/prosemirror-state/1.4.4/dist/index.js";
import {EditorView} from "/webjars/prosemirror-view/1.41.3/dist/index.js";
import {keymap} from "/webjars/prosemirror-keymap/1.2.3/dist/index.js";
import {baseKeymap, setBlockType, splitBlockAs, chainCommands, toggleMark} from "/webjars/prosemirror-commands/1.7.1/dist/index.js";
import {closeHistory, history, undo, redo} from "/webjars/prosemirror-history/1.5.0/dist/index.js";
import {inputRules, textblockTypeInputRule} from "/webjars/prosemirror-inputrules/1.5.1/dist/index.js";

const area = document.querySelector("textarea[data-editor]");
const words = area.dataset;
const form = area.form;
const PLAIN = "lianxin-plain-lines";

// Whatever attributes say is put out as words alone.
const line = (tag, cls, mark) => ({
  content: "text*", group: "block", marks: "_", defining: true, attrs: {mark: {default: mark, validate: "string"}},
  toDOM: () => [tag, {class: cls}, 0],
});
const schema = new Schema({nodes: {
  doc: {content: "block+"},
  paragraph: {content: "text*", group: "block", marks: "_", toDOM: () => ["p", 0]},
  heading: line("h3", "write-heading", "# "),
  quotation: line("blockquote", "write-quotation", "> "),
  point: line("p", "write-point", "- "),
  figure: {
    group: "block", atom: true, draggable: true, attrs: {place: {default: 1, validate: "number"}, written: {default: "", validate: "string"}},
    toDOM: (node) => ["div", {class: "write-figure", "data-place": String(Number(node.attrs.place))}, words.figure.replace("{n}", Number(node.attrs.place))],
  },
  text: {},
}, marks: {
  // One of them at a time: a line has no marks within marks.
  strong: {excludes: "_", toDOM: () => ["strong", 0]},
  link: {excludes: "_", inclusive: false, attrs: {address: {validate: "string"}}, toDOM: (mark) => ["span", {class: "write-link", title: String(mark.attrs.address)}, 0]},
}});
const {paragraph, heading, quotation, point, figure} = schema.nodes;
const {strong, link} = schema.marks;

// The marks of a line as the server reads them; what nobody touches is given back as it was.
const PICTURE = /^[\s\u3000]*[【[]图\s?([0-9]{1,2})[】\]][ \t]*$/;
const MARKS = [[/^[\s\u3000]*[#＃]{1,3}[ \u3000]+/, heading], [/^[\s\u3000]*[>＞][ \u3000]*/, quotation], [/^[\s\u3000]*[-－·•][ \u3000]+/, point]];
const WORDS = /【粗：([^【】\n]+)】|【链：([^\s【】]{1,300}) ([^【】\n]+)】/g;
const leads = (address) => /^\/news(?:\/[A-Za-z0-9][A-Za-z0-9.-]*)*$|^https?:\/\/[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:[/?#][^\s【】<>"{}|\\^`]*)?$/.test(address) && address.length <= 300;
const inWords = (text) => {
  const nodes = [];
  let at = 0;
  const plain = (to) => { if (to > at) nodes.push(schema.text(text.slice(at, to))); };
  for (const found of text.matchAll(WORDS)) {
    if (!found[1] && !(leads(found[2]) && found[3].trim())) continue;
    plain(found.index);
    nodes.push(found[1] ? schema.text(found[1], [strong.create()]) : schema.text(found[3], [link.create({address: found[2]})]));
    at = found.index + found[0].length;
  }
  plain(text.length);
  return Fragment.from(nodes);
};
// What has no mark of its own among the words, a bracket or a break, stands between them.
const wordsOf = (node) => {
  let words = "";
  node.forEach((child) => {
    const mark = child.marks[0];
    for (const part of mark ? child.text.split(/([【】\n])/) : [child.text]) {
      if (!mark || !part || /^[【】\n]$/.test(part) || mark.type === link && !part.trim()) words += part;
      else words += mark.type === strong ? "【粗：" + part + "】" : "【链：" + mark.attrs.address + " " + part + "】";
    }
  });
  return words;
};
const blockOf = (text) => {
  const picture = PICTURE.exec(text);
  if (picture) return figure.create({place: Number(picture[1]), written: text});
  for (const [mark, type] of MARKS) {
    const found = mark.exec(text);
    if (found && found[0].length < text.length) return type.create({mark: found[0]}, inWords(text.slice(found[0].length)));
  }
  return paragraph.create(null, inWords(text));
};
const blocksOf = (text) => text.replace(/\r\n?/g, "\n").split("\n").map(blockOf);
const documentOf = (text) => schema.node("doc", null, blocksOf(text));
const lineOf = (node) => {
  if (node.type === figure) return node.attrs.written || "【图" + node.attrs.place + "】";
  const text = wordsOf(node);
  if (node.type === paragraph || !text) return text;
  // Each line of it begins with the mark, or it would be one no more.
  return text.split("\n").map((one) => node.attrs.mark + one.replace(/^[ \u3000]+/, "")).join("\n");
};
const linesOf = (doc) => {
  const lines = [];
  doc.forEach((node) => lines.push(lineOf(node)));
  return lines.join("\n");
};

// What is pasted becomes lines with marks first. The library's own way of reading the clipboard is never taken.
const SKIPPED = /^(STYLE|SCRIPT|TITLE|META|LINK|TEMPLATE|NOSCRIPT|SVG|MATH|IFRAME|OBJECT|SELECT|TEXTAREA|BUTTON)$/i;
const BLOCKS = /^(P|DIV|H[1-6]|LI|UL|OL|DL|DT|DD|BLOCKQUOTE|TABLE|TBODY|THEAD|TR|SECTION|ARTICLE|HEADER|FOOTER|MAIN|PRE|FIGURE|FIGCAPTION|HR|BODY|FORM)$/;
// Nothing in it would run or be applied; browsers complain of each all the same.
const quietly = (html) => html.replace(/<[^>]*>/g, (tag) => tag.replace(/^<(\/?)style\b/i, "<$1template").replace(/([\s"'/])(style|on[a-z]+)\s*=/gi, "$1data-$2="));
const pastedLines = (html) => {
  const lines = [];
  let words = "";
  const end = (mark) => {
    const text = words.replace(/([\u2e80-\uffef])\n(?=[\u2e80-\uffef])/g, "$1").replace(/[ \t\n\u00a0]+/g, " ").trim();
    if (text) lines.push(mark + text);
    words = "";
  };
  const markOf = (node, mark) => {
    if (/^H[1-6]$/.test(node.nodeName)) return "# ";
    if (node.nodeName === "BLOCKQUOTE") return "> ";
    return node.nodeName === "LI" || /MsoListParagraph|write-point/.test(node.className) ? "- " : mark;
  };
  // Around some of the words, where they can be within a mark.
  const dressed = (text, dress) => !dress || !text.trim() || /[【】]/.test(text) ? text
    : text.replace(/^(\s*)([^]*?)(\s*)$/, (all, before, said, after) => before + dress(said.replace(/([\u2e80-\uffef])\n(?=[\u2e80-\uffef])/g, "$1").replace(/\s+/g, " ")) + after);
  const dressOf = (child, mark, dress) => {
    const address = child.nodeName === "A" ? child.getAttribute("href") || "" : child.className === "write-link" ? child.title : "";
    if (leads(address)) return (said) => "【链：" + address + " " + said + "】";
    return /^(STRONG|B)$/.test(child.nodeName) && mark !== "# " && !dress && !/font-weight:\s*(normal|[1-4]00)/i.test(child.getAttribute("data-style") || "") ? (said) => "【粗：" + said + "】" : dress;
  };
  const walk = (node, mark, dress) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) { words += dressed(child.data.replace(/[ \t]*[\r\n]+[ \t]*/g, "\n"), dress); continue; }
      if (child.nodeType !== 1 || SKIPPED.test(child.nodeName)) continue;
      if (/mso-list:\s*ignore|display:\s*none/i.test(child.getAttribute("data-style") || "")) continue;
      if (child.nodeName === "BR") { end(mark); continue; }
      if (/^\d{1,2}$/.test(child.getAttribute("data-place") || "")) { end(mark); lines.push("【图" + child.getAttribute("data-place") + "】"); continue; }
      if (!BLOCKS.test(child.nodeName)) {
        walk(child, mark, dressOf(child, mark, dress));
        if (/^T[DH]$/.test(child.nodeName)) words += " ";
        continue;
      }
      end(mark);
      const inner = markOf(child, mark);
      walk(child, inner, inner === "# " ? null : dress);
      end(inner);
    }
  };
  walk(new DOMParser().parseFromString(quietly(html), "text/html").body, "", null);
  end("");
  return lines.join("\n");
};
const insert = (view, text) => {
  behindFigure(view);
  const blocks = blocksOf(text.replace(/\u0000/g, ""));
  const open = blocks[0].type === paragraph && blocks[blocks.length - 1].type === paragraph ? 1 : 0;
  view.dispatch(view.state.tr.replaceSelection(new Slice(Fragment.from(blocks), open, open)).scrollIntoView());
};
const taken = (view, data) => {
  const html = data.getData("text/html");
  const text = html ? pastedLines(html) : data.getData("text/plain");
  if (text) insert(view, text);
};

// One block up or down: a picture, a paragraph.
const move = (down) => (state, dispatch) => {
  const at = state.selection.$from.index(0), other = down ? at + 1 : at - 1, doc = state.doc;
  if (other < 0 || other >= doc.childCount) return false;
  if (dispatch) {
    let start = 0;
    for (let i = 0; i < Math.min(at, other); i++) start += doc.child(i).nodeSize;
    const first = doc.child(Math.min(at, other)), second = doc.child(Math.max(at, other));
    const tr = state.tr.replaceWith(start, start + first.nodeSize + second.nodeSize, [second, first]);
    const shift = down ? second.nodeSize : -first.nodeSize, selection = state.selection;
    tr.setSelection(selection instanceof NodeSelection
      ? NodeSelection.create(tr.doc, selection.from + shift)
      : TextSelection.create(tr.doc, selection.anchor + shift, selection.head + shift));
    dispatch(closeHistory(tr.scrollIntoView()));
  }
  return true;
};
// It stands behind the block where somebody is, and can be moved at once.
const put = (place) => (state, dispatch) => {
  if (dispatch) {
    const node = figure.create({place}), {$to, to} = state.selection, here = $to.depth > 0 && $to.parent.type === paragraph && $to.parent.content.size === 0;
    const start = here ? $to.before(1) : $to.depth > 0 ? $to.after(1) : to;
    const tr = state.tr.replaceWith(start, here ? $to.after(1) : start, node);
    dispatch(closeHistory(tr.setSelection(NodeSelection.create(tr.doc, start)).scrollIntoView()));
  }
  return true;
};
// Whoever types while a picture is chosen writes behind it, not over it.
const behindFigure = (view) => {
  const selection = view.state.selection;
  if (!(selection instanceof NodeSelection) || selection.node.type !== figure) return;
  const tr = view.state.tr.insert(selection.to, paragraph.create());
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, selection.to + 1)));
};
// Enter goes on with the next point, and out of the list where the point is empty; a step back takes the mark away first.
const goOn = chainCommands(
  (state, dispatch) => state.selection.empty && state.selection.$from.parent.type !== paragraph && state.selection.$from.parent.content.size === 0
    && state.selection.$from.depth > 0 && setBlockType(paragraph)(state, dispatch),
  (state, dispatch) => state.selection.$from.depth > 0 && splitBlockAs((node) => node.type === point ? {type: point, attrs: node.attrs} : null)(state, dispatch));
const unmark = (state, dispatch) => {
  const {$cursor} = state.selection;
  return Boolean($cursor) && $cursor.parentOffset === 0 && $cursor.parent.type !== paragraph && setBlockType(paragraph)(state, dispatch);
};
// What is chosen, or the whole link in which somebody stands.
const linked = (state) => {
  const {$from, from, to, empty} = state.selection;
  if (!empty) return {from, to, address: ""};
  let found = null;
  if ($from.parent.isTextblock) $from.parent.forEach((child, offset) => {
    const start = $from.start() + offset, mark = link.isInSet(child.marks);
    if (mark && start <= from && from <= start + child.nodeSize) found = {from: start, to: start + child.nodeSize, address: mark.attrs.address};
  });
  return found;
};

const box = document.createElement("div");
box.className = "write-editor";
const bar = document.createElement("div");
bar.className = "write-bar";
bar.setAttribute("role", "toolbar");
bar.setAttribute("aria-label", words.bar);
const canvas = document.createElement("div");
canvas.className = "write-canvas news-body";
const asking = document.createElement("div");
asking.className = "write-asking";
asking.hidden = true;
box.append(bar, asking, canvas);

let view = null;
const buttons = [];
const button = (says, command, active) => {
  const one = document.createElement("button");
  one.type = "button";
  one.className = "button write-button";
  one.textContent = says;
  if (active) one.setAttribute("aria-pressed", "false");
  // The selection stays where it is.
  one.addEventListener("mousedown", (event) => event.preventDefault());
  one.addEventListener("click", () => { command(view.state, view.dispatch, view); view.focus(); });
  buttons.push({one, active});
  return one;
};
const has = (type) => (state) => {
  const {from, to, empty, $from} = state.selection;
  return empty ? Boolean(type.isInSet(state.storedMarks || $from.marks())) : state.doc.rangeHasMark(from, to, type);
};
// An address is asked for beside the text; whoever gives none goes on writing.
const address = document.createElement("input");
const wrong = document.createElement("p");
const asked = (show) => {
  asking.hidden = !show;
  wrong.textContent = "";
  address.removeAttribute("aria-invalid");
  if (!show) { view.focus(); return true; }
  const place = linked(view.state), said = place ? view.state.doc.textBetween(place.from, place.to) : "";
  address.value = place && place.address || (leads(said) ? said : "");
  address.focus();
  return true;
};
const linkTo = () => {
  const to = address.value.trim();
  if (!leads(to)) {
    wrong.textContent = words.linkWrong;
    address.setAttribute("aria-invalid", "true");
    address.focus();
    return;
  }
  behindFigure(view);
  const place = linked(view.state), mark = link.create({address: to});
  view.dispatch(place ? view.state.tr.addMark(place.from, place.to, mark) : view.state.tr.replaceSelectionWith(schema.text(to, [mark]), false));
  asked(false);
};
const unlink = () => {
  const place = linked(view.state);
  if (place) view.dispatch(view.state.tr.removeMark(place.from, place.to, link));
  asked(false);
};
const at = (type) => (state) => state.selection.$from.depth > 0 && state.selection.$from.parent.type === type;
bar.append(
  button(words.paragraph, setBlockType(paragraph), at(paragraph)),
  button(words.heading, setBlockType(heading), at(heading)),
  button(words.quotation, setBlockType(quotation), at(quotation)),
  button(words.point, setBlockType(point), at(point)),
  button(words.strong, toggleMark(strong), has(strong)));
const toLink = button(words.link, () => {}, has(link));
toLink.addEventListener("click", (event) => { event.stopImmediatePropagation(); asked(asking.hidden); }, true);
bar.append(toLink);
const asks = document.createElement("label");
asks.textContent = words.address;
address.type = "text";
address.maxLength = 300;
address.inputMode = "url";
address.autocomplete = "off";
address.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" && event.key !== "Escape" || event.isComposing) return;
  event.preventDefault();
  if (event.key === "Enter") linkTo(); else asked(false);
});
// It is none of what the form sends.
address.addEventListener("input", (event) => event.stopPropagation());
asks.append(address);
wrong.className = "error";
wrong.setAttribute("role", "alert");
for (const [says, act] of [[words.linkPut, linkTo], [words.linkRemove, unlink]]) {
  const one = document.createElement("button");
  one.type = "button";
  one.className = "button write-button";
  one.textContent = says;
  one.addEventListener("click", act);
  asking.append(one);
}
asking.prepend(asks);
asking.append(wrong);
const pictures = document.createElement("span");
pictures.className = "write-pictures";
bar.append(pictures, button(words.up, move(false)), button(words.down, move(true)), button(words.undo, undo), button(words.redo, redo));
const plain = button(words.plain, () => {});
bar.append(plain);

const showPictures = () => {
  let many = Number(words.editor);
  form.querySelectorAll("input[type=file]").forEach((input) => { if (input.files.length) many += 1; });
  pictures.textContent = "";
  for (let place = 1; place <= many; place++) pictures.append(button(words.put.replace("{n}", place), put(place)));
};
const showState = () => buttons.forEach(({one, active}) => { if (active) one.setAttribute("aria-pressed", String(Boolean(active(view.state)))); });

const begin = (text) => EditorState.create({
  doc: documentOf(text),
  plugins: [
    inputRules({rules: [
      textblockTypeInputRule(/^[#＃]{1,3}[ \u3000]$/, heading), textblockTypeInputRule(/^[>＞]$/, quotation), textblockTypeInputRule(/^[-－·][ \u3000]$/, point)]}),
    keymap({"Mod-z": undo, "Mod-y": redo, "Mod-Shift-z": redo, "Alt-ArrowUp": move(false), "Alt-ArrowDown": move(true), "Mod-b": toggleMark(strong), "Mod-k": () => asked(true), Enter: goOn, "Shift-Enter": goOn, Backspace: unmark}),
    keymap(baseKeymap),
    history(),
  ],
});
const shown = (text) => {
  const says = {role: "textbox", "aria-multiline": "true", "aria-labelledby": "text-label", "aria-describedby": "editor-help", spellcheck: "false"};
  if (area.closest(".has-error")) says["aria-invalid"] = "true";
  view = new EditorView(canvas, {
    state: begin(text),
    attributes: says,
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) {
        area.value = linesOf(view.state.doc);
        area.dispatchEvent(new Event("input", {bubbles: true}));
      }
      showState();
    },
    handleTextInput(one, from, to, text) {
      if (!(one.state.selection instanceof NodeSelection)) return false;
      behindFigure(one);
      one.dispatch(one.state.tr.insertText(text));
      return true;
    },
    handleDOMEvents: {
      compositionstart(one) {
        behindFigure(one);
        return false;
      },
      paste(one, event) {
        event.preventDefault();
        if (event.clipboardData) taken(one, event.clipboardData);
        return true;
      },
      drop(one, event) {
        if (one.dragging && one.dragging.slice) return false;
        event.preventDefault();
        if (event.dataTransfer && !event.dataTransfer.files.length) insert(one, event.dataTransfer.getData("text/plain"));
        return true;
      },
    },
  });
  showState();
};

const remembered = () => { try { return localStorage.getItem(PLAIN) === "yes"; } catch (closed) { return false; } };
const remember = (yes) => { try { if (yes) localStorage.setItem(PLAIN, "yes"); else localStorage.removeItem(PLAIN); } catch (closed) { /* It is asked again. */ } };

const back = document.createElement("button");
back.type = "button";
back.className = "button write-back";
back.textContent = words.rich;
const help = document.getElementById("text-help");
const editorHelp = document.getElementById("editor-help");
const toRich = () => {
  showPictures();
  shown(area.value);
  area.hidden = true;
  box.hidden = false;
  back.hidden = true;
  help.hidden = true;
  editorHelp.hidden = false;
};
const toPlain = () => {
  if (view) view.destroy();
  view = null;
  area.hidden = false;
  box.hidden = true;
  back.hidden = false;
  help.hidden = false;
  editorHelp.hidden = true;
};
plain.addEventListener("click", (event) => { event.stopImmediatePropagation(); remember(true); toPlain(); area.focus(); }, true);
back.addEventListener("click", () => { remember(false); toRich(); view.focus(); });
document.getElementById("text-label").addEventListener("click", () => { if (view) view.focus(); });
document.addEventListener("click", (event) => { if (view && event.target.closest && event.target.closest('a[href="#text"]')) { event.preventDefault(); view.focus(); } });
form.addEventListener("change", (event) => { if (view && event.target.type === "file") { showPictures(); showState(); } });
// Whoever puts other words into the area says so.
area.addEventListener("lianxin-filled", () => { if (view) view.updateState(begin(area.value)); });

area.after(box, back);
toPlain();
const start = () => { if (!remembered()) toRich(); };
// Nobody is taken out of the line he writes.
if (document.activeElement === area) area.addEventListener("blur", start, {once: true}); else start();
