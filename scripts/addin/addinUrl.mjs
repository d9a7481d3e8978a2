/** Address in the files of the repository, which the build replaces. */
export const DEFAULT_ADDIN_URL = "https://localhost:3000";

/** Where the add-in will be served: ADDIN_URL, or this machine; https only, without a slash at the end. */
export function addinUrl(text = process.env.ADDIN_URL) {
  if (text === undefined || text.trim() === "") return DEFAULT_ADDIN_URL;
  let url;
  try {
    url = new URL(text.trim());
  } catch {
    throw new Error(`ADDIN_URL is no address: ${text}`);
  }
  if (url.protocol !== "https:" || url.search !== "" || url.hash !== "")
    throw new Error(`ADDIN_URL must be an https address without ? or #: ${text}`);
  return url.href.replace(/\/+$/, "");
}

/** A text of the repository with the add-in's address put in. */
export function atAddinUrl(text, url) {
  return text.replaceAll(DEFAULT_ADDIN_URL, url);
}
