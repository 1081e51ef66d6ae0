import express, { Router } from 'express'
import { refuse } from '../problems.ts'

const YEAR_SECONDS = 31_536_000

/** The built h5 app: hashed files for a year, the page itself always asked for anew. */
export function h5(folder: string): Router {
  const router = Router()
  router.use(
    express.static(folder, {
      index: 'index.html',
      setHeaders(response, path) {
        const hashed = /\.[0-9a-f]{8}\.\w+$/.test(path)
        response.setHeader('Cache-Control', hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache')
      },
    }),
  )
  router.get('/', () => {
    throw refuse('not-found', { what: 'h5 build' })
  })
  return router
}
