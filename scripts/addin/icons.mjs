/** Drawings in assets/ and the sizes in pixels that they come in: the add-in's own icon, its outline in white for Microsoft 365, and one for each command. */
export const ICONS = [
  { file: "icon", sizes: [16, 32, 64, 80, 128, 192] },
  { file: "outline", sizes: [32] },
  ...["build", "scenario", "freeze", "relink"].map((file) => ({ file, sizes: [16, 32, 80] })),
];
