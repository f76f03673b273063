import { mkdirSync } from 'node:fs';
import pino from 'pino';
import { config } from './config.ts';
import { dailyFile } from './log-file.ts';
import { sayError } from './say-error.ts';

let current: pino.Logger | undefined;

/** 日志: one JSON line an event, with the request id that the person can quote; on standard output, and in a file a day where LOG_DIR names a folder. */
export function log(): pino.Logger {
  current ??= open();
  return current;
}

function open(): pino.Logger {
  const { LOG_LEVEL, LOG_DIR } = config();
  const options = { level: LOG_LEVEL, base: undefined, serializers: { err: sayError } };
  if (!LOG_DIR) return pino(options);
  mkdirSync(LOG_DIR, { recursive: true, mode: 0o750 });
  const level = LOG_LEVEL === 'silent' ? 'fatal' : LOG_LEVEL;
  return pino(options, pino.multistream([{ level, stream: process.stdout }, { level, stream: dailyFile(LOG_DIR) }]));
}
