import type { Injector } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FunctionType,
  IFunctionService,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
  type IFunctionInfo,
} from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";

/** A value that a function of the grid takes or gives. */
export type FunctionScalar = number | string | boolean | null;

/** An argument: a value, a range row by row, or undefined when it was left out. */
export type FunctionArgument = FunctionScalar | undefined | readonly (readonly FunctionScalar[])[];

/** What a function gives: a value, rows that spill, or an error value with the reason in words; number formats for cells that have none of their own. */
export type FunctionAnswer =
  | { readonly value: number | string | boolean; readonly format?: string | undefined }
  | {
      readonly rows: readonly (readonly (number | string | boolean)[])[];
      readonly formatOf?: ((row: number, column: number) => string | undefined) | undefined;
    }
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

  /** A text between quotation marks is that text: "2025/3" is no date, "1/2" no number. */
  override isArgumentsIgnoreNumberPattern(): boolean {
    return true;
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
    if ("value" in answer) return valueObject(answer.value, answer.format);
    const { rows, formatOf } = answer;
    return ArrayValueObject.create({
      calculateValueList: rows.map((row, r) =>
        row.map((cell, c) => (cell === NOT_AVAILABLE ? NA() : valueObject(cell, formatOf?.(r, c)))),
      ),
      rowCount: answer.rows.length,
      columnCount: answer.rows[0]?.length ?? 0,
      unitId: "",
      sheetId: "",
      row: -1,
      column: -1,
    });
  }
}

/** A cell of rows that spill which stands for the error value. */
const NOT_AVAILABLE = "#N/A";
const NA = (): ErrorValueObject => ErrorValueObject.create(ErrorType.NA);

/** The value as it is: a text is never taken for a number or a date. */
function valueObject(value: number | string | boolean, format = ""): BaseValueObject {
  if (typeof value === "number") return NumberValueObject.create(value, format);
  return typeof value === "string" ? StringValueObject.create(value) : BooleanValueObject.create(value);
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
