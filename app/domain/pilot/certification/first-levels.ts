import type { Level, LevelContent } from './model.ts';

/** 初始等级: what counts until the office saves a setting of its own. */
export const firstLevels: Record<Level, LevelContent> = {
  pilot: {
    name: { zh: '儿童友好社区建设试点', en: 'Child-friendly community pilot' },
    about: { zh: '经申报、核验、评审和公示，列为中国儿童友好社区建设试点。', en: 'Listed as a pilot of the China Child-Friendly Community Initiative after application, check, review and public notice.' },
    needs: { zh: '申报材料核验齐全，专家评审通过，公示期满名单确定。', en: 'A complete application, a favourable review by experts, and a final list after public notice.' },
    grades: [], validMonths: 36, renewalDays: 180, replyDays: 10, requires: null,
  },
  certified: {
    name: { zh: '儿童友好社区', en: 'Certified child-friendly community' },
    about: { zh: '对照《儿童友好社区建设规范》完成建设，经评估认证为儿童友好社区。', en: 'Built and assessed against the standard for child-friendly communities, and certified.' },
    needs: { zh: '已是试点；五个板块的应达细则全部做到；评审通过，公示期满。', en: 'A standing pilot; all mandatory rules of the five sections met; a favourable review and a final list after public notice.' },
    grades: [{ id: 'excellent', zh: '优秀', en: 'Excellent' }, { id: 'good', zh: '良好', en: 'Good' }, { id: 'met', zh: '达标', en: 'Met' }],
    validMonths: 36, renewalDays: 180, replyDays: 10, requires: 'pilot',
  },
  demonstration: {
    name: { zh: '全国儿童友好社区示范点', en: 'National demonstration site of child-friendly communities' },
    about: { zh: '在认证社区中做法可复制、成效可核实，列为全国示范点。', en: 'A certified community whose practice can be repeated elsewhere and whose results can be checked, named as a national demonstration site.' },
    needs: { zh: '已获认证且在有效期内；有可公开的案例和佐证；评审通过，公示期满。', en: 'A valid certification; a case with evidence that may be published; a favourable review and a final list after public notice.' },
    grades: [], validMonths: 24, renewalDays: 180, replyDays: 10, requires: 'certified',
  },
};
