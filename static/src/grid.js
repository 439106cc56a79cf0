// A grid of boxes, moved about in, typed over, filled and pasted into as in a spreadsheet.
// Without this script it is a table of boxes.

import { Block } from "./grid-block.js";
import { Cells } from "./grid-cells.js";
import { Draft } from "./grid-draft.js";
import { cellsOf, textOf } from "./grid-text.js";

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0], PageDown: [10, 0] };
// Texts that found no cell, named where they are said.
const MOST_NAMED = 5;

class Grid {
  constructor(form) {
    this.form = form;
    this.said = form.dataset;
    this.cells = new Cells(form);
    this.block = new Block(this.cells);
    this.draft = new Draft(form.dataset);
    this.done = [];
    this.undone = [];
    this.editing = false;
    this.began = null;
    this.leaving = false;
    this.parts = Object.fromEntries(["status", "count", "add", "undo", "redo", "draft"].map((name) => [
      name, form.querySelector(`[data-grid-${name}]`),
    ]));
    this.listen();
    this.count();
    this.offerDraft();
  }

  // ---- what was changed, undone and said

  say(words) {
    this.parts.status.textContent = words;
  }

  count() {
    const changed = this.cells.boxes.filter((box) => {
      const is = this.cells.changed(box);
      box.classList.toggle("grid__input--changed", is);
      return is;
    });
    this.unsaved = changed.length;
    this.parts.count.textContent = changed.length ? `${this.said.saidUnsaved} ${changed.length}.` : "";
    this.parts.undo.disabled = !this.done.length;
    this.parts.redo.disabled = !this.undone.length;
  }

  // What is in the box that is typed in becomes a step that can be undone.
  settle() {
    const { began } = this;
    if (began && began.box.value !== began.value) this.note([[began.box, began.value, began.box.value]]);
    if (began) this.began = { box: began.box, value: began.box.value };
  }

  // The cell with the focus is as if it had just been come to.
  settled() {
    if (!this.began) return;
    this.began.value = this.began.box.value;
    this.editing = false;
    this.began.box.select();
  }

  note(step) {
    const real = step.filter(([, before, after]) => before !== after);
    if (real.length) {
      this.done.push(real);
      this.undone = [];
    }
    this.count();
    this.draft.keep(this.cells);
  }

  // Puts texts into boxes as one step. `wanted`: pairs of a box and its text.
  put(wanted) {
    this.settle();
    const step = wanted.map(([box, text]) => [box, box.value, text]);
    for (const [box, , text] of step) box.value = text;
    this.settled();
    this.note(step);
  }

  turn(from, to, which, words) {
    this.settle();
    const step = from.pop();
    if (!step) return;
    for (const part of step) part[0].value = part[which];
    to.push(step);
    this.settled();
    this.count();
    this.draft.keep(this.cells);
    this.go(this.cells.place(step[0][0]));
    this.say(`${words} ${step.length}.`);
  }

  undo() { this.turn(this.done, this.undone, 1, this.said.saidUndone); }

  redo() { this.turn(this.undone, this.done, 2, this.said.saidRedone); }

  // ---- moving

  go(place) {
    const box = this.cells.box(place);
    box?.focus();
    box?.select();
    return Boolean(box);
  }

  // The next cell that way that is open to change.
  step(from, down, across) {
    const at = { row: from.row + down, column: from.column + across };
    while (this.cells.rows[at.row]?.[at.column] !== undefined) {
      if (this.go(at)) return true;
      at.row += Math.sign(down);
      at.column += Math.sign(across);
    }
    return false;
  }

  enter(place, back) {
    const column = this.tabbedFrom ?? place.column;
    this.tabbedFrom = null;
    if (this.step({ row: place.row, column }, back ? -1 : 1, 0) || back) return true;
    if (place.row === this.cells.rows.length - 1 && this.cells.addRow()) this.step({ row: place.row, column }, 1, 0);
    return true;
  }

