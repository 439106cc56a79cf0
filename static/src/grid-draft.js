// What was typed in a grid and not saved, kept in this tab until it is: for a session that ended, or a page left by mistake.
// It is offered to nobody but the person who typed it, and forgotten when they sign out.

const BEGINS = "grid ";

// A page's address without its language: what is typed in one is put back in the other.
function plain(path) {
  return path.replace(/^\/(cy|en)(?=\/)/, "");
}

function stored(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

function store(key, draft) {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch { /* a browser without storage for this site, or with none left */ }
}

export class Draft {
  // `who` types, and `back` is the page that says it is saved.
  constructor({ who, back }) {
    this.key = BEGINS + plain(location.pathname);
    this.who = who;
    this.back = plain(back);
  }

  keep(cells, sent = "") {
    const typed = [...cells.unsaved].map((box) => [box.name, cells.before(box), box.value]);
    if (typed.length) store(this.key, { who: this.who, typed, sent });
    else this.forget();
  }

  forget() {
    try { sessionStorage.removeItem(this.key); } catch { /* nothing was kept */ }
  }

  // What was typed and is not in the boxes now.
  lost(cells) {
    const draft = stored(this.key);
    if (!draft || draft.who !== this.who) return [];
    const now = new Map(cells.boxes.map((box) => [box.name, box.value]));
    return draft.typed.filter(([name, , text]) => (now.get(name) ?? "") !== text);
  }

  // Asks whether what was typed before and not saved is to be put back.
  offer(grid) {
    const lost = this.lost(grid.cells);
    const { draft } = grid.parts;
    if (!lost.length) return;
    draft.hidden = false;
    draft.querySelector("[data-grid-restore]").addEventListener("click", () => {
      draft.hidden = true;
      this.restore(lost, grid);
    });
    draft.querySelector("[data-grid-forget]").addEventListener("click", () => {
      draft.hidden = true;
      this.forget();
      grid.go({ row: 0, column: 0 });
    });
  }

  restore(lost, grid) {
    const { cells, form, said } = grid;
    const wanted = [];
    const gone = [];
    for (const [name, before, text] of lost) {
      const [key, column] = name.split(".");
      if (key.startsWith("new-") && !form.elements[name]) cells.addUpTo(key);
      const box = form.elements[name];
      if (!box) {
        if (text) gone.push(text);
        continue;
      }
      // What it was typed over is kept with it, so that what somebody saved since is seen when this is.
      if (cells.seen[key]) cells.seen[key][column] = before;
      wanted.push([box, text]);
    }
    form.elements.seen.value = JSON.stringify(cells.seen);
    grid.put(wanted);
    if (wanted.length) grid.go(cells.place(wanted[0][0]));
    grid.say(`${said.saidRestored} ${wanted.length}.${grid.blocks.leftOut(gone)}`);
  }
}

// Run on every page: a draft that was sent is needed no more once it is said to be saved, nor is any after signing out.
export function forgetDrafts() {
  try {
    const saved = document.querySelector(".govuk-notification-banner--success");
    const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(BEGINS));
    for (const key of keys) if (saved && stored(key)?.sent === plain(location.pathname)) sessionStorage.removeItem(key);
    document.querySelector("form[data-sign-out]")?.addEventListener("submit", () => {
      for (const key of keys) sessionStorage.removeItem(key);
    });
  } catch { /* a browser without storage for this site */ }
}
