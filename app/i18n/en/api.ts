import type zh from '../zh-CN/api.ts';

export default {
  title: 'Tongyou open API',
  about: 'Public data on regions, the standard, calls, notices and pilot communities. No sign-in needed.',
  notFound: 'There is no such address. The description of the API is at /api/v1/openapi.json.',
  badRequest: 'A parameter is wrong: see errors.',
  broken: 'Something went wrong on our side and has been recorded. Please try again later.',
  badMethod: 'This address can only be read (GET).',
} satisfies typeof zh;
