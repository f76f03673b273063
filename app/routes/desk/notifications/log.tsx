import { redirect } from 'react-router';
import { may } from '#app/domain/base/accounts/access.ts';
import { DeliveryFilter, Resend } from '#app/domain/base/notifications/input.ts';
import { channels, deliveryStates, letterKinds } from '#app/domain/base/notifications/model.ts';
import { type Delivery, listDeliveries } from '#app/domain/base/notifications/read.ts';
import { resendDelivery } from '#app/domain/base/notifications/resend.ts';
import { notificationWords } from '#app/i18n/notifications.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { KeysetTable, PickBox, SearchBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag, type Tone } from '#app/ui/desk/status-tag.tsx';
import { partsFor, useParts } from './tabs.ts';
import type { Route } from './+types/log.ts';

const tones: Record<Delivery['state'], Tone> = {
  waiting: 'info', held: 'info', sending: 'now', 'handed-over': 'good', failed: 'bad', unknown: 'bad', cancelled: 'rest', digested: 'good',
};

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, DeliveryFilter);
  return show(async () => ({ asked, page: await listDeliveries(ctx, asked), parts: partsFor(ctx), mayResend: may(ctx.actor, 'delivery.resend', { regionCode: '*' }) }));
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Resend, async ({ id }) => {
    await resendDelivery(ctx, id);
    return redirect('/desk/notifications');
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 投递记录: each letter, its way, its tries and how it ended. */
export default function DeliveryLog({ loaderData: { asked, page, parts, mayResend }, actionData }: Route.ComponentProps) {
  const words = useWords(notificationWords);
  const { log } = words;
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <ProblemAlert problem={actionData} />
      <KeysetTable
        page={page}
        tabs={useParts(parts, 'log')}
        empty={{ text: log.empty }}
        filters={
          <>
            <PickBox name="channel" label={log.channel} value={asked.channel} options={channels.map((value) => ({ value, label: words.channels[value] }))} />
            <PickBox name="state" label={log.state} value={asked.state} options={deliveryStates.map((value) => ({ value, label: log.states[value] }))} />
            <PickBox name="kind" label={log.kind} value={asked.kind} options={letterKinds.map((value) => ({ value, label: words.kinds[value] }))} />
            <SearchBox name="person" value={asked.person} label={log.person} placeholder={log.personFind} />
          </>
        }
        columns={[
          { name: 'kind', title: log.kind, place: 'main', show: (row) => (words.kinds as Record<string, string>)[row.kind] ?? row.kind },
          { name: 'state', title: log.state, place: 'state', show: (row) => <StatusTag tone={tones[row.state]}>{log.states[row.state]}</StatusTag> },
          { name: 'person', title: log.person, show: (row) => `${row.person} · ${words.channels[row.channel]} ${row.address}` },
          { name: 'since', title: log.since, show: (row) => <span className="num">{beijingTime(row.since)}</span> },
          { name: 'took', title: log.took, show: (row) => <Took row={row} /> },
          { name: 'provider', title: log.provider, place: 'wide', show: (row) => <Tries row={row} /> },
          ...(mayResend ? [{ name: 'ops', title: log.ops, place: 'ops' as const, show: (row: Delivery) => <Again row={row} /> }] : []),
        ]}
      />
    </>
  );
}

function Took({ row }: { row: Delivery }) {
  const { log } = useWords(notificationWords);
  if (!row.handedAt) return log.none;
  return <span className="num">{log.seconds(Math.max(0, (+new Date(row.handedAt) - +new Date(row.since)) / 1000).toFixed(1))}</span>;
}

function Tries({ row }: { row: Delivery }) {
  const { log } = useWords(notificationWords);
  if (row.tries.length === 0) return row.reason ? (log.reasons[row.reason] ?? row.reason) : log.none;
  return row.tries.map(({ provider, outcome, reason }) => `${provider} ${log.tries[(outcome ?? 'open') as keyof typeof log.tries]}${reason ? ` (${reason})` : ''}`).join(log.comma);
}

function Again({ row }: { row: Delivery }) {
  const { log } = useWords(notificationWords);
  if (row.state !== 'failed' && row.state !== 'unknown') return null;
  return <ConfirmButton label={log.resend} question={row.state === 'unknown' ? log.resendUnknown : log.resendAsk} fields={{ id: row.id }} danger={row.state === 'unknown'} size="small" />;
}
