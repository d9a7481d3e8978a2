import type { KcFunctionName } from "./kcFunctions";

/** How a KC function is called: its arguments in order, the optional ones in brackets, and what it returns. */
export interface KcSignature {
  readonly args: readonly string[];
  readonly returns: string;
}

const scenario = ["[scenario]", "[inputs]"];

/** Every KC function with its arguments, in the order of the handbook. */
export const KC_SIGNATURES: Readonly<Record<KcFunctionName, KcSignature>> = {
  REVENUE: {
    args: ["period", "[segment]", ...scenario],
    returns: "revenue, RMB million: total, public, enterprise, ecosystem, external, xiaomi, kingsoft or ai",
  },
  ECOSYSTEM_SHARE: { args: ["period", ...scenario], returns: "ecosystem revenue divided by revenue" },
  LINE: { args: ["line", "period", ...scenario], returns: "any line of the model or any fact" },
  GROWTH: {
    args: ["line", "period", "[yoy or qoq]", ...scenario],
    returns: "growth; of a ratio, the difference",
  },
  SERIES: { args: ["line", "from", "to", ...scenario], returns: "a row of periods and a row of values" },
  CAP: {
    args: ["party", "year", "[measure]", ...scenario],
    returns:
      "cap, used, headroom, utilisation, binding quarter, lost demand, uplift at which the cap stops binding, value of its next 1 %, or a sentence of a related party",
  },
  SOURCE: { args: ["line", "period", ...scenario], returns: "where the number comes from" },
  SENSITIVITY: {
    args: ["line", "period", "driver", "values", "[driver2]", "[values2]", ...scenario],
    returns: "one- or two-way grid",
  },
  BREAKEVEN: {
    args: ["line", "period", "target", "driver", ...scenario],
    returns: "the driver value that meets the target",
  },
  LINES: { args: [], returns: "every line of the model" },
  SCENARIOS: { args: [], returns: "every scenario" },
  FACTS: { args: ["[line]"], returns: "every fact, or those behind a line" },
};

/** A call as it is typed, e.g. KC.REVENUE(period, [segment], [scenario], [inputs]). */
export function callText(name: KcFunctionName): string {
  return `KC.${name}(${KC_SIGNATURES[name].args.join(", ")})`;
}
