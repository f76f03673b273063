import { Alert, Button, Flex } from 'antd';
import { Form, redirect } from 'react-router';
import { z } from 'zod';
import { may } from '#app/domain/base/accounts/access.ts';
import { historyOf } from '#app/domain/base/records/read.ts';
import { handUpReport } from '#app/domain/city/monitoring-reports/hand-up-report.ts';
import { ReturnReportInput, SavedInput, WriteReportInput } from '#app/domain/city/monitoring-reports/input.ts';
import { chapters, missingOf, saidOf, sumsOf } from '#app/domain/city/monitoring-reports/model.ts';
import { publishReport } from '#app/domain/city/monitoring-reports/publish-report.ts';
import { reportAtDesk } from '#app/domain/city/monitoring-reports/read.ts';
import { refreshReport } from '#app/domain/city/monitoring-reports/refresh-report.ts';
import { returnReport } from '#app/domain/city/monitoring-reports/return-report.ts';
import { writeReport } from '#app/domain/city/monitoring-reports/write-report.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { monitoringWords } from '#app/i18n/monitoring-reports.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField } from '#app/ui/desk/field.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { told } from '../../../public/plans/words.ts';
import { reportTones } from './reports.tsx';
import type { Route } from './+types/report.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { content, ...head } = await reportAtDesk(ctx, params.report);
    const mayPublish = may(ctx.actor, 'city-plan.publish', { regionCode: head.regionCode });
    return {
      head, plan: { id: content.plan.id, zh: content.plan.zh, en: content.plan.en }, asOf: content.asOf, sums: sumsOf(content), missing: missingOf(content).map(({ indicator: { code, zh, en } }) => ({ code, zh, en })),
      mayPublish: mayPublish && head.handedUpById !== ctx.actor.id, mayReturn: mayPublish, lines: await historyOf(ctx, params.report, 'own-page'),
    };
  });
}

/** 撰写、更新、提交、退回、发布: each with its own fields, told apart by the deed. */
const Deed = z.looseObject({ deed: z.enum(['write', 'refresh', 'hand-up', 'return', 'publish']) }).transform((given, issues) => {
  const read = <S extends z.ZodType>(schema: S): z.output<S> => {
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) issues.addIssue({ code: 'custom', message: issue.message, path: issue.path });
    return z.NEVER;
  };
  if (given.deed === 'write') return { deed: given.deed, input: read(WriteReportInput) };
  return given.deed === 'return' ? { deed: given.deed, input: read(ReturnReportInput) } : { deed: given.deed, input: read(SavedInput) };
});

