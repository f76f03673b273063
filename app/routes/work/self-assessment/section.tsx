import { data, redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { citeForRule, unciteForRule } from '#app/domain/pilot/self-assessment/cite-evidence.ts';
import { confirmCopied } from '#app/domain/pilot/self-assessment/copy-forward.ts';
import type { Which } from '#app/domain/pilot/self-assessment/held.ts';
import { SaveInput } from '#app/domain/pilot/self-assessment/input.ts';
import { isUnconfirmed } from '#app/domain/pilot/self-assessment/model.ts';
import { getAssessment } from '#app/domain/pilot/self-assessment/read.ts';
import { saveCells } from '#app/domain/pilot/self-assessment/save-cells.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { type Problem, readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { readAnswers } from '#app/routes/apply/form/read-answers.ts';
import { cellsOf, questionsOfRule } from './rule-questions.ts';
import { SectionForm } from './section-form.tsx';
import { sectionAddress, whichOf, yearAddress } from './which.ts';
import type { Route } from './+types/section.ts';

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const which = whichOf(params);
    const [place, assessment] = await Promise.all([workPlace(ctx, params.code), getAssessment(ctx, which)]);
    const section = assessment.edition.sections.find(({ id }) => id === params.part);
    if (!section) throw new Refusal('section-not-found', 404);
    const { submissions: _, ...shown } = assessment;
    return { place, assessment: shown, which, sectionId: section.id, who: ctx.actor.id, savedAt: beijingTime(assessment.held.updatedAt).slice(11) };
  });
}

/** Saves what was written first, then does what the button says: nothing typed depends on what follows. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  if (ctx.actor.id === '') throw data<Problem>({ refusal: 'sign-in-again' }, 401);
  const form = await readForm(request);
  if (!form) return data<Problem>({ refusal: 'form-unreadable' }, 400);
  const which = whichOf(params);
  let given = {};
  try {
    const { edition, rows } = await getAssessment(ctx, which);
    const rules = rulesOf(edition).filter(({ section }) => section.id === params.part);
    if (rules.length === 0) throw new Refusal('section-not-found', 404);
    const answers = readAnswers(form, rules.flatMap((rule) => questionsOfRule(rule, true)));
    given = { answers };
    const input = SaveInput.safeParse({ cells: cellsOf(answers) });
    if (!input.success) return data<Problem>({ refusal: 'form-unreadable', given }, 400);
    if (input.data.cells.length > 0) await saveCells(ctx, which, input.data);
    const copied = rules.filter(({ id }) => isUnconfirmed(rows.get(id))).map(({ id }) => id);
    return redirect(await deedOf(ctx, which, params.part, String(form.get('go') ?? 'save'), edition.sections.map(({ id }) => id), copied));
  } catch (error) {
    if (error instanceof Refusal) return data<Problem>({ refusal: error.code, given }, error.status);
    throw error;
  }
}

async function deedOf(ctx: Ctx, which: Which, here: string, go: string, sections: readonly string[], copied: readonly string[]): Promise<string> {
  const [deed, ruleId = '', evidenceId = ''] = go.split('|');
  const at = sections.indexOf(here);
  if (deed === 'next' && sections[at + 1]) return sectionAddress(which, sections[at + 1]!);
  if (deed === 'prev' && sections[at - 1]) return sectionAddress(which, sections[at - 1]!);
  if (deed === 'check' || deed === 'next') return yearAddress(which);
  if (deed === 'proof') return yearAddress(which, `/rules/${encodeURIComponent(ruleId)}`);
  if (deed === 'cite') await citeForRule(ctx, which, { ruleId, evidenceId });
  if (deed === 'uncite') await unciteForRule(ctx, which, { ruleId, evidenceId });
  if (deed === 'confirm-all') await confirmCopied(ctx, which, copied);
  return ruleId ? sectionAddress(which, here, ruleId) : `${sectionAddress(which, here)}?saved`;
}

export default function Section({ loaderData, actionData }: Route.ComponentProps) {
  return <SectionForm {...loaderData} problem={actionData} />;
}
