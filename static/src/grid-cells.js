// The cells of a grid by row and column, and the rows that can be added to it.

const CELLS = "[data-cell]";
// New rows on one page: what is pasted beyond them is told and left out.
const MOST_NEW = 500;

export class Cells {
  constructor(form) {
    this.form = form;
    this.seen = JSON.parse(form.elements.seen.value || "{}");
    this.look();
  }

  look() {
    this.rows = [...this.form.querySelectorAll("[data-row]")].map((row) => [...row.querySelectorAll(CELLS)]);
    this.places = new Map();
    this.rows.forEach((cells, row) => cells.forEach((cell, column) => this.places.set(cell, { row, column })));
  }

  get boxes() {
    return this.rows.flat().filter((cell) => cell instanceof HTMLInputElement);
  }

  place(cell) {
    return this.places.get(cell);
  }

  box({ row, column }) {
    const found = this.rows[row]?.[column];
    return found instanceof HTMLInputElement ? found : null;
  }

  text({ row, column }) {
    const cell = this.rows[row]?.[column];
    return cell instanceof HTMLInputElement ? cell.value : cell?.dataset.text ?? "";
  }

  // What the box was opened with, before anything was typed in it on this page or the ones before.
  before(box) {
    const [key, name] = box.name.split(".");
    return this.seen[key]?.[name] ?? "";
  }

  changed(box) {
    return box.value.trim() !== this.before(box).trim();
  }

  // Another blank row, named by the next number; none where the grid takes no new rows.
  addRow() {
    const blanks = this.form.querySelectorAll("[data-row].grid__new");
    const last = blanks[blanks.length - 1];
    if (!last || blanks.length >= MOST_NEW) return false;
    const number = Number(last.querySelector("input").name.match(/^new-(\d+)\./)[1]);
    const made = last.cloneNode(true);
    const told = (text) => text.replaceAll(`new-${number}.`, `new-${number + 1}.`);
    for (const box of made.querySelectorAll("input")) {
      const label = box.getAttribute("aria-label");
      box.id = told(box.id);
      box.name = told(box.name);
      box.value = "";
      box.setAttribute("aria-label", label.replace(new RegExp(`${number + 1}$`), `${number + 2}`));
      box.removeAttribute("aria-invalid");
      box.removeAttribute("aria-describedby");
      box.classList.remove("govuk-input--error", "grid__input--conflict", "grid__input--changed");
    }
    for (const said of made.querySelectorAll(".grid__says, .govuk-error-message")) said.remove();
    for (const cell of made.querySelectorAll(".grid__chosen")) cell.classList.remove("grid__chosen");
    const heading = made.querySelector("th");
    heading.textContent = heading.textContent.trim().replace(new RegExp(`${number + 1}$`), `${number + 2}`);
    last.after(made);
    this.look();
    return true;
  }

  // Where Ctrl with an arrow leads: the end of what is filled, or the next cell that is, as in a spreadsheet.
  edge(from, down, across) {
    let at = from;
    const next = () => ({ row: at.row + down, column: at.column + across });
    const exists = () => this.rows[next().row]?.[next().column] !== undefined;
    const inside = this.text(at) !== "" && exists() && this.text(next()) !== "";
    while (exists()) {
      if (inside && this.text(next()) === "") break;
      at = next();
      if (!inside && this.text(at) !== "") break;
    }
    return at;
  }
}
