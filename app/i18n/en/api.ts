import type zh from '../zh-CN/api.ts';

export default {
  title: 'Tongyou open API',
  about: 'Public data on regions, the standard, calls, notices and pilot communities need no sign-in; with an access token, applications are filled in and handed in, files uploaded and organisations looked up.',
  notFound: 'There is no such address. The description of the API is at /api/v1/openapi.json.',
  badRequest: 'A parameter is wrong: see errors.',
  broken: 'Something went wrong on our side and has been recorded. Please try again later.',
  badMethod: 'This address cannot be used like this. The description of the API is at /api/v1/openapi.json.',
  badJson: 'The body is no complete JSON: put it right and send it again.',
  tokenNeeded: 'This address needs an access token: Authorization: Bearer ty_…. Make one under My account, Access tokens.',
  tokenWrong: 'The access token is wrong, or it has expired or been revoked. Use one that is valid.',
  tooMany: (limit: number, seconds: number) => `This token may ask ${limit} times a minute, and has. Try again in ${seconds} seconds.`,
} satisfies typeof zh;
