import { attributesOf, walkXml } from "./walkXml";

/** A colour as a file says it: plainly, by its place in the theme with a tint, or by its number in the old palette. */
export interface FileColour {
  readonly rgb?: string;
  readonly theme?: number;
  readonly tint?: number;
  readonly indexed?: number;
}

/** Gives six hex digits of a colour; undefined where the file leaves it to the program. */
export type ColourReader = (colour: FileColour | undefined) => string | undefined;

/** Order in which cells count the colours of a theme. */
const ORDER = [
  ...["lt1", "dk1", "lt2", "dk2"],
  ...["accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"],
];

/** The old palette: its first eight colours again, then 56 of its own. */
const BASIC = "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF";
const PALETTE = [
  ...BASIC.split(" "),
  ...BASIC.split(" "),
  ...(
    "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF " +
    "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 " +
    "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
  ).split(" "),
];

/** Reads colours of a file with the theme part that it has. */
export function colourReader(theme: string | undefined): ColourReader {
  const colours = themeColours(theme ?? "");
  return (colour) => {
    if (colour === undefined) return undefined;
    const plain =
      /([0-9a-f]{6})$/i.exec(colour.rgb ?? "")?.[1]?.toUpperCase() ??
      (colour.theme !== undefined ? colours.get(ORDER[colour.theme] ?? "") : undefined) ??
      (colour.indexed !== undefined ? PALETTE[colour.indexed] : undefined);
    return plain === undefined || !colour.tint ? plain : tinted(plain, colour.tint);
  };
}

function themeColours(xml: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let slot = "";
  walkXml(xml, {
    open(name, text) {
      if (ORDER.includes(name)) slot = name;
      else if (slot !== "" && (name === "srgbClr" || name === "sysClr")) {
        const { val = "", lastClr } = attributesOf(text);
        found.set(slot, (lastClr ?? val).toUpperCase());
      }
    },
    close(name) {
      if (name === slot) slot = "";
    },
  });
  return found;
}

/** A colour made lighter (tint above 0) or darker: its lightness moves, its hue and saturation stay. */
function tinted(hex: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(...channels), Math.min(...channels)];
  const light = (most + least) / 2;
  const moved = tint < 0 ? light * (1 + tint) : light + (1 - light) * tint;
  const spread = (of: number): number => 1 - Math.abs(2 * of - 1);
  const scale = spread(light) === 0 ? 0 : spread(moved) / spread(light);
  return channels
    .map((channel) => Math.round(255 * Math.min(1, Math.max(0, moved + (channel - light) * scale))))
    .map((channel) => channel.toString(16).padStart(2, "0").toUpperCase())
    .join("");
}
