import { JSDOM } from "jsdom";
import { childOrder } from "./manifestOrder";

/** What a manifest refers to outside itself. */
export interface ManifestSurroundings {
  /** Names of the ribbon commands that the add-in associates. */
  readonly commands: readonly string[];
  /** Width and height of a picture by its address, or null when there is none. */
  readonly pictureSize: (url: string) => readonly [width: number, height: number] | null;
  /** Whether the build makes the file of an address. */
  readonly isServed: (url: string) => boolean;
}

const MOST = {
  "bt:String short": 125,
  "bt:String long": 250,
  resid: 32,
  DisplayName: 125,
  Description: 250,
} as const;

/** Everything wrong with a manifest that can be told without Excel or a network; empty when it is well. */
export function manifestProblems(xml: string, around: ManifestSurroundings): readonly string[] {
  const problems: string[] = [];
  const { document } = new JSDOM(xml, { contentType: "text/xml" }).window;
  const all = [...document.querySelectorAll("*")];
  for (const element of all) problems.push(...orderProblems(element));
  problems.push(
    ...resourceProblems(all),
    ...duplicateIds(all),
    ...lengthProblems(all),
    ...addressProblems(all, around),
    ...iconProblems(all, around),
  );
  for (const { textContent } of all.filter(({ localName }) => localName === "FunctionName")) {
    if (!around.commands.includes(textContent ?? ""))
      problems.push(`FunctionName ${textContent}: no command has that name`);
  }
  const used = all
    .filter(({ localName }) => localName === "FunctionName")
    .map(({ textContent }) => textContent);
  for (const name of around.commands)
    if (!used.includes(name)) problems.push(`command ${name}: no control of the ribbon runs it`);
  const id = document.querySelector("OfficeApp > Id")?.textContent ?? "";
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) problems.push(`Id "${id}" is no GUID`);
  const version = document.querySelector("OfficeApp > Version")?.textContent ?? "";
  if (!/^\d+(?:\.\d+){1,3}$/.test(version)) problems.push(`Version "${version}" is not of the form 1.0.0.0`);
  return problems;
}

function orderProblems(element: Element): readonly string[] {
  const order = childOrder(element);
  if (order === undefined) return [];
  const names = [...element.children].map(({ localName }) => localName);
  const unknown = names
    .filter((name) => !order.includes(name))
    .map((name) => `${element.localName} may not hold ${name}`);
  const places = names.map((name) => order.indexOf(name));
  const wrong = places.findIndex((place, index) => index > 0 && place < places[index - 1]!);
  return wrong < 0
    ? unknown
    : [...unknown, `${element.localName}: ${names[wrong]} must stand before ${names[wrong - 1]}`];
}

function resourceProblems(all: readonly Element[]): readonly string[] {
  const resources = all
    .filter((element) => element.prefix === "bt" && element.hasAttribute("id"))
    .map((element) => element.getAttribute("id")!);
  const wanted = all.flatMap((element) =>
    element.hasAttribute("resid") ? [element.getAttribute("resid")!] : [],
  );
  return [
    ...wanted.filter((resid) => !resources.includes(resid)).map((resid) => `resid ${resid} is no resource`),
    ...resources
      .filter((resource) => !wanted.includes(resource))
      .map((resource) => `resource ${resource} is used by nothing`),
    ...resources
      .filter((resource) => resource.length > MOST.resid)
      .map((resource) => `resource ${resource} has more than ${MOST.resid} characters`),
  ];
}

function duplicateIds(all: readonly Element[]): readonly string[] {
  const ids = all.flatMap((element) => (element.hasAttribute("id") ? [element.getAttribute("id")!] : []));
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map(
    (id) => `id ${id} stands twice`,
  );
}

function lengthProblems(all: readonly Element[]): readonly string[] {
  return all.flatMap((element) => {
    const kind =
      element.localName === "String"
        ? element.parentElement?.localName === "ShortStrings"
          ? "bt:String short"
          : "bt:String long"
        : element.localName;
    const most = MOST[kind as keyof typeof MOST] as number | undefined;
    const name = `${element.localName} ${element.id}`;
    return textsOf(element).flatMap(({ text, locale }) => {
      const of = locale === null ? name : `${name} in ${locale}`;
      if (text.trim() === "") return [`${of} is blank`];
      return most !== undefined && text.length > most
        ? [`${of} has ${text.length} characters; ${most} are allowed`]
        : [];
    });
  });
}

/** What an element says: in the default locale, and in others. */
function textsOf(element: Element): readonly { readonly text: string; readonly locale: string | null }[] {
  const own = element.getAttribute("DefaultValue");
  const others = [...element.children].filter(({ localName }) => localName === "Override");
  return [
    ...(own === null ? [] : [{ text: own, locale: null }]),
    ...others.map((each) => ({
      text: each.getAttribute("Value") ?? "",
      locale: each.getAttribute("Locale") ?? "",
    })),
  ];
}

function addressProblems(all: readonly Element[], { isServed }: ManifestSurroundings): readonly string[] {
  const addresses = all
    .flatMap((element) => textsOf(element).map(({ text }) => text))
    .filter((text) => /^\w+:\/\//.test(text));
  const insecure = addresses
    .filter((address) => !address.startsWith("https://"))
    .map((address) => `${address} is not https`);
  return [
    ...insecure,
    ...addresses
      .filter((address) => !isServed(address))
      .map((address) => `${address}: the build makes no such file`),
  ];
}

function iconProblems(all: readonly Element[], { pictureSize }: ManifestSurroundings): readonly string[] {
  const addresses = new Map(
    all
      .filter(({ localName }) => localName === "Image")
      .flatMap((element) =>
        element.hasAttribute("DefaultValue")
          ? [[element.id, element.getAttribute("DefaultValue")!] as const]
          : [],
      ),
  );
  const images = all.filter((element) => element.localName === "Image" && element.hasAttribute("size"));
  const wanted = images.map((element) => ({
    size: Number(element.getAttribute("size")),
    url: addresses.get(element.getAttribute("resid") ?? "") ?? "",
  }));
  for (const [name, size] of [
    ["IconUrl", 32],
    ["HighResolutionIconUrl", 64],
  ] as const) {
    const url = all.find(({ localName }) => localName === name)?.getAttribute("DefaultValue") ?? "";
    wanted.push({ size, url });
  }
  const wrong = wanted.flatMap(({ size, url }) => {
    const [width, height] = pictureSize(url) ?? [];
    if (width === undefined) return [`${url}: no such picture`];
    return width === size && height === size ? [] : [`${url} is ${width} by ${height}, not ${size}`];
  });
  const icons = all.filter(({ localName }) => localName === "Icon");
  const lacking = icons.filter((icon) =>
    [16, 32, 80].some(
      (size) => ![...icon.children].some((image) => image.getAttribute("size") === String(size)),
    ),
  );
  return [
    ...wrong,
    ...lacking.map((icon) => `${icon.parentElement?.id ?? "icon"} lacks one of the sizes 16, 32 and 80`),
  ];
}
