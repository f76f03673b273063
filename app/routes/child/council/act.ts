import { data } from 'react-router';
import type { z } from 'zod';
import type { Ctx } from '#app/platform/ctx.ts';
import { formObject } from '#app/platform/form-object.ts';
import { fieldProblems, type Problem, readForm } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';

type Deed<S extends z.ZodType> = { input: S; run: (input: z.output<S>, form: FormData) => Promise<Response> };
export const childDeed = <S extends z.ZodType>(input: S, run: Deed<S>['run']): Deed<z.ZodType> => ({ input, run: run as Deed<z.ZodType>['run'] });

/** 孩子在一页上做的几件事: plain forms say by `go` which; what is refused comes back with what was typed. */
export async function childAct(ctx: Ctx, request: Request, deeds: Record<string, Deed<z.ZodType>>) {
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
