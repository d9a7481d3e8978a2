import { colourReader } from "../../../src/hosts/xlsx/fileColours";

const theme = `<a:theme xmlns:a="x"><a:themeElements><a:clrScheme>
<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>
<a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2>
<a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:themeElements></a:theme>`;
const read = colourReader(theme);

// The tints as Excel shows them in its list of colours.
test.each([
  [{ rgb: "FF1F3864" }, "1F3864"],
  [{ theme: 0 }, "FFFFFF"],
  [{ theme: 1 }, "000000"],
  [{ theme: 3 }, "44546A"],
  [{ theme: 4 }, "4472C4"],
  [{ theme: 4, tint: 0.599993896298105 }, "B4C6E7"],
  [{ theme: 4, tint: -0.499984740745262 }, "203764"],
  [{ theme: 0, tint: -0.249977111117893 }, "BFBFBF"],
  [{ indexed: 10 }, "FF0000"],
  [{ indexed: 64 }, undefined],
  [{ theme: 11 }, undefined],
  [undefined, undefined],
])("%j is %s", (colour, hex) => {
  const found = read(colour);
  if (hex === undefined || found === undefined) expect(found).toBe(hex);
  // Rounding of a tint differs by one from program to program.
  else
    for (const at of [0, 2, 4])
      expect(
        Math.abs(Number.parseInt(found.slice(at, at + 2), 16) - Number.parseInt(hex.slice(at, at + 2), 16)),
      ).toBeLessThanOrEqual(1);
});
