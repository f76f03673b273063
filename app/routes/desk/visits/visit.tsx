import { redirect } from 'react-router';
import { may } from '#app/domain/base/accounts/access.ts';
import { historyOf } from '#app/domain/base/records/read.ts';
import { inLanguage, rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { agendaLines } from '#app/domain/pilot/visits/agenda.ts';
import { visitAtDesk } from '#app/domain/pilot/visits/at-desk.ts';
import { expertsFor } from '#app/domain/pilot/visits/sample-at-desk.ts';
import { useWords } from '#app/i18n/pair.ts';
import { timeMachineWords } from '#app/i18n/time-machine.ts';
import { visitsWords } from '#app/i18n/visits.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { ConflictsPane } from './conflicts-pane.tsx';
import { act, Deed } from './deeds.ts';
import { LatePane, PhonesPane } from './phones-pane.tsx';
import { RecordPane, SignaturesPane } from './record-pane.tsx';
import { visitTones } from './tones.ts';
import { AboutPane } from './about-pane.tsx';
import type { Route } from './+types/visit.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const read = await visitAtDesk(ctx, params.id);
    const rules = rulesOf(await getEdition(ctx, read.visit.editionId)).map((rule) => ({ id: rule.id, text: inLanguage(rule, ctx.locale), kind: rule.kind }));
    return { ...read, rules, free: read.canPlan ? (await expertsFor(ctx, [read.visit.regionCode])).free : [], lines: await historyOf(ctx, params.id, 'own-page'), mayLookBack: may(ctx.actor, 'past.open', read.visit) };
  });
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    await act(ctx, params.id, input);
    return redirect(`/desk/visits/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export type Loaded = Route.ComponentProps['loaderData'];

export default function VisitPage({ loaderData, actionData: problem }: Route.ComponentProps) {
  const words = useWords(visitsWords);
  const { asItWas } = useWords(timeMachineWords);
  const { visit, lacks, lines, community, place, mayLookBack } = loaderData;
  const isHalf = lacks.includes('half-synced') && visit.begunAt !== null;
  return (
    <>
      <PageHead
        crumbs={[{ label: words.title, to: '/desk/visits' }]}
        title={community}
        beside={<><StatusTag tone={visitTones[visit.state]}>{words.states[visit.state]}</StatusTag>{isHalf && <StatusTag tone="bad">{words.visit.halfSynced}</StatusTag>}</>}
        lead={place}
        actions={<>{visit.state === 'concluded' && visit.endedAt && mayLookBack && <a href={`/past/${visit.regionCode}?day=${beijingDay(visit.endedAt)}`}>{asItWas}</a>}<Deeds {...loaderData} problem={problem} /></>}
      />
      <ProblemAlert problem={problem} names={words.plan.fields} />
      <ConflictsPane {...loaderData} />
      <div className="split">
        <div>
          <RecordPane {...loaderData} />
          <LatePane {...loaderData} />
        </div>
        <div>
          <AboutPane {...loaderData} />
          <SignaturesPane {...loaderData} />
          <PhonesPane {...loaderData} />
          <Pane title={words.visit.history}><History lines={lines} /></Pane>
        </div>
      </div>
    </>
  );
}

function Deeds({ visit, canPlan, canConclude, lacks, free, experts, problem }: Loaded & { problem: Problem | undefined }) {
  const { visit: words, plan, slots } = useWords(visitsWords);
  const options = free.filter(({ id }) => experts.every((one) => one.id !== id || one.setAsideAt !== null)).map(({ id, name, organisationName }) => ({ value: id, label: organisationName ? `${name} · ${organisationName}` : name }));
  return (
    <>
      {canPlan && visit.state === 'planned' && (
        <ConfirmButton label={words.reschedule} question={words.reschedule} fields={{ deed: 'reschedule' }} danger={false}>
          <TextField name="fromOn" type="date" label={plan.fields.fromOn!} problem={problem} known={visit.fromOn} />
          <TextField name="toOn" type="date" label={plan.fields.toOn!} problem={problem} known={visit.toOn} />
          <LongField name="purpose" label={plan.fields.purpose!} optional problem={problem} rows={2} maxLength={1000} known={visit.purpose} />
          <LongField name="agenda" label={plan.fields.agenda!} hint={plan.hints.agenda} optional problem={problem} rows={6} maxLength={6000} known={agendaLines(visit.agenda)} />
        </ConfirmButton>
      )}
      {canPlan && (
        <ConfirmButton label={words.assign} question={words.assign} fields={{ deed: 'assign' }} danger={false}>
          <SelectField name="slot" label={words.experts} problem={problem} known="expert" options={(['expert', 'second-expert'] as const).map((value) => ({ value, label: slots[value] }))} />
          <SelectField name="expertId" label={plan.fields.expertId!} optional problem={problem} options={options} />
        </ConfirmButton>
      )}
      {canPlan && (
        <ConfirmButton label={words.callOff} question={words.callOffAsk} fields={{ deed: 'call-off' }}>
          <LongField name="reason" id="call-off-reason" label={words.callOffReason} minLength={4} maxLength={500} rows={2} />
        </ConfirmButton>
      )}
      {canConclude && lacks.length === 0 && (
        <ConfirmButton label={words.conclude} question={words.concludeAsk} fields={{ deed: 'conclude' }} danger={false} type="primary">
          <LongField name="note" label={plan.fields.note!} optional rows={2} maxLength={1000} />
        </ConfirmButton>
      )}
    </>
  );
}
