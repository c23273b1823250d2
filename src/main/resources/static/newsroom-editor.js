/* Lianxin 连心: a way to write the lines and marks of an article as they will look. The text area stays what is sent; without this file it is written in directly. */
import {Schema, Slice, Fragment} from "/webjars/prosemirror-model/1.25.4/dist/index.js";
import {EditorState, NodeSelection, TextSelection} from "/webjars/prosemirror-state/1.4.4/dist/index.js";
import {EditorView} from "/webjars/prosemirror-view/1.41.3/dist/index.js";
import {keymap} from "/webjars/prosemirror-keymap/1.2.3/dist/index.js";
import {baseKeymap, setBlockType, splitBlockAs, chainCommands} from "/webjars/prosemirror-commands/1.7.1/dist/index.js";
import {closeHistory, history, undo, redo} from "/webjars/prosemirror-history/1.5.0/dist/index.js";
import {inputRules, textblockTypeInputRule} from "/webjars/prosemirror-inputrules/1.5.1/dist/index.js";

const area = document.querySelector("textarea[data-editor]");
const words = area.dataset;
const form = area.form;
const PLAIN = "lianxin-plain-lines";

// Whatever attributes say is put out as words alone.
const line = (tag, cls, mark) => ({
  content: "text*", group: "block", marks: "", defining: true, attrs: {mark: {default: mark, validate: "string"}},
  toDOM: () => [tag, {class: cls}, 0],
});
const schema = new Schema({nodes: {
  doc: {content: "block+"},
  paragraph: {content: "text*", group: "block", marks: "", toDOM: () => ["p", 0]},
  heading: line("h3", "write-heading", "# "),
  quotation: line("blockquote", "write-quotation", "> "),
  point: line("p", "write-point", "- "),
  figure: {
    group: "block", atom: true, draggable: true, attrs: {place: {default: 1, validate: "number"}, written: {default: "", validate: "string"}},
    toDOM: (node) => ["div", {class: "write-figure", "data-place": String(Number(node.attrs.place))}, words.figure.replace("{n}", Number(node.attrs.place))],
  },
  text: {},
}, marks: {}});
const {paragraph, heading, quotation, point, figure} = schema.nodes;

// The marks of a line as the server reads them; what nobody touches is given back as it was.
const PICTURE = /^[\s\u3000]*[【[]图\s?([0-9]{1,2})[】\]][ \t]*$/;
const MARKS = [[/^[\s\u3000]*[#＃]{1,3}[ \u3000]+/, heading], [/^[\s\u3000]*[>＞][ \u3000]*/, quotation], [/^[\s\u3000]*[-－·•][ \u3000]+/, point]];
const inWords = (text) => text ? schema.text(text) : null;
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
  const text = node.textContent;
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
  const walk = (node, mark) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) { words += child.data.replace(/[ \t]*[\r\n]+[ \t]*/g, "\n"); continue; }
      if (child.nodeType !== 1 || SKIPPED.test(child.nodeName)) continue;
      if (/mso-list:\s*ignore|display:\s*none/i.test(child.getAttribute("data-style") || "")) continue;
      if (child.nodeName === "BR") { end(mark); continue; }
      if (/^\d{1,2}$/.test(child.getAttribute("data-place") || "")) { end(mark); lines.push("【图" + child.getAttribute("data-place") + "】"); continue; }
      if (!BLOCKS.test(child.nodeName)) {
        walk(child, mark);
        if (/^T[DH]$/.test(child.nodeName)) words += " ";
        continue;
      }
      end(mark);
      const inner = markOf(child, mark);
      walk(child, inner);
      end(inner);
    }
  };
  walk(new DOMParser().parseFromString(quietly(html), "text/html").body, "");
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

const box = document.createElement("div");
box.className = "write-editor";
const bar = document.createElement("div");
bar.className = "write-bar";
bar.setAttribute("role", "toolbar");
bar.setAttribute("aria-label", words.bar);
const canvas = document.createElement("div");
canvas.className = "write-canvas news-body";
box.append(bar, canvas);

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
const at = (type) => (state) => state.selection.$from.depth > 0 && state.selection.$from.parent.type === type;
bar.append(
  button(words.paragraph, setBlockType(paragraph), at(paragraph)),
  button(words.heading, setBlockType(heading), at(heading)),
  button(words.quotation, setBlockType(quotation), at(quotation)),
  button(words.point, setBlockType(point), at(point)));
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
    keymap({"Mod-z": undo, "Mod-y": redo, "Mod-Shift-z": redo, "Alt-ArrowUp": move(false), "Alt-ArrowDown": move(true), Enter: goOn, "Shift-Enter": goOn, Backspace: unmark}),
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
