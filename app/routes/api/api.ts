import { Hono } from 'hono';
import type { Here } from '#app/server/who-asks.ts';

/** 开放接口: everything under /api. */
export function apiOf() {
  return new Hono<Here>();
}