  arrow(event, box, place) {
    const { key } = event;
    const [down, across] = STEPS[key];
    const most = this.cells.rows.length - 1;
    const ends = { start: box.selectionEnd === 0, end: box.selectionStart === box.value.length };
    const ready = this.isReady(box);
    if (Math.abs(down) > 1) return this.go({ row: Math.min(most, Math.max(0, place.row + down)), column: place.column });
    if (event.shiftKey || event.ctrlKey || event.metaKey) {
      if (!ready) return false;
      const from = event.shiftKey ? this.block.head : place;
      const to = event.ctrlKey || event.metaKey ? this.cells.edge(from, down, across)
        : { row: from.row + down, column: from.column + across };
      if (!event.shiftKey) return this.go(to) || true;
      this.block.stretch(to);
      this.say(this.block.many ? `${this.said.saidChosen} ${this.block.places.length}.` : "");
      return true;
    }
    if (down) {
      // While one types in a list of choices the arrows choose from it.
      if (!ready && box.hasAttribute("list")) return false;
      return this.step(place, down, 0) || true;
    }
    if (ready || (across < 0 ? ends.start : ends.end)) return this.step(place, 0, across) || true;
    return false;
  }

  isReady(box) {
    return !this.editing && box.selectionStart === 0 && box.selectionEnd === box.value.length;
  }

  // ---- keys

  command(event, box) {
    const key = event.key.toLowerCase();
    const typing = this.began && this.began.box === box && this.began.value !== box.value;
    if (key === "z" && !event.shiftKey && !typing) { this.undo(); return true; }
    if (key === "y" || (key === "z" && event.shiftKey)) { this.redo(); return true; }
    if (key === "d") { this.fillDown(); return true; }
    if (key === "s") { this.form.requestSubmit(this.form.querySelector("[data-grid-save]")); return true; }
    if (key === "a" && this.isReady(box)) { this.block.all(); return true; }
    if (key === "home") return this.go({ row: 0, column: 0 }) || this.step({ row: 0, column: 0 }, 0, 1);
    if (key === "end") {
      const row = this.cells.rows.length - 1;
      return this.go({ row, column: this.cells.rows[row].length - 1 });
    }
    return false;
  }

  // Whether the key was one of ours.
  press(event) {
    const box = event.target;
    const place = this.cells.place(box);
    const { key } = event;
    if (event.isComposing || event.altKey) return false;
    if (key === "Tab") {
      if (!event.shiftKey) this.tabbedFrom ??= place.column;
      return false;
    }
    if (key === "Enter") return this.enter(place, event.shiftKey);
    if (key in STEPS || key === "Home" || key === "End") this.tabbedFrom = null;
    if (key in STEPS) return this.arrow(event, box, place);
    if (event.ctrlKey || event.metaKey) return this.command(event, box);
    if (key === "F2") {
      this.editing = true;
      box.setSelectionRange(box.value.length, box.value.length);
      return true;
    }
    if (key === "Escape") return this.giveUp(box);
    if ((key === "Delete" || (key === "Backspace" && this.block.many)) && this.isReady(box)) {
      this.clear();
      return true;
    }
    return false;
  }

  // The text as it was when the cell was come to; a block is let go.
  giveUp(box) {
    const many = this.block.many;
    if (this.began?.box === box) box.value = this.began.value;
    this.editing = false;
    this.block.at(this.cells.place(box));
    box.select();
    this.count();
    return many || box.value !== "";
  }

  // ---- blocks of cells

  clear() {
    this.put(this.block.boxes.map((box) => [box, ""]));
    this.say(`${this.said.saidCleared} ${this.block.boxes.length}.`);
  }

  // The block's first row down the others; of one row, what stands above it.
  fillDown() {
    const { top, bottom } = this.block;
    const first = bottom > top ? top : top - 1;
    if (first < 0) return;
    const wanted = this.block.places.filter(({ row }) => row > first)
      .map((place) => [this.cells.box(place), this.cells.text({ row: first, column: place.column })])
      .filter(([box]) => box);
    this.put(wanted);
    this.say(`${this.said.saidFilled} ${wanted.length}.`);
  }

  copy(event) {
    const box = event.target;
    if (!this.block.many && !this.isReady(box)) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", textOf(this.block.texts));
    if (event.type === "cut") this.clear();
    else this.say(`${this.said.saidCopied} ${this.block.places.length}.`);
  }

