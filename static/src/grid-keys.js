// The keys of a grid: from cell to cell, and what is done to the cell one is in, as in a spreadsheet.

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0], PageDown: [10, 0] };

export class Keys {
  constructor(grid) {
    this.grid = grid;
    this.cells = grid.cells;
    this.block = grid.block;
  }

  // Whether the key was one of ours.
  press(event) {
    const { grid, cells, block } = this;
    const box = event.target;
    const place = cells.place(box);
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
      grid.editing = true;
      box.setSelectionRange(box.value.length, box.value.length);
      return true;
    }
    if (key === "Escape") return grid.giveUp(box);
    if ((key === "Delete" || (key === "Backspace" && block.many)) && grid.isReady(box)) {
      grid.blocks.clear();
      return true;
    }
    return false;
  }

  // The next cell that way that is open to change.
  step(from, down, across) {
    const at = { row: from.row + down, column: from.column + across };
    while (this.cells.rows[at.row]?.[at.column] !== undefined) {
      if (this.grid.go(at)) return true;
      at.row += Math.sign(down);
      at.column += Math.sign(across);
    }
    return false;
  }

  enter(place, back) {
    const from = { row: place.row, column: this.tabbedFrom ?? place.column };
    this.tabbedFrom = null;
    if (this.step(from, back ? -1 : 1, 0) || back) return true;
    if (place.row === this.cells.rows.length - 1) {
      this.cells.addRows(1);
      this.step(from, 1, 0);
    }
    return true;
  }

  arrow(event, box, place) {
    const { grid, cells, block } = this;
    const [down, across] = STEPS[event.key];
    const most = cells.rows.length - 1;
    const ends = { start: box.selectionEnd === 0, end: box.selectionStart === box.value.length };
    const ready = grid.isReady(box);
    if (Math.abs(down) > 1) return grid.go({ row: Math.min(most, Math.max(0, place.row + down)), column: place.column });
    if (event.shiftKey || event.ctrlKey || event.metaKey) {
      if (!ready) return false;
      const from = event.shiftKey ? block.head : place;
      const to = event.ctrlKey || event.metaKey ? cells.edge(from, down, across)
        : { row: from.row + down, column: from.column + across };
      if (!event.shiftKey) return grid.go(to) || true;
      block.stretch(to);
      grid.say(block.many ? `${grid.said.saidChosen} ${block.places.length}.` : "");
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

  command(event, box) {
    const { grid, cells, block } = this;
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey && !grid.isTyping(box)) { grid.undo(); return true; }
    if (key === "y" || (key === "z" && event.shiftKey)) { grid.redo(); return true; }
    if (key === "d") { grid.blocks.fillDown(); return true; }
    if (key === "s") { grid.form.requestSubmit(grid.parts.save); return true; }
    if (key === "a" && grid.isReady(box)) {
      block.all();
      grid.say(`${grid.said.saidChosen} ${block.places.length}.`);
      return true;
    }
    if (key === "home") return grid.go({ row: 0, column: 0 }) || this.step({ row: 0, column: 0 }, 0, 1);
    if (key === "end") {
      const row = cells.rows.length - 1;
      return grid.go({ row, column: cells.rows[row].length - 1 });
    }
    return false;
  }
}
