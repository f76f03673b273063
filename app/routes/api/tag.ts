import { createHash, hash } from 'node:crypto';
import type { Context } from 'hono';
import { Refusal } from '#app/platform/refusal.ts';
import { streamOf } from '#app/platform/in-pieces.ts';
import type { Here } from '#app/server/who-asks.ts';

/** 内容标签: the same content has the same tag. */
export function tagOf(text: string): string {
  return `"${hash('sha256', text, 'base64url').slice(0, 27)}"`;
}

/** Compression makes a tag weak on its way out; it still names the same content. */
export function holdsTag(header: string, tag: string): boolean {
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}

/** 送出 JSON, once encoded, with its tag; whoever has it already gets 304 and nothing more. */
export const tagged = (c: Context<Here>, text: string, headers: Record<string, string> = {}): Response => answered(c, tagOf(text), () => text, headers);

/** The same of what was written in pieces. */
export function taggedPieces(c: Context<Here>, pieces: readonly Uint8Array[], headers: Record<string, string> = {}): Response {
  const content = createHash('sha256');
  for (const piece of pieces) content.update(piece);
  return answered(c, `"${content.digest('base64url').slice(0, 27)}"`, () => streamOf(pieces), headers);
}

function answered(c: Context<Here>, tag: string, body: () => string | ReadableStream, headers: Record<string, string>): Response {
  const cache = c.get('ctx').actor.id === '' ? 'public, max-age=60' : 'private, no-cache';
  const all = { 'Cache-Control': cache, ETag: tag, ...headers };
  if (holdsTag(c.req.header('if-none-match') ?? '', tag)) return c.body(null, 304, all);
  return c.body(body(), 200, { 'Content-Type': 'application/json; charset=utf-8', ...all });
}

/** 须先读过: a change names the tag of what its author has read. */
export function readBefore(c: Context<Here>): (text: string) => boolean {
  const given = c.req.header('if-match');
  if (!given || given.trim() === '*') throw new Refusal('if-match-needed', 428);
  return (text) => holdsTag(given, tagOf(text));
}
