import { Alert, Button } from 'antd';
import { data, Form, redirect, useNavigation } from 'react-router';
import { largest } from '#app/domain/base/documents/model.ts';
import { MarksInput } from '#app/domain/pilot/review/input.ts';
import { getMyReview } from '#app/domain/pilot/review/my-reviews.ts';
import { previewOffline } from '#app/domain/pilot/review/preview-offline.ts';
import { saveScores } from '#app/domain/pilot/review/score.ts';
import { blindnessWords } from '#app/i18n/blindness.ts';
import { offlineWords } from '#app/i18n/offline.ts';
import { useWords } from '#app/i18n/pair.ts';
import { reviewWords } from '#app/i18n/review.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { formObject } from '#app/platform/form-object.ts';
import { type Problem, readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { Field } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { useAnswered } from '#app/ui/desk/use-answered.ts';
import { OfflineChanges } from './offline-changes.tsx';
import type { Route } from './+types/offline.ts';

export function loader({ context, params, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const taken = new URL(request.url).searchParams.get('taken') ?? '';
  return show(async () => {
    const { open, ...review } = await getMyReview(ctx, params.id);
    if (!open) throw new Refusal('assignment-not-accepted', 403);
    return { review, rubric: open.rubric, taken: /^\d{1,3}$/.test(taken) ? Number(taken) : undefined };
  });
}

/** 读取、写入: two plain forms. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  try {
    const form = await readForm(request);
    if (!form) throw new Refusal('form-unreadable', 400);
    if (form.get('deed') === 'take') return await take(ctx, params.id, form);
    const file = form.get('file');
    if (!(file instanceof File) || file.size === 0) throw new Refusal('document-missing', 400);
    if (file.size > largest.packed) throw new Refusal('document-too-big', 413);
    return { preview: await previewOffline(ctx, params.id, { name: file.name, content: new Uint8Array(await file.arrayBuffer()) }) };
  } catch (error) {
    if (error instanceof Refusal) return data<Problem>({ refusal: error.code }, error.status);
    throw error;
  }
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

async function take(ctx: Ctx, id: string, form: FormData) {
  const input = MarksInput.safeParse(formObject(form));
  if (!input.success) throw new Refusal('form-unreadable', 400);
  const written = input.data.marks.length + (input.data.overall === undefined ? 0 : 1);
  if (written === 0) throw new Refusal('offline-nothing', 400);
  await saveScores(ctx, id, input.data, 'offline-form');
  return redirect(`/desk/reviews/${id}/offline?taken=${written}`);
}

export default function Offline({ loaderData: { review, rubric, taken }, actionData }: Route.ComponentProps) {
  const words = useWords(offlineWords);
  const said = useWords(reviewWords);
  const hides = useWords(blindnessWords);
  const isBusy = useNavigation().state === 'submitting';
  const here = `/desk/reviews/${review.id}`;
  const answered = useAnswered(actionData);
  const preview = answered && 'preview' in answered ? answered.preview : undefined;
  return (
    <>
      <PageHead
        crumbs={[{ label: said.mine, to: '/desk/reviews' }, { label: review.isApplicantHidden ? hides.hiddenTitle(review.number) : review.unitName, to: here }]}
        title={words.title} lead={words.lead} actions={<ButtonLink to={here}>{words.back}</ButtonLink>}
      />
      <ProblemAlert problem={answered && 'refusal' in answered ? answered : undefined} />
      {taken !== undefined && !actionData && <Alert type="success" showIcon role="status" title={words.taken(taken)} style={{ marginBottom: 16 }} />}
      {preview ? (
        <OfflineChanges key={preview.revision} preview={preview} rubric={rubric} />
      ) : (
        <div className="measure">
          <Pane title={words.download}>
            <p className="note">{words.downloadNote}</p>
            <div className="act"><Button href={`${here}/form.xlsx`} disabled={!review.isOpen}>{words.download}</Button></div>
          </Pane>
        </div>
      )}
      <div className="measure">
        <Pane title={words.upload}>
          <Form method="post" encType="multipart/form-data" className="import-form">
            <Field name="file" label={words.file} hint={words.uploadNote}>
              <input id="field-file" type="file" name="file" required accept=".xlsx" aria-describedby="hint-file" />
            </Field>
            <Button type={preview ? 'default' : 'primary'} htmlType="submit" loading={isBusy} disabled={!review.isOpen}>{words.read}</Button>
          </Form>
        </Pane>
      </div>
    </>
  );
}
