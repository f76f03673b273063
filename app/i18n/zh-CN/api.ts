/** 开放接口. */
export default {
  title: '童友开放接口',
  about: '行政区划、建设规范、申报批次、公示和试点社区的公开数据，不需要登录；凭访问令牌办理申报、上传材料、查询机构。',
  notFound: '没有这个地址。接口说明在 /api/v1/openapi.json。',
  badRequest: '参数不对，请看 errors 里写明的参数。',
  broken: '系统出了问题，已经记录下来，请稍后再试。',
  badMethod: '这个地址不能这样用。接口说明在 /api/v1/openapi.json。',
  badJson: '请求的内容不是完整的 JSON，请检查后再发。',
  tokenNeeded: '这个地址要带访问令牌：Authorization: Bearer ty_…。令牌在“我的账号 · 访问令牌”里生成。',
  tokenWrong: '访问令牌不对，或者已经过期、被收回。请换一个有效的令牌。',
  tooMany: (limit: number, seconds: number) => `这个令牌每分钟可以请求 ${limit} 次，已经用完。请 ${seconds} 秒后再试。`,
};
