/** Width that the pane may take, and a step of the arrow keys, in pixels. */
const WIDTH = { least: 280, most: 900, step: 24 } as const;

/** Lets the edge between sheet and pane be dragged, and moved by arrow keys. */
export function paneEdge(frame: HTMLElement, edge: HTMLElement, pane: HTMLElement): void {
  const setWidth = (wanted: number): void => {
    const width = Math.round(Math.min(WIDTH.most, frame.clientWidth / 2, Math.max(WIDTH.least, wanted)));
    frame.style.setProperty("--pane-width", `${width}px`);
    edge.setAttribute("aria-valuenow", String(width));
  };
  edge.setAttribute("aria-valuemin", String(WIDTH.least));
  edge.setAttribute("aria-valuemax", String(WIDTH.most));
  edge.setAttribute("aria-valuenow", String(pane.offsetWidth));
  edge.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    edge.setPointerCapture(event.pointerId);
  });
  edge.addEventListener("pointermove", (event) => {
    if (edge.hasPointerCapture(event.pointerId))
      setWidth(pane.getBoundingClientRect().right - event.clientX - edge.offsetWidth / 2);
  });
  edge.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: WIDTH.step, ArrowRight: -WIDTH.step }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setWidth(pane.offsetWidth + step);
  });
}
