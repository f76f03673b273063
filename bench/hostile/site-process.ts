import path from 'node:path';
import { pathToFileURL } from 'node:url';

type Built = { serve: (options: { port: number; url: string }) => Promise<{ close: () => Promise<void> }> };

/** 被攻击的服务: the built server alone, until its input ends. */
const { serve } = (await import(pathToFileURL(path.resolve('build/server/index.js')).href)) as Built;
const site = await serve({ port: Number(process.env.PORT), url: process.env.HOSTILE_URL! });
process.once('SIGTERM', async () => {
  await site.close();
  process.exit(0);
});
