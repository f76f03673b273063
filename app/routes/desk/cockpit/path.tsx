import { Button } from 'antd';
import { Form } from 'react-router';
import { cityWords } from '#app/i18n/city.ts';
import { cockpitWords } from '#app/i18n/cockpit.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { periodWords, trajectoryWords } from '#app/i18n/trajectory.ts';
import { shortDay } from '#app/platform/dates.ts';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { Trajectory, TrajectoryTable } from '#app/ui/light/trajectory.tsx';
import { figure } from '../../public/plans/words.ts';
import type { CockpitPage } from './load.ts';

/** 轨迹 of one indicator; another is chosen by a plain form, the weakest stands first. */
export function Path({ page: { chosen, keys, plan, year } }: { page: CockpitPage }) {
  const words = useWords(cockpitWords);
  if (!chosen) return <Pane title={words.track.title}><p className="note">{words.track.none}</p></Pane>;
  return (
    <Pane title={`${chosen.code} ${chosen.name}`} note={words.track.lead}>
      <Form method="get" className="fil cockpath">
        <input type="hidden" name="plan" value={plan.id} />
        <input type="hidden" name="year" value={year} />
        <label>{words.choose.indicator}<select key={chosen.code} className="dctl" name="indicator" defaultValue={chosen.code}>{keys.map((key) => <option key={key.code} value={key.code}>{key.code} {key.name} · {words.lights[key.light]}</option>)}</select></label>
        <Button htmlType="submit">{words.choose.show}</Button>
      </Form>
      <OnePath name={chosen.name} unit={chosen.unit} trajectory={chosen.trajectory} />
    </Pane>
  );
}

type Chosen = NonNullable<CockpitPage['chosen']>;

/** 图和它的表; the table folds away. */
export function OnePath({ name, unit, trajectory }: Pick<Chosen, 'name' | 'unit' | 'trajectory'>) {
  const words = useWords(trajectoryWords);
  const { units } = useWords(cityWords);
  const locale = useLocale();
  const told = (value: number) => figure(value, locale);
  const period = (of: number) => periodWords(words, of);
  return (
    <>
      <Trajectory name={name} unit={units[unit]} drawn={trajectory} words={words} figure={told} period={period} day={(day) => shortDay(day, locale)} isAlone />
      <details className="cocktable"><summary>{words.table(name)}</summary><div className="trajrows" tabIndex={0} role="region" aria-label={words.table(name)}><TrajectoryTable name={name} rows={trajectory.rows} words={words} figure={told} period={period} /></div></details>
    </>
  );
}
