import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from '../scripts/build.ts';
import { root } from '../scripts/run.ts';
import { fail, seconds } from '../scripts/say.ts';
import { killRun } from './faults/kill-run.ts';

/** 坏日子，长版: `npm run faults [-- --kills 200]`. */
async function run() {
  const at = process.argv.indexOf('--kills');
  const kills = at < 0 ? 200 : Number(process.argv[at + 1]);
  process.chdir(root);
  await build();
  const folder = path.join(root, 'var/faults');
  rmSync(folder, { recursive: true, force: true });
  const from = performance.now();
  const { faults, ...figures } = await killRun({ folder, kills, drafts: Math.max(400, kills * 75), tell: (line) => console.log(`· ${line} (${seconds(from)})`) });
  console.log(JSON.stringify(figures, null, 2));
  for (const fault of faults.slice(0, 50)) console.error(`✗ ${fault}`);
  const isGood = faults.length === 0 && figures.slowest <= 10_000;
  console.log(`${isGood ? '✓' : '✗'} ${kills} kills, ${figures.receipts} receipts shown, ${faults.length} faults (${seconds(from)})`);
  process.exit(isGood ? 0 : 1);
}

await run().catch(fail);
