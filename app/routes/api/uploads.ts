import { Hono } from 'hono';
import type { Here } from '#app/server/who-asks.ts';

/** 上传: the resumable protocol under /files/uploads. */
export function uploadsOf() {
  return new Hono<Here>();
}
