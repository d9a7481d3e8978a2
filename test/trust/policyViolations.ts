import type { Page } from "playwright-core";

/** Something that a page's content security policy refused. */
export interface Violation {
  /** Directive that refused it, such as script-src-elem. */
  readonly directive: string;
  /** What was refused: an address, "inline" or "eval". */
  readonly blocked: string;
  /** Script and place that asked for it. */
  readonly by: string;
}

/** Collects what the policies of a page's documents refuse, from before their first script; the list grows while the page is used. */
export async function watchViolations(page: Page): Promise<readonly Violation[]> {
  const violations: Violation[] = [];
  await page.exposeFunction("kcViolated", (violation: Violation) => violations.push(violation));
  await page.addInitScript(() => {
    document.addEventListener(
      "securitypolicyviolation",
      ({ effectiveDirective, blockedURI, sourceFile, lineNumber, columnNumber }) => {
        void (window as unknown as { kcViolated(violation: object): Promise<void> }).kcViolated({
          directive: effectiveDirective,
          blocked: blockedURI,
          by: `${sourceFile}:${lineNumber}:${columnNumber}`,
        });
      },
    );
  });
  return violations;
}
