import { and, between, isNull, sql } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { inParts } from '#app/platform/in-batches.ts';
import type { Grounded } from './find-grounds.ts';
import { type AlertLevel, alertLevels, type AlertState, type Ground, type StepKind } from './model.ts';
import { isAnother, takenInBy, type TakenIn } from './same-matter.ts';
import { alerts, alertSteps } from './tables.server.ts';

const atOnce = 2000;
type Held = Pick<typeof alerts.$inferSelect, 'countyCode' | 'id' | 'regionCode' | 'indicatorId' | 'rule' | 'level' | 'state' | 'ground' | 'dueOn' | 'handledBy' | 'planId' | 'department'>;
type Moved = { county_code: number; id: string; level: AlertLevel; state: AlertState; ground: unknown; due_on: string; ended_on: string | null; handled_by: string[]; rule_region: string; rule_version: number; plan_id: string | null; department: string; kind: StepKind | null };
type Fresh = { ground: Grounded; taken: TakenIn };
export type Told = { raised: number; rose: number; fell: number; ended: number; reopened: number };

/**
 * 记下依据: one alert for region, indicator and rule. New grounds raise one, worse ones let it rise and wait for an answer anew, milder
 * ones let it fall; where the ground is gone it ends by itself and is kept. A closed one is opened again only when things got worse;
 * where the ground is one period, another period is another alert. Another rule that finds a ground of the same cause is worse, too,
 * and what is taken in keeps its day and whoever had it in hand. An alert that goes on under another plan, or another lead, is that one's. Where the plan is over and nobody looks any more, the history says that.
 */
export async function keepGrounds(tx: Change, counties: readonly [number, number], grounds: readonly Grounded[], today: string, dueOf: (ground: Grounded) => string, isWatched: (alert: Held) => boolean = () => true): Promise<Told> {
  const held: Held[] = await tx.db.select({ countyCode: alerts.countyCode, id: alerts.id, regionCode: alerts.regionCode, indicatorId: alerts.indicatorId, rule: alerts.rule, level: alerts.level, state: alerts.state, ground: alerts.ground, dueOn: alerts.dueOn, handledBy: alerts.handledBy, planId: alerts.planId, department: alerts.department })
    .from(alerts).where(and(between(alerts.countyCode, ...counties), isNull(alerts.endedOn))).for('update');
  const byKey = new Map(held.map((alert) => [keyOf(alert), alert]));
  const found = new Set(grounds.map(keyOf));
  const gone = held.filter((alert) => !found.has(keyOf(alert)));
  const takenIn = takenInBy(gone);
  const told: Told = { raised: 0, rose: 0, fell: 0, ended: 0, reopened: 0 };
  const fresh: Fresh[] = [];
  const moved: Moved[] = [];
  for (const ground of grounds) {
    const known = byKey.get(keyOf(ground));
    const taken = takenIn(ground);
    if (!known) fresh.push({ ground, taken });
    else if (isAnother(known, ground)) {
      moved.push(endOf(known, today));
      fresh.push({ ground, taken });
    } else {
      const move = moveOf(known, ground, taken, dueOf);
      if (move) moved.push(move);
    }
  }
  for (const known of gone) moved.push({ ...endOf(known, today), kind: isWatched(known) ? 'ended' : 'unwatched' });
  for (const { kind } of moved) if (kind === 'unwatched') told.ended += 1; else if (kind === 'rose' || kind === 'fell' || kind === 'ended' || kind === 'reopened') told[kind] += 1;
  for (const part of inParts(moved, atOnce)) await write(tx, part);
  for (const part of inParts(fresh, atOnce)) told.raised += await raise(tx, part, today, dueOf);
  return told;
}

const keyOf = ({ regionCode, indicatorId, rule }: Pick<Held, 'regionCode' | 'indicatorId' | 'rule'>) => `${regionCode} ${indicatorId} ${rule}`;
const sooner = (due: string, { dueOn }: TakenIn) => (dueOn !== null && dueOn < due ? dueOn : due);
const rank = (level: AlertLevel) => alertLevels.indexOf(level);
/** What grows by itself from night to night is no news; the database keeps the names in an order of its own. */
const still = (ground: Ground) => JSON.stringify([ground.period, ground.actual, ground.expected, ground.target, ground.dueOn, ground.share, ground.usual, ground.change, ground.also]);
/** A rule that had no ground here until now is news, whatever the level. */
const hasJoined = (known: Ground, found: Ground) => (found.also ?? []).some((rule) => !known.also?.includes(rule));

