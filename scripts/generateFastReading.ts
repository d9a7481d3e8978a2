import { writeFileSync } from "node:fs";
import { emitFastReading } from "../src/model/emitFastReading";

writeFileSync("src/model/fastReading.generated.ts", emitFastReading());
