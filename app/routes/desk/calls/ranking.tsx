import { Button } from 'antd';
import { Fragment } from 'react';
import { data, Form, Link } from 'react-router';
import { draftsAmong } from '#app/domain/pilot/panels/advice.ts';
import { decideTogether } from '#app/domain/pilot/panels/decide-together.ts';
import { RuleInput, TogetherInput } from '#app/domain/pilot/panels/input.ts';
import { getRanking } from '#app/domain/pilot/panels/ranking.ts';
import { setRankingRule } from '#app/domain/pilot/panels/ranking-rule.ts';
import { callsWords } from '#app/i18n/calls.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { panelWords } from '#app/i18n/panels.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import type { Outcome as Done } from '#app/platform/one-by-one.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { LongField } from '#app/ui/desk/field.tsx';
import { EmptyBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { canChoose, RankingRows } from './ranking-rows.tsx';
import { RulePane } from './rule-pane.tsx';
import type { Route } from './+types/ranking.ts';

/** 预览: `as-<application>` in the address says what each would become. */
function chosenIn(request: Request) {
  const asked = [...new URL(request.url).searchParams].filter(([name]) => name.startsWith('as-'));
  const of = (outcome: string) => asked.filter(([, value]) => value === outcome).map(([name]) => name.slice(3)).slice(0, 500);
  return { accept: of('accepted'), decline: of('declined') };
}

export function loader({ context, params, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { entries: _, ranked: __, rows, call, ...ranking } = await getRanking(ctx, params.id);
    const shown = rows.map(({ judged, ...row }) => ({
      ...row, number: judged.number, unitName: judged.unitName, score: judged.score, passMark: judged.passMark, borderline: judged.borderline, reviews: judged.totals.length,
      mustNotMet: judged.must.filter(({ isMet }) => !isMet).length,
    }));
    const known = new Set(rows.map(({ id }) => id));
    const { accept, decline } = chosenIn(request);
    const chosen = { accept: accept.filter((id) => known.has(id)), decline: decline.filter((id) => known.has(id)) };
    return { ...ranking, call: { id: call.id, title: call.title, titleEn: call.titleEn, places: call.places }, rows: shown, chosen, advised: await draftsAmong(ctx, [...chosen.accept, ...chosen.decline]) };
  });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const form = await request.clone().formData().catch(() => undefined);
  if (form?.get('deed') === 'rule') {
    return answer(ctx, request, RuleInput, async (input) => {
      await setRankingRule(ctx, params.id, input);
      return data<Problem>({});
    });
  }
  return answer(ctx, request, TogetherInput, async (input) => data<{ outcomes: Done[] }>({ outcomes: await decideTogether(ctx, params.id, input) }));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

type Loaded = Route.ComponentProps['loaderData'];

/** 排名: score and place of each, the lines, how ties were parted; what is chosen is previewed, then decided. */
export default function Ranking({ loaderData, actionData }: Route.ComponentProps) {
  const { ranking: words } = useWords(panelWords);
  const calls = useWords(callsWords);
  const en = useLocale() === 'en';
  const { call, rows, chosen } = loaderData;
  const answered: Problem | { outcomes: Done[] } | undefined = actionData;
  const outcomes = answered && 'outcomes' in answered ? answered.outcomes : undefined;
  const problem = outcomes ? undefined : (answered as Problem | undefined);
  const title = en && call.titleEn ? call.titleEn : call.title;
  const taken = rows.filter(({ standing }) => standing === 'accepted').length;
  const isPreview = chosen.accept.length + chosen.decline.length > 0 && !outcomes;
  return (
    <>
      <PageHead
        crumbs={[{ label: calls.title, to: '/desk/calls' }, { label: title, to: `/desk/calls/${call.id}` }]}
        title={words.of(title)}
        actions={<ExportButton list="ranking" search={`?id=${call.id}`} />}
        lead={words.lead(call.places, taken, Math.max(0, call.places - taken))}
      />
      <ProblemAlert problem={problem} names={{ acceptReason: words.acceptReason, declineReason: words.declineReason, ...words.fields }} />
      {outcomes && <Results rows={rows} outcomes={outcomes} callId={call.id} />}
      {isPreview && <Preview {...loaderData} problem={problem} />}
      {!outcomes && !isPreview && (
        <>
          <Pane title={words.title} note={words.togetherLead} flush>
            {rows.length === 0 ? <EmptyBox text={words.empty} /> : (
              <Form method="get">
                <RankingRows rows={rows} />
                {rows.some(({ standing }) => canChoose(standing)) && <div className="rank-act"><Button type="primary" htmlType="submit">{words.preview}</Button></div>}
              </Form>
            )}
          </Pane>
          <RulePane {...loaderData} problem={problem} />
          <p className="mono">{words.hash(loaderData.hash)}</p>
        </>
      )}
    </>
  );
}

/** 先看清楚: what would become of each, and the reasons they will read. */
function Preview({ rows, chosen, hash, call, advised, problem }: Loaded & { problem: Problem | undefined }) {
  const { ranking: words, standings } = useWords(panelWords);
  const count = chosen.accept.length + chosen.decline.length;
  return (
    <Pane title={words.previewTitle(count)}>
      <Form method="post">
        <input type="hidden" name="hash" value={hash} />
        {(['accept', 'decline'] as const).map((deed) => chosen[deed].length > 0 && (
          <Fragment key={deed}>
            <h3>{words[deed](chosen[deed].length)}</h3>
            <ul className="found-list">
              {chosen[deed].map((id) => {
                const row = rows.find((one) => one.id === id)!;
                return (
                  <li key={id}>
                    <span>{row.rank ?? '—'} · {row.score.value ?? '—'}</span>
                    <span>
                      <input type="hidden" name={`${deed}[]`} value={id} />
                      <b>{row.unitName}</b> <small>{row.number} · {standings[row.standing]}</small>
                      {!advised.includes(id) && <small className="soon"> {words.noAdvice} <Link to={`/desk/applications/${id}/decision`}>{words.toAdvice}</Link></small>}
                    </span>
                  </li>
                );
              })}
            </ul>
            <LongField name={`${deed}Reason`} label={deed === 'accept' ? words.acceptReason : words.declineReason} hint={words.reasonHint} minLength={10} maxLength={4000} rows={3} problem={problem} />
          </Fragment>
        ))}
        <div className="dform-act">
          <Button type="primary" htmlType="submit">{words.doIt(count)}</Button>
          <ButtonLink to={`/desk/calls/${call.id}/ranking`}>{words.back}</ButtonLink>
        </div>
      </Form>
    </Pane>
  );
}

/** 办理结果: row by row, those that were refused first. */
function Results({ rows, outcomes, callId }: { rows: Loaded['rows']; outcomes: readonly Done[]; callId: string }) {
  const { ranking: words } = useWords(panelWords);
  const locale = useLocale();
  const sorted = outcomes.toSorted((a, b) => Number(b.refusal !== null) - Number(a.refusal !== null));
  return (
    <div role="status">
      <Pane title={words.result}>
        <ul className="found-list">
          {sorted.map(({ id, refusal }) => {
            const row = rows.find((one) => one.id === id);
            return <li key={id}><span>{row?.number}</span><span><b>{row?.unitName}</b> {refusal ? <span className="late">{refusalSentence(refusal, locale)}</span> : words.done}</span></li>;
          })}
        </ul>
        <div className="dform-act"><ButtonLink to={`/desk/calls/${callId}/ranking`} type="primary">{words.back}</ButtonLink></div>
      </Pane>
    </div>
  );
}
