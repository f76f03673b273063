/** 步骤: says what is being done, then how long it took. One line a step, Chinese first. */
export async function step<T>(zh: string, en: string, run: () => Promise<T> | T): Promise<T> {
  const from = performance.now();
  const terminal = process.stdout.isTTY;
  // A log file is told only of steps that take long; a terminal sees each at once and then its result in the same place.
  if (terminal) process.stdout.write(`· ${zh} · ${en} …`);
  const slow = terminal ? undefined : setTimeout(() => say(zh, `${en} …`), 1500);
  try {
    const result = await run();
    const extra = typeof result === 'string' && result ? `：${result}` : '';
    if (terminal) process.stdout.write('\r\u001b[2K');
    console.log(`✓ ${zh}${extra} · ${en} (${seconds(from)})`);
    return result;
  } catch (error) {
    if (terminal) process.stdout.write('\r\u001b[2K');
    console.log(`✗ ${zh} · ${en} (${seconds(from)})`);
    throw error;
  } finally {
    clearTimeout(slow);
  }
}

/** A remark between steps. */
export function say(zh: string, en: string) {
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[2K');
  console.log(`· ${zh} · ${en}`);
}

export function seconds(from: number) {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`;
}

/** Ends a script: a sentence of ours is shown as it is, anything else with where it happened. */
export function fail(error: unknown): never {
  const told = error instanceof Error ? error : new Error(String(error));
  const cause = told.cause instanceof Error ? `\n  ${told.cause.message}` : '';
  console.error(/[\u4e00-\u9fff].* · /.test(told.message) ? `✗ ${told.message}` : `✗ ${told.stack ?? told.message}${cause}`);
  process.exit(1);
}
