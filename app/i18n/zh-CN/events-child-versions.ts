/** 事件: child versions, and the help numbers on children's pages. */
export default {
  'child-version.started': '开始写一份儿童版',
  'child-version.saved': '修改了儿童版',
  'child-version.published': '发布了儿童版',
  'child-version.withdrawn': '收回了儿童版',
  'help.set': '设定了儿童页上的求助电话',
  'help.inherited': '儿童页改用上级的求助电话',
};
