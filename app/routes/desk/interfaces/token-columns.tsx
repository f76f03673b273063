import { accountsWords } from '#app/i18n/accounts.ts';
import { interfacesWords } from '#app/i18n/interfaces.ts';
import { useWords } from '#app/i18n/pair.ts';
import { beijingTime } from '#app/platform/dates.ts';
import type { TokenLine } from '#app/domain/base/interfaces/tokens.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import type { Column } from '#app/ui/desk/keyset-table.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { tokenTones } from './parts.tsx';

export type TokenRow = Omit<TokenLine, 'createdAt' | 'expiresAt' | 'lastUsedAt'> & { expiresAt: string; lastUsedAt: string | null };

export const asRow = ({ createdAt: _, expiresAt, lastUsedAt, ...row }: TokenLine): TokenRow => ({ ...row, expiresAt: beijingTime(expiresAt), lastUsedAt: lastUsedAt && beijingTime(lastUsedAt) });

/** 令牌的各列: the token itself is never among them. */
export function useTokenColumns(mayRevoke: boolean, hasOwner: boolean): Column<TokenRow>[] {
  const { token: words } = useWords(interfacesWords);
  const { verbs, nation } = useWords(accountsWords);
  return [
    { name: 'name', title: words.name, place: 'main', show: (row) => <>{row.name} <code>…{row.ending}</code></> },
    ...(hasOwner ? [{ name: 'owner', title: words.owner, show: (row: TokenRow) => (row.isSystem ? `${row.owner} (${words.system})` : row.owner) }] : []),
    { name: 'verbs', title: words.verbs, place: 'wide', show: (row) => row.verbs.map((verb) => verbs[verb] ?? verb).join('、') },
    { name: 'region', title: words.region, show: (row) => row.region || nation },
    { name: 'limit', title: words.perMinute, show: (row) => row.perMinute },
    { name: 'until', title: words.until, show: (row) => row.expiresAt },
    { name: 'used', title: words.used, show: (row) => row.lastUsedAt ?? words.never },
    { name: 'state', title: words.state, place: 'state', show: (row) => <StatusTag tone={tokenTones[row.state]}>{words.states[row.state]}</StatusTag> },
    {
      name: 'ops', title: words.doing, place: 'ops',
      show: (row) => mayRevoke && row.state === 'alive' && <ConfirmButton label={words.revoke} question={words.revokeAsk(row.name)} fields={{ deed: 'revoke', id: row.id }} type="link" size="small" />,
    },
  ];
}
