import { expect, test } from 'vitest';
import { z } from 'zod';
import { explainIssue } from './input.ts';

const said = (schema: z.ZodType, input: unknown, locale: 'zh-CN' | 'en' = 'zh-CN') => schema.safeParse(input).error!.issues.map((issue) => explainIssue(issue, locale));

test('what is no figure is asked for as one, what is missing as missing, and a list that is none as a choice', () => {
  expect(said(z.coerce.number(), '1e9x')).toEqual(['请填数字，例如 1200。']);
  expect(said(z.coerce.number(), 'abc', 'en')[0]).toMatch(/^Write a number|number/i);
  expect(said(z.string(), undefined)).toEqual(['这一项必须填写。']);
  expect(said(z.array(z.string()), 'age')).toEqual(['请从给出的选项中选择。']);
});
