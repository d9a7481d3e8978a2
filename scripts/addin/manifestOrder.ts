/** Children that an element of a manifest may have, in the order that the schema wants. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "AlternateId",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
  ],
  VersionOverrides: [
    "Description",
    "Requirements",
    "Hosts",
    "Resources",
    "WebApplicationInfo",
    "EquivalentAddins",
  ],
  "Host in VersionOverrides": ["Runtimes", "AllFormFactors", "DesktopFormFactor", "MobileFormFactor"],
  DesktopFormFactor: ["GetStarted", "SupportsSharedFolders", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  "ExtensionPoint CustomFunctions": ["Script", "Page", "Metadata", "Namespace"],
  CustomTab: ["OverriddenByRibbonApi", "Group", "Label"],
  Group: ["OverriddenByRibbonApi", "Label", "Icon", "Control"],
  Control: ["Label", "ToolTip", "Supertip", "Icon", "Action", "Items", "Enabled"],
  Item: ["Label", "ToolTip", "Supertip", "Icon", "Action", "Enabled"],
  Supertip: ["Title", "Description"],
  Icon: ["Image"],
  Items: ["Item"],
  Action: ["TaskpaneId", "SourceLocation", "Title", "FunctionName"],
  DisplayName: ["Override"],
  Description: ["Override"],
  Url: ["Override"],
  String: ["Override"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
};

/** Children that an element may have, in order; undefined for elements without a rule. */
export function childOrder(element: Element): readonly string[] | undefined {
  const type = element.getAttribute("xsi:type");
  if (element.localName === "Host")
    return element.closest("VersionOverrides") === null ? [] : ORDER["Host in VersionOverrides"];
  return ORDER[`${element.localName} ${type ?? ""}`] ?? ORDER[element.localName];
}
