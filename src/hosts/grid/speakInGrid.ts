import { LocaleService, LocaleType } from "@univerjs/core";
import type { Language } from "../../words";
import type { Grid } from "./createGrid";

/** Puts the grid's own menus into a language; Chinese words load when they are first asked for. */
export async function speakInGrid({ univer }: Grid, language: Language): Promise<void> {
  const locale = univer.__getInjector().get(LocaleService);
  const wanted = language === "en" ? LocaleType.EN_US : LocaleType.ZH_CN;
  if (locale.getCurrentLocale() === wanted) return;
  if (wanted === LocaleType.ZH_CN) {
    const { GRID_IN_CHINESE } = await import("./gridInChinese");
    locale.load({ [LocaleType.ZH_CN]: GRID_IN_CHINESE });
  }
  locale.setLocale(wanted);
}
