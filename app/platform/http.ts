import { createContext, data } from 'react-router';
import type { z } from 'zod';
import type { Ctx } from './ctx.ts';
import { formObject } from './form-object.ts';
import { Refusal } from './refusal.ts';

/** The nonce that lets this answer's own scripts run. */
export const nonceKey = createContext<string>('');

/** What goes back to the form that was refused: a code, messages by field, and what the person had typed. */
export type Problem = { refusal?: string; fields?: Record<string, string[]>; given?: Record<string, unknown> };

/** 维护中: the mark on a form of the desk that comes in meanwhile; whoever marks their own request is only refused. */
export const closedHeader = 'x-tongyou-closed';

/** 太大: the mark on a form of the desk whose files were more than is taken, and which comes without them. */
export const tooLargeHeader = 'x-tongyou-too-large';

/** Says in the person's language what is wrong with one field; the words live above this floor. */
export type Explain = (issue: z.core.$ZodIssue, locale: Ctx['locale']) => string;
let explain: Explain = (issue) => issue.message;
/** Told once at the start where the words are. */
export function explainWith(words: Explain): void {
  explain = words;
}

/** For loaders: a refusal becomes the error page with its own status. */
export async function show<R>(run: () => Promise<R> | R): Promise<R> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refusal) throw data({ refusal: error.code }, { status: error.status, headers: againAfter(error) });
    throw error;
  }
}

/** When it may be tried again, as browsers and programs are told. */
export const againAfter = ({ afterSeconds }: Refusal): Record<string, string> => (afterSeconds === undefined ? {} : { 'Retry-After': String(afterSeconds) });

/** Messages by field for what did not parse. */
export function fieldProblems(error: z.ZodError, locale: Ctx['locale']): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) (fields[issue.path.join('.')] ??= []).push(explain(issue, locale));
  return fields;
}

/** For actions: bad input and refusals go back, with what was typed, to the form that sent them; `run` may send it back too. */
export async function answer<S extends z.ZodType, R>(
  ctx: Ctx,
  request: Request,
  schema: S,
  run: (input: z.output<S>, given: Record<string, unknown>, form: FormData) => Promise<R>,
) {
  if (request.headers.has(closedHeader)) return data<Problem>({ refusal: 'maintenance' }, 503);
  if (request.headers.has(tooLargeHeader)) return data<Problem>({ refusal: 'upload-too-large' }, 413);
  const form = await readForm(request);
  if (!form) return data<Problem>({ refusal: 'form-unreadable' }, 400);
  const given = formObject(form);
  const parsed = schema.safeParse(given);
  if (!parsed.success) return data<Problem>({ fields: fieldProblems(parsed.error, ctx.locale), given }, 400);
  try {
    return await run(parsed.data, given, form);
  } catch (error) {
    if (error instanceof Refusal) return data<Problem>({ refusal: error.code, given }, error.afterSeconds === undefined ? error.status : { status: error.status, headers: againAfter(error) });
    throw error;
  }
}

/** The `headers` of pages that no device keeps: when it may be tried again goes out with them. */
export function notKept({ actionHeaders, errorHeaders }: { actionHeaders: Headers; errorHeaders: Headers | undefined }): Record<string, string> {
  const after = actionHeaders.get('Retry-After') ?? errorHeaders?.get('Retry-After');
  return { 'Cache-Control': 'no-store', ...(after ? { 'Retry-After': after } : {}) };
}

/** A body that is no form (or is cut short) is bad input, not a bug. */
export async function readForm(request: Request): Promise<FormData | undefined> {
  if (request.headers.has(closedHeader)) return undefined;
  try {
    return await request.formData();
  } catch {
    return undefined;
  }
}
