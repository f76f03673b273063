/** Whether a text from a web address can be the id of a row at all; the database would stumble over anything else. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
}
