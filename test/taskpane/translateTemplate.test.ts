import { catalogueOf } from "../../src/words/catalogue";
import { translateTemplate } from "../../src/taskpane/views/translateTemplate";

const words = catalogueOf(
  "zh-CN",
  {
    "{0} of {1} quarters": "{1}个季度中的{0}个",
    "Look up": "查找",
    "Help: {0}": "帮助：{0}",
    "Cells “{0}” & more": "单元格“{0}”<等>",
    'Say "so"': '说"是"',
    "The sheet shows": "工作表显示",
    "here.": "。",
  },
  [],
);

/** A template in Chinese, its slots written as {number of the value}, with an asterisk where people read the value. */
function inChinese(texts: TemplateStringsArray, ...values: readonly unknown[]): string {
  expect(values.length).toBe(texts.length - 1);
  const { strings, slots } = translateTemplate(texts, words);
  expect(strings).toHaveLength(slots.length + 1);
  return strings.reduce((sum, text, at) => {
    const { slot, isRead } = slots[at - 1] ?? { slot: -1, isRead: false };
    return at === 0 ? text : `${sum}{${slot}${isRead ? "*" : ""}}${text}`;
  }, "");
}

test("a run of words between tags is translated, its slots in the order of the translation", () => {
  expect(inChinese`<p class=${"c"}>${3} of ${12} quarters</p><b>${"x"}</b>`).toBe(
    "<p class={0}>{2*}个季度中的{1*}个</p><b>{3*}</b>",
  );
});

test("space inside a run counts once, space around it stays", () => {
  expect(inChinese`<button>
    Look
      up
  </button>`).toBe("<button>\n    查找\n  </button>");
});

test("beside emphasis Chinese has no space", () => {
  expect(inChinese`<p>The sheet shows <strong
    >${1}</strong> here.</p>`).toBe("<p>工作表显示<strong\n    >{0*}</strong>。</p>");
});

test("attributes that people read are translated, others are left alone", () => {
  expect(
    inChinese`<a title="Help: ${"job"}" aria-label=${"words"} data-x="Look up" id="to-${1}" @click=${() => 0}>Look up</a>`,
  ).toBe('<a title="帮助：{0*}" aria-label={1*} data-x="Look up" id="to-{2}" @click={3}>查找</a>');
});

test("a > in a slot or in quotes ends no tag, and a comment is no run", () => {
  expect(inChinese`<!-- Look up --><i ?disabled=${1 > 0} title="a > b">Look up</i>`).toBe(
    '<!-- Look up --><i ?disabled={0} title="a > b">查找</i>',
  );
});

test("signs of HTML in a translation are text", () => {
  expect(inChinese`<p>Cells “${1}” & more</p>`).toBe("<p>单元格“{0*}”&lt;等></p>");
  expect(inChinese`<p title='x'>Say "so"</p>`).toBe("<p title='x'>说&quot;是&quot;</p>");
});

test("a run without translation, or without words, stays", () => {
  expect(inChinese`<p>Nothing like it ${1}</p><td>${2} ${3}</td>`).toBe(
    "<p>Nothing like it {0*}</p><td>{1*} {2*}</td>",
  );
});

test("the texts are the same arrays each time, as lit-html wants them, with raw texts", () => {
  const draw = (count: number): TemplateStringsArray => ofTag`<p>${count} of ${12} quarters</p>`;
  const ofTag = (texts: TemplateStringsArray, ..._values: readonly number[]): TemplateStringsArray =>
    translateTemplate(texts, words).strings;
  expect(draw(1)).toBe(draw(2));
  expect(Object.hasOwn(draw(1), "raw")).toBe(true);
  const other = catalogueOf("zh-CN", {}, []);
  const texts = ((each: TemplateStringsArray) => each)`<p>Look up</p>`;
  expect(translateTemplate(texts, other).strings.join("")).toBe("<p>Look up</p>");
  expect(translateTemplate(texts, words).strings.join("")).toBe("<p>查找</p>");
});
