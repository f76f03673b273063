import type { Answer } from '#app/domain/pilot/calls/model.ts';

/** Answers to everything the pilot form requires; the figures are invented. */
export const completeAnswers: Record<string, Answer> = {
  'applicant-name': '合肥市包河区滨湖世纪社区服务中心',
  'applicant-code': '91350100M000100Y43',
  'unit-name': '滨湖世纪社区',
  'unit-kind': 'subdistrict',
  address: '合肥市包河区广西路 1 号',
  'leader-name': '李敏',
  'leader-duty': '党委副书记',
  department: '社会事务部',
  'contact-name': '王芳',
  'contact-phone': '0551-12345678',
  population: '120000',
  'children-0-3': '5000',
  'children-4-6': '5200',
  'children-7-12': '9000',
  'children-13-18': '7000',
  'indoor-area': '1200',
  'social-workers': '18',
  'childrens-directors': '8',
  goals: '三年内让每个孩子步行十五分钟内都有一处安全的活动空间。',
  tasks: [{ task: '改造八处口袋公园', from: '2026-10-01', to: '2027-06-30', owner: '城市管理部' }],
  attitude: 'agree-lead',
};
