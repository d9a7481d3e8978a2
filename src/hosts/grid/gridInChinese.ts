import { mergeLocales } from "@univerjs/core";
import dataValidationWords from "@univerjs/data-validation/locale/zh-CN";
import designWords from "@univerjs/design/locale/zh-CN";
import docsWords from "@univerjs/docs-ui/locale/zh-CN";
import conditionalWords from "@univerjs/sheets-conditional-formatting-ui/locale/zh-CN";
import validationUiWords from "@univerjs/sheets-data-validation-ui/locale/zh-CN";
import validationWords from "@univerjs/sheets-data-validation/locale/zh-CN";
import formulaUiWords from "@univerjs/sheets-formula-ui/locale/zh-CN";
import formulaWords from "@univerjs/sheets-formula/locale/zh-CN";
import linkUiWords from "@univerjs/sheets-hyper-link-ui/locale/zh-CN";
import linkWords from "@univerjs/sheets-hyper-link/locale/zh-CN";
import noteWords from "@univerjs/sheets-note-ui/locale/zh-CN";
import numberFormatWords from "@univerjs/sheets-numfmt-ui/locale/zh-CN";
import sheetsUiWords from "@univerjs/sheets-ui/locale/zh-CN";
import sheetsWords from "@univerjs/sheets/locale/zh-CN";
import uiWords from "@univerjs/ui/locale/zh-CN";

/** Words that the grid's packages leave out. */
const MISSING_WORDS = {
  "sheets-formula": {
    progress: {
      analyzing: "正在分析公式",
      calculating: "正在计算",
      "array-analysis": "正在分析区域",
      "array-calculation": "正在计算区域",
      done: "计算完成",
    },
  },
};

/** The words of the grid's menus and dialogs in simplified Chinese, as its packages have them. */
export const GRID_IN_CHINESE = mergeLocales(
  designWords,
  docsWords,
  uiWords,
  sheetsWords,
  sheetsUiWords,
  formulaWords,
  formulaUiWords,
  numberFormatWords,
  dataValidationWords,
  validationWords,
  validationUiWords,
  conditionalWords,
  noteWords,
  linkWords,
  linkUiWords,
  MISSING_WORDS,
);
