import { JSDOM } from "jsdom";

/** A manifest of Microsoft 365 in JSON with the texts of its other languages, by file name. */
export interface UnifiedManifest {
  readonly manifest: Json;
  /** Name of the file of translations, and what stands in it. */
  readonly translations: readonly [file: string, texts: Readonly<Record<string, string>>];
}

type Json = { readonly [key: string]: unknown };

/** The schema that the manifest follows; @microsoft/app-manifest has it. */
export const UNIFIED_SCHEMA = "1.30";

/** An app of its own, as Microsoft asks for: it hides the add-in of manifest.xml where both are installed. */
const APP_ID = "0c6a3f7e-2f0b-4e53-8a53-5d1b8e4c3896";

/** Language of the translations in manifest.xml, and in lower case where the unified manifest names it. */
const OTHER = "zh-CN";

/** A text or an address of manifest.xml, and what it is in the other language. */
interface Said {
  readonly text: string;
  readonly other: string | null;
}

/**
 * The unified manifest of the add-in, made from its manifest in XML: the same pane, ribbon, functions, requirements and texts. Functions are listed where the
 * XML lists them, in functions.json.
 */
export function unifiedManifest(xml: string): UnifiedManifest {
  const app = new JSDOM(xml, { contentType: "text/xml" }).window.document.documentElement;
  const resources = new Map([...app.querySelectorAll("[id]")].map((element) => [element.id, element]));
  const translated: Record<string, string> = {};
  /** The text at a place of the JSON; its translation is kept by that place. */
  const at = (place: string, { text, other }: Said): string => {
    if (other !== null) translated[place] = other;
    return text;
  };
  const named = (within: Element, path: string): Said => {
    const resid = first(within, path).getAttribute("resid")!;
    return saidBy(resources.get(resid) ?? fail(`resource ${resid}`));
  };
  const capabilities = (within: Element): readonly Json[] =>
    children(within, "Requirements/Sets/Set").map((set) => ({
      name: set.getAttribute("Name"),
      minVersion: set.getAttribute("MinVersion"),
    }));
  const icons = (of: Element): Json =>
    optional("icons", children(of, "Icon/Image"), (images) =>
      images.map((image) => ({
        size: Number(image.getAttribute("size")),
        url: saidBy(resources.get(image.getAttribute("resid")!)!).text,
      })),
    );
  /** What stands on every button, menu and item of one. */
  const control = (element: Element, place: string): Json => ({
    id: element.id,
    label: at(`${place}.label`, named(element, "Label")),
    ...icons(element),
    supertip: {
      title: at(`${place}.supertip.title`, named(element, "Supertip/Title")),
      description: at(`${place}.supertip.description`, named(element, "Supertip/Description")),
    },
    ...optional("actionId", children(element, "Action"), ([action]) => actionOf(action!).id),
    ...optional("items", children(element, "Items/Item"), (items) =>
      items.map((item, index) => ({ ...control(item, `${place}.items[${index}]`), type: "menuItem" })),
    ),
  });

  const overrides = first(app, "VersionOverrides");
  const host = first(overrides, "Hosts/Host");
  const functions = first(host, "AllFormFactors/ExtensionPoint");
  const desktop = first(host, "DesktopFormFactor");
  const tab = first(desktop, "ExtensionPoint/CustomTab");
  const extension = "extensions[0]";
  const runtime = `${extension}.runtimes[0]`;
  const ribbon = `${extension}.ribbons[0].tabs[0]`;
  const started = `${extension}.getStartedMessages[0]`;
  const address = (path: string): Said => named(functions, `${path}/SourceLocation`);
  const page = address("Page").text;
  const beside = (file: string): string => new URL(file, page).href;
  const ofApp = (path: string): Said => saidBy(first(app, path));
  const [name, description] = [ofApp("DisplayName"), ofApp("Description")];
  const scopes = ["workbook"];
  return {
    manifest: {
      $schema: `https://developer.microsoft.com/json-schemas/teams/v${UNIFIED_SCHEMA}/MicrosoftTeams.schema.json`,
      manifestVersion: UNIFIED_SCHEMA,
      id: APP_ID,
      version: threeNumbers(first(app, "Version").textContent),
      name: { short: at("name.short", name), full: at("name.full", name) },
      description: {
        short: at("description.short", beforeColon(description)),
        full: at("description.full", description),
      },
      developer: {
        name: first(app, "ProviderName").textContent,
        websiteUrl: ofApp("SupportUrl").text,
        privacyUrl: beside("privacy.html"),
        termsOfUseUrl: beside("terms.html"),
      },
      icons: { color: "color.png", outline: "outline.png" },
      accentColor: "#1F3864",
      localizationInfo: {
        defaultLanguageTag: first(app, "DefaultLocale").textContent.toLowerCase(),
        additionalLanguages: [{ languageTag: OTHER.toLowerCase(), file: `${OTHER.toLowerCase()}.json` }],
      },
      authorization: {
        permissions: { resourceSpecific: [{ name: "Document.ReadWrite.User", type: "Delegated" }] },
      },
      validDomains: [new URL(page).host],
      extensions: [
        {
          requirements: { scopes, capabilities: capabilities(app) },
          runtimes: [
            {
              requirements: { capabilities: capabilities(overrides) },
              id: "KC.Runtime",
              type: "general",
              code: { page, script: address("Script").text },
              lifetime: first(host, "Runtimes/Runtime").getAttribute("lifetime"),
              actions: [...desktop.querySelectorAll("Action")].map(actionOf),
              customFunctions: {
                namespace: namespaceOf(named(functions, "Namespace").text),
                allowCustomDataForDataTypeAny: true,
                metadataUrl: at(`${runtime}.customFunctions.metadataUrl`, address("Metadata")),
              },
            },
          ],
          ribbons: [
            {
              contexts: ["default"],
              requirements: { scopes, capabilities: [{ name: "AddinCommands", minVersion: "1.1" }] },
              tabs: [
                {
                  id: tab.id,
                  label: at(`${ribbon}.label`, named(tab, "Label")),
                  groups: children(tab, "Group").map((group, index) => ({
                    id: group.id,
                    label: at(`${ribbon}.groups[${index}].label`, named(group, "Label")),
                    ...icons(group),
                    controls: children(group, "Control").map((element, inGroup) => ({
                      ...control(element, `${ribbon}.groups[${index}].controls[${inGroup}]`),
                      type: element.getAttribute("xsi:type")!.toLowerCase(),
                    })),
                  })),
                },
              ],
            },
          ],
          alternates: [
            {
              hide: { customOfficeAddin: { officeAddinId: first(app, "Id").textContent } },
              alternateIcons: {
                icon: { size: 32, url: ofApp("IconUrl").text },
                highResolutionIcon: { size: 64, url: ofApp("HighResolutionIconUrl").text },
              },
            },
          ],
          getStartedMessages: [
            {
              requirements: { scopes, formFactors: ["desktop"] },
              title: at(`${started}.title`, named(desktop, "GetStarted/Title")),
              description: at(`${started}.description`, named(desktop, "GetStarted/Description")),
              learnMoreUrl: at(`${started}.learnMoreUrl`, named(desktop, "GetStarted/LearnMoreUrl")),
            },
          ],
        },
      ],
    },
    translations: [`${OTHER.toLowerCase()}.json`, translated],
  };
}

