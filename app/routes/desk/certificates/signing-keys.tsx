import { redirect } from 'react-router';
import { KeyDeed } from '#app/domain/pilot/certification/input.ts';
import { keysAtDesk, rotateKey, withdrawKey } from '#app/domain/pilot/certification/rotate-key.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField } from '#app/ui/desk/field.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/signing-keys.ts';

export function loader({ context }: Route.LoaderArgs) {
  return show(async () => ({ keys: await keysAtDesk(context.get(ctxKey)) }));
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, KeyDeed, async (input) => {
    if (input.deed === 'rotate') await rotateKey(ctx, input.reason);
    else await withdrawKey(ctx, input.id, input.reason);
    return redirect('/desk/signing-keys');
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 签名密钥: which one signs, which ones only check, and how one is replaced or withdrawn. */
export default function SigningKeys({ loaderData: { keys }, actionData: problem }: Route.ComponentProps) {
  const { keyPage: words } = useWords(certificationWords).desk;
  const locale = useLocale();
  const reason = (id: string) => <LongField name="reason" id={id} label={words.reason} minLength={4} maxLength={500} />;
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          <>
            <a href="/.well-known/did.json">{words.document}</a>
            <ConfirmButton label={words.rotate} question={words.rotateAsk} fields={{ deed: 'rotate' }} danger={false} disabled={keys.length === 0}>{reason('rotate')}</ConfirmButton>
          </>
        }
      />
      <ProblemAlert problem={problem} names={{ reason: words.reason }} />
      <KeysetTable
        page={{ rows: keys }}
        empty={{ text: words.none }}
        columns={[
          { name: 'kid', title: words.kid, place: 'main', show: (row) => <code style={{ overflowWrap: 'anywhere' }}>{row.publicKey}</code> },
          { name: 'made', title: words.made, show: (row) => <span className="num">{shortTime(row.madeAt, locale)}</span> },
          { name: 'retired', title: words.retired, show: (row) => (row.retiredAt ? <span className="num">{shortTime(row.retiredAt, locale)}</span> : '—') },
          {
            name: 'state', title: words.state, place: 'state',
            show: (row) => <StatusTag tone={row.withdrawnAt ? 'bad' : row.retiredAt ? 'rest' : 'good'}>{row.withdrawnAt ? words.withdrawn : row.retiredAt ? words.old : words.signing}</StatusTag>,
          },
          { name: 'reason', title: words.reason, place: 'wide', show: (row) => row.reason || '—' },
          {
            name: 'ops', title: words.ops, place: 'ops',
            show: (row) => (row.withdrawnAt ? '' : <ConfirmButton label={words.withdraw} question={words.withdrawAsk} fields={{ deed: 'withdraw', id: row.id }} size="small">{reason(`withdraw-${row.id}`)}</ConfirmButton>),
          },
        ]}
      />
    </>
  );
}
