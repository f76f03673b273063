import { and, asc, eq, isNull } from 'drizzle-orm';
import { allow, allowAnywhere, may } from '#app/domain/base/accounts/access.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { judgeVisit } from './hold.ts';
import type { DeviceInput, RevokeInput } from './input.ts';
import { isOver } from './model.ts';
import type { DeviceContact, DeviceLine } from './package.ts';
import { visitDevices, visits, visitTakings } from './tables.server.ts';

export type Device = typeof visitDevices.$inferSelect;

/** As many phones as one expert may have registered at a time. */
const mostDevices = 10;

/** 登记设备: a phone of the expert who is signed in; told twice it is registered once. Somebody else's id, or a revoked one, is none. */
export function registerDevice(ctx: Ctx, { deviceId, name }: DeviceInput): Promise<void> {
  return change(ctx, async (tx) => {
    allowAnywhere(tx, 'visit.carry-out');
    const mine = await tx.db.select().from(visitDevices).where(and(eq(visitDevices.ownerId, tx.actor.id), isNull(visitDevices.revokedAt))).for('update').limit(mostDevices + 1);
    const [known] = await tx.db.select().from(visitDevices).where(eq(visitDevices.id, deviceId));
    if (known && (known.ownerId !== tx.actor.id || known.revokedAt)) throw new Refusal('device-revoked', 403);
    if (!known && mine.length >= mostDevices) throw new Refusal('devices-too-many');
    await tx.db.insert(visitDevices).values({ id: deviceId, ownerId: tx.actor.id, name, registeredAt: tx.now, lastSeenAt: tx.now }).onConflictDoUpdate({ target: visitDevices.id, set: { name, lastSeenAt: tx.now } });
    await tx.record('device.registered', { id: deviceId, regionCode: homeOf(tx) }, { name });
  });
}

/** 撤销设备: by its owner or by the office that sends experts; visits wait for it no longer. */
export function revokeDevice(ctx: Ctx, { deviceId, reason }: RevokeInput): Promise<void> {
  return change(ctx, async (tx) => {
    const [device] = await tx.db.select().from(visitDevices).where(eq(visitDevices.id, deviceId)).for('update');
    if (device?.ownerId !== tx.actor.id) allow(tx, 'visit.plan', { regionCode: '*' });
    if (!device) throw new Refusal('device-not-found', 404);
    if (device.revokedAt) throw new Refusal('device-revoked');
    await tx.db.update(visitDevices).set({ revokedAt: tx.now, revokedBy: tx.actor.id, revokeReason: reason }).where(eq(visitDevices.id, deviceId));
    await tx.record('device.revoked', { id: deviceId, regionCode: '*' }, { name: device.name, reason });
    const waiting = await tx.db.select({ visit: visits }).from(visitTakings).innerJoin(visits, eq(visits.id, visitTakings.visitId)).where(eq(visitTakings.deviceId, deviceId)).orderBy(asc(visits.id)).for('update');
    for (const { visit } of waiting) if (!isOver(visit.state)) await judgeVisit(tx, visit);
  });
}

/** 设备到场: the device of the expert who is signed in, or the word that it must clear itself. */
export async function myDevice(ctx: Ctx, deviceId: string): Promise<Device> {
  const [device] = isId(deviceId) ? await ctx.db.select().from(visitDevices).where(eq(visitDevices.id, deviceId)) : [];
  if (!device || device.ownerId !== ctx.actor.id) throw new Refusal('device-unknown', 403);
  return device;
}

/** 手机报到: whether this phone must clear itself; asked with nothing but its own secret id, since a lost phone has no session. */
export async function contactDevice(ctx: Ctx, deviceId: string): Promise<DeviceContact> {
  await limit(ctx, `visit-contact:${ctx.address ?? ''}`, 600, 3600);
  const [device] = isId(deviceId) ? await ctx.db.select().from(visitDevices).where(eq(visitDevices.id, deviceId)) : [];
  const wipe = device !== undefined && device.revokedAt !== null;
  if (device && wipe) await tellWipe(ctx, device);
  return { wipe, serverAt: ctx.now.toISOString() };
}

/** 清除指令: the first time a revoked phone hears it is written down. */
export async function tellWipe(ctx: Ctx, device: Device): Promise<void> {
  if (device.wipedAt) return;
  await change(ctx, async (tx) => {
    await tx.db.update(visitDevices).set({ wipedAt: tx.now }).where(and(eq(visitDevices.id, device.id), isNull(visitDevices.wipedAt)));
    await tx.record('device.wiped', { id: device.id, regionCode: '*' }, { name: device.name });
  });
}

/** 我的设备. */
export async function listMyDevices(ctx: Ctx): Promise<DeviceLine[]> {
  allowAnywhere(ctx, 'visit.carry-out');
  const rows = await ctx.db.select().from(visitDevices).where(eq(visitDevices.ownerId, ctx.actor.id)).orderBy(asc(visitDevices.registeredAt)).limit(100);
  return rows.map(({ id, name, registeredAt, lastSeenAt, revokedAt }) => ({ id, name, registeredAt: registeredAt.toISOString(), lastSeenAt: lastSeenAt?.toISOString() ?? null, revokedAt: revokedAt?.toISOString() ?? null }));
}

/** 设备名册: all for the office of the nation; an expert sees their own. */
export async function listDevices(ctx: Ctx) {
  const isOffice = may(ctx.actor, 'visit.plan', { regionCode: '*' });
  if (!isOffice) allowAnywhere(ctx, 'visit.carry-out');
  return ctx.db
    .select({ id: visitDevices.id, name: visitDevices.name, ownerName: users.name, registeredAt: visitDevices.registeredAt, lastSeenAt: visitDevices.lastSeenAt, revokedAt: visitDevices.revokedAt, revokeReason: visitDevices.revokeReason, wipedAt: visitDevices.wipedAt })
    .from(visitDevices)
    .innerJoin(users, eq(users.id, visitDevices.ownerId))
    .where(isOffice ? undefined : eq(visitDevices.ownerId, ctx.actor.id))
    .orderBy(asc(users.name), asc(visitDevices.registeredAt))
    .limit(500);
}

/** Where an expert is at home, for the record of their phone. */
function homeOf(tx: Change): string {
  return tx.actor.grants.find(({ role }) => role === 'expert')?.regionCode ?? '*';
}
