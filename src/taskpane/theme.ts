import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/tokens";
import type { PanePlatform } from "./panePlatform";

/** Fluent tokens that the style sheet uses. */
const TOKENS = [
  "fontFamilyBase",
  "fontFamilyMonospace",
  "fontSizeBase200",
  "fontSizeBase300",
  "fontSizeBase400",
  "fontSizeBase500",
  "fontSizeBase600",
  "lineHeightBase200",
  "lineHeightBase300",
  "lineHeightBase400",
  "lineHeightBase500",
  "fontWeightRegular",
  "fontWeightSemibold",
  "borderRadiusMedium",
  "borderRadiusLarge",
  "borderRadiusCircular",
  "strokeWidthThin",
  "strokeWidthThick",
  "shadow2",
  "shadow4",
  "durationFast",
  "curveEasyEase",
  "colorNeutralBackground1",
  "colorNeutralBackground1Hover",
  "colorNeutralBackground1Pressed",
  "colorNeutralBackground2",
  "colorNeutralBackground3",
  "colorNeutralBackgroundDisabled",
  "colorNeutralForeground1",
  "colorNeutralForeground2",
  "colorNeutralForeground3",
  "colorNeutralForegroundDisabled",
  "colorNeutralStroke1",
  "colorNeutralStroke2",
  "colorNeutralStrokeAccessible",
  "colorStrokeFocus1",
  "colorStrokeFocus2",
  "colorBrandBackground",
  "colorBrandBackgroundHover",
  "colorBrandBackgroundPressed",
  "colorNeutralForegroundOnBrand",
  "colorBrandForeground1",
  "colorBrandBackground2",
  "colorBrandForeground2",
  "colorCompoundBrandStroke",
  "colorStatusSuccessForeground1",
  "colorStatusSuccessBackground1",
  "colorStatusSuccessBorder1",
  "colorStatusWarningForeground1",
  "colorStatusWarningForeground3",
  "colorStatusWarningBackground1",
  "colorStatusWarningBorder1",
  "colorStatusDangerForeground1",
  "colorStatusDangerBackground1",
  "colorStatusDangerBorder1",
  "colorPaletteDarkOrangeForeground1",
  "colorPaletteDarkOrangeBorderActive",
  "colorPaletteTealForeground2",
  "colorPaletteTealBorderActive",
] as const satisfies readonly (keyof Theme)[];

/** Puts the tokens of a theme on an element; properties set from script need no exception in the content policy. */
export function applyTheme(root: HTMLElement, name: "light" | "dark"): void {
  const theme = name === "dark" ? webDarkTheme : webLightTheme;
  for (const token of TOKENS) root.style.setProperty(`--${token}`, String(theme[token]));
  root.style.setProperty("color-scheme", name);
  root.dataset["theme"] = name;
}

/** Follows the host's theme where it has one, else the system's. The result stops it. */
export function followTheme(root: HTMLElement, platform: PanePlatform): () => void {
  if (platform.watchTheme !== undefined) return platform.watchTheme((theme) => applyTheme(root, theme));
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const apply = (): void => applyTheme(root, dark.matches ? "dark" : "light");
  apply();
  dark.addEventListener("change", apply);
  return () => dark.removeEventListener("change", apply);
}
