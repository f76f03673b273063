import { redirect } from 'react-router';
import { z } from 'zod';
import { citationsOf } from '#app/domain/base/evidence/citations.ts';
import { historyOf } from '#app/domain/base/records/read.ts';
import { type CaseContent, consents } from '#app/domain/pilot/case-library/model.ts';
import { caseAtDesk } from '#app/domain/pilot/case-library/own.ts';
import { getCase } from '#app/domain/pilot/case-library/read.ts';
import { restoreCase, reviewCase, withdrawCase } from '#app/domain/pilot/case-library/review-case.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { shortDay, shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField } from '#app/ui/desk/field.tsx';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { caseTones } from './cases.tsx';
import { linesOf } from './lines-of.ts';
import type { Route } from './+types/case.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const one = await caseAtDesk(ctx, params.id);
    const before: CaseContent | null = one.isShown ? (await getCase(ctx, one.id)).content : null;
    const evidence = (await citationsOf(ctx, one.regionCode, 'case', one.id)).map(({ id, title, kind, confidentiality, standing }) => ({ id, title, kind, confidentiality, standing }));
    return { one, before, evidence, lines: await historyOf(ctx, one.id, 'own-page') };
  });
}

const Deed = z.object({ deed: z.enum(['publish', 'return', 'withdraw', 'restore']), note: z.string().trim().max(1000).default('') });

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async ({ deed, note }) => {
    if (deed === 'withdraw') await withdrawCase(ctx, params.id, note);
    else if (deed === 'restore') await restoreCase(ctx, params.id);
    else await reviewCase(ctx, params.id, { outcome: deed, note });
    return redirect(`/desk/cases/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 审核一个案例: what was handed in beside what is public, the consents, the evidence. */
export default function ReviewCase({ loaderData: { one, before, evidence, lines }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(casesWords);
  const { desk } = words;
  const locale = useLocale();
  const rows = linesOf(one.draft, words, (day) => (day ? shortDay(day, locale) : ''));
  const old = before ? new Map(linesOf(before, words, (day) => shortDay(day, locale)).map(({ name, text }) => [name, text])) : null;
  const note = <LongField name="note" label={desk.note} problem={problem} optional />;
  const mustNote = <LongField name="note" label={desk.note} problem={problem} minLength={2} />;
  return (
    <>
      <PageHead
        title={one.draft.title || desk.untitled}
        lead={`${one.number} · ${one.community}`}
        crumbs={[{ label: desk.title, to: '/desk/cases' }]}
        beside={<StatusTag tone={caseTones[one.state]}>{words.own.states[one.state]}</StatusTag>}
        actions={
          <>
            {one.isShown ? <a href={`/cases/${one.id}`}>{desk.publicPage}</a> : null}
            {one.state === 'submitted' ? <ConfirmButton label={desk.return} question={desk.returnAsk} fields={{ deed: 'return' }}>{mustNote}</ConfirmButton> : null}
            {one.isShown ? <ConfirmButton label={desk.withdraw} question={desk.withdrawAsk} fields={{ deed: 'withdraw' }}>{mustNote}</ConfirmButton> : null}
            {one.state === 'withdrawn' ? <ConfirmButton label={desk.restore} question={desk.restoreAsk} fields={{ deed: 'restore' }} danger={false} /> : null}
            {one.state === 'submitted' ? <ConfirmButton label={desk.publish} question={desk.publishAsk} fields={{ deed: 'publish' }} danger={false} type="primary">{note}</ConfirmButton> : null}
          </>
        }
      />
      <ProblemAlert problem={problem} />
      <Pane title={desk.consents} note={one.missing.length > 0 ? `${desk.missing}：${one.missing.map((name) => words.own.fields[name] ?? words.own.consent[name.slice(8) as (typeof consents)[number]] ?? name).join('、')}` : desk.complete}>
        <ul>{one.consents.map((given) => <li key={given.consent}><b>{words.own.consent[given.consent]}</b> {given.statement} <small>{words.own.given(given.givenByName, shortTime(given.givenAt, locale))}</small></li>)}</ul>
      </Pane>
      <Pane title={old ? desk.changed : desk.now} note={old ? (rows.every(({ name, text }) => old.get(name) === text) ? desk.same : '') : desk.first} flush>
        <FigureTable
          label={desk.now}
          rows={old ? rows.toSorted((a, b) => Number(old.get(a.name) === a.text) - Number(old.get(b.name) === b.text)) : rows}
          keyOf={(row) => row.name}
          columns={[
            { name: 'field', title: desk.field, place: 'main', show: (row) => <b>{words.own.fields[row.name]}</b> },
            { name: 'now', title: desk.now, place: 'wide', show: (row) => <span style={{ whiteSpace: 'pre-line' }}>{row.text || '—'}</span> },
            ...(old ? [{ name: 'before', title: desk.before, place: 'wide' as const, show: (row: { name: string; text: string }) => (old.get(row.name) === row.text ? '=' : <del style={{ whiteSpace: 'pre-line' }}>{old.get(row.name)}</del>) }] : []),
          ]}
        />
      </Pane>
      <Pane title={desk.evidence}>
        {evidence.length === 0 ? words.noEvidence : <ul>{evidence.map((piece) => <li key={piece.id}>{piece.title} <small>{piece.standing === 'withdrawn' ? words.evidenceGone : piece.confidentiality === 'public' ? desk.openPiece : desk.closedPiece}</small></li>)}</ul>}
      </Pane>
      <Pane><History lines={lines} /></Pane>
    </>
  );
}
