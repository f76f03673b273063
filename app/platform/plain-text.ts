/** 可存文字: without NULs and halves of letters, which PostgreSQL has no place for. */
export function plainText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
