import readBack from "../words/zh-CN/readBack.json";
import type { KcScalar } from "./kcValue";

/** Place from 0 of a head among those of a range, in whatever language the workbook is; -1 where it is not there. */
export function headPlace(head: keyof typeof readBack, heads: readonly KcScalar[] = []): number {
  return Math.max(heads.indexOf(head), heads.indexOf(readBack[head]));
}
