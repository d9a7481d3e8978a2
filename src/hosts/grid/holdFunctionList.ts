import type { Injector } from "@univerjs/core";
import { IEditorService } from "@univerjs/docs-ui";
import { IShortcutService, type IShortcutItem } from "@univerjs/ui";

/** Keys that the grid's list of functions takes, by the name of their command. */
const LIST = "sheet.formula-embedding-editor.search_function.";

/** A name that is being typed stands before the cursor. */
const NAME = /[\p{L}_][\p{L}\d_.]*$/u;

/**
 * The list of functions takes Enter, Tab, Escape and arrows only while it shows and a name is being typed: the grid would let it have them
 * until an idle moment after it closed, and choose from a list that is no longer what the text asks for.
 */
export function holdFunctionList(injector: Injector): void {
  const shortcuts = injector.get(IShortcutService);
  const register = shortcuts.registerShortcut.bind(shortcuts);
  shortcuts.registerShortcut = (item: IShortcutItem) =>
    register(item.id.startsWith(LIST) ? { ...item, preconditions: () => isAsked(injector) } : item);
}

function isAsked(injector: Injector): boolean {
  if (document.querySelector("ul[data-u-comp=sheets-formula-editor]") === null) return false;
  const editor = injector.get(IEditorService).getFocusEditor();
  const text = editor?.getDocumentData().body?.dataStream ?? "";
  const [cursor] = editor?.getSelectionRanges() ?? [];
  return cursor === undefined || NAME.test(text.slice(0, cursor.startOffset));
}
