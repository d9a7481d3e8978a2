import type { Driver, DriverGroup } from "../../../model";
import { balanceDrivers } from "./balanceDrivers";
import { capacityDrivers } from "./capacityDrivers";
import { capDrivers } from "./capDrivers";
import { costDrivers } from "./costDrivers";
import { financingDrivers } from "./financingDrivers";
import { guidanceDrivers } from "./guidanceDrivers";
import { revenueDrivers } from "./revenueDrivers";
import { valuationDrivers } from "./valuationDrivers";

export {
  balanceDrivers,
  capacityDrivers,
  capDrivers,
  costDrivers,
  financingDrivers,
  guidanceDrivers,
  revenueDrivers,
  valuationDrivers,
};

export { yearlyDriver } from "./yearlyDriver";
export { driverMeaning } from "./driverMeaning";

const group = (
  title: string,
  drivers: Readonly<Record<string, Driver | readonly Driver[]>>,
): DriverGroup => ({
  title,
  drivers: Object.values(drivers).flat(),
});

/** Every assumption, in the order of the Inputs sheet. */
export const DRIVER_GROUPS: readonly DriverGroup[] = [
  group("Related-party caps and renewal", capDrivers),
  group("Demand and prices", revenueDrivers),
  group("Procurement and AI capacity", capacityDrivers),
  group("Costs, operating expenses and tax", costDrivers),
  group("Financing and share count", financingDrivers),
  group("Working capital, lives and terms", balanceDrivers),
  group("Valuation and market", valuationDrivers),
  group("Alarms and checks", guidanceDrivers),
];
