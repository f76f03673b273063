import { createHash } from 'node:crypto';
import worker from '#app/enhance/visit/service-worker.ts?worker&url';
import start from '#app/enhance/visit/start.ts?worker&url';
import look from '#app/ui/light/visit.css?url';
import tokens from '#app/ui/tokens.css?url';

/** 外壳的版本: the names of its files carry the hash of what is in them. */
const version = createHash('sha256').update([worker, start, look, tokens].join('\n')).digest('hex').slice(0, 16);

/** 离线外壳的后台脚本: stands under /visit so that it may serve that page; what it does lies in the file it loads. */
export function loader() {
  return new Response(`self.shellVersion = '${version}';\nimportScripts('${worker}');\n`, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Service-Worker-Allowed': '/visit', 'Cache-Control': 'no-cache' },
  });
}
