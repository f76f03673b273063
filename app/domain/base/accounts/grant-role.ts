import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { allow } from './access.ts';
import { addGrant } from './create-person.ts';
import type { GrantRole } from './input.ts';
import { canHold, isPlaceless } from './model.ts';
import { accountWithinReach } from './reach.ts';

/** 授予角色: by a security administrator, within their own region, to somebody else; the three administrators stay apart. */
export function grantRole(ctx: Ctx, userId: string, input: GrantRole): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'role.grant', { regionCode: input.regionCode });
    if (userId === tx.actor.id) throw new Refusal('grant-to-self', 403);
    const account = await accountWithinReach(tx, 'role.grant', userId);
    if (account.disabledAt) throw new Refusal('account-disabled');
    if (input.role === 'organisation-agent' && !input.organisationId) throw new Refusal('organisation-needed', 400);
    if (isPlaceless(input)) throw new Refusal('region-needed', 400);
    if (!canHold(account.grants.map(({ role }) => role), input.role)) throw new Refusal('role-separated');
    await addGrant(tx, { ...input, userId, grantedBy: tx.actor.id });
  });
}
