import type { z } from 'zod';
import type { Explain } from '#app/platform/http.ts';
import en from './en/input.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/input.ts';

const inputWords = pair<typeof zh>(zh, en);

/** One sentence for one wrong field; a schema may name a code of `codes` as its message. */
export const explainIssue: Explain = (issue, locale) => {
  const words = inputWords[locale];
  const own = words.codes[issue.message];
  if (own) return own;
  if (issue.code === 'invalid_type' && issue.expected === 'array') return words.option;
  if (issue.code === 'invalid_type' && 'received' in issue && !('input' in issue)) return words.number;
  if (issue.code === 'invalid_type') return issue.input === undefined || issue.input === '' ? words.required : words.number;
  if (issue.code === 'too_small') return tooSmall(issue, locale);
  if (issue.code === 'too_big') return tooBig(issue, locale);
  if (issue.code === 'invalid_value') return issue.input === undefined ? words.required : words.option;
  if (issue.code === 'invalid_format') return issue.format === 'email' ? words.email : issue.format === 'date' ? words.day : words.format;
  return words.format;
};

type Words = typeof zh;

function tooSmall(issue: z.core.$ZodIssueTooSmall, locale: keyof typeof inputWords) {
  const words: Words = inputWords[locale];
  if (issue.origin === 'string') return Number(issue.minimum) <= 1 ? words.required : words.tooShort(Number(issue.minimum));
  return words.tooSmall(String(issue.minimum));
}

function tooBig(issue: z.core.$ZodIssueTooBig, locale: keyof typeof inputWords) {
  const words: Words = inputWords[locale];
  return issue.origin === 'string' ? words.tooLong(Number(issue.maximum)) : words.tooBig(String(issue.maximum));
}
