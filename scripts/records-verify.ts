import { readFileSync } from 'node:fs';
import { openDb } from '#app/db/db.server.ts';
import { verifyStored } from '#app/domain/base/files/verify-stored.ts';
import { isProved, type Proof } from '#app/domain/base/records/proof.ts';
import { type Published, verifyRecords } from '#app/domain/base/records/verify.ts';
import { verifyHandedIn } from '#app/domain/pilot/applications/verify-handed-in.ts';
import { verifyPrints } from '#app/domain/pilot/notices/verify-prints.ts';
import { verifyNotices } from '#app/domain/pilot/notices/verify-notices.ts';
import { verifyObjections } from '#app/domain/pilot/objections/verify-objections.ts';
import { verifyReviews } from '#app/domain/pilot/review/verify-reviews.ts';
import { withDatabase } from './database.ts';
import { fail, say } from './say.ts';

/** 核验办理记录: `npm run records:verify [-- --against roots.json] [--files] [--proof proof.json]`; ends with 1 when anything is not as it was sealed. */
const words = process.argv.slice(2);
const after = (name: string) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);

const told: Record<string, [zh: string, en: string]> = {
  'record-changed': ['记录与封存时不一样', 'a record is not as it was sealed'],
  'record-missing': ['封存过的记录不见了', 'a sealed record is gone'],
  'record-unsealed': ['多出一条没有封存的旧记录', 'an old record was never sealed: it was put in later'],
  'seal-changed': ['封存的链环断了', 'a link of the chain does not hold'],
  'seal-missing': ['链条缺了一环', 'a link of the chain is gone'],
  'day-changed': ['县区当天的数值不对', 'the figures of a county’s day are not right'],
  'day-missing': ['缺少县区当天的数值', 'the figures of a county’s day are gone'],
  'root-changed': ['总封不对', 'a root is not right'],
  'root-missing': ['缺少总封', 'a root is gone'],
  'root-not-as-published': ['总封与公布过的不一样', 'a root is not the one that was published'],
  'submission-changed': ['提交的内容与回执不一致', 'a submission is not what its receipt says'],
  'submission-unrecorded': ['提交没有对应的办理记录', 'a submission has no record'],
  'marks-changed': ['评审提交后评分被改过', 'marks are not as they were handed in'],
  'decision-changed': ['评审决定被改过', 'a decision is not as it was made'],
  'notice-changed': ['公示内容与封存时不一样', 'a notice is not as it was published'],
  'notice-unrecorded': ['公示没有对应的办理记录', 'a version of a notice has no record'],
  'objection-changed': ['异议内容或证据与收文时不一样', 'an objection or its evidence is not as it came in'],
  'answer-changed': ['异议答复被改过', 'an answer to an objection is not as it was given'],
  'file-changed': ['附件的内容变了', 'a file is not what it was'],
  'file-missing': ['附件不见了', 'a file is gone'],
};

function published(): Published {
  const file = after('--against');
  return file ? (JSON.parse(readFileSync(file, 'utf8')) as { roots: Published }).roots : [];
}

function checkProof(file: string): boolean {
  const { proof } = JSON.parse(readFileSync(file, 'utf8')) as { proof?: Proof };
  const isGood = proof !== undefined && isProved(proof);
  console.log(isGood ? `✓ 证明成立，总封 ${proof.root.day} ${proof.root.root} · the proof holds` : '✗ 证明不成立 · the proof does not hold');
  return isGood;
}

async function verify(): Promise<boolean> {
  const faults: { what: string; where: string }[] = [];
  await withDatabase(async (urls) => {
    const { db, close } = openDb(urls.appUrl, 2);
    try {
      const chain = await verifyRecords(db, published(), (n) => say(`已核对 ${n} 条`, `${n} records so far`));
      const handedIn = await verifyHandedIn(db);
      const [reviews, notices, objections] = [await verifyReviews(db), await verifyNotices(db), await verifyObjections(db)];
      const stored = words.includes('--files') ? await verifyStored(db, (n) => say(`已核对 ${n} 个附件`, `${n} files so far`)) : undefined;
      faults.push(...chain.faults, ...handedIn.faults, ...reviews.faults, ...notices.faults, ...objections.faults, ...(stored?.faults ?? []), ...(words.includes('--files') ? (await verifyPrints(db)).faults : []));
      const extra = stored ? `，附件 ${stored.checked}` : '';
      console.log(
        `办理记录 ${chain.records}（${chain.counties} 条链），待封存 ${chain.unsealed}，总封 ${chain.roots}，提交 ${handedIn.checked}，评审与决定 ${reviews.checked}，公示版次 ${notices.checked}，异议 ${objections.checked}${extra} · ` +
          `${chain.records} sealed records in ${chain.counties} chains, ${chain.unsealed} waiting, ${chain.roots} roots, ${handedIn.checked} submissions, ${reviews.checked} reviews and decisions, ${notices.checked} versions of notices, ${objections.checked} objections${stored ? `, ${stored.checked} files` : ''}`,
      );
      if (chain.newest) console.log(`最近的总封 · newest root: ${chain.newest}`);
    } finally {
      await close();
    }
  });
  for (const { what, where } of faults) console.error(`✗ ${told[what]?.[0] ?? what}：${where} · ${told[what]?.[1] ?? what}: ${where}`);
  if (faults.length === 0) console.log('✓ 没有发现改动 · nothing was altered');
  return faults.length === 0;
}

const proof = after('--proof');
const isGood = await (proof ? Promise.resolve(proof).then(checkProof) : verify()).catch(fail);
process.exit(isGood ? 0 : 1);
