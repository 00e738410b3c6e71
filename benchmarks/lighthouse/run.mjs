// Serves a finished site with its compressed files and measures pages with Lighthouse on the mobile profile.
// Usage: node run.mjs <site folder> <browser> <path> ...   Prints a table in Markdown; ends with 1 where an aim is missed.
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, normalize } from "node:path";
import lighthouse from "lighthouse";

const [site, browser, ...paths] = process.argv.slice(2);
const AIMS = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };
const TYPES = { html: "text/html", css: "text/css", js: "text/javascript", svg: "image/svg+xml", json: "application/json", png: "image/png", woff2: "font/woff2", wasm: "application/wasm", webmanifest: "application/manifest+json", txt: "text/plain", xml: "application/xml", atom: "application/atom+xml" };

const server = createServer((request, response) => {
  let file = join(site, normalize(decodeURIComponent(new URL(request.url, "http://host").pathname)));
  try {
    if (statSync(file).isDirectory()) file = join(file, "index.html");
    const headers = { "content-type": `${TYPES[file.split(".").pop()] ?? "application/octet-stream"}; charset=utf-8` };
    if (file.includes("/assets/")) headers["cache-control"] = "public, max-age=31536000, immutable";
    try {
      const packed = readFileSync(`${file}.br`);
      response.writeHead(200, { ...headers, "content-encoding": "br" }).end(packed);
    } catch {
      response.writeHead(200, headers).end(readFileSync(file));
    }
  } catch {
    response.writeHead(404, { "content-type": "text/html" }).end("missing");
  }
}).listen(0, "127.0.0.1");
await new Promise((ready) => server.on("listening", ready));

const profile = mkdtempSync(join(tmpdir(), "lighthouse-"));
const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"];
const chromium = spawn(browser, flags, { stdio: ["ignore", "ignore", "pipe"] });
const port = await new Promise((found, failed) => {
  let said = "";
  chromium.stderr.on("data", (chunk) => {
    said += chunk;
    const match = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said);
    if (match) found(Number(match[1]));
  });
  chromium.on("exit", () => failed(new Error(said)));
});

let missed = 0;
console.log(`| Page | ${Object.keys(AIMS).join(" | ")} | largest paint | shift |\n| --- |${" ---: |".repeat(Object.keys(AIMS).length + 2)}`);
for (const path of paths) {
  const { lhr } = await lighthouse(`http://127.0.0.1:${server.address().port}${path}`, { port, output: "json", logLevel: "silent" });
  const scores = Object.entries(AIMS).map(([name, aim]) => {
    const score = Math.round(lhr.categories[name].score * 100);
    if (score < aim) missed += 1;
    return score;
  });
  console.log(`| ${path} | ${scores.join(" | ")} | ${lhr.audits["largest-contentful-paint"].displayValue} | ${lhr.audits["cumulative-layout-shift"].displayValue} |`);
  for (const [name, aim] of Object.entries(AIMS)) {
    if (Math.round(lhr.categories[name].score * 100) >= aim) continue;
    for (const { id } of lhr.categories[name].auditRefs) {
      if (lhr.audits[id].score !== null && lhr.audits[id].score < 0.9) console.log(`  ${name}: ${id}: ${lhr.audits[id].displayValue ?? lhr.audits[id].title}`);
    }
  }
}
chromium.kill();
server.close();
process.exit(missed ? 1 : 0);