export function action({ context, params: { id, report }, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async ({ deed, input }) => {
    if (deed === 'write') await writeReport(ctx, report, input);
    else if (deed === 'return') await returnReport(ctx, report, input);
    else await { refresh: refreshReport, 'hand-up': handUpReport, publish: publishReport }[deed](ctx, report, input.saved);
    return redirect(`/desk/plans/${id}/reports/${report}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 一份监测报告 at the desk: its figures at a look, the words to be written, and who does what next. */
export default function DeskReport({ loaderData, actionData: problem }: Route.ComponentProps) {
  const { head, plan, asOf, sums, missing, lines } = loaderData;
  const words = useWords(monitoringWords);
  const desk = useWords(cityDeskWords);
  const locale = useLocale();
  const said = words.sums;
  const title = `${words.short(head.kind, head.year)} · ${words.edition(head.edition)}`;
  const base = `/desk/plans/${plan.id}/reports/${head.id}`;
  return (
    <>
      <PageHead
        crumbs={[{ label: desk.plans.title, to: '/desk/plans' }, { label: told(plan, locale), to: `/desk/plans/${plan.id}` }, { label: words.title, to: `/desk/plans/${plan.id}/reports` }]} title={title} lead={words.asOf(shortTime(asOf, locale))}
        beside={<StatusTag tone={reportTones[head.state]}>{words.states[head.state]}</StatusTag>}
        actions={<>{(['pdf', 'docx'] as const).map((format) => <Button key={format} href={`${base}/report.${format}`}>{words.download(format === 'pdf' ? words.pdf : words.word)}</Button>)}{head.state === 'published' && <ButtonLink to={`/plans/${plan.id}/reports/${head.kind === 'closing' ? 'closing' : head.year}?edition=${head.edition}`}>{words.public}</ButtonLink>}</>}
      />
      <ProblemAlert problem={problem} names={words.fields} />
      {head.returned && head.state === 'draft' && <Alert type="warning" showIcon title={words.returnedWith(head.returned)} style={{ marginBottom: 16 }} />}
      {head.why && <p className="lead">{words.why(head.why)}</p>}
      <Pane>
        <Facts items={[
          { name: said.asked, value: `${said.items(sums.asked)}${words.colon}${saidOf(sums).map(([name, many]) => `${said[name]} ${many}`).join(words.comma)}` },
          { name: said.milestones, value: said.of(sums.done, sums.milestones) }, { name: said.tasks, value: said.of(sums.tasksDone, sums.tasks) }, { name: said.alerts, value: said.alertsSaid(sums.alerts) },
          { name: words.missing, value: missing.length === 0 ? words.noMissing : missing.map((each) => `${each.code} ${told(each, locale)}`).join(words.comma) },
        ]} />
      </Pane>
      {head.state === 'draft' ? (
        <Form method="post" key={head.saved}>
          <input type="hidden" name="deed" value="write" />
          <input type="hidden" name="saved" value={head.saved} />
          <Pane title={words.write} note={words.writeLead}>
            <div className="cols-2">
              {chapters.flatMap((chapter) => (['Zh', 'En'] as const).map((language) => {
                const name = `${chapter}${language}` as const;
                return <LongField key={name} name={name} label={words.fields[name]} problem={problem} known={head.narrative[chapter][language === 'Zh' ? 'zh' : 'en']} rows={5} maxLength={language === 'Zh' ? 4000 : 6000} optional={chapter !== 'summary' || language === 'En'} />;
              }))}
            </div>
            <div className="dform-act"><Button type="primary" htmlType="submit">{words.save}</Button></div>
          </Pane>
        </Form>
      ) : (
        <Pane title={words.write}>{chapters.filter((chapter) => head.narrative[chapter].zh).map((chapter) => <section key={chapter}><h3>{words.chapters[chapter]}</h3><p style={{ whiteSpace: 'pre-line' }}>{told(head.narrative[chapter].en ? head.narrative[chapter] : { ...head.narrative[chapter], en: head.narrative[chapter].zh }, locale)}</p></section>)}</Pane>
      )}
      <Deeds data={loaderData} problem={problem} />
      <Pane title={words.history}><History lines={lines} label={words.history} /></Pane>
    </>
  );
}

function Deeds({ data: { head, mayPublish, mayReturn }, problem }: { data: Route.ComponentProps['loaderData']; problem: Route.ComponentProps['actionData'] }) {
  const words = useWords(monitoringWords);
  const saved = { saved: String(head.saved) };
  if (head.state === 'published') return <Pane><p className="note">{words.fingerprint} <code style={{ overflowWrap: 'anywhere' }}>{head.hash}</code></p></Pane>;
  return (
    <Pane>
      <Flex gap={8} wrap align="center">
        {head.state === 'draft' && (
          <>
            <ConfirmButton label={words.refresh} question={words.refreshAsk} fields={{ deed: 'refresh', ...saved }} danger={false} />
            <ConfirmButton label={words.handUp} question={words.handUpAsk} fields={{ deed: 'hand-up', ...saved }} danger={false} type="primary" disabled={head.narrative.summary.zh === ''} />
            {head.narrative.summary.zh === '' && <span className="note">{words.handUpNeeds}</span>}
          </>
        )}
        {head.state === 'handed-up' && (
          <>
            {mayPublish ? <ConfirmButton label={words.publish} question={words.publishAsk} fields={{ deed: 'publish', ...saved }} danger={false} type="primary" /> : <span className="note">{words.waitsForOther}</span>}
            {mayReturn && <ConfirmButton label={words.sendBack} question={words.sendBackAsk} fields={{ deed: 'return', ...saved }}><LongField name="words" label={words.fields.words} problem={problem} minLength={4} maxLength={600} /></ConfirmButton>}
          </>
        )}
      </Flex>
    </Pane>
  );
}
