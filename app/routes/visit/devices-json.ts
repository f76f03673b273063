import { listMyDevices, registerDevice, revokeDevice } from '#app/domain/pilot/visits/devices.ts';
import { DeviceInput, RevokeInput } from '#app/domain/pilot/visits/input.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Route } from './+types/devices-json.ts';
import { answerPhone } from '#app/routes/phone/answer-phone.ts';

/** 我的设备. */
export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return answerPhone(ctx, () => listMyDevices(ctx));
}

/** 登记这台手机 (POST) or 撤销一台 (DELETE): answers with the device. */
export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answerPhone(ctx, async () => {
    const sent: unknown = await request.json().catch(() => undefined);
    const asked = (request.method === 'DELETE' ? RevokeInput : DeviceInput).safeParse(sent);
    if (!asked.success) throw new Refusal(ctx.actor.id === '' ? 'sign-in-needed' : 'form-unreadable', ctx.actor.id === '' ? 401 : 400);
    if ('reason' in asked.data) await revokeDevice(ctx, asked.data);
    else await registerDevice(ctx, asked.data);
    return (await listMyDevices(ctx)).find(({ id }) => id === asked.data.deviceId);
  });
}
