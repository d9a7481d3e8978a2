import { say, word } from "../../words";
/** Parts of a file that are read, that other parts speak for, or that hold nothing of a person's. */
const SPOKEN_FOR =
  /^\[Content_Types\]\.xml$|^(?:.*\/)?_rels\/[^/]*\.rels$|\/$|^docProps\/(?:app|core)\.xml$|^docProps\/thumbnail\.\w+$|^xl\/(?:workbook\d*|styles|sharedStrings|calcChain|metadata)\.(?:xml|bin)$|^xl\/(?:worksheets|chartsheets|dialogsheets|macrosheets|theme|drawings|charts|diagrams|comments|threadedComments|persons|tables|pivotTables|pivotCache|printerSettings|externalLinks|media|embeddings|ctrlProps|activeX|slicers|timelines)\/|^(?:xl\/)?customStorage\/|^xl\/comments\d*\.xml$|^xl\/vbaProject(?:Signature\w*)?\.bin$|^xl\/vbaData\.xml$/i;

const WORDS: readonly (readonly [part: RegExp, words: string])[] = [
  [/^docMetadata\//i, "its sensitivity label"],
  [/^docProps\/custom\.xml$/i, "properties of the file that you or your firm gave it, labels among them"],
  [/^_xmlsignatures\//i, "its digital signature"],
  [/^customXml\//i, "data that other programs keep in the file"],
  [/^customUI\//i, "buttons that it adds to the ribbon"],
  [/^xl\/(?:connections\.xml$|queryTables\/)/i, "connections to data"],
  [/^xl\/model\//i, "its data model"],
  [/^xl\/(?:slicerCaches|timelineCaches)\//i, "slicers and time lines"],
  [/^xl\/(?:webextensions|taskpanes)|^word\//i, "add-ins that open with the file"],
  [
    /^xl\/(?:richData\/|cellimages\.xml$|featurePropertyBag\/)/i,
    "pictures, check boxes and linked data in cells",
  ],
  [/^xl\/(?:revisions|userNames|comments\/revision)/i, "the history of changes by several people"],
  [/^xl\/(?:xmlMaps\.xml$|tables\/tableSingleCells)/i, "maps of XML data"],
  [/^xl\/ink\//i, "handwriting"],
  [/^xl\/volatileDependencies\.xml$/i, "links to programs that send figures"],
];

/** What a file has in parts of its own that are not taken over, in words, each once; a part that nobody knows is named. */
export function partLosses(paths: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const path of paths) {
    if (SPOKEN_FOR.test(path)) continue;
    const known = WORDS.find(([part]) => part.test(path))?.[1];
    found.add(known === undefined ? say`its part ${path.slice(0, 80)}` : word(known));
  }
  return [...found];
}
