import { consultingWords } from '#app/i18n/consulting.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { addDays, shortDay } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Callout, Section } from '#app/ui/light/section.tsx';
import { DateField, LongTextField } from '#app/ui/light/text-field.tsx';
import { sentBack } from './act.ts';
import type { PlanPage } from './plan.tsx';
import { Ticks } from './rule-choice.tsx';

/** 编制计划: the aim, the days, and which gaps become tasks; must-rules are ticked. */
export function StartPlan({ place, basis, gaps, closed, today, problem }: PlanPage & { problem: Problem | undefined }) {
  const all = useWords(consultingWords);
  const { start: words } = all;
  const locale = useLocale();
  const was = sentBack(problem, 'start');
  const given = was.isOurs && Array.isArray(problem?.given?.rules) ? (problem.given.rules as string[]) : undefined;
  const [musts, others] = [gaps.filter(({ kind }) => kind === 'must'), gaps.filter(({ kind }) => kind !== 'must')];
  const chosen = given ?? musts.filter(({ level }) => level === 'not-met').map(({ id }) => id);
  return (
    <Section title={words.title} lead={words.lead} tight>
      <Callout kind="info">
        {basis ? all.basis(basis.stream, basis.year) : all.noBasis}
        {basis ? null : <> <a href={`/work/${place.code}/self-assessment`}>{words.toAssessment}</a></>}
      </Callout>
      <form method="post" className="formpage">
        <input type="hidden" name="go" value="start" />
        <LongTextField id="aim" label={words.aim} hint={words.aimHint} words={all.form} required rows={3} error={was.error('aim')} defaultValue={was.text('aim')} />
        <div className="row">
          <DateField id="startsOn" label={words.from} words={all.form} required error={was.error('startsOn')} defaultValue={was.text('startsOn', today)} />
          <DateField id="endsOn" label={words.to} words={all.form} required error={was.error('endsOn')} defaultValue={was.text('endsOn', addDays(today, 364))} />
        </div>
        {basis && gaps.length === 0 ? <p>{words.none}</p> : null}
        {gaps.length > 0 ? (
          <fieldset className="field rulepick">
            <legend>{words.gaps}</legend>
            <p className="hint">{words.gapsHint}</p>
            <Ticks id="gaps" rules={musts} chosen={chosen} />
            {others.length > 0 ? (
              <details open={musts.length === 0}>
                <summary>{words.more(others.length)}</summary>
                <Ticks id="gaps-others" rules={others} chosen={chosen} />
              </details>
            ) : null}
          </fieldset>
        ) : null}
        <p className="row"><Button>{words.go}</Button><ButtonLink kind="plain" href={`/work/${place.code}/plan/advice`}>{all.plan.toAdvice}</ButtonLink></p>
      </form>
      {closed.length > 0 ? (
        <>
          <h3 className="apart">{all.plan.closed}</h3>
          <ul>{closed.map((one) => <li key={one.id}>{all.plan.closedLine(shortDay(one.startsOn, locale), shortDay(one.endsOn, locale), one.closedReason)}</li>)}</ul>
        </>
      ) : null}
    </Section>
  );
}
