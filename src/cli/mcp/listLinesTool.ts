import { z } from "zod";
import { LINES, SECTIONS } from "../../companies/kingsoftCloud";
import { sectionOf } from "../../functions";
import { pageInputs, pageOf, pageWords } from "./inputs";
import { proofOf } from "./proof";
import { chosenBy, tool } from "./tool";

/** Lines of the model: id, label, unit, section and meaning. */
export const listLinesTool = tool({
  name: "list_lines",
  title: "List lines",
  description: `Lists the lines of the Kingsoft Cloud model (revenue, caps, capacity, costs, statements, metrics) with id, label, unit and meaning. Sections: ${SECTIONS.map(({ title }) => title).join(", ")}.`,
  input: z.object(pageInputs),
  run(asked, desk) {
    const page = pageOf(
      LINES,
      (line) => `${line.id} ${line.label} ${sectionOf(line)} ${line.meaning}`,
      asked,
    );
    const lines = page.entries.map((line) => ({
      id: line.id,
      label: line.label,
      unit: line.unit,
      section: sectionOf(line),
      meaning: line.meaning,
    }));
    return {
      text: [
        pageWords(page, "lines"),
        ...lines.map(({ id, label, unit, section }) => `${id}: ${label}, ${unit} (${section})`),
      ].join("\n"),
      data: { lines, total: page.total, next: page.next },
      proof: proofOf(chosenBy(desk, undefined, undefined)),
    };
  },
});
