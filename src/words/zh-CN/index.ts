import { catalogueOf, type Catalogue } from "../catalogue";
import names from "./names.json";
import sheets from "./sheets.json";

/** Simplified Chinese, in the terms of the company's own Chinese releases and circulars. */
export const CHINESE: Catalogue = catalogueOf("zh-CN", { ...sheets }, names);
