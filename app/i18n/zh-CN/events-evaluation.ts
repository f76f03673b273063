/** 事件: after the award, as each follows the name of the person. */
export default {
};
