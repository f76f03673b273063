import { z } from 'zod';
import { layers } from '#app/platform/ctx.ts';
import { pictures } from './model.ts';

const flag = z.preprocess((value) => value === 'yes', z.boolean());
const title = z.string().trim().min(2).max(40);
const saidBy = z.string().trim().min(2).max(30);

/** 新写一份: for whom, of what, and the first sentences. */
export const StartInput = z.object({
  layer: z.enum(layers),
  noticeId: z.string().trim().default(''),
  sourceName: z.string().trim().max(120).default(''),
  title,
  text: z.string().trim().min(1).max(6000),
  saidBy,
});
export type StartInput = z.output<typeof StartInput>;

const reading = z.string().trim().max(8).regex(/^[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]*$/u);

/** 一句一行 of the form: an empty one is left out, what was typed with two ends of sentences becomes two. */
const line = z.object({
  text: z.string().trim().max(300).default(''),
  drawing: z.enum(pictures).default(''),
  readings: z.record(z.string().regex(/^\d{1,3}$/), reading).default({}),
});

/** The form names its rows text-0, drawing-0, reading-0-3 …; here they become sentences. */
function rowsOf(flat: unknown): unknown {
  const given = (flat ?? {}) as Record<string, unknown>;
  const rows: Record<string, unknown>[] = [];
  for (const [name, value] of Object.entries(given)) {
    const [, field, at, character] = /^(text|drawing|reading)-(\d{1,2})(?:-(\d{1,3}))?$/.exec(name) ?? [];
    if (!field) continue;
    const row = (rows[Number(at)] ??= { readings: {} });
    if (field === 'reading') (row.readings as Record<string, unknown>)[character ?? '0'] = value;
    else row[field] = value;
  }
  return { ...given, lines: Array.from(rows, (row) => row ?? {}) };
}

export const SaveInput = z.preprocess(rowsOf, z.object({
  title,
  saidBy,
  forGrownUps: z.string().trim().max(300).default(''),
  lines: z.array(line).max(80).default([]),
  more: z.string().trim().max(6000).default(''),
  publish: flag,
}));
export type SaveInput = z.output<typeof SaveInput>;
