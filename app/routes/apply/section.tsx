import { data, redirect } from 'react-router';
import { may } from '#app/domain/base/accounts/access.ts';
import { attachEvidence, evidenceToAttach } from '#app/domain/pilot/applications/attach-evidence.ts';
import { attachPaper, removePaper } from '#app/domain/pilot/applications/attach-paper.ts';
import { EvidencePaperInput, PaperInput, SaveInput } from '#app/domain/pilot/applications/input.ts';
import { questionsOf } from '#app/domain/pilot/calls/model.ts';
import { getForm, othersSaving } from '#app/domain/pilot/applications/read.ts';
import { saveSection } from '#app/domain/pilot/applications/save-section.ts';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { type Problem, readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { readAnswers } from './form/read-answers.ts';
import { SectionPage } from './form/section-page.tsx';
import type { Route } from './+types/section.ts';

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const form = await getForm(ctx, params.id);
    const section = form.set.sections.find((one) => one.id === params.section);
    if (!section) throw new Refusal('not-found', 404);
    const add = new URL(request.url).searchParams.get('add') ?? '';
    const isOffering = form.canFill && section.questions.some((question) => question.paper === 'attachment') && may(ctx.actor, 'evidence.read', form.application);
    const offers = isOffering ? await evidenceToAttach(ctx, form.application) : [];
    return { form, section, offers, others: await othersSaving(ctx, params.id), add, who: ctx.actor.id, today: ctx.now.toISOString() };
  });
}

/** Saves what was written first, then does what the button says: nothing typed depends on what follows. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  if (ctx.actor.id === '') throw data<Problem>({ refusal: 'sign-in-again' }, 401);
  const form = await readForm(request);
  if (!form) return data<Problem>({ refusal: 'form-unreadable' }, 400);
  let given = {};
  try {
    const { set } = await getForm(ctx, params.id);
    const section = set.sections.find((one) => one.id === params.section);
    if (!section) throw new Refusal('not-found', 404);
    given = { answers: readAnswers(form, section.questions) };
    const answers = SaveInput.safeParse(given);
    if (answers.success) await saveSection(ctx, params.id, answers.data);
    await takePapers(ctx, params.id, form, questionsOf(set).flatMap((question) => (question.paper ? [question.paper] : [])));
    return redirect(await nextPlace(ctx, params.id, params.section, form, set.sections.map((one) => one.id)));
  } catch (error) {
    if (error instanceof Refusal) return data<Problem>({ refusal: error.code, given }, error.status);
    throw error;
  }
}

async function takePapers(ctx: Ctx, id: string, form: FormData, papers: readonly string[]) {
  for (const paper of papers) {
    for (const file of form.getAll(`file.${paper}`)) {
      if (typeof file === 'string' || file.size === 0) continue;
      const stored = await storeFile(ctx, { name: file.name, content: Buffer.from(await file.arrayBuffer()) });
      await attachPaper(ctx, id, PaperInput.parse({ paper, fileId: stored.id }));
    }
  }
}

async function nextPlace(ctx: Ctx, id: string, here: string, form: FormData, sections: string[]): Promise<string> {
  const [deed, ...rest] = String(form.get('go') ?? 'save').split(':');
  const at = sections.indexOf(here);
  if (deed === 'next') return `/apply/${id}/${sections[at + 1] ?? 'check'}`;
  if (deed === 'check') return `/apply/${id}/check`;
  if (deed === 'prev') return `/apply/${id}/${sections[at - 1] ?? here}`;
  if (deed === 'drop') {
    const input = PaperInput.safeParse({ paper: rest[0], fileId: rest[1] });
    if (input.success) await removePaper(ctx, id, input.data);
  }
  if (deed === 'use') {
    const input = EvidencePaperInput.safeParse({ paper: rest[0], evidenceId: rest[1] });
    if (input.success) await attachEvidence(ctx, id, input.data);
  }
  const place = deed === 'add' ? `?add=${encodeURIComponent(rest[0] ?? '')}` : '?saved';
  return `/apply/${id}/${here}${place}${rest[0] && deed !== 'drop' && deed !== 'use' ? `#q-${encodeURIComponent(rest[0])}` : ''}`;
}

export default function Section({ loaderData, actionData }: Route.ComponentProps) {
  return <SectionPage {...loaderData} problem={actionData} />;
}
