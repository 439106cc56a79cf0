// Draws the charts of a page. Without it the tables beside them say the same.
import Plotly from "plotly.js-cartesian-dist-min";
import { LOCALES } from "./locales.js";

const language = document.documentElement.lang.startsWith("cy") ? "cy" : "en";
for (const locale of LOCALES) Plotly.register(locale);

const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

async function figureOf(place) {
  if (place.dataset.chartUrl) {
    const answer = await fetch(place.dataset.chartUrl, { credentials: "same-origin", headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`${answer.status} ${place.dataset.chartUrl}`);
    return answer.json();
  }
  const held = place.parentElement.querySelector('script[type="application/json"]');
  return JSON.parse(held.textContent);
}

function narrowed(layout, width) {
  // On a phone a label at a line's end has no room: the legend names the lines instead.
  if (width >= 560 || !(layout.margin?.r > 60)) return layout;
  return { ...layout, showlegend: true, margin: { ...layout.margin, l: 48, r: 16 } };
}

function button(words, pressed) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "chart__button";
  made.textContent = words;
  made.addEventListener("click", pressed);
  return made;
}

// Plotly would draw a PNG by way of a blob: address, which the policy of this site does not let an image have.
async function pictureOf(place, format, size) {
  const svg = await Plotly.toImage(place, { ...size, format: "svg" });
  if (format === "svg") return new Blob([decodeURIComponent(svg.slice(svg.indexOf(",") + 1))], { type: "image/svg+xml" });
  const image = new Image();
  image.src = svg;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: size.width * 2, height: size.height * 2 });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((made) => { canvas.toBlob(made, "image/png"); });
}

async function download(place, format, size) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await pictureOf(place, format, size));
  link.download = `${place.dataset.chartName || "cynnal"}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function draw(place) {
  const figure = await figureOf(place);
  const layout = narrowed({ ...figure.layout, autosize: true, transition: { duration: still ? 0 : 200 } }, place.clientWidth || place.parentElement.clientWidth);
  const data = layout.showlegend && !figure.layout.showlegend
    ? figure.data.map((trace) => (trace.mode === "lines+text" ? { ...trace, mode: "lines" } : trace)) : figure.data;
  await Plotly.newPlot(place, data, layout, {
    responsive: true,
    displayModeBar: false,
    displaylogo: false,
    modeBarButtonsToRemove: ["sendDataToCloud", "lasso2d", "select2d"],
    plotlyServerURL: "",
    showSendToCloud: false,
    locale: language,
    scrollZoom: false,
    doubleClick: "reset",
  });
  const bar = document.createElement("div");
  bar.className = "chart__buttons";
  for (const [format, words] of [["svg", place.dataset.imageWords], ["png", place.dataset.pngWords]]) {
    if (!words) continue;
    bar.append(button(words, () => download(place, format, { width: place.clientWidth, height: layout.height ?? 400 })));
  }
  place.after(bar);
}

async function drawAll() {
  for (const place of document.querySelectorAll("[data-chart]:not([data-drawn])")) {
    place.dataset.drawn = "";
    try {
      await draw(place);
    } catch (fault) {
      place.replaceChildren();
      place.parentElement.querySelector("details")?.setAttribute("open", "");
      console.error(fault);
    }
  }
}

drawAll();
document.addEventListener("htmx:afterSettle", drawAll);
