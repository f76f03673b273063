import { createServer } from 'node:http';
import type { Pool } from 'pg';

/** 地板: the barest server that does the same work: no pages, no rights, no records. What our own is measured against. */
const pool: Pool | undefined = process.env.FLOOR_URL ? new (await import('pg')).default.Pool({ connectionString: process.env.FLOOR_URL, max: 16 }) : undefined;

const submit = `
  with sent as (insert into floor_submissions (application_id, content) values ($1, $2) returning application_id)
  insert into floor_answers (county_code, application_id, rule_id, region_code, level, note)
  select $3::int, sent.application_id, given.rule_id, $4, given.level, given.note
    from sent, unnest($5::text[], $6::text[], $7::text[]) as given (rule_id, level, note)`;

const list = `
  select a.id, a.number, a.status, a.region_code, r.name, a.submitted_at, a.check_due_on, c.title
    from applications a join regions r on r.code = a.region_code join calls c on c.id = a.call_id
   where a.status = $1 and a.region_code >= $2 and a.region_code < $3 order by a.id desc limit 50`;

type Sent = { id: string; regionCode: string; selfCheck: { ruleId: string; level: string; note: string }[] };

createServer((asked, answer) => {
  const end = (text: string, type = 'application/json') => answer.writeHead(200, { 'content-type': type }).end(text);
  if (!pool || asked.url === '/') return void end('ok', 'text/plain');
  if (asked.method === 'GET') {
    return void pool.query({ name: 'list', text: list, values: ['submitted', '34', '34:'] }).then(({ rows }) => end(JSON.stringify(rows)));
  }
  let body = '';
  asked.on('data', (piece) => (body += piece));
  asked.on('end', () => {
    const { id, regionCode, selfCheck } = JSON.parse(body) as Sent;
    const values = [id, body, Number(regionCode.slice(0, 6)), regionCode, selfCheck.map((row) => row.ruleId), selfCheck.map((row) => row.level), selfCheck.map((row) => row.note)];
    pool.query({ name: 'submit', text: submit, values }).then(
      () => end(JSON.stringify({ id })),
      (error: Error) => answer.writeHead(500).end(error.message),
    );
  });
}).listen(Number(process.env.PORT), '127.0.0.1');
