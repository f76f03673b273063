import type { Blindness, PhaseBlindness, ReviewPhase } from '#app/domain/pilot/calls/blindness-settings.ts';
import type { RedactionWay } from '#app/domain/pilot/redaction/model.ts';

/** 盲审与遮盖. */
export default {
  title: '盲审：谁看得到什么',
  lead: '发布以后不再改动。看不到的，在页面、计数、平均、导出、接口、消息和办理记录里都当作没有。',
  phases: { first: '初评', second: '复评与会商' } satisfies Record<ReviewPhase, string>,
  fields: {
    SeesApplicant: '专家知道谁在申报', SeesOthers: '专家知道还有谁在评', SeesMarks: '专家看到别人的评分', OfficeNames: '办公室看到评分人的姓名', applicantSees: '决定以后，申报单位看到',
  },
  hints: { SeesApplicant: '选“不知道”时，指明身份的答案不给专家看，材料只给遮盖件，没有遮盖件的暂不给看。' },
  SeesApplicant: { yes: '知道', no: '不知道' },
  SeesOthers: { never: '不知道', 'names-after-own': '自己提交以后，知道姓名' } satisfies Record<PhaseBlindness['reviewersSeeEachOther'], string>,
  SeesMarks: { never: '看不到', 'after-own': '自己提交以后看到', 'after-all': '全部提交以后看到' } satisfies Record<PhaseBlindness['marksOfOthers'], string>,
  OfficeNames: { always: '一直看到', 'after-decision': '决定以后才看到' } satisfies Record<PhaseBlindness['officeSeesNames'], string>,
  applicantSees: { nothing: '只有决定和理由', marks: '决定、理由和各份评分', 'marks-and-notes': '决定、理由、各份评分和评语' } satisfies Record<Blindness['applicantSees'], string>,
  said: (phase: string, what: readonly string[]) => `${phase}：${what.join('；')}`,
  rule: {
    SeesApplicant: { yes: '专家知道谁在申报', no: '专家不知道谁在申报' },
    SeesOthers: { never: '专家互不知道姓名', 'names-after-own': '专家提交以后知道同组专家的姓名' } satisfies Record<PhaseBlindness['reviewersSeeEachOther'], string>,
    SeesMarks: { never: '互相看不到评分', 'after-own': '自己提交以后看到别人的评分', 'after-all': '全部提交以后互相看到评分' } satisfies Record<PhaseBlindness['marksOfOthers'], string>,
    OfficeNames: { always: '办公室看到评分人的姓名', 'after-decision': '决定以前办公室看到的评分不带姓名' } satisfies Record<PhaseBlindness['officeSeesNames'], string>,
    applicantSees: (what: string) => `决定以后，申报单位看到：${what}`,
  },
  hidden: '本批次评审不公开申报单位。姓名、单位、联系方式和地址已略去，文中出现的以“〔…〕”代替。',
  hiddenTitle: (number: string) => `申报 ${number}`,
  hiddenBefore: '接受任务以前和以后都不显示申报单位。评审中如果认出了申报单位并有回避情形，请申请回避。',
  heldBack: '这份材料还没有遮盖件，暂不能看。办公室放入遮盖件以后，就会出现在这里。',
  others: '其他专家的评分',
  nameless: (n: number) => `专家 ${n}`,
  noMarksYet: '尚未提交',
  listed: '表中先列出所请的专家，再列出不带姓名的评分；评分在至少两位、并且全部提交以后列出。',
  forApplicant: { title: '专家评分', lead: '决定已经作出。下面是各位专家的评分，不显示姓名。', overall: '总评', total: (total: number) => `总分 ${total}` },
  redaction: {
    title: '遮盖件',
    lead: '专家不知道谁在申报时，只看得到遮盖件。请盖住每一页上的单位名称、人名、公章、电话和地址；文件属性由系统清除，文件名换成中性的。',
    notNeeded: '这一批次的专家知道谁在申报，用不到遮盖件。',
    none: '还没有，专家暂不能看',
    way: { uploaded: '上传的遮盖件', cleaned: '用原件制作' } satisfies Record<RedactionWay, string>,
    by: (name: string, time: string) => `${name}，${time}`,
    upload: '上传遮盖件', file: '遮盖好的文件', fileHint: 'PDF、JPG、PNG 或 WebP，20 MB 以内。',
    make: '用原件制作', makeAsk: '这份材料的每一页都没有单位名称、人名、公章、电话和地址吗？制作时只清除文件属性和文件名，不改动页面。',
    remove: '撤下', removeAsk: '撤下以后，专家就看不到这份材料。现在撤下吗？',
    look: '看遮盖件', lookOriginal: '看原件',
    empty: '这份申报没有上传材料，不用遮盖。',
    answerPaper: '答复询问的附件',
  },
};
