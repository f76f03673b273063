import { Button } from 'antd';
import { data, Form } from 'react-router';
import { z } from 'zod';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { listChosen } from '#app/domain/pilot/applications/chosen.ts';
import { remindApplicant } from '#app/domain/pilot/applications/remind-applicant.ts';
import { assignExpert } from '#app/domain/pilot/review/assign-expert.ts';
import { listExperts } from '#app/domain/pilot/experts/experts.ts';
import { AssignInput } from '#app/domain/pilot/review/input.ts';
import { checkWords } from '#app/i18n/check.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { oneByOne, type Outcome } from '#app/platform/one-by-one.ts';
import { query } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { EmptyBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { deeds, fits } from './deeds.ts';
import { ApplicationStatus } from './status.tsx';
import type { Route } from './+types/together.ts';

const most = 50;

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const { deed = 'remind' } = query(request, z.object({ deed: z.enum(deeds).optional() }));
  const ids = z.array(z.uuid()).max(most).catch([]).parse(new URL(request.url).searchParams.getAll('id'));
  return show(async () => {
    allowAnywhere(ctx, 'application.queue');
    return {
      deed, rows: ids.length === 0 ? [] : await listChosen(ctx, ids),
      experts: deed === 'assign' ? (await listExperts(ctx)).rows.map(({ id, name, organisationName }) => ({ id, name, organisationName })) : [],
      dueOn: deed === 'assign' ? await addWorkdays(ctx, beijingDay(ctx.now), 10) : '',
    };
  });
}

const id = z.array(z.uuid()).min(1).max(most);
const Deed = z.discriminatedUnion('deed', [z.object({ deed: z.literal('remind'), id }), AssignInput.extend({ deed: z.literal('assign'), id })]);

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    const outcomes = await oneByOne(input.id, (one) => (input.deed === 'remind' ? remindApplicant(ctx, one) : assignExpert(ctx, one, input)));
    return data<{ outcomes: Outcome[] }>({ outcomes });
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

type Row = Route.ComponentProps['loaderData']['rows'][number];

/** 一起办理: first what would be done and what stays, then what became of each. */
export default function Together({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(checkWords);
  const { deed, rows } = loaderData;
  const answered: Problem | { outcomes: Outcome[] } | undefined = actionData;
  const outcomes = answered && 'outcomes' in answered ? answered.outcomes : undefined;
  const ready = rows.filter((row) => fits(deed, row.status));
  const left = rows.filter((row) => !fits(deed, row.status));
  const said = words.together;
  return (
    <>
      <PageHead crumbs={[{ label: words.title, to: '/desk/applications' }, { label: said.crumb }]} title={said.title[deed]} lead={deed === 'remind' ? said.remindLead : said.assignLead} />
      <ProblemAlert problem={outcomes ? undefined : (answered as Problem | undefined)} names={{ expertId: said.expert, dueOn: said.dueOn }} />
      {outcomes && <Done rows={rows} outcomes={outcomes} />}
      {!outcomes && rows.length === 0 && <Pane><EmptyBox text={said.nothing} action={<ButtonLink to="/desk/applications">{said.back}</ButtonLink>} /></Pane>}
      {!outcomes && rows.length > 0 && (
        <Pane title={said.ready(ready.length, rows.length)}>
          <Form method="post">
            {ready.map((row) => <input key={row.id} type="hidden" name="id[]" value={row.id} />)}
            {ready.length > 0 && deed === 'assign' && <Expert {...loaderData} />}
            <List rows={[...ready, ...left]} stateOf={(row) => (fits(deed, row.status) ? said.can : <span className="soon">{said.cannot[deed]}</span>)} />
            <div className="act">
              <Button type="primary" htmlType="submit" name="deed" value={deed} disabled={ready.length === 0}>{said.doIt[deed](ready.length)}</Button>
              <ButtonLink to="/desk/applications">{said.back}</ButtonLink>
            </div>
          </Form>
        </Pane>
      )}
    </>
  );
}

function Expert({ experts, dueOn }: Route.ComponentProps['loaderData']) {
  const words = useWords(checkWords).together;
  return (
    <p className="fil">
      <label>
        {words.expert}
        <select className="dctl" name="expertId" required defaultValue="">
          <option value="">{words.chooseExpert}</option>
          {experts.map((expert) => <option key={expert.id} value={expert.id}>{expert.name} {expert.organisationName}</option>)}
        </select>
      </label>
      <label>{words.dueOn} <input className="dctl" type="date" name="dueOn" defaultValue={dueOn} /></label>
    </p>
  );
}

/** What was done and what was refused, each with its sentence. */
function Done({ rows, outcomes }: { rows: readonly Row[]; outcomes: readonly Outcome[] }) {
  const words = useWords(checkWords).together;
  const locale = useLocale();
  const refused = outcomes.filter(({ refusal }) => refusal !== null);
  const title = [words.done(outcomes.length - refused.length), ...(refused.length > 0 ? [words.refused(refused.length)] : [])].join(locale === 'en' ? ', ' : '，');
  const refusalOf = (row: Row) => outcomes.find((one) => one.id === row.id)?.refusal;
  const stateOf = (row: Row) => {
    const refusal = refusalOf(row);
    return refusal ? <span className="late">{refusalSentence(refusal, locale)}</span> : words.isDone;
  };
  const told = rows.filter((row) => outcomes.some((one) => one.id === row.id)).toSorted((one, other) => Number(Boolean(refusalOf(other))) - Number(Boolean(refusalOf(one))));
  return (
    <div role="status">
      <Pane title={title}>
        <List rows={told} stateOf={stateOf} />
        <div className="act"><ButtonLink to="/desk/applications" type="primary">{words.back}</ButtonLink></div>
      </Pane>
    </div>
  );
}

function List({ rows, stateOf }: { rows: readonly Row[]; stateOf: (row: Row) => React.ReactNode }) {
  const words = useWords(checkWords);
  return (
    <div className="rows">
      <table>
        <thead>
          <tr>{[words.columns.number, words.columns.unit, words.columns.status, words.together.result].map((title) => <th key={title} scope="col">{title}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="num">{row.number}</td>
              <td className="main"><b>{row.unitName}</b></td>
              <td className="state"><ApplicationStatus {...row} /></td>
              <td className="wide">{stateOf(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
