import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { freePort } from '#app/db/embedded-process.ts';
import { type Db, openDb } from '#app/db/db.server.ts';
import { signedIn } from '../session.ts';
import { prepareFigures } from './figures-ground.ts';
import { prepareGround } from './ground.ts';
import { keepAlive } from './kept-alive.ts';

export type FiguresOutcome = { kills: number; accepted: number; returned: number; cutOff: number; unheard: number; imported: number; duringImport: number; faults: string[] };
type Asked = { url: string; cookie: string };
const atOnce = 6;

/** 填报时杀进程: sheets are accepted and returned and a workbook of figures is taken while the app is killed at random moments; each time the books are looked at: nothing is there by half. */
export async function figuresRun({ folder, kills, figures, tell }: { folder: string; kills: number; figures: number; tell: (line: string) => void }): Promise<FiguresOutcome> {
  const ground = await prepareGround(folder, 1);
  const opened = await ground.open();
  const { db, close } = openDb(opened.appUrl, 4);
  const faults: string[] = [];
  try {
    const { sheets, cells, fileId, figures: many, checkers, importer } = await prepareFigures(db, { sheets: kills * 5, figures });
    const client = new pg.Client({ connectionString: opened.url });
    await client.connect();
    const [checks, alsoChecks, imports] = [await signedIn(client, checkers[0]), await signedIn(client, checkers[1]), await signedIn(client, importer)];
    await client.end();
    const app = await keepAlive(ground.folder, ground.data, await freePort());
    const url = `http://127.0.0.1:${app.port}`;
    const fault = (line: string) => void faults.push(line);
    let [cutOff, unheard, duringImport, killed] = [0, 0, 0, 0];
    try {
      const kill = async () => {
        app.kill('app');
        killed += 1;
        await sleep(20);
        await app.untilBack();
      };
      const [both, ...waiting] = sheets as [string, ...string[]];
      const pair = await Promise.all([checks, alsoChecks].map((cookie) => ask({ url, cookie }, `/desk/collection/sheets/${both}`, { go: 'accept', turn: '1' })));
      if (pair.map(({ status }) => status).toSorted().join() !== '302,409' || !pair.some(({ text }) => text.includes('这张表已经有人办过了'))) fault(`two accepted one sheet at once: ${pair.map(({ status }) => status).join()}`);
      while (killed < kills && waiting.length > 0) {
        const some = waiting.splice(0, atOnce);
        let answered = 0;
        const answers = some.map(async (id, nth) => {
          const status = await decide({ url, cookie: checks }, id, nth % 2 === 0 ? 'accept' : 'return');
          answered += 1;
          return status;
        });
        const enough = 1 + Math.floor(Math.random() * (some.length - 1)); // amid the work, however quick the machine is
        while (answered < enough) await sleep(1);
        await sleep(Math.random() * 20);
        await kill();
        const told = await Promise.all(answers);
        const states = await statesOf(db, sheets, cells, fault);
        for (const [nth, id] of some.entries()) {
          if (told[nth] === null) cutOff += 1;
          if (told[nth] === null && states.get(id) !== 'reported') unheard += 1;
          if (told[nth] !== null && told[nth] !== 302) fault(`${id}: answered with ${told[nth]}`);
          if (told[nth] === 302 && states.get(id) !== (nth % 2 === 0 ? 'accepted' : 'returned')) fault(`${id}: shown as done, but it is ${states.get(id)}`);
          if (states.get(id) === 'reported') waiting.push(id); // whoever heard nothing tries again
        }
        tell(`${killed} kills, ${cutOff} answers cut off, ${unheard} of them done`);
      }
      await runInterrupted(db);
      const read = () => page({ url, cookie: imports }, `/desk/figures/${fileId}`);
      const isChecked = await until(async () => /登记 [\d,]+ 个数|没有毛病/.test(await read()));
      const taken = isChecked && (await post({ url, cookie: imports }, `/desk/figures/${fileId}`, { deed: 'take', reason: '' }));
      if (taken !== 302) fault(`the workbook was not taken: ${taken}`);
      for (let nth = 0; nth < Math.max(2, kills / 2); nth += 1) {
        const [last, share] = [await progressOf(db, fileId), Math.random() * 0.8];
        // What was written when it was killed stays until the first part is written anew.
        const isAmid = await until(async () => {
          await runInterrupted(db);
          const { state, done } = await progressOf(db, fileId);
          return state !== 'writing' || (done !== last.done && done >= share * many);
        });
        if (!isAmid || (await progressOf(db, fileId)).state !== 'writing') break;
        await kill();
        duringImport += 1;
        const now = await standing(db);
        if (now !== 0 && now !== many) fault(`${now} of ${many} figures stand`);
        const words = await read();
        if (!/正在登记|已登记/.test(words)) fault('the page of the workbook says nothing of where it is');
      }
      if (!(await until(async () => (await read()).includes('全部登记了')))) fault('the page of the workbook does not come to say that all is taken');
    } finally {
      await app.stop();
    }
    const states = [...(await statesOf(db, sheets, cells, fault)).values()];
    const imported = await standing(db);
    if (imported !== many) fault(`${imported} of ${many} figures stand at the end`);
    const { rows: [written] } = await db.execute<{ n: number }>(sql`select count(*)::int as n from records where subject_id = ${fileId} and event = 'figure-file.written'`);
    if (written!.n !== 1) fault(`${written!.n} records of one import`);
    return { kills: killed, accepted: states.filter((state) => state === 'accepted').length, returned: states.filter((state) => state === 'returned').length, cutOff, unheard, imported, duringImport, faults };
  } finally {
    await close();
    await opened.stop();
  }
}

