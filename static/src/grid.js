// A grid of boxes, moved about in and pasted into as in a spreadsheet. Without this script it is a table of boxes.

const CELLS = "[data-cell]";

function rowsOf(form) {
  return [...form.querySelectorAll("[data-row]")];
}

function placeOf(form, box) {
  const row = rowsOf(form).findIndex((one) => one.contains(box));
  const column = row < 0 ? -1 : [...rowsOf(form)[row].querySelectorAll(CELLS)].indexOf(box);
  return { row, column };
}

function boxAt(form, row, column) {
  const found = rowsOf(form)[row]?.querySelectorAll(CELLS)[column];
  return found instanceof HTMLInputElement ? found : null;
}

function go(form, row, column, step) {
  for (let at = row; at >= 0 && at < rowsOf(form).length; at += step) {
    const box = boxAt(form, at, column);
    if (box) {
      box.focus();
      box.select();
      return true;
    }
  }
  return false;
}

// Tab-separated text as spreadsheets copy it: a cell with a tab, a line end or a quotation mark in it stands in quotes.
export function cellsOf(text) {
  const rows = [[]];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (quoted) {
      if (mark === "\"" && text[at + 1] === "\"") { cell += mark; at += 1; }
      else if (mark === "\"") quoted = false;
      else cell += mark;
    } else if (mark === "\"" && cell === "") quoted = true;
    else if (mark === "\t") { rows.at(-1).push(cell); cell = ""; }
    else if (mark === "\n") { rows.at(-1).push(cell); rows.push([]); cell = ""; }
    else if (mark !== "\r") cell += mark;
  }
  if (cell !== "" || rows.at(-1).length) rows.at(-1).push(cell);
  return rows.filter((row) => row.length).map((row) => row.map((one) => one.replace(/\s*\n\s*/g, " ").trim()));
}

// Another blank row, named by the next number.
function addRow(form) {
  const blanks = rowsOf(form).filter((row) => row.classList.contains("grid__new"));
  const last = blanks.at(-1);
  if (!last) return false;
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
    box.classList.remove("govuk-input--error", "grid__input--conflict");
  }
  for (const said of made.querySelectorAll(".grid__says, .govuk-error-message")) said.remove();
  const heading = made.querySelector("th");
  heading.textContent = heading.textContent.trim().replace(new RegExp(`${number + 1}$`), `${number + 2}`);
  last.after(made);
  return true;
}

function paste(form, box, rows) {
  const { row, column } = placeOf(form, box);
  const before = new Map();
  let filled = 0;
  let left = 0;
  rows.forEach((cells, down) => {
    while (!rowsOf(form)[row + down] && addRow(form));
    cells.forEach((text, across) => {
      const target = boxAt(form, row + down, column + across);
      if (!target) {
        if (text !== "") left += 1;
        return;
      }
      before.set(target, target.value);
      target.value = text;
      filled += 1;
    });
  });
  return { before, filled, left };
}

function move(form, event) {
  const box = event.target;
  const { row, column } = placeOf(form, box);
  const { key } = event;
  const atStart = box.selectionStart === 0 && box.selectionEnd === 0;
  const atEnd = box.selectionStart === box.value.length && box.selectionEnd === box.value.length;
  const whole = box.selectionStart === 0 && box.selectionEnd === box.value.length;
  if (event.altKey || event.metaKey) return false;
  if (event.ctrlKey) {
    const last = rowsOf(form).length - 1;
    if (key === "Home") return go(form, 0, 0, 1);
    if (key === "End") return go(form, last, rowsOf(form)[last].querySelectorAll(CELLS).length - 1, -1);
    return false;
  }
  // With a list of choices the arrows choose from it; Enter still goes on.
  const chooses = box.hasAttribute("list");
  if (key === "Enter") return go(form, row + (event.shiftKey ? -1 : 1), column, event.shiftKey ? -1 : 1) || true;
  if (key === "ArrowDown" && !chooses) return go(form, row + 1, column, 1);
  if (key === "ArrowUp" && !chooses) return go(form, row - 1, column, -1);
  if (key === "ArrowRight" && (atEnd || (whole && box.value))) return Boolean(focusOn(boxAt(form, row, column + 1)));
  if (key === "ArrowLeft" && (atStart || (whole && box.value))) return Boolean(focusOn(boxAt(form, row, column - 1)));
  return false;
}

function focusOn(box) {
  box?.focus();
  box?.select();
  return box;
}

function ready(form) {
  const status = form.querySelector("[data-grid-status]");
  const add = form.querySelector("[data-grid-add]");
  const undo = form.querySelector("[data-grid-undo]");
  const said = form.dataset;
  let pasted = null;
  let unsaved = false;

  form.addEventListener("keydown", (event) => {
    if (event.target.matches(`input${CELLS}`) && move(form, event)) event.preventDefault();
  });
  form.addEventListener("paste", (event) => {
    if (!event.target.matches(`input${CELLS}`)) return;
    const text = event.clipboardData.getData("text/plain");
    if (!/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return;
    event.preventDefault();
    const done = paste(form, event.target, cellsOf(text));
    pasted = done.before;
    unsaved = true;
    undo.disabled = false;
    status.textContent = `${said.saidPasted} ${done.filled}.${done.left ? ` ${said.saidLeft} ${done.left}.` : ""}`;
  });
  undo.addEventListener("click", () => {
    for (const [box, value] of pasted ?? []) box.value = value;
    pasted = null;
    undo.disabled = true;
    status.textContent = said.saidUndone;
  });
  add.addEventListener("click", () => {
    const at = rowsOf(form).length;
    for (let number = 0; number < 5; number += 1) addRow(form);
    go(form, at, 0, 1);
  });
  add.hidden = !form.querySelector(".grid__new");
  undo.hidden = false;
  form.addEventListener("input", () => { unsaved = true; });
  form.addEventListener("submit", () => { unsaved = false; });
  for (const button of document.querySelectorAll(`button[form="${form.id}"]`)) {
    button.addEventListener("click", () => { unsaved = false; });
  }
  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
}

export function grids() {
  for (const form of document.querySelectorAll("[data-grid]")) ready(form);
}
