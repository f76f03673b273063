import type { QuestionState } from '#app/domain/pilot/questions/model.ts';

/** 评审询问. */
export default {
  title: '评审询问',
  states: { asked: '待办公室办理', forwarded: '等待答复', declined: '未转交', answered: '已答复' } satisfies Record<QuestionState, string>,
  asked: '专家的原话', forwarded: '转交的问题', answer: '答复', due: '答复期限',
  until: (day: string) => `请在 ${day} 24:00 前答复`,
  late: '期限已过，没有答复',
  answeredAt: (time: string) => `${time} 答复`,
  answeredBy: (name: string, time: string) => `${name}，${time}`,
  heldBack: '附件还没有遮盖件，暂不能看',
  reviewer: {
    link: '询问申报单位',
    lead: '材料里看不明白的，可以请办公室转问申报单位。办公室可能改写或不转交；申报单位和其他专家都不会知道是谁问的。',
    mine: '我提出的', ask: '提出询问', text: '要问什么', textHint: '一次问一件事，写清楚在哪一页、哪一题。不要写自己的姓名和单位。', send: '交给办公室', noMine: '您还没有提出询问。',
    passedOn: '询问与答复', passedOnLead: '参加评审这份申报的专家都能看到。', none: '还没有转交给申报单位的询问。', closed: '评审已提交，不能再提出询问。', notYet: '接受任务以后才能询问。', declined: (reason: string) => `没有转交：${reason}`,
    back: '返回评审',
  },
  office: {
    lead: '专家的询问经办公室转交。请删去能看出是谁问的话；申报单位只看到这里转交的文字，看不到提问人。',
    none: '还没有询问。专家评审时提出的询问会列在这里。', forward: '转交申报单位', decline: '不转交', text: '转交的文字', dueOn: '请在此前答复', reason: '理由', reasonHint: '只告诉提问的专家。',
    declineAsk: '不转交这个询问？', back: '返回评审表', redact: '遮盖答复附件', waiting: '待转交的询问',
  },
  waiting: { none: '没有等待转交的询问。', number: '编号', unit: '社区', asked: '询问', when: '提出时间', ops: '操作', open: '办理' },
  applicant: {
    title: '办公室的询问',
    lead: '评审中有需要说明的地方，由促进计划办公室向您询问。每个问题答复一次，提交以后不能改；答复会转给全部评审专家。',
    none: '现在没有需要答复的问题。', text: '答复内容', files: '附件', filesHint: '最多 5 份，PDF 或图片，每份 20 MB 以内。', send: '提交答复', link: (n: number) => `办公室的询问（${n}）`, only: '由有权提交申报的人员答复。',
    file: '选择文件',
  },
};
