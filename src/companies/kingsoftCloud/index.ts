export { RULES } from "./assumptionRules";
export * from "./drivers";
export * from "./kingsoftCloud";
export * from "./lines";
export { REQUIRED } from "./requiredFigures";
export * from "./scenarios";
export { causalSigns, signsAfterReports } from "./signs/driverSigns";
export { SIGNED_FIGURES, type Direction, type DriverSigns, type SignedFigure } from "./signs/signEntry";
export * from "./timeline";
