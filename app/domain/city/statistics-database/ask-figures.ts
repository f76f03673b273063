import { sql, type SQL } from 'drizzle-orm';
import { everybody, originCode, stateCode } from '#app/domain/city/indicators/model.ts';
import { periodOf, rangeOf } from '#app/domain/city/indicators/period.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import { indicatorValues } from '#app/domain/city/indicators/tables.server.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { inTurns } from '#app/platform/in-batches.ts';
import { withinTime } from '#app/platform/within-time.ts';
import { countsPeople, type Figure, most, mostSeconds, sharesPeople, type Span } from './model.ts';
import { besideReckoned } from './beside-reckoned.ts';
import { openPeople } from './open-people.ts';
import { isOpenShare, roundedShare } from './protect.ts';
import { reckonedFromShown } from './reckoned-people.ts';

/** 问数: which indicators, where, through which years, at which length, of which groups; `after` is the last figure of the page before. */
export type Ask = { indicators: readonly Indicator[]; regionCodes: readonly string[]; from: number; to: number; span: Span; breakdowns: readonly number[]; after?: string | undefined; limit: number };
export type Answered = { figures: Figure[]; next: string | null };

type Row = { region_code: string; indicator_id: number; period: number; breakdown: number; value: string; numerator: string | null; denominator: string | null; origin: number; source: string; recorded_at: string };

/**
 * 查询: one statement over the key of the figures, in the order of the key, as far as the limit; only what is accepted. Where people
 * are counted, what may be seen of them is decided from the figures themselves (open-people.ts), whoever asks and however.
 */
export const askFigures = (ctx: Ctx, ask: Ask): Promise<Answered> =>
  answer(ctx, ask, (statement) => withinTime(ctx, mostSeconds, 'question-too-slow', (db) => db.execute<Row>(statement)));

/** 本页要的数: the same for a page that always asks the same few figures, without the clock that a stranger's question is held to. */
export const lookUpFigures = (ctx: Ctx, ask: Ask): Promise<Answered> => answer(ctx, ask, (statement) => ctx.db.execute<Row>(statement));

async function answer(ctx: Ctx, ask: Ask, read: (statement: SQL) => Promise<{ rows: Row[] }>): Promise<Answered> {
  const { indicators, regionCodes, limit } = ask;
  if (indicators.length === 0 || regionCodes.length === 0) return { figures: [], next: null };
  const { rows } = await read(statementOf(ask));
  const page = rows.slice(0, limit);
  const known = new Map(indicators.map((each) => [each.id, each]));
  const people = indicators.filter(({ definition }) => countsPeople(definition.unit));
  const readOf = (row: Row) => ({ indicatorId: row.indicator_id, regionCode: row.region_code, period: row.period, breakdown: row.breakdown, value: Number(row.value) });
  const isOpenCount = await openPeople(ctx, people, page.filter((row) => people.some(({ id }) => id === row.indicator_id)).map(readOf));
  const reckoned = await reckonedFromShown(ctx, indicators, page.filter(isReckoned).map(readOf), async (inputs, codes, from, to) =>
    (await answer(ctx, { indicators: inputs, regionCodes: codes, from, to, span: 'year', breakdowns: [everybody], limit: most.values }, read)).figures);
  const isBeside = await besideReckoned(ctx, indicators, page.filter((row) => !isReckoned(row)).map(readOf));
  const figures = await inTurns(page, (row): Figure => {
    const { definition } = known.get(row.indicator_id)!;
    const place = readOf(row);
    const instead = isReckoned(row) ? reckoned(place) : undefined;
    if (instead !== undefined) return { ...place, value: instead, isHidden: instead === null, isBreak: false, source: instead === null ? '' : row.source, recordedAt: row.recorded_at };
    const isShare = sharesPeople(definition);
    const isOpen = isBeside(place) ? false : countsPeople(definition.unit) ? isOpenCount(place) : !isShare || isOpenShare(numberOf(row.numerator), numberOf(row.denominator));
    const value = isShare ? roundedShare(place.value, definition.unit) : place.value;
    return { ...place, value: isOpen ? value : null, isHidden: !isOpen, isBreak: false, source: isOpen ? row.source : '', recordedAt: row.recorded_at };
  });
  const last = page.at(-1);
  return { figures, next: rows.length > limit && last ? [last.region_code, last.indicator_id, last.period, last.breakdown].join('.') : null };
}

const isReckoned = ({ origin }: Row) => origin === originCode('formula');
const numberOf = (text: string | null) => (text === null ? null : Number(text));

function statementOf({ indicators, regionCodes, from, to, span, breakdowns, after, limit }: Ask): SQL {
  const v = sql.raw('v');
  const [first, last] = rangeOf(from, to);
  const reached = after && isMark(after) ? after.slice(0, after.indexOf('.')) : '';
  const left = regionCodes.filter((code) => code >= reached);
  const places = sql`unnest(${sql.param(left.map(countyCode))}::int[], ${sql.param(left)}::text[]) as place (county_code, region_code)`;
  const figures = sql`
    select ${v}.region_code, ${v}.indicator_id, ${v}.period, ${v}.breakdown, ${v}.value, ${v}.numerator, ${v}.denominator, ${v}.origin, ${v}.source, to_char(${v}.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as recorded_at
    from ${indicatorValues} ${v}
    where ${v}.county_code = place.county_code and ${v}.region_code = place.region_code collate "C" and ${v}.indicator_id = asked.id and ${v}.period between ${first} and ${last}
      and ${v}.breakdown = any(${sql.param([...breakdowns])}::int[]) and ${v}.status >= ${stateCode('accepted')} ${ofSpan(span)} offset 0`; // region by region, by the key: no other index is taken for all of them
  const all = sql`select said.* from ${places} cross join unnest(${sql.param(indicators.map(({ id }) => id))}::int[]) as asked (id) cross join lateral (${figures}) said`;
  const chosen = span === 'year' ? sql`select distinct on (region_code, indicator_id, period / 1000, breakdown) * from (${all}) whole order by region_code, indicator_id, period / 1000, breakdown, ${endOf} desc, period` : all;
  return sql`select * from (${chosen}) answer ${afterOf(after)} order by region_code, indicator_id, period, breakdown limit ${limit + 1}`;
}

/** The figure of the whole year before any part of it, else the part that ends last. */
const endOf = sql`case period % 1000 / 100 when 0 then 13 when 1 then period % 100 * 6 when 2 then period % 100 * 3 else period % 100 end`;

function ofSpan(span: Span): SQL {
  if (span === 'year' || span === 'all') return sql``;
  const kind = Math.floor((periodOf(0, span) % 1000) / 100);
  return sql`and v.period % 1000 / 100 = ${kind}`;
}

/** A mark that nobody has made up: the key of a figure, no number of it greater than its column. */
export const isMark = (text: string): boolean => /^(\*|\d{1,12})\.\d{1,9}\.\d{7}\.\d{1,5}$/.test(text) && Number(text.slice(text.lastIndexOf('.') + 1)) <= 32_767;

function afterOf(after: string | undefined): SQL {
  if (!after || !isMark(after)) return sql``;
  const [region, indicator, period, breakdown] = after.split('.') as [string, string, string, string];
  return sql`where (region_code collate "C", indicator_id, period, breakdown) > (${region}, ${Number(indicator)}, ${Number(period)}, ${Number(breakdown)})`;
}
