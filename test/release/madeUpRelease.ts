/** A made-up results release of 2026Q2 in the form of the company's, in RMB thousands: 2025Q2 and 2026Q1 beside it are as known. */

/** A row: its label, in Chinese, and the figures of 2025Q2, 2026Q1 and 2026Q2; a title has none. */
type Row = readonly [english: string, chinese: string, ...figures: number[]];

/** The statement of operations. */
export const STATEMENT: readonly Row[] = [
  ["Revenues:", "收入："],
  ["Public cloud services", "公有云服务", 1_625_254, 1_990_984, 2_163_418],
  ["Enterprise cloud services", "行业云服务", 723_907, 712_690, 802_335],
  ["Others", "其他", 77, 38, 41],
  ["Total revenues", "总收入", 2_349_238, 2_703_712, 2_965_794],
  ["Cost of revenues", "营业成本", -2_010_420, -2_358_012, -2_617_305],
  ["Gross profit", "毛利", 338_818, 345_700, 348_489],
  ["Operating expenses:", "经营费用："],
  ["Selling and marketing expenses", "销售及营销费用", -132_020, -123_799, -141_208],
  ["General and administrative expenses", "一般及行政费用", -339_598, -194_802, -188_945],
  ["Research and development expenses", "研发费用", -194_270, -193_301, -201_466],
  ["Impairment of long-lived assets", "长期资产减值", 0, 0, 0],
  ["Total operating expenses", "经营费用总额", -665_888, -511_902, -531_619],
  ["Operating loss", "经营亏损", -327_070, -166_202, -183_130],
  ["Interest income", "利息收入", 11_412, 32_011, 27_604],
  ["Interest expense", "利息费用", -123_548, -153_602, -171_335],
  ["Foreign exchange (loss)/gain", "汇兑（亏损）／收益", -39_980, -60_912, 12_455],
  ["Other (loss)/gain, net", "其他（损失）／收益净额", -5_400, 0, -1_220],
  ["Other income, net", "其他收入净额", 30_000, 10_110, 19_240],
  ["Loss before income taxes", "除所得税前亏损", -454_586, -338_595, -296_386],
  ["Income tax expense", "所得税费用", -2_362, -4_100, -3_905],
  ["Net loss", "净亏损", -456_948, -342_695, -300_291],
  [
    "Less: net income/(loss) attributable to non-controlling interests",
    "减：归属于非控股权益的净利润／（亏损）",
    552,
    1_105,
    -1_412,
  ],
  [
    "Net loss attributable to Kingsoft Cloud Holdings Limited",
    "归属于金山云控股有限公司的净亏损",
    -457_500,
    -343_800,
    -298_879,
  ],
];

/** The reconciliation of adjusted figures. */
export const RECONCILIATION: readonly Row[] = [
  ["Net loss", "净亏损", -456_948, -342_695, -300_291],
  ["Adjustments:", "调整："],
  ["– Share-based compensation expenses", "–股份薪酬费用", 116_900, 100_010, 96_305],
  ["– Foreign exchange loss/(gain)", "–汇兑亏损／（收益）", 39_980, 60_912, -12_455],
  ["Adjusted net loss", "经调整净亏损", -300_068, -181_773, -216_441],
  ["– Interest income", "–利息收入", -11_412, -32_011, -27_604],
  ["– Interest expense", "–利息费用", 123_548, 153_602, 171_335],
  ["– Income tax expense", "–所得税费用", 2_362, 4_100, 3_905],
  ["– Depreciation and amortization", "–折旧及摊销", 591_500, 802_303, 974_505],
  ["Adjusted EBITDA", "经调整EBITDA", 405_930, 746_221, 905_700],
];

/** Figures of 2026Q2 that the release holds, in the model's units and signs. */
export const IN_RELEASE: Readonly<Record<string, number>> = {
  revenuePublic: 2163.418,
  revenueEnterprise: 802.335,
  revenue: 2965.794,
  costOfRevenue: 2617.305,
  grossProfit: 348.489,
  sellingMarketing: 141.208,
  generalAdministrative: 188.945,
  researchDevelopment: 201.466,
  impairment: 0,
  operatingResult: -183.13,
  interestIncome: 27.604,
  interestExpense: 171.335,
  foreignExchange: 12.455,
  otherIncome: 18.02,
  pretaxResult: -296.386,
  incomeTax: 3.905,
  netResult: -300.291,
  netResultAttributable: -298.879,
  shareBasedPay: 96.305,
  adjustedNetResult: -216.441,
  depreciationAmortisation: 974.505,
  adjustedEbitda: 905.7,
};

