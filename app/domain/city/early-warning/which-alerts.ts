import { and, eq, gte, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import { inside } from '#app/domain/base/regions/inside.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import type { Cursor } from '#app/platform/keyset.ts';
import { isUnwatched } from './is-unwatched.ts';
import type { AlertLevel, AlertState, Outcome, RuleCode } from './model.ts';
import { measureIsDue } from './promised-measure.ts';
import { alerts } from './tables.server.ts';

export type AlertFilter = Cursor & {
  region?: string | undefined; state?: AlertState | undefined; level?: AlertLevel | undefined; rule?: RuleCode | undefined; department?: string | undefined; owner?: 'mine' | 'nobody' | undefined;
  outcome?: Outcome | undefined; /** Days on which it was raised; either may be left out, and the later one may stand first. */ from?: string | undefined; until?: string | undefined;
  /** One place whose silence is opened: its rows instead of the line. */
  silent?: string | undefined;
  /** Only those whose promised measure is due and not confirmed. */
  measure?: 'due' | undefined;
};

/** 哪些预警: what a filter asks for, inside the own regions. */
export function whichAlerts(ctx: Ctx, { region, silent, state, level, rule, department, owner, outcome, measure, ...asked }: AlertFilter): SQL | undefined {
  const a = alerts;
  const [from, until] = asked.from && asked.until && asked.from > asked.until ? [asked.until, asked.from] : [asked.from, asked.until];
  return and(
    within(ctx, 'warning.read', a.regionCode), inside(a.regionCode, region), silent === undefined ? undefined : and(eq(a.rule, 'W1'), sql`left(${a.regionCode}, 6) = ${silent}`), state ? eq(a.state, state) : undefined, level ? eq(a.level, level) : undefined,
    rule ? eq(a.rule, rule) : undefined, department ? eq(a.department, department) : undefined, owner === 'mine' ? eq(a.ownerId, ctx.actor.id) : owner === 'nobody' ? isNull(a.ownerId) : undefined,
    outcome && cameTo(outcome), measure && measureIsDue(beijingDay(ctx.now)), from ? gte(a.raisedOn, from) : undefined, until ? lte(a.raisedOn, until) : undefined,
  );
}

function cameTo(outcome: Outcome): SQL | undefined {
  if (outcome === 'unjudged') return and(inArray(alerts.state, ['closed', 'ended']), isNull(alerts.verdict));
  return outcome === 'unwatched' ? and(eq(alerts.state, 'ended'), isUnwatched()) : eq(alerts.verdict, outcome);
}
