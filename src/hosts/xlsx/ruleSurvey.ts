import { attributesOf } from "./walkXml";

/** A rule for what may be typed, as a file has it; later forms of the file format included. */
export interface SurveyedValidation {
  readonly ranges: readonly string[];
  readonly type: string;
  readonly operator: string;
  readonly formula1: string;
  readonly formula2: string;
  readonly promptTitle: string;
  readonly prompt: string;
  readonly errorTitle: string;
  readonly error: string;
}

/** A conditional format of a file by what decides it. */
export interface SurveyedFormat {
  readonly ranges: readonly string[];
  readonly type: string;
  readonly formula: string;
  /** True where only the later form of the file format has it. */
  readonly isExtension: boolean;
}

type Draft<Rule> = { -readonly [Key in keyof Rule]: Rule[Key] };

/** Walks along the rules of a sheet with its visitor. */
export class RuleSurvey {
  readonly found = { validations: [] as SurveyedValidation[], formats: [] as SurveyedFormat[] };
  private validation: Draft<SurveyedValidation> | null = null;
  private formats: Draft<SurveyedFormat>[] = [];
  private ranges: readonly string[] = [];
  private slot: "formula1" | "formula2" | "format" | "ranges" | null = null;
  private words = "";

  open(element: string, text: string, parent: string | undefined): void {
    if (element === "dataValidation") this.validation = validationOf(attributesOf(text));
    else if (element === "conditionalFormatting") {
      this.formats = [];
      this.ranges = split(attributesOf(text)["sqref"]);
    } else if (element === "cfRule")
      this.formats.push({
        ranges: [],
        type: attributesOf(text)["type"] ?? "",
        formula: "",
        isExtension: this.ranges.length === 0,
      });
    else if (element === "sqref") this.begin("ranges");
    else if (element === "formula1" || element === "formula2") this.begin(element);
    else if (element === "formula" || (element === "f" && parent === "cfRule")) this.begin("format");
  }

  text(words: string): void {
    if (this.slot !== null) this.words += words;
  }

  close(element: string): void {
    if (this.slot !== null && /^(?:formula[12]?|f|sqref)$/.test(element)) this.end();
    if (element === "dataValidation" && this.validation !== null) {
      if (this.validation.ranges.length === 0) this.validation.ranges = this.ranges;
      this.found.validations.push(this.validation);
      [this.validation, this.ranges] = [null, []];
    } else if (element === "conditionalFormatting") {
      for (const format of this.formats) this.found.formats.push({ ...format, ranges: this.ranges });
      [this.formats, this.ranges] = [[], []];
    }
  }

  private begin(slot: NonNullable<typeof this.slot>): void {
    if (this.slot === null) [this.slot, this.words] = [slot, ""];
  }

  private end(): void {
    const words = this.words.trim();
    const last = this.formats[this.formats.length - 1];
    if (this.slot === "ranges") this.ranges = split(words);
    else if (this.slot === "format" && last !== undefined) last.formula ||= words;
    else if ((this.slot === "formula1" || this.slot === "formula2") && this.validation !== null)
      this.validation[this.slot] = words;
    this.slot = null;
  }
}

function validationOf(attributes: Readonly<Record<string, string>>): Draft<SurveyedValidation> {
  const { sqref, type = "none", operator = "between", promptTitle = "", prompt = "" } = attributes;
  const { errorTitle = "", error = "" } = attributes;
  return {
    ranges: split(sqref),
    type,
    operator,
    formula1: "",
    formula2: "",
    promptTitle,
    prompt,
    errorTitle,
    error,
  };
}

function split(ranges: string | undefined): readonly string[] {
  return (ranges ?? "").split(/\s+/).filter((range) => range !== "");
}
