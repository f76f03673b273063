import { Button } from 'antd';
import { data, Form } from 'react-router';
import { z } from 'zod';
import { finalNotices, previewIssue } from '#app/domain/pilot/certification/candidates.ts';
import { IssueInput } from '#app/domain/pilot/certification/input.ts';
import { issueCertificates } from '#app/domain/pilot/certification/issue.ts';
import { levels } from '#app/domain/pilot/certification/model.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import type { Outcome } from '#app/platform/one-by-one.ts';
import { query } from '#app/platform/query.ts';
import { EmptyBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { SelectField } from '#app/ui/desk/field.tsx';
import { IssueTable } from './issue-table.tsx';
import { Outcomes } from './outcomes.tsx';
import type { Route } from './+types/issue.ts';

const Asked = z.object({ notice: z.uuid().optional(), level: z.enum(levels).optional() });

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const notices = await finalNotices(ctx);
    const { notice = notices.at(-1)?.id, level = 'pilot' } = query(request, Asked);
    return { notices, level, preview: notice ? await previewIssue(ctx, notice, level) : null };
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, IssueInput.and(z.object({ noticeId: z.uuid() })), async (input) => data({ outcomes: await issueCertificates(ctx, input.noticeId, input) }));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 签发证书: choose a final notice and a level, see what would happen to each entry, then do it. */
export default function IssueCertificates({ loaderData: { notices, level, preview }, actionData }: Route.ComponentProps) {
  const words = useWords(certificationWords);
  const { issuePage, ...desk } = words.desk;
  const answered: Problem | { outcomes: Outcome[] } | undefined = actionData;
  const outcomes = answered && 'outcomes' in answered ? answered.outcomes : undefined;
  return (
    <>
      <PageHead title={desk.issue} lead={issuePage.lead} crumbs={[{ label: desk.title, to: '/desk/certificates' }]} />
      {answered && !outcomes && <ProblemAlert problem={answered as Problem} />}
      {outcomes && <Outcomes outcomes={outcomes} done={issuePage.done} refused={issuePage.refused} />}
      {preview ? (
        <>
          <Pane flush>
            <Form method="get" className="fil">
              <SelectField name="notice" label={issuePage.notice} known={preview.notice.id} options={notices.map(({ id, title }) => ({ value: id, label: title }))} />
              <SelectField name="level" label={issuePage.level} known={level} options={levels.map((one) => ({ value: one, label: words.levels[one] }))} />
              <Button htmlType="submit">{issuePage.show}</Button>
            </Form>
          </Pane>
          <IssueTable key={`${preview.notice.id} ${level}`} level={level} {...preview} />
        </>
      ) : <EmptyBox text={issuePage.none} />}
    </>
  );
}
