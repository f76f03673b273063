/** 可照抄的例子; `T` stands for the token, `HOST` for this site. Each is also an example of the description. */
export const apiExamples = {
  token: `curl HOST/api/v1/token -H "Authorization: Bearer $T"`,
  story: `curl HOST/api/v1/calls
curl HOST/api/v1/calls/$CALL/questions

curl HOST/api/v1/applications -H "Authorization: Bearer $T" \\
  -H "Content-Type: application/json" -H "Idempotency-Key: start-0001" \\
  -d '{"callId":"'$CALL'","regionCode":"340111400"}'

curl -i HOST/api/v1/applications/$ID -H "Authorization: Bearer $T"

curl -X PATCH HOST/api/v1/applications/$ID/answers -H "Authorization: Bearer $T" \\
  -H "Content-Type: application/json" -H "If-Match: $ETAG" \\
  -d '{"answers":{"population":"120000"}}'

curl "HOST/api/v1/files?name=opinion.pdf" -H "Authorization: Bearer $T" \\
  -H "Content-Type: application/octet-stream" --data-binary @opinion.pdf
curl -X PUT HOST/api/v1/applications/$ID/papers/sealed-opinion/$FILE \\
  -H "Authorization: Bearer $T"

curl HOST/api/v1/applications/$ID/submission -H "Authorization: Bearer $T" \\
  -H "Content-Type: application/json" -H "Idempotency-Key: hand-in-0001" \\
  -d '{"truthful":"yes"}'`,
  pages: `curl -i "HOST/api/v1/applications?region=34&state=submitted&limit=50" \\
  -H "Authorization: Bearer $T"
# Link: </api/v1/applications?region=34&state=submitted&limit=50&cursor=…>; rel="next"`,
  tags: `curl -i HOST/api/v1/applications/$ID -H "Authorization: Bearer $T" \\
  -H "If-None-Match: $ETAG"
# HTTP/1.1 304 Not Modified`,
  errors: `{
  "type": "about:blank",
  "title": "changed-meanwhile",
  "status": 412,
  "detail": "…"
}`,
  limits: `RateLimit-Policy: "minute";q=600;w=60
RateLimit: "minute";r=599;t=60`,
  plans: `curl "HOST/api/v1/plans?region=3401&state=published"
curl HOST/api/v1/plans/$PLAN
# "contents": [{ "code": "A08", "leads": […], "tasks": […], "indicators": [{
#   "code": "A08-1", "unit": "percent", "standing": "reached",
#   "targets": [{ "year": 2025, "op": ">=", "value": 30, "max": null }],
#   "values": [{ "period": 2025000, "value": 34.2, … }] }] }]`,
  webhooks: `import { createHmac, timingSafeEqual } from 'node:crypto';

export function isGenuine(secret, headers, body) {
  const id = headers['webhook-id'];
  const second = headers['webhook-timestamp'];
  if (Math.abs(Date.now() / 1000 - Number(second)) > 300) return false;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const expected = createHmac('sha256', key).update(id + '.' + second + '.' + body).digest();
  return headers['webhook-signature'].split(' ').some((one) => {
    const given = Buffer.from(one.replace('v1,', ''), 'base64');
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}`,
  feeds: `HOST/feeds/calendar.ics
HOST/feeds/notices.xml
HOST/feeds/calls.xml`,
} as const;
