import { driver } from "../../../model";

/** Days outstanding, useful lives and terms. */
export const balanceDrivers = {
  daysInQuarter: driver("daysInQuarter", "Days in a quarter", "days"),
  quartersInYear: driver("quartersInYear", "Quarters in a year", "quarters"),
  relatedDays: driver("relatedPartyDays", "Receivable days of related parties at the start", "days"),
  creditorDays: driver("creditorDays", "Days of unpaid cash capital expenditure", "days"),
  serverPrepayment: driver("serverPrepayment", "Prepayments for servers per quarter's procurement", "%"),
  depositShare: driver("customerDeposits", "Customer deposits inside accruals at the start", "RMB m"),
  depositTerm: driver("depositTerm", "Customer deposits run off over", "quarters"),
  ownedLife: driver("ownedLife", "Useful life of owned equipment", "quarters"),
  openingOwnedLife: driver("openingOwnedLife", "Remaining life of opening owned equipment", "quarters"),
  openingDecline: driver(
    "openingDepreciationDecline",
    "Fall of depreciation on opening owned equipment, a quarter",
    "%",
  ),
  leaseTerm: driver("leaseTerm", "Term of new leases", "quarters"),
  openingLeaseTerm: driver("openingLeaseTerm", "Remaining term of opening leases", "quarters"),
  openingRou: driver("openingRou", "Right-of-use assets inside opening equipment", "RMB m"),
} as const;
