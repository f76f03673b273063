import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { fail } from '../scripts/say.ts';
import { root } from '../scripts/run.ts';
import { type DemoWorld, openDemo } from './demo-world.ts';
import { openWorld, type World } from './load-world.ts';
import { type Line, tableOf } from './measure.ts';
import { exporting } from './works/export.ts';
import { api } from './works/api.ts';
import { assign } from './works/assign.ts';
import { classOfForty } from './works/class.ts';
import { communityPages } from './works/community.ts';
import { deadline } from './works/deadline.ts';
import { list } from './works/list.ts';
import { phonePages } from './works/phone.ts';
import { figuresImport } from './works/figures-import.ts';
import { askedFigures } from './works/figures.ts';
import { plans } from './works/plans.ts';
import { warnings } from './works/warnings.ts';
import { rollUps } from './works/roll-up.ts';
import { regions } from './works/regions.ts';
import { scoringLine } from './works/scoring.ts';
import { searching } from './works/search.ts';
import { statistics } from './works/statistics.ts';
import { mixed } from './works/mixed.ts';
import { nextNorm } from './works/next-norm.ts';
import { memory, start } from './works/start.ts';
import { submit } from './works/submit.ts';

const works: Record<string, (world: World) => Promise<Line[]>> = { submit, deadline, list, assign, api, export: exporting, start, memory, phone: phonePages, regions, search: searching, mixed };
/** What needs no database, and prints a line of its own shape. */
const alone: Record<string, (words: readonly string[]) => object> = { scoring: scoringLine };
/** What needs the load of the nation or of the cities (`npm run seed:load -- nation`, `-- city`) instead of applications. */
const ofNation: Record<string, () => Promise<Line[]>> = { S3: statistics, 'next-norm': nextNorm, plans, 'figures-import': figuresImport, warnings, 'roll-up': rollUps, figures: askedFigures };
/** What needs the people of a demonstration. */
const ofDemo: Record<string, (demo: DemoWorld) => Promise<Line[]>> = { class: classOfForty, community: communityPages };
const words = process.argv.slice(2);
const isJson = words.includes('--json');
const names = words.filter((word) => !word.startsWith('--'));

/** 测速: each line beside its floor, in one run. `--json` prints one line a work; `--save` keeps the table in bench/README.md. */
async function run() {
  process.chdir(root);
  const told = console.log;
  const national = names.filter((name) => name in ofNation);
  if (national.length > 0) {
    if (isJson) console.log = () => undefined;
    const lines = [];
    for (const name of national) lines.push(...(await ofNation[name]!()));
    for (const line of lines) told(isJson ? JSON.stringify(line) : tell(line));
    if (national.length === names.length) return;
  }
  const demonstrated = names.filter((name) => name in ofDemo);
  if (demonstrated.length > 0) {
    if (isJson) console.log = () => undefined;
    const demo = await openDemo();
    try {
      for (const name of demonstrated) for (const line of await ofDemo[name]!(demo)) told(isJson ? JSON.stringify(line) : tell(line));
    } finally {
      await demo.stop();
    }
    if (demonstrated.length === names.length) return;
  }
  const byThemselves = names.filter((name) => name in alone);
  for (const name of byThemselves) console.log(JSON.stringify(alone[name]!(words)));
  if (byThemselves.length > 0 && byThemselves.length === names.length) return;
  const wanted = names.length === 0 || names.includes('all') ? Object.keys(works) : names;
  const unknown = wanted.filter((name) => !(name in works) && !(name in alone) && !(name in ofNation) && !(name in ofDemo));
  if (unknown.length > 0) {
    const known = [...Object.keys(works), ...Object.keys(alone), ...Object.keys(ofNation), ...Object.keys(ofDemo), 'all'].join(' ');
    throw new Error(`没有这个测速：${unknown.join(' ')}；可选 ${known} · there is no work ${unknown.join(' ')}: choose from ${known}`);
  }
  if (isJson) console.log = () => undefined; // the steps of opening the database are not JSON
  const world = await openWorld();
  const lines: Line[] = [];
  try {
    for (const name of wanted.filter((one) => one in works)) {
      const found = await works[name]!(world);
      lines.push(...found);
      for (const line of found) told(isJson ? JSON.stringify(line) : tell(line));
    }
  } finally {
    await world.stop();
  }
  if (!isJson) told(`\n${tableOf(lines)}`);
  if (words.includes('--save')) save(lines, world.applications);
}

const tell = (line: Line) => `${line.met === false ? '✗' : line.met ? '✓' : '·'} ${JSON.stringify(line)}`;

function save(lines: Line[], applications: number) {
  const file = path.join(root, 'bench/README.md');
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, everything on one machine`;
  const head = `${new Date().toISOString().slice(0, 10)}; ${machine}; ${applications.toLocaleString('en')} applications. Times in ms.`;
  const text = readFileSync(file, 'utf8').replace(/(<!-- last run -->)[\s\S]*(<!-- \/last run -->)/, `$1\n${head}\n\n${tableOf(lines)}\n$2`);
  writeFileSync(file, text);
}

await run().catch(fail);
process.exit(0);
