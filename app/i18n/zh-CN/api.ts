/** 开放接口. */
export default {
  title: '童友开放接口',
  about: '行政区划、建设规范、申报批次、公示和试点社区的公开数据。不需要登录。',
  notFound: '没有这个地址。接口说明在 /api/v1/openapi.json。',
  badRequest: '参数不对，请看 errors 里写明的参数。',
  broken: '系统出了问题，已经记录下来，请稍后再试。',
  badMethod: '这个地址只能读取（GET）。',
};
