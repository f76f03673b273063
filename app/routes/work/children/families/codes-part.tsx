import { layers } from '#app/platform/ctx.ts';
import { familiesWords } from '#app/i18n/families.ts';
import { useWords } from '#app/i18n/pair.ts';
import { addDays } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { SelectField } from '#app/ui/light/choice-field.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { DateField, NumberField, TextField } from '#app/ui/light/text-field.tsx';

type Code = { id: string; words: string; layer: (typeof layers)[number]; label: string; validFrom: string; validTo: string; uses: number; mostUses: number | null; isOpen: boolean; isRevoked: boolean };

/** 班级码、社区码: to hand out, with the days they hold. */
export function CodesPart({ codes, today, problem }: { codes: readonly Code[]; today: string; problem: Problem | undefined }) {
  const { codes: words, layers: named, field } = useWords(familiesWords);
  const own = problem?.given?.deed === 'code' ? problem : undefined;
  const error = (name: string) => own?.fields?.[name]?.join(' ');
  const given = (name: string, otherwise: string) => String(own?.given?.[name] ?? otherwise);
  return (
    <section id="codes">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <form method="post" className="no-print">
        <input type="hidden" name="deed" value="code" />
        <div className="two">
          <SelectField id="layer" label={words.layer} words={field} required choices={layers.map((value) => ({ value, label: named[value] }))} defaultValue={given('layer', 'primary')} />
          <TextField id="label" label={words.label} hint={words.labelHint} words={field} defaultValue={given('label', '')} input={{ maxLength: 30, autoComplete: 'off' }} />
          <DateField id="validFrom" label={words.from} words={field} required error={error('validFrom')} defaultValue={given('validFrom', today)} />
          <DateField id="validTo" label={words.to} words={field} required error={error('validTo')} defaultValue={given('validTo', addDays(today, 14))} />
          <NumberField id="mostUses" label={words.most} words={field} error={error('mostUses')} defaultValue={given('mostUses', '')} />
        </div>
        <Button>{words.issue}</Button>
      </form>
      <DataTable
        caption={words.title} rows={codes} keyOf={({ id }) => id} none={words.none}
        columns={[
          { head: words.code, isName: true, cell: ({ words: code }) => <span className="codewords">{code}</span> },
          { head: words.label, cell: ({ label, layer }) => [named[layer], label].filter(Boolean).join(' · ') },
          { head: words.to, cell: ({ validFrom, validTo }) => `${validFrom} – ${validTo}` },
          { head: words.uses, cell: ({ uses, mostUses }) => words.of(uses, mostUses) },
          { head: words.revoke, cell: ({ id, isOpen, isRevoked, words: code }) => (isOpen ? (
            <form method="post" className="no-print"><input type="hidden" name="deed" value="revoke-code" /><input type="hidden" name="id" value={id} /><Button kind="plain" small>{words.revoke}<span className="vh"> {code}</span></Button></form>
          ) : isRevoked ? words.revoked : '—') },
        ]}
      />
    </section>
  );
}
