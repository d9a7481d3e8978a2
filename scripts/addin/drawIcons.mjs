import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ICONS } from "./icons.mjs";
import { root } from "./runTypeScript.mjs";

/** The page that draws every icon on a canvas of its size and leaves the pictures in its body. */
function page(drawings) {
  return `<!doctype html><body><script>
    const drawings = ${JSON.stringify(drawings)};
    const draw = ({ svg, size, name }) => new Promise((resolve, reject) => {
      const image = new Image(size, size);
      image.onerror = reject;
      image.onload = () => {
        const canvas = Object.assign(document.createElement("canvas"), { width: size, height: size });
        canvas.getContext("2d").drawImage(image, 0, 0, size, size);
        resolve(name + " " + canvas.toDataURL("image/png"));
      };
      image.src = "data:image/svg+xml;base64," + btoa(svg.replace("<svg ", '<svg width="' + size + '" height="' + size + '" '));
    });
    Promise.all(drawings.map(draw)).then((lines) => { document.body.textContent = lines.join("\\n"); });
  </script></body>`;
}

/** Draws assets/*.svg as PNG files of every size that the manifest names, with Chromium. */
const drawings = ICONS.flatMap(({ file, sizes }) =>
  sizes.map((size) => ({
    svg: readFileSync(join(root, "assets", `${file}.svg`), "utf8"),
    size,
    name: `${file}-${size}`,
  })),
);
const folder = mkdtempSync(join(tmpdir(), "kc-icons-"));
try {
  const file = join(folder, "icons.html");
  writeFileSync(file, page(drawings));
  const options = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    `--user-data-dir=${join(folder, "profile")}`,
    "--virtual-time-budget=5000",
    "--dump-dom",
  ];
  const dom = execFileSync("chromium-headless-shell", [...options, pathToFileURL(file).href], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 1e8,
  });
  const drawn = [...dom.matchAll(/([a-z]+-\d+) data:image\/png;base64,([A-Za-z0-9+/=]+)/g)];
  if (drawn.length !== drawings.length)
    throw new Error(`Chromium drew ${drawn.length} of ${drawings.length} icons.`);
  for (const [, name, data] of drawn)
    writeFileSync(join(root, "assets", `${name}.png`), Buffer.from(data, "base64"));
  console.log(`${drawn.length} icons drawn into assets/`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
