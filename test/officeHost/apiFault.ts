/** Errors that the host answers with, in the shape the client library expects. */

/** A failed action: the code is one of Excel's public error codes, or HostMemberMissing for a gap in this host. */
export class ApiFault extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly location = "",
  ) {
    super(message);
  }
}

/** Excel's answer for a name that is not there. */
export function itemNotFound(location: string): ApiFault {
  return new ApiFault("ItemNotFound", "The requested resource doesn't exist.", location);
}

/** Excel's answer for an argument it can't use. */
export function invalidArgument(
  location: string,
  message = "The argument is invalid or missing or has an incorrect format.",
): ApiFault {
  return new ApiFault("InvalidArgument", message, location);
}

/** Excel's answer for a name that is taken. */
export function itemAlreadyExists(location: string): ApiFault {
  return new ApiFault(
    "ItemAlreadyExists",
    "A resource with the same name or identifier already exists.",
    location,
  );
}
