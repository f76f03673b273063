import { appendFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { addDays, beijingDay } from './dates.ts';

const named = /^tongyou-(\d{4}-\d{2}-\d{2})-.*\.log$/;

/** 日志文件: one a Beijing day, machine and process, so that several may write into one folder. */
export function dailyFile(folder: string, now: () => Date = () => new Date()) {
  return { write: (line: string) => appendFileSync(join(folder, `tongyou-${beijingDay(now())}-${hostname()}-${process.pid}.log`), line, { mode: 0o640 }) };
}

/** 清理日志: files older than so many days; younger ones are never touched, and neither is anything that is no log of ours. */
export async function clearLogs(folder: string, days: number, now: Date): Promise<number> {
  const oldest = addDays(beijingDay(now), -days);
  const gone = (await readdir(folder)).filter((name) => (named.exec(name)?.[1] ?? oldest) < oldest);
  for (const name of gone) await rm(join(folder, name));
  return gone.length;
}
