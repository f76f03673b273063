import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { addAgent } from './add-agent.ts';
import { editOrganisation } from './edit.ts';
import { endAgent } from './end-agent.ts';
import { findPeople } from './find-people.ts';
import { OrganisationInput, VerdictInput } from './input.ts';
import { countUnverified, getOrganisation, isAgent, listMyOrganisations, listOrganisations } from './read.ts';
import { registerOrganisation } from './register.ts';
import { verifyOrganisation } from './verify.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import type { Role } from '#app/domain/base/accounts/model.ts';
import type { Db } from '#app/db/db.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { as, baohe, binhu, neighbour, test } from '#tests/world.ts';

const input = OrganisationInput.parse({
  kind: 'social-organisation', name: '包河区示例社会工作服务中心', creditCode: creditOf('52340111MJA123456'), regionCode: baohe,
  address: '示例路 1 号', contactName: '王宁', contactPhone: '0551-12345678',
});

function creditOf(first: string) {
  return [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((last) => first + last).find((each) => OrganisationInput.shape.creditCode.safeParse(each).success)!;
}

async function someone(db: Db, role: Role, region: string) {
  const ctx = as(db, role, region);
  await db.insert(users).values({ id: ctx.actor.id, name: ctx.actor.name, email: `${ctx.actor.id}@example.cn`, username: ctx.actor.id }).onConflictDoNothing();
  return ctx;
}

const recorded = async (db: Db, id: string) =>
  (await db.select({ event: records.event }).from(records).where(eq(records.subjectId, id)).orderBy(records.id)).map((row) => row.event);

describe('registering an organisation', () => {
  test('makes the registrar its agent and leaves a record', async ({ db }) => {
    const agent = await someone(db, 'organisation-agent', baohe);
    const id = await registerOrganisation(agent, input);
    expect(await getOrganisation(agent, id)).toMatchObject({ name: input.name, verification: 'unverified' });
    expect(await listMyOrganisations(agent)).toHaveLength(1);
    expect(await recorded(db, id)).toEqual(['organisation.registered']);
  });

  test('is refused for a credit code that is registered already', async ({ db }) => {
    const agent = await someone(db, 'organisation-agent', baohe);
    await registerOrganisation(agent, input);
    await expect(registerOrganisation(agent, input)).rejects.toThrow('organisation-code-taken');
  });

  test('is refused outside the region of the role, and to experts', async ({ db }) => {
    await expect(registerOrganisation(await someone(db, 'organisation-agent', neighbour), input)).rejects.toThrow('not-allowed');
    await expect(registerOrganisation(await someone(db, 'expert', '*'), input)).rejects.toThrow('not-allowed');
  });

  test('asks for a right credit code, but lets a committee come without one', () => {
    const given = { ...input, creditCode: `${input.creditCode.slice(0, 17)}${input.creditCode.endsWith('0') ? '1' : '0'}` };
    expect(OrganisationInput.safeParse(given).error?.issues[0]).toMatchObject({ path: ['creditCode'], message: 'credit-code' });
    expect(OrganisationInput.safeParse({ ...given, creditCode: '' }).success).toBe(false);
    expect(OrganisationInput.safeParse({ ...given, kind: 'community', creditCode: '' }).success).toBe(true);
  });
});

describe('verifying an organisation', () => {
  test('accepts it or not, with a reason, once, and leaves a record', async ({ db }) => {
    const agent = await someone(db, 'organisation-agent', baohe);
    const office = await someone(db, 'programme-officer', '*');
    const id = await registerOrganisation(agent, input);
    expect(await countUnverified(office)).toBe(1);

    expect(VerdictInput.safeParse({ verdict: 'rejected', revision: 0, note: '' }).success).toBe(false);
    await verifyOrganisation(office, id, { verdict: 'rejected', revision: 0, note: '名称与证书不一致' });
    expect(await getOrganisation(agent, id)).toMatchObject({ verification: 'rejected', verificationNote: '名称与证书不一致' });
    await expect(verifyOrganisation(office, id, { verdict: 'verified', revision: 0, note: '' })).rejects.toThrow('organisation-already-decided');

    await editOrganisation(agent, id, { ...input, name: '示例社会工作服务中心' });
    await verifyOrganisation(office, id, { verdict: 'verified', revision: 1, note: '' });
    expect(await recorded(db, id)).toEqual(['organisation.registered', 'organisation.rejected', 'organisation.edited', 'organisation.verified']);
    expect(await countUnverified(office)).toBe(0);
  });

  test('is refused when an agent has corrected the facts that the officer read', async ({ db }) => {
    const agent = await someone(db, 'organisation-agent', baohe);
    const office = await someone(db, 'programme-officer', '*');
    const id = await registerOrganisation(agent, input);
    const read = await getOrganisation(office, id);
    await editOrganisation(agent, id, { ...input, name: '示例教育培训有限公司' });
    await expect(verifyOrganisation(office, id, { verdict: 'verified', revision: read.revision, note: '' })).rejects.toThrow('organisation-corrected-meanwhile');
    await expect(verifyOrganisation(office, id, { verdict: 'rejected', revision: read.revision, note: '名称不一致' })).rejects.toThrow('organisation-corrected-meanwhile');
    expect(await getOrganisation(office, id)).toMatchObject({ verification: 'unverified', revision: 1 });
  });

  test('is refused to its own agent, and the neighbouring region does not see it', async ({ db }) => {
    const agent = await someone(db, 'organisation-agent', baohe);
    const id = await registerOrganisation(agent, input);
    await expect(verifyOrganisation(agent, id, { verdict: 'verified', revision: 0, note: '' })).rejects.toThrow('not-allowed');
    await expect(verifyOrganisation(await someone(db, 'programme-officer', neighbour), id, { verdict: 'verified', revision: 0, note: '' })).rejects.toThrow('organisation-not-found');
    await expect(getOrganisation(agent, 'x')).rejects.toThrow('organisation-not-found');
  });
});

describe('editing an organisation', () => {
  test('does not carry it to a place where its agent may register none', async ({ db }) => {
    const agent = await someone(db, 'organisation-agent', baohe);
    const id = await registerOrganisation(agent, input);
    await expect(editOrganisation(agent, id, { ...input, regionCode: neighbour })).rejects.toThrow('not-allowed');
    await editOrganisation(agent, id, { ...input, regionCode: binhu });
    expect((await getOrganisation(agent, id)).regionCode).toBe(binhu);
  });

  test('is refused to everybody who does not act for it', async ({ db }) => {
    const id = await registerOrganisation(await someone(db, 'organisation-agent', baohe), input);
    await expect(editOrganisation(await someone(db, 'programme-officer', '*'), id, input)).rejects.toThrow('not-allowed');
  });
});

describe('the agents of an organisation', () => {
  test('appoint one another, and the last one stays', async ({ db }) => {
    const agent = await someone(db, 'organisation-agent', baohe);
    const other = await someone(db, 'community-worker', binhu);
    const id = await registerOrganisation(agent, input);
    await expect(endAgent(agent, id, agent.actor.id)).rejects.toThrow('organisation-last-agent');

    await addAgent(agent, id, { login: other.actor.id });
    expect(await isAgent(other, id)).toBe(true);
    await expect(addAgent(agent, id, { login: other.actor.id })).rejects.toThrow('organisation-agent-already');
    await expect(addAgent(agent, id, { login: 'nobody-at-all' })).rejects.toThrow('organisation-person-unknown');

    await endAgent(other, id, agent.actor.id);
    expect(await isAgent(agent, id)).toBe(false);
    await expect(getOrganisation(agent, id)).rejects.toThrow('organisation-not-found');
    await expect(endAgent(other, id, agent.actor.id)).rejects.toThrow('organisation-agent-unknown');
    expect(await recorded(db, id)).toEqual(['organisation.registered', 'organisation.agent-added', 'organisation.agent-ended']);
  });

  test('are found by part of a name in the district by those who verify, by the whole user name alone by its agents', async ({ db }) => {
    const agent = await someone(db, 'organisation-agent', baohe);
    const id = await registerOrganisation(agent, input);
    for (const [name, regionCode] of [['near', binhu], ['far', neighbour]] as const) {
      await db.insert(users).values({ id: name, name: `王${name}`, username: `wang-${name}`, email: `${name}@example.cn`, regionCode });
    }
    const office = await someone(db, 'programme-officer', '*');
    const organisation = await getOrganisation(office, id);
    const found = async (ctx: typeof office, who: string) => (await findPeople(ctx, organisation, who)).map((row) => row.id);
    expect(await found(office, '王')).toEqual(['near']);
    expect(await found(office, 'wang-far')).toEqual(['far']);
    expect(await found(agent, '王')).toEqual([]);
    expect(await found(agent, 'WANG-near')).toEqual(['near']);
    await db.update(users).set({ disabledAt: office.now }).where(eq(users.id, 'near'));
    expect(await found(office, '王')).toEqual([]);
  });

  test('are not appointed by an officer who only reads the list', async ({ db }) => {
    const id = await registerOrganisation(await someone(db, 'organisation-agent', baohe), input);
    await expect(addAgent(await someone(db, 'government-officer', baohe), id, { login: 'expert-*' })).rejects.toThrow('not-allowed');
  });
});

describe('the register of organisations', () => {
  test('is searched by name and code, filtered, paged by key, and kept to the region', async ({ db }) => {
    const agent = await someone(db, 'organisation-agent', '*');
    const office = await someone(db, 'programme-officer', '*');
    await registerOrganisation(agent, input);
    for (let i = 0; i < 55; i += 1) await registerOrganisation(agent, { ...input, kind: 'community', creditCode: '', name: `第 ${i} 居民委员会`, regionCode: binhu });

    const first = await listOrganisations(office);
    expect(first.rows).toHaveLength(50);
    const second = await listOrganisations(office, { after: first.next });
    expect(second).toMatchObject({ rows: expect.objectContaining({ length: 6 }), previous: expect.any(String) });
    expect((await listOrganisations(office, { before: second.previous })).rows.map((row) => row.id)).toEqual(first.rows.map((row) => row.id));

    expect((await listOrganisations(office, { q: '社会工作' })).rows).toHaveLength(1);
    expect((await listOrganisations(office, { q: '100%_' })).rows).toHaveLength(0);
    expect((await listOrganisations(office, { q: input.creditCode.slice(0, 8) })).rows).toHaveLength(1);
    expect((await listOrganisations(office, { kind: 'enterprise' })).rows).toHaveLength(0);
    expect((await listOrganisations(office, { region: '340111' })).rows).toHaveLength(50);
    expect((await listOrganisations(office, { region: '32' })).rows).toHaveLength(0);
    expect((await listOrganisations(await someone(db, 'government-officer', neighbour))).rows).toHaveLength(0);
    expect((await listOrganisations(agent)).rows).toHaveLength(0);
  });
});
