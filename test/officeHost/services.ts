/** Services that the client creates beside the workbook: custom functions, start-up notices, ribbon and pane visibility. */

import { ApiFault } from "./apiFault";
import type { Host } from "./host";
import { HostObject } from "./hostObject";

/** Receives custom function results. */
export class CustomFunctions extends HostObject {
  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.$host.notices.push("custom functions ready");
  }
  _GetEnabledFeatures(): readonly number[] {
    return [];
  }
  setInvocationResults(
    results: readonly { id: number; failed?: boolean; value: unknown; errorCode?: number }[],
  ): void {
    this.setInvocationArrayResults(
      results.map((one) => [one.id, one.failed !== true, one.value, one.errorCode]),
    );
  }
  setInvocationArrayResults(results: readonly (readonly unknown[])[]): void {
    for (const result of results) {
      const id = Number(result[0]);
      const settle = this.$host.functionResults.get(id);
      if (!settle) throw new ApiFault("InvalidArgument", `No custom function waits for result ${String(id)}`);
      settle(result);
    }
  }
}

/** Told when command handlers can be called. */
export class AddinInternalService extends HostObject {
  notifyActionHandlerReady(): void {
    this.$host.notices.push("commands ready");
  }
}

/** The services by the name the client creates them under. */
export function services(host: Host): Readonly<Record<string, HostObject>> {
  return {
    "Microsoft.ExcelServices.CustomFunctions": new CustomFunctions(host),
    "Microsoft.InternalService.AddinInternalService": new AddinInternalService(host),
  };
}
