/** Direction in which a figure moves when a driver rises; "depends" has a reason. */
export type Direction = "up" | "down" | "none" | "depends";

/** Figures whose direction is declared, in order. */
export const SIGNED_FIGURES = ["revenue", "ebitda", "operating", "net", "cash"] as const;

/** One of the figures whose direction is declared. */
export type SignedFigure = (typeof SIGNED_FIGURES)[number];

/** Directions of revenue, adjusted EBITDA, adjusted operating result and net result, each added up from the first forecast quarter, and of closing cash. */
export interface DriverSigns extends Readonly<Record<SignedFigure, Direction>> {
  /** Why a figure depends; empty where none does. */
  readonly reason: string;
}

/** Figures that a quarter reported after the opening may turn, and why: the driver then also says what that quarter was made of. */
export interface ReportedTurn {
  readonly figures: readonly SignedFigure[];
  readonly reason: string;
}

/** The declared signs of one driver, as entered. */
export interface SignEntry {
  readonly signs: readonly Direction[];
  readonly reason?: string;
  readonly reported?: ReportedTurn;
}
