import {
  ICommandService,
  IContextService,
  IUndoRedoService,
  IUniverInstanceService,
  LocalUndoRedoService,
  type DependencyOverride,
  type IMutationInfo,
  type IUndoRedoItem,
} from "@univerjs/core";
import { changesOf, lookOf, mapChanges, touchesContent } from "./cellChanges";

/** Mutations after which the same place is another cell. */
const MOVING = /^sheet\.mutation\.(?:insert|remove|move|reorder)/;

/** Steps that can be taken back, as many as in Excel. */
const MOST = 100;

/** The steps that undo takes back: none touches the content of a cell that it gave a look only, and several changes can be one. */
export class UndoSteps extends LocalUndoRedoService {
  private joining: string | null = null;
  private joined: IUndoRedoItem | null = null;

  override pushUndoRedo(given: IUndoRedoItem): void {
    const step = looksAlone(given);
    // What is typed in an editor has steps of its own.
    const joins = this.joining === step.unitID;
    if (joins && this.joined !== null) {
      this.joined.redoMutations.push(...step.redoMutations);
      this.joined.undoMutations.unshift(...step.undoMutations);
      return;
    }
    if (joins) this.joined = step;
    const stack = this._getUndoStack(step.unitID, true);
    const [oldest] = stack;
    super.pushUndoRedo(step);
    // The grid itself would forget the oldest of twenty.
    if (oldest !== undefined && stack[0] !== oldest && stack.length < MOST) stack.unshift(oldest);
  }

  /** Does work in a workbook as one step of undo, joined to an earlier step where nothing has happened since; the result is the step, null where nothing was done. */
  asOne(unitId: string, work: () => void, earlier: IUndoRedoItem | null = null): IUndoRedoItem | null {
    const isLatest = earlier !== null && this._getUndoStack(earlier.unitID)?.at(-1) === earlier;
    [this.joining, this.joined] = [unitId, isLatest ? earlier : null];
    try {
      work();
      return this.joined;
    } finally {
      [this.joining, this.joined] = [null, null];
    }
  }
}

/** Puts these steps in place of the grid's own. */
export const OWN_UNDO: DependencyOverride = [
  [
    IUndoRedoService,
    {
      useFactory: (...services: ConstructorParameters<typeof UndoSteps>) => new UndoSteps(...services),
      deps: [IUniverInstanceService, ICommandService, IContextService],
    },
  ],
];

/** A step whose undoing leaves content alone wherever its doing does. */
function looksAlone(step: IUndoRedoItem): IUndoRedoItem {
  if (step.redoMutations.some(({ id }) => MOVING.test(id))) return step;
  const given = new Set<string>();
  for (const mutation of step.redoMutations) {
    const changes = changesOf(mutation);
    mapChanges(changes?.cellValue, (change, row, column) => {
      if (touchesContent(change)) given.add(`${changes!.subUnitId}!${row},${column}`);
      return change;
    });
  }
  const undoMutations = step.undoMutations.map((mutation): IMutationInfo => {
    const changes = changesOf(mutation);
    if (changes === null) return mutation;
    const cellValue = mapChanges(changes.cellValue, (change, row, column) =>
      given.has(`${changes.subUnitId}!${row},${column}`) ? change : lookOf(change),
    );
    return { ...mutation, params: { ...changes, cellValue } };
  });
  return { ...step, undoMutations };
}
