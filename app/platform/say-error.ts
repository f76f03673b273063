/** 记错误: what went wrong and where, without what people typed: the database's own words and the values of a statement stay out of the log. */
export function sayError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const message = withoutValues(error);
  const state = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? { constraint: error.constraint } : {};
  return { type: error.constructor.name, message, stack: (error.stack ?? '').replace(error.message, () => message), ...state, ...constraint, ...(error.cause === undefined ? {} : { cause: sayError(error.cause) }) };
}

/** Drizzle sets the values behind the statement; PostgreSQL repeats what it could not read. */
function withoutValues(error: Error): string {
  if ('params' in error && 'query' in error) return `Failed query: ${String(error.query)}`;
  return 'severity' in error && 'routine' in error ? error.message.replace(/: ".*/s, '') : error.message;
}
