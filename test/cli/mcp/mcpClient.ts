import { Client, InMemoryTransport, type CallToolResult } from "@modelcontextprotocol/client";
import { createServer } from "../../../src/cli/mcp/createServer";
import { seededModel } from "../../support/seededModel";

/** What a tool answered: its words, its data, and whether it is an error. */
export interface ToolAnswer {
  readonly text: string;
  readonly data: object;
  readonly isError: boolean;
}

/** A client of the server's own SDK, in this process. */
export interface ConnectedClient {
  readonly client: Client;
  call(name: string, given?: Record<string, unknown>): Promise<ToolAnswer>;
}

/** Connects a client to a server over the project's own facts; files are looked for in the folder. */
export async function connectInMemory(calledIn: string): Promise<ConnectedClient> {
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await createServer({ model: seededModel(), calledIn, version: "test" }).connect(theirs);
  const client = new Client({ name: "test", version: "1.0.0" });
  await client.connect(ours);
  return { client, call: callerOf(client) };
}

/** Calls tools through a client. */
export function callerOf(client: Client): ConnectedClient["call"] {
  return async (name, given = {}) => {
    const { content, structuredContent, isError } = (await client.callTool({
      name,
      arguments: given,
    })) as CallToolResult;
    return {
      text: content.map((part) => (part.type === "text" ? part.text : "")).join("\n"),
      data: structuredContent ?? {},
      isError: isError === true,
    };
  };
}
