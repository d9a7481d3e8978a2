import { driver } from "../driver";

/** Days outstanding, useful lives and terms. */
export const balanceDrivers = {
  daysInQuarter: driver(
    "daysInQuarter",
    "Days in a quarter",
    "days",
    "Day count of the working-capital formulas.",
  ),
  quartersInYear: driver(
    "quartersInYear",
    "Quarters in a year",
    "quarters",
    "Turns yearly rates into quarterly ones.",
  ),
  relatedDays: driver(
    "relatedPartyDays",
    "Receivable days of related parties at the start",
    "days",
    "On ecosystem revenue; the rest of the opening receivables is external.",
  ),
  creditorDays: driver(
    "creditorDays",
    "Days of unpaid cash capital expenditure",
    "days",
    "Equipment creditors inside payables; they follow what is bought.",
  ),
  serverPrepayment: driver(
    "serverPrepayment",
    "Prepayments for servers per quarter's procurement",
    "%",
    "Part of current prepayments that follows what is bought; the rest follows revenue.",
  ),
  depositShare: driver(
    "customerDeposits",
    "Customer deposits inside accruals at the start",
    "RMB m",
    "Prepaid by customers; they run off and are not lent again.",
  ),
  depositTerm: driver(
    "depositTerm",
    "Customer deposits run off over",
    "quarters",
    "In parts of the balance.",
  ),
  ownedLife: driver("ownedLife", "Useful life of owned equipment", "quarters", "Straight line from service."),
  openingOwnedLife: driver(
    "openingOwnedLife",
    "Remaining life of opening owned equipment",
    "quarters",
    "Straight line.",
  ),
  openingDecline: driver(
    "openingDepreciationDecline",
    "Fall of depreciation on opening owned equipment, a quarter",
    "%",
    "Older equipment is written off first; zero keeps it level until nothing is left.",
  ),
  leaseTerm: driver(
    "leaseTerm",
    "Term of new leases",
    "quarters",
    "Amortisation and principal in equal parts over the term.",
  ),
  openingLeaseTerm: driver(
    "openingLeaseTerm",
    "Remaining term of opening leases",
    "quarters",
    "Amortisation and principal in equal parts.",
  ),
  openingRou: driver(
    "openingRou",
    "Right-of-use assets inside opening equipment",
    "RMB m",
    "Leased part of property, equipment and right-of-use assets at the start.",
  ),
} as const;
