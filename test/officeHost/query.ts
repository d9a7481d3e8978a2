/** Answers a load: the selected properties of an object, its parts and its items, under their wire names. */

import { memberName } from "./batch";
import { HostCollection, HostObject, memberOf, scalarNames } from "./hostObject";
import type { QueryInfo } from "./wire";

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** What identifies an object: its id and the reference the client keeps. */
export function identity(target: HostObject): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  if ("id" in target) result["Id"] = memberOf(target, "id");
  if (target.$reference !== null) result["_ReferenceId"] = target.$reference;
  return result;
}

interface Selection {
  readonly own: readonly string[];
  readonly parts: ReadonlyMap<string, readonly string[]>;
}

function split(query: QueryInfo): Selection {
  const own: string[] = [];
  const parts = new Map<string, string[]>();
  for (const path of [...(query.Select ?? []), ...(query.Expand ?? []).map((one) => `${one}/`)]) {
    const slash = path.indexOf("/");
    if (slash < 0) own.push(path);
    else {
      const head = path.slice(0, slash);
      const rest = path.slice(slash + 1);
      parts.set(head, [...(parts.get(head) ?? []), ...(rest === "" ? [] : [rest])]);
    }
  }
  return { own, parts };
}

/** Values of the selected properties; without a selection, all plain ones. */
export function queryResult(target: HostObject, query: QueryInfo): Record<string, unknown> {
  const result = identity(target);
  if (target instanceof HostCollection) {
    const skipped = target.$items.slice(query.Skip ?? 0);
    const items = query.Top === undefined || query.Top === null ? skipped : skipped.slice(0, query.Top);
    const inner = (query.Select ?? [])
      .map((path) => path.replace(/^items\//i, ""))
      .filter((path) => path !== "*" && path !== "items");
    result["_Items"] = items.map((item) => queryResult(item, { Select: inner }));
    return result;
  }
  const { own, parts } = split(query);
  const wanted =
    own.length === 0 && parts.size === 0
      ? scalarNames(target)
      : own.flatMap((one) => (one === "*" || one === "$all" ? scalarNames(target) : [one]));
  for (const name of wanted) {
    const value = memberOf(target, memberName(target, name));
    result[pascal(name)] = value instanceof HostObject ? queryResult(value, {}) : value;
  }
  for (const [name, paths] of parts) {
    const value = memberOf(target, memberName(target, name));
    result[pascal(name)] = value instanceof HostObject ? queryResult(value, { Select: paths }) : null;
  }
  return result;
}
