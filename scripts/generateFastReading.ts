import { writeFileSync } from "node:fs";
import { kingsoftCloud } from "../src/companies/kingsoftCloud";
import { emitFastReading } from "../src/model/emitFastReading";

writeFileSync("src/companies/kingsoftCloud/fastReading.generated.ts", emitFastReading(kingsoftCloud));
