import { Button } from 'antd';
import { Form } from 'react-router';
import { consultingWords } from '#app/i18n/consulting.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { Field, LongField } from '#app/ui/desk/field.tsx';
import { Facts, Pane } from '#app/ui/desk/page-head.tsx';
import type { SessionPage } from './session.tsx';

/** 咨询记录: written once it is over; whoever was there keeps away from judging the community from then on. */
export function MinutesPane({ session, experts, mayAdvise, isOver, problem }: SessionPage & { problem: Problem | undefined }) {
  const { session: words } = useWords(consultingWords).desk;
  const locale = useLocale();
  if (session.state === 'held') {
    const people = session.attendance.map(({ name, role }) => [name, role].filter(Boolean).join(' ')).join(locale === 'en' ? ', ' : '、');
    return (
      <Pane title={words.minutes}>
        <p style={{ whiteSpace: 'pre-line' }}>{session.minutes}</p>
        {people ? <Facts items={[{ name: words.attendance, value: people }]} /> : null}
      </Pane>
    );
  }
  if (session.state !== 'arranged' || !mayAdvise || !isOver) return null;
  return (
    <Pane title={words.hold} note={words.tie}>
      <Form method="post" className="advice-form">
        <input type="hidden" name="go" value="hold" />
        <LongField name="minutes" label={words.minutes} hint={words.minutesHint} problem={problem} minLength={10} maxLength={5000} rows={8} />
        <Field name="came" label={words.came} problem={problem}>
          <span id="field-came">{experts.map(({ expertId, expertName }) => <label key={expertId} className="tick"><input type="checkbox" name="experts[]" value={expertId} defaultChecked /> {expertName} </label>)}</span>
        </Field>
        <LongField name="attendance" label={words.attendance} hint={words.attendanceHint} problem={problem} maxLength={2000} rows={3} optional />
        <Button type="primary" htmlType="submit">{words.keep}</Button>
      </Form>
    </Pane>
  );
}
