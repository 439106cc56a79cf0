// Builds static/src into static/build: one style sheet, one script for every page, and one that only pages with charts load.
// Nothing of govuk-frontend's own fonts or images is taken: its typeface and the crown are licensed to GOV.UK alone.

import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import * as sass from "sass";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(here);
const source = path.join(here, "src");
const target = path.join(here, "build");

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });

const styles = sass.compile(path.join(source, "main.scss"), {
  style: "compressed",
  loadPaths: [path.join(root, "node_modules")],
  quietDeps: true,
});
await writeFile(path.join(target, "main.css"), styles.css);

await esbuild.build({
  entryPoints: ["main.js", "charts.js"].map((name) => path.join(source, name)),
  outdir: target,
  bundle: true,
  minify: true,
  sourcemap: false,
  format: "iife",
  target: "es2020",
  legalComments: "eof",
  logLevel: "warning",
});

// Icons and the like, served as they are.
if (existsSync(path.join(source, "assets"))) await cp(path.join(source, "assets"), target, { recursive: true });
