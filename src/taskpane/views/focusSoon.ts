/** Gives the keyboard focus to an element that is drawn in the next frame. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(id)?.focus()));
}

/** Gives the keyboard focus to an element as soon as it is there, for lit's ref. */
export function takeFocus(element: Element | undefined): void {
  // What is drawn for the first time may not be in the page yet.
  if (element !== undefined) requestAnimationFrame(() => (element as HTMLElement).focus());
}
