// A grid of boxes, moved about in, typed over, filled and pasted into as in a spreadsheet.
// Without this script it is a table of boxes.

import { Block } from "./grid-block.js";
import { Blocks } from "./grid-blocks.js";
import { Cells } from "./grid-cells.js";
import { Draft } from "./grid-draft.js";
import { Keys } from "./grid-keys.js";

class Grid {
  constructor(form) {
    this.form = form;
    this.said = form.dataset;
    this.cells = new Cells(form);
    this.block = new Block(this.cells);
    this.blocks = new Blocks(this);
    this.keys = new Keys(this);
    this.draft = new Draft(form.dataset);
    this.done = [];
    this.undone = [];
    this.editing = false;
    this.began = null;
    this.leaving = false;
    this.parts = Object.fromEntries(["status", "count", "save", "add", "undo", "redo", "draft"].map((name) => [
      name, form.querySelector(`[data-grid-${name}]`),
    ]));
    this.listen();
    this.tell();
    this.draft.offer(this);
  }

  // ---- what was changed, undone and said

  // The same words twice running are said twice: a screen reader passes over a text that is as it was.
  say(words) {
    const { status } = this.parts;
    status.textContent = words && words === status.textContent ? `${words}\u00a0` : words;
  }

  // Boxes were typed in: counted, and kept in case the page is left.
  count(boxes) {
    this.cells.mark(boxes);
    this.tell();
    this.draft.keep(this.cells);
  }

  tell() {
    const { size } = this.cells.unsaved;
    this.parts.count.textContent = size ? `${this.said.saidUnsaved} ${size}.` : "";
    this.parts.undo.disabled = !this.done.length;
    this.parts.redo.disabled = !this.undone.length;
  }

  // What is in the box that is typed in becomes a step that can be undone.
  settle() {
    const { began } = this;
    if (this.isTyping(began?.box)) this.note([[began.box, began.value, began.box.value]]);
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
    this.count(step.map(([box]) => box));
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
    this.count(step.map(([box]) => box));
    this.go(this.cells.place(step[0][0]));
    this.say(`${words} ${step.length}.`);
  }

  undo() { this.turn(this.done, this.undone, 1, this.said.saidUndone); }

  redo() { this.turn(this.undone, this.done, 2, this.said.saidRedone); }

  // ---- the cell that has the focus

  go(place) {
    const box = this.cells.box(place);
    box?.focus();
    box?.select();
    return Boolean(box);
  }

  isReady(box) {
    return !this.editing && box.selectionStart === 0 && box.selectionEnd === box.value.length;
  }

  isTyping(box) {
    return Boolean(box) && this.began?.box === box && this.began.value !== box.value;
  }

  // The text as it was when the cell was come to; a block is let go.
  giveUp(box) {
    const { many } = this.block;
    if (this.began?.box === box) box.value = this.began.value;
    this.editing = false;
    this.block.at(this.cells.place(box));
    box.select();
    this.count([box]);
    return many || box.value !== "";
  }

  // ---- events

  listen() {
    const { form, parts } = this;
    const ours = (act) => (event) => { if (event.target.matches("input[data-cell]")) act(event); };
    form.addEventListener("keydown", ours((event) => { if (this.keys.press(event)) event.preventDefault(); }));
    form.addEventListener("focusin", ours(({ target }) => {
      this.editing = false;
      this.began = { box: target, value: target.value };
      this.block.at(this.cells.place(target));
      if (!this.block.touch) target.select();
    }));
    form.addEventListener("focusout", ours(() => { this.settle(); this.began = null; }));
    form.addEventListener("input", ours(({ target }) => { this.editing = true; this.count([target]); }));
    form.addEventListener("paste", ours((event) => this.blocks.paste(event)));
    for (const name of ["copy", "cut"]) form.addEventListener(name, ours((event) => this.blocks.copy(event)));
    this.block.follow(form, () => { this.editing = true; });
    form.addEventListener("mousedown", () => { this.keys.tabbedFrom = null; });
    parts.undo.addEventListener("click", () => this.undo());
    parts.redo.addEventListener("click", () => this.redo());
    parts.add.addEventListener("click", () => {
      const at = this.cells.rows.length;
      this.cells.addRows(5);
      this.keys.step({ row: at - 1, column: 0 }, 1, 0);
    });
    parts.add.hidden = !form.querySelector(".grid__new");
    for (const part of [parts.undo, parts.redo]) part.hidden = false;
    // What was left alone need not be sent: a page of five hundred rows would be more than a form may have.
    form.addEventListener("formdata", ({ formData }) => {
      this.cells.mark(this.cells.boxes);
      for (const box of this.cells.boxes) if (!this.cells.unsaved.has(box)) formData.delete(box.name);
    });
    form.addEventListener("submit", () => {
      this.leaving = true;
      this.draft.keep(this.cells, this.draft.back);
      this.say(this.said.saidSaving);
    });
    window.addEventListener("pageshow", ({ persisted }) => {
      this.leaving = false;
      if (persisted) this.say("");
    });
    window.addEventListener("beforeunload", (event) => {
      if (this.cells.unsaved.size && !this.leaving) event.preventDefault();
    });
  }
}

export function grids() {
  for (const form of document.querySelectorAll("[data-grid]")) new Grid(form);
}
