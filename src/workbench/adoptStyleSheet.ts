/**
 * Gives the page a style sheet without a style element, so that its policy needs no exception for inline styles; the result takes the sheet away.
 * The build puts it where packages of the grid would make style elements.
 */
export function adoptStyleSheet(rules: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}
