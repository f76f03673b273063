import { data } from 'react-router';
import type { z } from 'zod';
import type { Ctx } from '#app/platform/ctx.ts';
import { formObject } from '#app/platform/form-object.ts';
import { fieldProblems, type Problem, readForm } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** One deed of a page: the schema of its fields, and what it does with them; it answers where to go on. */
export type Deed<S extends z.ZodType> = { input: S; run: (input: z.output<S>, form: FormData) => Promise<Response> };
export const deed = <S extends z.ZodType>(input: S, run: Deed<S>['run']): Deed<z.ZodType> => ({ input, run: run as Deed<z.ZodType>['run'] });

/** 一页几件事: plain forms say by `go` which of them they are; what is refused goes back to the form that sent it. */
export async function act(ctx: Ctx, request: Request, deeds: Record<string, Deed<z.ZodType>>) {
  if (ctx.actor.id === '') throw data<Problem>({ refusal: 'sign-in-again' }, 401);
  const form = await readForm(request);
  const given = form ? formObject(form) : {};
  const chosen = typeof given.go === 'string' ? deeds[given.go] : undefined;
  if (!form || !chosen) return data<Problem>({ refusal: 'form-unreadable' }, 400);
  const parsed = chosen.input.safeParse(given);
  if (!parsed.success) return data<Problem>({ fields: fieldProblems(parsed.error, ctx.locale), given }, 400);
  try {
    return await chosen.run(parsed.data, form);
  } catch (error) {
    if (error instanceof Refusal) return data<Problem>({ refusal: error.code, given }, error.status);
    throw error;
  }
}

/** What was typed into the form of this name, if it came back. */
export function sentBack(problem: Problem | undefined, go: string) {
  const isOurs = problem?.given?.go === go;
  return {
    error: (field: string) => (isOurs ? problem?.fields?.[field]?.[0] : undefined),
    text: (field: string, otherwise = '') => (isOurs && typeof problem?.given?.[field] === 'string' ? (problem.given[field] as string) : otherwise),
    isOurs,
  };
}
