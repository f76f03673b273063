import { Link, redirect } from 'react-router';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { historyOf } from '#app/domain/base/records/read.ts';
import { closeIncident } from '#app/domain/children/incidents/close.ts';
import { noteAuthority, noteMeasure } from '#app/domain/children/incidents/contain.ts';
import { IncidentDeed } from '#app/domain/children/incidents/input.ts';
import { getIncident } from '#app/domain/children/incidents/read.ts';
import { tellFamilies, tellNobody } from '#app/domain/children/incidents/tell-families.ts';
import { workOut } from '#app/domain/children/incidents/work-out.ts';
import { incidentWords } from '#app/i18n/incidents.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingTime, shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { History } from '#app/ui/desk/history.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { AuthorityStep, ClosingStep, MeasuresStep, NoticeStep, ScopesStep } from './steps.tsx';
import { SentLog } from './sent-log.tsx';
import { incidentTones } from './incidents.tsx';
import type { Route } from './+types/incident.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { reportedBy, ...incident } = await getIncident(ctx, params.id);
    const place = await placeNames(ctx, [incident.regionCode, ...incident.lines.map(({ regionCode }) => regionCode), ...incident.scopes.flatMap(({ kind, said }) => (kind === 'region' ? said : []))]);
    return {
      incident: { ...incident, lines: incident.lines.map((line) => ({ ...line, place: place(line.regionCode) })), scopes: incident.scopes.map((scope) => ({ ...scope, said: scope.kind === 'region' ? place(scope.said) || scope.said : scope.said })) },
      place: place(incident.regionCode), isOwn: reportedBy === ctx.actor.id, now: beijingTime(ctx.now).slice(0, 16).replace(' ', 'T'), lines: await historyOf(ctx, params.id, 'own-page'),
    };
  });
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const { id } = params;
  return answer(ctx, request, IncidentDeed, async (input) => {
    switch (input.deed) {
      case 'measure': await noteMeasure(ctx, id, input); break;
      case 'scope': await workOut(ctx, id, input); break;
      case 'authority': await noteAuthority(ctx, id, input); break;
      case 'tell': { const { deed: _, ...notice } = input; await tellFamilies(ctx, id, notice); break; }
      case 'nobody': await tellNobody(ctx, id, input.reason); break;
      case 'close': await closeIncident(ctx, id, input.lessons); break;
    }
    return redirect(`/desk/privacy/incidents/${id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 一起事件: what is known, and the five steps one after the other, each done on this page. */
export default function IncidentPage({ loaderData: { incident, place, isOwn, now, lines }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(incidentWords);
  const locale = useLocale();
  const time = (at: Date) => shortTime(at, locale);
  const clock = (name: 'authority' | 'tell', due: Date, doneAt: Date | null) => ({
    name: words.clocks[name], value: doneAt ? words.doneAt(time(doneAt)) : <StatusTag tone={incident.late.includes(name) ? 'bad' : 'now'}>{incident.late.includes(name) ? words.late[name] : words.due(time(due))}</StatusTag>,
  });
  const isOpen = incident.mayHandle && incident.state !== 'closed';
  const steps = { incident, isOpen, isOwn, now, problem };
  return (
    <>
      <PageHead
        title={`${words.kinds[incident.kind]} · ${place || words.nation}`} crumbs={[{ label: words.title, to: '/desk/privacy/incidents' }]} beside={<StatusTag tone={incidentTones[incident.state]}>{words.states[incident.state]}</StatusTag>}
        lead={words.reportedBy(incident.reportedByName, time(incident.reportedAt))}
      />
      <ProblemAlert problem={problem} names={{ ...words.notice.parts, child: words.notice.child, what: words.measures.what, takenAt: words.measures.takenAt, authority: words.authority.authority, reportedAt: words.authority.reportedAt, kind: words.scopes.kind, from: words.scopes.from, to: words.scopes.to, numbers: words.scopes.numbers, code: words.scopes.code, reason: words.scopes.reason, lessons: words.closing.lessons }} />
      <div className="split">
        <div>
          <Pane title={words.facts}>
            <Facts
              items={[
                { name: words.form.what, value: incident.what },
                { name: words.form.isPossible, value: incident.isPossible ? words.form.yes : words.form.no },
                { name: words.form.cause, value: incident.cause },
                { name: words.form.touched, value: incident.touched },
                { name: words.form.dataKinds, value: incident.dataKinds.map((kind) => words.dataKinds[kind]).join(locale === 'en' ? ', ' : '、') },
                { name: words.form.foundAt, value: `${time(incident.foundAt)} · ${incident.foundByName}` },
                { name: words.columns.affected, value: `${incident.affected} / ${incident.told}` },
                clock('authority', incident.authorityDueAt, incident.authorityReportedAt),
                clock('tell', incident.tellDueAt, incident.toldAt),
              ]}
            />
          </Pane>
          <MeasuresStep {...steps} />
          <ScopesStep {...steps} />
          <AuthorityStep {...steps} />
          <NoticeStep {...steps} />
          {incident.notice && incident.told < incident.affected && incident.state !== 'closed' ? <Pane><p>{words.notice.left(incident.affected - incident.told)}</p><p><Link to={`/desk/privacy/incidents/${incident.id}/letters`}>{words.notice.letters}</Link></p></Pane> : null}
          <ClosingStep {...steps} />
        </div>
        <div>
          <SentLog lines={incident.lines} />
          <Pane title={words.history}><History lines={lines} /></Pane>
        </div>
      </div>
    </>
  );
}
