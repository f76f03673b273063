import { listOf, searchOf } from '#app/domain/base/exports/list.ts';
import { getPlan, readPairs } from '#app/domain/pilot/assigning/read.ts';
import { assigningWords } from '#app/i18n/assigning.ts';
import { reasonSentence } from '#app/i18n/reason-sentence.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { Refusal } from '#app/platform/refusal.ts';

type Row = Awaited<ReturnType<typeof readPairs>>['rows'][number];
type Line = Pick<Row, 'number' | 'unitName'> & { pair: Row['team'][number] | null; lack: Row['lack'] };

/** 分配方案: a line a pair with its reason, and a line for each application that lacks experts. */
export const assignmentPlanList = listOf<Line>({
  name: 'assignment-plan',
  verb: 'review.assign',
  page: '/desk/calls',
  columns: (locale) => {
    const { heads, yes, no } = sheetsWords[locale];
    const words = assigningWords[locale];
    const outcome = (code: string) => (code === '' ? '' : code === 'assigned' ? words.outcomes.assigned : refusalSentence(code, locale));
    return [
      { title: heads.number, width: 22, cell: (row) => row.number },
      { title: heads.unit, width: 26, cell: (row) => row.unitName },
      { title: heads.expert, width: 14, cell: (row) => (row.pair ? row.pair.name : row.lack ? words.lack(row.lack.seats) : '') },
      { title: words.heads.match, width: 10, cell: (row) => row.pair?.match ?? null },
      { title: words.heads.reason, width: 70, cell: (row) => (row.pair ? reasonSentence(row.pair.reasons, row.pair.isByHand, locale) : row.lack ? words.lackWhy[row.lack.why](row.lack.free, row.lack.apart) : '') },
      { title: words.heads.isLocked, width: 8, cell: (row) => (row.pair ? (row.pair.isLocked ? yes : no) : '') },
      { title: words.heads.outcome, width: 30, cell: (row) => outcome(row.pair?.outcome ?? '') },
    ];
  },
  async *batches(ctx, search) {
    const { id } = searchOf(search);
    if (id === undefined) throw new Refusal('not-found', 404);
    const plan = await getPlan(ctx, id);
    let after: string | undefined;
    do {
      const { rows, next } = await readPairs(ctx, plan, { after });
      yield rows.flatMap(({ number, unitName, team, lack }): Line[] => [...team.map((pair) => ({ number, unitName, pair, lack: null })), ...(lack ? [{ number, unitName, pair: null, lack }] : [])]);
      after = next ?? undefined;
    } while (after);
  },
});
