import type { Ctx } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { contexts } from './contexts.ts';
import { publicKeys } from './keys.ts';
import { allStatusLists } from './status-list.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const json = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * 离线核验页: one file for any browser that needs no network: the keys with their history, the status lists as they are now, the
 * words, and the script that checks. `script` is made by the build out of app/enhance/offline-verifier.ts.
 */
export async function offlinePage(ctx: Ctx, script: string): Promise<string> {
  const words = certificationWords[ctx.locale];
  const keys = await publicKeys(ctx);
  const taken = ctx.now.toISOString();
  const known = { taken, keys: keys.map(({ kid, controller, publicKey, withdrawnAt }) => ({ kid, controller, publicKey, withdrawnAt })), lists: await allStatusLists(ctx), contexts };
  const { offline } = words;
  return `<!doctype html>
<html lang="${ctx.locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<title>${escaped(offline.title)}</title>
<style>
:root{color-scheme:light}
body{margin:0;font:16px/1.75 "PingFang SC","Noto Sans SC","HarmonyOS Sans","MiSans","Microsoft YaHei",system-ui,sans-serif;color:#182b27;background:#f3f8f5}
header{background:#0d4a40;color:#f3f8f5;padding:24px 16px}main,header>div{max-width:720px;margin:0 auto}main{padding:24px 16px 64px}
h1{font-size:28px;line-height:1.35;margin:0 0 8px}h2{font-size:20px;margin:0 0 8px}
.drop{display:block;border:2px dashed #7c8f88;border-radius:12px;background:#fff;padding:32px 16px;text-align:center}.drop.over{border-color:#0b6b5a;background:#e2f1ec}
input[type=file]{font:inherit;max-width:100%}input:focus-visible,.drop:focus-within{outline:3px solid #0b6b5a;outline-offset:2px}
#answer{margin-top:24px}#answer:not(:empty){background:#fff;border:1px solid #d8e3de;border-left:8px solid #5f716a;border-radius:8px;padding:16px}
#answer.valid{border-left-color:#1b7340}#answer.suspended,#answer.expired{border-left-color:#c77700}#answer.bad{border-left-color:#b3261e}
dl{display:grid;grid-template-columns:auto 1fr;gap:4px 16px;margin:12px 0 0}dt{color:#46584f}dd{margin:0;overflow-wrap:anywhere}
footer{margin-top:32px;color:#46584f;font-size:14px}
</style>
<header><div><h1>${escaped(offline.title)}</h1><p>${escaped(offline.lead)}</p></div></header>
<main>
<label class="drop" id="drop"><b>${escaped(offline.drop)}</b><br><input type="file" id="file" accept=".json,.pdf,application/json,application/pdf"></label>
<div id="answer" role="status" aria-live="polite"></div>
<noscript><p>${escaped(offline.noscript)}</p></noscript>
<footer><p>${escaped(offline.asOf(shortTime(ctx.now, ctx.locale)))}</p><p>${escaped(offline.fresh)}</p></footer>
</main>
<script type="application/json" id="known">${json(known)}</script>
<script type="application/json" id="words">${json({ verdicts: { ...words.verdicts, withdrawn: offline.off }, facts: words.facts, cannot: offline.cannot, old: offline.old, noList: offline.noList })}</script>
<script>${script.replaceAll('</script', '<\\/script')}</script>
</html>
`;
}
