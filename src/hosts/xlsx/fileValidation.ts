import type { ValidationPlan } from "../../workbook/plan";
import type { SurveyedValidation } from "./ruleSurvey";

/** A rule of a file for what may be typed as a plan says it, once for each of its ranges; null where a plan has no word for it. */
export function fileValidation(rule: SurveyedValidation): readonly ValidationPlan[] | null {
  const kind = ruleOf(rule);
  if (kind === null) return null;
  const { promptTitle, prompt, errorTitle, error } = rule;
  return rule.ranges.map((range) => ({ range, rule: kind, promptTitle, prompt, errorTitle, error }));
}

function ruleOf({ type, operator, formula1, formula2 }: SurveyedValidation): ValidationPlan["rule"] | null {
  if (type === "list" && formula1 !== "") {
    const [, listed] = /^"(.*)"$/s.exec(formula1) ?? [];
    return listed === undefined
      ? { kind: "listRange", formula: formula1 }
      : {
          kind: "list",
          values: listed
            .replaceAll('""', '"')
            .split(",")
            .map((value) => value.trim()),
        };
  }
  if (type === "custom" && formula1 !== "") return { kind: "formula", formula: formula1 };
  const [min, max] = [Number(formula1), Number(formula2)];
  const isBetween = (type === "decimal" || type === "whole") && operator === "between";
  return isBetween && formula1 !== "" && min <= max ? { kind: type, min, max } : null;
}
