import { data, redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { newestSubmission } from '#app/domain/pilot/self-assessment/submissions.ts';
import { copyForward } from '#app/domain/pilot/self-assessment/copy-forward.ts';
import { correctAssessment } from '#app/domain/pilot/self-assessment/correct.ts';
import { colleaguesOf, delegateSection, takeBackSection } from '#app/domain/pilot/self-assessment/delegate.ts';
import { findAssessment, type Which } from '#app/domain/pilot/self-assessment/held.ts';
import { AssessmentDeed } from '#app/domain/pilot/self-assessment/input.ts';
import { getAssessment } from '#app/domain/pilot/self-assessment/read.ts';
import { submitAssessment } from '#app/domain/pilot/self-assessment/submit.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { formObject } from '#app/platform/form-object.ts';
import { type Problem, readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { AssessmentHome } from './assessment-home.tsx';
import { whichOf, yearAddress } from './which.ts';
import type { Route } from './+types/assessment.ts';

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const which = whichOf(params);
    const [place, assessment, current] = await Promise.all([workPlace(ctx, params.code), getAssessment(ctx, which), currentEdition(ctx)]);
    const asked = new URL(request.url).searchParams;
    return {
      place, which, assessment, before: await scoresOf(ctx, which, assessment.earlier[0]), colleagues: assessment.canFill ? await colleaguesOf(ctx, params.code) : [],
      isOldEdition: current.id !== assessment.held.editionId, copied: asked.has('copied') ? { rules: Number(asked.get('copied')) || 0, left: Number(asked.get('left')) || 0 } : undefined,
    };
  });
}

/** 上次的等级, to draw beside this year's. */
async function scoresOf(ctx: Ctx, which: Which, year: number | undefined) {
  const held = year === undefined ? undefined : await findAssessment(ctx, { ...which, year });
  const last = held && (await newestSubmission(ctx, held));
  return last ? { year: last.year, levels: Object.fromEntries(last.rows.map((row) => [row.ruleId, row.level])) } : undefined;
}

/** What the buttons of the page ask for, one deed a form. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const form = await readForm(request);
  if (!form) return data<Problem>({ refusal: 'form-unreadable' }, 400);
  const given = formObject(form);
  const parsed = AssessmentDeed.safeParse(given);
  if (!parsed.success) return data<Problem>({ refusal: 'form-unreadable', given }, 400);
  try {
    return redirect(await carryOut(ctx, whichOf(params), parsed.data));
  } catch (error) {
    if (error instanceof Refusal) return data<Problem>({ refusal: error.code, given }, error.status);
    throw error;
  }
}

async function carryOut(ctx: Ctx, which: Which, deed: ReturnType<typeof AssessmentDeed.parse>): Promise<string> {
  if (deed.deed === 'submit') {
    await submitAssessment(ctx, which);
    return yearAddress(which, '/receipt');
  }
  if (deed.deed === 'copy') {
    const { rules, evidenceLeft } = await copyForward(ctx, which, deed.fromYear);
    return yearAddress(which, `?copied=${rules}&left=${evidenceLeft}`);
  }
  if (deed.deed === 'correct') await correctAssessment(ctx, which, deed.reason);
  if (deed.deed === 'delegate') await delegateSection(ctx, which, deed);
  if (deed.deed === 'take-back') await takeBackSection(ctx, which, deed.sectionId);
  return yearAddress(which);
}

export default function AssessmentPage({ loaderData, actionData }: Route.ComponentProps) {
  return <AssessmentHome {...loaderData} problem={actionData} />;
}
