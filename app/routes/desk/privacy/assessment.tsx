import { Alert } from 'antd';
import { redirect } from 'react-router';
import { z } from 'zod';
import { historyOf } from '#app/domain/base/records/read.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { decideAssessment, submitAssessment, withdrawAssessment } from '#app/domain/children/impact-assessments/decide-assessment.ts';
import { isInForce, levelOf } from '#app/domain/children/impact-assessments/model.ts';
import { getAssessment } from '#app/domain/children/impact-assessments/read.ts';
import { impactWords } from '#app/i18n/impact.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, shortDay, shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField } from '#app/ui/desk/field.tsx';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { PrintButton } from '#app/ui/desk/print-button.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { impactTones } from './assessments.tsx';
import type { Route } from './+types/assessment.ts';

export function loader({ context, params, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const one = await getAssessment(ctx, params.id);
    const asked = Number(new URL(request.url).searchParams.get('version'));
    const shown = one.versions.find(({ version }) => version === asked) ?? one.versions[0]!;
    const versions = one.versions.map(({ version, state, writtenByName, writtenAt, decidedByName, decidedAt }) => ({ version, state, writtenByName, writtenAt, decidedByName, decidedAt }));
    const { writtenBy: _, decidedBy: __, ...version } = shown;
    return { ...one, versions, shown: version, isOver: shown.state === 'approved' && !isInForce(shown, beijingDay(ctx.now)), isOwn: shown.writtenBy === ctx.actor.id, place: (await placeNames(ctx, [one.regionCode]))(one.regionCode), lines: await historyOf(ctx, one.id, 'own-page') };
  });
}

const Deed = z.object({ deed: z.enum(['submit', 'approve', 'return', 'withdraw']), note: z.string().trim().max(500).default('') });

export function action({ context, request, params }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async ({ deed, note }) => {
    if (deed === 'submit') await submitAssessment(ctx, params.id);
    else if (deed === 'withdraw') await withdrawAssessment(ctx, params.id, note);
    else await decideAssessment(ctx, params.id, { outcome: deed, note });
    return redirect(`/desk/privacy/assessments/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 一份影响评估: as it would be printed, its versions, and what can be done with it. */
export default function ImpactAssessment({ loaderData: one, actionData: problem }: Route.ComponentProps) {
  const words = useWords(impactWords);
  const locale = useLocale();
  const { shown } = one;
  const { content } = shown;
  const separator = locale === 'en' ? ', ' : '、';
  const named = <T extends string>(values: readonly T[], names: Record<T, string>) => values.map((value) => names[value]).join(separator) || words.nothing;
  const isNewest = shown.version === one.versions[0]!.version;
  const isWithdrawable = shown.version === one.withdrawable;
  const time = (at: Date | null) => (at ? shortTime(at, locale) : '');
  const mustNote = <LongField name="note" label={words.fields.note} problem={problem} minLength={4} maxLength={500} />;
  return (
    <>
      <PageHead
        title={content.title}
        lead={`${one.number} · ${words.version(shown.version)} · ${one.place || words.nation}`}
        crumbs={[{ label: words.title, to: '/desk/privacy/assessments' }]}
        beside={one.isOver ? <StatusTag tone="bad">{words.over}</StatusTag> : <StatusTag tone={impactTones[shown.state]}>{words.states[shown.state]}</StatusTag>}
        actions={isNewest || isWithdrawable ? (
          <>
            <PrintButton>{words.print}</PrintButton>
            {isWithdrawable ? <ConfirmButton label={words.withdraw} question={words.withdrawAsk} fields={{ deed: 'withdraw' }}>{mustNote}</ConfirmButton> : null}
            {isNewest && one.mayWrite ? <ButtonLink to={`/desk/privacy/assessments/${one.id}/edit`}>{shown.state === 'approved' || shown.state === 'withdrawn' ? words.revise : words.edit}</ButtonLink> : null}
            {isNewest && one.mayDecide ? <ConfirmButton label={words.return} question={words.returnAsk} fields={{ deed: 'return' }}>{mustNote}</ConfirmButton> : null}
            {isNewest && one.mayWrite && shown.state === 'draft' ? <ConfirmButton label={words.submit} question={words.submitAsk} fields={{ deed: 'submit' }} danger={false} type="primary" /> : null}
            {isNewest && one.mayDecide ? <ConfirmButton label={words.approve} question={words.approveAsk} fields={{ deed: 'approve' }} danger={false} type="primary"><LongField name="note" label={words.fields.note} problem={problem} optional maxLength={500} /></ConfirmButton> : null}
          </>
        ) : undefined}
      />
      <ProblemAlert problem={problem} names={{ note: words.fields.note }} />
      {one.origin === 'delivered' ? <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={words.deliveredNote} /> : null}
      {shown.state === 'submitted' && one.isOwn ? <Alert type="info" showIcon style={{ marginBottom: 16 }} title={words.ownWait} /> : null}
      <Pane>
        <Facts items={[
          { name: words.fields.triggers, value: named(content.triggers, words.triggers) }, { name: words.fields.purposes, value: named(content.purposes, words.purposes) }, { name: words.fields.dataKinds, value: named(content.dataKinds, words.dataKinds) },
          { name: words.fields.validUntil, value: shortDay(shown.validUntil, locale) }, ...(shown.note ? [{ name: words.note, value: shown.note }] : []),
        ]} />
      </Pane>
      {(['purpose', 'lawfulness', 'necessity'] as const).map((name) => <Pane key={name} title={words.fields[name]}><p className="prose">{content[name]}</p></Pane>)}
      <Pane title={words.fields.risks} flush>
        <FigureTable
          label={words.fields.risks} rows={content.risks} keyOf={(row) => row.risk}
          columns={[
            { name: 'risk', title: words.fields.risk, place: 'main', show: (row) => row.risk },
            { name: 'likelihood', title: words.fields.likelihood, show: (row) => <span className="num">{row.likelihood}</span> },
            { name: 'impact', title: words.fields.impact, show: (row) => <span className="num">{row.impact}</span> },
            { name: 'weight', title: words.weight, show: (row) => words.leftovers[levelOf(row)] },
            { name: 'measure', title: words.fields.measure, place: 'wide', show: (row) => row.measure },
            { name: 'left', title: words.fields.left, place: 'state', show: (row) => <StatusTag tone={({ low: 'good', middle: 'now', high: 'bad' } as const)[row.left]}>{words.leftovers[row.left]}</StatusTag> },
          ]}
        />
      </Pane>
      <Pane title={words.fields.conclusion}><p className="prose">{content.conclusion}</p></Pane>
      <Pane title={words.all}>
        <ul>
          {one.versions.map((version) => (
            <li key={version.version}>
              <a href={`/desk/privacy/assessments/${one.id}?version=${version.version}`}>{words.version(version.version)}</a> <StatusTag tone={impactTones[version.state]}>{words.states[version.state]}</StatusTag>{' '}
              {words.written(version.writtenByName, time(version.writtenAt))}{version.decidedByName ? `${locale === 'en' ? '; ' : '；'}${words.decided(version.decidedByName, time(version.decidedAt))}` : ''}
            </li>
          ))}
        </ul>
      </Pane>
      <Pane><History lines={one.lines} /></Pane>
    </>
  );
}
