import pino from 'pino';
import { config } from './config.ts';

let current: pino.Logger | undefined;

/** 日志: one JSON line an event, with the request id that the person can quote. */
export function log(): pino.Logger {
  current ??= pino({ level: config().LOG_LEVEL, base: undefined });
  return current;
}
