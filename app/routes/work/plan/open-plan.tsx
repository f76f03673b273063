import { useRouteLoaderData } from 'react-router';
import { progressOf } from '#app/domain/pilot/consulting/model.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Numbers } from '#app/ui/light/numbers.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { DateField, LongTextField } from '#app/ui/light/text-field.tsx';
import { sentBack } from './act.ts';
import { GoalList } from './goal-list.tsx';
import type { PlanPage } from './plan.tsx';
import { PlanTimeline } from './timeline.tsx';

type Props = PlanPage & { plan: NonNullable<PlanPage['plan']>; parts: NonNullable<PlanPage['parts']>; advice: NonNullable<PlanPage['advice']>; problem: Problem | undefined };

/** 建设计划: how far it is, when what is done, its goals and tasks, and what else can be done with it. */
export function OpenPlan(props: Props) {
  const all = useWords(consultingWords);
  const { plan: words } = all;
  const { plan, parts, place, today, basis } = props;
  return (
    <>
      <Figures {...props} />
      <Section title={words.timeline} tight>
        <p className="plaintext">{plan.aim}</p>
        {basis ? <p className="note">{all.basis(basis.stream, basis.year)}</p> : null}
        {parts.tasks.length > 0 ? <PlanTimeline tasks={parts.tasks} startsOn={plan.startsOn} endsOn={plan.endsOn} today={today} /> : null}
        <div className="row no-print planbuttons">
          <ButtonLink href={`/work/${place.code}/plan/tasks/new`}>{words.add}</ButtonLink>
          <ButtonLink kind="quiet" href={`/work/${place.code}/plan/next`}>{words.next}</ButtonLink>
          <ButtonLink kind="quiet" href={`/work/${place.code}/plan/advice`}>{words.advice}</ButtonLink>
        </div>
      </Section>
      <GoalList {...props} />
      <Ways {...props} />
    </>
  );
}

function Figures({ plan, parts, today, mayAdopt, problem }: Props) {
  const all = useWords(consultingWords);
  const { plan: words } = all;
  const root = useRouteLoaderData('root') as { isDemo: boolean } | undefined;
  const demo = Boolean(root?.isDemo);
  const { done, total, overdue, percent } = progressOf(parts.tasks, today);
  const priced = parts.tasks.filter(({ state, cost }) => state !== 'dropped' && cost !== null);
  const cost = priced.reduce((sum, task) => sum + task.cost!, 0);
  const was = sentBack(problem, 'sign');
  return (
    <Section title={words.numbers.progress} hideTitle tight>
      <Numbers demoWord={words.numbers.demo} items={[
        { label: words.numbers.progress, parts: [{ value: `${percent}%` }, { value: '', unit: words.numbers.of(done, total) }], demo },
        { label: words.numbers.late, parts: [{ value: String(overdue), unit: words.numbers.items }], demo },
        { label: words.numbers.cost, parts: [priced.length > 0 ? { value: cost.toLocaleString('en'), unit: words.numbers.yuan } : { value: '—' }], demo },
        { label: words.numbers.version, parts: [{ value: plan.version === 0 ? words.numbers.none : words.numbers.nth(plan.version) }], small: true },
      ]} />
      {plan.isChanged ? (
        <div className="card signing">
          <p>{plan.version === 0 ? words.unsigned : words.changed(plan.version)}</p>
          {mayAdopt ? (
            <form method="post" className="no-print">
              <input type="hidden" name="go" value="sign" />
              <LongTextField id="sign-reason" name="reason" label={words.signReason} hint={words.signHint} words={all.form} required rows={2} error={was.error('reason')} defaultValue={was.text('reason')} />
              <p className="row"><Button>{words.sign}</Button></p>
            </form>
          ) : <p className="small muted">{words.onlyGovernment}</p>}
        </div>
      ) : null}
    </Section>
  );
}

/** 其他的事: advice, suggestions, files, versions, and changing or closing the plan. */
function Ways({ place, plan, advice, mayAdopt, problem }: Props) {
  const all = useWords(consultingWords);
  const { plan: words, start } = all;
  const at = `/work/${place.code}/plan`;
  const [edit, close] = [sentBack(problem, 'edit'), sentBack(problem, 'close')];
  const waiting = advice.sessions.filter((state) => state === 'asked' || state === 'arranged').length;
  const open = advice.findings.filter((state) => state === 'open').length;
  const links = [
    { href: `${at}/next`, title: words.toNext, text: words.nextLead }, { href: `${at}/advice`, title: words.toAdvice, text: words.adviceLead(waiting, open) },
    { href: `${at}/versions`, title: words.versions, text: plan.version === 0 ? words.unsigned : words.numbers.nth(plan.version) }, { href: `${at}/import`, title: words.importTasks, text: all.sheet.rule },
  ];
  return (
    <div className="no-print">
      <Section title={words.files} mist>
        <p className="row">
          {(['pdf', 'docx', 'xlsx'] as const).map((format) => <ButtonLink key={format} kind="quiet" small download href={`${at}/files/plan.${format}`}>{{ pdf: 'PDF', docx: 'Word', xlsx: 'Excel' }[format]}</ButtonLink>)}
        </p>
        <ul className="planways">{links.map((link) => <li key={link.href}><h3><a href={link.href}>{link.title}</a></h3><p>{link.text}</p></li>)}</ul>
      </Section>
      <div className="wrap body">
        <details className="card" open={edit.isOurs}>
          <summary>{words.edit}</summary>
          <form method="post">
            <input type="hidden" name="go" value="edit" />
            <LongTextField id="edit-aim" name="aim" label={start.aim} hint={start.aimHint} words={all.form} required rows={3} error={edit.error('aim')} defaultValue={edit.text('aim', plan.aim)} />
            <div className="row">
              <DateField id="edit-from" name="startsOn" label={start.from} words={all.form} required error={edit.error('startsOn')} defaultValue={edit.text('startsOn', plan.startsOn)} />
              <DateField id="edit-to" name="endsOn" label={start.to} words={all.form} required error={edit.error('endsOn')} defaultValue={edit.text('endsOn', plan.endsOn)} />
            </div>
            <p className="row"><Button>{all.save}</Button></p>
          </form>
        </details>
        {mayAdopt ? (
          <details className="card" open={close.isOurs}>
            <summary>{words.close}</summary>
            <form method="post">
              <input type="hidden" name="go" value="close" />
              <p>{words.closeLead}</p>
              <LongTextField id="close-reason" name="reason" label={words.closeReason} words={all.form} required rows={2} error={close.error('reason')} defaultValue={close.text('reason')} />
              <p className="row"><Button kind="stop">{words.close}</Button></p>
            </form>
          </details>
        ) : null}
      </div>
    </div>
  );
}
