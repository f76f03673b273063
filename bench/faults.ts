import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from '../scripts/build.ts';
import { root } from '../scripts/run.ts';
import { fail, seconds } from '../scripts/say.ts';
import { awayRun } from './faults/away-run.ts';
import { figuresRun } from './faults/figures-run.ts';
import { killRun } from './faults/kill-run.ts';
import { attack } from './hostile/attack.ts';

function figure(name: string, usual: number): number {
  const at = process.argv.indexOf(name);
  return at < 0 ? usual : Number(process.argv[at + 1]);
}

/**
 * 坏日子，长版: `npm run faults [-- --kills 200 [--json]]` kills, `npm run faults -- --hostile [--inputs 12000] [--seed 1]` sends bad
 * inputs, `npm run faults -- --away 20` stops the database for so many seconds under load, `npm run faults -- --figures 30` kills while
 * sheets of figures are checked and a workbook of 20,000 is taken.
 */
async function run() {
  process.chdir(root);
  const isJson = process.argv.includes('--json');
  const print = console.log;
  if (isJson) console.log = console.error; // one line and nothing else is the answer
  await build();
  const isHostile = process.argv.includes('--hostile');
  const folder = path.join(root, 'var', isHostile ? 'hostile' : 'faults');
  rmSync(folder, { recursive: true, force: true });
  const from = performance.now();
  const { faults, line, json } = isHostile ? await hostile(folder) : process.argv.includes('--away') ? await away(folder) : process.argv.includes('--figures') ? await figures(folder, from) : await kill(folder, from);
  for (const fault of faults.slice(0, 60)) console.error(`✗ ${fault}`);
  if (isJson) print(JSON.stringify(json));
  console.log(`${faults.length === 0 ? '✓' : '✗'} ${line}, ${faults.length} faults (${seconds(from)})`);
  process.exit(faults.length === 0 ? 0 : 1);
}

async function kill(folder: string, from: number) {
  const kills = figure('--kills', 200);
  const { faults, ...figures } = await killRun({ folder, kills, drafts: Math.max(400, kills * 30), tell: (line) => console.log(`· ${line} (${seconds(from)})`) });
  console.log(JSON.stringify(figures, null, 2));
  const slow = figures.slowest > 10_000 ? [`it came back only after ${figures.slowest} ms`] : [];
  const acked = figures.receipts + figures.files;
  const json = { kills, acked, lost: figures.lost, doubled: figures.doubled, restart_ms: figures.slowest };
  return { faults: [...faults, ...slow], line: `${kills} kills, ${figures.receipts} receipts and ${figures.files} files shown`, json };
}

async function away(folder: string) {
  const { faults, ...figures } = await awayRun({ folder, seconds: figure('--away', 20), drafts: 2000 });
  console.log(JSON.stringify(figures, null, 2));
  const slow = [...(figures.slowest > 5000 ? [`somebody waited ${figures.slowest} ms`] : []), ...(figures.back > 10_000 ? [`it came back only after ${figures.back} ms`] : [])];
  return { faults: [...faults, ...slow], line: `${figures.receipts} receipts and ${figures.files} files shown around ${figures.seconds} s without a database`, json: figures };
}

async function figures(folder: string, from: number) {
  const { faults, ...told } = await figuresRun({ folder, kills: figure('--figures', 30), figures: 20_000, tell: (line) => console.log(`· ${line} (${seconds(from)})`) });
  console.log(JSON.stringify(told, null, 2));
  return { faults, line: `${told.kills} kills, ${told.accepted} sheets accepted, ${told.returned} returned, ${told.imported} figures taken`, json: told };
}

async function hostile(folder: string) {
  const { faults, ...figures } = await attack({ folder, count: figure('--inputs', 12_000), seed: figure('--seed', Date.now() % 1_000_000) });
  console.log(JSON.stringify(figures, null, 2));
  return { faults, line: `${figures.sent} bad inputs at ${figures.doors} doors`, json: { inputs: figures.sent, doors: figures.doors, seed: figures.seed, faults: faults.length } };
}

await run().catch(fail);
