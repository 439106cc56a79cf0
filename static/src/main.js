// Every page's script. Pages work without it; it makes lists change in place and keeps what was typed.
import { Button, Checkboxes, ErrorSummary, NotificationBanner, Radios, ServiceNavigation, SkipLink, createAll }
  from "govuk-frontend";
import htmx from "htmx.org/dist/htmx.esm.js";
import { forgetDrafts } from "./grid-draft.js";
import { grids } from "./grid.js";
import { searchKey } from "./search.js";
import { keepTyped } from "./typed.js";

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("govuk-frontend-supported");

for (const part of [Button, Checkboxes, ErrorSummary, NotificationBanner, Radios, ServiceNavigation, SkipLink]) createAll(part);

// Strict policy: nothing is evaluated, no style is written into the page, and no page is kept in the browser's storage.
Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
  scrollIntoViewOnBoost: false,
});

// A list's address should say what was chosen and not what was left open.
document.addEventListener("htmx:configRequest", (event) => {
  if (!event.target.matches?.("[data-drop-empty]")) return;
  const parameters = event.detail.parameters;
  for (const name of Object.keys(parameters)) if (parameters[name] === "") delete parameters[name];
});
document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-drop-empty]") || event.defaultPrevented) return;
  for (const box of event.target.elements) if (box.name && box.value === "") box.disabled = true;
});

// A refusal or a fault in a fragment is shown as the whole page it is.
document.addEventListener("htmx:responseError", (event) => {
  window.location.assign(event.detail.pathInfo.finalRequestPath);
});

// Copies an address. Without a script the box holds it, to be copied as any text is.
function offerCopies() {
  for (const button of document.querySelectorAll("[data-copy][hidden]")) button.hidden = !navigator.clipboard;
}
document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) return;
  const box = document.getElementById(button.dataset.copy);
  box.select();
  try {
    await navigator.clipboard.writeText(box.value);
    button.parentElement.querySelector("[role=status]").textContent = button.parentElement.dataset.copied;
  } catch { /* the text is selected, to be copied by hand */ }
});
document.addEventListener("htmx:afterSettle", offerCopies);
offerCopies();

// On a telephone the tabs of a record are one line: the one that is open is brought into sight.
for (const open of document.querySelectorAll(".story-tabs [aria-current]")) {
  const line = open.closest("ul");
  line.scrollLeft = open.offsetLeft - line.offsetLeft - (line.clientWidth - open.offsetWidth) / 2;
}

keepTyped();
searchKey();
forgetDrafts();
grids();
