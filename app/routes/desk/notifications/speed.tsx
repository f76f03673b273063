import { channels } from '#app/domain/base/notifications/model.ts';
import { deliverySpeed, type SpeedLine } from '#app/domain/base/notifications/speed.ts';
import { notificationWords } from '#app/i18n/notifications.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { DayBars, DayLines } from '#app/ui/desk/day-chart.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { partsFor, useParts } from './tabs.ts';
import type { Route } from './+types/speed.ts';

const span = 30;

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => ({ lines: await deliverySpeed(ctx, span), today: beijingDay(ctx.now), parts: partsFor(ctx) }));
}

const percent = (line: SpeedLine) => `${((100 * line.inTime) / line.all).toFixed(1)} %`;

/** 交出速度: how many letters were in a provider's hands within ten seconds, day by day. */
export default function Speed({ loaderData: { lines, today, parts } }: Route.ComponentProps) {
  const words = useWords(notificationWords);
  const { speed } = words;
  const days = Array.from({ length: span }, (_, n) => addDays(today, n + 1 - span));
  const seconds = (value: number | null) => (value === null ? words.log.none : speed.seconds(value));
  const shown = channels.filter((channel) => lines.some((line) => line.channel === channel));
  return (
    <>
      <PageHead title={speed.title} lead={speed.lead} />
      <KeysetTable
        page={{ rows: lines.toReversed().map((line) => ({ ...line, id: `${line.day} ${line.channel}` })) }}
        tabs={useParts(parts, 'speed')}
        empty={{ text: speed.none }}
        columns={[
          { name: 'day', title: speed.day, place: 'main', show: (row) => <span className="num">{row.day}</span> },
          { name: 'channel', title: speed.channel, place: 'state', show: (row) => words.channels[row.channel] },
          { name: 'all', title: speed.all, show: (row) => <span className="num">{row.all}</span> },
          { name: 'share', title: speed.share, show: (row) => <span className="num">{percent(row)}</span> },
          { name: 'p50', title: speed.p50, show: (row) => <span className="num">{seconds(row.p50)}</span> },
          { name: 'p95', title: speed.p95, show: (row) => <span className="num">{seconds(row.p95)}</span> },
        ]}
      />
      {shown.map((channel) => {
        const of = new Map(lines.filter((line) => line.channel === channel).map((line) => [line.day, line]));
        return (
          <Pane key={channel} title={words.channels[channel]}>
            <DayBars label={speed.chart(words.channels[channel])} days={days.map((day) => ({ day, share: shareOf(of.get(day)) }))} />
            <DayLines
              label={speed.times(words.channels[channel])}
              lines={[
                { name: speed.p50, values: days.map((day) => of.get(day)?.p50 ?? null) },
                { name: speed.p95, values: days.map((day) => of.get(day)?.p95 ?? null) },
              ]}
              days={days}
            />
          </Pane>
        );
      })}
    </>
  );
}

const shareOf = (line: SpeedLine | undefined) => (line ? line.inTime / line.all : null);
