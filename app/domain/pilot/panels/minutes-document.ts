import type { Document, Format } from '#app/domain/base/documents/model.ts';
import { conflictWords } from '#app/i18n/conflicts.ts';
import { panelWords } from '#app/i18n/panels.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Minutes } from './model.ts';
import { paperAs, type PaperPage } from './paper.ts';
import { getMeeting } from './read.ts';

type Signed = { content: Minutes; hash: string; signedByName: string; signedAt: Date };

/** 会议纪要 as a document, once it is signed; for the office, and for members who were recused from nothing. */
export async function minutesDocument(ctx: Ctx, id: string, format: Format): Promise<Document> {
  const { signed, items, canEdit, me } = await getMeeting(ctx, id);
  if (!signed) throw new Refusal('minutes-not-signed');
  if (!canEdit && items.some(({ recusals }) => recusals.some(({ userId }) => userId === me))) throw new Refusal('minutes-recused', 403);
  await limit(ctx, `paper:${ctx.actor.id}`, 120, 600); // the press is everybody's
  const words = panelWords['zh-CN'];
  const title = words.panel.minutesOf(signed.content.title);
  const pages = [pageOf(signed, 'zh-CN'), ...(ctx.locale === 'en' ? [pageOf(signed, 'en')] : [])];
  return paperAs({ name: title, title, madeOn: beijingDay(signed.signedAt), pageOf: words.pageOf, pages }, format);
}

function pageOf({ content, hash, signedByName, signedAt }: Signed, locale: 'zh-CN' | 'en'): PaperPage {
  const all = panelWords[locale];
  const words = all.panel;
  const comma = locale === 'en' ? ', ' : '、';
  const people = (isPresent: boolean) => content.members.filter((member) => member.isPresent === isPresent).map(({ name, role }) => words.recusedOf(name, words.roles[role])).join(comma);
  const kinds = conflictWords[locale].kinds as Record<string, string>;
  const absent = people(false);
  return {
    lang: locale === 'en' ? 'en' : 'zh', note: locale === 'en' ? all.note : '', head: all.office, title: words.minutesOf(content.title),
    parts: [
      {
        head: '', lines: [],
        facts: [
          [words.call, content.call[locale === 'en' ? 'en' : 'zh']], [words.heldOn, `${content.heldOn} ${content.heldAt}`], [words.place, content.isRemote ? `${content.place}（${words.remote}）` : content.place],
          [words.quorum, words.people(content.quorum)], [words.attended, people(true)], ...(absent ? [[words.absentees, absent] as [string, string]] : []),
        ],
      },
      ...content.items.map((item, at) => ({
        head: `${words.item(at + 1)} ${item.unit} ${item.number}`, lines: item.discussion === '' ? [] : [item.discussion],
        facts: [
          [words.proposal, [words.proposals[item.proposal], item.clearsNegative ? words.clearsNegative : ''].filter(Boolean).join(locale === 'en' ? '; ' : '；')],
          [words.vote, [words.tally(item.tally.for, item.tally.against, item.tally.abstain, item.tally.seated), item.votes.map(({ name, vote }) => `${name} ${words.votes[vote]}`).join(comma)].join('\n')],
          [words.result, words.results[item.tally.result]],
          ...(item.recusals.length === 0 ? [] : [[words.recused, item.recusals.map(({ name, kind }) => words.recusedOf(name, kinds[kind] ?? words.declaredAtMeeting)).join(comma)] as [string, string]]),
        ] as [string, string][],
      })),
      { head: '', lines: [], facts: [[words.signer, `${signedByName} ${beijingTime(signedAt)}`]] },
    ],
    foot: [`${all.hash} ${hash}`],
  };
}