/** Elements below another one by the names on the way to them, whatever their prefixes. */
function children(within: Element, path: string): readonly Element[] {
  return path
    .split("/")
    .reduce<readonly Element[]>(
      (found, name) =>
        found.flatMap((each) => [...each.children].filter(({ localName }) => localName === name)),
      [within],
    );
}

function first(within: Element, path: string): Element {
  return children(within, path)[0] ?? fail(path);
}

function fail(what: string): never {
  throw new Error(`manifest.xml has no ${what}`);
}

/** What an element says, and what it is in the other language. */
function saidBy(element: Element): Said {
  const other = children(element, "Override").find((each) => each.getAttribute("Locale") === OTHER);
  return { text: element.getAttribute("DefaultValue")!, other: other?.getAttribute("Value") ?? null };
}

/** A property where there is something to say. */
function optional<Value>(
  name: string,
  found: readonly Element[],
  value: (found: readonly Element[]) => Value,
): Json {
  return found.length === 0 ? {} : { [name]: value(found) };
}

/** What a control does: opens the pane, or runs a command by its name. */
function actionOf(action: Element): { readonly id: string; readonly type: string } {
  return action.getAttribute("xsi:type") === "ShowTaskpane"
    ? { id: action.querySelector("TaskpaneId")!.textContent, type: "openPage" }
    : { id: action.querySelector("FunctionName")!.textContent, type: "executeFunction" };
}

const namespaceOf = (name: string): Json => ({ id: name, name });

/** What a description says before its first colon: the unified manifest has a short one as well. */
function beforeColon({ text, other }: Said): Said {
  return { text: text.split(":")[0]!, other: other?.split("：")[0] ?? null };
}

/** A version of four numbers as three that rise with it: 0.3.0.1 is 0.3.1, 0.3.1.0 is 0.3.1000. */
function threeNumbers(version: string): string {
  const [major, minor, patch, build] = version.split(".").map(Number) as [number, number, number, number];
  if (build > 999 || patch > 98)
    throw new Error(
      `Version ${version} has no place in the unified manifest: its third number is at most 98, its fourth at most 999.`,
    );
  return `${major}.${minor}.${patch * 1000 + build}`;
}
