import { redirect } from 'react-router';
import { listDevices, revokeDevice } from '#app/domain/pilot/visits/devices.ts';
import { RevokeInput } from '#app/domain/pilot/visits/input.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { visitsWords } from '#app/i18n/visits.ts';
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
import type { Route } from './+types/devices.ts';

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => ({ rows: await listDevices(ctx) }));
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, RevokeInput, async (input) => {
    await revokeDevice(ctx, input);
    return redirect('/desk/visits/devices');
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export default function Devices({ loaderData: { rows }, actionData: problem }: Route.ComponentProps) {
  const { title, devices: words } = useWords(visitsWords);
  const locale = useLocale();
  const time = (at: Date | null) => (at ? shortTime(at, locale) : '—');
  return (
    <>
      <PageHead crumbs={[{ label: title, to: '/desk/visits' }]} title={words.title} lead={words.lead} />
      <ProblemAlert problem={problem} names={{ reason: words.reason }} />
      <KeysetTable
        page={{ rows }}
        empty={{ text: words.empty }}
        columns={[
          { name: 'name', title: words.columns.name, place: 'main', show: (row) => <b>{row.name}</b> },
          { name: 'state', title: words.columns.state, place: 'state', show: (row) => <StatusTag tone={row.revokedAt ? (row.wipedAt ? 'rest' : 'bad') : 'good'}>{row.revokedAt ? (row.wipedAt ? words.wiped : words.revoked) : words.inUse}</StatusTag> },
          { name: 'owner', title: words.columns.owner, show: (row) => row.ownerName },
          { name: 'registered', title: words.columns.registered, show: (row) => time(row.registeredAt) },
          { name: 'seen', title: words.columns.seen, show: (row) => time(row.lastSeenAt) },
          { name: 'revoke', title: words.revoke, place: 'ops', show: (row) => (row.revokedAt ? row.revokeReason : (
            <ConfirmButton label={words.revoke} question={words.revokeAsk} fields={{ deviceId: row.id }} size="small">
              <LongField name="reason" id={`reason-${row.id}`} label={words.reason} optional rows={2} maxLength={300} />
            </ConfirmButton>
          )) },
        ]}
      />
    </>
  );
}
