import { paneBrowser, type PaneBrowser } from "../taskpane/paneBrowser";
import { together } from "./together";

let held: PaneBrowser;

// Held over all suites, so that each finds the page that the one before gave back.
beforeAll(async () => {
  held = await paneBrowser();
});
afterAll(() => held.close());

together("pane");
