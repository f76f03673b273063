import { Button } from 'antd';
import { Form } from 'react-router';
import type { ConflictKind } from '#app/domain/pilot/conflicts/model.ts';
import { visitNotices, type VisitReason } from '#app/domain/pilot/visits/model.ts';
import { conflictWords } from '#app/i18n/conflicts.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { visitsWords } from '#app/i18n/visits.ts';
import type { Problem } from '#app/platform/http.ts';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';

export type Stop = { code: string; name: string; reason?: VisitReason; dueOn?: string | null; visitId?: string | null };
export type Experts = { free: { id: string; name: string; organisationName: string | null }[]; tied: { id: string; name: string; kinds: ConflictKind[] }[] };

type Props = { stops: readonly Stop[]; experts: Experts; sampleId?: string; today: string; problem: Problem | undefined };

/** 安排: which of these communities, when, by whom, announced or not. */
export function PlanForm({ stops, experts, sampleId = '', today, problem }: Props) {
  const { plan: words, notices, reasons } = useWords(visitsWords);
  const { kinds } = useWords(conflictWords);
  const en = useLocale() === 'en';
  const open = stops.filter(({ visitId }) => !visitId);
  const options = experts.free.map(({ id, name, organisationName }) => ({ value: id, label: organisationName ? `${name} · ${organisationName}` : name }));
  return (
    <Form method="post">
      <input type="hidden" name="deed" value="plan" />
      <input type="hidden" name="sampleId" value={sampleId} />
      <Pane title={words.communities}>
        <ul className="found-list">
          {stops.map((stop, place) => (
            <li key={stop.code}>
              <span className="num">{place + 1}</span>
              <label>
                <input type="checkbox" name="codes[]" value={stop.code} defaultChecked={!stop.visitId} disabled={Boolean(stop.visitId)} /> {stop.name} <small className="mono">{stop.code}</small>{' '}
                {stop.reason && <small>{reasons[stop.reason]}{stop.dueOn ? ` · ${words.dueOn(stop.dueOn)}` : ''}</small>}
                {stop.visitId && <> <a href={`/desk/visits/${stop.visitId}`}>{words.already}</a></>}
              </label>
            </li>
          ))}
        </ul>
        {problem?.fields?.codes && <p className="wrong">{problem.fields.codes.join(' ')}</p>}
      </Pane>
      {open.length === 0 ? null : options.length === 0 ? <Pane><p>{words.noExperts}</p></Pane> : (
        <Pane title={words.chosen} {...(experts.tied.length > 0 ? { note: words.tied(experts.tied.map(({ name, kinds: all }) => `${name}（${all.map((kind) => kinds[kind]).join(en ? ', ' : '、')}）`).join(en ? '; ' : '；')) } : {})}>
          <div className="dform">
            <SelectField name="notice" label={words.fields.notice!} hint={words.hints.noticeUnannounced} problem={problem} known="announced" options={visitNotices.map((value) => ({ value, label: notices[value] }))} />
            <TextField name="fromOn" type="date" label={words.fields.fromOn!} problem={problem} min={today} known={today} />
            <TextField name="toOn" type="date" label={words.fields.toOn!} problem={problem} min={today} known={today} />
            <TextField name="perDay" type="number" min={1} max={10} label={words.fields.perDay!} hint={words.hints.perDay} problem={problem} known="2" />
            <SelectField name="expert" label={words.fields.expert!} problem={problem} options={options} />
            <SelectField name="secondExpert" label={words.fields.secondExpert!} optional problem={problem} options={options} />
            <LongField name="purpose" label={words.fields.purpose!} optional problem={problem} rows={2} maxLength={1000} />
            <div className="dform-act"><Button type="primary" htmlType="submit">{words.make}</Button></div>
          </div>
        </Pane>
      )}
    </Form>
  );
}
