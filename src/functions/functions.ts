import { inCell } from "./inCell";
import { KC_FUNCTION_NAMES } from "./kcFunctionTable";
import { allFunctions } from "./shippedFunctions";

CustomFunctions.associate(Object.fromEntries(KC_FUNCTION_NAMES.map((name) => [name, inCell(name)])));

// The sources begin to load at once, so that cards and KC.SOURCE find them; a failure shows where they are asked for.
allFunctions().catch(() => undefined);
