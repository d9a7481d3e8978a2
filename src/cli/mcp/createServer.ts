import { McpServer, type CallToolResult } from "@modelcontextprotocol/server";
import { CellError } from "../../formula";
import { CommandError } from "../commandError";
import { bridgeTool } from "./bridgeTool";
import { buildTool } from "./buildTool";
import { explainTool } from "./explainTool";
import { figureTool } from "./figureTool";
import { flexTool } from "./flexTool";
import { listDriversTool } from "./listDriversTool";
import { listLinesTool } from "./listLinesTool";
import { proofWords } from "./proof";
import type { Desk, Tool } from "./tool";

/** The tools of the server, in the order in which they are listed. */
export const TOOLS: readonly Tool[] = [
  listLinesTool,
  listDriversTool,
  figureTool,
  explainTool,
  flexTool,
  bridgeTool,
  buildTool,
];

const INSTRUCTIONS =
  "A sourced three-statement scenario model of Kingsoft Cloud (NASDAQ: KC, HKEX: 3896). Amounts are RMB million unless the unit says otherwise; percentages are fractions of one. Every answer has a proof: facts, documents, checks that hold, and how far the figures reach. Find ids with list_lines and list_drivers first.";

/** A server with every tool over a model; what a tool can't do comes back as an error in words. */
export function createServer(desk: Desk): McpServer {
  const server = new McpServer(
    { name: "kc-model", version: desk.version },
    { instructions: INSTRUCTIONS, capabilities: { tools: {} } },
  );
  for (const { name, title, description, input, writes, ...each } of TOOLS)
    server.registerTool(
      name,
      {
        title,
        description,
        inputSchema: input.strict(),
        annotations: {
          readOnlyHint: writes !== true,
          destructiveHint: writes === true,
          idempotentHint: true,
          openWorldHint: false,
        },
      },
      async (given): Promise<CallToolResult> => {
        try {
          const { text, data, proof } = await each.run(given, desk);
          return {
            content: [{ type: "text", text: `${text}\n${proofWords(proof)}` }],
            structuredContent: { ...data, proof },
          };
        } catch (error) {
          return { content: [{ type: "text", text: errorWords(name, error) }], isError: true };
        }
      },
    );
  return server;
}

function errorWords(tool: string, error: unknown): string {
  if (error instanceof CommandError) return error.message;
  if (error instanceof CellError) return `${error.code} ${error.message}`;
  return `${tool} failed: ${error instanceof Error ? error.message : String(error)} This is a fault of the program; please report it.`;
}
