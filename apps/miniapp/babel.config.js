module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
  overrides: [{ test: /[\\/]packages[\\/]shared[\\/]src[\\/]/, plugins: ['./config/lean-shared.js'] }],
}
