import { Button } from 'antd';
import { Form } from 'react-router';
import { type PlanSettings, usualSettings } from '#app/domain/pilot/assigning/model.ts';
import { assigningWords } from '#app/i18n/assigning.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { SelectField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';

type Last = { id: string; round: number; settings: PlanSettings } | null;

const usualMost = 10;

/** 求解设置: what a plan is worked out with; the last plan's settings are there already. */
export function PlanForm({ usual, last, problem, deed, isFolded }: { usual: number; last: Last; problem: Problem | undefined; deed: 'order' | 'again'; isFolded: boolean }) {
  const words = useWords(assigningWords);
  const known = last?.settings ?? { ...usualSettings, reviewsPerApplication: usual, mostLoad: usualMost, dueOn: '' };
  const field = (name: Exclude<keyof typeof words.fields, 'round' | 'isLinked'>) => ({
    name, label: words.fields[name], problem, ...(name in words.hints ? { hint: words.hints[name as keyof typeof words.hints] } : {}),
  });
  const whole = (least: number, most: number) => ({ type: 'number', inputMode: 'numeric' as const, min: least, max: most, step: 1 });
  const form = (
    <Form method="post" className="assigning-form">
      <input type="hidden" name="deed" value={deed} />
      {deed === 'again' && last && <><input type="hidden" name="planId" value={last.id} /><input type="hidden" name="round" value={last.round} /></>}
      {deed === 'order' && <SelectField name="round" label={words.fields.round} hint={words.hints.round} known="1" options={[1, 2].map((n) => ({ value: String(n), label: words.round(n) }))} problem={problem} />}
      <TextField {...field('reviewsPerApplication')} known={String(known.reviewsPerApplication)} {...whole(1, 9)} />
      <TextField {...field('leastLoad')} known={String(known.leastLoad)} {...whole(0, 100)} />
      <TextField {...field('mostLoad')} known={String(known.mostLoad)} {...whole(1, 100)} />
      <TextField {...field('spread')} known={String(known.spread)} {...whole(0, 50)} />
      <TextField {...field('near')} known={String(known.near)} {...whole(0, 50)} />
      <TextField {...field('chance')} known={String(known.chance)} {...whole(0, 20)} />
      <SelectField name="isLinked" label={words.fields.isLinked} hint={words.hints.isLinked} known={known.isLinked ? 'yes' : 'no'} options={[{ value: 'yes', label: words.yes }, { value: 'no', label: words.no }]} problem={problem} />
      <TextField {...field('seed')} optional {...whole(1, 2_147_483_647)} />
      <TextField {...field('dueOn')} optional type="date" known={known.dueOn} />
      <p className="note">{words.places}</p>
      <div className="dform-act"><Button type={deed === 'order' && !isFolded ? 'primary' : 'default'} htmlType="submit">{deed === 'order' ? words.order : words.orderAgain}</Button></div>
    </Form>
  );
  if (!isFolded) return <Pane title={words.settings}>{form}</Pane>;
  return (
    <Pane>
      <details open={problem?.fields !== undefined}>
        <summary>{deed === 'again' ? words.again : words.order}</summary>
        {deed === 'again' && <p className="note">{words.againLead}</p>}
        {form}
      </details>
    </Pane>
  );
}
