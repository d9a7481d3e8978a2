import type { Injector } from "@univerjs/core";
import type { ErrorType } from "@univerjs/engine-formula";
import {
  ArrayValueObject,
  BaseFunction,
  ErrorValueObject,
  FunctionType,
  IFunctionService,
  ValueObjectFactory,
  type BaseValueObject,
  type IFunctionInfo,
} from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";

/** A value that a function of the grid takes or gives. */
export type FunctionScalar = number | string | boolean | null;

/** An argument: a value, a range row by row, or undefined when it was left out. */
export type FunctionArgument = FunctionScalar | undefined | readonly (readonly FunctionScalar[])[];

/** What a function gives: a value, rows that spill, or an error value with the reason in words. */
export type FunctionAnswer =
  | { readonly value: number | string | boolean }
  | { readonly rows: readonly (readonly (number | string | boolean)[])[] }
  | { readonly error: `${ErrorType}`; readonly message: string };

/** A function that the grid offers, with what its completion and argument help say. */
export interface GridFunction {
  /** Name as it is typed, e.g. KC.REVENUE. */
  readonly name: string;
  readonly meaning: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly meaning: string;
    readonly example: string;
    readonly optional: boolean;
  }[];
  call(args: readonly FunctionArgument[]): FunctionAnswer;
}

/** Reasons of error values by cell. */
export class CellReasons {
  private readonly reasons = new Map<string, string>();

  note(sheetId: string, row: number, column: number, reason: string | null): void {
    const key = `${sheetId}!${row},${column}`;
    if (reason === null) this.reasons.delete(key);
    else this.reasons.set(key, reason);
  }

  /** Why a cell shows an error value, in words; rows and columns count from 0. */
  at(sheetId: string, row: number, column: number): string | null {
    return this.reasons.get(`${sheetId}!${row},${column}`) ?? null;
  }
}

/** Offers functions in the grid, with completion and argument help; the result tells why a cell shows an error. */
export function offerFunctions(injector: Injector, functions: readonly GridFunction[]): CellReasons {
  const reasons = new CellReasons();
  injector.get(IDescriptionService).registerDescriptions(functions.map(functionInfo));
  injector
    .get(IFunctionService)
    .registerExecutors(...functions.map((one) => new OfferedFunction(one, reasons)));
  return reasons;
}

class OfferedFunction extends BaseFunction {
  constructor(
    private readonly offered: GridFunction,
    private readonly reasons: CellReasons,
  ) {
    super(offered.name);
    this.minParams = offered.parameters.filter(({ optional }) => !optional).length;
    this.maxParams = offered.parameters.length;
  }

  override calculate(...variants: BaseValueObject[]): BaseValueObject {
    const failed = variants.find((variant) => variant.isError());
    if (failed) return failed;
    const answer = this.offered.call(variants.map(argumentOf));
    const fails = "error" in answer;
    this.reasons.note(
      this.subUnitId ?? "",
      this.row,
      this.column,
      fails ? `${this.offered.name}: ${answer.message}` : null,
    );
    if (fails) return ErrorValueObject.create(answer.error as ErrorType);
    if ("value" in answer) return ValueObjectFactory.create(answer.value);
    return ArrayValueObject.create({
      calculateValueList: answer.rows.map((row) => row.map((cell) => ValueObjectFactory.create(cell))),
      rowCount: answer.rows.length,
      columnCount: answer.rows[0]?.length ?? 0,
      unitId: "",
      sheetId: "",
      row: -1,
      column: -1,
    });
  }
}

function argumentOf(variant: BaseValueObject): FunctionArgument {
  if (variant.isArray()) {
    const rows = (variant as ArrayValueObject).getArrayValue();
    const values = rows.map((row) => row.map((cell) => (!cell || cell.isNull() ? null : cell.getValue())));
    return values.length === 1 && values[0]?.length === 1 ? values[0][0] : values;
  }
  return variant.isNull() ? undefined : variant.getValue();
}

function functionInfo(one: GridFunction): IFunctionInfo {
  return {
    functionName: one.name,
    functionType: FunctionType.User,
    description: one.meaning,
    abstract: one.meaning,
    functionParameter: one.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.meaning,
      example: parameter.example,
      require: parameter.optional ? 0 : 1,
      repeat: 0,
    })),
  };
}
