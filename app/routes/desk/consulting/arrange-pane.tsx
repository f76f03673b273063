import { Button } from 'antd';
import { Form } from 'react-router';
import { sessionModes } from '#app/domain/pilot/consulting/model.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import { useWords } from '#app/i18n/pair.ts';
import { beijingTime } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { Field, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import type { SessionPage } from './session.tsx';

/** 安排专家和时间; whoever judges this community just now is not in the list. */
export function ArrangePane({ session, experts, advisers, mayArrange, problem }: SessionPage & { problem: Problem | undefined }) {
  const all = useWords(consultingWords);
  const { session: words } = all.desk;
  if (!mayArrange) return null;
  const starts = session.startsAt ? beijingTime(session.startsAt) : '';
  const given = problem?.given?.experts;
  const chosen = Array.isArray(given) ? (given as string[]) : experts.map(({ expertId }) => expertId);
  return (
    <Pane title={session.state === 'asked' ? words.arrange : words.again}>
      <Form method="post" className="advice-form">
        <input type="hidden" name="go" value="arrange" />
        <Field name="experts" label={words.experts} hint={words.expertsHint} problem={problem}>
          <select className="dctl" id="field-experts" name="experts[]" multiple required size={Math.min(8, Math.max(3, advisers.length))} defaultValue={chosen}>
            {advisers.map((expert) => <option key={expert.id} value={expert.id}>{expert.name} · {expert.organisationName}</option>)}
          </select>
        </Field>
        <TextField name="on" type="date" label={words.on} problem={problem} known={starts.slice(0, 10)} />
        <TextField name="at" label={words.at} hint={words.atHint} problem={problem} known={starts.slice(11, 16)} maxLength={5} />
        <TextField name="place" label={words.place} problem={problem} known={session.place} maxLength={200} optional />
        <SelectField name="mode" label={words.mode} problem={problem} known={session.mode} options={sessionModes.map((mode) => ({ value: mode, label: all.modes[mode] }))} />
        <Button type="primary" htmlType="submit">{words.go}</Button>
      </Form>
    </Pane>
  );
}
