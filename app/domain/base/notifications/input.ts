import { z } from 'zod';
import { isMobileNumber } from '#app/domain/base/accounts/model.ts';
import { channels, deliveryStates, digests, letterKinds, topics } from './model.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'clock');
const code = z.string().trim().regex(/^\d{6}$/, 'contact-code');
const yes = z.literal('yes', 'contact-own');

export const NewContact = z.discriminatedUnion('channel', [
  z.object({ channel: z.literal('email'), address: z.string().trim().toLowerCase().max(120).pipe(z.email()) }),
  z.object({ channel: z.literal('sms'), address: z.string().trim().refine(isMobileNumber, 'mobile-number') }),
  z.object({ channel: z.literal('wechat'), address: z.string().trim().regex(/^[\w@.-]{3,64}$/, 'wechat-id') }),
]);
export type NewContact = z.output<typeof NewContact>;

const locale = z.enum(['zh-CN', 'en']);
const choice = z.templateLiteral([z.enum(topics), '.', z.enum(channels)]);
const ownContact = z.object({ deed: z.literal('add'), isOwn: yes }).and(NewContact);

/** 通知设置的操作: save what one chose, add an address, prove it, take it away. */
export const NotificationDeed = z.union([
  z.object({ deed: z.literal('save'), locale, digest: z.enum(digests), quietFrom: clock, quietTo: clock, choice: z.array(choice).default([]) }),
  z.object({ deed: z.literal('prove'), id: z.uuid(), code }),
  z.object({ deed: z.literal('remove'), id: z.uuid() }),
  ownContact,
]);
export type NotificationDeed = z.output<typeof NotificationDeed>;

const words = (most: number) => z.string().trim().min(2).max(most);

/** 模板的操作: new words, or an earlier version again (0 is the built-in one). */
export const TemplateDeed = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('save'), locale, subject: words(120), body: words(4000), short: words(300) }),
  z.object({ deed: z.literal('restore'), locale, version: z.coerce.number().int().min(0).max(100_000) }),
]);
export type TemplateDeed = z.output<typeof TemplateDeed>;

const cursor = { after: z.uuid().optional(), before: z.uuid().optional() };

/** 投递记录的筛选. */
export const DeliveryFilter = z.object({
  ...cursor,
  channel: z.enum(channels).optional(),
  state: z.enum(deliveryStates).optional(),
  kind: z.enum(letterKinds).optional(),
  person: z.string().trim().min(1).max(60).optional(),
});
export type DeliveryFilter = z.output<typeof DeliveryFilter>;

export const Resend = z.object({ id: z.uuid() });
