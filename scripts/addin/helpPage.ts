import { callText, KC_FUNCTION_NAMES, KC_FUNCTIONS, type KcFunctionName } from "../../src/functions";
import { ENGLISH, helpFile, type Catalogue, type Language } from "../../src/words";
import { CHINESE } from "../../src/words/zh-CN";
import { parameterNames } from "./functionsMetadata";
import { webpSize } from "./webpSize";

/** The help pages by their files, each with the words of its language. */
export const HELP_FILES: ReadonlyMap<string, Catalogue> = new Map(
  [ENGLISH, CHINESE].map((words) => [helpFile(words.language), words]),
);

/** Where the help page has the functions. */
const PLACE = "<!-- functions -->";

/** Where it has a picture: its name and what it shows. */
const PICTURE = /<!-- picture (\w+): (.+?) -->/g;

/** Dots of a picture for each dot of the page. */
export const PICTURE_SCALE = 1.5;

/** Both pictures of a name, as files: in light and in dark colours, of the product in a language. */
export function pictureFiles(name: string, language: Language): readonly [light: string, dark: string] {
  const ending = language === "en" ? "webp" : `${language}.webp`;
  return [`${name}-light.${ending}`, `${name}-dark.${ending}`];
}

/** The names of the pictures of a page, in order. */
export function picturesOf(page: string): readonly string[] {
  return [...page.matchAll(PICTURE)].map(([, name]) => name!);
}

/** A help page with its pictures and a section on each KC function, in its words, in their places. Throws where the page has no place for the functions, or a picture is none. */
export function helpPage(
  page: string,
  read: (file: string) => Uint8Array,
  words: Catalogue = ENGLISH,
): string {
  if (!page.includes(PLACE)) throw new Error(`The help page has no ${PLACE} where the functions belong.`);
  return page
    .replace(PICTURE, (_, name: string, what: string) =>
      picture(pictureFiles(name, words.language), what, read),
    )
    .replace(PLACE, () => KC_FUNCTION_NAMES.map((name) => section(name, words)).join("\n      "));
}

function picture(
  [light, dark]: readonly [string, string],
  what: string,
  read: (file: string) => Uint8Array,
): string {
  const size = webpSize(read(light));
  if (size === null || webpSize(read(dark)) === null)
    throw new Error(`A picture of the help page, ${light} or ${dark}, is none; take it again.`);
  const [width, height] = size.map((dots) => Math.round(dots / PICTURE_SCALE));
  const narrow = width! < 500 ? ' class="narrow"' : "";
  return [
    `<figure${narrow}><picture><source srcset="help/${dark}" media="(prefers-color-scheme: dark)">`,
    `<img src="help/${light}" width="${width}" height="${height}" loading="lazy" alt="${escaped(what)}"></picture></figure>`,
  ].join("");
}

function section(name: KcFunctionName, words: Catalogue): string {
  const { what, note, parameters, examples } = KC_FUNCTIONS[name];
  const said = (text: string): string => escaped(words.of(text));
  const names = parameterNames(name, words);
  const rows = parameters.map(
    (each, place) => `<tr><th scope="row">${escaped(names[place]!)}</th><td>${said(each.what)}</td></tr>`,
  );
  return [
    `<h3 id="${name.toLowerCase()}">KC.${name}</h3>`,
    `<p><code>${said(callText(name))}</code></p>`,
    `<p>${said(what)}</p>`,
    ...(rows.length === 0 ? [] : [`<table><tbody>${rows.join("")}</tbody></table>`]),
    `<pre><code>${examples.map(escaped).join("\n")}</code></pre>`,
    ...(note === undefined ? [] : [`<p>${said(note)}</p>`]),
  ].join("\n      ");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
