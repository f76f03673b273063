import { Button } from 'antd';
import { Form } from 'react-router';
import { type Field, isContested, partsOf, wordsOn } from '#app/domain/pilot/visits/package.ts';
import { inWords, pathInWords } from '#app/domain/pilot/visits/said.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { visitsWords } from '#app/i18n/visits.ts';
import { shortTime } from '#app/platform/dates.ts';
import { Pane } from '#app/ui/desk/page-head.tsx';
import type { Loaded } from './visit.tsx';

/** 不一致: both values side by side, and which of them stays. */
export function ConflictsPane({ fields, takings, rules, canSettle, visit }: Loaded) {
  const { visit: words } = useWords(visitsWords);
  const contested = fields.filter(isContested);
  if (contested.length === 0 || visit.state === 'concluded' || visit.state === 'called-off') return null;
  return (
    <Pane title={words.conflicts} note={canSettle ? words.conflictsNote : words.onlyExpert}>
      {contested.map((field) => <Rivals key={field.path} field={field} takings={takings} rules={rules} canSettle={canSettle} />)}
    </Pane>
  );
}

function Rivals({ field, takings, rules, canSettle }: Pick<Loaded, 'takings' | 'rules' | 'canSettle'> & { field: Field }) {
  const all = useWords(visitsWords);
  const locale = useLocale();
  const { visit: words } = all;
  const parts = partsOf(field.path);
  const rule = rules.find(({ id }) => id === parts?.id);
  const deviceName = (id: string) => takings.find(({ deviceId }) => deviceId === id)?.name ?? words.atDesk;
  return (
    <section className="rivals" aria-label={pathInWords(field.path, all)}>
      <h3>{pathInWords(field.path, all)}</h3>
      {rule && <p className="note">{rule.text}</p>}
      <div className="rival-row">
        {wordsOn(field).map((one) => (
          <div key={`${one.deviceId} ${one.seq}`} className="rival">
            <p className="words">{inWords(field.path, one.value, all)}</p>
            <p className="note">{words.by(one.byName, shortTime(one.deviceAt, locale), deviceName(one.deviceId))}</p>
            {canSettle && <Choose field={field} keep={`${one.deviceId} ${one.seq}`} label={words.keep} />}
          </div>
        ))}
      </div>
      {canSettle && (parts?.kind === 'note' || parts?.kind === 'overall') && <Choose field={field} keep="both" label={words.keepBoth} />}
    </section>
  );
}

function Choose({ field, keep, label }: { field: Field; keep: string; label: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="deed" value="settle" />
      <input type="hidden" name="path" value={field.path} />
      <input type="hidden" name="revision" value={field.revision} />
      <input type="hidden" name="keep" value={keep} />
      <Button htmlType="submit" size="small">{label}</Button>
    </Form>
  );
}
