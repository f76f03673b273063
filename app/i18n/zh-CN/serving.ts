/** 谁在服务: rules, the outline and goal areas, looked up from their side. */
export default {
  title: '按规范、纲要和儿基会目标找', lead: '选一条规范细则、一个全国纲要的指标，或者一个儿基会目标领域，看哪些指标和哪些城市的行动在服务它。',
  forRule: '服务这一条的指标和行动', moreForRule: '换一条看', allForRule: '看全部计划', none: '还没有指标服务这一条。', noPlan: '公布的计划里还没有这个指标。', notHere: '这一页的计划里没有这个指标。',
  frames: { standard: '规范细则', outline: '全国纲要的指标', unicef: '联合国儿基会目标领域' }, unserved: '（还没有指标）', choose: '请选一条。', look: '查看', serves: (what: string) => `服务“${what}”的`, counts: (indicators: number, actions: number) => `${indicators} 个指标，${actions} 项行动`, onPage: (indicators: number, actions: number) => `${indicators} 个指标；这一页有 ${actions} 项行动，最近公布的计划在前`,
};
