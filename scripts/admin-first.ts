import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { openDb } from '#app/db/db.server.ts';
import { sentence } from '#app/db/embedded-place.ts';
import { makeFirstAdministrator, setUpCode } from '#app/domain/base/accounts/first-administrator.ts';
import { FirstAdministrator } from '#app/domain/base/accounts/input.ts';
import { explainIssue } from '#app/i18n/input.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { readConfig } from '#app/platform/config.ts';
import { system } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { withDatabase } from './database.ts';
import { fail } from './say.ts';

/** 首位管理员 from the terminal: asks what the page asks, or reads the answers line by line from standard input. */
const questions: [name: keyof FirstAdministrator, zh: string, en: string][] = [
  ['name', '您的姓名（系统管理员）', 'your name (system administrator)'],
  ['username', '登录名', 'user name'],
  ['password', '密码', 'password'],
  ['securityAdmin', '安全保密管理员的姓名', 'name of the security administrator'],
  ['auditAdmin', '安全审计员的姓名', 'name of the audit administrator'],
];

async function answers(): Promise<Record<string, string>> {
  let isSecret = false;
  const screen = new Writable({ write: (piece: Buffer, _, done) => (isSecret ? done() : process.stdout.write(piece, () => done())) });
  const lines = createInterface({ input: process.stdin, output: screen, terminal: process.stdin.isTTY });
  const given: Record<string, string> = { code: setUpCode() };
  const typed = lines[Symbol.asyncIterator]();
  for (const [name, zh, en] of questions) {
    process.stdout.write(`${zh} · ${en}: `);
    isSecret = name === 'password';
    given[name] = String((await typed.next()).value ?? '').trim();
    isSecret = false;
    if (!process.stdin.isTTY || name === 'password') process.stdout.write('\n');
  }
  given.again = given.password ?? '';
  lines.close();
  return given;
}

await withDatabase(async (urls) => {
  const { db, close } = openDb(urls.appUrl, 2);
  try {
    const parsed = FirstAdministrator.safeParse(await answers());
    if (!parsed.success) {
      throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}：${explainIssue(issue, 'zh-CN')} · ${explainIssue(issue, 'en')}`).join('\n'));
    }
    const ctx = { actor: system, db, now: new Date(), locale: 'zh-CN' as const, requestId: 'admin-first', address: 'terminal' };
    const made = await makeFirstAdministrator(ctx, parsed.data).catch((error: unknown) => {
      throw error instanceof Refusal ? sentence(refusalSentence(error.code, 'zh-CN'), refusalSentence(error.code, 'en')) : error;
    });
    const { PUBLIC_URL, PORT } = readConfig(process.env);
    const link = (token: string) => new URL(`/account/invitation/${token}`, PUBLIC_URL ?? `http://localhost:${PORT}`).href;
    console.log(`✓ 系统管理员已设立 · the system administrator is there\n  ${parsed.data.securityAdmin}（安全保密管理员 · security administrator）: ${link(made.securityToken)}\n  ${parsed.data.auditAdmin}（安全审计员 · audit administrator）: ${link(made.auditToken)}\n  链接只显示这一次，请分别交给本人 · the links are shown this once: hand each to its person`);
  } finally {
    await close();
  }
}).catch(fail);
