import { z } from 'zod';
import { listPilots } from '#app/domain/base/communities/read.ts';
import { listOf, pageByPage, searchOf } from '#app/domain/base/exports/list.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { between } from '#app/domain/base/regions/name-in.ts';
import { callStates } from '#app/domain/pilot/calls/model.ts';
import { listCalls } from '#app/domain/pilot/calls/read.ts';
import { objectionStates } from '#app/domain/pilot/objections/model.ts';
import { listObjections } from '#app/domain/pilot/objections/read.ts';
import { getNotice, listNotices } from '#app/domain/pilot/notices/read.ts';
import { getReviewTable } from '#app/domain/pilot/review/read.ts';
import type { RubricContent } from '#app/domain/pilot/rubrics/model.ts';
import { callsWords } from '#app/i18n/calls.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { pilotsWords } from '#app/i18n/pilots.ts';
import { reviewWords } from '#app/i18n/review.ts';
import { rubricsWords } from '#app/i18n/rubrics.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { queryOf, searchInput } from '#app/platform/query.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** The filters of the page of calls. */
export const AskedCalls = z.object({ q: searchInput, state: z.enum(callStates).optional() });

type Call = Awaited<ReturnType<typeof listCalls>>['rows'][number];

/** 批次. */
export const callsList = listOf<Call>({
  name: 'calls',
  verb: 'call.edit',
  page: '/desk/calls',
  columns: (locale) => {
    const { heads, nation } = sheetsWords[locale];
    const { states } = callsWords[locale];
    return [
      { title: heads.title, width: 34, cell: (row) => row.title },
      { title: heads.titleEn, width: 34, cell: (row) => row.titleEn },
      { title: heads.state, width: 12, cell: (row) => states[row.state] },
      { title: heads.region, width: 18, cell: (row) => row.regionName ?? nation },
      { title: heads.places, width: 10, cell: (row) => row.places },
      { title: heads.opensOn, width: 12, cell: (row) => row.opensOn },
      { title: heads.closesOn, width: 12, cell: (row) => row.closesOn },
    ];
  },
  batches: (ctx, search) => {
    const { q, state } = queryOf(searchOf(search), AskedCalls);
    return pageByPage((after) => listCalls(ctx, { query: q, state, after }, 200));
  },
});

type Reviewed = Awaited<ReturnType<typeof getReviewTable>>['reviews'][number] & { rubric: RubricContent };
/** The one thing a list is about; an address that names none is refused, not retried. */
function idIn(search: string): string {
  const { id } = searchOf(search);
  if (id === undefined || !isId(id)) throw new Refusal('not-found', 404);
  return id;
}

/** 评审表 of one application: a line an expert; drafts of marks stay with their authors. */
export const reviewTableList = listOf<Reviewed>({
  name: 'review-table',
  verb: 'review.table',
  page: '/desk/applications',
  columns: (locale) => {
    const { heads } = sheetsWords[locale];
    const { states } = reviewWords[locale];
    const { levels } = rubricsWords[locale];
    const marksOf = ({ rubric, marks }: Reviewed) =>
      [...rubric.items, ...rubric.mustRules, ...rubric.negativeList].flatMap((item) => {
        const mark = marks.find(({ itemId }) => itemId === item.id);
        if (!mark) return [];
        const said = mark.level ? levels[mark.level] : (mark.score ?? '—');
        return [`${item.id} ${locale === 'en' ? item.en : item.zh} ${said}${mark.note ? ` ${mark.note}` : ''}`];
      });
    return [
      { title: heads.expert, width: 14, cell: (row) => row.expertName },
      { title: heads.organisation, width: 28, cell: (row) => row.organisationName },
      { title: heads.state, width: 12, cell: (row) => states[row.state] },
      { title: heads.reviewDueOn, width: 14, cell: (row) => row.dueOn },
      { title: heads.total, width: 10, cell: (row) => row.total },
      { title: reviewWords[locale].scores, width: 60, cell: (row) => [...new Set(marksOf(row))].join('\n') },
      { title: heads.comment, width: 50, cell: (row) => row.overall },
    ];
  },
  async *batches(ctx, search) {
    const { reviews, rubric } = await getReviewTable(ctx, idIn(search));
    yield reviews.map((review) => ({ ...review, rubric }));
  },
});

const AskedNotices = z.object({ tab: z.enum(['ended']).optional() });
type Notice = Awaited<ReturnType<typeof listNotices>>['rows'][number];

