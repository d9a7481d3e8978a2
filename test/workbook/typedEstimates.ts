import type { EstimateCell } from "../../src/analysis";
import type { Model } from "../../src/model";
import { cellAddress } from "../../src/workbook/address";
import { FURTHER_PERIOD, SINCE, type ConsensusInputs } from "../../src/workbook/consensusInputs";
import { CONSENSUS_COLUMNS as AT, consensusPlaces } from "../../src/workbook/consensusPlaces";
import { GUIDANCE_COLUMNS as GUIDED, guidancePlaces } from "../../src/workbook/guidancePlaces";
import { dateSerial } from "../../src/workbook/sheetFrame";

/** Every kind of cell that may be typed on the Consensus sheet: both choices, a mark, guidance, and rows with gaps, one of them wrong. */
export function typedEstimates(model: Model): ConsensusInputs {
  const { firstShipped, firstOwn } = consensusPlaces(model);
  const day = dateSerial("2026-06-01");
  const rows: readonly (readonly [number, readonly (readonly [number, EstimateCell])[]])[] = [
    [
      firstOwn,
      [
        [AT.name, "Consensus"],
        [AT.line, "revenue"],
        [AT.period, "FY2026"],
        [AT.mean, 12000.5],
        [AT.high, 12900],
        [AT.low, 11200],
        [AT.number, 6],
        [AT.date, day],
        [AT.source, "Data site, 1 June 2026"],
      ],
    ],
    [
      firstOwn + 4,
      [
        [AT.name, "House of mine"],
        [AT.line, "netResult"],
        [AT.period, "2026Q3"],
        [AT.mean, -310],
        [AT.date, day],
        [AT.leave, "x"],
      ],
    ],
    [
      firstOwn + 79,
      [
        [AT.name, "Other house"],
        [AT.line, "sales"],
        [AT.mean, "12bn"],
      ],
    ],
  ];
  const guidance = guidancePlaces(model).firstOwn;
  return new Map<string, EstimateCell>([
    [cellAddress(guidance, GUIDED.line), "revenue"],
    [cellAddress(guidance, GUIDED.period), "FY2026"],
    [cellAddress(guidance, GUIDED.high), 12500],
    [cellAddress(guidance, GUIDED.low), 12000.5],
    [cellAddress(guidance, GUIDED.date), day],
    [SINCE, dateSerial("2025-05-01")],
    [FURTHER_PERIOD, "2026Q3"],
    [cellAddress(firstShipped + 1, AT.leave), "x"],
    ...rows.flatMap(([row, cells]) =>
      cells.map(([column, value]) => [cellAddress(row, column), value] as const),
    ),
  ]);
}
