import { sql } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { isHeldBack } from '#app/domain/base/accounts/held-grants.ts';
import { hashToken } from '#app/domain/base/accounts/session-token.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import type { Actor, Grant } from '#app/platform/ctx.ts';
import { isToken, usedEverySeconds } from './model.ts';

type Found = {
  id: string; user_id: string; name: string; token_name: string; has_second_factor: boolean; is_system: boolean; verbs: string[];
  region_code: string; organisation_id: string | null; per_minute: number; is_stale: boolean; grants: Grant[];
};

/**
 * 令牌所代表的人: the owner with the grants they hold at this moment, narrowed to the token's place and verbs. One question;
 * nothing is kept, so a token revoked, an account disabled or a role taken away counts from the next request on.
 */
export async function actorOfToken(db: Db, text: string, now: Date): Promise<Actor | undefined> {
  if (!isToken(text)) return undefined;
  const at = now.toISOString();
  const { rows } = await db.execute<Found>(sql`
    select t.id, t.user_id, u.name, t.name as token_name, u.two_factor_enabled as has_second_factor, s.user_id is not null as is_system, t.verbs,
      t.region_code, t.organisation_id, t.per_minute, coalesce(t.last_used_at < ${at}::timestamptz - ${usedEverySeconds} * interval '1 second', true) as is_stale,
      (select coalesce(json_agg(json_build_object('role', g.role, 'regionCode', g.region_code, 'organisationId', g.organisation_id)), '[]')
         from role_grants g where g.user_id = t.user_id) as grants
    from access_tokens t join users u on u.id = t.user_id left join system_clients s on s.user_id = t.user_id
    where t.token_hash = ${hashToken(text)} and t.revoked_at is null and t.expires_at > ${at}::timestamptz and u.disabled_at is null`);
  const [found] = rows;
  if (!found) return undefined;
  if (found.is_stale) await db.execute(sql`update access_tokens set last_used_at = ${at}::timestamptz where id = ${found.id}`);

  return {
    id: found.user_id,
    name: `${found.name} · ${found.token_name}`,
    grants: !found.is_system && isHeldBack(found.grants, found.has_second_factor) ? [] : narrowed(found.grants, found.region_code, found.organisation_id),
    token: { id: found.id, verbs: found.verbs, perMinute: found.per_minute },
  };
}

/** 收窄: what of these grants lies in the token's place; a token for the nation narrows nothing. */
export function narrowed(grants: readonly Grant[], regionCode: string, organisationId: string | null): Grant[] {
  return grants
    .filter((grant) => !organisationId || grant.organisationId === organisationId)
    .flatMap((grant) => {
      if (contains(regionCode, grant.regionCode)) return [grant];
      return contains(grant.regionCode, regionCode) ? [{ ...grant, regionCode }] : [];
    });
}
