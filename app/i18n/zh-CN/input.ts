/** 填写提示: what is wrong with a field, and what to do. */
export default {
  required: '这一项必须填写。',
  tooShort: (least: number) => `至少写 ${least} 个字。`,
  tooLong: (most: number) => `最多 ${most} 个字，请删减一些。`,
  tooSmall: (least: string) => `不能小于 ${least}。`,
  tooBig: (most: string) => `不能大于 ${most}。`,
  number: '请填数字，例如 1200。',
  format: '格式不对，请对照提示再看一遍。',
  option: '请从给出的选项中选择。',
  email: '请填完整的电子邮箱，例如 name@example.cn。',
  day: '请填日期，例如 2026-09-15。',
  codes: {
    'applicant-levels': '请至少选择一类申报主体。',
    'call-days': '截止日不能早于开始受理日。',
    'score-range': '最高分必须大于最低分。',
    'credit-code': '统一社会信用代码应为 18 位，且校验位要对。请对照证书再看一遍。',
    'mobile-number': '请填 11 位手机号码。',
    'phone-number': '请填手机号码，或带区号的固定电话，例如 0551-12345678。',
    'region-code': '请从行政区划列表中选择。',
    'password-weak': '密码至少 10 位，并且不要太常见。',
    'password-differs': '两次输入的密码不一样。',
  } as Record<string, string>,
};
