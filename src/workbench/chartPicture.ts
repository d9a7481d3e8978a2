import { CHART_SIZE } from "./planChart";

/** Times that a picture has more points than the chart, so that it stays sharp on a slide. */
const SHARPNESS = 4;

/** A chart as a PNG in the colours of the workbook, whatever the page wears. */
export async function chartPicture(chart: SVGSVGElement): Promise<Blob> {
  const [width, height] = [CHART_SIZE.width * SHARPNESS, CHART_SIZE.height * SHARPNESS];
  const copy = chart.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const image = new Image(width, height);
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const paper = canvas.getContext("2d")!;
  paper.fillStyle = "#fff";
  paper.fillRect(0, 0, width, height);
  paper.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) =>
      blob === null ? reject(new Error("The picture could not be drawn.")) : resolve(blob),
    ),
  );
}

/** Puts a picture of a chart on the clipboard. */
export async function copyChart(chart: SVGSVGElement): Promise<void> {
  // Handed over as a promise: some browsers want the clipboard asked within the click.
  await navigator.clipboard.write([new ClipboardItem({ "image/png": chartPicture(chart) })]);
}
