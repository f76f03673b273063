import { Link } from 'react-router';
import { z } from 'zod';
import { listMyReviews } from '#app/domain/pilot/review/my-reviews.ts';
import { blindnessWords } from '#app/i18n/blindness.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { reviewWords } from '#app/i18n/review.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, longDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { assignmentTones } from './tones.ts';
import type { Route } from './+types/reviews.ts';

const Asked = z.object({ ...cursorInput, tab: z.enum(['new', 'scoring', 'done']).optional() });

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => ({ page: await listMyReviews(ctx, asked), tab: asked.tab, today: beijingDay(ctx.now) }));
}

export default function Reviews({ loaderData: { page, tab, today } }: Route.ComponentProps) {
  const words = useWords(reviewWords);
  const hides = useWords(blindnessWords);
  const locale = useLocale();
  const tabs = [undefined, 'new', 'scoring', 'done'] as const;
  return (
    <>
      <PageHead title={words.mine} lead={words.mineLead} />
      <KeysetTable
        page={page}
        tabs={tabs.map((name) => ({ label: name ? words.tabs[name] : words.all, to: `/desk/reviews${name ? `?tab=${name}` : ''}`, isHere: tab === name }))}
        empty={{ text: words.empty }}
        columns={[
          { name: 'number', title: words.columns.number, show: (row) => <span className="num">{row.number}</span> },
          { name: 'unit', title: words.columns.unit, place: 'main', show: (row) => <b>{row.unitName || hides.hiddenTitle(row.number)}</b> },
          { name: 'call', title: words.columns.call, place: 'wide', show: (row) => (locale === 'en' && row.callTitleEn ? row.callTitleEn : row.callTitle) },
          { name: 'state', title: words.columns.state, place: 'state', show: (row) => <StatusTag tone={assignmentTones[row.state]}>{words.states[row.state]}</StatusTag> },
          { name: 'due', title: words.columns.due, show: (row) => {
            const isWaiting = row.state === 'assigned' || row.state === 'accepted';
            return <span className={isWaiting && row.dueOn && row.dueOn < today ? 'late' : isWaiting && row.dueOn === today ? 'soon' : ''}>{row.dueOn ? longDay(row.dueOn, locale) : words.noDue}</span>;
          } },
          { name: 'ops', title: words.columns.ops, place: 'ops', show: (row) => <Link to={`/desk/reviews/${row.id}`}>{words.enter[row.state]}</Link> },
        ]}
      />
    </>
  );
}
