/** 接口使用说明: how a program works with the system, from the token to the webhook. */
export default {
  title: '接口使用说明',
  lead: '写给为政府或促进计划办公室开发系统的人。每个地址、参数和例子都在机器可读的接口说明里；例子都在真实系统上测试过。',
  spec: '接口说明（OpenAPI 3.1）',
  open: '不需要令牌的公开数据',
  parts: {
    token: { title: '一、令牌', lines: ['在“我的账号 · 访问令牌”里生成自己的令牌；单位的系统请系统管理员登记，由安全管理员授予角色。', '令牌只显示一次，最长一年，可以随时收回。它能做的事不超过所属账号当时的权限，再按生成时选的事项和地区收窄。', '令牌放在服务器上，不要放进网页或手机应用。'] },
    story: { title: '二、从草稿到回执', lines: ['按顺序：开始草稿，读取申报，保存答案，上传并附上盖章意见书，提交。提交成功的应答就是回执。', '题目从批次的 questions 读取；答案保存后，missing 写明还缺什么。退回补正时，returned 写明退回了哪些题，只能改这些题，改好后再提交一次。'] },
    once: { title: '三、重复发送', lines: ['每件事用一个新的 Idempotency-Key。没收到应答时，用同一个键、同样的内容再发，系统只办一次，两次应答相同（带 Idempotency-Replayed: true），保留 48 小时。', '同一个键换了内容，返回 422。被拒绝的请求什么也没有改，可以改正后用同一个键再发。'] },
    pages: { title: '四、翻页', lines: ['列表按时间从新到旧，每页最多 100 条。Link 标头里的 next 就是下一页的地址；没有 next 就是到底了。'] },
    tags: { title: '五、版本', lines: ['读取时带上 If-None-Match，没有变化就返回 304，不再传内容。', '保存答案必须带 If-Match，写上您读到的 ETag。期间有人改过，返回 412，什么也不会覆盖：请重新读取，合并后再保存。'] },
    errors: { title: '六、出错', lines: ['错误是 application/problem+json：title 是不变的代码，detail 是写给人看的一句话（按 Accept-Language 用中文或英文），errors 指出哪个参数不对。', '401 令牌不对，403 令牌不能做这件事，404 没有或不在令牌的地区内，409 现在不能办，429 太频繁。'] },
    limits: { title: '七、频次', lines: ['每个令牌每分钟 600 次，系统的令牌可以由管理员调整。RateLimit 标头写明还剩几次；超过时返回 429，Retry-After 写明几秒后再来。'] },
    webhooks: { title: '八、推送', lines: ['系统管理员在工作台建立推送，选事件和地区。内容只有类型、编号、地区和时间，详情凭令牌读取。', '签名按 Standard Webhooks：对“编号.时间.正文”做 HMAC-SHA256。先核对签名，再看时间是否在五分钟以内，并按 webhook-id 去重。', '请在 10 秒内返回 2xx。否则按 1 分钟到 1 天的间隔重试，共十次；连续三天没有送达会自动暂停并通知管理员。'] },
    feeds: { title: '九、日历与订阅', lines: ['批次和公示的期限可以订阅为日历，公示和批次可以用阅读器订阅；加 ?lang=en 是英文。'] },
    client: { title: '十、示例程序', lines: ['源代码 examples/typescript-client 里有一个不依赖任何库的 TypeScript 客户端，带重试和翻页，随系统一起测试。'] },
  },
};
