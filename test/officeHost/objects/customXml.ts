/** Custom XML parts, which travel inside the file. */

import { ApiFault, itemNotFound } from "../apiFault";
import type { Host } from "../host";
import { HostCollection, HostObject } from "../hostObject";

const namespaceOf = (xml: string): string =>
  /^\s*(?:<\?[^>]*>\s*)?<[^>]*?\sxmlns="([^"]*)"/.exec(xml)?.[1] ?? "";

function check(xml: string): void {
  if (!/^\s*</.test(xml) || !/>\s*$/.test(xml))
    throw new ApiFault("InvalidArgument", "The XML is not well formed.", "CustomXmlPart");
}

/** One part. */
export class CustomXmlPart extends HostObject {
  constructor(
    host: Host,
    readonly $id: string,
  ) {
    super(host);
  }
  get id(): string {
    return this.$id;
  }
  get namespaceUri(): string {
    return namespaceOf(this.getXml());
  }
  getXml(): string {
    const xml = this.$host.book.customXml.get(this.$id);
    if (xml === undefined) throw itemNotFound("CustomXmlPart.getXml");
    return xml;
  }
  setXml(xml: string): void {
    check(xml);
    this.$host.book.customXml.set(this.$id, xml);
  }
  delete(): void {
    this.$host.book.customXml.delete(this.$id);
  }
}

/** Parts of one namespace. */
export class CustomXmlPartScopedCollection extends HostCollection {
  constructor(
    host: Host,
    readonly $namespace: string | null,
  ) {
    super(host);
  }
  get $items(): CustomXmlPart[] {
    return [...this.$host.book.customXml]
      .filter(([, xml]) => this.$namespace === null || namespaceOf(xml) === this.$namespace)
      .map(([id]) => new CustomXmlPart(this.$host, id));
  }
  getCount(): number {
    return this.$items.length;
  }
  getItemOrNullObject(id: string): CustomXmlPart | null {
    return this.$items.find((one) => one.id === id) ?? null;
  }
  getItem(id: string): CustomXmlPart {
    const found = this.getItemOrNullObject(id);
    if (!found) throw itemNotFound("CustomXmlPartCollection.getItem");
    return found;
  }
  getOnlyItem(): CustomXmlPart {
    const only = this.getOnlyItemOrNullObject();
    if (!only) throw itemNotFound("CustomXmlPartCollection.getOnlyItem");
    return only;
  }
  getOnlyItemOrNullObject(): CustomXmlPart | null {
    return this.$items.length === 1 ? (this.$items[0] ?? null) : null;
  }
}

/** All parts of the workbook. */
export class CustomXmlPartCollection extends CustomXmlPartScopedCollection {
  constructor(host: Host) {
    super(host, null);
  }
  add(xml: string): CustomXmlPart {
    check(xml);
    const id = `{xml-${String(this.$host.book.nextId())}}`;
    this.$host.book.customXml.set(id, xml);
    return new CustomXmlPart(this.$host, id);
  }
  getByNamespace(namespace: string): CustomXmlPartScopedCollection {
    return new CustomXmlPartScopedCollection(this.$host, namespace);
  }
}
