/** The desktop application's start-up object, as the library reads it from `window.external`. */

/** Requirement sets by name with their highest version. */
export type RequirementSets = Readonly<Record<string, string>>;

/** A current desktop Excel. */
export const latestSets: RequirementSets = {
  ExcelApi: "1.20",
  ExcelApiOnline: "1.1",
  SharedRuntime: "1.2",
  CustomFunctions: "1.7",
  CustomFunctionsRuntime: "1.4",
  RibbonApi: "1.2",
  DelayForCellEdit: "1.1",
};

/** The oldest Excel that runs add-ins with custom functions in a shared runtime. */
export const oldSets: RequirementSets = {
  ...latestSets,
  ExcelApi: "1.7",
  ExcelApiOnline: "0.0",
  CustomFunctionsRuntime: "1.1",
};

type Callback = (values: { toArray: () => unknown[] }) => void;
const reply = (callback: Callback, ...values: unknown[]): void =>
  void setTimeout(() => {
    callback({ toArray: () => values });
  }, 0);

/** The object itself. */
export function nativeHost(sets: RequirementSets): Readonly<Record<string, unknown>> {
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => "kc-model",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => "en-US",
    GetAppDataLocale: () => "en-US",
    GetDocUrl: () => "Book1.xlsx",
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetSupportedMatrix: () => JSON.stringify(sets),
    GetHostFullVersion: () => "16.0.18000.1",
    GetInitialDisplayMode: () => 2,
    GetSettings: () => ({ Read: () => undefined, Write: () => undefined }),
  };
  return {
    GetHostInfo: () => "Excel|Win32|16.01|en-US|telemetry||disableLogging|0",
    GetLoggingAllowed: () => false,
    GetContext: () => context,
    Execute: (_id: number, _parameters: unknown, callback: Callback) => {
      reply(callback, 0, null);
    },
    RegisterEvent: (_id: number, _target: string, _handler: unknown, callback: Callback) => {
      reply(callback, 0);
    },
    UnregisterEvent: (_id: number, _target: string, callback: Callback) => {
      reply(callback, 0);
    },
  };
}
