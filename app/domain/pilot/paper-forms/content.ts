import type { Question, QuestionSet, Words } from '#app/domain/pilot/calls/model.ts';
import { questionsOf } from '#app/domain/pilot/calls/model.ts';
import { paperWords } from '#app/i18n/paper.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { blocksOf, type Filled } from './blocks.ts';
import type { PaperForm } from './model.ts';

type About = {
  set: QuestionSet; call: { title: string; titleEn: string; closesOn: string }; filled: Filled; number: string;
  applicant: string; unit: string; filledOn: string; watermark: string; receipt: PaperForm['receipt'];
};

/** 申报表的内容: the question set and what was answered, laid out for paper in the language of whoever asks. */
export function paperForm(ctx: Ctx, about: About): PaperForm {
  const words = paperWords[ctx.locale].print;
  const said = (text: Words) => (ctx.locale === 'en' ? text.en : text.zh);
  const callTitle = ctx.locale === 'en' && about.call.titleEn ? about.call.titleEn : about.call.title;
  const seal = questionsOf(about.set).find((question) => question.paper === 'sealed-opinion');
  const madeOn = beijingDay(ctx.now);
  return {
    title: words.title, callTitle, lang: ctx.locale === 'en' ? 'en' : 'zh', number: about.number,
    cover: [
      [words.cover.number, about.number], [words.cover.applicant, about.applicant], [words.cover.unit, about.unit],
      [words.cover.call, callTitle], [words.cover.closes, about.call.closesOn], [words.cover.filled, about.filledOn],
    ],
    notesTitle: words.notesTitle, notes: words.notes(words.mark),
    sections: about.set.sections.map((section, index) => ({
      title: words.part(index + 1, said(section.title)), intro: section.intro ? said(section.intro) : '',
      blocks: blocksOf(section, about.filled, words, said),
    })),
    seal: seal ? sealOf(seal, words.seal, said) : null,
    receiptTitle: words.receiptTitle, receipt: about.receipt, watermark: about.watermark,
    foot: about.number ? words.foot(about.number, madeOn) : callTitle, pageOf: words.pageOf, madeOn,
    words: { required: words.mark, index: words.index },
  };
}

function sealOf(question: Question, words: { opinion: string; leader: string; stamp: string; day: string }, said: (text: Words) => string) {
  return { title: `${question.number ?? ''} ${said(question.label)}`.trim(), hint: question.hint ? said(question.hint) : '', ...words };
}
