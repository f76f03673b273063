import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import type { Db } from '#app/db/db.server.ts';
import { builtInTexts } from '#app/i18n/notifications.ts';
import { readConfig } from '#app/platform/config.ts';
import { records } from '#app/platform/tables.server.ts';
import { aGateway } from '#tests/receivers.ts';
import { as, ctxOf, person, test, today } from '#tests/world.ts';
import { addContact, listContacts, proveContact, removeContact } from './contacts.ts';
import { handOver } from './hand-over.ts';
import { NewContact, NotificationDeed } from './input.ts';
import { ownPreferences, savePreferences } from './preferences.ts';
import { providersFrom } from './providers/chosen.ts';
import { deliveries } from './tables.server.ts';
import { editedTemplates, editTemplate, restoreTemplate, templateVersions } from './templates.ts';
import { usual } from './model.ts';
import { noteContact } from './note-contact.ts';

const anna = (db: Db, now = today) => ctxOf(db, person('expert', '*', 'anna'), now);
const minutes = (n: number) => new Date(today.getTime() + n * 60_000);
const phone = (address = '13812345678') => NewContact.parse({ channel: 'sms', address });

async function people(db: Db) {
  await db.insert(users).values(['anna', 'bao'].map((id) => ({ id, name: id, email: `${id}@accounts.invalid` })));
}
const eventsOf = async (db: Db, id: string) => (await db.select({ event: records.event }).from(records).where(eq(records.subjectId, id))).map((row) => row.event);

/** The code as it arrives on the phone. */
async function codeSent(db: Db, now = today): Promise<string> {
  const gateway = await aGateway();
  const ids = (await db.select().from(deliveries).where(eq(deliveries.state, 'waiting'))).map((row) => row.id);
  await handOver(ctxOf(db, undefined, now), ids, { providers: providersFrom(readConfig({ SMS_URL: gateway.url })), builtIn: builtInTexts });
  await gateway.close();
  return /\d{6}/.exec(gateway.posts.at(-1)?.body.text ?? '')![0];
}

describe('an address of one’s own', () => {
  test('counts once the code that was sent there comes back, and takes the place of the one before', async ({ db }) => {
    await people(db);
    const first = await addContact(anna(db), phone(), ['sms']);
    expect(await listContacts(anna(db))).toEqual([{ id: first, channel: 'sms', address: '13812345678', isProven: false }]);
    await proveContact(anna(db), first, await codeSent(db));
    const second = await addContact(anna(db, minutes(1)), phone('13912345678'), ['sms']);
    expect((await listContacts(anna(db))).map((each) => each.isProven).toSorted()).toEqual([false, true]);
    await proveContact(anna(db, minutes(2)), second, await codeSent(db, minutes(2)));
    expect(await listContacts(anna(db))).toEqual([{ id: second, channel: 'sms', address: '13912345678', isProven: true }]);
    await removeContact(anna(db), second);
    expect(await listContacts(anna(db))).toEqual([]);
    expect(await eventsOf(db, 'anna')).toEqual(['contact.added', 'contact.verified', 'contact.added', 'contact.verified', 'contact.removed']);
  });

  test('is not proven by a wrong code, an old one, another person or many guesses', async ({ db }) => {
    await people(db);
    const id = await addContact(anna(db), phone(), ['sms']);
    const code = await codeSent(db);
    const wrong = code === '000000' ? '000001' : '000000';
    await expect(proveContact(anna(db), id, wrong)).rejects.toThrow('contact-code-wrong');
    await expect(proveContact(ctxOf(db, person('expert', '*', 'bao')), id, code)).rejects.toThrow('contact-not-found');
    for (let n = 0; n < 3; n += 1) await expect(proveContact(anna(db), id, wrong)).rejects.toThrow('contact-code-wrong');
    await expect(proveContact(anna(db), id, code)).rejects.toThrow('too-many-tries');
    await expect(proveContact(anna(db, minutes(11)), id, code)).rejects.toThrow('contact-code-wrong');
    await expect(removeContact(ctxOf(db, person('expert', '*', 'bao')), id)).rejects.toThrow('contact-not-found');
  });

  test('is refused to visitors, to people without a role, by a channel that is closed, and too often', async ({ db }) => {
    await people(db);
    await expect(addContact(ctxOf(db), phone(), ['sms'])).rejects.toThrow('sign-in-needed');
    await expect(addContact(ctxOf(db, { id: 'bao', name: 'bao', grants: [] }), phone(), ['sms'])).rejects.toThrow('contact-role-needed');
    await expect(addContact(anna(db), phone(), ['email'])).rejects.toThrow('channel-closed');
    for (let n = 0; n < 3; n += 1) await addContact(anna(db), phone(), ['sms']);
    await expect(addContact(anna(db), phone(), ['sms'])).rejects.toThrow('too-many-tries');
    await expect(noteContact(anna(db), 'anna', phone())).rejects.toThrow('not-allowed');
  });

  test('is read strictly', () => {
    const add = (more: object) => NotificationDeed.safeParse({ deed: 'add', isOwn: 'yes', ...more }).success;
    expect(add({ channel: 'email', address: 'Anna@Example.cn' })).toBe(true);
    expect(add({ channel: 'email', address: 'anna@example.cn\r\nBcc: x@example.cn' })).toBe(false);
    expect(add({ channel: 'sms', address: '12345' })).toBe(false);
    expect(add({ channel: 'wechat', address: 'a b' })).toBe(false);
    expect(NotificationDeed.safeParse({ deed: 'add', channel: 'sms', address: '13812345678' }).success).toBe(false);
    expect(NotificationDeed.safeParse({ deed: 'save', locale: 'en', digest: 'daily', quietFrom: '25:00', quietTo: '08:00' }).success).toBe(false);
    expect(NotificationDeed.safeParse({ deed: 'save', locale: 'en', digest: 'daily', quietFrom: '22:00', quietTo: '08:00', choice: ['deadlines.fax'] }).success).toBe(false);
  });
});

