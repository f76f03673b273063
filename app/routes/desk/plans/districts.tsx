import { Alert, Button } from 'antd';
import { data, Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { dividedAtDesk, previewPasted } from '#app/domain/city/city-plans/divided-at-desk.ts';
import { type DividedState, firstToDivide } from '#app/domain/city/city-plans/divided-state.ts';
import { DivideInput, PasteInput } from '#app/domain/city/city-plans/input.ts';
import { readDistrictCells } from '#app/domain/city/city-plans/read-district-cells.ts';
import { saveDistrictTargets } from '#app/domain/city/city-plans/save-district-targets.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { divideWords } from '#app/i18n/divide.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { shortTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { TextField } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { told } from '../../public/plans/words.ts';
import { cellName, DivideGrid } from './divide-grid.tsx';
import { DividePaste, type Previewed } from './divide-paste.tsx';
import type { Route } from './+types/districts.ts';

const tones = { done: 'good', part: 'now', open: 'bad', follows: 'rest' } as const;
const Asked = z.object({ action: z.string().max(10).optional(), saved: z.string().optional() });

export function loader({ context, params, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { content: _, definitions: __, ...desk } = await dividedAtDesk(ctx, params.id);
    const { action, saved } = query(request, Asked);
    return { ...desk, chosen: desk.actions.find(({ code }) => code === action) ?? firstToDivide(desk.actions, desk.plan.isClosed) ?? null, isSaved: saved !== undefined };
  });
}

/** 保存、预览、保存贴入的: told apart by the deed. */
const Deed = z.looseObject({ deed: z.enum(['save', 'preview', 'paste']), chosen: z.string().max(20).default('') });

export function action({ context, params: { id }, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const { action: chosenAction } = query(request, Asked);
  const back = (desk: { actions: readonly { code: string; state: DividedState }[]; plan: { isClosed: boolean } }) => redirect(`/desk/plans/${id}/districts?${new URLSearchParams({ action: chosenAction ?? firstToDivide(desk.actions, desk.plan.isClosed)?.code ?? '', saved: '1' })}`);
  return answer(ctx, request, Deed, async ({ deed, chosen, ...rest }, given) => {
    const desk = await dividedAtDesk(ctx, id);
    if (deed === 'save') {
      const input = DivideInput.safeParse(rest);
      if (!input.success) throw new Refusal('form-unreadable', 400);
      const { problems } = readDistrictCells({ plan: { content: desk.content, years: desk.years }, districts: desk.districts, definitions: desk.definitions }, input.data.cells);
      if (problems.length > 0) return data<Problem>({ fields: Object.fromEntries(problems.map(({ cell, code }) => [cellName(cell.regionCode, cell.code, cell.year), [refusalSentence(code, ctx.locale)]])), given }, 422);
      await saveDistrictTargets(ctx, id, input.data);
      return back(desk);
    }
    const input = PasteInput.safeParse({ version: '0', ...rest });
    if (!input.success) throw new Refusal('form-unreadable', 400);
    const { cells, ...previewed } = previewPasted(desk, input.data.text, chosen || null);
    if (deed === 'preview') return data({ previewed: { ...previewed, text: input.data.text, chosen } satisfies Previewed });
    if (previewed.problems.length > 0) throw new Refusal('paste-problems', 422);
    await saveDistrictTargets(ctx, id, { cells, reason: input.data.reason, version: input.data.version });
    return back(desk);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 目标分解. */
export default function DividePlan({ loaderData, actionData }: Route.ComponentProps) {
  const { plan, actions, chosen, districts, years, versions, version, isSaved } = loaderData;
  const words = useWords(divideWords);
  const desk = useWords(cityDeskWords);
  const locale = useLocale();
  const previewed = actionData && 'previewed' in actionData ? actionData.previewed : undefined;
  const problem = actionData && !('previewed' in actionData) ? actionData : undefined;
  const nameOf = (field: string) => {
    const [, regionCode, code, year] = field.split(' ');
    const indicator = chosen?.indicators.find((each) => each.code === code);
    return indicator ? words.cell(districts.find((each) => each.code === regionCode)?.name ?? regionCode!, told(indicator, locale), Number(year)) : field;
  };
  return (
    <>
      <PageHead crumbs={[{ label: desk.plans.title, to: '/desk/plans' }, { label: told(plan, locale), to: `/desk/plans/${plan.id}` }]} title={words.title} lead={words.lead} />
      <ProblemAlert problem={problem} names={{ ...words.fields, ...Object.fromEntries(Object.keys(problem?.fields ?? {}).filter((field) => field.startsWith('t ')).map((field) => [field, nameOf(field)])) }} />
      {isSaved && !actionData && <Alert type="success" showIcon role="status" title={words.saved} style={{ marginBottom: 16 }} />}
      {plan.isClosed && <Alert type="info" showIcon title={words.closed} style={{ marginBottom: 16 }} />}
      {!chosen || districts.length === 0 ? <Pane><p className="note">{words.none}</p></Pane> : (
        <>
          <p className="divide-sum">{words.standings(actions.filter(({ state }) => state === 'done').length, actions.filter(({ state }) => state === 'open' || state === 'part').length, actions.filter(({ state }) => state === 'follows').length)}</p>
          <nav className="divide-actions" aria-label={words.choose}>{actions.map((action) => <Link key={action.code} to={`?action=${action.code}`} {...(action.code === chosen.code ? { 'aria-current': 'true' as const } : {})}><span>{action.code} {told(action, locale)}</span> <StatusTag tone={tones[action.state]}>{words.states[action.state]}</StatusTag></Link>)}</nav>
          <h2 className="divide-title">{chosen.code} {told(chosen, locale)}</h2>
          <Form method="post" key={`${chosen.code} ${version}`}>
            <input type="hidden" name="deed" value="save" />
            <input type="hidden" name="version" value={version} />
            {chosen.indicators.map((indicator) => <DivideGrid key={indicator.code} {...{ indicator, districts, years, problem }} isClosed={plan.isClosed} />)}
            {!plan.isClosed && (
              <Pane>
                <TextField name="reason" label={words.fields.reason} hint={words.reasonHint} problem={problem} maxLength={300} optional />
                <div className="dform-act"><Button type="primary" htmlType="submit">{words.save}</Button></div>
              </Pane>
            )}
          </Form>
          {!plan.isClosed && <DividePaste {...{ actions, districts, version, previewed }} />}
          <Pane title={words.versions}>
            {versions.length === 0 ? <p className="note">{words.noVersions}</p> : <ul>{versions.map((each) => <li key={each.version}>{words.version(each.version)} · {shortTime(each.madeAt, locale)} · {each.madeByName} · {words.changed(each.changes.length)} · {each.reason || words.noReason}</li>)}</ul>}
          </Pane>
        </>
      )}
    </>
  );
}