/** A figure as releases print it: thousands in groups, a negative in brackets, nil as a dash. */
export function printed(value: number): string {
  const digits = Math.abs(value).toLocaleString("en-US");
  return value === 0 ? "—" : value < 0 ? `(${digits})` : digits;
}

const PER_DOLLAR = 7.1;
const withDollars = (figures: readonly number[]): readonly number[] =>
  figures.length === 0 ? [] : [...figures, Math.round(figures.at(-1)! / PER_DOLLAR)];

/** A figure in the three cells that filings give it: currency or nothing, figure with its opening bracket, closing bracket. */
const cells = (value: number): string =>
  `<td>&nbsp;</td><td style="text-align:right">${value < 0 ? `(${Math.abs(value).toLocaleString("en-US")}` : printed(value)}</td><td>${value < 0 ? ")" : "&nbsp;"}</td>`;

/** The English release as a browser copies it from a newswire: a table for layout, spans, notes, split brackets. */
export function englishHtml(rows: readonly (readonly Row[])[] = [STATEMENT, RECONCILIATION]): string {
  const head = (texts: readonly string[]): string =>
    `<tr><td>&nbsp;</td>${texts.map((text) => `<td></td><td colspan="2"><b>${text}</b></td>`).join("")}</tr>`;
  const tables = rows.map(
    (body) =>
      `<p align="center"><b>UNAUDITED CONDENSED CONSOLIDATED STATEMENTS</b></p><p>(All amounts in thousands, except for share and per share data)</p><table border="0"><tbody><tr><td>&nbsp;</td><td></td><td colspan="11"><b>Three Months Ended</b></td></tr>${head(["Jun&nbsp;30,<br>2025", "Mar 31,<br>2026", "Jun 30,<br>2026", "Jun 30,<br>2026"])}${head(["RMB", "RMB", "RMB", "US$"])}${body
        .map(([label, , ...figures]) =>
          figures.length === 0
            ? `<tr><td colspan="13"><b>${label}</b></td></tr>`
            : `<tr><td>${label}<sup>(1)</sup></td>${withDollars(figures).map(cells).join("")}</tr>`,
        )
        .join("")}</tbody></table>`,
  );
  return `<html><head><style>td { color: #123456 }</style></head><body><!--StartFragment--><table><tr><td>${tables.join("</td></tr><tr><td>")}</td></tr></table><!--EndFragment--></body></html>`;
}

const FULL_WIDTH = (text: string): string =>
  text.replace(/[\d(),]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** The Chinese release with full-width digits and brackets. */
export function chineseHtml(rows: readonly (readonly Row[])[] = [STATEMENT, RECONCILIATION]): string {
  return rows
    .map(
      (body) =>
        `<p>（以千元人民币为单位，未经审计）</p><table><tr><th rowspan="3"></th><th colspan="4">截至以下日期止三个月</th></tr><tr><th>２０２５年６月３０日</th><th>２０２６年３月３１日</th><th>２０２６年６月３０日</th><th>２０２６年６月３０日</th></tr><tr><th>人民币千元</th><th>人民币千元</th><th>人民币千元</th><th>千美元</th></tr>${body
          .map(
            ([, label, ...figures]) =>
              `<tr><td>${label}</td>${withDollars(figures)
                .map((value) => `<td>${FULL_WIDTH(printed(value))}</td>`)
                .join("")}</tr>`,
          )
          .join("")}</table>`,
    )
    .join("\n");
}

/** Text of the release as a PDF gives it: long labels broken into lines, notes before the figures. */
export function pdfText(rows: readonly (readonly Row[])[] = [STATEMENT, RECONCILIATION]): string {
  const broken = (label: string): string =>
    label.length > 34 ? label.replace(/^(.{20,34}) /, "$1\n") : label;
  return rows
    .map((body) =>
      [
        "KINGSOFT CLOUD HOLDINGS LIMITED",
        "UNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF COMPREHENSIVE LOSS",
        "(All amounts in thousands, except for share and per share data)",
        "Three Months Ended",
        "Jun 30, 2025 Mar 31, 2026 Jun 30, 2026 Jun 30, 2026",
        "RMB RMB RMB US$",
        ...body.map(([label, , ...figures]) =>
          [
            broken(label),
            ...(label.startsWith("Selling") ? ["(1)"] : []),
            ...withDollars(figures).map(printed),
          ].join(" "),
        ),
      ].join("\n"),
    )
    .join("\n\n");
}

/** A range of a spreadsheet in RMB millions with one decimal, under heads of its own. */
export function excelRange(): string {
  const millions = (value: number): string => printed(Math.round(value / 100) / 10);
  return [
    ["RMB million", "2Q25", "1Q26", "2Q26", "YoY"],
    ...[...STATEMENT, ...RECONCILIATION].map(([label, , ...figures]) => [
      label,
      ...figures.map(millions),
      ...(figures.length === 0 ? [] : ["26.2%"]),
    ]),
  ]
    .map((cells) => cells.join("\t"))
    .join("\r\n");
}

/** The balance sheet of 31 December 2025 and 30 June 2026. */
export const BALANCE_SHEET: readonly (readonly [string, ...number[]])[] = [
  ["ASSETS"],
  ["Current assets:"],
  ["Cash and cash equivalents", 6_018_000, 3_310_400],
  ["Restricted cash", 99_190, 99_190],
  ["Accounts receivable, net", 1_700_000, 1_802_000],
  ["Prepayments and other assets", 2_592_000, 2_701_000],
  ["Amounts due from related parties", 614_000, 640_500],
  ["Total current assets", 11_023_190, 8_553_090],
  ["Non-current assets:"],
  ["Property and equipment, net", 7_393_000, 9_300_000],
  ["Intangible assets, net", 532_770, 446_000],
  ["Goodwill", 4_606_000, 4_606_000],
  ["Prepayments and other assets", 139_840, 150_000],
  ["Equity investments", 234_170, 234_200],
  ["Operating lease right-of-use assets", 2_800_000, 3_100_000],
  ["Total non-current assets", 15_705_780, 17_836_200],
  ["Total assets", 26_728_970, 26_389_290],
  ["LIABILITIES AND SHAREHOLDERS’ EQUITY"],
  ["Current liabilities:"],
  ["Short-term borrowings", 2_400_000, 2_300_000],
  ["Accounts payable", 2_014_000, 2_170_000],
  ["Accrued expenses and other liabilities", 3_100_000, 3_050_000],
  ["Income tax payable", 60_000, 61_000],
  ["Amounts due to related parties", 2_675_970, 2_600_000],
  ["Current operating lease liabilities", 1_101_000, 1_350_000],
  ["Total current liabilities", 11_350_970, 11_531_000],
  ["Non-current liabilities:"],
  ["Long-term borrowings", 4_000_000, 3_700_000],
  ["Other liabilities", 62_000, 60_000],
  ["Non-current operating lease liabilities", 2_000_000, 2_350_000],
  ["Total liabilities", 17_412_970, 17_641_000],
  ["Total Kingsoft Cloud Holdings Limited shareholders’ equity", 8_985_300, 8_415_190],
  ["Non-controlling interests", 330_700, 333_100],
  ["Total equity", 9_316_000, 8_748_290],
  ["Total liabilities and equity", 26_728_970, 26_389_290],
];

/** The balance sheet as a table of HTML. */
export function balanceHtml(sheet: typeof BALANCE_SHEET = BALANCE_SHEET): string {
  const rows = sheet.map(
    ([label, ...figures]) =>
      `<tr><td>${label}</td>${figures.map((value) => `<td>${printed(value)}</td>`).join("")}</tr>`,
  );
  return `<p>(All amounts in thousands)</p><table><tr><td></td><td>Dec 31, 2025</td><td>Jun 30, 2026</td></tr><tr><td></td><td>RMB</td><td>RMB</td></tr>${rows.join("")}</table>`;
}

/** The same as the text of a PDF. */
export function balanceText(): string {
  return [
    "(All amounts in thousands)",
    "Dec 31, 2025 Jun 30, 2026",
    "RMB RMB",
    ...BALANCE_SHEET.map(([label, ...figures]) => [label, ...figures.map(printed)].join(" ")),
  ].join("\n");
}
