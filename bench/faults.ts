import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from '../scripts/build.ts';
import { root } from '../scripts/run.ts';
import { fail, seconds } from '../scripts/say.ts';
import { killRun } from './faults/kill-run.ts';
import { attack } from './hostile/attack.ts';

function figure(name: string, usual: number): number {
  const at = process.argv.indexOf(name);
  return at < 0 ? usual : Number(process.argv[at + 1]);
}

/** 坏日子，长版: `npm run faults [-- --kills 200]` kills, `npm run faults -- --hostile [--inputs 12000] [--seed 1]` sends bad inputs. */
async function run() {
  process.chdir(root);
  await build();
  const isHostile = process.argv.includes('--hostile');
  const folder = path.join(root, 'var', isHostile ? 'hostile' : 'faults');
  rmSync(folder, { recursive: true, force: true });
  const from = performance.now();
  const { faults, line } = isHostile ? await hostile(folder) : await kill(folder, from);
  for (const fault of faults.slice(0, 60)) console.error(`✗ ${fault}`);
  console.log(`${faults.length === 0 ? '✓' : '✗'} ${line}, ${faults.length} faults (${seconds(from)})`);
  process.exit(faults.length === 0 ? 0 : 1);
}

async function kill(folder: string, from: number) {
  const kills = figure('--kills', 200);
  const { faults, ...figures } = await killRun({ folder, kills, drafts: Math.max(400, kills * 30), tell: (line) => console.log(`· ${line} (${seconds(from)})`) });
  console.log(JSON.stringify(figures, null, 2));
  const slow = figures.slowest > 10_000 ? [`it came back only after ${figures.slowest} ms`] : [];
  return { faults: [...faults, ...slow], line: `${kills} kills, ${figures.receipts} receipts and ${figures.files} files shown` };
}

async function hostile(folder: string) {
  const { faults, ...figures } = await attack({ folder, count: figure('--inputs', 12_000), seed: figure('--seed', Date.now() % 1_000_000) });
  console.log(JSON.stringify(figures, null, 2));
  return { faults, line: `${figures.sent} bad inputs at ${figures.doors} doors` };
}

await run().catch(fail);
