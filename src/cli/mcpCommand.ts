import type { Command } from "./command";
import { readCommandLine } from "./commandLine";
import { FACT_OPTIONS, openProject } from "./openProject";

/** kc mcp: answers programs over the Model Context Protocol until they close its input. */
export const mcpCommand: Command = {
  name: "mcp",
  usage: "[--actuals FILE.csv] [--seeds DIR]",
  meaning:
    "Serves the model to programs over the Model Context Protocol on standard input and output: lines, drivers, figures, their origin, flexes, bridges and workbooks, every answer with its proof.",
  async run(args, place) {
    const line = readCommandLine(args, FACT_OPTIONS, 0);
    const model = openProject(line, place);
    // Read only here: the other commands start without the protocol.
    const { serve } = await import("./mcp/serve");
    await serve({ model, calledIn: place.calledIn, version: place.version }, place.tell);
    return 0;
  },
};
