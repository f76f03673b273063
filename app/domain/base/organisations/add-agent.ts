import { may } from '#app/domain/base/accounts/access.ts';
import { findByLogin } from '#app/domain/base/accounts/people.ts';
import { change, type Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { AgentInput } from './input.ts';
import { getOrganisation, isAgent, type Organisation } from './read.ts';
import { organisationAgents } from './tables.server.ts';

/** 增加经办人: by one of its agents or by the officer who verifies it. */
export function addAgent(ctx: Ctx, id: string, input: AgentInput): Promise<void> {
  return change(ctx, async (tx) => {
    const organisation = await getOrganisation(tx, id);
    await allowToAppoint(tx, organisation);

    const person = await findByLogin(tx, input.login);
    if (!person) throw new Refusal('organisation-person-unknown');
    if (await isAgent(tx, id, person.id)) throw new Refusal('organisation-agent-already');

    await tx.db
      .insert(organisationAgents)
      .values({ organisationId: id, userId: person.id, since: tx.now })
      .onConflictDoUpdate({ target: [organisationAgents.organisationId, organisationAgents.userId], set: { since: tx.now, until: null } });
    await tx.record('organisation.agent-added', organisation, { agent: person.name });
  });
}

/** Who decides who acts for it: its agents, and the officers who verify it. */
export async function allowToAppoint(tx: Change, organisation: Organisation): Promise<void> {
  if (may(tx.actor, 'organisation.verify', organisation)) return;
  if (!(await isAgent(tx, organisation.id))) throw new Refusal('not-allowed', 403);
}