  paste(event) {
    const text = event.clipboardData.getData("text/plain");
    const rows = cellsOf(text);
    if (!rows.length || (!this.block.many && rows.length === 1 && rows[0].length === 1)) return;
    event.preventDefault();
    const wanted = [];
    const left = [];
    for (const { row, column, text: typed } of this.block.laid(rows)) {
      while (!this.cells.rows[row] && this.cells.addRow());
      const box = this.cells.box({ row, column });
      if (box) wanted.push([box, typed]);
      else if (typed !== "") left.push(typed);
    }
    this.put(wanted);
    this.say(`${this.said.saidPasted} ${wanted.length}.${this.leftOut(left)}`);
  }

  leftOut(texts) {
    if (!texts.length) return "";
    const shown = texts.slice(0, MOST_NAMED).map((one) => `“${one}”`).join(", ");
    return ` ${this.said.saidLeft} ${texts.length}: ${shown}${texts.length > MOST_NAMED ? " …" : "."}`;
  }

  // ---- what was typed before and not saved

  offerDraft() {
    const lost = this.draft.lost(this.cells);
    const { draft } = this.parts;
    if (!lost.length) return;
    draft.hidden = false;
    draft.querySelector("[data-grid-restore]").addEventListener("click", () => {
      draft.hidden = true;
      this.restore(lost);
    });
    draft.querySelector("[data-grid-forget]").addEventListener("click", () => {
      draft.hidden = true;
      this.draft.forget();
      this.go({ row: 0, column: 0 });
    });
  }

  restore(lost) {
    const wanted = [];
    const gone = [];
    for (const [name, before, text] of lost) {
      const [key, column] = name.split(".");
      while (key.startsWith("new-") && !this.form.elements[name] && this.cells.addRow());
      const box = this.form.elements[name];
      if (!box) {
        if (text) gone.push(text);
        continue;
      }
      // What it was typed over is kept with it, so that what somebody saved since is seen when this is.
      if (this.cells.seen[key]) this.cells.seen[key][column] = before;
      wanted.push([box, text]);
    }
    this.form.elements.seen.value = JSON.stringify(this.cells.seen);
    this.put(wanted);
    if (wanted.length) this.go(this.cells.place(wanted[0][0]));
    this.say(`${this.said.saidRestored} ${wanted.length}.${this.leftOut(gone)}`);
  }

  // ---- events

  listen() {
    const { form, parts } = this;
    const ours = (act) => (event) => { if (event.target.matches("input[data-cell]")) act(event); };
    form.addEventListener("keydown", ours((event) => { if (this.press(event)) event.preventDefault(); }));
    form.addEventListener("focusin", ours(({ target }) => {
      this.editing = false;
      this.began = { box: target, value: target.value };
      this.block.at(this.cells.place(target));
      if (!this.block.touch) target.select();
    }));
    form.addEventListener("focusout", ours(() => { this.settle(); this.began = null; }));
    form.addEventListener("input", ours(() => { this.editing = true; this.count(); this.draft.keep(this.cells); }));
    form.addEventListener("paste", ours((event) => this.paste(event)));
    for (const name of ["copy", "cut"]) form.addEventListener(name, ours((event) => this.copy(event)));
    this.block.follow(form, () => { this.editing = true; });
    form.addEventListener("mousedown", () => { this.tabbedFrom = null; });
    parts.undo.addEventListener("click", () => this.undo());
    parts.redo.addEventListener("click", () => this.redo());
    parts.add.addEventListener("click", () => {
      const at = this.cells.rows.length;
      for (let number = 0; number < 5; number += 1) this.cells.addRow();
      this.step({ row: at - 1, column: 0 }, 1, 0);
    });
    parts.add.hidden = !form.querySelector(".grid__new");
    for (const part of [parts.undo, parts.redo]) part.hidden = false;
    // What was left alone need not be sent: a page of five hundred rows would be more than a form may have.
    form.addEventListener("formdata", ({ formData }) => {
      for (const box of this.cells.boxes) if (!this.cells.changed(box)) formData.delete(box.name);
    });
    form.addEventListener("submit", () => { this.leaving = true; this.draft.keep(this.cells, this.draft.back); });
    window.addEventListener("pageshow", () => { this.leaving = false; });
    window.addEventListener("beforeunload", (event) => { if (this.unsaved && !this.leaving) event.preventDefault(); });
  }
}

export function grids() {
  for (const form of document.querySelectorAll("[data-grid]")) new Grid(form);
}
