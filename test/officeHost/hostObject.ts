/** Base of everything the client can hold a proxy of. */

import type { Host } from "./host";

/** An object of the API: public members are accessors and methods on the prototype; names with "$" belong to the host. */
export abstract class HostObject {
  /** Set when the client asked to keep the object across batches. */
  $reference: string | null = null;

  constructor(readonly $host: Host) {}
}

/** A collection: `$items` are its members in order. */
export abstract class HostCollection extends HostObject {
  abstract get $items(): HostObject[];
}

/** Names of the readable properties of an object that are plain values, not other objects. */
export function scalarNames(target: HostObject): string[] {
  const names: string[] = [];
  for (
    let proto: object | null = Object.getPrototypeOf(target) as object;
    proto && proto !== HostObject.prototype;
    proto = Object.getPrototypeOf(proto) as object | null
  )
    for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(proto)))
      if (member.get && !name.startsWith("$") && !(memberOf(target, name) instanceof HostObject))
        names.push(name);
  return names;
}

/** Value of a member by name, bound when it is a method. */
export function memberOf(target: HostObject, name: string): unknown {
  const value = Reflect.get(target, name) as unknown;
  return typeof value === "function" ? (value as (...args: unknown[]) => unknown).bind(target) : value;
}
