/**
 * Gives the loaded library the notes of ExcelApi 1.18, which the published package (sets up to 1.15) lacks
 * and the copy that Excel itself loads has. Made of the library's own building blocks, so the messages are real.
 */

import type { DOMWindow } from "jsdom";

type Path = unknown;

interface Proxy {
  readonly context: unknown;
}

/** The part of the library's building blocks that is used. */
interface Blocks {
  ClientObject: new (context: unknown, path: Path) => Proxy;
  BatchApiHelper: {
    createPropertyObject: (
      type: unknown,
      parent: unknown,
      name: string,
      collection: boolean,
      flags: number,
    ) => unknown;
    createMethodObject: (
      type: unknown,
      parent: unknown,
      name: string,
      operation: number,
      args: unknown[],
      collection: boolean,
      invalidAfter: boolean,
      byId: string | null,
      flags: number,
    ) => unknown;
    createChildItemObject: (
      type: unknown,
      indexer: boolean,
      parent: unknown,
      data: unknown,
      index: number,
    ) => { _handleResult: (value: unknown) => void };
    invokeMethod: (
      target: unknown,
      name: string,
      operation: number,
      args: unknown[],
      flags: number,
      process: number,
    ) => unknown;
    invokeSetProperty: (target: unknown, name: string, value: unknown, flags: number) => void;
  };
  Utility: { load: (target: unknown, paths: unknown) => unknown };
}

type Handler = (value: Record<string, unknown> | null) => void;

/** Adds Worksheet.notes to the library in a page. */
export function addNotes(window: DOMWindow): void {
  const blocks = (window as unknown as { OfficeExtension: Blocks }).OfficeExtension;
  const excel = (
    window as unknown as { Excel: Record<string, unknown> & { Worksheet: { prototype: object } } }
  ).Excel;
  const { BatchApiHelper: helper, Utility: utility } = blocks;
  const handleBase = (blocks.ClientObject.prototype as { _handleResult: Handler })._handleResult;

  class Note extends blocks.ClientObject {
    private text: unknown;
    get content(): unknown {
      return this.text;
    }
    set content(value: unknown) {
      this.text = value;
      helper.invokeSetProperty(this, "Content", value, 0);
    }
    getLocation(): unknown {
      return helper.createMethodObject(excel["Range"], this, "GetLocation", 1, [], false, true, null, 4);
    }
    delete(): void {
      helper.invokeMethod(this, "Delete", 0, [], 0, 0);
    }
    load(paths: unknown): unknown {
      return utility.load(this, paths);
    }
    _handleResult(value: Record<string, unknown> | null): void {
      handleBase.call(this, value);
      if (value && "Content" in value) this.text = value["Content"];
    }
  }

  class NoteCollection extends blocks.ClientObject {
    items: unknown[] = [];
    add(cell: unknown, content: string): unknown {
      return helper.createMethodObject(Note, this, "Add", 0, [cell, content], false, true, null, 0);
    }
    getItem(cell: string): unknown {
      return helper.createMethodObject(Note, this, "GetItem", 1, [cell], false, false, null, 4);
    }
    getItemAt(index: number): unknown {
      return helper.createMethodObject(Note, this, "GetItemAt", 1, [index], false, false, null, 4);
    }
    load(paths: unknown): unknown {
      return utility.load(this, paths);
    }
    _handleResult(value: { _Items?: unknown[] } | null): void {
      handleBase.call(this, value as Record<string, unknown> | null);
      this.items = (value?._Items ?? []).map((data, index) => {
        const item = helper.createChildItemObject(Note, false, this, data, index);
        item._handleResult(data);
        return item;
      });
    }
  }

  Object.defineProperty(excel.Worksheet.prototype, "notes", {
    configurable: true,
    get(this: object) {
      return helper.createPropertyObject(NoteCollection, this, "Notes", true, 4);
    },
  });
}
