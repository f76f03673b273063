import { count, inArray, min, sql } from 'drizzle-orm';
import { dueLine, lyingIn, type Part } from '#app/domain/base/communities/told.ts';
import { openStates } from './model.ts';
import { hazards } from './tables.server.ts';

/** 要办的隐患 of these communities, by the nearest of their days. */
export const hazardsDue: Part = (_ctx, { codes }) => sql`
  select ${dueLine({ regionCode: hazards.regionCode, kind: 'hazards-handle', day: min(hazards.dueOn), path: 'children/hazards', figure: count() })}
  from ${hazards} where ${lyingIn(hazards, codes)} and ${inArray(hazards.state, [...openStates])} group by ${hazards.regionCode}`;
