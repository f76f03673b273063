import { openDb } from '#app/db/db.server.ts';
import { search as find } from '#app/domain/public/search/find.ts';
import { SearchAsked } from '#app/domain/public/search/input.ts';
import { lexemesOf } from '#app/domain/public/search/words.ts';
import { pageAnswers } from '#app/i18n/page-answers.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { readFileSync } from 'node:fs';
import type { World } from '../load-world.ts';
import { against, clientOf, drive, driveProcess, figures, type Line } from '../measure.ts';
import { startSite } from '../site.ts';

const texts = 50_000;
const atATime = 500;
const ofTwo = ['普惠', '托育', '议事', '经费', '盖章', '公示', '安全', '空间', '社区', '儿童', '滨湖', '妇联'];
const others = ['儿童友好社区', '红头文件', '未成年人保护', '申报表能下载吗', '儿童参与 议事会', '家庭教育指导', 'binhu', 'bhsj', '困境儿童 关爱', '无障碍设施', '爨底下', 'children'];

/** 搜索: fifty thousand long texts besides what the load holds; words of two letters beside longer questions. */
export async function searching(world: World): Promise<Line[]> {
  await fill(world);
  const { db, close } = openDb(world.url, 4);
  const ctx: Ctx = { actor: visitor, db, now: new Date(), locale: 'zh-CN', requestId: 'bench' };
  const site = await startSite({ script: 'scripts/start.ts', ready: '/health' });
  const client = clientOf(site.port, 1);
  const bar = 'p95 ≤ 50 ms';
  const isFast = (line: Line) => line.p95 <= 50;
  try {
    const one = (words: readonly string[]) => (i: number) => find(ctx, SearchAsked.parse({ q: words[i % words.length] }));
    const bare = (i: number) => world.client.query(`select id from search_entries where words @@ $1::tsquery limit 20`, [`'${ofTwo[i % ofTwo.length]}'`]);
    await drive(48, 1, one([...ofTwo, ...others]));
    const floor = figures('search floor: one look into the index', await drive(240, 1, bare));
    const two = figures('search, words of two letters', await drive(240, 1, one(ofTwo)));
    const longer = figures('search, longer questions', await drive(240, 1, one(others)));
    const page = (i: number) => client.ask({ path: `/search?q=${encodeURIComponent([...ofTwo, ...others][i % 24]!)}`, headers: { cookie: world.office } });
    await drive(48, 1, page);
    const shown = await driveProcess('search page', site.pid, 240, 1, page);
    return [
      { ...floor, note: `${texts.toLocaleString('en')} texts of about 600 letters` },
      ...[two, longer, shown].map((line) => against(line, floor.p50, 'p50', bar, isFast)),
    ];
  } finally {
    client.close();
    await site.stop();
    await close();
  }
}

/** Sentences of the standard and of the answers, shuffled by a fixed rule; a second run finds them there. */
async function fill({ client }: World): Promise<void> {
  const { rows } = await client.query<{ n: string }>(`select count(*) as n from search_entries where subject_id like 'bench-%'`);
  if (Number(rows[0]?.n) === texts) return;
  await client.query(`delete from search_entries where subject_id like 'bench-%'`);
  const sentences = [
    ...[...readFileSync('data/standard.json', 'utf8').matchAll(/"zh":\s*"([^"]{8,})"/g)].map((match) => match[1]!),
    ...pageAnswers.flatMap((answer) => answer.zh.answer.split('。')).filter((sentence) => sentence.length > 8),
  ];
  let seed = 1;
  const random = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
  for (let from = 0; from < texts; from += atATime) {
    const made = await Promise.all(
      Array.from({ length: atATime }, async (_, n) => {
        let body = '';
        while (body.length < 600) body += `${sentences[random(sentences.length)]}。`;
        const title = `第 ${from + n} 号公示`;
        return { id: `bench-${from + n}`, title, body, day: new Date(Date.UTC(2020, 0, 1 + random(2000))).toISOString().slice(0, 10), words: await lexemesOf({ titles: [title], bodies: [body], names: [] }) };
      }),
    );
    await client.query(
      `insert into search_entries (kind, subject_id, audience, region_code, day, title, title_en, body, body_en, link, words)
       select 'notice', id, '{}', '*', day::date, title, '', body, '', '/notices/' || id, array_to_tsvector(array(select jsonb_array_elements_text(words)))
       from jsonb_to_recordset($1::jsonb) as made (id text, title text, body text, day text, words jsonb)`,
      [JSON.stringify(made)],
    );
  }
  await client.query('vacuum analyze search_entries');
}
