import type { ConflictKind } from '#app/domain/pilot/conflicts/model.ts';

/** 回避. */
export default {
  /** 改动这里的字句时，同时更新 conflicts/model.ts 的版本. */
  statement: [
    '我和我的近亲属没有在申报单位、该社区或其上级主管部门任职。',
    '我没有为该社区或申报单位提供过培训、咨询、撰写等服务，也没有从其赞助方取得报酬。',
    '我与申报单位的负责人没有可能影响公正的关系，也没有对该社区提出过异议。',
    '以后知道有上述情形的，我会立即申请回避，不再评分。',
  ],
  closed: '您与这份申报有应当回避的关系，评审已关闭。您写的内容留存，不计入评审。',
  /** 不显示申报单位的批次. */
  statementUnnamed: [
    '我已在“专家事项”中如实声明与我有关系的机构和地区。',
    '我不知道申报单位是哪一家，也不会设法打听。',
    '我没有为这份申报提供过培训、咨询、撰写等服务。',
    '评审中认出申报单位并有回避情形的，我会立即申请回避，不再评分。',
  ],
  attest: '以上各条，我确认属实。',
  kinds: {
    'same-organisation': '同一机构', 'same-region': '同一区县', 'supervising-region': '主管该地区', 'trained-or-consulted': '曾培训或咨询', 'sponsor-tie': '赞助关系',
    family: '亲属关系', 'earlier-objection': '曾提异议', 'other-declared': '已声明回避',
  } satisfies Record<ConflictKind, string>,
};
