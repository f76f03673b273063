import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from './build.ts';
import { root, run } from './run.ts';
import { fail, seconds } from './say.ts';

type Score = { passed: number; failed: number };
type Check = { name: string; zh: string; en: string; run: () => Promise<Score> };
type Told = { fullName: string; status: string; failureMessages: string[] };
type Report = { numPassedTests: number; numPendingTests: number; numTodoTests: number; numFailedTests: number; testResults: { name: string; message: string; assertionResults: Told[] }[] };

const reports = mkdtempSync(path.join(tmpdir(), 'tongyou-gate-'));

/** 关口: everything that must hold before a change is taken. A check counts as one test, the tests inside as themselves. */
const checks: Check[] = [
  { name: 'types', zh: '类型', en: 'types', run: async () => one((await tool('react-router', ['typegen'])) && (await tool('tsc', ['--noEmit']))) },
  { name: 'lint', zh: '规则', en: 'lint', run: async () => one(await tool('oxlint', [...'app seed scripts tests bench'.split(' ').filter((each) => existsSync(path.join(root, each))), '--deny-warnings'])) },
  { name: 'tests', zh: '测试：动词、结构、数据库', en: 'tests of verbs, architecture and database', run: () => tests('vitest.config.ts') },
  { name: 'build', zh: '构建', en: 'build', run: () => building() },
  { name: 'journeys', zh: '浏览器里的故事', en: 'journeys in a browser', run: () => journeys() },
];

/** 一轮一轮: what stands in one round runs side by side; while the pages are built, the tests make their database ready. */
const rounds = [['types'], ['lint'], ['tests', 'build'], ['journeys']];

async function tool(name: string, args: string[]): Promise<boolean> {
  return (await run(name, args, { show: true })).code === 0;
}

function one(isOk: boolean): Score {
  return isOk ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function building(): Promise<Score> {
  try {
    await build({ always: true });
    return one(true);
  } catch (error) {
    console.error((error as Error).message);
    return one(false);
  }
}

/** Vitest's own report is counted; a run that ends badly without a failed test is a failure too, and so is a skipped test. */
async function tests(settings: string): Promise<Score> {
  const report = path.join(reports, `${settings}.json`);
  const { code } = await run('vitest', ['run', '--config', settings, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { show: true });
  if (!existsSync(report)) return one(false);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  for (const file of testResults) faults.push(...faultsOf(file));
  const skipped = numPendingTests + numTodoTests;
  if (skipped) console.error(`✗ 有 ${skipped} 个测试被跳过 · ${skipped} tests were skipped, which counts as failed`);
  const failed = numFailedTests + skipped;
  return { passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** What failed in a file, said again at the very end of a long output. */
function faultsOf({ name, message, assertionResults }: Report['testResults'][number]): string[] {
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  const where = path.relative(root, name);
  if (failed.length === 0) return message ? [`${where}\n${message.slice(0, 1500)}`] : [];
  return failed.map(({ fullName, failureMessages }) => `${where} > ${fullName}\n${failureMessages.join('\n').slice(0, 1500)}`);
}

async function journeys(): Promise<Score> {
  if (globSync('tests/journeys/**/*.spec.ts', { cwd: root }).length === 0) {
    console.error('✗ tests/journeys 里没有故事 · there are no journeys in tests/journeys');
    return one(false);
  }
  await build();
  return tests('vitest.journeys.config.ts');
}

function chosen(): Check[] {
  const words = process.argv.slice(2);
  const only = words.includes('--only') ? words[words.indexOf('--only') + 1] : undefined;
  const known = checks.map((check) => check.name);
  if (only && !known.includes(only)) fail(new Error(`没有这一关：${only}；可选 ${known.join('、')} · there is no check ${only}: choose one of ${known.join(', ')}`));
  return checks.filter((check) => (only ? check.name === only : !words.includes(`--no-${check.name}`)));
}

async function judge(check: Check): Promise<void> {
  console.log(`\n· ${check.zh} · ${check.en}`);
  const from = performance.now();
  const score = await check.run().catch((error: Error): Score => {
    console.error(error.stack);
    return { passed: 0, failed: 1 };
  });
  total.passed += score.passed;
  total.failed += score.failed;
  const line = `${score.failed ? '✗' : '✓'} ${check.zh} · ${check.en}: ${score.passed} passed, ${score.failed} failed (${seconds(from)})`;
  lines.push(line);
  console.log(line);
}

const total = { passed: 0, failed: 0 };
const lines: string[] = [];
const faults: string[] = [];
const begun = performance.now();
for (const round of rounds) await Promise.all(chosen().filter(({ name }) => round.includes(name)).map(judge));
for (const check of checks.filter((each) => !chosen().includes(each))) lines.push(`– ${check.zh} · ${check.en}: 按要求未运行 · not run, as asked`);
rmSync(reports, { recursive: true, force: true });
if (faults.length) console.log(`\n✗ 未通过的测试 · what failed\n${faults.join('\n\n')}`);
console.log(`\n${lines.join('\n')}\n用时 · took ${seconds(begun)}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);
