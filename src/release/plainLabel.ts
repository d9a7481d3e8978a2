/** Signs of traditional Chinese in names of lines, each before the simplified one. */
const TRADITIONAL =
  "雲云業业總总營营務务費费權权負负債债產产發发與与銷销開开額额損损虧亏現现貨货應应賬账帳账項项關关聯联於于歸归屬属淨净凈净經经調调後后攤摊舊旧減减設设備备無无資资預预計计長长動动東东貸贷庫库準准銀银稅税釐厘匯汇兌兑價价單单際际僱雇員员財财為为個个撥拨間间類类續续約约種种擔担據据會会併并購购術术專专門门齊齐數数聽听繫系優优聲声點点網网絡络領领結结構构轉转換换遞递儲储幣币萬万億亿師师證证認认擁拥籌筹償偿劃划雜杂餘余歷历錄录標标訂订閱阅當当報报從从實实確确變变獲获贏赢軟软體体織织層层級级廣广廠厂區区國国園园還还進进運运過过達达選选邊边隨随險险雙双難难電电響响顧顾風风驗验佔占軀躯僅仅屆届舉举夥伙協协";

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from({ length: TRADITIONAL.length / 2 }, (_, place) => [
    TRADITIONAL[2 * place]!,
    TRADITIONAL[2 * place + 1]!,
  ]),
);

/** Two words of which one stands in brackets or after a stroke, as in (loss)/gain, loss (gain) and 亏损／（利润）. */
function eitherWay(first: string, second: string): string {
  const [one, other] = [`(?:${first})`, `(?:${second})`];
  return `[([]?${one}[)\\]]?\\s*(?:/\\s*[([]?|[([])\\s*${other}\\s*[)\\]]?|[([]${one}[)\\]]\\s*${other}`;
}

const BAD = "\\b(?:loss|losses|expense|expenses|deficit)\\b";
const GOOD = "\\b(?:profit|income|gains?|earnings|benefits?|credit)\\b";
const BAD_CHINESE = "亏损|损失|费用|开支";
const GOOD_CHINESE = "利润|盈利|溢利|收益|收入|抵免|利益";
const BOTH_WAYS = new RegExp(`${eitherWay(BAD, GOOD)}|${eitherWay(GOOD, BAD)}`, "g");
const BOTH_WAYS_CHINESE = new RegExp(
  `${eitherWay(BAD_CHINESE, GOOD_CHINESE)}|${eitherWay(GOOD_CHINESE, BAD_CHINESE)}`,
  "g",
);

/**
 * A label as it is compared: simplified Chinese, half width, lower case, singular, without notes, units and what says
 * only that a line is taken away or not audited. A result that may be of either sign is called "result" or 结果.
 */
export function plainLabel(text: string): string {
  return [...text.normalize("NFKC")]
    .map((sign) => SIMPLIFIED.get(sign) ?? sign)
    .join("")
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/non-?\s?gaap/g, " ")
    .replace(/[([]\s*(?:notes?\s*)?[\d,、*#\s]{1,8}[a-z]?\s*[)\]]/g, " ")
    .replace(/\(?\bnotes?\s*\d+\)?|附注\s*\d*|[*#†‡]+/g, " ")
    .replace(/[([](?:unaudited|audited|未经审计|未经审核)[)\]]/g, " ")
    .replace(
      /[([]?(?:rmb|cny|us\$|人民币)?\s*(?:in\s+)?(?:thousands?|millions?|千元|百万元|亿元|万元)(?:\s+of\s+rmb)?[)\]]?\s*$/g,
      " ",
    )
    .replace(/^[\s\-–—•·]*(?:(?:less|add|plus|including|of which)\b\s*:?|(?:其中|减|加|包括)\s*:)?\s*/, "")
    .replace(BOTH_WAYS, " result ")
    .replace(BOTH_WAYS_CHINESE, "结果")
    .replace(/&/g, " and ")
    .replace(/([a-z])['-]([a-z])/g, "$1$2")
    .replace(/is(ation|ations|ed|ing)\b/g, "iz$1")
    .replace(/\b(?:the|our|its|total amount of)\b/g, " ")
    .replace(/([a-z]{3,}[^s\W])s\b/g, "$1")
    .replace(/[^\p{L}\d]/gu, "");
}

/** Which way round a label names a result: -1 where a loss is printed as a positive figure, 1 where it has brackets, 0 where the label says only loss. */
export function resultSense(text: string): -1 | 0 | 1 {
  const plain = [...text.normalize("NFKC").toLowerCase()]
    .map((sign) => SIMPLIFIED.get(sign) ?? sign)
    .join("");
  const loss = /\bloss(?:es)?\b|亏损|损失/;
  const gain = /\b(?:profit|income|gains?|earnings)\b|利润|盈利|溢利|收益/;
  if (!loss.test(plain)) return 1;
  if (!gain.test(plain.replace(/\bincome tax(?:es)?\b/g, ""))) return 0;
  return /(?:loss(?:es)?|亏损|损失)\s*[/╱]?\s*\(\s*(?:profit|income|gain|利润|盈利|溢利|收益)/.test(plain)
    ? -1
    : 1;
}