const standing = async (db: Db): Promise<number> => (await db.execute<{ n: number }>(sql`select count(*)::int as n from indicator_values where period / 1000 in (1995, 1996) and origin = 0`)).rows[0]!.n;

/** 现在重试: what an administrator's button does with jobs that were interrupted at every try. */
const runInterrupted = (db: Db) => db.execute(sql`select id from graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where last_error = 'interrupted' and run_at > now()), run_at := now(), attempts := 0)`);

/** 登记到哪里了, as the page tells it meanwhile. */
const progressOf = async (db: Db, id: string) => (await db.execute<{ state: string; done: number }>(sql`select state, coalesce(done, 0) as done from figure_files where id = ${id}::uuid`)).rows[0]!;

/** 查账: an accepted sheet with all its figures, its record and its hand-in, a returned one with its reason; else nothing of either. */
async function statesOf(db: Db, sheets: readonly string[], cells: number, fault: (line: string) => void): Promise<Map<string, string>> {
  const { rows } = await db.execute<{ id: string; state: string; note: string; accepted: boolean; figures: number; remarks: number; acceptances: number; returns: number }>(sql`
    select s.id, s.state, s.note, s.accepted_at is not null as accepted,
      (select count(*)::int from indicator_values v join collection_entries e on e.county_code = s.county_code and e.sheet_id = s.id and e.indicator_id = v.indicator_id and e.breakdown = v.breakdown where v.county_code = s.county_code and v.region_code = s.region_code and v.period / 1000 = s.period / 1000) as figures,
      (select count(*)::int from collection_entries e where e.county_code = s.county_code and e.sheet_id = s.id and e.remark <> '') as remarks,
      (select count(*)::int from records r where r.subject_id = s.id::text and r.event = 'collection.accepted') as acceptances,
      (select count(*)::int from records r where r.subject_id = s.id::text and r.event = 'collection.returned') as returns
    from collection_sheets s where s.id = any(${sql.param([...sheets])}::uuid[])`);
  for (const { id, state, note, accepted, figures, acceptances, returns } of rows) {
    const whole = { reported: [0, 0, 0, false, ''], accepted: [cells, 1, 0, true, ''], returned: [0, 0, 1, false, why] }[state];
    const found = [figures, acceptances, returns, accepted, note];
    if (JSON.stringify(whole) !== JSON.stringify(found)) fault(`${id} is ${state} by half: ${JSON.stringify(found)}`);
  }
  return new Map(rows.map(({ id, state }) => [id, state]));
}

const why = '请核对分母';
const decide = (asked: Asked, id: string, go: 'accept' | 'return') => post(asked, `/desk/collection/sheets/${id}`, { go, turn: '1', ...(go === 'return' ? { note: why } : {}) });

async function ask({ url, cookie }: Asked, path: string, body: Record<string, string>): Promise<{ status: number; text: string }> {
  const answer = await fetch(url + path, { method: 'POST', redirect: 'manual', headers: { cookie, origin: url, 'accept-language': 'zh-CN' }, body: new URLSearchParams(body) });
  return { status: answer.status, text: await answer.text() };
}

/** The status of what was answered, or null where the answer was cut off. */
const post = (...asked: Parameters<typeof ask>): Promise<number | null> => ask(...asked).then(({ status }) => status, () => null);

async function page({ url, cookie }: Asked, path: string): Promise<string> {
  return fetch(url + path, { headers: { cookie, 'accept-language': 'zh-CN' } }).then((answer) => answer.text(), () => '');
}

/** Whether it came to pass within a minute. */
async function until(what: () => Promise<boolean>): Promise<boolean> {
  const from = performance.now();
  while (performance.now() - from < 60_000) {
    if (await what()) return true;
    await sleep(20);
  }
  return false;
}
