/** The texts of seeds/ by path, as the build laid them beside the page. */
export async function seedTexts(): Promise<Readonly<Record<string, string>>> {
  const answer = await fetch("seeds.json");
  if (!answer.ok) throw new Error("The figures that ship with the add-in could not be loaded.");
  return (await answer.json()) as Record<string, string>;
}
