import path from 'node:path'
import { defineConfig } from '@tarojs/cli'

const target = process.env.TARO_ENV ?? 'h5'
// The gallery of all primitives is a build of its own, so that it can never be released by mistake.
const output = `dist/${process.env.GALLERY ? 'gallery-' : ''}${target}`
const shared = path.resolve(__dirname, '../../../packages/shared/src')
// Published as modern JavaScript; WeChat and older phones need them compiled like our own code.
const modern = (file: string) => /[\\/]node_modules[\\/](@tanstack|zod|uqr)[\\/]/.test(file)
const compile = { include: [shared, modern] }
const cssModules = { enable: true, config: { namingPattern: 'module', generateScopedName: '[name]__[local]___[hash:base64:5]' } }
// Every stylesheet knows the mixins; a partial that another one loads must name them itself.
const sassLoaderOption = {
  sassOptions: { includePaths: [path.resolve(__dirname, '../src/ui')] },
  additionalData: (sheet: string) => `@use 'mixins' as *;\n${sheet}`,
}
const hashed = (folder: string, ending: string) => `${folder}/[name].[contenthash:8].${ending}`

export default defineConfig<'webpack5'>(async () => ({
  projectName: 'yijian',
  date: '2026-11-20',
  framework: 'react',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: output,
  alias: { '@': path.resolve(__dirname, '../src') },
  plugins: [path.resolve(__dirname, 'a11y/index.js')],
  defineConstants: {
    // On h5 the API has the same origin; a mini-program must name its host.
    API_BASE: JSON.stringify(target === 'h5' ? '' : (process.env.API_BASE ?? '')),
  },
  copy: {
    // The native tab bar names its icons in theme.json, where no bundler sees them.
    patterns: target === 'weapp' ? [{ from: 'src/assets/tab/', to: `${output}/assets/tab/`, ignore: ['**/*.svg'] }] : [],
    options: {},
  },
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // Taro writes each Chinese character of a mini-program as six bytes; a package is measured in bytes, and WeChat reads UTF-8.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  // With it on, code that only sub-packages share stays as it was when first built.
  cache: { enable: false },
  mini: {
    optimizeMainPackage: { enable: true },
    compile,
    sassLoaderOption,
    minifyXML: { collapseWhitespace: true },
    // Modules keep class names apart, so the order of stylesheets does not matter.
    miniCssExtractPluginOption: { ignoreOrder: true },
    webpackChain(chain, webpack) {
      const shim = path.resolve(__dirname, '../src/polyfills/abort')
      chain.plugin('abort').use(webpack.ProvidePlugin, [{ AbortController: [shim, 'AbortController'] }])
    },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile,
    sassLoaderOption,
    output: { filename: hashed('js', 'js'), chunkFilename: hashed('js', 'js') },
    miniCssExtractPluginOption: { ignoreOrder: true, filename: hashed('css', 'css'), chunkFilename: hashed('css', 'css') },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      // One root font size at every width: otherwise a desktop shows everything twice as large.
      pxtransform: { enable: true, config: { baseFontSize: 16, minRootSize: 16, maxRootSize: 16 } },
      cssModules,
    },
    webpackChain(chain) {
      // What all pages share travels once; readable names let check-build.mjs tell the first page apart.
      const kit = {
        test: /[\\/](miniapp[\\/]src[\\/](ui|api|lib|i18n|platform)|packages[\\/]shared)[\\/]/,
        name: 'kit',
        chunks: 'all',
        enforce: true,
      }
      chain.optimization.set('chunkIds', 'named').splitChunks({ chunks: 'all', cacheGroups: { kit } })
    },
    devServer: {
      port: Number(process.env.H5_PORT ?? 10086),
      open: false,
      host: '127.0.0.1',
      proxy: [{ context: ['/api', '/openapi.json'], target: `http://127.0.0.1:${process.env.PORT ?? 8787}` }],
    },
  },
}))
