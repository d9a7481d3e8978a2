/** Carries out one batch: resolves object paths and runs the actions in order; the first failure stops the rest. */

import { ApiFault } from "./apiFault";
import type { Host } from "./host";
import { HostCollection, HostObject, memberOf } from "./hostObject";
import { identity, queryResult } from "./query";
import {
  ActionType,
  type ArgumentInfo,
  PathType,
  type WireAction,
  type WireRequest,
  type WireResponse,
} from "./wire";

const camel = (name: string): string =>
  name.startsWith("_") ? name : name.charAt(0).toLowerCase() + name.slice(1);

/** Name of a member as the host has it; a member the host lacks fails with its name. */
export function memberName(target: HostObject, wireName: string): string {
  const name = camel(wireName);
  if (name in target) return name;
  const label = `${target.constructor.name}.${name}`;
  target.$host.missing.push(label);
  throw new ApiFault("HostMemberMissing", `The test host has no ${label}`, label);
}

/** One batch in progress. */
export class Batch {
  private readonly objects = new Map<number, HostObject | null>();

  constructor(
    private readonly host: Host,
    private readonly request: WireRequest,
  ) {}

  /** Runs every action, or the first `limit` of them. */
  run(limit = Infinity): WireResponse {
    const results: { ActionId: number; Value: unknown }[] = [];
    for (const [index, action] of this.request.Actions.entries()) {
      try {
        if (index >= limit)
          throw new ApiFault("GeneralException", "There was an internal error while processing the request.");
        results.push({ ActionId: action.Id, Value: this.perform(action) });
      } catch (error) {
        if (!(error instanceof ApiFault)) throw error;
        return {
          Error: {
            Code: error.code,
            Message: error.message,
            Location: error.location,
            ActionIndex: index,
            HttpStatusCode: 400,
          },
          Results: results,
        };
      }
    }
    return { Error: null, Results: results };
  }

  private perform(action: WireAction): unknown {
    if (action.ActionType === ActionType.trace) return null;
    const target = this.resolve(action.ObjectPathId);
    if (target === null) return null;
    switch (action.ActionType) {
      case ActionType.instantiate:
        return identity(target);
      case ActionType.query:
        return queryResult(target, action.QueryInfo ?? {});
      case ActionType.method:
        return this.callMethod(target, action);
      case ActionType.setProperty:
        this.assign(target, action.Name, this.arguments(action.ArgumentInfo)[0]);
        return null;
      case ActionType.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {}))
          this.assign(target, name, value);
        return null;
      default:
        throw new ApiFault(
          "HostMemberMissing",
          `The test host has no action type ${String(action.ActionType)}`,
        );
    }
  }

  private callMethod(target: HostObject, action: WireAction): unknown {
    const args = this.arguments(action.ArgumentInfo);
    if (action.Name === "_KeepReference") return this.host.keep(target);
    if (action.Name === "_RemoveReference") return this.host.release(args.map(String));
    const result = this.call(target, action.Name, args);
    return result instanceof HostObject ? identity(result) : (result ?? null);
  }

  private call(target: HostObject, name: string, args: readonly unknown[]): unknown {
    const method = memberOf(target, memberName(target, name));
    if (typeof method !== "function")
      throw new ApiFault("HostMemberMissing", `${target.constructor.name}.${name} is not a method`);
    return (method as (...values: readonly unknown[]) => unknown)(...args);
  }

  private assign(target: HostObject, name: string, value: unknown): void {
    const own = memberName(target, name);
    if (!Reflect.set(target, own, value))
      throw new ApiFault("HostMemberMissing", `The test host cannot set ${target.constructor.name}.${own}`);
  }

  private arguments(info: ArgumentInfo | undefined): readonly unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, index) => {
      const reference = references[index];
      return reference ? this.resolve(reference) : value;
    });
  }

  private resolve(id: number): HostObject | null {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[String(id)];
    if (!path) throw new ApiFault("InvalidObjectPath", `There is no object path ${String(id)}`);
    const found = this.follow(path.ObjectPathType, path.Name, path.ParentObjectPathId, path.ArgumentInfo);
    this.objects.set(id, found);
    return found;
  }

  private follow(
    type: number,
    name: string,
    parentId: number,
    info: ArgumentInfo | undefined,
  ): HostObject | null {
    if (type === PathType.global) return this.host.workbook;
    if (type === PathType.newObject) return this.host.service(name);
    if (type === PathType.referenceId) return this.host.kept(name);
    if (type === PathType.nothing) return null;
    const parent = this.resolve(parentId);
    if (parent === null) return null;
    if (type === PathType.property)
      return this.asObject(memberOf(parent, memberName(parent, name)), parent, name);
    if (type === PathType.method)
      return this.asObject(this.call(parent, name, this.arguments(info)), parent, name);
    if (type === PathType.indexer)
      return this.asObject(
        this.call(
          parent,
          parent instanceof HostCollection && "$indexer" in parent ? String(parent.$indexer) : "GetItem",
          this.arguments(info),
        ),
        parent,
        name,
      );
    throw new ApiFault("HostMemberMissing", `The test host has no object path type ${String(type)}`);
  }

  private asObject(value: unknown, parent: HostObject, name: string): HostObject | null {
    if (value === null || value === undefined) return null;
    if (value instanceof HostObject) return value;
    throw new ApiFault("HostMemberMissing", `${parent.constructor.name}.${name} is not an object`);
  }
}
