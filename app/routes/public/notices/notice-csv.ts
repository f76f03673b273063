import { getNotice } from '#app/domain/pilot/notices/read.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import type { Route } from './+types/notice-csv.ts';

/** 名单下载: the list as CSV, with a mark for spreadsheets that it is UTF-8. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const notice = await show(() => getNotice(ctx, params.id));
  const words = noticesWords[ctx.locale];
  const head = [words.columns.community, 'code', words.columns.place, words.columns.applicant, words.columns.number, words.desk.columns.state];
  const lines = notice.entries.map((entry) => [
    entry.name,
    entry.regionCode,
    entry.path.join(' '),
    entry.applicant,
    entry.number,
    entry.state === 'removed' ? words.removed : words.phases[notice.phase],
  ]);
  const text = [head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n');
  return new Response(`\uFEFF${text}\r\n`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="notice-${notice.startsOn ?? 'draft'}.csv"`,
    },
  });
}

/** A cell that no spreadsheet takes for a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
