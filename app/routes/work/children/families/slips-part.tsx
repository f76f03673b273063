import { familiesWords } from '#app/i18n/families.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { TickField } from '#app/ui/light/choice-field.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { TextField } from '#app/ui/light/text-field.tsx';

type Slip = { id: string; name: string; code: string | null; until: string; isUsed: boolean; isOpen: boolean };

/** 邀请监护人: one slip a guardian; the open ones can be printed. */
export function SlipsPart({ slips, address, problem }: { slips: readonly Slip[]; address: string; problem: Problem | undefined }) {
  const { slips: words, field } = useWords(familiesWords);
  const own = problem?.given?.deed === 'slip' ? problem : undefined;
  return (
    <section>
      <h2>{words.title}</h2>
      <form method="post" className="no-print">
        <input type="hidden" name="deed" value="slip" />
        <TextField id="name" label={words.name} words={field} required error={own?.fields?.name?.join(' ')} defaultValue={String(own?.given?.name ?? '')} input={{ maxLength: 40, autoComplete: 'off' }} />
        <TickField id="isChecked" label={words.checked} words={field} error={own?.fields?.isChecked?.join(' ')} />
        <Button>{words.issue}</Button>
      </form>
      <DataTable
        caption={words.title} rows={slips} keyOf={({ id }) => id} none={words.none}
        columns={[
          { head: words.name, isName: true, cell: ({ name }) => name },
          { head: words.code, cell: ({ code }) => (code ? <><code className="codewords">{code}</code> <span className="small">{words.how(address)}</span></> : '—') },
          { head: words.until, cell: ({ until }) => until },
          { head: words.state, cell: ({ id, isUsed, isOpen, name }) => (isOpen ? (
            <form method="post" className="no-print"><input type="hidden" name="deed" value="revoke-slip" /><input type="hidden" name="id" value={id} /><Button kind="plain" small>{words.revoke}<span className="vh"> {name}</span></Button></form>
          ) : isUsed ? words.used : words.over) },
        ]}
      />
    </section>
  );
}
