import { type DataKind, dataKinds } from '#app/domain/children/impact-assessments/model.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { impactWords } from '#app/i18n/impact.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { sharingWords } from '#app/i18n/sharing.ts';
import { addDays, shortTime } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import { TextField } from '#app/ui/light/text-field.tsx';

type Referred = { id: string; receiver: string; fields: DataKind[]; articleNote: string; recordedAt: Date; recordedByName: string };

/** 转交有关单位: whom it went to already, and the form that records the next. */
export function Refer({ referred, today, problem }: { referred: readonly Referred[]; today: string; problem: Problem | undefined }) {
  const all = useWords(sharingWords);
  const words = all.refer;
  const { dataKinds: kinds } = useWords(impactWords);
  const form = useWords(applyWords).form;
  const locale = useLocale();
  const wrong = (name: string) => problem?.fields?.[name]?.join(' ');
  const given = (name: string, known = '') => { const typed = problem?.given?.[name]; return typeof typed === 'string' ? typed : known; };
  return (
    <div className="stacked" id="referred">
      {referred.length > 0 ? (
        <>
          <h2>{words.done}</h2>
          <ul className="plainlist">{referred.map((one) => <li key={one.id}>{one.receiver} <small className="muted">{one.fields.map((field) => kinds[field]).join(all.and)}{one.articleNote ? ` · ${one.articleNote}` : ''} · {one.recordedByName} {shortTime(one.recordedAt, locale)}</small></li>)}</ul>
        </>
      ) : null}
      <details className="box" open={Boolean(problem?.fields?.receiver ?? problem?.fields?.fields)}>
        <summary>{words.title}</summary>
        <form method="post" noValidate>
          <p className="small">{words.lead}</p>
          <TextField id="receiver" label={words.receiver} hint={words.receiverHint} words={form} required error={wrong('receiver')} defaultValue={given('receiver')} input={{ maxLength: 80 }} />
          <ChoiceField id="fields" name="fields[]" label={words.fields} words={form} multiple required error={wrong('fields')} choices={dataKinds.map((value) => ({ value, label: kinds[value] }))} defaultValue={['report']} />
          <TextField id="number" label={words.number} words={form} defaultValue={given('number')} input={{ maxLength: 120 }} />
          <TextField id="expiresOn" label={words.expiresOn} words={form} required error={wrong('expiresOn')} defaultValue={given('expiresOn', addDays(today, 365))} input={{ type: 'date' }} />
          <Button kind="quiet" name="deed" value="refer">{words.go}</Button>
        </form>
      </details>
    </div>
  );
}
