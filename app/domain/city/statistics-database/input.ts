import { z } from 'zod';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { largestMessage } from './message.ts';
import { axes, charts, dimensions, most, scopes, spans } from './model.ts';

const year = z.coerce.number().int().min(1990).max(2100);

/** 一个问题: which figures. Codes of indicators stand in one text, parted by commas. */
export const Question = z.object({
  i: z.string().max(600).default('').transform((text) => [...new Set(text.split(/[,，\s]+/).filter((code) => /^[A-Za-z][A-Za-z0-9-]{0,19}$/.test(code)))].slice(0, most.indicators)),
  r: z.string().refine((code) => code === '*' || isRegionCode(code)).default('*'),
  scope: z.enum(scopes).default('self'),
  from: year.optional(),
  to: year.optional(),
  span: z.enum(spans).default('year'),
  group: z.enum(dimensions).default('none'),
});
export type Question = z.output<typeof Question>;

/** 看法: how the answer is laid out, and what is being looked for beside it. */
export const Look = z.object({
  rows: z.enum(axes).default('region'),
  cols: z.enum(axes).default('period'),
  chart: z.enum(charts).default('auto'),
  q: z.string().transform((text) => text.replace(/\p{Cc}/gu, ' ').trim().slice(0, 60)).default(''),
  owner: z.string().max(20).default(''),
});
export type Look = z.output<typeof Look>;

/** 收下来件: the message as text, where it comes from, and why figures that stand are corrected. */
export const MessageInput = z.object({ text: z.string().min(1).max(largestMessage), source: z.string().trim().min(2).max(300), reason: z.string().trim().max(300).default('') });
export type MessageInput = z.output<typeof MessageInput>;
