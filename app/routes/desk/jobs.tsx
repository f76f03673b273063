import { redirect } from 'react-router';
import { z } from 'zod';
import { may } from '#app/domain/base/accounts/access.ts';
import { jobsWords } from '#app/i18n/jobs.ts';
import { useWords } from '#app/i18n/pair.ts';
import { listCalendar, listQueue, listRuns } from '#app/jobs/read.ts';
import { retryJob } from '#app/jobs/retry.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { cursorInput, query, searchInput } from '#app/platform/query.ts';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { JobTables } from './jobs-tables.tsx';
import type { Route } from './+types/jobs.ts';

const tabs = ['ran', 'failed', 'waiting', 'calendar'] as const;
const Asked = z.object({ ...cursorInput, tab: z.enum(tabs).default('ran'), job: searchInput, state: z.enum(['ok', 'failed', 'running']).optional() });
const Retry = z.object({ id: z.string().regex(/^\d{1,18}$/) });

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => ({
    asked,
    mayRetry: may(ctx.actor, 'jobs.retry', { regionCode: '*' }),
    runs: asked.tab === 'ran' ? await listRuns(ctx, asked) : { rows: [] },
    queue: asked.tab === 'failed' || asked.tab === 'waiting' ? await listQueue(ctx, asked.tab) : [],
    routines: asked.tab === 'calendar' ? await listCalendar(ctx) : [],
  }));
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Retry, async ({ id }) => {
    await retryJob(ctx, id);
    return redirect('/desk/jobs?tab=ran');
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 后台任务: what ran, failed, will run. */
export default function JobsPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(jobsWords);
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <ProblemAlert problem={actionData} />
      <JobTables
        {...loaderData}
        tabs={tabs.map((tab) => ({ label: words.tabs[tab], to: `/desk/jobs?tab=${tab}`, isHere: loaderData.asked.tab === tab }))}
      />
    </>
  );
}
