import { redirect } from 'react-router';
import { z } from 'zod';
import { alikeTo, standingOf } from '#app/domain/base/communities/alike.ts';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { inLanguage, rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { ownCases } from '#app/domain/pilot/case-library/own.ts';
import { listCases } from '#app/domain/pilot/case-library/read.ts';
import { startCase } from '#app/domain/pilot/case-library/write-case.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { CaseCards } from '#app/routes/public/cases/case-card.tsx';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Callout, Section } from '#app/ui/light/section.tsx';
import type { SquareState } from '#app/ui/light/squares.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { WorkHead } from '../work-head.tsx';
import type { Route } from './+types/list.ts';

export const caseSquares = { draft: 'now', submitted: 'next', returned: 'late', published: 'done', withdrawn: 'rest' } as const satisfies Record<string, SquareState>;
const Asked = z.object({ rule: z.string().max(8).optional().catch(undefined) });

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const { rule } = query(request, Asked);
    const rules = rulesOf(await currentEdition(ctx)).map(({ id, zh, en }) => ({ id, zh, en }));
    if (!rule || !rules.some(({ id }) => id === rule)) return { place, rules, own: await ownCases(ctx, place.code), found: null };
    const alike = (await alikeTo(ctx, place.code, 50, await standingOf(ctx, place.code))).map(({ code }) => code);
    const { rows } = await listCases(ctx, { rule }, 60);
    const order = (code: string) => (alike.includes(code) ? alike.indexOf(code) : alike.length);
    return { place, rules, own: await ownCases(ctx, place.code), found: { rule, alike, rows: rows.toSorted((a, b) => order(a.regionCode) - order(b.regionCode)) } };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, z.object({}), async () => redirect(`/work/${params.code}/cases/${await startCase(ctx, params.code)}`));
}

/** 本社区的案例, and those of communities like this one for a rule one wants to meet. */
export default function OwnCases({ loaderData: { place, rules, own, found }, actionData }: Route.ComponentProps) {
  const words = useWords(casesWords);
  const locale = useLocale();
  return (
    <>
      <PageTitle title={`${place.name} · ${words.own.title}`} />
      <WorkHead place={place} here="cases" lead={words.own.lead} />
      <Section title={words.own.title} hideTitle tight>
        {actionData?.refusal ? <Callout kind="bad">{refusalSentence(actionData.refusal, locale)}</Callout> : null}
        {own.length === 0 ? <Empty drawing="pencil" text={words.own.none} action={<StartCase label={words.own.start} />} /> : (
          <>
            <DataTable
              caption={words.own.title} rows={own} keyOf={(row) => row.id}
              columns={[
                { head: words.own.columns.title, isName: true, cell: (row) => <a href={`/work/${place.code}/cases/${row.id}`}>{row.draft.title || words.own.untitled}</a> },
                { head: words.own.columns.number, cell: (row) => row.number },
                { head: words.own.columns.state, cell: (row) => <Status state={caseSquares[row.state]}>{words.own.states[row.state]}</Status> },
                { head: words.own.columns.saved, cell: (row) => `${row.writtenByName} ${shortTime(row.writtenAt, locale)}` },
              ]}
            />
            <div className="startcase"><StartCase label={words.own.start} /></div>
          </>
        )}
      </Section>
      <Section title={words.own.pickRule} mist lead={words.own.alikeLead}>
        <form className="row" method="get">
          <select className="in grow" name="rule" aria-label={words.own.pickRule} defaultValue={found?.rule ?? ''}>
            {rules.map((rule) => <option key={rule.id} value={rule.id}>{rule.id} {inLanguage(rule, locale)}</option>)}
          </select>
          <Button kind="quiet">{words.own.look}</Button>
        </form>
        {found ? (
          <>
            <h3>{words.own.alike(found.rule)}</h3>
            {found.rows.length === 0 ? <p className="note">{words.own.alikeNone} <a href="/cases">{words.title}</a></p> : (
              <CaseCards
                rows={found.rows}
                beside={(row) => (
                  <div className="row close">
                    {found.alike.includes(found.rows.find(({ id }) => id === row.id)!.regionCode) ? <Tag kind="ok">{words.own.isAlike}</Tag> : null}
                    <ButtonLink kind="quiet" small href={`/work/take-case/${row.id}`}>{words.take}</ButtonLink>
                  </div>
                )}
              />
            )}
          </>
        ) : null}
      </Section>
    </>
  );
}

const StartCase = ({ label }: { label: string }) => <form method="post"><Button>{label}</Button></form>;
