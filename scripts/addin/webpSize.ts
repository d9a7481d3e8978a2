/** Width and height in dots of a WebP picture, or null when the bytes are none. */
export function webpSize(bytes: Uint8Array): readonly [width: number, height: number] | null {
  if (bytes.byteLength < 30 || text(bytes, 0) !== "RIFF" || text(bytes, 8) !== "WEBP") return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const three = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  switch (text(bytes, 12)) {
    case "VP8 ":
      return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
    case "VP8L": {
      const packed = view.getUint32(21, true);
      return [(packed & 0x3fff) + 1, ((packed >> 14) & 0x3fff) + 1];
    }
    case "VP8X":
      return [three(24) + 1, three(27) + 1];
    default:
      return null;
  }
}

function text(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
