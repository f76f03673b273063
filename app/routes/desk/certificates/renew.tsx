import { Button } from 'antd';
import { data, Form } from 'react-router';
import { z } from 'zod';
import { RenewInput } from '#app/domain/pilot/certification/input.ts';
import { previewRenewal } from '#app/domain/pilot/certification/preview-renewal.ts';
import { renewCertificates } from '#app/domain/pilot/certification/renew.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import type { Outcome } from '#app/platform/one-by-one.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { EmptyBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { Outcomes } from './outcomes.tsx';
import type { Route } from './+types/renew.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  const ids = z.array(z.uuid()).max(50).catch([]).parse(new URL(request.url).searchParams.getAll('id'));
  return show(async () => ({ rows: await previewRenewal(context.get(ctxKey), ids) }));
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, RenewInput, async ({ ids }) => data({ outcomes: await renewCertificates(ctx, ids) }));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

type Row = Route.ComponentProps['loaderData']['rows'][number];

/** 一起换证: first until when each new certificate would count and which stay as they are, then what became of them. */
export default function RenewCertificates({ loaderData: { rows }, actionData }: Route.ComponentProps) {
  const { desk } = useWords(certificationWords);
  const { renewPage } = desk;
  const answered: Problem | { outcomes: Outcome[] } | undefined = actionData;
  const isAny = rows.some(({ refusal }) => refusal === null);
  const outcomes = answered && 'outcomes' in answered ? answered.outcomes : undefined;
  return (
    <>
      <PageHead title={renewPage.title} lead={renewPage.lead} crumbs={[{ label: desk.title, to: '/desk/certificates' }]} />
      {answered && !outcomes && <ProblemAlert problem={answered as Problem} />}
      {outcomes ? (
        <Outcomes outcomes={outcomes} done={renewPage.done} refused={renewPage.refused} />
      ) : rows.length === 0 ? (
        <Pane><EmptyBox text={renewPage.none} action={<ButtonLink to="/desk/certificates?standing=ending">{renewPage.choose}</ButtonLink>} /></Pane>
      ) : (
        <Form method="post">
          <Pane flush><Rows rows={rows} /></Pane>
          <p className="lead">{isAny ? renewPage.picked : renewPage.nothing}</p>
          <Button type="primary" htmlType="submit" disabled={!isAny}>{renewPage.renew}</Button>
        </Form>
      )}
    </>
  );
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const words = useWords(certificationWords);
  const { columns, renewPage, issuePage } = words.desk;
  const locale = useLocale();
  return (
    <div className="rows">
      <table>
        <thead>
          <tr>
            <th scope="col" className="pick"><span className="vh">{issuePage.chosen}</span></th>
            {[columns.unit, columns.level, columns.validUntil, renewPage.becomes].map((title) => <th key={title} scope="col">{title}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="pick"><input type="checkbox" name="ids[]" value={row.id} defaultChecked={row.refusal === null} disabled={row.refusal !== null} aria-label={`${row.unit} ${row.number}`} /></td>
              <td className="main" data-label={columns.unit}><b>{row.unit}</b> <small>{row.place.join(' ')} · {row.number}{row.renewalNote ? ` · ${row.renewalNote}` : ''}</small></td>
              <td data-label={columns.level}>{words.levels[row.level]}</td>
              <td className="num" data-label={columns.validUntil}>{row.validUntil}</td>
              <td className="wide" data-label={renewPage.becomes}>
                {row.refusal === null ? <StatusTag tone="good">{renewPage.until(row.newUntil)}</StatusTag> : refusalSentence(row.refusal, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
