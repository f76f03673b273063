import { Button } from 'antd';
import { Form, redirect } from 'react-router';
import { z } from 'zod';
import { sizeWords } from '#app/domain/base/files/model.ts';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import { blindnessOf } from '#app/domain/pilot/calls/blindness-settings.ts';
import { getHanded } from '#app/domain/pilot/applications/submitted.ts';
import { redactAnswerPaper } from '#app/domain/pilot/questions/open-answer-paper.ts';
import { answerPapersOf } from '#app/domain/pilot/questions/read.ts';
import { bringRedacted, makeRedacted, removeRedacted } from '#app/domain/pilot/redaction/redact.ts';
import { listRedactions } from '#app/domain/pilot/redaction/read.ts';
import { blindnessWords } from '#app/i18n/blindness.ts';
import { checkWords } from '#app/i18n/check.ts';
import { useWords } from '#app/i18n/pair.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { answer, readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { EmptyBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import type { Route } from './+types/redaction.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const handed = await getHanded(ctx, params.id);
    const { first, second } = blindnessOf(handed.call.review);
    const own = handed.papers.map((paper) => ({ ...paper, questionId: '' }));
    return {
      id: handed.id, number: handed.number, unitName: handed.unitName, isNeeded: !first.reviewersSeeApplicant || !second.reviewersSeeApplicant,
      papers: await listRedactions(ctx, handed, [...own, ...(await answerPapersOf(ctx, handed.id))]),
    };
  });
}

const Deed = z.object({ deed: z.enum(['bring', 'make', 'remove']), fileId: z.uuid(), questionId: z.union([z.literal(''), z.uuid()]).default('') });

export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const file = (await readForm(request.clone()))?.get('file');
  return answer(ctx, request, Deed, async ({ deed, fileId, questionId }) => {
    if (deed === 'remove') await removeRedacted(ctx, params.id, fileId);
    else {
      const brought = deed === 'bring' ? await stored(ctx, file) : undefined;
      if (questionId) await redactAnswerPaper(ctx, questionId, fileId, brought);
      else if (brought) await bringRedacted(ctx, params.id, fileId, brought);
      else await makeRedacted(ctx, params.id, fileId);
    }
    return redirect(`/desk/applications/${params.id}/redaction`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

async function stored(ctx: Ctx, file: FormDataEntryValue | null | undefined): Promise<string> {
  if (!file || typeof file === 'string' || file.size === 0) throw new Refusal('redaction-no-file', 400);
  return (await storeFile(ctx, { name: file.name, content: Buffer.from(await file.arrayBuffer()) })).id;
}

type Paper = Route.ComponentProps['loaderData']['papers'][number];

export default function Redaction({ loaderData: { id, number, unitName, isNeeded, papers }, actionData }: Route.ComponentProps) {
  const { redaction: words } = useWords(blindnessWords);
  const said = useWords(checkWords);
  const here = `/desk/applications/${id}`;
  return (
    <>
      <PageHead
        crumbs={[{ label: said.title, to: '/desk/applications' }, { label: number, to: here }]}
        title={`${words.title} · ${unitName}`}
        lead={isNeeded ? words.lead : words.notNeeded}
        actions={<ButtonLink to={`${here}/review`}>{said.toReview}</ButtonLink>}
      />
      <ProblemAlert problem={actionData} />
      <div className="measure">
        {papers.length === 0 && <EmptyBox text={words.empty} />}
        {papers.map((paper) => <OnePaper key={paper.fileId} applicationId={id} paper={paper} isNeeded={isNeeded} />)}
      </div>
    </>
  );
}

function OnePaper({ applicationId, paper, isNeeded }: { applicationId: string; paper: Paper; isNeeded: boolean }) {
  const { redaction: words } = useWords(blindnessWords);
  const said = useWords(checkWords);
  const kind = paper.questionId ? words.answerPaper : (said.papers as Record<string, string>)[paper.paper];
  const original = paper.questionId ? `/questions/${paper.questionId}/papers/${paper.fileId}` : `/papers/${applicationId}/${paper.fileId}`;
  const fields = { fileId: paper.fileId, questionId: paper.questionId };
  return (
    <Pane title={paper.name} note={kind}>
      <p className="underlined"><a href={original} target="_blank" rel="noreferrer" aria-label={`${words.lookOriginal} ${paper.name}`}>{words.lookOriginal}</a> · {sizeWords(paper.size)}</p>
      {paper.redaction ? (
        <p className="underlined">
          <b>{words.way[paper.redaction.way]}</b> · {words.by(paper.redaction.madeByName, beijingTime(paper.redaction.madeAt))} · {sizeWords(paper.redaction.size)} ·{' '}
          <a href={`/desk/applications/${applicationId}/redaction/${paper.fileId}`} target="_blank" rel="noreferrer" aria-label={`${words.look} ${paper.name}`}>{words.look}</a>
        </p>
      ) : (
        isNeeded && <p className="late">{words.none}</p>
      )}
      <Form method="post" encType="multipart/form-data" className="import-form">
        {Object.entries({ ...fields, deed: 'bring' }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <div className="dfield">
          <label className="name" htmlFor={`file-${paper.fileId}`}>{words.file}</label>
          <span className="hint" id={`hint-${paper.fileId}`}>{words.fileHint}</span>
          <input id={`file-${paper.fileId}`} type="file" name="file" required accept=".pdf,.jpg,.jpeg,.png,.webp" aria-describedby={`hint-${paper.fileId}`} />
        </div>
        <Button type="primary" htmlType="submit">{words.upload}</Button>
      </Form>
      <p style={{ marginTop: 12 }}>
        <ConfirmButton label={words.make} question={words.makeAsk} fields={{ ...fields, deed: 'make' }} danger={false} size="small" />{' '}
        {paper.redaction && <ConfirmButton label={words.remove} question={words.removeAsk} fields={{ ...fields, deed: 'remove' }} size="small" />}
      </p>
    </Pane>
  );
}
