import { data } from 'react-router';
import { SpaceInput } from '#app/domain/service/spaces/input.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { formObject } from '#app/platform/form-object.ts';
import { fieldProblems, type Problem, readForm } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { takePhotos } from './take-photos.ts';

/** 收下空间的表单: photographs are kept first, so that nobody sends them twice. */
export async function takeSpace(ctx: Ctx, request: Request, save: (input: SpaceInput, revision: number) => Promise<Response>) {
  if (ctx.actor.id === '') throw data<Problem>({ refusal: 'sign-in-again' }, 401);
  const form = await readForm(request);
  if (!form) return data<Problem>({ refusal: 'form-unreadable' }, 400);
  const given = formObject(form);
  try {
    given.photoIds = await takePhotos(ctx, form, (given.photoIds ?? []) as string[]);
    const input = SpaceInput.safeParse(given);
    if (!input.success) return data<Problem>({ fields: fieldProblems(input.error, ctx.locale), given }, 400);
    return await save(input.data, Number(given.revision ?? 0));
  } catch (error) {
    if (error instanceof Refusal) return data<Problem>({ refusal: error.code, given }, error.status);
    throw error;
  }
}
