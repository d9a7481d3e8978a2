import type { DataValidation } from "hucre/xlsx";
import type { ValidationPlan } from "../../workbook/plan";

/** Excel's limits for the texts of a data validation, in characters. */
const LIMITS = { promptTitle: 32, errorTitle: 32, prompt: 255, error: 225 } as const;

/** Data validations of a sheet; every one shows its prompt and stops a wrong entry. */
export function fileValidations(plans: readonly ValidationPlan[], sheet: string): DataValidation[] {
  return plans.map((plan) => {
    checkTexts(plan, sheet);
    return {
      range: plan.range,
      ...rule(plan, sheet),
      allowBlank: false,
      showInputMessage: true,
      showErrorMessage: true,
      errorStyle: "stop",
      inputTitle: plan.promptTitle,
      inputMessage: plan.prompt,
      errorTitle: plan.errorTitle,
      errorMessage: plan.error,
    };
  });
}

function rule(
  plan: ValidationPlan,
  sheet: string,
): Pick<DataValidation, "type" | "operator" | "formula1" | "formula2"> {
  switch (plan.rule.kind) {
    case "list": {
      const { values } = plan.rule;
      const bad = values.find((value) => value.includes(","));
      if (bad !== undefined)
        fail(plan, sheet, `has the choice "${bad}" with a comma, which separates choices`);
      const list = values.map((value) => value.replaceAll('"', '""')).join(",");
      if (list.length === 0 || list.length > 255)
        fail(plan, sheet, `has a list of ${String(list.length)} characters (1 to 255)`);
      return { type: "list", formula1: `"${list}"` };
    }
    case "listRange":
      return { type: "list", formula1: plan.rule.formula };
    case "formula":
      return { type: "custom", formula1: plan.rule.formula };
    case "decimal":
    case "whole": {
      const { kind, min, max } = plan.rule;
      if (!(min <= max)) fail(plan, sheet, `has limits ${String(min)} to ${String(max)}`);
      return { type: kind, operator: "between", formula1: String(min), formula2: String(max) };
    }
  }
}

function checkTexts(plan: ValidationPlan, sheet: string): void {
  for (const [field, limit] of Object.entries(LIMITS) as [keyof typeof LIMITS, number][]) {
    if (plan[field].length > limit)
      fail(plan, sheet, `has a ${field} of more than ${String(limit)} characters`);
  }
}

function fail(plan: ValidationPlan, sheet: string, what: string): never {
  throw new Error(`Validation of ${plan.range} on sheet "${sheet}" ${what}`);
}
