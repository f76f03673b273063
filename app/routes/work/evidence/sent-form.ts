import { data } from 'react-router';
import type { z } from 'zod';
import type { Ctx } from '#app/platform/ctx.ts';
import { formObject } from '#app/platform/form-object.ts';
import { fieldProblems, type Problem, readForm } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { namesOf, takeFiles } from './take-files.ts';

/** A refused form, with the files that arrived all the same. */
export type EvidenceProblem = Problem & { files?: { id: string; name: string; size: number }[] };

/** 收下佐证表单: files first, so that nobody sends them twice; then the fields; what is refused goes back with all of it. */
export async function takeEvidence<S extends z.ZodType>(ctx: Ctx, request: Request, schema: S, save: (input: z.output<S>) => Promise<Response>) {
  if (ctx.actor.id === '') throw data<Problem>({ refusal: 'sign-in-again' }, 401);
  const form = await readForm(request);
  if (!form) return data<EvidenceProblem>({ refusal: 'form-unreadable' }, 400);
  let fileIds = form.getAll('fileIds').filter((one): one is string => typeof one === 'string');
  const given = () => ({ ...formObject(form), papers: undefined, fileIds });
  try {
    fileIds = await takeFiles(ctx, form);
    const input = schema.safeParse(given());
    if (!input.success) return data<EvidenceProblem>({ fields: fieldProblems(input.error, ctx.locale), given: given(), files: await namesOf(ctx, fileIds) }, 400);
    return await save(input.data);
  } catch (error) {
    if (error instanceof Refusal) return data<EvidenceProblem>({ refusal: error.code, given: given(), files: await namesOf(ctx, fileIds) }, error.status);
    throw error;
  }
}
