/** JSON inside a page: nothing in it ends the element that holds it. */
export function insidePage(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
