import { type SQLWrapper, sql } from 'drizzle-orm';
import { alerts, alertSteps } from './tables.server.ts';

/** A column read from one table loses the name of its table, and the steps have an id of their own. */
const named = { countyCode: sql`${alerts}.county_code`, id: sql`${alerts}.id` };

/** 不再监测: whether an alert ended because nobody watches any more: its plan is over or has dropped what it aimed at. */
export const isUnwatched = ({ countyCode, id }: { countyCode: SQLWrapper; id: SQLWrapper } = named) => sql<boolean>`exists (select 1 from ${alertSteps} s where s.county_code = ${countyCode} and s.alert_id = ${id} and s.kind = 'unwatched')`;
