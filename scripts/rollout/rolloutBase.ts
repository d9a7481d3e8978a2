/** Where a release will be served: the address with everything in it, without a slash at the end. */
export interface RolloutBase {
  /** Such as https://addins.example.com/kc. */
  readonly address: string;
  /** Path of the address on its host: "" or such as /kc. */
  readonly path: string;
}

/** Reads the address of a release; throws, saying what is wrong with it and what one looks like, unless it is an https address that every host can serve. */
export function rolloutBase(text: string | undefined): RolloutBase {
  const example = "such as --base https://addins.example.com/kc";
  if (text === undefined || text.trim() === "")
    throw new Error(`Say where the release will be served, ${example}.`);
  const refuse = (reason: string): never => {
    throw new Error(`--base ${text.trim()} ${reason}; give an https address, ${example}.`);
  };
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return refuse("is no address");
  }
  if (url.protocol !== "https:") refuse("is not https, and Office loads add-ins over https only");
  if (url.username !== "" || url.password !== "")
    refuse("holds a user or password, which would stand in every manifest");
  if (url.search !== "" || url.hash !== "") refuse("has a ? or #, behind which no file can be served");
  const path = url.pathname.replace(/\/+$/, "");
  if (!/^(?:\/[\w~-][\w.~-]*)*$/.test(path))
    refuse("has a path with other characters than letters, digits, - . _ ~ between single slashes");
  return { address: `${url.origin}${path}`, path };
}
