import { catalogueOf, type Catalogue } from "../catalogue";
import { ENTRIES } from ".";
import cli from "./cli.json";
import names from "./names.json";

/** Simplified Chinese with the words of the kc command, which no page needs. */
export const CHINESE_OF_KC: Catalogue = catalogueOf("zh-CN", { ...ENTRIES, ...cli }, names);
