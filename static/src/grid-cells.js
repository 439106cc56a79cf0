// The cells of a grid by row and column, and the rows that can be added to it.

const CELLS = "[data-cell]";
// New rows on one page: what is pasted beyond them is told and left out.
const MOST_NEW = 500;

export class Cells {
  constructor(form) {
    this.form = form;
    this.seen = JSON.parse(form.elements.seen.value || "{}");
    this.unsaved = new Set();
    this.look();
    this.mark(this.boxes);
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

  // Looks again at boxes whose text may be another now: all of a large grid are too many to look at with each key.
  mark(boxes) {
    for (const box of boxes) {
      const is = this.changed(box);
      box.classList.toggle("grid__input--changed", is);
      this.unsaved[is ? "add" : "delete"](box);
    }
  }

  // So many more blank rows, named by the next numbers; fewer where the page would have too many, or takes no new rows.
  addRows(number) {
    const blanks = this.form.querySelectorAll("[data-row].grid__new");
    const last = blanks[blanks.length - 1];
    if (!last) return;
    const made = [last];
    for (let left = Math.min(number, MOST_NEW - blanks.length); left > 0; left -= 1) made.push(this.after(made.at(-1)));
    last.after(...made.slice(1));
    this.look();
  }

  numberOf(row) {
    return Number(row.querySelector("input").name.match(/^new-(\d+)\./)[1]);
  }

  // Rows up to the one of a name such as "new-7", where there may be as many.
  addUpTo(key) {
    const last = [...this.form.querySelectorAll("[data-row].grid__new")].at(-1);
    if (last) this.addRows(Number(key.slice("new-".length)) - this.numberOf(last));
  }

  after(last) {
    const number = this.numberOf(last);
    const made = last.cloneNode(true);
    const told = (text) => text.replaceAll(`new-${number}.`, `new-${number + 1}.`);
    for (const box of made.querySelectorAll("input")) {
      const label = box.getAttribute("aria-label");
      box.id = told(box.id);
      box.name = told(box.name);
      box.value = "";
      box.setAttribute("aria-label", label.replace(new RegExp(`${number + 1}$`), `${number + 2}`));
      box.removeAttribute("aria-invalid");
      const about = (box.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id.startsWith("about-"));
      box.removeAttribute("aria-describedby");
      if (about.length) box.setAttribute("aria-describedby", about.join(" "));
      box.classList.remove("govuk-input--error", "grid__input--conflict", "grid__input--changed");
    }
    for (const said of made.querySelectorAll(".grid__says, .govuk-error-message")) said.remove();
    for (const cell of made.querySelectorAll(".grid__chosen")) cell.classList.remove("grid__chosen");
    const heading = made.querySelector("th");
    heading.textContent = heading.textContent.trim().replace(new RegExp(`${number + 1}$`), `${number + 2}`);
    return made;
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
