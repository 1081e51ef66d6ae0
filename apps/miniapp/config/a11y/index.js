const path = require('node:path')
const { components } = require('./components')

/** Taro plugin: without it every aria attribute is dropped on weapp. */
module.exports = (ctx) =>
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      platform.template.mergeComponents(ctx, components)
      platform.runtimePath = [].concat(platform.runtimePath, path.resolve(__dirname, 'runtime.js'))
    },
  })