function endOf({ countyCode: county_code, id, level, state, ground, dueOn, handledBy, planId, department }: Held, today: string): Moved {
  return { county_code, id, level, state: state === 'closed' ? 'closed' : 'ended', ground, due_on: dueOn, ended_on: today, handled_by: handledBy, rule_region: '', rule_version: 0, plan_id: planId, department, kind: 'ended' };
}

function moveOf(known: Held, ground: Grounded, taken: TakenIn, dueOf: (ground: Grounded) => string): Moved | null {
  const [isHigher, isMilder, isJoined] = [rank(ground.level) > rank(known.level), rank(ground.level) < rank(known.level), hasJoined(known.ground, ground.ground)];
  const isWorse = isHigher || isJoined;
  const isClosed = known.state === 'closed';
  if (isClosed && !isWorse) return null;
  const isElsewhere = ground.planId !== known.planId || ground.department !== known.department;
  if (!isWorse && !isMilder && !isElsewhere && still(ground.ground) === still(known.ground)) return null;
  const due = isWorse ? sooner(dueOf(ground), taken) : known.dueOn;
  return {
    county_code: known.countyCode, id: known.id, level: ground.level, state: isWorse ? 'open' : known.state, ground: ground.ground, due_on: isClosed || due < known.dueOn || known.state === 'answered' ? due : known.dueOn, ended_on: null, handled_by: [...new Set([...known.handledBy, ...taken.handledBy])],
    rule_region: ground.ruleRegion, rule_version: ground.ruleVersion, plan_id: ground.planId, department: ground.department, kind: isClosed ? 'reopened' : isHigher ? 'rose' : isJoined ? 'joined' : isMilder ? 'fell' : null,
  };
}

async function write(tx: Change, part: readonly Moved[]): Promise<void> {
  await tx.db.execute(sql`
    with moved as (select * from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as m (county_code int, id uuid, level text, state text, ground jsonb, due_on date, ended_on date, handled_by text[], rule_region text, rule_version int, plan_id uuid, department text, kind text)),
    kept as (
      update ${alerts} a set level = m.level, state = m.state, ground = m.ground, due_on = m.due_on, ended_on = m.ended_on, handled_by = m.handled_by, plan_id = m.plan_id, department = m.department,
        escalation = case when m.kind in ('rose', 'joined', 'reopened') then 0 else a.escalation end,
        verdict = case when m.kind = 'reopened' then null else a.verdict end, closed_at = case when m.kind = 'reopened' then null else a.closed_at end, closed_by_name = case when m.kind = 'reopened' then null else a.closed_by_name end,
        rule_region = case when m.rule_region = '' then a.rule_region else m.rule_region end, rule_version = case when m.rule_region = '' then a.rule_version else m.rule_version end
      from moved m where a.county_code = m.county_code and a.id = m.id returning a.county_code, a.id, a.level, m.kind)
    insert into ${alertSteps} (county_code, alert_id, kind, level, at) select county_code, id, kind, level, ${tx.now.toISOString()} from kept where kind is not null`);
}

async function raise(tx: Change, part: readonly Fresh[], today: string, dueOf: (ground: Grounded) => string): Promise<number> {
  const rows = part.map(({ ground, taken }) => ({
    county_code: countyCode(ground.regionCode), region_code: ground.regionCode, indicator_id: ground.indicatorId, rule: ground.rule, rule_region: ground.ruleRegion, rule_version: ground.ruleVersion,
    plan_id: ground.planId, department: ground.department, level: ground.level, ground: ground.ground, due_on: sooner(dueOf(ground), taken), handled_by: taken.handledBy,
  }));
  const { rowCount } = await tx.db.execute(sql`
    with raised as (
      insert into ${alerts} (county_code, region_code, indicator_id, rule, rule_region, rule_version, plan_id, department, level, ground, due_on, handled_by, raised_on)
      select *, ${today}::date from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (county_code int, region_code text, indicator_id int, rule text, rule_region text, rule_version int, plan_id uuid, department text, level text, ground jsonb, due_on date, handled_by text[])
      on conflict (county_code, region_code, indicator_id, rule) where ended_on is null do nothing returning county_code, id, level)
    insert into ${alertSteps} (county_code, alert_id, kind, level, at) select county_code, id, 'raised', level, ${tx.now.toISOString()} from raised`);
  return rowCount ?? 0;
}
