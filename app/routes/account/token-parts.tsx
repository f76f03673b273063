import { tokenDays, type TokenVerb } from '#app/domain/base/interfaces/model.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { interfacesWords } from '#app/i18n/interfaces.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField, SelectField } from '#app/ui/light/choice-field.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { NumberField, TextField } from '#app/ui/light/text-field.tsx';

type Line = { id: string; name: string; ending: string; verbs: string[]; region: string; expiresAt: string; lastUsedAt: string | null; state: 'alive' | 'expired' | 'revoked' };

/** 我的令牌: each can be taken back at once. */
export function OwnTokens({ tokens }: { tokens: Line[] }) {
  const { token: words } = useWords(interfacesWords);
  const { verbs, nation } = useWords(accountsWords);
  return (
    <DataTable
      caption={words.mine}
      showCaption
      rows={tokens}
      keyOf={(token) => token.id}
      none={words.empty}
      columns={[
        { head: words.name, isName: true, cell: (token) => <>{token.name} <code>…{token.ending}</code></> },
        { head: words.verbs, cell: (token) => token.verbs.map((verb) => verbs[verb] ?? verb).join('、') },
        { head: words.region, cell: (token) => token.region || nation },
        { head: words.until, cell: (token) => token.expiresAt },
        { head: words.used, cell: (token) => token.lastUsedAt ?? words.never },
        { head: words.state, cell: (token) => <Tag kind={token.state === 'alive' ? 'ok' : 'plain'}>{words.states[token.state]}</Tag> },
        {
          head: words.doing,
          cell: (token) => token.state === 'alive' && (
            <form method="post">
              <input type="hidden" name="deed" value="revoke" />
              <input type="hidden" name="id" value={token.id} />
              <Button kind="quiet" small aria-label={`${words.revoke} ${token.name}`}>
                {words.revoke}
              </Button>
            </form>
          ),
        },
      ]}
    />
  );
}

/** 生成令牌 for what one may do oneself. */
export function NewTokenForm({ verbs, places, problem }: { verbs: TokenVerb[]; places: { value: string; label: string }[]; problem: Problem | undefined }) {
  const { token: words, field } = useWords(interfacesWords);
  const { verbs: verbWords } = useWords(accountsWords);
  const given = (name: string) => (typeof problem?.given?.[name] === 'string' ? String(problem.given[name]) : undefined);
  const wrong = (name: string) => problem?.fields?.[name]?.join(' ');
  if (verbs.length === 0) return <p className="card">{words.none}</p>;
  return (
    <form method="post" className="card mark">
      <h2>{words.make}</h2>
      <input type="hidden" name="deed" value="make" />
      <TextField id="name" label={words.name} hint={words.nameHint} words={field} required error={wrong('name')} defaultValue={given('name')} input={{ maxLength: 60 }} />
      <ChoiceField id="verbs" name="verbs[]" label={words.verbs} words={field} required multiple asList error={wrong('verbs')} defaultValue={(problem?.given?.verbs as string[]) ?? []} choices={verbs.map((verb) => ({ value: verb, label: verbWords[verb] ?? verb }))} />
      <SelectField id="regionCode" label={words.region} words={field} required error={wrong('regionCode')} defaultValue={given('regionCode') ?? '*'} choices={[{ value: '*', label: words.everywhere }, ...places]} />
      <NumberField id="days" label={words.days} hint={words.daysHint} words={field} required error={wrong('days')} defaultValue={given('days') ?? String(tokenDays.usual)} />
      <div className="field">
        <Button>{words.make}</Button>
      </div>
    </form>
  );
}

/** 日历链接: one at a time. */
export function CalendarCard({ link, publicCalendar }: { link: string | null; publicCalendar: string }) {
  const { calendar: words } = useWords(interfacesWords);
  return (
    <aside className="card stacked">
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      {link && <p className="note">{words.since(link)}</p>}
      <form method="post" className="row">
        <Button kind="quiet" name="deed" value="calendar">
          {link ? words.again : words.make}
        </Button>
        {link && (
          <Button kind="quiet" name="deed" value="calendar-off">
            {words.revoke}
          </Button>
        )}
      </form>
      <p>
        {words.publicText} <a href={publicCalendar} style={{ overflowWrap: 'anywhere' }}>{publicCalendar}</a>
      </p>
    </aside>
  );
}
