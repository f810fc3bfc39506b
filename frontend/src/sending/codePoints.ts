/** The longest message, in Unicode code points. */
export const MAX_CODE_POINTS = 1024;

/** How the API counts: an emoji of two UTF-16 units is one. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
