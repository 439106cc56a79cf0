// The cells that are chosen: one, or a block from the cell that has the focus (its anchor) to another (its head).

export class Block {
  constructor(cells) {
    this.cells = cells;
    this.anchor = { row: 0, column: 0 };
    this.head = this.anchor;
  }

  get top() { return Math.min(this.anchor.row, this.head.row); }

  get bottom() { return Math.max(this.anchor.row, this.head.row); }

  get first() { return Math.min(this.anchor.column, this.head.column); }

  get last() { return Math.max(this.anchor.column, this.head.column); }

  get many() { return this.top !== this.bottom || this.first !== this.last; }

  get places() {
    const found = [];
    for (let row = this.top; row <= this.bottom; row += 1) {
      for (let column = this.first; column <= this.last; column += 1) found.push({ row, column });
    }
    return found;
  }

  get boxes() { return this.places.map((place) => this.cells.box(place)).filter(Boolean); }

  get texts() {
    const rows = [];
    for (const place of this.places) {
      const row = place.row - this.top;
      (rows[row] ??= []).push(this.cells.text(place));
    }
    return rows;
  }

  at(place) {
    this.anchor = place;
    this.head = place;
    this.show();
  }

  stretch(to) {
    const within = (value, most) => Math.max(0, Math.min(most, value));
    const row = within(to.row, this.cells.rows.length - 1);
    this.head = { row, column: within(to.column, this.cells.rows[row].length - 1) };
    this.show();
    this.cells.rows[row][this.head.column].scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  all() {
    const row = this.cells.rows.length - 1;
    this.anchor = { row: 0, column: 0 };
    this.head = { row, column: this.cells.rows[row].length - 1 };
    this.show();
  }

  show() {
    for (const cell of this.shown ?? []) cell.classList.remove("grid__chosen");
    this.shown = this.many ? this.places.map(({ row, column }) => this.cells.rows[row][column].closest("td")) : [];
    for (const cell of this.shown) cell.classList.add("grid__chosen");
  }

  // Where each pasted text goes: from the block's corner on, over and over where the block holds the paste many times.
  laid(rows) {
    const wide = Math.max(...rows.map((row) => row.length));
    const times = (size, part) => (size % part === 0 ? size : part);
    const down = times(this.bottom - this.top + 1, rows.length);
    const across = times(this.last - this.first + 1, wide);
    const found = [];
    for (let row = 0; row < down; row += 1) {
      for (let column = 0; column < across; column += 1) {
        const text = rows[row % rows.length][column % wide];
        if (text !== undefined) found.push({ row: this.top + row, column: this.first + column, text });
      }
    }
    return found;
  }

  // With a mouse: the first press on a cell chooses it whole, the next one is for its text; Shift or a drag makes a block.
  follow(form, typeIn) {
    const cellOf = (target) => target.closest?.("td")?.querySelector("[data-cell]");
    let dragging = false;
    form.addEventListener("pointerdown", (event) => { this.touch = event.pointerType === "touch"; });
    form.addEventListener("mousedown", (event) => {
      const box = event.target;
      if (this.touch || event.button !== 0 || !box.matches("input[data-cell]")) return;
      if (event.shiftKey && form.contains(document.activeElement) && this.cells.place(document.activeElement)) {
        event.preventDefault();
        this.stretch(this.cells.place(box));
      } else if (box === document.activeElement) {
        this.at(this.cells.place(box));
        typeIn();
      } else {
        event.preventDefault();
        box.focus();
        box.select();
        dragging = true;
      }
    });
    form.addEventListener("mouseover", (event) => {
      const cell = dragging && event.buttons === 1 ? cellOf(event.target) : null;
      if (cell) this.stretch(this.cells.place(cell));
    });
    document.addEventListener("mouseup", () => { dragging = false; });
  }
}
