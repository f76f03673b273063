import { type SQL, sql } from 'drizzle-orm';

/** 条目次序: each rule with its place among the letters of its edition. */
const places = sql`places as materialized (
    select r.edition_id, r.id as rule_id, r.norm_id, n.section_id, r.kind,
           row_number() over (partition by r.edition_id order by s.position, n.position, r.position) as place
    from rules r join norms n on n.edition_id = r.edition_id and n.id = r.norm_id
    join sections s on s.edition_id = n.edition_id and s.id = n.section_id)`;

/** 各级区划: the nation, province, city and county above `head`, the first six digits of a code. */
const above = sql`cross join lateral (
    select '*' as code union all select left(head, digits) from (values (2), (4), (6)) d (digits) where length(head) >= digits) up`;

/** 各级条目: whatever of the standard a rule belongs to. */
const within = sql`cross join lateral (values ('all', '*'), ('section', p.section_id), ('norm', p.norm_id), ('rule', p.rule_id)) item (kind, id)`;

/** Counts of one county and rule (`counted`), added up the tree of regions and of the standard. */
const summed = sql`summed as (
    select up.code as region_code, item.kind, c.year, c.stream, c.edition_id, item.id as item_id,
           sum(met)::int as met, sum(partly)::int as partly, sum(not_met)::int as not_met, sum(not_applicable)::int as not_applicable
    from counted c join places p on p.edition_id = c.edition_id and p.place = c.place ${within} ${above} group by 1, 2, 3, 4, 5, 6)`;

/** What each community won of what applied to it (`scored`), put into tenths and added up the tree of regions. */
const banded = sql`banded as (
    select up.code as region_code, year, stream, edition_id, case asked when 0 then -1 else 10 * won / (2 * asked) end as band,
           sum(sign)::int as communities, coalesce(sum(sign) filter (where all_musts), 0)::int as all_musts,
           sum(case asked when 0 then 0 else sign * ((20000 * won + 2 * asked) / (4 * asked)) end)::bigint as hundredths
    from scored ${above} group by 1, 2, 3, 4, 5)`;

/**
 * 卷起: from sheets that come (sign 1) or go (-1) to sums of regions. `sides` must be a relation of year, stream,
 * edition_id, region_code, letters and sign. Counted by county first, so that many letters become few groups.
 */
export const rolledUp = sql`${places},
  counted as (
    select year, stream, edition_id, left(region_code, 6) as head, place,
           coalesce(sum(sign) filter (where letter = 'm'), 0) as met, coalesce(sum(sign) filter (where letter = 'p'), 0) as partly,
           coalesce(sum(sign) filter (where letter = 'n'), 0) as not_met, coalesce(sum(sign) filter (where letter = 'x'), 0) as not_applicable
    from sides, string_to_table(letters, null) with ordinality as said (letter, place) where letter <> '-' group by 1, 2, 3, 4, 5),
  ${summed},
  musts as (select edition_id, '^' || string_agg(case kind when 'must' then '[mx]' else '.' end, '' order by place) || '$' as pattern from places group by 1),
  scored as materialized (
    select year, stream, edition_id, left(region_code, 6) as head, sign, letters ~ (select pattern from musts m where m.edition_id = s.edition_id) as all_musts,
           2 * m + p as won, m + p + n as asked
    from sides s cross join lateral (
      select length(letters) - length(replace(letters, 'm', '')) as m, length(letters) - length(replace(letters, 'p', '')) as p,
             length(letters) - length(replace(letters, 'n', '')) as n) said),
  ${banded}`;

/** 现行结果单: the newest sheet of every community, year and stream, with the place where it counts. */
export const newest = sql`newest as (
    select distinct on (s.county_code, s.region_code, s.stream, s.year)
           s.county_code, s.region_code, s.year, s.stream, s.edition_id, s.letters, coalesce(at.place_code, s.region_code) as place_code
    from result_sheets s left join result_places at on at.region_code = s.region_code and at.year = s.year and at.stream = s.stream
    order by s.county_code, s.region_code, s.stream, s.year, s.revision desc)`;

/** The two sides of changes: what went and what came. */
export const sidesOf = (changes: SQL): SQL => sql`sides as (
    select year, stream, edition_id, region_code, before as letters, -1 as sign from ${changes} where before is not null
    union all select year, stream, edition_id, region_code, after, 1 from ${changes} where after is not null)`;

/** 据细则: the same sums from the rows of the rules alone, which the letters have no part in. */
export const fromRules = sql`${places},
  per_rule as not materialized (
    select r.year, r.stream, s.edition_id, left(s.place_code, 6) as head, s.place_code, r.county_code, r.region_code, p.place, p.kind, r.level
    from rule_results r join newest s on s.county_code = r.county_code and s.region_code = r.region_code and s.year = r.year and s.stream = r.stream
    join places p on p.edition_id = s.edition_id and p.rule_id = r.rule_id),
  counted as (
    select year, stream, edition_id, head, place, count(*) filter (where level = 'met') as met, count(*) filter (where level = 'partly') as partly,
           count(*) filter (where level = 'not-met') as not_met, count(*) filter (where level = 'not-applicable') as not_applicable
    from per_rule group by 1, 2, 3, 4, 5),
  ${summed},
  musts as (select edition_id, count(*) filter (where kind = 'must') as many from places group by 1),
  per_community as (
    select county_code, region_code, year, stream, 2 * count(*) filter (where level = 'met') + count(*) filter (where level = 'partly') as won,
           count(*) filter (where level <> 'not-applicable') as asked, count(*) filter (where kind = 'must' and level in ('met', 'not-applicable')) as musts
    from per_rule group by 1, 2, 3, 4),
  scored as materialized (
    select s.year, s.stream, s.edition_id, left(s.place_code, 6) as head, 1 as sign, coalesce(c.musts, 0) = m.many as all_musts,
           coalesce(c.won, 0) as won, coalesce(c.asked, 0) as asked
    from newest s join musts m on m.edition_id = s.edition_id
    left join per_community c on c.county_code = s.county_code and c.region_code = s.region_code and c.year = s.year and c.stream = s.stream),
  ${banded}`;
