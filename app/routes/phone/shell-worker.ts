import { createHash } from 'node:crypto';
import worker from '#app/enhance/phone/service-worker.ts?worker&url';

/** 离线外壳的后台脚本: stands under the page that it keeps; what it does lies in the file it loads. Its version are the names of the files, which carry the hash of what is in them. */
export function shellWorker(path: '/visit' | '/walk', files: readonly string[]): Response {
  const version = createHash('sha256').update([worker, ...files].join('\n')).digest('hex').slice(0, 16);
  return new Response(`self.shellPath = '${path}';\nself.shellVersion = '${version}';\nimportScripts('${worker}');\n`, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Service-Worker-Allowed': path, 'Cache-Control': 'no-cache' },
  });
}
