/** A file that the workbench can't take, with the reason in words; nothing has been changed. */
export class UnfitFile extends Error {}
