import { openDb } from '#app/db/db.server.ts';
import { resealSecondFactors } from '#app/domain/base/accounts/reseal.ts';
import { resealLinks } from '#app/domain/base/imports/reseal.ts';
import { resealChildren } from '#app/domain/children/identity/reseal.ts';
import { resealReports } from '#app/domain/children/protection/reseal.ts';
import { resealSigningKeys } from '#app/domain/pilot/certification/rotate-key.ts';
import { resealWebhooks } from '#app/domain/base/interfaces/reseal.ts';
import { resealIdentities } from '#app/domain/pilot/objections/open-identity.ts';
import { system } from '#app/platform/ctx.ts';
import { withDatabase } from './database.ts';
import { fail } from './say.ts';

/** 换钥: after AUTH_SECRET was changed and the old one named in AUTH_SECRET_OLD; afterwards the old one may go. */
await withDatabase(async (urls) => {
  const { db, close } = openDb(urls.appUrl, 2);
  try {
    const ctx = { actor: system, db, now: new Date(), locale: 'zh-CN' as const, requestId: 'keys-reseal' };
    const [factors, webhooks, links, people] = [await resealSecondFactors(ctx), await resealWebhooks(ctx), await resealLinks(ctx), await resealIdentities(ctx)];
    const [signing, children, reports] = [await resealSigningKeys(ctx), await resealChildren(ctx), await resealReports(ctx)];
    console.log(`✓ 已用现在的 AUTH_SECRET 重新加密：二次验证 ${factors}，推送密钥 ${webhooks}，邀请链接 ${links}，异议人身份 ${people}，证书签名密钥 ${signing}，儿童身份 ${children}，保护报告 ${reports}。十二小时后（登录全部更新）可以去掉 AUTH_SECRET_OLD · sealed anew: ${factors} second factors, ${webhooks} webhooks, ${links} links, ${people} objectors, ${signing} signing keys, ${children} children, ${reports} protection reports; AUTH_SECRET_OLD may go after twelve hours`);
  } finally {
    await close();
  }
}).catch(fail);
