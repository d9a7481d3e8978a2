/** Languages that the product speaks, as BCP 47 tags. */
export type Language = "en" | "zh-CN";

/** Every language with the name that its readers give it. */
export const LANGUAGES: readonly { readonly id: Language; readonly name: string }[] = [
  { id: "en", name: "English" },
  { id: "zh-CN", name: "简体中文" },
];

/** The language of a tag such as zh, zh-Hans-HK or en-GB, as Office, a browser or a person gives it; English where it is none of ours. */
export function languageOf(tag: string | undefined): Language {
  return /^zh\b/i.test(tag ?? "") ? "zh-CN" : "en";
}

/** The language that a person named, or null: en, English, zh, zh-CN, 中文 … */
export function namedLanguage(name: string): Language | null {
  const key = name.trim().toLowerCase();
  if (/^(en(-\w+)*|english)$/.test(key)) return "en";
  return /^(zh(-\w+)*|chinese|中文|简体中文)$/.test(key) ? "zh-CN" : null;
}
