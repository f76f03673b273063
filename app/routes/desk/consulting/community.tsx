import { Link } from 'react-router';
import { regionAndPath } from '#app/domain/base/regions/read.ts';
import { inLanguage } from '#app/domain/base/standard/model.ts';
import { isOverdue, progressOf } from '#app/domain/pilot/consulting/model.ts';
import { findPlan, partsOf } from '#app/domain/pilot/consulting/read.ts';
import { findingsOf, sessionsOf } from '#app/domain/pilot/consulting/sessions.ts';
import { suggestNext } from '#app/domain/pilot/consulting/suggest.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay, shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { EmptyBox, KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { findingTones, planTones, sessionTones, taskTones } from './tones.ts';
import type { Route } from './+types/community.ts';

const suggested = 5;

export function loader({ params, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = context.get(ctxKey);
    const plan = (await findPlan(ctx, params.code)) ?? null;
    const { gaps, suggestions } = await suggestNext(ctx, params.code);
    return {
      ...(await regionAndPath(ctx, params.code)), plan, tasks: plan ? (await partsOf(ctx, plan)).tasks : [],
      sessions: await sessionsOf(ctx, params.code), findings: await findingsOf(ctx, params.code), today: beijingDay(ctx.now),
      gaps: gaps.sheet && { stream: gaps.sheet.stream, year: gaps.sheet.year, all: gaps.gaps.length, must: gaps.gaps.filter(({ kind }) => kind === 'must').length },
      next: suggestions.slice(0, suggested).map(({ rule: { id, zh, en }, chance }) => ({ id, zh, en, chance: chance?.chance ?? null })),
    };
  });
}

type Loaded = Route.ComponentProps['loaderData'];

/** 一个社区的计划和咨询, for the office and for those who advise it. */
export default function ConsultedCommunity({ loaderData }: Route.ComponentProps) {
  const all = useWords(consultingWords);
  const { community: words } = all.desk;
  const { region, path, plan } = loaderData;
  return (
    <>
      <PageHead crumbs={[{ label: all.desk.title, to: '/desk/consulting' }]} title={region.name} lead={path.join(' ')} beside={plan ? <StatusTag tone={planTones[plan.state]}>{all.states[plan.state]}</StatusTag> : undefined} />
      <div className="split">
        <div>
          <Tasks {...loaderData} />
          <Findings {...loaderData} />
        </div>
        <div>
          <About {...loaderData} />
          <Sessions {...loaderData} />
          <Pane title={words.next} note={words.suggested}>
            <Next {...loaderData} />
          </Pane>
        </div>
      </div>
    </>
  );
}

function About({ plan, tasks, gaps, region, today }: Loaded) {
  const all = useWords(consultingWords);
  const { community: words } = all.desk;
  const locale = useLocale();
  const { done, total, overdue } = progressOf(tasks, today);
  return (
    <Pane title={words.plan}>
      {plan ? (
        <>
          <Facts items={[
            { name: all.start.aim, value: plan.aim },
            { name: all.plan.columns.days, value: `${shortDay(plan.startsOn, locale)} – ${shortDay(plan.endsOn, locale)}` },
            { name: all.plan.numbers.version, value: plan.version === 0 ? all.plan.numbers.none : all.plan.numbers.nth(plan.version) },
            { name: all.plan.numbers.progress, value: all.plan.numbers.of(done, total) }, { name: all.plan.numbers.late, value: overdue },
          ]} />
          <p className="ways">{(['pdf', 'docx', 'xlsx'] as const).map((format) => <a key={format} href={`/work/${region.code}/plan/files/plan.${format}`} download>{{ pdf: 'PDF', docx: 'Word', xlsx: 'Excel' }[format]}</a>)}</p>
        </>
      ) : <p className="note">{words.noPlan}</p>}
      <Facts items={[{ name: words.gaps, value: gaps ? <>{words.gapsOf(gaps.must, gaps.all)}<br /><small>{all.basis(gaps.stream, gaps.year)}</small></> : all.noBasis }]} />
    </Pane>
  );
}

function Tasks({ tasks, today }: Loaded) {
  const all = useWords(consultingWords);
  const locale = useLocale();
  const { columns } = all.plan;
  return (
    <Pane title={all.desk.community.tasks} flush>
      <KeysetTable
        page={{ rows: tasks }}
        empty={{ text: all.plan.empty }}
        columns={[
          { name: 'task', title: columns.task, place: 'main', show: (task) => <>{task.title}<br /><small className="mut">{task.ruleIds.join(' ')}</small></> },
          { name: 'state', title: columns.state, place: 'state', show: (task) => <StatusTag tone={isOverdue(task, today) ? 'bad' : taskTones[task.state]}>{all.taskStates[task.state]}{isOverdue(task, today) ? all.beside(all.late) : ''}</StatusTag> },
          { name: 'owner', title: columns.owner, show: (task) => task.owner || '—' },
          { name: 'days', title: columns.days, show: (task) => shortDay(task.dueOn, locale) },
          { name: 'cost', title: columns.cost, show: (task) => (task.cost === null ? all.unknownCost : all.yuan(task.spent ?? task.cost)) },
        ]}
      />
    </Pane>
  );
}

function Findings({ findings, region, today }: Loaded) {
  const all = useWords(consultingWords);
  const locale = useLocale();
  return (
    <Pane title={all.desk.community.findings} flush>
      <KeysetTable
        page={{ rows: findings }}
        empty={{ text: all.advice.noFindings }}
        columns={[
          { name: 'action', title: all.advice.action, place: 'main', show: (one) => <Link to={`/desk/consulting/${region.code}/${one.sessionId}`}>{one.action}</Link> },
          { name: 'state', title: all.desk.plans.state, place: 'state', show: (one) => <StatusTag tone={isOverdue(one, today) ? 'bad' : findingTones[one.state]}>{all.findingStates[one.state]}{isOverdue(one, today) ? all.beside(all.late) : ''}</StatusTag> },
          { name: 'due', title: all.desk.session.dueOn, show: (one) => shortDay(one.dueOn, locale) },
        ]}
      />
    </Pane>
  );
}

function Sessions({ sessions, region }: Loaded) {
  const all = useWords(consultingWords);
  const locale = useLocale();
  return (
    <Pane title={all.desk.community.sessions} flush>
      {sessions.length === 0 ? <EmptyBox text={all.desk.sessions.empty} /> : (
        <ul className="plainlist">
          {sessions.map((session) => (
            <li key={session.id}>
              <Link to={`/desk/consulting/${region.code}/${session.id}`}>{session.topic}</Link> <StatusTag tone={sessionTones[session.state]}>{all.sessionStates[session.state]}</StatusTag>
              <br /><small className="mut">{session.startsAt ? shortTime(session.startsAt, locale) : all.advice.noTime}</small>
            </li>
          ))}
        </ul>
      )}
    </Pane>
  );
}

function Next({ next }: Loaded) {
  const all = useWords(consultingWords);
  const locale = useLocale();
  if (next.length === 0) return <p className="note">{all.next.noResult}</p>;
  return (
    <ol className="plainlist">
      {next.map((rule) => <li key={rule.id}><b>{rule.id}</b> {inLanguage(rule, locale)} <small className="mut">{rule.chance === null ? all.next.noChance : `${all.next.chance} ${Math.round(rule.chance * 100)}%`}</small></li>)}
    </ol>
  );
}
