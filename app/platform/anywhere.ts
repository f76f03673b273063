/** 包含: the pattern by which a database finds these words anywhere in a text; their own % and _ are letters. */
export function anywhere(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
