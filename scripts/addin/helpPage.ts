import { callText, KC_FUNCTION_NAMES, KC_FUNCTIONS, type KcFunctionName } from "../../src/functions";

/** Where the help page has the functions. */
const PLACE = "<!-- functions -->";

/** The help page with a section on each KC function in its place. Throws where the page has no such place. */
export function helpPage(page: string): string {
  if (!page.includes(PLACE)) throw new Error(`The help page has no ${PLACE} where the functions belong.`);
  return page.replace(PLACE, () => KC_FUNCTION_NAMES.map(section).join("\n      "));
}

function section(name: KcFunctionName): string {
  const { what, note, parameters, examples } = KC_FUNCTIONS[name];
  const rows = parameters.map(
    (each) => `<tr><th scope="row">${escaped(each.name)}</th><td>${escaped(each.what)}</td></tr>`,
  );
  return [
    `<h2 id="${name.toLowerCase()}">KC.${name}</h2>`,
    `<p><code>${escaped(callText(name))}</code></p>`,
    `<p>${escaped(what)}</p>`,
    ...(rows.length === 0 ? [] : [`<table><tbody>${rows.join("")}</tbody></table>`]),
    `<pre><code>${examples.map(escaped).join("\n")}</code></pre>`,
    ...(note === undefined ? [] : [`<p>${escaped(note)}</p>`]),
  ].join("\n      ");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
