import { JSDOM } from "jsdom";

/** Microsoft's address of the library of Office, the only other host that a page may name. */
const LIBRARY = "https://appsforoffice.microsoft.com";

/** What a directive may hold besides 'none' and 'self'. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  "script-src": [LIBRARY],
  "style-src-attr": ["'unsafe-inline'"],
  "img-src": ["data:"],
};

/** The content security policy that a page carries; "" where it has none. */
export function pagePolicy(html: string): string {
  const { document } = new JSDOM(html).window;
  return document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content") ?? "";
}

/** What a page's policy lets in that none of our pages needs; empty when it is strict. */
export function policyProblems(html: string): readonly string[] {
  const policy = pagePolicy(html);
  if (policy === "") return ["has no content security policy"];
  const directives = new Map(
    policy.split(";").map((directive) => {
      const [name = "", ...values] = directive.trim().split(/\s+/);
      return [name, values] as const;
    }),
  );
  const lacking = ["default-src", "base-uri", "form-action"]
    .filter((name) => directives.get(name)?.join(" ") !== "'none'")
    .map((name) => `has a policy without ${name} 'none'`);
  const loose = [...directives].flatMap(([name, values]) =>
    values
      .filter((value) => !["'none'", "'self'", ...(ALLOWED[name] ?? [])].includes(value))
      .map((value) => `has a policy that lets in ${value} by ${name}`),
  );
  return [...lacking, ...loose];
}
