import { and, eq, isNotNull, lte, type SQL, sql } from 'drizzle-orm';
import { alerts, alertSteps } from './tables.server.ts';

const a = alerts;

/** 确认过: since it was last answered somebody has confirmed that the measure was carried out. */
const isConfirmed = sql`exists (select from ${alertSteps} s where s.county_code = ${a.countyCode} and s.alert_id = ${a.id} and s.kind = 'measure-done' and s.at >= ${a.answeredAt})`;

/** 到期未确认的措施: promised for a real alert, its day has come, and nobody has confirmed it. */
export const measureIsDue = (today: string): SQL | undefined => and(eq(a.state, 'closed'), eq(a.verdict, 'real'), isNotNull(a.measureBy), lte(a.measureBy, today), sql`not ${isConfirmed}`);

type Promised = Pick<typeof alerts.$inferSelect, 'state' | 'verdict' | 'measureBy' | 'answeredAt'>;

/** 还等确认: a measure with a day, of a real alert, which nobody has confirmed since. */
export const awaitsMeasure = ({ state, verdict, measureBy, answeredAt }: Promised, steps: readonly { kind: string; at: Date }[]): boolean =>
  state === 'closed' && verdict === 'real' && measureBy !== null && !steps.some(({ kind, at }) => kind === 'measure-done' && (answeredAt === null || at >= answeredAt));
