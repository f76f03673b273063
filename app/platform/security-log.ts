import { mkdirSync } from 'node:fs';
import pino from 'pino';
import { config } from './config.ts';
import { dailyFile } from './log-file.ts';

/** What concerns who gets in, what they may do, and who looked at sealed things; refused requests come beside them. */
const concerns = /^(account|role|invitation|session|token|system|signing-key|identity|protection|export)\./;

export const isSecurityEvent = (event: string): boolean => concerns.test(event);

let current: pino.Logger | null | undefined;

/** 安全日志: where SECURITY_LOG_DIR names a folder, one JSON line an event with its time in UTC, apart from the other log, for a system of its own to collect. */
export function securityLog(): pino.Logger | null {
  current ??= open(config().SECURITY_LOG_DIR);
  return current;
}

export function open(folder: string): pino.Logger | null {
  if (!folder) return null;
  mkdirSync(folder, { recursive: true, mode: 0o750 });
  return pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, dailyFile(folder));
}
