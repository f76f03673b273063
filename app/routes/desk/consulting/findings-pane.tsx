import { Button } from 'antd';
import { Form } from 'react-router';
import { inLanguage } from '#app/domain/base/standard/model.ts';
import { isOverdue } from '#app/domain/pilot/consulting/model.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortDay } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { Field, LongField, TextField } from '#app/ui/desk/field.tsx';
import { Facts, Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { SessionPage } from './session.tsx';
import { findingTones } from './tones.ts';

/** 问题和措施 of a session: named, reported on by the community, closed or sent back. */
export function FindingsPane({ findings, mayAdvise, rules, today, problem }: SessionPage & { problem: Problem | undefined }) {
  const { session: words } = useWords(consultingWords).desk;
  const locale = useLocale();
  return (
    <Pane title={words.findings}>
      {findings.length === 0 ? <p className="note">{words.none}</p> : findings.map((finding) => <OneFinding key={finding.id} finding={finding} mayAdvise={mayAdvise} today={today} />)}
      {mayAdvise ? (
        <details open={problem?.given?.go === 'find'}>
          <summary>{words.addFinding}</summary>
          <Form method="post" className="advice-form">
            <input type="hidden" name="go" value="find" />
            <LongField name="finding" label={words.finding} problem={problem} minLength={4} maxLength={1000} rows={3} />
            <LongField name="action" label={words.action} problem={problem} minLength={4} maxLength={1000} rows={3} />
            <TextField name="owner" label={words.owner} problem={problem} maxLength={80} optional />
            <TextField name="dueOn" type="date" label={words.dueOn} problem={problem} min={today} />
            <Field name="rules" label={words.rules} hint={words.rulesHint} optional problem={problem}>
              <select className="dctl" id="field-rules" name="rules[]" multiple size={6} defaultValue={Array.isArray(problem?.given?.rules) ? (problem.given.rules as string[]) : []}>
                {rules.map((rule) => <option key={rule.id} value={rule.id}>{rule.id} {inLanguage(rule, locale).slice(0, 60)}</option>)}
              </select>
            </Field>
            <Button type="primary" htmlType="submit">{words.add}</Button>
          </Form>
        </details>
      ) : null}
    </Pane>
  );
}

function OneFinding({ finding, mayAdvise, today }: { finding: SessionPage['findings'][number]; mayAdvise: boolean; today: string }) {
  const all = useWords(consultingWords);
  const { session: words } = all.desk;
  const locale = useLocale();
  const isLate = isOverdue(finding, today);
  return (
    <section className="finding" aria-label={finding.action}>
      <p><StatusTag tone={isLate ? 'bad' : findingTones[finding.state]}>{all.findingStates[finding.state]}{isLate ? all.beside(all.late) : ''}</StatusTag> <b>{finding.action}</b></p>
      <Facts items={[
        { name: words.finding, value: finding.finding }, { name: words.owner, value: finding.owner || '—' }, { name: words.dueOn, value: shortDay(finding.dueOn, locale) }, { name: words.rules, value: finding.ruleIds.join(' ') || all.noRules },
        ...(finding.report ? [{ name: words.report, value: finding.report }] : []), ...(finding.verdict ? [{ name: words.note, value: finding.verdict }] : []),
      ]} />
      {mayAdvise && finding.state === 'answered' ? (
        <p className="ways">
          <ConfirmButton label={words.close} question={words.judge} fields={{ go: 'judge', id: finding.id, verdict: 'close' }} danger={false} type="primary"><LongField name="note" id={`close-${finding.id}`} label={words.note} maxLength={1000} rows={2} optional /></ConfirmButton>{' '}
          <ConfirmButton label={words.sendBack} question={words.judge} fields={{ go: 'judge', id: finding.id, verdict: 'send-back' }}><LongField name="note" id={`back-${finding.id}`} label={words.note} hint={words.noteHint} minLength={4} maxLength={1000} rows={2} /></ConfirmButton>
        </p>
      ) : null}
    </section>
  );
}