/** 公示. */
export const noticesList = listOf<Notice>({
  name: 'notices',
  verb: 'notice.edit',
  page: '/desk/notices',
  columns: (locale) => {
    const { heads } = sheetsWords[locale];
    const { phases } = noticesWords[locale];
    return [
      { title: heads.title, width: 44, cell: (row) => row.title },
      { title: heads.call, width: 28, cell: (row) => row.callTitle },
      { title: heads.phase, width: 18, cell: (row) => phases[row.phase] },
      { title: heads.startsOn, width: 12, cell: (row) => row.startsOn },
      { title: heads.endsOn, width: 12, cell: (row) => row.endsOn },
      { title: heads.entries, width: 10, cell: (row) => row.entries },
    ];
  },
  batches: (ctx, search) => {
    const isEnded = queryOf(searchOf(search), AskedNotices).tab === 'ended';
    return pageByPage((after) => listNotices(ctx, { after, isEnded }, 200));
  },
});

type Entry = Awaited<ReturnType<typeof getNotice>>['entries'][number] & { standing: string };

/** 公示名单 of one notice. */
export const noticeEntriesList = listOf<Entry>({
  name: 'notice-entries',
  verb: 'notice.edit',
  page: '/desk/notices',
  columns: (locale) => {
    const { heads } = sheetsWords[locale];
    const { removed } = noticesWords[locale];
    return [
      { title: heads.unit, width: 24, cell: (row) => row.name },
      { title: heads.regionCode, width: 15, cell: (row) => row.regionCode },
      { title: heads.region, width: 30, cell: (row) => row.path.join(between({ locale })) },
      { title: heads.applicant, width: 24, cell: (row) => row.applicant },
      { title: heads.number, width: 16, cell: (row) => row.number },
      { title: heads.state, width: 12, cell: (row) => (row.state === 'removed' ? removed : '') },
      { title: heads.removedReason, width: 40, cell: (row) => row.removedReason },
    ];
  },
  async *batches(ctx, search) {
    const { entries } = await getNotice(ctx, idIn(search));
    yield entries.map((entry) => ({ ...entry, standing: entry.state }));
  },
});

/** The filters of the page of objections. */
const AskedObjections = z.object({ state: z.enum(['waiting', ...objectionStates]).optional(), notice: z.uuid().optional() });

type Objection = Awaited<ReturnType<typeof listObjections>>['rows'][number];

/** 异议: as the list shows them; who objected stays on the page of each. */
export const objectionsList = listOf<Objection>({
  name: 'objections',
  verb: 'objection.answer',
  page: '/desk/objections',
  columns: (locale) => {
    const { heads } = sheetsWords[locale];
    const { desk, state, outcomes } = objectionsWords[locale];
    return [
      { title: heads.title, width: 40, cell: (row) => row.noticeTitle },
      { title: heads.about, width: 24, cell: (row) => row.about ?? desk.wholeList },
      { title: heads.manner, width: 10, cell: (row) => (row.isAnonymous ? desk.anonymous : desk.named) },
      { title: heads.receivedAt, width: 20, cell: (row) => (row.isAnonymous ? beijingDay(row.receivedAt) : beijingTime(row.receivedAt)) },
      { title: heads.dueOn, width: 12, cell: (row) => row.answerDueOn },
      { title: heads.state, width: 12, cell: (row) => state[row.state] },
      { title: heads.outcome, width: 14, cell: (row) => (row.outcome ? outcomes[row.outcome] : '') },
    ];
  },
  batches: (ctx, search) => {
    const { notice, state } = queryOf(searchOf(search), AskedObjections);
    return pageByPage((after) => listObjections(ctx, { state, noticeId: notice, after }, 200));
  },
});

const AskedPilots = z.object({ region: z.string().refine(isRegionCode).optional(), text: searchInput });
type Pilot = Awaited<ReturnType<typeof listPilots>>['rows'][number];

/** 试点社区. */
export const pilotsList = listOf<Pilot>({
  name: 'pilots',
  verb: 'list.export',
  page: '/pilots',
  columns: (locale) => {
    const { heads } = sheetsWords[locale];
    const { pilot, ended } = pilotsWords[locale];
    return [
      { title: heads.unit, width: 24, cell: (row) => row.name },
      { title: heads.regionCode, width: 15, cell: (row) => row.regionCode },
      { title: heads.region, width: 30, cell: (row) => row.path.map((step) => step.name).join(between({ locale })) },
      { title: heads.call, width: 28, cell: (row) => row.callTitle },
      { title: heads.since, width: 12, cell: (row) => row.since },
      { title: heads.children, width: 14, cell: (row) => row.children },
      { title: heads.state, width: 14, cell: (row) => (row.state === 'pilot' ? pilot : ended) },
    ];
  },
  batches: (ctx, search) => {
    const asked = queryOf(searchOf(search), AskedPilots);
    return pageByPage((after) => listPilots(ctx, { ...asked, after }, 200));
  },
});
