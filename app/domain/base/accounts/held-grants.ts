import { type SQL, sql } from 'drizzle-orm';
import { config } from '#app/platform/config.ts';
import type { Grant } from '#app/platform/ctx.ts';
import { isStaff } from './model.ts';
import { roleGrants } from './tables.server.ts';

/** What a question asks of the grants that it joins. */
export const grantColumns = { role: roleGrants.role, regionCode: roleGrants.regionCode, organisationId: roleGrants.organisationId, oldCodes: oldCodes(roleGrants.regionCode) };

type Row = { role: string | null; regionCode: string | null; organisationId: string | null; oldCodes: string[] };

/** 所持授权: a role in a region also stands for the old codes of what lies in it today. */
export function grantsOf(rows: readonly Row[]): Grant[] {
  return rows.flatMap(({ role, regionCode, organisationId, oldCodes: old }) =>
    role && regionCode ? [regionCode, ...old].map((code) => ({ role, regionCode: code, organisationId })) : [],
  );
}

/** 待设二次验证: staff may do nothing until they have a second factor; the demonstration asks for none. */
export function isHeldBack(grants: readonly Grant[], hasSecondFactor: boolean | null): boolean {
  return isStaff(grants.map((grant) => grant.role)) && !hasSecondFactor && config().DEMO === 'no';
}

/** 沿革中的旧代码: a role in a region also counts for what lay elsewhere and lies in it today, unless another unit bears that code now. */
function oldCodes(column: typeof roleGrants.regionCode): SQL<string[]> {
  return sql<string[]>`array(select distinct l.old_code from region_lineage l
    where ${column} <> '*' and l.present_code >= ${column} and l.present_code < ${column} || ':' and not l.is_reused
      and not (l.old_code >= ${column} and l.old_code < ${column} || ':'))`;
}
