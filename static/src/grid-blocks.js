// What is done to a block of cells at once: emptied, filled down, copied, pasted on.

import { cellsOf, textOf } from "./grid-text.js";

// Texts that found no cell, named where they are said.
const MOST_NAMED = 5;

export class Blocks {
  constructor(grid) {
    this.grid = grid;
    this.cells = grid.cells;
    this.block = grid.block;
    this.said = grid.said;
  }

  clear() {
    const { boxes } = this.block;
    this.grid.put(boxes.map((box) => [box, ""]));
    this.grid.say(`${this.said.saidCleared} ${boxes.length}.`);
  }

  // The block's first row down the others; of one row, what stands above it.
  fillDown() {
    const { top, bottom } = this.block;
    const first = bottom > top ? top : top - 1;
    if (first < 0) return;
    const wanted = this.block.places.filter(({ row }) => row > first)
      .map((place) => [this.cells.box(place), this.cells.text({ row: first, column: place.column })])
      .filter(([box]) => box);
    this.grid.put(wanted);
    this.grid.say(`${this.said.saidFilled} ${wanted.length}.`);
  }

  copy(event) {
    if (!this.block.many && !this.grid.isReady(event.target)) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", textOf(this.block.texts));
    if (event.type === "cut") this.clear();
    else this.grid.say(`${this.said.saidCopied} ${this.block.places.length}.`);
  }

  paste(event) {
    const rows = cellsOf(event.clipboardData.getData("text/plain"));
    if (!rows.length || (!this.block.many && rows.length === 1 && rows[0].length === 1)) return;
    event.preventDefault();
    const laid = this.block.laid(rows);
    this.cells.addRows(laid.at(-1).row + 1 - this.cells.rows.length);
    const wanted = [];
    const left = [];
    for (const { row, column, text } of laid) {
      const box = this.cells.box({ row, column });
      if (box) wanted.push([box, text]);
      else if (text !== "") left.push(text);
    }
    this.grid.put(wanted);
    this.grid.say(`${this.said.saidPasted} ${wanted.length}.${this.leftOut(left)}`);
  }

  leftOut(texts) {
    if (!texts.length) return "";
    const shown = texts.slice(0, MOST_NAMED).map((one) => `“${one}”`).join(", ");
    return ` ${this.said.saidLeft} ${texts.length}: ${shown}${texts.length > MOST_NAMED ? " …" : "."}`;
  }
}
