import type zh from '../zh-CN/api-guide.ts';

export default {
  title: 'How to use the API',
  lead: 'For those who build systems for governments or the programme office. Every address, parameter and example is in the machine-readable description; the examples are tested against the running system.',
  spec: 'Description of the API (OpenAPI 3.1)',
  open: 'Open data, without a token',
  parts: {
    token: { title: '1. Tokens', lines: ['Make your own under My account, Access tokens. A system of an office is registered by the system administrator and given its roles by the security administrator.', 'A token is shown once, lives for a year at most and can be revoked at any time. It can do no more than its account may do at that moment, narrowed to the deeds and the region chosen for it.', 'Keep tokens on servers, never in web pages or phone apps.'] },
    story: { title: '2. From a draft to the receipt', lines: ['In this order: start a draft, read the application, save answers, upload the sealed opinion and attach it, hand it in. The answer to handing in is the receipt.', 'The questions are read from the call; after saving, `missing` says what is not right yet. After a return, `returned` names the questions that came back: only these may be changed, then hand it in again.'] },
    once: { title: '3. Sending twice', lines: ['Use a new Idempotency-Key for every deed. When no answer came, send the same again with the same key: it is done once and answered alike (with Idempotency-Replayed: true), for 48 hours.', 'The same key with other content is answered 422. A refused request has changed nothing, so it may be put right and sent with the same key.'] },
    pages: { title: '4. Pages', lines: ['Lists go from new to old, at most 100 lines a page. The Link header names the next page; without it, that was the end.'] },
    tags: { title: '5. Versions', lines: ['Read with If-None-Match: when nothing has changed, the answer is 304 without content.', 'Saving answers needs If-Match with the ETag you have read. When somebody has changed it since, the answer is 412 and nothing is written over: read again, merge, save.'] },
    errors: { title: '6. Errors', lines: ['Errors are application/problem+json: `title` is a code that stays, `detail` a sentence for people (Chinese or English by Accept-Language), `errors` names the parameter that is wrong.', '401: the token is wrong; 403: it may not do this; 404: not there, or not in its region; 409: not possible now; 429: too often.'] },
    limits: { title: '7. How often', lines: ['600 requests a minute for a token; administrators can set another limit for systems. RateLimit says how many are left; beyond that the answer is 429, and Retry-After says when to come back.'] },
    webhooks: { title: '8. Webhooks', lines: ['The system administrator makes a webhook at the desk and chooses events and a region. It carries only kind, id, region and time; read the rest with a token.', 'Signed as Standard Webhooks have it: HMAC-SHA256 over “id.timestamp.body”. Check the signature, then that the time is within five minutes, and drop ids you have seen.', 'Answer 2xx within 10 seconds. Otherwise it is tried ten times, after 1 minute up to a day; after three days without success it is paused and the administrator is told.'] },
    feeds: { title: '9. Calendars and feeds', lines: ['Deadlines of calls and notices can be subscribed to as a calendar, notices and calls with a feed reader; ?lang=en makes them English.'] },
    client: { title: '10. An example program', lines: ['The sources have a TypeScript client without dependencies in examples/typescript-client, with retries and paging, tested together with the system.'] },
  },
} satisfies typeof zh;
