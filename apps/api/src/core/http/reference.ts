import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import express, { Router } from 'express'

/** `/openapi.json` and a readable reference at `/docs`, from this host alone. */
export function reference(document: object): Router {
  const router = Router()
  // swagger-ui-dist: the well-kept reference page that ships as plain files, without an outside host.
  const files = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  router.get('/openapi.json', (_request, response) => {
    response.json(document)
  })
  router.get('/docs', (_request, response) => {
    response.type('html').send(PAGE)
  })
  router.get('/docs/start.js', (_request, response) => {
    response.type('js').send(START)
  })
  router.use('/docs/files', express.static(files, { index: false, maxAge: '1d' }))
  return router
}

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>益践 Yijian API</title>
<link rel="stylesheet" href="/docs/files/swagger-ui.css"></head>
<body><div id="reference"></div><script src="/docs/files/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body>
</html>`

const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#reference', deepLinking: true, defaultModelsExpandDepth: 0, tryItOutEnabled: false, validatorUrl: null })`
