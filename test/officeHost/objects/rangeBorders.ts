/** Borders of a range. Each cell keeps its own four sides; an edge of a range touches only its outer cells. */

import { type Area, eachCell } from "../address";
import { invalidArgument } from "../apiFault";
import type { Host } from "../host";
import { HostCollection, HostObject } from "../hostObject";
import { lookDefaults } from "./lookAccess";
import type { FormatTarget } from "./rangeFormat";

type Side = "top" | "bottom" | "left" | "right";

/** Sides of a cell that an index of the API means, given where the cell stands in its area. */
function sides(index: string, row: number, column: number, area: Area): Side[] {
  const [top, bottom] = [row === area.row, row === area.row + area.rows - 1];
  const [left, right] = [column === area.column, column === area.column + area.columns - 1];
  const found: Record<string, Side[]> = {
    EdgeTop: top ? ["top"] : [],
    EdgeBottom: bottom ? ["bottom"] : [],
    EdgeLeft: left ? ["left"] : [],
    EdgeRight: right ? ["right"] : [],
    InsideHorizontal: [...(top ? [] : ["top" as const]), ...(bottom ? [] : ["bottom" as const])],
    InsideVertical: [...(left ? [] : ["left" as const]), ...(right ? [] : ["right" as const])],
  };
  const result = found[index];
  if (!result) throw invalidArgument(`RangeBorderCollection.getItem ${index}`);
  return result;
}

/** One border of a range. */
export class RangeBorder extends HostObject {
  constructor(
    host: Host,
    readonly $target: FormatTarget,
    readonly $index: string,
  ) {
    super(host);
  }
  get sideIndex(): string {
    return this.$index;
  }
  get style(): unknown {
    return this.$read("style");
  }
  set style(value: unknown) {
    this.$write("style", value);
  }
  get weight(): unknown {
    return this.$read("weight");
  }
  set weight(value: unknown) {
    this.$write("weight", value);
  }
  get color(): unknown {
    return this.$read("color");
  }
  set color(value: unknown) {
    this.$write("color", value);
  }

  private $read(key: string): unknown {
    const seen = new Set<unknown>();
    eachCell(this.$target.areas, (row, column, area) => {
      for (const side of sides(this.$index, row, column, area))
        seen.add(
          this.$target.sheet.at(row, column)?.look[`border.${side}.${key}`] ?? lookDefaults[key] ?? "None",
        );
    });
    return seen.size === 1 ? [...seen][0] : null;
  }
  private $write(key: string, value: unknown): void {
    eachCell(this.$target.areas, (row, column, area) => {
      for (const side of sides(this.$index, row, column, area))
        this.$target.sheet.touch(row, column).look[`border.${side}.${key}`] = value;
    });
  }
}

/** The borders of a range by side. */
export class RangeBorderCollection extends HostCollection {
  constructor(
    host: Host,
    readonly $target: FormatTarget,
  ) {
    super(host);
  }
  get $items(): RangeBorder[] {
    return ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"].map(
      (index) => this.getItem(index),
    );
  }
  getItem(index: string): RangeBorder {
    return new RangeBorder(this.$host, this.$target, index);
  }
}
