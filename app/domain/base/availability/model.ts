/** 一分钟的服务: how much was asked, how much of it failed on our side, how much took longer than `slowAfter` milliseconds. */
export type Minute = { asked: number; failed: number; slow: number };

/** An answer later than this was too late for somebody with a deadline. */
export const slowAfter = 5000;

/** 是否中断: nobody kept this minute, or too much of it failed or was slow. A single bad answer is no outage. */
export function isBroken(minute: Minute | undefined): boolean {
  if (!minute) return true;
  const isMany = (count: number, share: number) => count >= 3 && count >= minute.asked * share;
  return isMany(minute.failed, 0.05) || isMany(minute.slow, 0.1);
}