describe('preferences', () => {
  test('are the usual ones until saved, and are one’s own', async ({ db }) => {
    await people(db);
    expect(await ownPreferences(anna(db))).toEqual(usual);
    await savePreferences(anna(db), { ...usual, digest: 'daily', choices: { tasks: ['sms'] } });
    await savePreferences(anna(db), { ...usual, digest: 'weekly', choices: { tasks: ['sms'] } });
    expect(await ownPreferences(anna(db))).toEqual({ ...usual, digest: 'weekly', choices: { tasks: ['sms'] } });
    expect(await ownPreferences(ctxOf(db, person('expert', '*', 'bao')))).toEqual(usual);
    expect(await eventsOf(db, 'anna')).toEqual(['notification.preferences-saved', 'notification.preferences-saved']);
    expect(() => savePreferences(ctxOf(db), usual)).toThrow('sign-in-needed');
  });
});

describe('the words of a kind', () => {
  const words = { subject: '{unit} 退回', body: '{person}：请在 {day} 前改好 {unit}（{number}）。{link}', short: '{unit} 请在 {day} 前改好' };

  test('are edited in versions, restored, and go back to the built-in ones', async ({ db }) => {
    await db.insert(users).values({ id: 'office', name: '沈若溪', email: 'office@accounts.invalid' });
    const office = ctxOf(db, person('programme-officer', '*', 'office'));
    expect(await editTemplate(office, 'application-returned', 'zh-CN', words)).toBe(1);
    expect(await editTemplate(office, 'application-returned', 'zh-CN', { ...words, subject: '请补正' })).toBe(2);
    expect(await restoreTemplate(office, 'application-returned', 'zh-CN', 1)).toBe(3);
    expect((await editedTemplates(office)).get('application-returned zh-CN')).toBe(3);
    expect((await templateVersions(office, 'application-returned', 'zh-CN')).map((each) => [each.version, each.words?.subject, each.by])).toEqual([[3, '{unit} 退回', '沈若溪'], [2, '请补正', '沈若溪'], [1, '{unit} 退回', '沈若溪']]);
    await restoreTemplate(office, 'application-returned', 'zh-CN', 0);
    expect(await editedTemplates(office)).toEqual(new Map());
    expect(await templateVersions(office, 'application-returned', 'en')).toEqual([]);
    expect(await eventsOf(db, 'application-returned zh-CN')).toEqual(Array.from({ length: 4 }, () => 'template.edited'));
  });

  test('name only what the kind knows, keep the code in a code, and are for those who may', async ({ db }) => {
    const office = as(db, 'programme-officer', '*');
    await expect(editTemplate(office, 'application-complete', 'en', words)).rejects.toThrow('template-placeholder-unknown');
    await expect(editTemplate(office, 'contact-code', 'en', { subject: 'Code', body: '{code}', short: 'Your code' })).rejects.toThrow('template-code-missing');
    await expect(restoreTemplate(office, 'application-returned', 'en', 7)).rejects.toThrow('not-found');
    await expect(editTemplate(as(db, 'programme-officer', '34'), 'application-returned', 'en', words)).rejects.toThrow('not-allowed');
    await expect(restoreTemplate(as(db, 'expert', '*'), 'application-returned', 'en', 0)).rejects.toThrow('not-allowed');
    await expect(templateVersions(as(db, 'audit-admin', '*'), 'application-returned', 'en')).rejects.toThrow('not-allowed');
    await expect(editedTemplates(ctxOf(db))).rejects.toThrow('sign-in-needed');
  });
});
