// Cells as the text that spreadsheets put on the clipboard, and back.

// Tab-separated: a cell with a tab, a line end or a quotation mark in it stands in quotes.
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
  // Lines left empty at the end are no cells: they would empty what stands below.
  while (rows.length && rows.at(-1).every((one) => one === "")) rows.pop();
  return rows.map((row) => row.map((one) => one.replace(/\s*\n\s*/g, " ").trim()));
}

export function textOf(rows) {
  const written = (cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll("\"", "\"\"")}"` : cell);
  return rows.map((row) => row.map(written).join("\t")).join("\r\n");
}
