/** 说明页: accessibility, privacy, open data; plain statements of what is so. */
export default {
  accessibility: {
    title: '无障碍说明',
    lead: '我们希望每个人都能用这个网站，也包括用读屏软件、只用键盘、看不清小字的人。',
    parts: [
      { title: '已经做到的', lines: ['公众页面和申报页面不开启脚本也能完整使用。', '所有功能都能只用键盘完成；焦点有明显的边框；每页第一个链接可以跳到正文。', '文字与底色的对比度达到 WCAG 2.2 AA；状态从不只用颜色表示，总有文字或形状。', '表格、地图、花形图都有文字说明；每张地图旁边有同样内容的表格。', '手机窄屏（360 像素）下内容不丢失，表格变成卡片；放大到 200% 不需要横向滚动。', '系统设置减少动画时，页面没有动画。', '中文、英文两种语言，随时切换。'] },
      { title: '还没有做到的', lines: ['上传的扫描件由申报单位提供，读屏软件可能读不出文字。', '工作台的部分复杂表格在读屏软件下需要较多操作。', '还没有请残障人士做过完整的使用测试；自动检查不能代替它。'] },
      { title: '遇到困难怎么办', lines: ['如果某一页用不了，请记下网址和请求编号（出错页上有），告诉促进计划办公室；申报期内也可以请街道（乡镇）经办人代为填写。'] },
    ],
  },
  privacy: {
    title: '个人信息与|儿童信息保护',
    lead: '只收办事需要的信息，写明用在哪里，不给无关的人看。',
    parts: [
      { title: '收集什么', lines: ['浏览公开页面不需要登录，不使用任何第三方统计或广告，不从别的网站加载任何内容。', '登录只放一个会话标记；换语言时放一个语言标记，保存一年。', '申报表收集单位信息、负责人和联系人的姓名、电话、邮箱，以及社区的统计数字。', '异议可以匿名：不留账号、网络地址和时刻，每天早上成批登记；实名的姓名和联系方式加密保存，办理人看一次要写一次理由，参与过评审和决定的人看不到。'] },
      { title: '儿童的信息', lines: ['系统不收集任何一个儿童的姓名、住址、照片或联系方式，只收集按年龄段统计的人数。', '请不要在申报材料、异议或推荐里写儿童的个人信息；核验时发现会退回并要求删去。'] },
      { title: '谁能看到', lines: ['每个账号只能看到自己辖区、自己职责内的内容；专家只能看到分配给自己的申报。', '系统管理、安全保密管理、审计三种管理员由不同的人担任。', '每一次改动都留下记录：谁、什么时候、改了什么；记录只能增加，不能修改。'] },
      { title: '公开什么', lines: ['公示名单、试点名单、社区的统计数字、规范全文公开，可以下载。', '试点社区申报时的自查结果（逐条做到哪一步）在社区页公开，文字说明不公开。', '联系人、电话、评审打分、专家姓名、异议人不公开。'] },
      { title: '您的权利', lines: ['登录后可以在“我的账号”里查看登录记录、退出其他设备。', '要查看、更正或删除自己的信息，请联系促进计划办公室；在批次截止前可以自己撤回申报。'] },
    ],
  },
  openData: {
    title: '开放数据与接口',
    lead: '公开的内容都能用程序读取，不需要登录，不需要密钥，可以从任何网页调用。',
    start: '接口说明（OpenAPI 3.1）',
    guide: '接口使用说明',
    base: '地址前缀',
    table: { path: '地址', what: '内容', example: '例子' },
    paths: [
      { path: '/api/v1/regions', what: '行政区划：逐级下级，或按名称、拼音、首字母查找，带英文名', example: '/api/v1/regions?parent=3401' },
      { path: '/api/v1/standard', what: '规范的各个版本', example: '/api/v1/standard' },
      { path: '/api/v1/standard/{id}', what: '一个版本的全文：原则、板块、要求、细则、阈值和出处', example: '/api/v1/standard/cfcc-norms' },
      { path: '/api/v1/calls', what: '已发布的试点申报批次', example: '/api/v1/calls' },
      { path: '/api/v1/notices', what: '公示和名单', example: '/api/v1/notices' },
      { path: '/api/v1/certificates', what: '证书，可按地区、等级和效力筛选；/api/v1/certificates/{编号} 查一份', example: '/api/v1/certificates?standing=valid' },
      { path: '/api/v1/statistics', what: '按规范评估的结果：一个地区和它的下一级，逐板块、逐项、逐条', example: '/api/v1/statistics?region=34' },
      { path: '/api/v1/plans', what: '公布的行动计划；/api/v1/plans/{id} 查一个：行动、责任部门、任务、指标、逐年目标和各期的数', example: '/api/v1/plans?region=34' },
      { path: '/api/v1/cases', what: '案例库，可按地区、细则、板块、主题、年龄和花费筛选；/api/v1/cases/{id} 查一个，含全部版本', example: '/api/v1/cases?tag=space' },
      { path: '/api/v1/annual-reports', what: '公开的年度报告；/api/v1/annual-reports/{id} 查一份，每个数字带着算出它的查询', example: '/api/v1/annual-reports?region=*' },
      { path: '/api/v1/communities/{code}/voices', what: '一个社区的孩子提了什么、大人答应的做到没有；原话只有审核公开的', example: '/api/v1/communities/340111400/voices' },
      { path: '/api/v1/councils', what: '儿童议事会；/api/v1/councils/{id} 查一个：章程、会议记录、议案和结果，不含姓名', example: '/api/v1/councils?region=34' },
      { path: '/api/v1/survey-results', what: '公开的调查结果；/api/v1/survey-results/{id} 查一轮，人数太少的格子不显示', example: '/api/v1/survey-results?region=34' },
      { path: '/statistics/data/regions.csv', what: '同样的数字，CSV；另有 rules.csv、children.csv 和 regions.geojson', example: '/statistics/data/regions.csv' },
      { path: '/api/v1/pilots', what: '试点社区，可按地区筛选', example: '/api/v1/pilots?region=34' },
    ],
    parts: [
      { title: '翻页', lines: ['列表每次最多 100 条。回答里的 next 是下一页的标记，把它作为 cursor 参数再问一次；next 为空就是到底了。'] },
      { title: '出错', lines: ['错误用 application/problem+json 返回，写明状态、原因和哪个参数不对。'] },
      { title: '缓存', lines: ['每个回答都带 ETag；带 If-None-Match 再问，没有变化时返回 304。'] },
      { title: '使用', lines: ['可以自由使用，请注明来源“童友”和取得数据的日期。演示环境的数据是虚构的，不要引用。'] },
    ],
  },
};
