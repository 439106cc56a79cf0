// The language link on a page whose form is not posted by the toggle itself: what was typed is carried over.
// Passwords, files and hidden values are never kept, and what is kept goes as soon as it has been put back.

const KEPT = "typed";

function page(path) {
  return path.replace(/^\/(cy|en)(?=\/)/, "");
}

function boxes() {
  const forms = document.querySelectorAll("main form[method=post]");
  return [...forms].flatMap((form, index) => [...form.elements]
    .filter((box) => box.name && !["hidden", "password", "file", "submit", "button"].includes(box.type))
    .map((box) => [`${index} ${box.name} ${box.type === "radio" || box.type === "checkbox" ? box.value : ""}`, box]));
}

function keep() {
  const typed = Object.fromEntries(boxes().map(([name, box]) => [
    name,
    box.type === "radio" || box.type === "checkbox" ? box.checked
      : box.type === "select-multiple" ? [...box.selectedOptions].map((option) => option.value) : box.value,
  ]));
  if (Object.keys(typed).length) sessionStorage.setItem(KEPT, JSON.stringify({ page: page(location.pathname), typed }));
}

function putBack() {
  const stored = sessionStorage.getItem(KEPT);
  if (!stored) return;
  sessionStorage.removeItem(KEPT);
  const { page: from, typed } = JSON.parse(stored);
  if (from !== page(location.pathname)) return;
  for (const [name, box] of boxes()) {
    if (!(name in typed)) continue;
    if (box.type === "radio" || box.type === "checkbox") box.checked = typed[name];
    else if (box.type === "select-multiple") for (const option of box.options) option.selected = typed[name].includes(option.value);
    else box.value = typed[name];
  }
}

export function keepTyped() {
  try {
    putBack();
    for (const link of document.querySelectorAll("[data-language-toggle]")) link.addEventListener("click", keep);
  } catch {
    // A browser without storage for this site: the link still works.
  }
}
